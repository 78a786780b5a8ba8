import Care
import Costing
import Files
import Support
import Testing
import Units

/// Ledgers written in a test, read.
struct LedgerText {
  static let columns =
    "PLACEMENT_ID,CHILD,PLACEMENT_START,PLACEMENT_END,PLACE,PLACE_PROVIDER,PROVIDER_NAME,EFFECTIVE_FROM,EFFECTIVE_TO,WEEKLY_FEE"

  static func grid(_ text: String, name: String = "fees.csv") throws -> Grid {
    try Array(text.utf8).withUnsafeBufferPointer { try GridFile.csv($0, name: name).get() }
  }

  static func read(
    _ rows: [String], columns: String = columns, mapping: LedgerMapping = LedgerMapping(),
    match: MatchTable? = nil
  ) throws -> FeeReading {
    let grid = try grid(([columns] + rows).joined(separator: "\n"))
    let reading = try FeeReader.read([grid], mapping: mapping, match: match, book: .standard())
    #expect(reading.ledger.lines.count + reading.setAside.count == reading.rows)
    return reading
  }

  /// Ten agency placements of about £900 a week.
  static var usual: [String] {
    (0..<10).map {
      "PL\($0),10000\($0),01/04/2024,,U6,PR4,Heron Fostering,01/04/2024,,\(880 + $0 * 5).00"
    }
  }
}

@Suite struct FeeReaderTests {
  private func reasons(_ rows: [String]) throws -> [String] {
    try LedgerText.read(LedgerText.usual + rows).setAside.map { "\($0.address) \($0.kind.rawValue)" }
  }

  private func fees(_ amounts: [String]) throws -> [Int] {
    let rows = amounts.map { "P,123456,01/04/2024,,U6,PR4,Heron,01/04/2024,,\"\($0)\"" }
    return try LedgerText.read(rows).ledger.lines.map(\.weekly.pencePerWeek)
  }

  @Test func `a line says who, where, from when and what`() throws {
    let reading = try LedgerText.read([
      "PL1,012345,05/11/2018,30/11/2019,K2,PR4,RES-07,01/04/2019,30/11/2019,3233.76"
    ])
    let line = try #require(reading.ledger.lines.first)
    let book = try CategoryBook.standard()
    #expect(line.child == ChildID("012345") && line.provider == "RES-07" && line.placement == "PL1")
    #expect(line.weekly.pencePerWeek == 323_376 && line.category == book.category(id: "external_home"))
    #expect(line.start == CivilDay("2019-04-01") && line.end == CivilDay("2019-11-30"))
    #expect(reading.findings.isEmpty && reading.setAside.isEmpty)
    #expect(reading.columns.contains("fee: WEEKLY_FEE"))
  }

  @Test func `currency signs, commas and units are read`() throws {
    let read = try fees(["£1,234.50", "GBP 950", "1234.5", " 950.00 pw", "£4,100 pcm", "0"])
    #expect(read.sorted() == [0, 94356, 95000, 95000, 123_450, 123_450])
  }

