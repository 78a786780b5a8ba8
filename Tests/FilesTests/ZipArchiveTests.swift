import Foundation
import Support
import Testing

@testable import Files

@Suite struct ZipArchiveTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func archive(_ entries: [ZipWriter.Entry], named name: String = "returns.zip") throws -> String {
    try folder.write(name, ZipWriter.archive(entries))
  }

  private func only(_ path: String) throws -> FoundFile {
    try #require(try FileFinder.find(at: path).files.first)
  }

  @Test func `entries are found in order of name and read`() throws {
    let path = try archive([
      .init("b.csv", "two"), .init("folder/", ""), .init("folder/a.csv", "three"), .init("a.csv", "one"),
      .init("Zoë.csv", ""),
    ])
    let found = try Findings(at: path)
    #expect(
      found.names == [
        "returns.zip/Zoë.csv", "returns.zip/a.csv", "returns.zip/b.csv", "returns.zip/folder/a.csv",
      ])
    #expect(found.texts["returns.zip/folder/a.csv"] == "three")
    #expect(found.texts["returns.zip/a.csv"] == "one")
    #expect(found.texts["returns.zip/Zoë.csv"] == "")
    #expect(found.files.allSatisfy { $0.archive != nil })
  }

  @Test func `a deflated entry is inflated`() throws {
    let rows = (1...40).map { ("000\($0)".suffix(4)) + ",1,01/02/2010\r\n" }
    let text = Data(("CHILD,SEX,DOB\r\n" + rows.joined()).utf8)
    let deflated = try #require(
      Data(
        base64Encoded: """
          Zc4xCoNQFETRXshOPvhmxkRt1UAEIUWa7H8lgqW3PdVZP/uxtd/737bv8uiqSk2t1Jd7l+oik0IaSE/SizSSJtIMUpG4F\
          /fiXtyLe3Ev7sW9uDf35t7cm3tzb+7Nvbk39+Y+3If7cB/uw324D/fhPtyH++G+PwE=
          """))
    let path = try archive([.init("header.csv", deflated: deflated, from: text)])
    let found = try Findings(at: path)
    #expect(found.texts["returns.zip/header.csv"] == String(decoding: text, as: UTF8.self))
    #expect(found.files.first?.size == text.count)
  }

  @Test func `an archive in a folder is looked into, whatever its name`() throws {
    _ = try archive([.init("a.csv", "x")], named: "sub/2024.ZIP")
    _ = try archive([.init("b.csv", "y")], named: "odd.dat")
    try folder.write("c.csv", Data("z".utf8))
    #expect(
      try Findings(at: folder.path).texts == ["sub/2024.ZIP/a.csv": "x", "odd.dat/b.csv": "y", "c.csv": "z"])
  }

  @Test func `an archive in an archive is handed out as one file`() throws {
    let inner = ZipWriter.archive([.init("a.csv", "x")])
    let path = try archive([.init("inner.zip", inner)])
    #expect(try FileFinder.find(at: path).files.map(\.name) == ["returns.zip/inner.zip"])
  }

  @Test func `what a Mac adds to an archive is not looked at`() throws {
    let path = try archive([.init("__MACOSX/._a.csv", "x"), .init("a.csv", "y")])
    #expect(try FileFinder.find(at: path).files.map(\.name) == ["returns.zip/a.csv"])
  }

  @Test func `hidden files in an archive are not looked at, as in a folder`() throws {
    let path = try archive([
      .init(".DS_Store", "x"), .init("sub/.b.csv", "x"), .init(".hidden/c.csv", "x"),
      .init("sub/__MACOSX/._a.csv", "x"), .init("a.csv", "y"),
    ])
    #expect(try FileFinder.find(at: path).files.map(\.name) == ["returns.zip/a.csv"])
  }

  @Test func `an empty archive has no files`() throws {
    let found = try Findings(at: try archive([]))
    #expect(found.names.isEmpty && found.passedOver.isEmpty)
  }

  @Test func `an Office document is passed over with advice`() throws {
    let path = try archive([.init("[Content_Types].xml", "x"), .init("xl/a.xml", "y")], named: "book.xlsx")
    for found in [try Findings(at: path), try Findings(at: folder.path)] {
      #expect(found.names.isEmpty)
      #expect(found.passedOver == ["book.xlsx": "an Office document, not a return: save its sheets as CSV"])
    }
  }

  @Test func `an archive cut short is an error by itself and passed over in a folder`() throws {
    let whole = ZipWriter.archive([.init("a.csv", "some text that is long enough to be cut")])
    let path = try folder.write("cut.zip", whole.prefix(whole.count / 2))
    try folder.write("a.csv", Data("x".utf8))
    let error = #expect(throws: FilesError.self) { try FileFinder.find(at: path) }
    guard case .badArchive("cut.zip", let reason) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(!reason.isEmpty)
    let found = try Findings(at: folder.path)
    #expect(found.names == ["a.csv"])
    #expect(found.passedOver["cut.zip"]?.contains("can't be opened as a zip archive") == true)
  }

  @Test func `an entry whose bytes are damaged is refused`() throws {
    let path = try archive([.damaged("a.csv", "text")])
    let file = try only(path)
    #expect(throws: FilesError.badArchive(path: "returns.zip/a.csv", reason: "the entry is damaged")) {
      try file.withBytes(limit: 1000) { $0.count }
    }
  }

  @Test(arguments: 0..<16)
  func `an entry deflated is refused with any byte changed`(at place: Int) throws {
    let text = Data("CHILD,SEX,DOB\n".utf8)
    var packed = Data([
      0x73, 0xF6, 0xF0, 0xF4, 0x71, 0xD1, 0x09, 0x76, 0x8D, 0xD0, 0x71, 0xF1, 0x77, 0xE2, 0x02, 0x00,
    ])
    let right = try only(try archive([.init("a.csv", deflated: packed, from: text)], named: "right.zip"))
    #expect(try right.withBytes(limit: 1000) { Data($0) } == text)
    packed[place] ^= 0xFF
    let file = try only(try archive([.init("a.csv", deflated: packed, from: text)]))
    #expect(throws: FilesError.badArchive(path: "returns.zip/a.csv", reason: "the entry is damaged")) {
      try file.withBytes(limit: 1000) { $0.count }
    }
  }

  @Test func `an entry is refused as soon as it inflates past the limit`() throws {
    // It unpacks to 2 580 001 bytes of 16 256.
    let path = try archive([.init("bomb.csv", zerosInRuns: 10_000)])
    let file = try only(path)
    #expect(file.size == 2_580_001)
    #expect(throws: FilesError.archiveTooLarge(path: "returns.zip/bomb.csv", limit: 2_580_000)) {
      try file.withBytes(limit: 2_580_000) { $0.count }
    }
    #expect(try file.withBytes(limit: 2_580_001) { $0.count } == 2_580_001)
    #expect(try file.withBytes(limit: 2_580_001) { $0.allSatisfy { $0 == 0 } })
  }

  @Test func `an entry that says it is small is not believed`() throws {
    let file = try only(try archive([.init("bomb.csv", zerosInRuns: 10_000, stated: 10)]))
    #expect(file.size == 10)
    let error = #expect(throws: FilesError.self) { try file.withBytes(limit: 1_000_000) { $0.count } }
    switch error {
    case .archiveTooLarge, .badArchive: break
    default: Issue.record("\(String(describing: error))")
    }
  }

  @Test func `an archive that says it unpacks to more than is read is refused`() throws {
    let half = FileFinder.archiveLimit / 2
    let path = try archive([
      .init("a.csv", zerosInRuns: 1, stated: half), .init("b.csv", zerosInRuns: 1, stated: half),
      .init("c.csv", zerosInRuns: 1, stated: 1),
    ])
    #expect(throws: FilesError.archiveTooLarge(path: "returns.zip", limit: FileFinder.archiveLimit)) {
      try FileFinder.find(at: path)
    }
    let fits = try archive(
      [.init("a.csv", zerosInRuns: 1, stated: half), .init("b.csv", zerosInRuns: 1, stated: half)],
      named: "fits.zip")
    #expect(try FileFinder.find(at: fits).files.count == 2)
  }

  @Test func `a file is an archive by its first bytes`() throws {
    for (bytes, isArchive) in [
      ([0x50, 0x4B, 3, 4, 0], true), ([0x50, 0x4B, 5, 6], true), ([0x50, 0x4B, 3], false), ([], false),
      ([0x50, 0x4B, 1, 2], false), ([0x51, 0x4B, 3, 4], false),
    ] as [([UInt8], Bool)] {
      let path = try folder.write("file", Data(bytes))
      #expect(ZipArchive.isArchive(path) == isArchive)
    }
    #expect(!ZipArchive.isArchive(folder.path + "/none"))
  }
}
