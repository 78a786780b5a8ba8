import Foundation
import Support
import Testing

/// The server over real sockets: slow, lying, endless and swollen requests are refused or cut off in bounded time and
/// memory, and others are served meanwhile.
@Suite(.serialized)
struct SocketTests {
  /// How long a body is waited for here, in seconds.
  private static let patience = 2
  /// Until then a connection has to be closed, and others have their page: far more than it takes, since other tests run
  /// beside these, and far less than for ever.
  private static let soon = 30.0
  private static let form = "Content-Type: application/x-www-form-urlencoded"

  private func server() throws -> ServedSite { try ServedSite(patience: Self.patience) }

  @Test func `bodies that come by drops, or never, are cut off, while others are served`() throws {
    let server = try server()
    let parts = "Content-Type: multipart/form-data; boundary=B"
    for (name, head, isDripping) in [
      ("by drops", server.head("POST", "/data", [parts, "Content-Length: 1000000"]), true),
      ("never", server.head("POST", "/data", [parts, "Content-Length: 1000000"]), false),
      (
        "of a stranger by drops",
        server.head("POST", "/sign-in", [Self.form, "Content-Length: 60000"], signedIn: false), true
      ),
      ("in pieces", server.head("POST", "/data", [parts, "Transfer-Encoding: chunked"]), false),
      ("for a page", server.head("GET", "/sign-in", ["Content-Length: 1000000"]), true),
    ] {
      let line = try Line(server.port)
      line.send(head)
      var last = Date()
      var others: [Double] = []
      let answer = line.read(Self.soon * 2) {
        guard isDripping, Date().timeIntervalSince(last) > 0.2 else { return }
        last = Date()
        line.send("x")
        if others.count < 3, let other = try? server.serves(), other.status == 200 {
          others.append(other.seconds)
        }
      }
      #expect(answer.isClosed && answer.seconds < Self.soon, "\(name): \(answer.seconds) s")
      #expect(
        (name == "by drops" ? [408] : [408, 200, 0]).contains(answer.status), "\(name): \(answer.status)")
      #expect(others.allSatisfy { $0 < Self.soon }, "\(name): \(others)")
    }
    #expect(try server.serves().status == 200)
  }

  @Test func `heads that come by drops or never end are cut off`() throws {
    let server = try server()
    for (name, head) in [
      ("empty", ""), ("half", "GET /sign-in HT"), ("by drops", "GET /sign-in HTTP/1.1\r\nX: "),
    ] {
      let line = try Line(server.port)
      line.send(head)
      var last = Date()
      let answer = line.read(Self.soon * 2) {
        guard name == "by drops", Date().timeIntervalSince(last) > 0.2 else { return }
        last = Date()
        line.send("x")
      }
      #expect(answer.isClosed && answer.seconds < Self.soon, "\(name): \(answer.seconds) s")
    }
    let endless = try Line(server.port)
    endless.send("GET /sign-in HTTP/1.1\r\n")
    for number in 0..<4_000 where !endless.send("X-\(number): " + String(repeating: "y", count: 500) + "\r\n")
    {
      break
    }
    let answer = endless.read(Self.soon)
    #expect(answer.isClosed && answer.status != 200, "\(answer.status)")
    #expect(try server.serves().status == 200)
  }

  @Test(arguments: [
    ["Content-Length: 99999999999999999999"], ["Content-Length: -1"], ["Content-Length: 1e3"],
    ["Content-Length: 5", "Content-Length: 50"], ["Content-Length: 5", "Transfer-Encoding: chunked"],
    ["Transfer-Encoding: chunked, identity"], ["Content-Length: 9000000000"],
    ["Content-Length: \(65 << 20)"], ["Content-Length: 30"], ["Content-Length: 3"],
  ])
  func `a length that lies gets no page and no second request`(_ lengths: [String]) throws {
    let server = try server()
    let line = try Line(server.port)
    line.send(server.head("POST", "/data", [Self.form] + lengths) + "abcde=1\r\n\r\n")
    line.finish()
    let answer = line.read(Self.soon)
    #expect(answer.isClosed, "\(lengths): \(answer.status)")
    #expect(answer.status != 200 && answer.status < 500, "\(lengths): \(answer.status)")
    #expect(try server.serves().status == 200)
  }

  @Test func `more than is taken is refused before it is here, and its sender is cut off`() throws {
    let server = try server()
    let piece =
      Data("10000\r\n".utf8) + Data(repeating: UInt8(ascii: "x"), count: 1 << 16) + Data("\r\n".utf8)
    for (name, head, isInPieces) in [
      ("said", server.head("POST", "/data", [Self.form, "Content-Length: \(200 << 20)"]), false),
      ("in pieces", server.head("POST", "/data", [Self.form, "Transfer-Encoding: chunked"]), true),
      (
        "of a stranger",
        server.head("POST", "/data", [Self.form, "Transfer-Encoding: chunked"], signedIn: false), true
      ),
    ] {
      let before = server.peak
      let line = try Line(server.port)
      line.send(head)
      var sent = 0
      let start = Date()
      while Date().timeIntervalSince(start) < 20,
        line.send(isInPieces ? piece : piece.dropFirst(7), within: 1)
      {
        sent += 1 << 16
      }
      let answer = line.read(Self.soon)
      #expect(answer.isClosed && [0, 413].contains(answer.status), "\(name): \(answer.status)")
      // What is in the sockets' own buffers counts as sent.
      #expect(sent < (name == "in pieces" ? 128 << 20 : 64 << 20), "\(name): \(sent >> 20) MB were taken")
      #expect(server.peak - before < 300 << 20, "\(name): \((server.peak - before) >> 20) MB more")
      #expect(try server.serves().status == 200)
    }
  }

  @Test func `who asks and never reads is cut off`() throws {
    let server = try server()
    #expect(try server.serves().status == 200)
    let line = try Line(server.port)
    let ask = Data(String(repeating: server.head("GET", "/people"), count: 20_000).utf8)
    line.send(ask, within: 3)
    let start = Date()
    #expect(server.open > 0)
    while server.open > 0, Date().timeIntervalSince(start) < Self.soon * 2 {
      Thread.sleep(forTimeInterval: 0.1)
    }
    #expect(server.open == 0, "the connection is still open")
    withExtendedLifetime(line) {}
    #expect(server.peak < 500 << 20, "\(server.peak >> 20) MB")
    #expect(try server.serves().status == 200)
  }

  @Test func `archives that swell are refused, while others are served`() throws {
    let server = try server()
    let rows = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n1,1,01/01/2015,WBRI,A1,,\n"
    // 300 MB of nothing that says it is small; the same nested; many entries; many that lead elsewhere.
    let swollen = ZipWriter.archive([.init("header.csv", zerosInRuns: 1_200_000, stated: 10)])
    let archives = [
      ("swollen", swollen),
      ("nested", ZipWriter.archive([.init("a.zip", swollen), .init("b.zip", swollen)])),
      ("many", ZipWriter.archive((0..<20_000).map { .init("\($0).csv", rows) })),
      ("elsewhere", ZipWriter.archive((0..<900).map { .init("../../\($0)/header.csv", rows) })),
      ("several", ZipWriter.archive((0..<3).map { .init("\($0).csv", zerosInRuns: 400_000, stated: 10) })),
    ]
    for (name, archive) in archives {
      let line = try Line(server.port)
      #expect(line.send(server.upload(name + ".zip", archive)))
      var others: [Double] = []
      let start = Date()
      var answer = line.read(0.2)
      while answer.status == 0, Date().timeIntervalSince(start) < 60 {
        others.append(try server.serves().seconds)
        answer = line.read(0.1)
      }
      #expect(answer.status == 422, "\(name): \(answer.status)")
      #expect(others.allSatisfy { $0 < Self.soon }, "\(name): \(others)")
    }
    #expect(server.peak < 900 << 20, "\(server.peak >> 20) MB")
    #expect(try server.serves("/data").status == 200)
  }

  @Test func `hundreds who connect and say nothing keep nobody out for long`() throws {
    let server = try ServedSite(patience: Self.patience, files: 300)
    var lines: [Line] = []
    for _ in 0..<600 { if let line = try? Line(server.port) { lines.append(line) } }
    #expect(server.open > 40)
    Thread.sleep(forTimeInterval: Double(Self.patience))
    let start = Date()
    var isServed = false
    while !isServed, Date().timeIntervalSince(start) < Self.soon * 2 {
      isServed = (try? server.serves().status) == 200
    }
    #expect(isServed && server.isRunning)
    // What is worked out has files to work with.
    let answer = try Line(server.port)
    answer.send(server.upload("p.yaml", Data("name: P\nsavings: []\n".utf8)))
    #expect(answer.read(Self.soon).status == 200)
    // Those that hung on are gone.
    while server.open > 0, Date().timeIntervalSince(start) < Self.soon * 2 {
      Thread.sleep(forTimeInterval: 0.1)
    }
    #expect(server.open == 0, "\(server.open) still open")
    #expect(lines.count > 100)
  }
}
