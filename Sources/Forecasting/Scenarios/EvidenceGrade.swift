/// How good the evidence for an initiative's effect is, from 1, the best, to 6. The percentages are the ladder by which
/// the Greater Manchester cost-benefit model, supplementary to the Treasury's Green Book, lowers benefits for optimism;
/// the words for grades 2 to 5 are Homeward's own.
public enum EvidenceGrade: Int, CaseIterable, Comparable, Sendable {
  /// A randomised trial, or the council's own measured results.
  case trial = 1
  /// A comparison with children who were not offered it.
  case comparison
  /// Results before and after, of several places.
  case beforeAndAfter
  /// Results of one place like this one.
  case onePlace
  /// Practitioners' figures, checked by somebody else.
  case practitioners
  /// Expert judgement that nothing corroborates.
  case judgement

  /// The probability that the initiative has no effect at all: 0, 5, 10, 15, 25 or 40 %.
  public var chanceOfNoEffect: Double {
    switch self {
    case .trial: 0
    case .comparison: 0.05
    case .beforeAndAfter: 0.1
    case .onePlace: 0.15
    case .practitioners: 0.25
    case .judgement: 0.4
    }
  }

  /// The grade taken where a scenario states none.
  public static let usual = EvidenceGrade.judgement

  /// Better evidence comes first.
  public static func < (a: EvidenceGrade, b: EvidenceGrade) -> Bool { a.rawValue < b.rawValue }
}
