public import Units

/// A scale on which risks are scored: a number by a number, or a letter by a number.
public struct RiskScale: PlanItem, Equatable {
  /// A step of likelihood or impact.
  public struct Step: Sendable, Equatable {
    /// As it is written in a score: "4", "B".
    public var mark: String
    /// What it stands for; empty where the plan has no key.
    public var words: String
    /// Its weight: 4 for "4", 1 for the least likely letter.
    public var weight: Int

    /// A step.
    public init(mark: String, words: String, weight: Int) {
      self.mark = mark
      self.words = words
      self.weight = weight
    }
  }

  /// Its name in the file.
  public var id: String
  /// What readers call it.
  public var name: String
  /// Where it stands.
  public var place = PlanPlace()
  /// Steps of likelihood, the least first.
  public var likelihood: [Step] = []
  /// Steps of impact, the least first.
  public var impact: [Step] = []

  /// A scale.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }

  /// Probability 1-5 by impact 1-5.
  public static let fiveByFive: RiskScale = {
    var scale = RiskScale(id: "five-by-five", name: "Probability 1-5 × impact 1-5")
    scale.likelihood = (1...5).map { Step(mark: "\($0)", words: "", weight: $0) }
    scale.impact = scale.likelihood
    return scale
  }()

  /// Likelihood F (least) to A by impact 4 (least) to 1, as letter-number registers write it unless their key says
  /// otherwise.
  public static let letterByNumber: RiskScale = {
    var scale = RiskScale(id: "letter-by-number", name: "Likelihood A-F by impact 1-4")
    scale.likelihood = zip("FEDCBA", 1...6).map { Step(mark: String($0), words: "", weight: $1) }
    scale.impact = (1...4).map { Step(mark: "\(5 - $0)", words: "", weight: $0) }
    return scale
  }()
}

/// A score of a risk, as written: likelihood and impact marks.
public struct RiskScore: Sendable, Hashable {
  /// The mark of likelihood: "4", "B".
  public var likelihood: String
  /// The mark of impact.
  public var impact: String

  /// A score.
  public init(likelihood: String, impact: String) {
    self.likelihood = likelihood
    self.impact = impact
  }

  /// Weights on a scale; nil where a mark isn't on it.
  public func weights(on scale: RiskScale) -> (likelihood: Int, impact: Int)? {
    guard let a = scale.likelihood.first(where: { $0.mark == likelihood }),
      let b = scale.impact.first(where: { $0.mark == impact })
    else { return nil }
    return (a.weight, b.weight)
  }

  /// Likelihood × impact on a scale; nil where a mark isn't on it.
  public func rating(on scale: RiskScale) -> Int? { weights(on: scale).map { $0.likelihood * $0.impact } }
}

/// A risk.
public struct Risk: PlanItem, Equatable {
  /// Its name in the file.
  public var id: String
  /// What readers call it.
  public var name: String
  /// Where it stands.
  public var place = PlanPlace()
  /// The stream it belongs to; empty for none.
  public var stream = ""
  /// The id of its scale; empty for five by five.
  public var scale = ""
  /// Before anything is done about it.
  public var inherent: RiskScore?
  /// As it stands.
  public var current: RiskScore?
  /// As it is to be.
  public var target: RiskScore?
  /// The rating that the plan states, where it states a product.
  public var statedRating: Int?
  /// The role that answers for it.
  public var owner = ""
  /// When it is next looked at.
  public var review: CivilDay?
  /// When it may come true.
  public var proximity = ""
  /// What is done about it.
  public var mitigation: [String] = []

  /// A risk.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}
