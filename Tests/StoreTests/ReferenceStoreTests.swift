import Operations
import Published
import Store
import Support
import Testing

/// Published figures are kept once, replaced by kind, and set beside each other.
struct ReferenceStoreTests {
  static let moment = "2026-06-01T09:30:00Z"

  private static func cla(_ lines: [String]) -> String {
    "year,level,la_code3,la_code,name,region,measure,value,flag,source\n"
      + lines.map { $0 + ",R\n" }.joined()
  }

  static let first = cla([
    "2025,N,,E92000001,England,,cla_rate_per_10k,67,",
    "2025,R,,E12000002,North West,North West,cla_rate_per_10k,90,",
    "2025,L,890,E06000009,Blackpool,North West,cla_rate_per_10k,184,",
    "2025,L,301,E06000101,Near,North West,cla_rate_per_10k,100,",
    "2025,L,302,E06000102,Nearer,North West,cla_rate_per_10k,,c",
    "2025,L,303,E06000103,Nearest,North West,cla_rate_per_10k,50,",
    "2024,L,890,E06000009,Blackpool,North West,cla_rate_per_10k,181,",
  ])

  static let neighbours = "old_la_code,la_name,SN_1,SN_2,SN_3,SN_4\n890,Blackpool,303,302,301,999\n"

  private func read(_ files: [String: String]) throws -> PublishedFolder {
    let folder = try TemporaryFolder(files)
    return try PublishedReader.read(at: folder.path)
  }

  private func store() throws -> (TemporaryFolder, StoreFile) {
    let folder = try TemporaryFolder()
    return (folder, try StoreFile(at: folder.path + "/s.sqlite"))
  }

  @discardableResult
  private func add(_ files: [String: String], _ store: StoreFile) throws -> ReferenceAddition {
    try store.reference.add(try read(files), moment: Self.moment) { _, _ in }
  }

  private func blackpool(_ store: StoreFile) throws -> Area? {
    if case .found(let area) = try store.reference.area(named: "Blackpool Council") { area } else { nil }
  }

  @Test func `a council stands beside its neighbours, region and England`() throws {
    let (storeFolder, store) = try store()
    defer { withExtendedLifetime(storeFolder) {} }
    try add(["a.csv": Self.first, "n.csv": Self.neighbours], store)
    let area = try #require(try blackpool(store))
    #expect(try store.reference.neighbours(of: "890") == ["303", "302", "301", "999"])
    #expect(try store.reference.region(of: area)?.name == "North West")
    let rows = try Benchmark.rows(of: area, measures: ["cla-rate"], in: store.reference)
    #expect(rows.map(\.year) == [2024, 2025])
    let row = try #require(rows.last)
    #expect(row.council?.value == 184 && row.region?.value == 90 && row.england?.value == 67)
    #expect(row.neighbourMean == 75 && row.neighboursCounted == 2 && row.neighbours == 4)
    #expect(rows[0].neighbourMean == nil && rows[0].england == nil)
  }

  @Test func `adding the same again changes nothing, a newer file takes the older one's place`() throws {
    let (storeFolder, store) = try store()
    defer { withExtendedLifetime(storeFolder) {} }
    #expect(try add(["a.csv": Self.first], store).added == ["Children looked after, starts and ends"])
    let sources = try store.reference.sources()
    #expect(try add(["renamed.csv": Self.first], store).added.isEmpty)
    #expect(try store.reference.sources() == sources)
    let newer = Self.cla([
      "2025,L,890,E06000009,Blackpool,North West,cla_rate_per_10k,185,",
      "2026,L,890,E06000999,Blackpool,North West,cla_rate_per_10k,,c",
    ])
    try add(["b.csv": newer], store)
    #expect(try store.reference.sources().map(\.file) == ["b.csv"])
    for name in ["890", "E06000009", "E06000999"] {
      let figures = try store.reference.figures(measures: ["cla-rate"], areas: [name], years: nil)
      #expect(figures.map(\.value) == [185, nil] && figures.map(\.flag) == ["", "c"])
    }
    let area = try #require(try blackpool(store))
    #expect(area.code == "E06000999" && area.formerCodes == ["E06000009"])
  }

  @Test func `of two sources of one figure the last with a value counts`() throws {
    let (storeFolder, store) = try store()
    defer { withExtendedLifetime(storeFolder) {} }
    try add(["a.csv": Self.first], store)
    let place = "time_period,time_identifier,geographic_level,country_code,old_la_code,la_name,new_la_code"
    try add(
      [
        "d.csv": """
        \(place),population_count,number,rate_per_10000
        2025,Reporting year,Local authority,E92000001,890,Blackpool,E06000009,Children looked after at 31 March each year,530,c
        2024,Reporting year,Local authority,E92000001,890,Blackpool,E06000009,Children looked after at 31 March each year,520,182

        """
      ], store)
    let figures = try store.reference.figures(measures: ["cla-rate"], areas: ["890"], years: 2024...2025)
    #expect(figures.map(\.value) == [182, 184])
    #expect(figures.map(\.source) == ["download-cla", "cla"])
  }

  @Test func `a measure that ends in a stroke stands for all below it`() throws {
    let (storeFolder, store) = try store()
    defer { withExtendedLifetime(storeFolder) {} }
    try add(
      [
        "s.csv":
          "year,la_code,group,characteristic,value,flag\n2025,E06000009,age,Under 1 year,3,\n2025,E06000009,age,1 to 4 years,4,\n2025,E06000009,legal,Full care order,5,\n"
      ], store)
    let figures = try store.reference.figures(measures: ["started/age/"], areas: [], years: nil)
    #expect(figures.map(\.breakdown) == ["1 to 4 years", "Under 1 year"])
    #expect(try store.reference.figures(measures: ["started/"], areas: [], years: nil).count == 3)
    #expect(try store.reference.figures(measures: ["started"], areas: [], years: nil).isEmpty)
    #expect(try store.reference.figures(measures: ["started/"], areas: ["E99999999"], years: nil).isEmpty)
  }
}
