import Foundation
import Operations
import Store
import Support
import Testing

@testable import Web

/// Files that are sent: odd names, odd archives, odd forms; and what the store's bytes tell of them.
struct UploadTests {
  private func upload(_ name: String, _ text: String) -> WebRequest.Upload {
    WebRequest.Upload(field: "files", name: name, content: Data(text.utf8))
  }

  @Test(arguments: [
    ("../../../etc/cron.d/x.csv", nil), ("..", nil), (".hidden.csv", nil), ("a/../b.csv", nil),
    ("/etc/passwd", "etc/passwd"),
    ("C:\\Users\\x\\fees.csv", "C_/Users/x/fees.csv"), ("a\u{0}b.csv", "a_b.csv"), ("a\nb.csv", "a_b.csv"),
    ("2024-25/episodes.csv", "2024-25/episodes.csv"), ("<x>&\".csv", "_x___.csv"), ("", nil), ("///", nil),
    ("a/b/c/d/e.csv", nil), ("\u{D4E}/../x.csv", nil), ("x/\u{301}y.csv", "x/\u{301}y.csv"),
    ("Früh été.csv", "Früh été.csv"), ("\u{202E}vsc.exe", "_vsc.exe"),
  ])
  func `a name becomes one that stays in its folder, or is refused`(_ given: String, _ kept: String?) {
    #expect(CouncilFolder.safeName(given) == kept)
  }

  @Test func `archives with tricks are refused or taken apart safely`() throws {
    let council = try Council()
    let browser = try council.person("analyst", [.analyst])
    let returns = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n1,1,01/01/2015,WBRI,A1,,\n"
    let archives: [(Data, taken: Int)] = [
      (ZipWriter.archive([.init("../../header.csv", returns), .init("a/header.csv", returns)]), 1),
      (ZipWriter.archive([.init("/abs/header.csv", returns)]), 1),
      // 300 MB of nothing from a few kB, which says that it is small.
      (ZipWriter.archive([.init("header.csv", zerosInRuns: 1_200_000, stated: 10)]), 0),
      (ZipWriter.archive((0..<1_001).map { .init("\($0).csv", returns) }), 0),
      (ZipWriter.archive([.damaged("header.csv", returns)]), 0),
      (Data("PK\u{3}\u{4}nonsense".utf8), 0), (Data(), 0),
      (ZipWriter.archive([.init("__MACOSX/header.csv", returns), .init(".DS_Store", "x")]), 0),
    ]
    for (number, (archive, taken)) in archives.enumerated() {
      let before = try council.store.reading { try $0.documents() }
      let answer = browser.post(
        "/data", ["kind": ""], uploads: [.init(field: "files", name: "\(number).zip", content: archive)])
      let now = try council.store.reading { try $0.documents() }
      #expect(now.count - before.count == taken, "archive \(number)")
      #expect(answer.status < 500)
      #expect(now.allSatisfy { !$0.name.contains("..") && !$0.name.hasPrefix("/") })
    }
    // Nothing of an archive is left beside the folders.
    let left = (try? FileManager.default.contentsOfDirectory(atPath: CouncilFolder.place)) ?? []
    #expect(!left.contains { $0.hasPrefix(".upload") })
  }

