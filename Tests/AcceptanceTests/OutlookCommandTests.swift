import Foundation
import Support
import Testing

/// `homeward outlook`, as its user runs it, on made-up counts of made-up councils.
struct OutlookCommandTests {
  /// Counts of 24 councils, as the collated tables have them, and the neighbours of the first.
  private static func tables() throws -> TemporaryFolder {
    var counts = "year,level,la_code3,la_code,name,region,measure,value,flag,source\n"
    for (place, name) in names.enumerated() {
      for year in 2010...(name == "Oldshire" ? 2023 : 2025) {
        let value = 200 + 30 * place + (year - 2010) * 4 + ((place * 7 + year * 13) % 11) * 5
        let kept = name == "Littleham" && year == 2025
        counts +=
          "\(year),L,\(700 + place),E060007\(place % 10)\(place / 10),\(name),London,cla_31_march,\(kept ? "" : "\(value)"),\(kept ? "c" : ""),R\n"
      }
      counts +=
        "2025,L,\(700 + place),E060007\(place % 10)\(place / 10),\(name),London,ceased,90,,R\n"
    }
    counts += "2025,N,,E92000001,England,,cla_31_march,80000,,R\n"
    let neighbours = """
      old_la_code,la_name,region_ind,SN_1,SN_2
      700,Wrenfield,3,705,706

      """
    return try TemporaryFolder(["in/counts.csv": counts, "in/neighbours.csv": neighbours])
  }

  private static let names =
    ["Wrenfield", "Oldshire", "Littleham", "Upper Marsh"] + (4..<24).map { "Borough \($0) of Fenland" }

  private func outlook(_ folder: TemporaryFolder, _ arguments: String...) throws -> Program.Result {
    try Program.run(["outlook", "-q", "--reference", folder.path + "/in"] + arguments)
  }

  private func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func `the answer, the years, the neighbours and how well it did are on stdout`() throws {
    let folder = try Self.tables()
    let result = try outlook(folder, "Wrenfield")
    #expect(result.code == 0 && result.err.isEmpty)
    let text = words(result.out)
    for part in [
      "Wrenfield had 270 children looked after on 31 March 2025. In three years, on 31 March 2028, expect",
      "(8 times in 10)", "Borough 5 of Fenland", "Borough 6 of Fenland",
      "Made at every 31 March from 2014 to 2024",
      "fell inside the 8-in-10 range", "the last number by", "Contains public sector information",
    ] { #expect(text.contains(part), "\(part)") }
    let isTested = text.contains("Errors of forecasts of the past")
    #expect(!isTested)
    let tested = try outlook(folder, "Wrenfield", "--backtest", "--years", "1")
    #expect(tested.out.contains("Errors of forecasts of the past") && tested.out.contains("In one year"))
  }

  @Test func `JSON, CSV and page hold the same numbers`() throws {
    let folder = try Self.tables()
    let result = try outlook(
      folder, "700", "--json", "--csv", folder.path + "/o.csv", "--html", folder.path + "/o.html", "--years",
      "5")
    #expect(result.code == 0 && result.err.contains("no chart renderer is set"))
    let document = try #require(JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any])
    let council = try #require(document["council"] as? [String: Any])
    let years = try #require(council["outlook"] as? [[String: Any]])
    #expect(years.map { $0["year"] as? Int } == [2026, 2027, 2028, 2029, 2030])
    let csv = try String(contentsOfFile: folder.path + "/o.csv", encoding: .utf8)
    let html = try String(contentsOfFile: folder.path + "/o.html", encoding: .utf8)
    #expect(csv.hasPrefix("code,council,year,statistic,value\n700,Wrenfield,2010,count,"))
    for year in years {
      let number = try #require(year["year"] as? Int)
      let low = try #require(year["low80"] as? Int)
      let high = try #require(year["high80"] as? Int)
      let middle = try #require(year["middle"] as? Int)
      #expect(low <= middle && middle <= high)
      #expect(csv.contains("700,Wrenfield,\(number),low80,\(low)\n"))
      #expect(csv.contains("700,Wrenfield,\(number),middle,\(middle)\n"))
      #expect(html.contains("\(low) to \(high)"))
    }
    #expect(csv.contains("705,Borough 5 of Fenland,2028,high95,"))
    #expect(
      html.contains("<h1>Wrenfield: outlook for children looked after, from published counts alone</h1>"))
  }

  @Test func `the store gives what the folder gives`() throws {
    let folder = try Self.tables()
    let store = folder.path + "/s.sqlite"
    let missing = try Program.run(["outlook", "Wrenfield", "--store", store])
    #expect(missing.code == 64 && missing.err.contains("homeward reference add FOLDER"))
    let added = try Program.run(["reference", "add", folder.path + "/in", "--store", store, "-q"])
    #expect(added.code == 0)
    let kept = try Program.run(["outlook", "Wrenfield", "--store", store, "--backtest"])
    #expect(try kept.out == outlook(folder, "Wrenfield", "--backtest").out && !kept.out.isEmpty)
  }

  @Test func `what can't be answered says why and what to do`() throws {
    let folder = try Self.tables()
    for (arguments, words) in [
      (["Wrenfeld"], "Did you mean Wrenfield?"), (["zzzzzzzz"], "three-digit code"),
      (["Oldshire"], "only up to 2023"), (["Littleham"], "kept back as too small"),
      (["England"], "is not one council"), (["Wrenfield", "--years", "6"], "1 to 5"),
    ] {
      let result = try Program.run(["outlook", "-q", "--reference", folder.path + "/in"] + arguments)
      #expect(result.code == 64 && result.out.isEmpty, "\(arguments)")
      #expect(result.err.contains(words), "\(result.err)")
    }
    let other = try TemporaryFolder(["a.csv": "x,y\n1,2\n"])
    let result = try Program.run(["outlook", "Wrenfield", "-q", "--reference", other.path])
    #expect(result.code == 64 && result.err.contains("no published counts of children looked after"))
    let nowhere = try Program.run(["outlook", "Wrenfield", "-q", "--reference", other.path + "/none"])
    #expect(nowhere.code == 66)
  }

  @Test(.needsReference) func `Blackpool's outlook from the whole folder of statistics`() throws {
    let path = try Reference.path("data/england")
    let result = try Program.run(["outlook", "Blackpool", "-q", "--reference", path])
    let text = words(result.out)
    #expect(result.code == 0 && text.contains("Blackpool had 531 children looked after on 31 March 2025."))
    for neighbour in ["Hartlepool", "Middlesbrough", "Stoke-on-Trent"] { #expect(text.contains(neighbour)) }
    #expect(
      text.contains("of outcomes 80.3% one year on, 83.6% two years on and 81.2% three years on fell inside"))
    for name in ["City of London", "Cumbria"] {
      let gone = try Program.run(["outlook", name, "-q", "--reference", path + "/cla_by_la.csv"])
      #expect(gone.code == 64 && gone.err.contains("\(name) has no published count for 31 March 2025"))
    }
    // Two authorities were called Dorset: the one that is there now is meant.
    let dorset = try Program.run(["outlook", "Dorset", "-q", "--reference", path + "/cla_by_la.csv"])
    #expect(dorset.out.contains("Dorset had 437 children"))
  }
}
