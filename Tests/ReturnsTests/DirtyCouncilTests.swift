import Care
import Support
import Testing
import Units

@testable import Returns

/// A council's returns with fifteen kinds of fault planted, each of which must be met as its manifest asks.
@Suite(.needsReference) struct DirtyCouncilTests {
  private func load() throws -> (dirty: BuiltHistories, clean: BuiltHistories) {
    func built(_ name: String) throws -> BuiltHistories {
      let set = try ReturnsReader.read(at: Reference.path("data/" + name))
      return try HistoryBuilder.build(set, book: .standard())
    }
    return (try built("synth-dirty"), try built("synth"))
  }

  private func notes(_ built: BuiltHistories, _ kind: ReadingNote.Kind, _ file: String) -> [ReadingNote] {
    built.returns.notes(kind).filter { built.returns.files[$0.file].name == file }
  }

  private func rows(_ built: BuiltHistories, _ file: String) -> Int? {
    built.returns.files.first { $0.name == file }?.rowsRead
  }

  @Test func `5: dates in four other forms are read and flagged`() throws {
    let dirty = try load().dirty
    let flagged = notes(dirty, .repairedDay, "2025/episodes.csv")
    #expect(Set(flagged.compactMap(\.value)) == ["10-Nov-22", "06/06/24", "45404"])
    #expect(Set(flagged.compactMap(\.line)) == [124, 478, 578])
    #expect(flagged.allSatisfy { $0.column == "DECOM" && $0.message.contains("/20") })
    let iso = notes(dirty, .isoDays, "2025/episodes.csv")
    #expect(iso.count == 1 && iso[0].line == 94 && iso[0].count == 1)
  }

  @Test(arguments: ["2024/header.csv", "2023/episodes.csv", "2024/oc2.csv"])
  func `6, 7, 10: a byte-order mark, CRLF and columns in another order are read as if nothing were`(
    _ file: String
  ) throws {
    let (dirty, clean) = try load()
    #expect(rows(dirty, file) == rows(clean, file))
    #expect(!dirty.returns.setAside.contains { dirty.returns.files[$0.file].name == file })
    #expect(!dirty.returns.notes.contains { dirty.returns.files[$0.file].name == file })
  }

  @Test func `8: Latin-1 is read, its no-break spaces made spaces, and said`() throws {
    let dirty = try load().dirty
    #expect(notes(dirty, .encoding, "2022/episodes.csv").count == 1)
    let tidied = notes(dirty, .tidied, "2022/episodes.csv")
    #expect(tidied.map(\.column) == ["PL_POST"] && tidied.map(\.count) == [3])
  }

  @Test func `9: extra columns are ignored with a notice`() throws {
    let dirty = try load().dirty
    let note = try #require(notes(dirty, .extraColumns, "2025/reviews.csv").first)
    #expect(note.message.contains("IRO") && note.message.contains("REVIEW_NOTES"))
  }

  @Test func `12: blank lines are passed over and lines keep their numbers`() throws {
    let (dirty, clean) = try load()
    #expect(rows(dirty, "2025/missing.csv") == rows(clean, "2025/missing.csv"))
    let table = try #require(
      dirty.returns.tables.first { dirty.returns.files[$0.file].name == "2025/missing.csv" })
    #expect(Int(table.lines.last ?? 0) > table.rows + 1)
  }

  @Test func `13: identifiers without their leading zeros are set aside with the likely one`() throws {
    let dirty = try load().dirty
    let aside = dirty.returns.setAside.filter { dirty.returns.files[$0.file].name == "2023/uasc.csv" }
    #expect(aside.map(\.value) == ["27836", "15468", "70510"])
    #expect(aside.map(\.line) == [9, 39, 42])
    #expect(aside.map(\.reason) == [.noHeaderRow, .noHeaderRow, .noHeaderRow])
    #expect(zip(aside, ["027836", "015468", "070510"]).allSatisfy { $0.action.contains($1) })
  }

  @Test func `14: small letters and trailing spaces are tidied and counted`() throws {
    let dirty = try load().dirty
    let tidied = notes(dirty, .tidied, "2023/header.csv")
    #expect(
      Dictionary(uniqueKeysWithValues: tidied.map { ($0.column ?? "", $0.count) }) == ["ETHNIC": 6, "SEX": 6])
  }

  @Test func `15: UTF-16 is read, and said`() throws {
    let (dirty, clean) = try load()
    #expect(rows(dirty, "2021/reviews.csv") == rows(clean, "2021/reviews.csv"))
    #expect(notes(dirty, .encoding, "2021/reviews.csv").first?.message.contains("UTF-16") == true)
  }

  @Test func `1 to 4: rule faults cost no more than their own rows, and nobody is counted twice`() throws {
    let (dirty, clean) = try load()
    #expect(dirty.count(.overlap) == 3 && dirty.count(.noEnd) == 3)
    #expect(dirty.returns.count(.bornAfterStart) == 2)
    #expect(dirty.returns.count(.repeatedRow) == 1 && dirty.returns.count(.conflictingHeader) == 1)
    #expect(dirty.returns.rowsSetAside == 7)
    #expect(clean.returns.rowsSetAside == 0)
    let day = try #require(CivilDay("2025-03-31"))
    let gone = dirty.returns.count(.bornAfterStart)
    #expect(abs(Stock(dirty.histories).total(on: day) - Stock(clean.histories).total(on: day)) <= gone)
    for year in 2020...2024 {
      let day = try #require(CivilDay("\(year)-03-31"))
      #expect(Stock(dirty.histories).total(on: day) == Stock(clean.histories).total(on: day))
    }
  }
}
