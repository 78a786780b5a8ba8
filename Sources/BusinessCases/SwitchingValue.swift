/// Where a figure of a case makes it neither gain nor lose, all else as stated.
public struct SwitchingValue: Sendable, Equatable {
  /// The figure.
  public let variable: CaseVariable
  /// The value at which the net present value is 0; nil where no possible value makes it so.
  public let value: Double?
  /// The value that a count must reach, or may not exceed: the first whole number on the side where the case does not
  /// lose. The value itself where it is not counted.
  public let whole: Double?
  /// Whether the case is worth more the larger the figure is.
  public let risesWithValue: Bool
  /// Net present value in pence at the low and at the high end of the figure's range.
  public let atLow: Double
  /// See `atLow`.
  public let atHigh: Double

  /// How far the net present value swings over the range.
  public var swing: Double { abs(atHigh - atLow) }
}

extension BusinessCase {
  /// Where each figure of an option makes the case neither gain nor lose, and how far it swings, largest swing first.
  /// Figures that change nothing are left out.
  public func switchingValues(of option: Option, _ standpoint: Standpoint = .council) -> [SwitchingValue] {
    let values = variables(of: option).compactMap { switchingValue(of: $0, in: option, standpoint) }
    // A sort that leaves equals in their order.
    return values.enumerated().sorted { ($1.element.swing, $0.offset) < ($0.element.swing, $1.offset) }.map(
      \.element)
  }

  /// The option's own driver: the figure by which it stands or falls.
  public func breakEven(of option: Option, _ standpoint: Standpoint = .council) -> SwitchingValue? {
    guard let key = driver ?? kind.template.driver,
      let variable = variables(of: option).first(where: { $0.key == key })
    else { return nil }
    return switchingValue(of: variable, in: option, standpoint)
  }

  /// Net present value in pence, before rounding, with a figure at a value.
  public func exactValue(of option: Option, with key: String, at value: Double, _ standpoint: Standpoint)
    -> Double
  {
    ExactValue.npv(lines(of: option, with: key, at: value), frame, standpoint)
  }

  private func switchingValue(
    of variable: CaseVariable, in option: Option, _ standpoint: Standpoint
  ) -> SwitchingValue? {
    func worth(_ value: Double) -> Double {
      exactValue(of: option, with: variable.key, at: value, standpoint)
    }
    let range = variable.range
    let (low, high) = (worth(range.lowerBound), worth(range.upperBound))
    // What changes nothing over its range, or no more than the last bits of a sum.
    guard abs(high - low) > 1e-6 else { return nil }
    let possible = variable.possible
    let value = Crossing.find(possible, near: variable.value, worth)
    return SwitchingValue(
      variable: variable, value: value,
      whole: value.map { Crossing.whole($0, variable, rises: high > low, worth) },
      risesWithValue: high > low,
      atLow: low,
      atHigh: high)
  }
}

/// Finds where a function is 0.
enum Crossing {
  /// The value in a range at which a function crosses 0: exactly where it is a straight line, else by halving; nil where
  /// it has one sign throughout.
  static func find(_ range: ClosedRange<Double>, near value: Double, _ worth: (Double) -> Double) -> Double? {
    let (start, end) = (range.lowerBound, range.upperBound)
    let (first, last) = (worth(start), worth(end))
    let middle = worth((start + end) / 2)
    let size = max(abs(first), abs(last), 1)
    if abs(middle - (first + last) / 2) <= size * 1e-12 {
      guard first != last else { return nil }
      let zero = start - first * (end - start) / (last - first)
      return zero >= start && zero <= end ? zero : nil
    }
    return halving(bracket(range, near: value, worth), worth)
  }

  /// The whole number of something counted at which a case does not lose, next to where it turns.
  static func whole(
    _ value: Double, _ variable: CaseVariable, rises: Bool, _ worth: (Double) -> Double
  ) -> Double {
    guard variable.isCounted else { return value }
    // A count that is whole but for the last bits of the sum is that count.
    let whole = rises ? (value - 1e-9).rounded(.up) : (value + 1e-9).rounded(.down)
    return worth(whole) >= -1e-6 ? whole : whole + (rises ? 1 : -1)
  }

  /// The nearest stretch to a value, of a hundred below it and a hundred above, in which the sign changes.
  private static func bracket(
    _ range: ClosedRange<Double>, near value: Double, _ worth: (Double) -> Double
  ) -> (Double, Double)? {
    let here = worth(value)
    for step in 1...100 {
      let share = Double(step) / 100
      for end in [
        range.lowerBound, value > 0 ? min(range.upperBound, max(1, value * 100)) : range.upperBound,
      ] {
        // Steps upwards grow, since a large number may be far away.
        let point = value + (end - value) * (end > value ? share * share * share : share)
        if (worth(point) >= 0) != (here >= 0) { return (value, point) }
      }
    }
    return nil
  }

  private static func halving(_ bracket: (Double, Double)?, _ worth: (Double) -> Double) -> Double? {
    guard var (a, b) = bracket else { return nil }
    let sign = worth(a) >= 0
    for _ in 0..<200 {
      let middle = (a + b) / 2
      if (worth(middle) >= 0) == sign { a = middle } else { b = middle }
    }
    return (a + b) / 2
  }
}
