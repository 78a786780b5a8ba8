/// Who pays a cost or gains a benefit.
public enum Payer: Hashable, Sendable, Comparable {
  /// The council whose case it is.
  case council
  /// The NHS.
  case health
  /// Schools and education.
  case education
  /// The Department for Work and Pensions.
  case workAndPensions
  /// The police and justice.
  case police
  /// Anyone else, by name.
  case other(String)

  /// The payer of a name as files write it: `council`, `health`, `dwp`, or any other.
  public init(_ name: String) {
    switch name.lowercased() {
    case "council": self = .council
    case "health", "nhs", "icb": self = .health
    case "education", "schools": self = .education
    case "dwp", "work and pensions": self = .workAndPensions
    case "police", "justice": self = .police
    default: self = .other(name)
    }
  }

  /// The name for people.
  public var words: String {
    switch self {
    case .council: "Council"
    case .health: "Health"
    case .education: "Education"
    case .workAndPensions: "Work and pensions"
    case .police: "Police and justice"
    case .other(let name): name
    }
  }

  private var order: (Int, String) {
    switch self {
    case .council: (0, "")
    case .health: (1, "")
    case .education: (2, "")
    case .workAndPensions: (3, "")
    case .police: (4, "")
    case .other(let name): (5, name)
    }
  }

  /// The council first, others by name last.
  public static func < (a: Payer, b: Payer) -> Bool { a.order < b.order }
}

/// A payer's part of an amount.
public struct PayerShare: Sendable, Equatable {
  /// Who.
  public let payer: Payer
  /// Its weight: parts are in proportion to weights, whatever these add up to.
  public let weight: Double

  /// A part.
  public init(_ payer: Payer, weight: Double = 1) {
    self.payer = payer
    self.weight = weight
  }
}
