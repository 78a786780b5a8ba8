/// Whose word it is: roles as people write them, compared by their words.
public enum Role {
  /// Whether a role is nobody, or one of others however it is written: nobody is independent of himself. Two roles are
  /// the same where all words of one are among those of the other; a word is never looked for inside another.
  public static func isSame(_ role: String, as others: [String]) -> Bool {
    guard isSomebody(role) else { return true }
    let own = words(role)
    return others.map(words).contains { !$0.isEmpty && (own.isSubset(of: $0) || $0.isSubset(of: own)) }
  }

  /// Whether a text names a role at all: fillers such as “TBC” are nobody.
  public static func isSomebody(_ role: String) -> Bool {
    role.count(where: \.isLetter) > 0 && !isFiller(role) && !words(role).isEmpty
  }

  /// Whether a text stands where something is still missing: “TBC”, “n/a”, “-”, “not confirmed”.
  public static func isFiller(_ text: String) -> Bool {
    let own = parts(text)
    return own.allSatisfy(empty.contains) || own.contains(where: missing.contains)
      || empty.contains(own.joined())
  }

  /// Whether a confirmation counts against everybody whose word alone does not. Without an owner there is nobody to be
  /// independent of, so nothing counts.
  static func confirms(_ role: String, on evidence: String, owner: String, others: [String]) -> Bool {
    isSomebody(owner) && !isFiller(evidence) && !isSame(role, as: [owner] + others)
  }

  /// Words that tell roles apart, short forms written out.
  private static func words(_ role: String) -> Set<String> {
    Set(
      parts(role).flatMap { short[$0] ?? [$0] }.filter { !joining.contains($0) }
        .map { $0.count > 3 && $0.hasSuffix("s") ? String($0.dropLast()) : $0 })
  }

  /// Lower-case runs of letters and digits; apostrophes stand for nothing, and wide forms for the plain ones.
  private static func parts(_ text: String) -> [String] {
    var plain = ""
    for scalar in text.unicodeScalars where !apostrophes.contains(scalar) {
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      plain.unicodeScalars.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    return plain.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private static let apostrophes: Set<Unicode.Scalar> = ["'", "’", "‘", "`"]

  private static let joining: Set<String> = ["of", "the", "and", "for", "acting", "interim"]

  private static let short: [String: [String]] = [
    "hd": ["head"], "mgr": ["manager"], "asst": ["assistant"], "assist": ["assistant"], "dir": ["director"],
    "dep": ["deputy"], "svc": ["service"], "svcs": ["service"], "serv": ["service"], "exec": ["executive"],
    "ce": ["chief", "executive"], "ceo": ["chief", "executive"], "cfo": ["chief", "finance", "officer"],
    "fbp": ["finance", "business", "partner"], "dcs": ["director", "childrens", "services"],
    "ad": ["assistant", "director"], "hos": ["head", "service"], "psw": ["principal", "social", "worker"],
    "tm": ["team", "manager"], "sm": ["service", "manager"], "off": ["officer"], "acct": ["accountant"],
    "fin": ["finance"], "sw": ["social", "worker"],
  ]

  /// Words that alone say nothing.
  private static let empty: Set<String> = [
    "na", "n", "no", "none", "nil", "null", "nobody", "unknown", "yes", "x", "to", "be", "confirmed",
    "agreed",
    "yet", "later", "follow", "various", "self", "blank", "waiting",
  ]

  /// Words that say that something is missing, whatever stands beside them.
  private static let missing: Set<String> = [
    "tbc", "tba", "tbd", "not", "unconfirmed", "pending", "awaiting", "awaited", "vacant",
  ]
}
