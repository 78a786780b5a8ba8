import BusinessCases
import Testing
import Units

/// The cases of council papers, as values.
enum Cases {
  static func day(_ text: String) throws -> CivilDay { try #require(CivilDay(text)) }

  static func frame(
    _ start: String, _ end: String, rise: Int = 0, rates: DiscountRates? = nil
  ) throws -> CaseFrame {
    let first = try day(start)
    return CaseFrame(
      start: first, end: try day(end),
      prices: PriceIndex(priceYear: FinancialYear(containing: first), usualRise: rise),
      rates: try rates ?? DiscountRates.greenBook(on: try day("2026-04-01")))
  }

  static func answers(_ figures: [String: Double], days: [String: String] = [:]) throws -> Answers {
    var answers = Answers()
    for (key, value) in figures { answers[key] = Answer(.figure(value)) }
    for (key, text) in days { answers[key] = Answer(.day(try day(text))) }
    return answers
  }

  static func cost(_ name: String, pounds: Double, _ frame: CaseFrame) -> CaseLine {
    var line = CaseLine(
      id: name, name: name, role: .cost(isOneOff: true), unitPence: pounds * 100, per: .once,
      from: frame.start,
      until: frame.end)
    line.shares = [PayerShare(.council)]
    return line
  }

  /// A team with 165,000 set aside, to end 40 placements at 900 a week.
  static func team(_ more: [String: Double] = [:], days: [String: String] = [:]) throws -> BusinessCase {
    let frame = try frame("2010-07-19", "2011-03-31")
    let figures: [String: Double] = [
      "placements": 40, "weekly_saving": 90_000, "target": 100_000_000, "allocation": 16_500_000,
    ]
    return BusinessCase(
      name: "Team", kind: .investToSaveTeam, frame: frame,
      answers: try answers(
        figures.merging(more) { $1 }, days: ["target_by": "2011-03-31"].merging(days) { $1 }),
      lines: [
        cost("staff", pounds: 123_000, frame), cost("premises", pounds: 26_000, frame),
        cost("set-up", pounds: 5_000, frame),
      ])
  }

  /// Half a million for 25 families, whose benefit comes in the year after.
  static func families() throws -> BusinessCase {
    let frame = try frame("2012-02-01", "2013-04-01")
    return BusinessCase(
      name: "Families", kind: .familySupport, frame: frame,
      answers: try answers(
        ["families": 25, "yearly_value": 8_162_400, "council_value": 4_034_100],
        days: ["saves_from": "2012-04-01"]), lines: [cost("service", pounds: 500_000, frame)])
  }

  /// A bed sold at 500 a week over its cost.
  static func beds(_ more: [String: Double] = [:]) throws -> BusinessCase {
    let figures: [String: Double] = [
      "beds": 1, "occupancy": 0.8, "premium": 50_000, "stays": 4, "weeks_per_stay": 12,
      "claimed_income": 2_500_000,
    ]
    return BusinessCase(
      name: "Beds", kind: .tradedPlaces, frame: try frame("2018-04-01", "2019-04-01"),
      answers: try answers(figures.merging(more) { $1 }))
  }

  /// A case of lines alone.
  static func general(_ lines: [CaseLine], _ frame: CaseFrame) -> BusinessCase {
    BusinessCase(name: "Lines", frame: frame, lines: lines)
  }
}

extension BusinessCase {
  /// The first option, worked out.
  func appraised() throws -> OptionResult { try appraise(options[0]) }
}

extension Sentence {
  /// Its amounts in whole pounds.
  var pounds: [Int] {
    parts.compactMap { if case .money(let money) = $0 { (money.pence + 50) / 100 } else { nil } }
  }
  /// Its numbers, rounded as it shows them.
  var numbers: [Double] {
    parts.compactMap {
      guard case .number(let number, let decimals) = $0 else { return nil }
      let scale = [1.0, 10, 100][decimals]
      return (number * scale).rounded() / scale
    }
  }
  /// Its days.
  var days: [CivilDay] { parts.compactMap { if case .day(let day) = $0 { day } else { nil } } }
  /// Its shares in tenths of a percent.
  var shares: [Int] {
    parts.compactMap { if case .share(let share) = $0 { Int((share * 1000).rounded()) } else { nil } }
  }
  /// Its words.
  var words: String { parts.map { if case .text(let text) = $0 { text } else { "…" } }.joined() }
}
