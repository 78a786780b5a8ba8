import Care
import Support
import Testing
import Units

@testable import Returns

/// The collection year and as-of date, told by the data.
struct YearTests {
  /// A return's worth of episodes ending through the year and some still open.
  private func year(_ start: Int, children: Range<Int> = 100..<160) -> [EpisodeLine] {
    children.map { child in
      let month = child % 12 + 1
      let inYear = month >= 4 ? start : start + 1
      let end = child % 3 == 0 ? "" : "15/\(month < 10 ? "0" : "")\(month)/\(inYear)"
      return EpisodeLine("\(child)", "10/05/\(start - 1)", end, rec: end.isEmpty ? "" : "E4A")
    } + [EpisodeLine("\(children.lowerBound)9", "28/03/\(start + 1)")]
  }

  private func file(_ set: ReturnSet, _ name: String) throws -> ReturnFile {
    try #require(set.files.first { $0.name == name })
  }

  @Test func `a year is told by its dates, whatever the file is called`() throws {
    let set = try read(council(["return for 1999": year(2023)]))
    #expect(try file(set, "return for 1999/a.csv").year == FinancialYear(startYear: 2023))
    #expect(try file(set, "return for 1999/b.csv").year == FinancialYear(startYear: 2023))
    #expect(set.latestEvent == CivilDay("2024-03-28"))
    #expect(try file(set, "return for 1999/a.csv").isComplete)
  }

  @Test func `a mistyped year does not move the return`() throws {
    var lines = year(2023)
    lines[4].dec = "15/06/2052"
    lines[7].decom = "10/05/2042"
    let set = try read(council(["x": lines]))
    #expect(try file(set, "x/a.csv").year == FinancialYear(startYear: 2023))
    #expect(set.latestEvent == CivilDay("2024-03-28"))
    let built = try HistoryBuilder.build(set, book: .standard())
    #expect(built.returns.count(.afterAsOf) == 1)
    #expect(built.count(.endAfterAsOf) == 1)
  }

  @Test func `a stay to 31 March whose DEC is 1 April belongs to the year it was spent in`() throws {
    var lines = year(2023)
    for index in 0..<5 { lines[index].dec = "01/04/2024" }
    let set = try read(council(["x": lines]))
    #expect(try file(set, "x/a.csv").year == FinancialYear(startYear: 2023))
    #expect(set.latestEvent == CivilDay("2024-03-31"))
  }

  @Test func `an extract within the year has its own as-of date and ends nobody's care`() throws {
    var lines = year(2024)
    lines = lines.filter { $0.dec.isEmpty || $0.dec.hasSuffix("/2024") }
      .filter { !["10", "11", "12"].contains($0.dec.dropFirst(3).prefix(2)) }
    lines.removeLast()
    let set = try read(council(["2023": year(2023), "extract": lines]))
    let extract = try file(set, "extract/a.csv")
    #expect(extract.asOf == CivilDay("2024-09-15"))
    #expect(!extract.isComplete)
    let built = try HistoryBuilder.build(set, book: .standard())
    #expect(built.count(.lostOpen) == 0)
    #expect(built.histories.asOf == CivilDay("2024-09-15"))
  }

  @Test func `news of the first days of April is not lost`() throws {
    var april = year(2023).filter { $0.dec.isEmpty }
    april[0].dec = "09/04/2024"
    april[1].dec = "10/04/2024"
    for index in 0...1 { april[index].rec = "E4A" }
    let set = try read(council(["2023": year(2023), "april": april]))
    let extract = try file(set, "april/a.csv")
    #expect(extract.asOf == CivilDay("2024-04-10") && extract.year == FinancialYear(startYear: 2024))
    #expect(!extract.isComplete)
    let built = try HistoryBuilder.build(set, book: .standard())
    #expect(built.histories.episodes.count { $0.end == CivilDay("2024-04-09") } == 1)
    #expect(built.returns.rowsSetAside == 0)
  }

  @Test func `years with a hole are named`() throws {
    let set = try read(council(["a": year(2021), "b": year(2023)]))
    #expect(set.missingYears == [FinancialYear(startYear: 2022)])
    #expect(set.problems.isEmpty)
  }

  @Test func `tables without dates take the year whose header holds their children`() throws {
    var files = council(["a": year(2022), "b": year(2023, children: 130..<190)])
    files["loose/leavers.csv"] =
      "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\n175,01/06/2012,YES,F2,B1\n176,01/06/2012,YES,F2,B1\n"
    files["loose/unrelated.csv"] = "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\nzz,01/06/2012,YES,F2,B1\n"
    let set = try read(files)
    #expect(try file(set, "loose/leavers.csv").year == FinancialYear(startYear: 2023))
    #expect(try file(set, "loose/unrelated.csv").year == nil)
    #expect(set.notes(.noYear).count == 1)
  }

  @Test func `two councils' files are refused, by year, by neighbouring years and by identifiers`() throws {
    let two = council(["a": year(2023), "b": year(2023, children: 500..<560)])
    #expect(try read(two).problems.contains { if case .twoCouncils = $0 { true } else { false } })
    #expect(try read(two, combine: true).problems.isEmpty)
    let apart = council(["a": year(2022), "b": year(2023, children: 500..<560)])
    #expect(try read(apart).problems.contains { if case .unrelatedYears = $0 { true } else { false } })
    var clash = council(["a": year(2023)])
    for (name, text) in council(["b": year(2023)], birth: "02/07/2013") { clash[name] = text + "\n" }
    clash["b/a.csv"] = nil
    #expect(try read(clash).problems.contains { if case .clashingIdentifiers = $0 { true } else { false } })
  }
}