  @Test func `forms in parts: odd ones are refused, none is misread`() throws {
    func read(_ body: String, _ type: String = "multipart/form-data; boundary=B") -> WebRequest? {
      var request = WebRequest(method: "POST", path: "/data")
      request.headers["content-type"] = type
      return FormReader.read(Data(body.utf8), into: &request) ? request : nil
    }
    let good = read(
      "--B\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\nt\r\n--B\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a;b=c.csv\"\r\nContent-Type: text/csv\r\n\r\nx\r\n--B--\r\n"
    )
    #expect(good?.field("csrf") == "t" && good?.uploads.first?.content == Data("x".utf8))
    #expect(good?.uploads.first?.name == "a;b=c.csv")
    for body in [
      "", "--B", "--B\r\n", "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx",
      "--B\r\nContent-Disposition: form-data\r\n\r\nx\r\n--B--", "--C\r\n\r\n--C--",
      "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--B",
      String(repeating: "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n", count: 2_001)
        + "--B--",
    ] { #expect(read(body) == nil, "\(body.prefix(60))") }
    #expect(read("a=1", "text/plain") == nil && read("a=1", "multipart/form-data") == nil)
    #expect(read("a=1", "multipart/form-data; boundary=\"\"") == nil)
    let form = read("a=%3Cb%3E&a=2&c&%zz=+", "application/x-www-form-urlencoded")
    #expect(form?.fields.first?.value == "<b>" && form?.field("a") == "2" && form?.field("c") == "")
    #expect(read(String(repeating: "a=1&", count: 2_001), "application/x-www-form-urlencoded") == nil)
  }

  @Test func `forms made to be slow to read are refused at once`() {
    let many = String(repeating: "a", count: 30_000)
    let dashes = String(repeating: "-", count: 60)
    let forms: [(String, type: String, body: Data)] = [
      (
        "a boundary nearly as long as a body of the same letter", "multipart/form-data; boundary=\(many)",
        Data(repeating: UInt8(ascii: "a"), count: 65_536)
      ),
      (
        "dashes before a boundary of dashes", "multipart/form-data; boundary=\(dashes)x",
        Data(repeating: UInt8(ascii: "-"), count: 20 << 20)
      ),
      (
        "a part's head without end", "multipart/form-data; boundary=B",
        Data("--B\r\nContent-Disposition: form-data; name=\"a\"; ".utf8)
          + Data(repeating: UInt8(ascii: ";"), count: 20 << 20) + Data("\r\n\r\nx\r\n--B--".utf8)
      ),
      (
        "fields without end", "application/x-www-form-urlencoded",
        Data(repeating: UInt8(ascii: "&"), count: 20 << 20)
      ),
      (
        "a field without end", "application/x-www-form-urlencoded",
        Data(repeating: UInt8(ascii: "+"), count: 20 << 20)
      ),
    ]
    for (name, type, body) in forms {
      var request = WebRequest(method: "POST", path: "/data")
      request.headers["content-type"] = type
      let start = Date()
      let isRead = FormReader.read(body, into: &request)
      let seconds = Date().timeIntervalSince(start)
      #expect(!isRead && seconds < 0.5, "\(name): \(isRead), \(seconds) s")
    }
  }

  @Test func `the store's bytes, what is written ahead with them, tell no name, postcode or pupil number`()
    throws
  {
    let council = try Council()
    let browser = try council.person("analyst", [.analyst, .finance])
    let header = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n777123456,1,14/03/2015,WBRI,Q014575460686,,\n"
    let episodes = """
      CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
      777123456,14/06/2024,S,C2,N1,U6,PR4,,,,QW3 5HP,QX1 6XD,9900200

      """
    let fees =
      "CHILD,WEEKLY_FEE,PROVIDER_NAME,PLACEMENT_START\n777123456,1000.00,Gannet Fostering of Nowhere,14/06/2024\n"
    let answer = browser.post(
      "/data", ["kind": ""],
      uploads: [
        upload("2024-25/header.csv", header), upload("2024-25/episodes.csv", episodes),
        upload("fees.csv", fees),
      ])
    #expect(answer.text.contains("Added 3 files"))
    try council.queue.start()
    let end = Date().addingTimeInterval(60)
    while try !council.store.reading({ try $0.runs(nil, most: 50) }).allSatisfy(\.state.isOver), Date() < end
    {
      Thread.sleep(forTimeInterval: 0.1)
    }
    council.queue.stop()
    let runs = try council.store.reading { try $0.runs(nil, most: 50) }
    #expect(runs.contains { $0.state == .done })
    // A failure is a sentence for the person: no child, and no folder of the machine.
    for run in runs { #expect(!run.failure.contains("777123456") && !run.failure.contains("/dev/shm")) }
    for end in ["", "-wal", "-shm"] {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: council.folder.path + "/council.sqlite" + end))
      for name in [
        "777123456", "QW3 5HP", "QX1 6XD", "QW35HP", "Q014575460686", "14/03/2015", "2015-03-14", "Gannet",
        "three words apart",
      ] { #expect(bytes.range(of: Data(name.utf8)) == nil, "\(name) in council.sqlite\(end)") }
    }
    // Nor do the audit, the list of runs, and a page of an error.
    #expect(try !AuditCSV.text(council.store).contains("777123456"))
  }

  @Test func `two who make the council's folder at once get the same whole one`() throws {
    let council = try Council()
    let browser = try council.person("analyst", [.analyst])
    let files = (0..<60).map {
      upload("y\($0)/header.csv", "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n1,1,01/01/2015,WBRI,A\($0),,\n")
    }
    #expect(browser.post("/data", ["kind": ""], uploads: files).status == 200)
    for round in 0..<10 {
      let place = council.folder.path + "/place\(round)"
      let whole = Answers()
      DispatchQueue.concurrentPerform(iterations: 4) { _ in
        let folder = try? CouncilFolder.make(council.store, at: place)
        let found = folder.map { folder in
          (0..<60).allSatisfy {
            FileManager.default.fileExists(atPath: folder.returns + "/y\($0)/header.csv")
          }
        }
        whole.add(found ?? false)
      }
      #expect(whole.count(true) == 4)
      // No draft is left.
      #expect(try FileManager.default.contentsOfDirectory(atPath: place).count == 1)
    }
  }

  @Test func `what the council's files stood in is its owner's, and goes with files that count no more`()
    throws
  {
    let mode =
      try FileManager.default.attributesOfItem(atPath: CouncilFolder.place)[.posixPermissions] as? Int
    #expect(mode == 0o700 && CouncilFolder.place.contains("-\(getpid())-"))
  }
}
