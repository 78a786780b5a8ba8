import Foundation
import Operations
import Secrets
import Store
import Support
import Testing

/// The program killed in the middle of its work, fifty times at points drawn from a seed: nothing is damaged, half there
/// or missing from the audit.
@Suite(.serialized)
struct KillTests {
  private enum Work: String, CaseIterable { case upload, forecast, settings, backup }

  @Test func `killed fifty times, the store is whole, the audit unbroken and no load half there`() throws {
    let site = try KilledSite()
    var draws = SeededDraws(seed: 20_261_121)
    for round in 0..<50 {
      let work = Work.allCases[round % Work.allCases.count]
      let server = try site.start()
      var backup: Process?
      switch work {
      case .upload: try server.send(site.upload(round))
      case .forecast:
        try server.send(site.upload(round))
        try server.send(site.form("/forecast", ["futures": "\(100 + round)"]))
      case .settings:
        for number in 0..<40 { try server.send(site.form("/settings", ["council": "\(round)-\(number)"])) }
      case .backup:
        try server.send(site.form("/settings", ["council": "backed up \(round)"]))
        backup = try site.backup(round)
      }
      Thread.sleep(forTimeInterval: Double(draws.next(below: work == .settings ? 120 : 400)) / 1_000)
      for process in [server.process, backup].compactMap({ $0 }) { kill(process.processIdentifier, SIGKILL) }
      server.process.waitUntilExit()
      backup?.waitUntilExit()
      try site.check("round \(round), \(work.rawValue)")
    }
    // The kills met the work: some of it was done, some was not.
    #expect(site.uploads > 0 && site.uploads < 26)
    try site.checkBackups()
    // What the killed ones left goes with the next start.
    let last = try site.start()
    kill(last.process.processIdentifier, SIGTERM)
    last.process.waitUntilExit()
    let left = try FileManager.default.contentsOfDirectory(atPath: "/dev/shm")
    #expect(!left.contains { name in site.killed.contains { name.hasPrefix("homeward-\(getuid())-\($0)-") } })
  }
}

/// Numbers from a seed.
private struct SeededDraws {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(below count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(count))
  }
}

/// A council's store that a server is started over and killed again and again.
private final class KilledSite {
  let folder: TemporaryFolder
  private let cookie = Token.make()
  private var seen: Int64 = 0
  private(set) var uploads = 0
  private(set) var killed: [Int32] = []
  private static let files = ["header", "episodes", "oc2", "reviews"]

  init() throws {
    folder = try TemporaryFolder(["phrase": "three words apart\n"])
    let (file, council) = try opened()
    let now = Int64(Date().timeIntervalSince1970)
    try council.changing(AuditNote(at: now, actor: "test", action: "account.add")) { changes in
      let id = try changes.addAccount(signInName: "all", name: "All", roles: Set(AccessRole.allCases))
      try changes.setCredentials(Credentials(password: "scrypt$none"), of: id)
      try changes.add(Session(digest: Token.digest(cookie), account: id, began: now, seen: now))
    }
    try file.finish()
  }

  /// The store, opened anew, so that what was written ahead is taken up as after a crash.
  private func opened() throws -> (StoreFile, CouncilFile) {
    let file = try StoreFile(at: folder.path + "/c.sqlite")
    return (file, try CouncilFile.open(file, keyAt: folder.path + "/c.key"))
  }

  /// A server that is ready.
  func start() throws -> RawServer {
    let err = folder.path + "/err"
    try Data().write(to: URL(fileURLWithPath: err))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = ["serve", "--store", folder.path + "/c.sqlite", "--port", "0"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: err))
    try process.run()
    killed.append(process.processIdentifier)
    let end = Date().addingTimeInterval(20)
    while Date() < end {
      let said = try String(contentsOfFile: err, encoding: .utf8)
      if let port = said.firstMatch(of: /127\.0\.0\.1:(\d+)\//)?.output.1 {
        return RawServer(process: process, port: try #require(UInt16(port)))
      }
      Thread.sleep(forTimeInterval: 0.01)
    }
    kill(process.processIdentifier, SIGKILL)
    throw FilesErrorLike.notReady(try String(contentsOfFile: err, encoding: .utf8))
  }

