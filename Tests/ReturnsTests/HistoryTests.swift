import Care
import Support
import Testing
import Units

@testable import Returns

/// Joining returns: the union over years and every repair, each with its finding.
struct HistoryTests {
  @Test func `an episode open in one return is closed by the next`() throws {
    let built = try build(
      council([
        "2023": [EpisodeLine("1", "01/05/2023"), EpisodeLine("2", "20/03/2024")],
        "2024": [EpisodeLine("1", "01/05/2023", "09/09/2024", rec: "E4A"), EpisodeLine("2", "20/03/2024")],
      ]))
    #expect(built.spells("1") == ["2023-05-01 2024-09-09 U6"])
    #expect(built.spells("2") == ["2024-03-20 open U6"])
    #expect(built.superseded == 2)
    #expect(built.findings.isEmpty)
  }

  @Test func `the latest return wins where two give the same start`() throws {
    let built = try build(
      council([
        "2023": [EpisodeLine("1", "01/05/2023", "01/08/2023", rec: "E4A"), EpisodeLine("2", "20/03/2024")],
        "2024": [
          EpisodeLine("1", "01/05/2023", "01/07/2023", place: "K2", rec: "E4A"),
          EpisodeLine("2", "20/03/2024"),
          EpisodeLine("3", "20/03/2025"),
        ],
      ]))
    #expect(built.spells("1") == ["2023-05-01 2023-07-01 K2"])
  }

  @Test func `an overlap shortens the earlier episode, and a missing end is the next start`() throws {
    let built = try build(
      council([
        "x": [
          EpisodeLine("1", "01/05/2024", "20/06/2024"),
          EpisodeLine("1", "10/06/2024", "01/07/2024", rne: "P", rec: "E4A"),
          EpisodeLine("2", "01/05/2024"), EpisodeLine("2", "11/06/2024", rne: "P", place: "K2"),
        ]
      ]))
    #expect(built.spells("1") == ["2024-05-01 2024-06-10 U6", "2024-06-10 2024-07-01 U6"])
    #expect(built.spells("2") == ["2024-05-01 2024-06-11 U6", "2024-06-11 open K2"])
    #expect(built.count(.overlap) == 1)
    #expect(built.findings.first { $0.kind == .overlap }?.nights == -10)
    #expect(built.count(.noEnd) == 1)
  }

  @Test func `an open episode that a later whole return does not know ends on its 1 April`() throws {
    let built = try build(
      council([
        "2022": [EpisodeLine("1", "01/05/2022"), EpisodeLine("2", "25/03/2023")],
        "2023": [EpisodeLine("2", "25/03/2023"), EpisodeLine("3", "25/03/2024")],
        "2024": [
          EpisodeLine("2", "25/03/2023"), EpisodeLine("3", "25/03/2024"), EpisodeLine("4", "25/03/2025"),
        ],
      ]))
    #expect(built.spells("1") == ["2022-05-01 2023-04-01 U6"])
    #expect(built.count(.lostOpen) == 1)
    #expect(built.findings.first?.line == 2)
  }

  @Test func `a placement left on the day it began passes its start of care on`() throws {
    let built = try build(
      council([
        "x": [
          EpisodeLine("1", "01/06/2024", "01/06/2024"), EpisodeLine("1", "01/06/2024", rne: "P", place: "K2"),
          EpisodeLine("2", "02/06/2024", "02/06/2024", rec: "E4A"), EpisodeLine("3", "25/03/2025"),
        ]
      ]))
    #expect(built.spells("1") == ["2024-06-01 open K2"] && built.spells("2").isEmpty)
    #expect(built.histories.periods.map(\.isStartKnown) == [true, true])
    #expect(built.count(.noNight) == 2)
    #expect(built.returns.rowsSetAside == 0)
  }

