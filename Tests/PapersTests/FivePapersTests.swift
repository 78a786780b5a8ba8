import Foundation
import Papers
import Plans
import Support
import Testing
import Units

/// What is found in five councils' papers, against a key made by hand from each.
struct FivePapersTests {
  /// What a person finds in a paper.
  struct Key: Sendable {
    let file: String
    /// Amounts, shares, days and years as written, each as often as it stands there.
    let figures: [String]
    /// Savings: pounds by year (its first calendar year); the price where it is a weekly one.
    let savings: [[Int: Int]]
    /// Targets: value and last day.
    let targets: [String]
    /// Risks: how each begins, and its score where it has one.
    let risks: [String]
    /// The least share of savings, targets and risks together that is found and rightly placed.
    var least = 0.8
  }

  static let keys = [
    Key(
      file: "000_9874e50fe586daf8.txt",
      figures: [
        "19 JULY 2010", "£165,000", "£900", "40", "November 2009", "April 2008", "2008/9", "£6 million",
        "£219",
        "£3,500", "£1 million", "March 2011", "£149,000", "£18,000", "£165,000", "123,000", "26,000", "5,000",
        "154,000",
      ],
      savings: [[0: 900], [2010: 1_000_000]], targets: [], risks: ["There is an element of risk"]),
    Key(
      file: "001_f2ef1ff91702cb7e.txt",
      figures: [
        "14/9/11", "21 Sept 2011", "£2.4m", "2013/14", "£400K", "£3,143", "£163k", "£4,086,246", "2010",
        "12%",
        "£500k", "345", "2011/12", "330", "2012/13", "320", "2013/14", "400", "750", "1,500", "£0.260m",
        "£6k", "100",
        "180", "180", "180", "1/4/2011", "Jan 2012", "September 2011", "£10,000", "Sept 2011", "Oct 2011",
        "1 st Feb 2012", "1 st April 2012", "December 2011", "31st December 2011", "1st Aug 2011",
        "April 2012",
        "£180k", "£898,000", "£3,143", "£163k", "£4,086,246", "12/13", "2011/12", "385", "345", "2010/11",
      ],
      savings: [
        [2011: 400_000, 2012: 750_000, 2013: 1_500_000], [2011: 0, 2012: 100_000, 2013: 400_000],
        [2011: 180_000, 2012: 180_000, 2013: 180_000], [2011: 50_000, 2012: 50_000, 2013: 50_000],
        [2011: 130_000, 2012: 130_000, 2013: 130_000], [2011: 0, 2012: 70_000, 2013: 140_000],
        [2011: 500_000],
        [2011: 898_000], [2011: 260_000], [2011: 6_000],
      ],
      targets: [
        "345 2012-03-31", "330 2013-03-31", "320 2014-03-31", "13 2012-03-31", "11 2013-03-31",
        "56 2012-03-31",
        "15 2012-03-31", "13 2012-04-30",
      ],
      risks: [
        "Rise in numbers of children 3x4", "Rise in number of court 2x4", "Possible impact 3x3",
        "Potential rise in young 2x2", "Risks associated with 3x4", "Risk of stagnation 3x4",
        "Parent and child invest 2x5", "Rise in number of children in care 4x5", "CAF/localities 3x4",
      ]),
    Key(
      file: "002_e618f23cc16c2c38.txt",
      figures: [
        "(65,000)", "(65,000)", "2016/17", "£74,213", "£171,401", "£40,000", "May 2017", "14%", "2011/12",
        "2015/16",
        "39%", "15%", "Dec 2017", "1st October 2017", "Feb 18", "£500", "(15)", "(25)", "(25)", "(65)",
        "2018/19",
        "(25)", "(15)", "(25)", "(65)", "30 November 2017", "31 December 2017", "31 March 2017", "Dec 17",
        "Jan 18",
        "Apr 18", "80%", "292",
      ],
      savings: [[2018: 15_000], [2018: 25_000], [2018: 25_000], [2018: 40_000]],
      targets: ["4 2019-03-31", "80 2019-03-31", "4 2019-03-31"],
      risks: [
        "Staff are not DxX3", "Partners are not DxX3", "Legal challenge DxX4", "The change process DxX4",
        "Business case undermined DxX3", "Demand volatility BxX3", "Lack of demand BxX3",
        "Lack of specific BxX3", "Inability to develop BxX3", "Competition from BxX3", "Matching issues BxX3",
        "LAs seeking BxX3", "Ofsted approval CxX3", "Future poor DxX3", "Lack of available BxX3",
        "Lack of timely BxX3", "Cost of voids BxX3",
      ].map { $0.replacing("xX", with: "x") }),
    Key(
      file: "003_7e5f9225b21e7d89.txt",
      figures: [
        "December 2013", "March 2014", "March 2015", "14/15", "Sept 2014", "95", "7", "Oct 2013", "14",
        "September 2012", "40", "March 15", "550", "77", "March 15", "285", "110", "130", "Sept 2013", "115",
        "March 2013", "45", "60%", "84", "92", "310", "April 15", "8", "106", "10", "75%", "25", "50",
        "Nov 2014",
        "35", "October 14", "10", "June 2014", "1,329",
      ],
      savings: [95, 550, 285, 110, 45, 8, 106, 10, 25, 50, 35, 10].map { [2014: $0 * 1000] },
      targets: [
        "5 2014-09-30", "0 2015-03-31", "40 2015-03-31", "77 2015-03-31", "60 2015-03-31", "310 2015-04-30",
        "75 2015-03-31",
      ],
      risks: [
        "Culture change", "Reconfiguration", "Lack of capacity at SDM", "Lack of capacity in Comm",
        "Some LA pay",
        "Adverse impact", "Shortage of foster", "Perverse", "Impact of Family", "Lack of Business",
      ]),
    Key(
      file: "004_d54be78429e3131a.txt",
      figures: [
        "2011/12", "FEBRUARY 2012", "£2.2 million", "2010/11", "£1m", "£1.3m", "£250,000", "2012/13",
        "October 2011",
        "£144,000", "£106,000", "February 2012", "£2.2m", "£0.6m", "£0.2m", "£10,000", "£18,000", "£10,000",
        "£20,000", "£2.2m", "£1.8m", "25 July 2011", "£500", "December 2011", "£0.601m", "£0.872m", "£0.5m",
        "£75,000", "£81,624", "£40,341", "25", "£0.5m", "£2m", "£1m", "October 14th 2011", "2013/14",
      ],
      savings: [
        250_000, 144_000, 200_000, 10_000, 18_000, 10_000, 20_000, 1_800_000, 601_000, 872_000, 2_000_000,
        1_000_000,
      ].map { [2011: $0] },
      targets: ["25 2012-03-31"], risks: []),
  ]

