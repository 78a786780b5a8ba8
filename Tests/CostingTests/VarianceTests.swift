import Costing
import Support
import Testing
import Units

@Suite struct VarianceTests {
  @Test func `volume, mix and price add to the difference to the penny`() {
    var draws = Draws { Seed(41).words($0, 0, 0, 0) }
    for _ in 0..<500 {
      let rows = (0..<Int.random(in: 0..<8, using: &draws)).map { index in
        let planned =
          Int.random(in: 0..<4, using: &draws) == 0 ? 0 : Int.random(in: 0..<20_000, using: &draws)
        let nights = Int.random(in: 0..<4, using: &draws) == 0 ? 0 : Int.random(in: 0..<20_000, using: &draws)
        return VarianceRow(
          name: "\(index)", plannedNights: Double(planned),
          plannedCost: Money(pence: planned * Int.random(in: 0..<120_000, using: &draws)),
          nights: Double(nights) + 0.37,
          cost: Money(
            pence: nights * Int.random(in: 0..<120_000, using: &draws) + Int.random(in: 0..<99, using: &draws)
          ))
      }
      let variance = Variance(rows)
      for (row, parts) in zip(rows, variance.parts) { #expect(parts.total == row.cost - row.plannedCost) }
      let whole = rows.reduce(Money.zero) { $0 + $1.cost - $1.plannedCost }
      #expect(variance.total.total == whole)
    }
  }

  @Test func `the worked example of a council with two kinds of care`() {
    // Planned 1,000 nights at 100 and 1,000 at 800; came 1,200 at 110 and 900 at 800.
    let variance = Variance([
      VarianceRow(
        name: "foster", plannedNights: 1000, plannedCost: Money(pence: 10_000_000), nights: 1200,
        cost: Money(pence: 13_200_000)),
      VarianceRow(
        name: "home", plannedNights: 1000, plannedCost: Money(pence: 80_000_000), nights: 900,
        cost: Money(pence: 72_000_000)),
    ])
    #expect(variance.total.volume == Money(pence: 4_500_000))
    #expect(variance.total.mix == Money(pence: -10_500_000))
    #expect(variance.total.price == Money(pence: 1_200_000))
  }

  @Test func `a kind of care nobody planned tells of mix, not of price`() {
    let variance = Variance([
      VarianceRow(
        name: "a", plannedNights: 100, plannedCost: Money(pence: 1_000_000), nights: 50,
        cost: Money(pence: 500_000)),
      VarianceRow(
        name: "b", plannedNights: 0, plannedCost: .zero, nights: 50, cost: Money(pence: 5_000_000)),
    ])
    #expect(variance.parts[1].price == .zero)
    #expect(variance.parts[1].mix == Money(pence: 5_000_000))
  }
}