  @Test func `of equal returns the closed row stands, and neither is a fault`() throws {
    let built = try build(
      council([
        "a": [EpisodeLine("1", "01/05/2024"), EpisodeLine("2", "25/03/2025")],
        "b": [EpisodeLine("1", "01/05/2024", "02/06/2024", rec: "E4A"), EpisodeLine("2", "25/03/2025")],
      ]))
    #expect(built.spells("1") == ["2024-05-01 2024-06-02 U6"])
    #expect(built.returns.rowsSetAside == built.returns.count(.sameFileTwice))
  }

  @Test func `four header rows of one child are three set aside, each once`() throws {
    var files = council(["x": [EpisodeLine("1", "01/05/2024"), EpisodeLine("2", "25/03/2025")]])
    files["x/b.csv"] = ReturnFixture.header([
      ("1", "01/06/2012"), ("2", "01/06/2012"), ("1", "02/06/2012"), ("1", "03/06/2012"), ("1", "01/06/2012"),
    ])
    let built = try build(files)
    #expect(built.returns.setAside.map(\.line) == [4, 5, 6])
    #expect(built.returns.rowsRead == built.returns.rowsUsed + built.returns.rowsSetAside)
  }

  @Test func `across a missing year it ends at the next return's 1 April, under another name`() throws {
    let built = try build(
      council([
        "2021": [EpisodeLine("1", "01/05/2021"), EpisodeLine("2", "25/03/2022")],
        "2023": [EpisodeLine("2", "25/03/2022"), EpisodeLine("3", "25/03/2024")],
      ]))
    #expect(built.spells("1") == ["2021-05-01 2023-04-01 U6"])
    #expect(built.count(.closedInGap) == 1)
  }

  @Test func `nobody is in care past the 18th birthday`() throws {
    let built = try build(
      council(
        ["x": [EpisodeLine("1", "01/05/2024"), EpisodeLine("2", "01/02/2024", "20/03/2025", rec: "E7")]],
        birth: "03/11/2006"))
    #expect(built.spells("1") == ["2024-05-01 2024-11-03 U6"])
    #expect(built.spells("2") == ["2024-02-01 2024-11-03 U6"])
    #expect(built.count(.pastEighteenth) == 2)
  }

  @Test func `impossible rows are set aside`() throws {
    var files = council([
      "x": [
        EpisodeLine("1", "01/05/2024"), EpisodeLine("2", "01/05/2024", "30/04/2024", rec: "E4A"),
        EpisodeLine("3", "01/05/2024"), EpisodeLine("4", "01/05/2024"), EpisodeLine("5", "20/03/2025"),
      ]
    ])
    files["x/b.csv"] = ReturnFixture.header([
      ("1", "02/05/2024"), ("2", "01/06/2012"), ("3", "01/05/2006"), ("5", "01/06/1912"),
    ])
    #expect(throws: HistoryError.noUsableEpisodes(setAside: 5)) { try build(files) }
    files["x/b.csv"] = (files["x/b.csv"] ?? "") + "6,1,01/06/2012,WBRI,,,\n"
    files["x/a.csv"] = (files["x/a.csv"] ?? "") + "6,21/03/2025,S,C2,N1,U6,PR1,,,,,,\n"
    let built = try build(files)
    #expect(built.returns.count(.bornAfterStart) == 1)
    #expect(built.returns.count(.endsBeforeStart) == 1)
    #expect(built.returns.count(.adultAtStart) == 2)
    #expect(built.returns.count(.noHeaderRow) == 1)
    #expect(built.histories.episodes.count == 1)
  }

  @Test func `a lost leading zero is suggested, not assumed`() throws {
    var files = council(["x": [EpisodeLine("00123", "01/05/2024")]])
    files["x/u.csv"] = "CHILD,SEX,DOB,DUC\n123,1,01/06/2012,\n999,1,01/06/2012,\n"
    let built = try build(files)
    let aside = built.returns.setAside
    #expect(aside.map(\.reason) == [.noHeaderRow, .noHeaderRow])
    #expect(aside.first?.action.contains("00123") == true)
    #expect(aside.last?.action.contains("00123") == false)
    #expect(built.histories.children.allSatisfy { !$0.isUASC })
  }

