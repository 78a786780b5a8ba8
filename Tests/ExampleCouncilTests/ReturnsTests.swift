import ExampleCouncil
import Testing
import Units

@Suite struct ReturnsTests {
  let wrenfield = Wrenfield.generated

  @Test func `the same seed gives the same bytes`() {
    let again = ExampleCouncil().files()
    #expect(again.map(\.path) == wrenfield.files.map(\.path))
    #expect(again.map(\.contents) == wrenfield.files.map(\.contents))
    #expect(ExampleCouncil(seed: Seed(1)).files()[1].contents != wrenfield.files[1].contents)
  }

  @Test func `there are six returns of ten tables, and of eleven once social workers are asked for`() {
    #expect(wrenfield.files.count == 6 * 10 + 3 + 7)
    #expect(wrenfield.files.reduce(0) { $0 + $1.contents.utf8.count } < 2_300_000)
    for file in wrenfield.files {
      #expect(file.contents.hasSuffix("\n") && !file.contents.utf8.contains(13))
    }
  }

  @Test(arguments: Wrenfield.years)
  func `codes are used only in the years they belong to`(year: CollectionYear) {
    let places = Set(wrenfield.episodes(year).map { $0["PLACE"] })
    let old: Set = ["H5", "P2"]
    #expect(year.startYear < 2024 ? !places.contains("K3") : places.isDisjoint(with: old))
    #expect(year.startYear < 2025 || !places.contains("Z1"))
    #expect(year.startYear >= 2025 || places.isDisjoint(with: ["Z11", "Z12", "Z13", "Z14"]))
    let sexes = Set(wrenfield.table("header", year).map { $0["SEX"]! })
    #expect(sexes == (year.startYear < 2024 ? ["1", "2"] : ["M", "F"]))
    #expect(wrenfield.table("sw_episodes", year).isEmpty == (year.startYear < 2023))
    let registration = CivilDay(year: 2023, month: 10, day: 28)!
    for row in wrenfield.episodes(year) where old.contains(row["PLACE"]) {
      #expect(row["URN"].isEmpty == (row.start < registration))
      #expect(row.start >= registration || (row.end ?? year.lastDay) <= registration)
    }
  }

  @Test(arguments: Wrenfield.years)
  func `everyone in a table is in the header, with the same birthday`(year: CollectionYear) {
    let header = wrenfield.table("header", year)
    let born = Dictionary(header.map { ($0["CHILD"]!, $0["DOB"]!) }, uniquingKeysWith: { $0 + $1 })
    #expect(born.count == header.count)
    let tables = [
      "uasc", "missing", "reviews", "previous_permanence", "oc2", "oc3", "ad1", "placed_for_adoption",
      "sw_episodes",
    ]
    for table in tables {
      for row in wrenfield.table(table, year) { #expect(row["DOB"] == born[row["CHILD"]!], "\(table)") }
    }
    for row in wrenfield.episodes(year) { #expect(born[row.child] != nil) }
    #expect(born.keys.allSatisfy { $0.utf8.count == 6 } && born.keys.contains { $0.hasPrefix("0") })
  }

  @Test func `no postcode or reference number could be a real one`() {
    for row in wrenfield.histories.values.joined() {
      for column in ["HOME_POST", "PL_POST"] { #expect(row[column].isEmpty || row[column].hasPrefix("Q")) }
      #expect(["", "XXXXXXX"].contains(row["URN"]) || row["URN"].hasPrefix("99"))
      #expect(row["PLACE"] == "P1" || row["HOME_POST"].isEmpty || row["HOME_POST"] != row["PL_POST"])
    }
  }

  @Test
  func `every postcode has a place: the council's in an area of 15 miles by 12, none over 100 miles off`()
    throws
  {
    let file = try #require(wrenfield.files.first { $0.path == "postcodes.csv" })
    let lines = file.contents.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    #expect(lines[0] == ["pcd", "laua", "oseast1m", "osnrth1m"])
    let rows = lines.dropFirst()
    let listed = Set(rows.map { $0[0] })
    #expect(listed.count == rows.count)
    let used = Wrenfield.years.flatMap(wrenfield.episodes).flatMap { [$0["HOME_POST"], $0["PL_POST"]] }
    #expect(listed == Set(used).subtracting([""]))
    func metres(_ place: [String], _ column: Int) throws -> Int { try #require(Int(place[column])) }
    for (column, middle, half) in [(2, 700_000, 12_070), (3, 560_000, 9656)] {
      for row in rows {
        let isOwn = row[1] == ExampleCouncil.authority
        #expect(isOwn == row[0].hasPrefix("QW"))
        #expect(abs(try metres(row, column) - middle) <= (isOwn ? half : 160_000))
      }
    }
  }

  @Test func `planted faults are in the latest return, each found by a rule and listed`() throws {
    let (files, faults) = wrenfield.council.filesWithFaults()
    #expect(faults.count == 24)
    #expect(faults.allSatisfy { !$0.findings.isEmpty })
    let list = try #require(files.last)
    #expect(list.path == "FAULTS.txt")
    for fault in faults { #expect(list.contents.contains(fault.what)) }
    #expect(files.map(\.path) == wrenfield.files.map(\.path) + ["FAULTS.txt"])
    for (file, sound) in zip(files, wrenfield.files) where !file.path.hasPrefix("2025-26/") {
      #expect(file.contents == sound.contents)
    }
  }

  @Test func `every category has a price for every year, rising`() throws {
    let file = try #require(wrenfield.files.first { $0.path == "prices.csv" })
    let lines = file.contents.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(lines[0] == ["category", "weekly_pounds", "from", "note"])
    #expect(lines.count == 1 + 11 * 6)
    let categories = Dictionary(grouping: lines.dropFirst(), by: { $0[0] })
    #expect(
      Set(categories.keys) == [
        "kinship_foster", "in_house_foster", "agency_foster", "in_house_home", "external_home", "secure",
        "residential_school", "supported_accommodation", "with_parents", "adoption", "other",
      ])
    for rows in categories.values {
      #expect(rows.map { $0[2] } == (2020...2025).map { "\($0)-04-01" })
      let pence = rows.map { Money(pounds: $0[1])!.pence }
      #expect(pence == pence.sorted())
    }
  }
}