  @Test func `what is no plain fee is set aside at its cell`() throws {
    let start = "P,123456,01/04/2024,,U6,PR4,Heron Fostering,01/04/2024,"
    #expect(
      try reasons([
        start + ",-900", start + ",(900.00)", start + ",about 900", start + ",", start + ",\"9,00.00\"",
        start + "31/03/2024,900", "P,123456,,,U6,PR4,Heron Fostering,32/04/2024,,900",
        "P,123456,,,U6,PR4,Heron Fostering,,,900", ",,,,,,Total,,,9000",
        "P,12 34,,,U6,PR4,Heron Fostering,01/04/2024,,900", LedgerText.columns,
        "P,123456,01/05/2024,,U6,PR4,Heron Fostering,01/04/2024,15/04/2024,900",
      ]) == [
        "J12 negative fee", "J13 negative fee", "J14 amount can't be read", "J15 no fee",
        "J16 amount can't be read",
        "I17 ends before it starts", "H18 day can't be read", "H19 no first day", "B20 no child",
        "B21 child's number can't be used", "B22 heading repeated", "H23 rate before the placement",
      ])
  }

  @Test func `a month's fee, pence and hundredths are told by what others pay`() throws {
    let start = "P,123456,01/04/2024,,U6,PR4,Heron Fostering,01/04/2024,"
    #expect(try reasons([start + ",3911.00"]) == ["J12 looks like a fee per month"])
    #expect(try reasons([start + ",90000"]) == ["J12 looks like pence for pounds"])
    #expect(try reasons([start + ",9.00"]) == ["J12 looks like pounds for pence"])
    #expect(try reasons([start + ",2100"]) == [])
    let sibling = "P,123456,01/04/2023,,U6,PR4,Heron Fostering,01/04/2023,31/03/2024,870"
    #expect(try reasons([sibling, start + ",3900"]) == ["J13 looks like a fee per month"])
  }

  @Test func `fees per month are read where the heading or the mapping says so`() throws {
    let monthly = LedgerText.columns.replacing("WEEKLY_FEE", with: "Fee (£ per month)")
    let row = "P,123456,01/04/2024,,U6,PR4,Heron Fostering,01/04/2024,,3650.00"
    let read = try LedgerText.read([row], columns: monthly)
    #expect(read.ledger.lines.map(\.weekly.pencePerWeek) == [84_000])
    #expect(read.notes.contains { $0.contains("1 fees are per month") })
    let mapping = try LedgerMapping(
      yaml: Array("per: month\ncolumns:\n  fee: WEEKLY_FEE\n".utf8),
      fields: LedgerField.allCases.map(\.rawValue))
    #expect(try LedgerText.read([row], mapping: mapping).ledger.lines.map(\.weekly.pencePerWeek) == [84_000])
  }

  @Test func `fractions of a penny and parts that differ are findings, never rounded silently`() throws {
    let reading = try LedgerText.read(
      ["1,123456,01/04/2024,900.005,800,50", "2,123456,01/04/2023,900,850,50"],
      columns: "PLACEMENT,CHILD,FROM,FEE,CORE,EDUCATION")
    #expect(
      reading.findings.map { "\($0.address) \($0.kind.rawValue) \($0.penceAWeek)" } == [
        "D2 fractions of a penny 0", "D2 parts differ from the whole 5001",
      ])
    #expect(reading.ledger.lines.map(\.weekly.pencePerWeek).sorted() == [90_000, 90_001])
  }

  @Test func `the last day is told by what follows, then by the placement, then by most`() throws {
    let rows = [
      "A,1,01/04/2023,10/06/2024,U6,PR4,H,01/04/2023,31/03/2024,900",
      "A,1,01/04/2023,10/06/2024,U6,PR4,H,01/04/2024,10/06/2024,910",
      "B,1,10/06/2024,,U6,PR4,H,10/06/2024,31/03/2025,920",
      "C,2,01/05/2024,20/05/2024,U6,PR4,H,01/05/2024,19/05/2024,920",
    ]
    let lines = try LedgerText.read(rows).ledger.lines
    let ends = Dictionary(
      lines.map { ("\($0.placement)\($0.start)", $0.end?.description) }, uniquingKeysWith: { a, _ in a })
    #expect(ends["A2023-04-01"] == "2024-04-01")
    #expect(ends["A2024-04-01"] == "2024-06-10")
    #expect(ends["B2024-06-10"] == "2025-04-01")
    #expect(ends["C2024-05-01"] == "2024-05-20")
  }

  @Test func `children's numbers of another system are matched, and the unmatched set aside with their fee`()
    throws
  {
    let match = try MatchTable(try LedgerText.grid("LEDGER_ID,CHILD\nX 1,123456\nX 2,234567\n"))
    let reading = try LedgerText.read(
      ["1,X 1,01/04/2024,900", "2,X 9,01/04/2024,950.50"], columns: "PLACEMENT,CHILD,FROM,FEE", match: match)
    #expect(reading.ledger.lines.map(\.child) == [ChildID("123456")])
    #expect(reading.setAside.map(\.kind) == [.unmatched])
    #expect(reading.setAside[0].weekly?.pencePerWeek == 95050 && !reading.setAside[0].problem.contains("X 9"))
    #expect(throws: GridError.self) { try MatchTable(try LedgerText.grid("A,CHILD\n1,2\n1,3\n")) }
  }

  @Test func `fees that are net of others' shares are told by their parts`() throws {
    let columns = "PLACEMENT,CHILD,FROM,FEE,CORE,EDUCATION,HEALTH"
    let net = try LedgerText.read(["1,123,01/04/2024,700.00,900,100,-300"], columns: columns)
    #expect(net.ledger.lines.map(\.weekly.pencePerWeek) == [100_000] && net.findings.isEmpty)
    #expect(net.ledger.lines.map(\.councilWeekly.pencePerWeek) == [70_000])
    let whole = try LedgerText.read(["1,123,01/04/2024,1000.00,900,100,300"], columns: columns)
    #expect(whole.ledger.lines.map(\.councilWeekly.pencePerWeek) == [70_000] && whole.findings.isEmpty)
    let more = try LedgerText.read(["1,123,01/04/2024,250.00,,,300"], columns: columns)
    #expect(more.setAside.map(\.kind) == [.shares])
  }

  @Test func `merged cells are filled down, but not money`() throws {
    func row(_ number: Int, _ values: String...) -> GridRow {
      GridRow(number: number, values: values.map { $0.isEmpty ? .empty : .text($0) })
    }
    let grid = Grid(
      file: "fees.xlsx", sheet: "Fees 24",
      rows: [
        row(1, "Fees of 2024"), row(3, "CHILD", "FROM", "FEE"), row(4, "123", "01/04/2024", "900"),
        GridRow(number: 5, values: [.empty, .number("45474"), .number("910.5")]),
        row(6, "124", "01/04/2024", "900"),
        row(7, "125", "01/04/2024"),
      ],
      merged: [MergedCells(rows: 4...5, columns: 0...0), MergedCells(rows: 6...7, columns: 2...2)])
    let reading = try FeeReader.read([grid], book: .standard())
    #expect(reading.ledger.lines.map(\.start.description) == ["2024-04-01", "2024-07-01"])
    #expect(reading.ledger.lines.allSatisfy { $0.child == ChildID("123") })
    #expect(reading.setAside.map(\.address) == ["'Fees 24'!C6", "'Fees 24'!C7"])
    #expect(
      reading.notes.contains { $0.contains("1 row above") }
        && reading.notes.contains { $0.contains("1 cells were filled") })
  }

  @Test func `a table without the headings says which are needed`() throws {
    #expect(throws: GridError.self) { try LedgerText.read(["1,2"], columns: "A,B") }
    var mapping = LedgerMapping()
    mapping.columns = ["fee": "Nothing"]
    #expect(throws: GridError.self) { try LedgerText.read(LedgerText.usual, mapping: mapping) }
  }

  @Test func `a mapping written is read back, and what is wrong with one is said on its line`() throws {
    var mapping = LedgerMapping()
    mapping.columns = ["fee": "Cost \"A\": £", "child": "Ref"]
    (mapping.per, mapping.ends, mapping.isPence, mapping.sheet) = (.fourWeeks, .lastNight, true, "S: 1")
    let fields = LedgerField.allCases.map(\.rawValue)
    #expect(try LedgerMapping(yaml: Array(mapping.yaml.utf8), fields: fields) == mapping)
    for text in ["per: day", "columns:\n  fie: X", "colums: {}", "- a", "ends: never"] {
      #expect(throws: LedgerMappingError.self) { try LedgerMapping(yaml: Array(text.utf8), fields: fields) }
    }
  }

  @Test(arguments: 0..<40)
  func `whatever is broken, each row is read or set aside`(run: Int) throws {
    var draws = Draws { Seed(UInt64(run)).words($0, 0, 0, 0) }
    let broken = [
      "", "-5", "x", "31/02/2024", "45000", "£1,000.005", "(3)", "\"", "#REF!", "9e9", "123456789012345678",
    ]
    let rows = (0..<60).map { number in
      var cells = LedgerText.usual[number % 10].split(separator: ",", omittingEmptySubsequences: false).map(
        String.init)
      for place in cells.indices where UInt.random(in: 0..<8, using: &draws) == 0 {
        cells[place] = broken.randomElement(using: &draws) ?? ""
      }
      return cells.joined(separator: ",")
    }
    let reading = try LedgerText.read(rows)
    #expect(reading.rows <= 60 && reading.setAside.allSatisfy { !$0.problem.contains("10000") })
  }

  @Test(.needsReference) func `the sample ledger is read whole`() throws {
    let grids = try GridFile.read(at: Reference.path("data/synth/placement_costs.csv")).grids
    let reading = try FeeReader.read(grids, book: .standard())
    #expect(reading.rows == 4770 && reading.setAside.isEmpty)
    #expect(reading.findings.isEmpty)
    // The sample's fees are net of what the health service pays.
    #expect(reading.notes.contains { $0.contains("net of what others pay") })
    let sum = reading.ledger.lines.reduce(0) { $0 + $1.councilWeekly.pencePerWeek }
    let fees = grids[0].rows.dropFirst().reduce(0) { $0 + (Money(pounds: $1[9].text)?.pence ?? 0) }
    #expect(sum == fees && sum > 400_000_000)
    #expect(reading.ledger.lines.allSatisfy { ($0.end ?? .distantFuture) >= $0.start })
  }
}
