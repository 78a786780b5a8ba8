import Support
import Testing
import Units

@Suite struct ApportionTests {
  @Test func `parts add to the total and stay within one of their value`() {
    var draws = Draws { Seed(4).words($0, 0, 0, 0) }
    for _ in 0..<5000 {
      let count = Int.random(in: 1...12, using: &draws)
      let values = (0..<count).map { _ in
        // Some whole ones, which must not move.
        let value = Double.random(in: -50...500, using: &draws)
        return Bool.random(using: &draws) ? value : value.rounded()
      }
      let total = Int(values.reduce(0, +).rounded())
      let parts = Apportion.wholeNumbers(values, total: total)
      #expect(parts.count == count)
      #expect(parts.reduce(0, +) == total)
      for (part, value) in zip(parts, values) {
        #expect(abs(Double(part) - value) < 1, "\(part) for \(value)")
        if value == value.rounded() { #expect(Double(part) == value) }
      }
    }
  }

  @Test func `a unit still missing goes to the larger remainder`() {
    #expect(Apportion.wholeNumbers([1.2, 2.7, 3.1], total: 7) == [1, 3, 3])
    #expect(Apportion.wholeNumbers([1.6, 2.7, 3.65], total: 8) == [1, 3, 4])
    #expect(Apportion.wholeNumbers([-1.5, 4.75], total: 3) == [-2, 5])
  }

  @Test func `of equal remainders the earlier row gets it`() {
    #expect(Apportion.wholeNumbers([0.5, 0.5, 0.5, 0.5], total: 2) == [1, 1, 0, 0])
    #expect(Apportion.wholeNumbers([2.25, 1.25, 7.25, 3.25], total: 14) == [3, 1, 7, 3])
  }

  @Test func `a part never falls behind one of the same whole with a smaller remainder`() {
    var draws = Draws { Seed(5).words($0, 0, 0, 0) }
    for _ in 0..<2000 {
      let values = (0..<8).map { _ in Double.random(in: 3..<4, using: &draws) }
      let total = Int(values.reduce(0, +).rounded())
      let parts = Apportion.wholeNumbers(values, total: total)
      for (a, b) in zip(values, parts) {
        for (c, d) in zip(values, parts) where a > c { #expect(b >= d) }
      }
    }
  }

  @Test func `a total that rounding can't explain is still the sum`() {
    for total in -40...40 {
      #expect(Apportion.wholeNumbers([1.2, 2.7, 3.1], total: total).reduce(0, +) == total)
    }
    #expect(Apportion.wholeNumbers([], total: 3).isEmpty)
  }

  @Test func `money in thousands adds to its total in thousands`() {
    var draws = Draws { Seed(6).words($0, 0, 0, 0) }
    for _ in 0..<2000 {
      let parts = (0..<7).map { _ in Money(pence: .random(in: 0...9_999_999_999, using: &draws)) }
      let (units, total) = Apportion.units(of: parts, penceEach: 100_000)
      let pence = parts.reduce(0) { $0 + $1.pence }
      #expect(units.reduce(0, +) == total)
      #expect(abs(total * 100_000 - pence) <= 50_000)
      for (unit, part) in zip(units, parts) { #expect(abs(unit * 100_000 - part.pence) < 100_000) }
    }
    let (units, total) = Apportion.units(
      of: [Money(pence: 40), Money(pence: 149), Money(pence: 51)], penceEach: 100)
    #expect(units == [0, 1, 1] && total == 2)
  }
}
