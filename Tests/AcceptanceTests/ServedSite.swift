import Foundation
import Operations
import Secrets
import Store
import Support
import Testing

/// The program serving a council's store of its own, over real sockets, with somebody signed in who may do everything.
final class ServedSite {
  let folder: TemporaryFolder
  let cookie = Token.make()
  private let process = Process()
  private(set) var port: UInt16 = 0

  /// Starts it; a body is waited for so many seconds, and `files` may be open at once.
  init(patience: Int, files: Int = 1_024) throws {
    folder = try TemporaryFolder()
    let file = try StoreFile(at: folder.path + "/c.sqlite")
    let council = try CouncilFile.open(file, keyAt: folder.path + "/c.key")
    let now = Int64(Date().timeIntervalSince1970)
    let cookie = cookie
    try council.changing(AuditNote(at: now, actor: "test", action: "account.add")) { changes in
      let id = try changes.addAccount(signInName: "all", name: "All", roles: Set(AccessRole.allCases))
      try changes.setCredentials(Credentials(password: "scrypt$none"), of: id)
      try changes.add(Session(digest: Token.digest(cookie), account: id, began: now, seen: now))
    }
    try file.finish()
    let err = folder.path + "/err"
    try Data().write(to: URL(fileURLWithPath: err))
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", "ulimit -n \(files); exec \"$@\"", "sh", Program.path, "serve",
      "--store", folder.path + "/c.sqlite", "--port", "0", "--patience", "\(patience)",
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: err))
    try process.run()
    let end = Date().addingTimeInterval(120)
    while port == 0 {
      let said = try String(contentsOfFile: err, encoding: .utf8)
      if let found = said.firstMatch(of: /127\.0\.0\.1:(\d+)\//)?.output.1 {
        port = try #require(UInt16(found))
      }
      try #require(Date() < end && process.isRunning, "\(said)")
      Thread.sleep(forTimeInterval: 0.01)
    }
  }

  deinit { stop() }

  /// Ends it.
  func stop() {
    guard process.isRunning else { return }
    kill(process.processIdentifier, SIGTERM)
    process.waitUntilExit()
  }

  var isRunning: Bool { process.isRunning }

  /// The most memory it ever had.
  var peak: Int {
    let status =
      (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)) ?? ""
    return status.firstMatch(of: /VmHWM:\s+(\d+) kB/).flatMap { Int($0.1) }.map { $0 << 10 } ?? 0
  }

  /// How many connections to it are open at its own end.
  var open: Int {
    // Read to its end: the system says that it is empty, and gives a page at a time.
    let bytes = try? FileHandle(forReadingFrom: URL(fileURLWithPath: "/proc/net/tcp")).readToEnd()
    let table = String(decoding: bytes.flatMap { $0 } ?? Data(), as: UTF8.self)
    let own = ":" + String(format: "%04X", Int(port))
    return table.split(separator: "\n").count { line in
      let columns = line.split(separator: " ")
      // Established, or the other end has finished.
      return columns.count > 3 && columns[1].hasSuffix(own) && ["01", "08"].contains(columns[3])
    }
  }

  /// A request's head.
  func head(_ method: String, _ path: String, _ more: [String] = [], signedIn: Bool = true) -> String {
    let lines =
      ["\(method) \(path) HTTP/1.1", "Host: 127.0.0.1"] + (signedIn ? ["Cookie: homeward=\(cookie)"] : [])
      + more
    return lines.joined(separator: "\r\n") + "\r\n\r\n"
  }

  /// A form in parts that sends a file.
  func upload(_ name: String, _ content: Data) -> Data {
    var body = Data()
    for (head, part) in [
      ("name=\"csrf\"", Data(Token.derived(from: cookie, for: "form").utf8)),
      ("name=\"files\"; filename=\"\(name)\"", content),
    ] {
      body += Data("--B\r\nContent-Disposition: form-data; \(head)\r\n\r\n".utf8) + part + Data("\r\n".utf8)
    }
    body += Data("--B--\r\n".utf8)
    let more = ["Content-Type: multipart/form-data; boundary=B", "Content-Length: \(body.count)"]
    return Data(head("POST", "/data", more).utf8) + body
  }

  /// Seconds in which somebody else gets a page, and its status.
  func serves(_ path: String = "/sign-in") throws -> (status: Int, seconds: Double) {
    let start = Date()
    let line = try Line(port)
    line.send(head("GET", path, ["Connection: close"]))
    let answer = line.read(10)
    return (answer.status, Date().timeIntervalSince(start))
  }
}

/// One connection, its bytes as they are.
final class Line {
  private let descriptor: Int32

  struct Refused: Error {}

  /// What came until the other side closed, or the time was up.
  struct Answer {
    let text: String, isClosed: Bool, seconds: Double
    /// The status of the first answer; 0 where none came.
    var status: Int { text.firstMatch(of: /^HTTP\/1\.1 (\d+)/).flatMap { Int($0.1) } ?? 0 }
  }

  init(_ port: UInt16) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let (own, size) = (descriptor, socklen_t(MemoryLayout<sockaddr_in>.size))
    let isThere = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(own, $0, size) == 0 }
    }
    guard isThere else { throw Refused() }
  }

  deinit { close(descriptor) }

  /// Sends; gives whether all of it was taken within so many seconds.
  @discardableResult
  func send(_ bytes: Data, within seconds: Double = 10) -> Bool {
    let end = Date().addingTimeInterval(seconds)
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.send(
          descriptor, $0.baseAddress?.advanced(by: done), min($0.count - done, 1 << 16),
          Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
      }
      if count > 0 {
        done += count
      } else if errno == EAGAIN, Date() < end {
        Thread.sleep(forTimeInterval: 0.002)
      } else {
        return false
      }
    }
    return true
  }

  @discardableResult
  func send(_ text: String) -> Bool { send(Data(text.utf8)) }

  /// Says that no more comes.
  func finish() { shutdown(descriptor, Int32(SHUT_WR)) }

  /// Reads until the other side closes, at most so many seconds; `meanwhile` is done again and again.
  func read(_ seconds: Double, meanwhile: () -> Void = {}) -> Answer {
    let start = Date()
    var text = Data()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while Date().timeIntervalSince(start) < seconds {
      let count = recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
      if count == 0 || count < 0 && errno != EAGAIN {
        return Answer(
          text: String(decoding: text, as: UTF8.self), isClosed: true,
          seconds: Date().timeIntervalSince(start))
      }
      if count > 0 {
        text += buffer[..<count]
      } else {
        meanwhile()
        Thread.sleep(forTimeInterval: 0.01)
      }
    }
    return Answer(
      text: String(decoding: text, as: UTF8.self), isClosed: false, seconds: Date().timeIntervalSince(start))
  }
}
