import Published
import Support
import Testing

/// Downloads as Explore education statistics gives them.
struct DownloadTests {
  static let place =
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,la_name,new_la_code"

  static let rates = """
    \(place),population_count,population_estimate,number,rate_per_10000
    2025,Reporting year,National,E92000001,England,,,,,,Children looked after at 31 March each year,12183016,81770,67
    2025,Reporting year,Regional,E92000001,England,E13000001,Inner London,,,,Children looked after at 31 March each year,639273,3790,59
    2025,Reporting year,Local authority,E92000001,England,E13000001,Inner London,202,Camden,E09000007,Children looked after at 31 March each year,47000,c,c
    2025,Reporting year,Local authority,E92000001,England,E13000001,Inner London,202,Camden,E09000007,Children starting to be looked after each year,47000,110,z
    202425,Financial year,Local authority,E92000001,England,E12000002,North West,890,Blackpool,E06000009,Children ceasing to be looked after each year,28923,low,62
    2025,Reporting year,School,E92000001,England,,,,,,Children looked after at 31 March each year,1,1,1

    """

  private func read(_ files: [String: String]) throws -> PublishedFolder {
    let folder = try TemporaryFolder(files)
    return try PublishedReader.read(at: folder.path)
  }

  private func figures(_ folder: PublishedFolder, _ measure: String) -> [String] {
    folder.files.flatMap(\.series).filter { $0.measure == measure }.flatMap(\.figures).map {
      "\(folder.areas[$0.area].name) \($0.year) \($0.value.map { "\($0)" } ?? $0.flag)"
    }.sorted()
  }

  @Test func `numbers and rates give the same measures as the tidy form`() throws {
    let folder = try read(["any.csv": Self.rates])
    #expect(
      figures(folder, "cla-31-march") == [
        "Camden 2025 c", "England 2025 81770.0", "Inner London 2025 3790.0",
      ])
    #expect(figures(folder, "started") == ["Camden 2025 110.0"])
    #expect(figures(folder, "started-rate") == ["Camden 2025 z"])
    #expect(figures(folder, "ceased") == ["Blackpool 2025 low"])
    #expect(figures(folder, "ceased-rate") == ["Blackpool 2025 62.0"])
  }

  @Test func `a London borough's region is London, whose figures are published`() throws {
    let folder = try read(["any.csv": Self.rates])
    #expect(folder.areas.first { $0.number == "202" }?.region == "E12000007")
  }

  @Test func `placements, stability, new placements and population`() throws {
    let england = "2025,Reporting year,National,E92000001,England,,,,,,"
    let folder = try read([
      "a.csv": """
      \(Self.place),cla_group,characteristic,number,percentage
      \(england)Placement,Foster placements,54820,67
      \(england)Placement,"Secure units, children's homes and semi-independent living accommodation",100,k
      \(england)Age group,Under 1 year,4000,5

      """,
      "b.csv": """
      \(Self.place),cla_group,placement_stability,children_count,children_percent
      \(england)CLA on 31 March,With 3 or more placements during the year,8500,10
      \(england)Children looked after continuously for at least 2.5 years on 31 March aged under 16 years,Living with the same carer for at least 2 years,19680,69
      \(england)CLA on 31 March,Total children,81770,100

      """,
      "c.csv": """
      \(Self.place),characteristic,breakdown,children_count,children_percent
      \(england)Location of new placements during the year,Placed inside LA boundary less than 20 miles from home,41990,46

      """,
      "d.csv": """
      \(Self.place),age_group,population_estimate
      2024,Reporting year,National,E92000001,England,,,,,,Children aged 0 to 17 years,12183016

      """,
      "e.csv": "\(Self.place),school_type,pupils\n\(england)Any,5\n",
    ])
    #expect(figures(folder, "placement-mix/foster") == ["England 2025 67.0"])
    #expect(figures(folder, "placement-mix/secure-childrens-homes-and-hostels") == ["England 2025 k"])
    #expect(figures(folder, "cla/age/under-1-year") == ["England 2025 4000.0"])
    #expect(figures(folder, "three-placements") == ["England 2025 10.0"])
    #expect(figures(folder, "three-placements/cohort") == ["England 2025 81770.0"])
    #expect(figures(folder, "long-term-stability") == ["England 2025 69.0"])
    #expect(figures(folder, "new-placements/location/inside-la-under-20mi") == ["England 2025 41990.0"])
    #expect(figures(folder, "population-0-17") == ["England 2025 12183016.0"])
    #expect(folder.unused.map(\.name) == ["e.csv"])
    #expect(folder.unused[0].reason.contains("none of the measures"))
  }
}
