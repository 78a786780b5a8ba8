/// A figure of a case that may turn out otherwise: an answer, or a figure of a line.
public struct CaseVariable: Sendable, Equatable {
  /// The question's key, or the line's id and the figure: `staff.amount`.
  public let key: String
  /// What it is, in words.
  public let words: String
  /// How it is counted.
  public let form: Question.Form
  /// What the case takes it to be; money in pence.
  public let value: Double
  /// How low and high it may be, where the case states it.
  public let statedRange: ClosedRange<Double>?

  /// The key of the days by which all savings come later than stated.
  public static let delayKey = "delay"
  /// Whether it is the days by which savings come later, of which up to half a year is tried.
  public var isDelay: Bool { key == CaseVariable.delayKey }

  /// The least and the most it can be at all.
  public var possible: ClosedRange<Double> {
    if isDelay { return 0...3660 }
    return form == .share ? 0...1 : 0...max(1, value * 1000)
  }

  /// The range tried: as stated, else 20 % to either side.
  public var range: ClosedRange<Double> {
    if let statedRange { return statedRange }
    if isDelay { return 0...183 }
    if isCounted, value == value.rounded() {
      // Whole things, one more or fewer at least.
      return max(0, min((value * 0.8).rounded(), value - 1))...max((value * 1.2).rounded(), value + 1)
    }
    let ends = (max(possible.lowerBound, value * 0.8), min(possible.upperBound, value * 1.2))
    return min(ends.0, ends.1)...max(ends.0, ends.1)
  }

  /// Whether it comes in whole numbers.
  public var isCounted: Bool { if case .count = form { true } else { false } }
}

extension BusinessCase {
  /// The figures of an option.
  public func variables(of option: Option) -> [CaseVariable] {
    let answers = answers(of: option)
    let asked = kind.template.allQuestions.compactMap { question -> CaseVariable? in
      guard question.isFigure, let answer = answers[question.key], case .figure(let value) = answer.value
      else {
        return nil
      }
      return CaseVariable(
        key: question.key, words: question.key.replacingUnderscores, form: question.form, value: value,
        statedRange: answer.range)
    }
    return asked + delay(lines(of: option))
      + (lines + option.lines).flatMap { line in
        LineFigure.allCases.compactMap { figure in
          guard let value = figure.value(of: line) else { return nil }
          let key = "\(line.id).\(figure.rawValue)"
          return CaseVariable(
            key: key, words: figure.words(line), form: figure.form, value: value, statedRange: ranges[key])
        }
      }
  }

  private func delay(_ lines: [CaseLine]) -> [CaseVariable] {
    guard lines.contains(where: \.canBeLate) else { return [] }
    return [
      CaseVariable(
        key: CaseVariable.delayKey, words: "savings later by days", form: .count(one: "day", many: "days"),
        value: 0,
        statedRange: nil)
    ]
  }

  /// The lines of an option with one figure otherwise.
  public func lines(of option: Option, with key: String, at value: Double) -> [CaseLine] {
    if key == CaseVariable.delayKey {
      return lines(of: option).map { line in
        var line = line
        if line.canBeLate { line.delay = value }
        return line
      }
    }
    var changed = option
    var own = self
    if let answer = answers(of: option)[key] {
      changed.answers[key] = Answer(.figure(value), range: answer.range, at: answer.place)
    } else {
      for place in own.lines.indices { LineFigure.set(key, of: &own.lines[place], to: value) }
      for place in changed.lines.indices { LineFigure.set(key, of: &changed.lines[place], to: value) }
    }
    return own.lines(of: changed)
  }
}

extension String {
  /// A key as words: `weekly_saving` is "weekly saving".
  var replacingUnderscores: String { String(map { $0 == "_" ? " " : $0 }) }
}

extension CaseLine {
  /// Whether it is a benefit whose dates can slip.
  fileprivate var canBeLate: Bool { !isCost && yearly == nil && model == nil }
}

/// The figures of a line that may be tried.
enum LineFigure: String, CaseIterable {
  case scale, quantity, amount, engagement, success, deadweight, attribution
  case dropOff = "drop_off"

  var form: Question.Form {
    switch self {
    case .quantity, .scale: .number
    case .amount: .money
    default: .share
    }
  }

  func words(_ line: CaseLine) -> String {
    self == .scale ? "\(line.name): times" : "\(line.name): \(rawValue.replacingUnderscores)"
  }

  /// The figure; nil where the line doesn't state it.
  func value(of line: CaseLine) -> Double? {
    guard line.yearly == nil, line.model == nil else { return self == .scale ? line.scale : nil }
    func stated(_ value: Double, unless neutral: Double) -> Double? { value == neutral ? nil : value }
    return switch self {
    case .scale: nil
    case .quantity: stated(line.quantity, unless: 1)
    case .amount: line.unitPence
    case .engagement: stated(line.adjustment.engagement, unless: 1)
    case .success: stated(line.adjustment.success, unless: 1)
    case .deadweight: stated(line.adjustment.deadweight, unless: 0)
    case .attribution: stated(line.adjustment.attribution, unless: 1)
    case .dropOff: stated(line.adjustment.dropOff, unless: 0)
    }
  }

  /// Sets the figure that a key names, if it is the line's.
  static func set(_ key: String, of line: inout CaseLine, to value: Double) {
    guard let figure = allCases.first(where: { "\(line.id).\($0.rawValue)" == key }) else { return }
    switch figure {
    case .scale: line.scale = value
    case .quantity: line.quantity = value
    case .amount: line.unitPence = value
    case .engagement: line.adjustment.engagement = value
    case .success: line.adjustment.success = value
    case .deadweight: line.adjustment.deadweight = value
    case .attribution: line.adjustment.attribution = value
    case .dropOff: line.adjustment.dropOff = value
    }
  }
}
