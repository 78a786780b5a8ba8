import BusinessCases
import Testing
import Units

/// Break-even and switching values really are where a case turns.
struct SwitchingTests {
  /// A case of each kind, with a cost and figures that make it turn somewhere.
  static let kinds: [(CaseKind, [String: Double])] = [
    (.investToSaveTeam, ["placements": 6, "weekly_saving": 90_000, "success": 0.7, "drop_off": 0.2]),
    (
      .familySupport,
      ["families": 25, "yearly_value": 8_162_400, "council_value": 4_034_100, "attribution": 0.8]
    ),
    (.tradedPlaces, ["beds": 2, "occupancy": 0.8, "premium": 90_000, "cost_per_week": 250_000]),
    (
      .inHousePlaces,
      [
        "places": 4, "occupancy": 0.85, "agency_weekly": 550_000, "in_house_weekly": 120_000,
        "standing_weekly": 210_000, "set_up": 5_000_000,
      ]
    ),
    (
      .stepDown,
      [
        "children": 9, "old_weekly": 480_000, "new_weekly": 110_000, "weeks_saved": 30, "breakdown": 0.2,
        "support_weekly": 40_000, "support_weeks": 26, "transition": 250_000,
      ]
    ),
    (
      .staffing,
      ["posts": 12, "hours": 37, "agency_hourly": 4_500, "permanent_hourly": 3_200, "recruitment": 400_000]
    ),
    (.contract, ["places": 30, "old_weekly": 105_000, "new_weekly": 98_000, "one_off": 2_000_000]),
  ]

  private func example(_ kind: CaseKind, _ figures: [String: Double]) throws -> BusinessCase {
    let frame = try Cases.frame("2026-05-01", "2029-04-01", rise: 200)
    return BusinessCase(
      name: "x", kind: kind, frame: frame, answers: try Cases.answers(figures),
      lines: [Cases.cost("team", pounds: 100_000, frame)])
  }

  @Test(arguments: kinds.indices)
  func `at a switching value the case is worth nothing, and its sign changes there`(_ place: Int) throws {
    let (kind, figures) = Self.kinds[place]
    let example = try example(kind, figures)
    let option = example.options[0]
    let values = try example.appraised().switching
    #expect(values.count >= 3)
    for switching in values {
      // Days late are whole days.
      guard let value = switching.value, !switching.variable.isDelay else { continue }
      let key = switching.variable.key
      func worth(_ value: Double) -> Double { example.exactValue(of: option, with: key, at: value, .council) }
      let step = max(1e-6, abs(value) * 1e-6)
      #expect(abs(worth(value)) < 1, "\(kind) \(key)")
      let sides = (worth(value - step), worth(value + step))
      #expect(
        switching.risesWithValue ? sides.0 < 0 && sides.1 > 0 : sides.0 > 0 && sides.1 < 0, "\(kind) \(key)")
    }
  }

  @Test(arguments: kinds.indices)
  func `the break-even of what is counted is the first whole number at which the case does not lose`(
    _ place: Int
  )
    throws
  {
    let (kind, figures) = Self.kinds[place]
    let example = try example(kind, figures)
    let even = try #require(example.breakEven(of: example.options[0]))
    guard even.variable.isCounted, let whole = even.whole else { return }
    func worth(_ value: Double) -> Double {
      example.exactValue(of: example.options[0], with: even.variable.key, at: value, .council)
    }
    #expect(whole == whole.rounded() && worth(whole) >= 0 && worth(whole - 1) < 0, "\(kind) \(whole)")
  }

  @Test(arguments: kinds.indices)
  func `a case still pays if it is so many days late, and no longer one day later`(_ place: Int) throws {
    let (kind, figures) = Self.kinds[place]
    let example = try example(kind, figures)
    let result = try example.appraised()
    let delay = try #require(result.switching.first { $0.variable.isDelay })
    func worth(_ days: Double) -> Double {
      example.exactValue(of: example.options[0], with: "delay", at: days, .council)
    }
    #expect(delay.variable.value == 0 && worth(0) >= delay.atHigh)
    guard result.council.npv > .zero else { return }
    let days = try #require(delay.whole)
    #expect(days == days.rounded() && worth(days) >= 0 && worth(days + 1) < 0, "\(kind) \(days)")
  }

  @Test func `a stated range is tried, else 20 % to either side, and the largest swing comes first`() throws {
    var example = try Cases.families()
    example.answers["families"]?.range = 10...25
    let result = try example.appraised()
    let families = try #require(result.switching.first { $0.variable.key == "families" })
    #expect(families.variable.statedRange == 10...25 && families.atLow < 0 && families.atHigh > 0)
    let cost = try #require(result.switching.first { $0.variable.key == "service.amount" })
    #expect(cost.variable.statedRange == nil && cost.variable.range == 40_000_000...60_000_000)
    #expect(!cost.risesWithValue && cost.value.map { ($0 / 100).rounded() } == 974_420)
    #expect(result.switching.map(\.swing) == result.switching.map(\.swing).sorted(by: >))
  }

  @Test func `a team with no chance of paying has no switching success, and says nothing false`() throws {
    let frame = try Cases.frame("2026-04-01", "2027-04-01")
    let example = BusinessCase(
      name: "x", kind: .investToSaveTeam, frame: frame,
      answers: try Cases.answers(["placements": 1, "weekly_saving": 10_000, "success": 0.5]),
      lines: [Cases.cost("team", pounds: 900_000, frame)])
    let result = try example.appraised()
    let success = try #require(result.switching.first { $0.variable.key == "success" })
    #expect(success.value == nil && result.paybackMonth == nil && result.council.paybackYear == nil)
  }
}