  @Test func `two header rows: a copy is dropped, a contradiction is settled by the other years`() throws {
    var files = council([
      "2023": [EpisodeLine("1", "01/05/2023"), EpisodeLine("9", "25/03/2024")],
      "2024": [EpisodeLine("1", "01/05/2023"), EpisodeLine("9", "25/03/2025")],
    ])
    files["2024/b.csv"] = ReturnFixture.header([
      ("1", "05/05/2015"), ("9", "01/06/2012"), ("1", "01/06/2012"), ("9", "01/06/2012"),
    ])
    let built = try build(files)
    #expect(built.returns.count(.repeatedRow) == 1)
    #expect(built.returns.count(.conflictingHeader) == 1)
    #expect(built.returns.setAside.first { $0.reason == .conflictingHeader }?.line == 2)
    let child = built.histories.children.first { $0.id.revealed == "1" }
    #expect(child?.birth == CivilDay("2012-06-01"))
  }

  @Test func `a changed date of birth is a finding and the latest is used`() throws {
    var files = council(["2023": [EpisodeLine("1", "25/03/2024")], "2024": [EpisodeLine("1", "25/03/2024")]])
    files["2024/b.csv"] = ReturnFixture.header([("1", "02/06/2012")])
    files["2024/a.csv"] = ReturnFixture.episodes([
      EpisodeLine("1", "25/03/2024"), EpisodeLine("1", "25/03/2025", rne: "P"),
    ])
    let built = try build(files)
    #expect(built.count(.birthChanged) == 1)
    #expect(built.histories.children.first?.birth == CivilDay("2012-06-02"))
  }

  @Test func `respite is kept apart and unknown codes keep their child`() throws {
    let built = try build(
      council([
        "x": [
          EpisodeLine("1", "01/05/2024", "05/05/2024", ls: "V3", place: "R1", rec: "E4A"),
          EpisodeLine("2", "01/05/2024", place: "Q1"), EpisodeLine("3", "01/05/2024", place: "H5"),
        ]
      ]))
    #expect(built.histories.respite.count == 1)
    #expect(built.histories.episodes.count == 2)
    #expect(built.count(.unknownPlace) == 1)
    #expect(built.count(.placeOutOfYear) == 1)
    let book = built.histories.book
    #expect(
      Set(built.histories.episodes.map { book[$0.category].id }) == ["unknown", "supported_accommodation"])
  }

  @Test func `an as-of date cuts what comes after it and refuses to be before everything`() throws {
    let files = council([
      "x": [
        EpisodeLine("1", "01/05/2024", "10/10/2024", rec: "E4A"), EpisodeLine("2", "11/12/2024"),
      ]
    ])
    let built = try build(files, asOf: CivilDay("2024-09-30"))
    #expect(built.spells("1") == ["2024-05-01 open U6"])
    #expect(built.spells("2") == [])
    #expect(built.returns.count(.afterAsOf) == 1)
    #expect(throws: HistoryError.self) { try build(files, asOf: CivilDay("2020-01-01")) }
  }

  @Test func `of two episodes from one day in one return the one that lasts is kept`() throws {
    let built = try build(
      council([
        "x": [
          EpisodeLine("1", "01/05/2024", "02/05/2024"),
          EpisodeLine("1", "01/05/2024", "09/06/2024", rec: "E4A"),
          EpisodeLine("2", "01/05/2024"), EpisodeLine("2", "01/05/2024"),
        ]
      ]))
    #expect(built.spells("1") == ["2024-05-01 2024-06-09 U6"])
    #expect(built.returns.count(.sameDayEpisode) == 1)
    #expect(built.returns.count(.repeatedRow) == 1)
  }
}
