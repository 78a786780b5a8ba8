import Files
import Foundation
import Support
import Testing

/// What was found at a path, read.
struct Findings {
  let names: [String]
  let texts: [String: String]
  let passedOver: [String: String]
  let files: [FoundFile]

  init(at path: String) throws {
    let (files, passed) = try FileFinder.find(at: path)
    self.files = files
    names = files.map(\.name)
    var texts: [String: String] = [:]
    for file in files {
      texts[file.name] = try file.withBytes(limit: 1 << 20) { String(decoding: $0, as: UTF8.self) }
    }
    self.texts = texts
    passedOver = Dictionary(uniqueKeysWithValues: passed.map { ($0.name, $0.reason) })
  }
}

@Suite struct FileFinderTests {
  @Test func `files are found in any nesting in order of name`() throws {
    let names = ["b.csv", "a/z.csv", "a/b/c.csv", "B.csv", "a.csv", "c/d/e/f.csv"]
    for order in [names, names.reversed()] {
      let folder = try TemporaryFolder()
      for name in order { try folder.write(name, Data(name.utf8)) }
      let found = try Findings(at: folder.path)
      #expect(found.names == ["B.csv", "a.csv", "a/b/c.csv", "a/z.csv", "b.csv", "c/d/e/f.csv"])
      for name in names { #expect(found.texts[name] == name) }
      #expect(found.passedOver.isEmpty)
      #expect(found.files.allSatisfy { $0.archive == nil && $0.size == $0.name.utf8.count })
    }
  }

  @Test func `hidden files and what a Mac adds are not looked at`() throws {
    let folder = try TemporaryFolder([
      ".DS_Store": "x", ".hidden/a.csv": "x", "__MACOSX/a.csv": "x", "sub/__MACOSX/b.csv": "x",
      "sub/.b.csv": "x", "sub/b.csv": "kept",
    ])
    let found = try Findings(at: folder.path)
    #expect(found.texts == ["sub/b.csv": "kept"])
    #expect(found.passedOver.isEmpty)
  }

  @Test func `links and pipes are passed over with a reason`() throws {
    let elsewhere = try TemporaryFolder(["secret.csv": "x"])
    let folder = try TemporaryFolder(["a.csv": "x"])
    let manager = FileManager.default
    try manager.createSymbolicLink(atPath: folder.path + "/folder", withDestinationPath: elsewhere.path)
    try manager.createSymbolicLink(
      atPath: folder.path + "/file.csv", withDestinationPath: elsewhere.path + "/secret.csv")
    try manager.createSymbolicLink(atPath: folder.path + "/loop", withDestinationPath: folder.path)
    #expect(mkfifo(folder.path + "/pipe", 0o600) == 0)
    let found = try Findings(at: folder.path)
    #expect(found.names == ["a.csv"])
    #expect(Set(found.passedOver.keys) == ["folder", "file.csv", "loop", "pipe"])
    #expect(found.passedOver["folder"]?.hasPrefix("a link") == true)
    #expect(found.passedOver["pipe"] == "not an ordinary file")
  }

  @Test func `a link given by name is followed`() throws {
    let elsewhere = try TemporaryFolder(["a.csv": "x"])
    let folder = try TemporaryFolder()
    let link = folder.path + "/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: elsewhere.path)
    #expect(try Findings(at: link).names == ["a.csv"])
  }

  @Test func `nothing at the path is an error that names it`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/none"
    let error = #expect(throws: FilesError.notFound(path: path)) { try FileFinder.find(at: path) }
    #expect(error?.description.contains(path) == true)
  }

  @Test func `an empty folder has no files`() throws {
    let folder = try TemporaryFolder()
    let found = try Findings(at: folder.path)
    #expect(found.names.isEmpty && found.passedOver.isEmpty)
  }

  @Test func `a file by itself is found under its own name`() throws {
    let folder = try TemporaryFolder(["a/return.csv": "text", "a/other.csv": "x"])
    let found = try Findings(at: folder.path + "/a/return.csv")
    #expect(found.texts == ["return.csv": "text"])
  }

  @Test func `an empty file is found and read as nothing`() throws {
    let folder = try TemporaryFolder(["empty.csv": ""])
    #expect(try Findings(at: folder.path).texts == ["empty.csv": ""])
  }

  @Test func `folders nested too deep are passed over`() throws {
    let nested = Array(repeating: "d", count: 40).joined(separator: "/")
    let folder = try TemporaryFolder(["a.csv": "x", "\(nested)/deep.csv": "x"])
    let found = try Findings(at: folder.path)
    #expect(found.names == ["a.csv"])
    #expect(found.passedOver.values.contains { $0.contains("nested") })
  }

  @Test func `a file larger than the limit is refused without being read`() throws {
    let folder = try TemporaryFolder(["big.csv": "x"])
    // Sparse: it takes no room on the disk, and reading it would take all memory.
    #expect(truncate(folder.path + "/big.csv", 1 << 40) == 0)
    let file = try #require(try FileFinder.find(at: folder.path).files.first)
    #expect(file.size == 1 << 40)
    var wasRead = false
    #expect(throws: FilesError.tooLarge(path: "big.csv", bytes: 1 << 40, limit: 1000)) {
      try file.withBytes(limit: 1000) { _ in wasRead = true }
    }
    #expect(!wasRead)
  }

  @Test func `a file of just the limit is read`() throws {
    let folder = try TemporaryFolder(["a.csv": "12345"])
    let file = try #require(try FileFinder.find(at: folder.path).files.first)
    #expect(try file.withBytes(limit: 5) { $0.count } == 5)
    #expect(throws: FilesError.tooLarge(path: "a.csv", bytes: 5, limit: 4)) {
      try file.withBytes(limit: 4) { $0.count }
    }
  }

  @Test func `a file gone since it was found is an error that names it`() throws {
    let folder = try TemporaryFolder(["a.csv": "x"])
    let file = try #require(try FileFinder.find(at: folder.path).files.first)
    try FileManager.default.removeItem(atPath: folder.path + "/a.csv")
    #expect(throws: FilesError.unreadable(path: "a.csv", reason: "no such file or directory")) {
      try file.withBytes(limit: 10) { $0.count }
    }
  }

  @Test(arguments: [
    (FilesError.notFound(path: "p"), "called p"),
    (.unreadable(path: "p", reason: "why"), "p can't be read: why"),
    (
      .tooLarge(path: "p", bytes: 25_000_000, limit: 9_000_000),
      "p is 25 MB; the largest file read is 9000 kB"
    ),
    (.badArchive(path: "p", reason: "why"), "p can't be opened as a zip archive: why"),
    (.archiveTooLarge(path: "p", limit: 2_000_000_000), "p unpacks to more than 2000 MB"),
    (.unwritable(path: "p", reason: "why"), "p can't be written: why"),
  ])
  func `an error says what and where`(error: FilesError, words: String) {
    #expect(error.description.contains(words))
    #expect(error.description.hasSuffix("."))
  }
}
