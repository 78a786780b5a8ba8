public import Forecasting

/// The exact law of a Markov model of children in care: those known today are independent, each in one place or gone,
/// and those who enter are a Poisson number, so the law of any count is known without simulating.
public struct ExactLaw: Sendable {
  /// Number of states in care.
  public let states: Int
  /// Children in each state today.
  public let initial: [Double]
  /// Children who enter each state, per day.
  public let entrantsPerDay: [Double]
  /// Rates per child and day of going from one state in care to another.
  private let passing: DenseMatrix
  /// Rate per child and day of leaving each state for another or for good.
  private let leaving: [Double]

  /// A mean and a variance of a count of children.
  public struct Law: Sendable {
    /// The mean.
    public let mean: Double
    /// The variance.
    public let variance: Double
    /// The standard deviation.
    public var sd: Double { variance.squareRoot() }

    /// A law by its mean and variance.
    public init(mean: Double, variance: Double) {
      self.mean = mean
      self.variance = variance
    }
  }

  /// The law of states with rates of passing between them and of leaving care, per child and day.
  public init(
    passing: [(from: Int, to: Int, perDay: Double)], ending: [Double], initial: [Double],
    entrantsPerDay: [Double]
  ) {
    states = ending.count
    self.initial = initial
    self.entrantsPerDay = entrantsPerDay
    var matrix = DenseMatrix(size: states)
    var leaving = ending
    for rate in passing where rate.from != rate.to {
      matrix[rate.from, rate.to] += rate.perDay
      leaving[rate.from] += rate.perDay
    }
    self.passing = matrix
    self.leaving = leaving
  }

  /// The law of a stock-and-flow model, ageing a passage like the others and nobody leaving on a birthday by rule.
  public init(_ model: FlowModel) {
    let inCare = model.space.inCare
    var passing: [(from: Int, to: Int, perDay: Double)] = []
    var ending = Array(repeating: 0.0, count: inCare)
    for rate in model.rates where rate.from < inCare {
      if let to = rate.to, to < inCare {
        passing.append((rate.from, to, rate.perDay))
      } else {
        ending[rate.from] += rate.perDay
      }
    }
    self.init(
      passing: passing, ending: ending, initial: Array(model.initial.prefix(inCare)),
      entrantsPerDay: Array(model.entrantsPerDay.prefix(inCare)))
  }

  /// The law of the children in some states (all where nil) after a time, passing at any moment.
  public func continuous(days: Double, in counted: Set<Int>? = nil) -> Law {
    let (chance, entered) = solution(days, counted)
    return law(chance, entrants: zip(entrantsPerDay, entered).reduce(0) { $0 + $1.0 * $1.1 })
  }

  /// Expected children in each state after a time.
  public func expected(days: Double) -> [Double] {
    (0..<states).map { continuous(days: days, in: [$0]).mean }
  }

  /// The same where children pass once a day, by rates taken as chances, and those who enter on a day pass from the next
  /// on: what `FlowModel.forecast` computes the mean of.
  public func daily(days: Int, in counted: Set<Int>? = nil) -> Law {
    var chance = indicator(counted)
    var entrants = 0.0
    for _ in 0..<days {
      entrants += zip(entrantsPerDay, chance).reduce(0) { $0 + $1.0 * $1.1 }
      let after = chance
      for from in 0..<states {
        var value = after[from] * (1 - leaving[from])
        for to in 0..<states { value += passing[from, to] * after[to] }
        chance[from] = value
      }
    }
    return law(chance, entrants: entrants)
  }

  private func law(_ chance: [Double], entrants: Double) -> Law {
    var mean = entrants, variance = entrants
    for (count, chance) in zip(initial, chance) {
      mean += count * chance
      variance += count * chance * (1 - chance)
    }
    return Law(mean: mean, variance: variance)
  }

  private func indicator(_ counted: Set<Int>?) -> [Double] {
    (0..<states).map { counted?.contains($0) ?? true ? 1 : 0 }
  }

  /// For each state, the chance that a child there now is in the counted ones after a time, and the same summed over a
  /// day of entry: the last column of the exponential of the generator with the counted states as one more column.
  private func solution(_ days: Double, _ counted: Set<Int>?) -> (chance: [Double], entered: [Double]) {
    let counted = indicator(counted)
    var generator = DenseMatrix(size: states + 1)
    for from in 0..<states {
      for to in 0..<states { generator[from, to] = passing[from, to] * days }
      generator[from, from] -= leaving[from] * days
      generator[from, states] = counted[from] * days
    }
    let grown = generator.exponential()
    let chance = (0..<states).map { from in
      (0..<states).reduce(0) { $0 + grown[from, $1] * counted[$1] }
    }
    return (chance, (0..<states).map { grown[$0, states] })
  }
}