  @Test(.needsReference, arguments: keys) func `four in five of what a paper holds is found`(key: Key) throws
  {
    let path = try Reference.path("papers/" + key.file)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(QuoteLawTests.breach(text) == nil)
    let reading = PaperReading.of(Paper(text))
    let figures = Self.shared(key.figures, reading.figures.map(\.quote.text))
    let savings = Self.shared(
      key.savings.map(Self.told), reading.plan.savings.map(Self.told))
    let points = reading.plan.targets.flatMap { target in
      target.trajectory.map { "\(Int($0.value)) \($0.by)" }
    }
    let targets = Self.shared(key.targets, points)
    let risks = key.risks.count { wanted in reading.plan.risks.contains { Self.matches($0, wanted) } }
    let all = key.savings.count + key.targets.count + key.risks.count
    let share = Double(savings + targets + risks) / Double(all)
    if ProcessInfo.processInfo.environment["HOMEWARD_PRINT"] == "1" {
      print(
        "\(key.file.prefix(3)): figures \(figures)/\(key.figures.count), savings \(savings)/\(key.savings.count) of "
          + "\(reading.plan.savings.count) proposed, targets \(targets)/\(key.targets.count) of \(points.count), "
          + "risks \(risks)/\(key.risks.count) of \(reading.plan.risks.count)")
    }
    #expect(figures * 10 >= key.figures.count * 8, "figures: \(figures) of \(key.figures.count)")
    #expect(share >= key.least, "savings \(savings), targets \(targets), risks \(risks) of \(all)")
  }

  @Test(.needsReference, arguments: keys) func `nothing is invented from a noisy copy`(key: Key) throws {
    let text = try String(contentsOfFile: try Reference.path("papers/" + key.file), encoding: .utf8)
    for seed in 1...15 {
      let found = QuoteLawTests.breach(QuoteLawTests.noisy(text, seed: seed, upTo: 600))
      #expect(found == nil, "seed \(seed): \(found ?? "")")
    }
  }

  /// How many of a key are among what was found, each once.
  static func shared(_ key: [String], _ found: [String]) -> Int {
    var left = found
    return key.count { wanted in
      guard let place = left.firstIndex(of: wanted) else { return false }
      left.remove(at: place)
      return true
    }
  }

  private static func told(_ amounts: [Int: Int]) -> String {
    amounts.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }.joined(separator: " ")
  }

  private static func told(_ saving: SavingLine) -> String {
    if let price = saving.derivation?.price { return "0:\(price.pence / 100)" }
    return saving.years.map { "\($0.year.startYear):\($0.amount.pence / 100)" }.joined(separator: " ")
  }

  private static func matches(_ risk: Risk, _ wanted: String) -> Bool {
    let words = wanted.split(separator: " ").map(String.init)
    guard let last = words.last, last.contains("x"), last.count == 3 else {
      return risk.name.hasPrefix(wanted) && !risk.mitigation.isEmpty
    }
    return risk.name.hasPrefix(words.dropLast().joined(separator: " ")) && !risk.mitigation.isEmpty
      && risk.inherent.map { "\($0.likelihood)x\($0.impact)" } == last
  }
}