  enum FilesErrorLike: Error { case notReady(String) }

  func form(_ path: String, _ fields: [String: String]) -> Data {
    let all = fields.merging(["csrf": Token.derived(from: cookie, for: "form")]) { $1 }
    let body = Data(all.map { "\($0)=\($1)" }.joined(separator: "&").utf8)
    return request(path, "application/x-www-form-urlencoded", body)
  }

  /// Files of a return that is different each time.
  func upload(_ round: Int) throws -> Data {
    var body = Data()
    func part(_ head: String, _ content: Data) {
      body +=
        Data("--B\r\nContent-Disposition: form-data; \(head)\r\n\r\n".utf8) + content + Data("\r\n".utf8)
    }
    part("name=\"csrf\"", Data(Token.derived(from: cookie, for: "form").utf8))
    for name in Self.files {
      let file = URL(fileURLWithPath: Project.folder + "/Examples/council/2024-25/\(name).csv")
      part("name=\"files\"; filename=\"\(round)/\(name).csv\"", try Data(contentsOf: file) + Data("\n".utf8))
    }
    return request("/data", "multipart/form-data; boundary=B", body + Data("--B--\r\n".utf8))
  }

  private func request(_ path: String, _ type: String, _ body: Data) -> Data {
    Data(
      "POST \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: homeward=\(cookie)\r\nContent-Type: \(type)\r\nContent-Length: \(body.count)\r\n\r\n"
        .utf8) + body
  }

  func backup(_ round: Int) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = [
      "backup", folder.path + "/backups/\(round)", "--store", folder.path + "/c.sqlite", "--pass-phrase-file",
      folder.path + "/phrase",
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// The file's own check, the audit, and that changes stand with their lines and whole.
  func check(_ when: String) throws {
    let (file, council) = try opened()
    defer { try? file.finish() }
    try file.check()
    guard case .whole(let entries, _) = try VerifyAudit.run(council) else {
      Issue.record("\(when): the audit is broken")
      return
    }
    #expect(entries >= seen, "\(when)")
    let (lines, documents, setting) = try council.reading {
      (try $0.auditEntries(after: seen, most: 10_000), try $0.documents(), try $0.setting("council"))
    }
    seen = entries
    uploads += lines.count { $0.note.action == "document.add" }
    #expect(
      documents.count == uploads * Self.files.count, "\(when): a load is half there, or without its line")
    if let last = lines.last(where: { $0.note.action == "setting.set" }) {
      #expect(last.note.detail == setting, "\(when)")
    }
  }

  /// A backup that got its name is whole.
  func checkBackups() throws {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/backups")) ?? []
    for name in names where !name.hasPrefix(".") {
      let place = folder.path + "/restored-\(name)/c"
      _ = try StoreBackup.restore(
        folder.path + "/backups/" + name, to: place + ".sqlite", keyAt: place + ".key",
        phrase: "three words apart", now: 1)
    }
  }
}

/// A server that requests are sent to without waiting for answers.
private final class RawServer {
  let process: Process
  private let port: UInt16
  private var descriptors: [Int32] = []

  init(process: Process, port: UInt16) {
    self.process = process
    self.port = port
  }

  deinit { for descriptor in descriptors { close(descriptor) } }

  /// Sends a request; a server that has gone is none of its worry.
  func send(_ request: Data) throws {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { return }
    // Left open until the server is killed: a closed one would end the request.
    descriptors.append(descriptor)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isThere = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) == 0 }
    }
    if isThere {
      request.withUnsafeBytes { bytes in
        var done = 0
        while done < bytes.count {
          let count = Glibc.send(
            descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done,
            Int32(MSG_NOSIGNAL))
          guard count > 0 else { return }
          done += count
        }
      }
    }
  }
}
