import Forecasting
import Testing
import Units

struct ScenarioTests {
  private let start = CivilDay("2027-04-01") ?? .distantPast

  private func initiative(ramp: Int = 0, end: CivilDay? = nil) -> Initiative {
    Initiative(
      id: "a", name: "a", kind: .keepStable(eligible: .everyone, share: 0.1), start: start, rampMonths: ramp,
      end: end)
  }

  @Test func `an initiative acts from its start up to its end, and grows evenly in its ramp`() {
    let whole = initiative(end: start + 10)
    #expect([-1, 0, 9, 10].map { whole.strength(on: start + $0) } == [0, 1, 1, 0])
    let ramped = initiative(ramp: 6)
    let full = start.nights(to: start.adding(months: 6))
    #expect(ramped.strength(on: start) == 0 && ramped.strength(on: start + full) == 1)
    #expect(abs(ramped.strength(on: start + full / 2) - 0.5) < 0.01)
    let days = (0...(full + 30)).map { ramped.strength(on: start + $0) }
    #expect(zip(days, days.dropFirst()).allSatisfy { $0 <= $1 } && days.allSatisfy { (0...1).contains($0) })
  }

  @Test func `who is eligible holds at both ends`() {
    let eligible = Eligible(
      minAge: 5, maxAge: 9, categories: [2], isUASC: false, minNightsInCare: 30, minNightsInStay: 7)
    func includes(
      _ age: Int = 5, _ category: Int = 2, _ uasc: Bool = false, _ care: Int = 30, _ stay: Int = 7
    ) -> Bool {
      eligible.includes(age: age, category: category, isUASC: uasc, nightsInCare: care, nightsInStay: stay)
    }
    #expect(includes() && includes(9))
    #expect(!includes(4) && !includes(10) && !includes(5, 1) && !includes(5, 2, true))
    #expect(!includes(5, 2, false, 29) && !includes(5, 2, false, 30, 6))
    #expect(Eligible.everyone.includes(age: 0, category: 7, isUASC: true))
  }

  @Test func `a change of rates concerns those it names, and everyone where it names nobody`() {
    let change = RateChange(.entries, .multiply(0.9), ages: [3], categories: [1], isUASC: true)
    #expect(change.concerns(band: 3, category: 1, isUASC: true))
    #expect(!change.concerns(band: 2, category: 1, isUASC: true))
    #expect(!change.concerns(band: 3, category: 0, isUASC: true))
    #expect(!change.concerns(band: 3, category: 1, isUASC: false))
    let all = RateChange(.exits, .multiply(0.9))
    #expect(
      all.concerns(band: 0, category: 9, isUASC: true) && all.concerns(band: 4, category: 0, isUASC: false))
  }

  @Test func `weaker evidence is likelier to come to nothing, and claims are in the kind's own unit`() {
    #expect(EvidenceGrade.allCases.map(\.chanceOfNoEffect) == [0, 0.05, 0.1, 0.15, 0.25, 0.4])
    #expect(EvidenceGrade.trial < .judgement && EvidenceGrade.usual == .judgement)
    #expect(Initiative.Kind.changePrice(categories: nil, basisPoints: -300, aboveNights: nil).claim == -0.03)
    #expect(Initiative.Kind.addCapacity(places: 8, to: 1, eligible: .everyone).claim == 8)
    #expect(Initiative.Kind.changeStaffing(posts: 7.5, premiumPerYear: .zero).eligible == nil)
  }
}
