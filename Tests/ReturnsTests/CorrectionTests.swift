import Care
import Support
import Testing
import Units

@testable import Returns

/// What one file says otherwise than another: corrections, extracts, and who is followed.
struct CorrectionTests {
  @Test func `an extract that is declared whole ends what it does not know, on the last day it was known`()
    throws
  {
    let june = (10...40).map { EpisodeLine("\($0)", "\($0 % 28 + 1 < 10 ? "0" : "")\($0 % 28 + 1)/06/2024") }
    let files = council([
      "june": june,
      "july": Array(june.dropFirst()) + [
        EpisodeLine("50", "20/07/2024"),
        EpisodeLine("51", "20/07/2024"), EpisodeLine("52", "20/07/2024"),
      ],
    ])
    #expect(try build(files).spells("10") == ["2024-06-11 open U6"])
    let folder = try TemporaryFolder(files)
    let whole = try HistoryBuilder.build(
      ReturnsReader.read(at: folder.path, complete: true), book: .standard())
    #expect(whole.spells("10") == ["2024-06-11 2024-06-28 U6"])
    #expect(whole.count(.lostOpen) == 1)
  }

  @Test func `a start corrected to an earlier day does not lose the child`() throws {
    let built = try build(
      council([
        "2023": [EpisodeLine("1", "11/05/2023"), EpisodeLine("9", "25/03/2024")],
        "2024": [
          EpisodeLine("1", "01/04/2023"), EpisodeLine("9", "25/03/2024"), EpisodeLine("8", "25/03/2025"),
        ],
      ]))
    #expect(built.spells("1") == ["2023-04-01 open U6"])
    #expect(built.count(.corrected) == 1 && built.findings.count == 1)
  }

  @Test func `a year that another follows is whole, however quiet its March`() throws {
    let files = council([
      "2022": [EpisodeLine("1", "01/05/2022"), EpisodeLine("2", "09/02/2023")],
      "2023": [EpisodeLine("2", "09/02/2023"), EpisodeLine("3", "10/02/2024")],
      "2024": [EpisodeLine("3", "10/02/2024"), EpisodeLine("4", "10/02/2025")],
    ])
    let built = try build(files)
    #expect(built.spells("1") == ["2022-05-01 2023-04-01 U6"])
    #expect(built.count(.lostOpen) == 1)
    // The last may be an extract: what it lacks stays open, and is said.
    #expect(built.spells("2") == ["2023-02-09 open U6"])
    #expect(built.count(.notInExtract) == 1)
  }

  @Test func `a start of care taken over from an episode without a night is kept by the next return`() throws
  {
    let built = try build(
      council([
        "2023": [
          EpisodeLine("1", "01/10/2023", "01/10/2023"), EpisodeLine("1", "01/10/2023", rne: "P", place: "K2"),
          EpisodeLine("2", "25/03/2024"),
        ],
        "2024": [EpisodeLine("1", "01/10/2023", rne: "P", place: "K2"), EpisodeLine("2", "25/03/2025")],
      ]))
    #expect(built.spells("1") == ["2023-10-01 open K2"])
    #expect(built.histories.periods.first?.isStartKnown == true)
  }

  @Test func `what the whole return of the year has otherwise than its extract is counted once`() throws {
    let built = try build(
      council([
        "june": [
          EpisodeLine("1", "11/05/2024", "01/06/2024", rec: "E4A"),
          EpisodeLine("3", "01/05/2024", "02/06/2024", rec: "E4A"),
          EpisodeLine("2", "01/05/2024"), EpisodeLine("5", "01/05/2024"), EpisodeLine("6", "01/05/2024"),
        ],
        "annual": [
          EpisodeLine("5", "01/05/2024"), EpisodeLine("6", "01/05/2024"),
          EpisodeLine("1", "01/05/2024", "01/06/2024", rec: "E4A"), EpisodeLine("2", "01/05/2024"),
          EpisodeLine("4", "25/03/2025"),
        ],
      ]))
    #expect(built.spells("1") == ["2024-05-01 2024-06-01 U6"] && built.spells("3").isEmpty)
    #expect(built.count(.corrected) == 2)
  }

  @Test func `a start corrected to a later day takes the earlier nights back`() throws {
    let built = try build(
      council([
        "2023": [EpisodeLine("1", "11/05/2023"), EpisodeLine("9", "25/03/2024")],
        "2024": [
          EpisodeLine("1", "30/12/2023"), EpisodeLine("9", "25/03/2024"), EpisodeLine("8", "25/03/2025"),
        ],
      ]))
    #expect(built.spells("1") == ["2023-12-30 open U6"])
    #expect(built.count(.corrected) == 1 && built.count(.noEnd) == 0)
    // A move that was entered late is no correction.
    let late = try build(
      council([
        "2023": [EpisodeLine("1", "11/05/2023"), EpisodeLine("9", "25/03/2024")],
        "2024": [
          EpisodeLine("1", "20/03/2024", rne: "P", place: "K2"), EpisodeLine("9", "25/03/2024"),
          EpisodeLine("8", "25/03/2025"),
        ],
      ]))
    #expect(late.spells("1") == ["2023-05-11 2024-03-20 U6", "2024-03-20 open K2"])
  }

  @Test func `of files up to the same day content decides, not their names, and it is said`() throws {
    let home = [EpisodeLine("1", "01/05/2024", place: "K2"), EpisodeLine("2", "25/03/2025")]
    let foster = [EpisodeLine("1", "01/05/2024"), EpisodeLine("2", "25/03/2025")]
    for files in [["a": home, "b": foster], ["a": foster, "b": home]] {
      let built = try build(council(files))
      #expect(built.spells("1") == ["2024-05-01 open U6"])
      #expect(built.count(.disagreement) == 1)
    }
  }

  @Test func `a second file of a year with few of its children is a part of it and takes nothing back`()
    throws
  {
    let most = (10...40).map { EpisodeLine("\($0)", "01/05/2024", "20/03/2025", rec: "E4A") }
    let files = council([
      "most": most,
      "late": [EpisodeLine("10", "01/05/2024", "20/03/2025", rec: "E4A"), EpisodeLine("50", "25/03/2025")],
    ])
    let built = try build(files)
    #expect(built.histories.episodes.count == 32)
    #expect(built.count(.corrected) == 0 && built.count(.lostOpen) == 0)
  }
}
