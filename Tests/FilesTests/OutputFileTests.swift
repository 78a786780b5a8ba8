import Files
import Foundation
import Support
import Testing

@Suite struct OutputFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `a file is written whole and its folders are made`() throws {
    let path = folder.path + "/a/b/out.csv"
    try OutputFile.write("Zoë,£5\n", to: path)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data("Zoë,£5\n".utf8))
    let bytes = Data((0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) })
    try OutputFile.write(bytes, to: folder.path + "/large")
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path + "/large")) == bytes)
    for bytes: [UInt8] in [[], Array("Zoë,£5\n".utf8)] {
      try OutputFile.write(bytes, to: path, isPrivate: true)
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data(bytes))
    }
  }

  @Test func `a file written again holds only the new text and leaves nothing beside it`() throws {
    let path = folder.path + "/out.csv"
    try OutputFile.write(String(repeating: "old\n", count: 1000), to: path)
    try OutputFile.write("new\n", to: path)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "new\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["out.csv"])
  }

  @Test func `a file written part by part appears when it is complete, and not at all where it fails`() throws
  {
    let path = folder.path + "/parts/out.csv"
    try OutputFile.stream(to: path) { write throws(FilesError) in
      for part in 0..<1000 {
        try write(Array("\(part)\n".utf8))
        let isThere = FileManager.default.fileExists(atPath: path)
        if isThere { throw FilesError.unwritable(path: path, reason: "too early") }
      }
    }
    let written = try String(contentsOfFile: path, encoding: .utf8)
    #expect(written == (0..<1000).map { "\($0)\n" }.joined())
    #expect(throws: FilesError.notFound(path: "x")) {
      try OutputFile.stream(to: path) { write throws(FilesError) in
        try write(Array("half".utf8))
        throw FilesError.notFound(path: "x")
      }
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == written)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/parts") == ["out.csv"])
    #expect(throws: FilesError.self) {
      try OutputFile.stream(to: folder.path) { write throws(FilesError) in try write([1]) }
    }
  }

  @Test func `a private file is its owner's alone, also in place of one that all could read`() throws {
    let path = folder.path + "/a/out.csv"
    for text in ["CHILD\n1\n", String(repeating: "CHILD\n", count: 100_000)] {
      try OutputFile.write("open to all\n", to: path)
      try OutputFile.write(text, to: path, isPrivate: true)
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/a") == ["out.csv"])
  }

  @Test(arguments: [false, true]) func `a path that can't be written is named with a reason`(
    _ isPrivate: Bool
  ) throws {
    try folder.write("file", Data("x".utf8))
    try FileManager.default.createDirectory(atPath: folder.path + "/sub", withIntermediateDirectories: false)
    try folder.write("sub/kept", Data("x".utf8))
    for path in [folder.path + "/file/out.csv", folder.path + "/sub"] {
      let error = #expect(throws: FilesError.self) {
        try OutputFile.write("text", to: path, isPrivate: isPrivate)
      }
      guard case .unwritable(let named, let reason) = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
      #expect(named == path)
      #expect(!reason.isEmpty && reason != "success", "\(path): \(reason)")
    }
    #expect(try String(contentsOfFile: folder.path + "/sub/kept", encoding: .utf8) == "x")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["file", "sub"])
  }
}
