import Published
import Support
import Testing

/// Files of statistics, told by their columns and read without making up a value.
struct PublishedFilesTests {
  static let cla = """
    year,level,la_code3,la_code,name,region,measure,value,flag,source
    2025,N,,E92000001,England,,cla_31_march,81770,,R
    2025,L,390,E08000037,Gateshead,North East,cla_31_march,500,,R
    2012,L,390,E08000020,Gateshead,North East,cla_31_march,400,,R
    2025,L,201,E09000001,City of London,Inner London,cla_rate_per_10k,,c,R
    2025,L,201,E09000001,City of London,Inner London,unheard_of,5,,R

    """

  private func read(_ files: [String: String]) throws -> PublishedFolder {
    let folder = try TemporaryFolder(files)
    return try PublishedReader.read(at: folder.path)
  }

  private func value(_ folder: PublishedFolder, _ measure: String, _ code: String, _ year: Int) -> Double? {
    for file in folder.files {
      for series in file.series where series.measure == measure {
        for figure in series.figures where figure.year == year && folder.areas[figure.area].code == code {
          return figure.value
        }
      }
    }
    return nil
  }

  @Test func `a tidy file is read whatever its name, and a suppressed value is none`() throws {
    let folder = try read(["anything.csv": Self.cla])
    #expect(folder.files.map(\.kind) == ["cla"])
    #expect(value(folder, "cla-31-march", "E92000001", 2025) == 81_770)
    let rate = try #require(folder.files[0].series.first { $0.measure == "cla-rate" })
    #expect(rate.figures.map(\.flag) == ["c"] && rate.figures.map(\.value) == [nil])
    #expect(rate.unit == "per 10,000 children")
  }

  @Test func `an authority with a new code is one area, known by its last code`() throws {
    let folder = try read(["a.csv": Self.cla])
    let gateshead = folder.areas.filter { $0.name == "Gateshead" }
    #expect(gateshead.count == 1)
    #expect(gateshead.first?.code == "E08000037" && gateshead.first?.formerCodes == ["E08000020"])
    #expect(gateshead.first?.region == "E12000001")
    #expect(value(folder, "cla-31-march", "E08000037", 2012) == 400)
  }

  @Test func `codes alone in one file and codes with numbers in another are one area`() throws {
    let started = """
      year,la_code,group,characteristic,value,flag
      2012,E08000020,need,N1. Abuse or neglect,40,
      2025,E08000037,need,N1. Abuse or neglect,,c

      """
    let folder = try read(["0 started.csv": started, "cla.csv": Self.cla])
    #expect(folder.areas.filter { $0.number == "390" }.count == 1)
    #expect(folder.areas.count == 3)
    #expect(value(folder, "started/need/n1-abuse-or-neglect", "E08000037", 2012) == 40)
  }

  @Test func `starts and ends have the same columns and are told by their groups`() throws {
    let head = "year,la_code,group,characteristic,value,flag\n"
    let folder = try read([
      "a.csv": head + "2025,E06000009,age,Under 1 year,3,\n2025,E06000009,legal,Full care order,4,\n",
      "b.csv": head + "2025,E06000009,age,Under 1 year,5,\n2025,E06000009,reason,Adopted,6,\n",
      "c.csv": head + "2025,E06000009,age,Under 1 year,5,\n",
    ])
    #expect(folder.files.map(\.kind) == ["cla-started", "cla-ceased"])
    #expect(value(folder, "ceased/age/under-1-year", "E06000009", 2025) == 5)
    #expect(folder.unused.map(\.name) == ["c.csv"])
  }

  @Test func `places near and far are different measures`() throws {
    let folder = try read([
      "n.csv":
        "year,la_code,group,characteristic,number\n2025,E06000009,location,inside LA <20mi,7\n2025,E06000009,location,inside LA >20mi,2\n"
    ])
    #expect(
      folder.files[0].series.map(\.measure) == [
        "new-placements/location/inside-la-under-20mi", "new-placements/location/inside-la-over-20mi",
      ])
  }

  @Test func `the mix of placements is a share of the published total`() throws {
    let folder = try read([
      "p.csv":
        "year,level,la_code3,la_code,placement,value,flag\n2025,L,890,E06000009,foster,300,\n2025,L,890,E06000009,missing,,c\n2025,L,890,E06000009,total,400,\n2019,L,890,E06000009,foster,300,\n"
    ])
    #expect(value(folder, "placement-mix/foster", "E06000009", 2025) == 75)
    #expect(value(folder, "placement-mix/missing", "E06000009", 2025) == nil)
    #expect(value(folder, "placement-mix/foster", "E06000009", 2019) == nil)
    #expect(value(folder, "placements/foster", "E06000009", 2019) == 300)
  }

  @Test func `years are those in which the collection year ends`() throws {
    let folder = try read([
      "p.csv": "mid_year,level,la_code3,la_code,pop_0_17\n2024,N,,E92000001,12183016\n",
      "s.csv":
        "financial_year,la_code,name,measure,value,flag\n2024-25,E06000009,Blackpool,fostering_unit_cost_per_child_week,740,\n2024-26,E06000009,Blackpool,fostering_unit_cost_per_child_week,1,\n",
    ])
    #expect(value(folder, "population-0-17", "E92000001", 2025) == 12_183_016)
    #expect(value(folder, "s251/fostering-unit-cost-per-child-week", "E06000009", 2025) == 740)
    #expect(folder.files.first { $0.kind == "s251" }?.valuesLeft == 1)
  }

  @Test func `what is not used is listed with the reason, a copy and a value twice too`() throws {
    let folder = try read([
      "a.csv": Self.cla, "b.csv": Self.cla, "notes.txt": "Some notes.", "empty.csv": "",
      "c.csv":
        "mid_year,level,la_code3,la_code,pop_0_17\n2024,L,314 / 318,E09000021,1\n2024,N,,E92000001,many\n2024,R,,E12000001,5\n2024,R,,E12000001,6\n",
    ])
    #expect(folder.unused.map(\.name) == ["b.csv", "empty.csv", "notes.txt"])
    #expect(folder.unused.first?.reason == "the same as a.csv")
    #expect(folder.files.last?.valuesLeft == 3)
  }

  @Test func `neighbours keep their order`() throws {
    let folder = try read([
      "n.csv":
        "old_la_code,la_name,region_ind,region_name,SN_1,SN_1P,SN_2,SN_2P\n301,Barking,3,London,308,Close,821,Close\n"
    ])
    #expect(folder.files[0].neighbours == ["301": ["308", "821"]])
  }
}
