/// A rule of the sector's book that Homeward does not run, and why.
public struct LeftOutRule: Sendable {
  /// Its code.
  public let code: String
  /// What it is about.
  public let subject: String
  /// Why it is left out.
  public let reason: String
}

extension RuleBook {
  /// The rules left out, each with its reason.
  public static let leftOut: [LeftOutRule] = needsProviders + derived + sameAsAnother

  private static let needsProviders: [LeftOutRule] = left(
    "It needs Ofsted's list of providers, which is not part of a return.",
    [
      ("219", "The kind of placement against that of the provider with this URN."),
      ("221", "The placement's postcode against that of the provider with this URN."),
      ("224", "The kind of provider against that of the provider with this URN."),
      ("227", "A provider not registered on the day the episode starts."),
      ("228", "A provider not registered on the day the episode ends."),
      ("229", "The kind of provider against the local authority of the provider with this URN."),
      ("241", "Supported accommodation in a local authority where the provider has no premises."),
      ("1008", "A URN that no provider has."),
    ])

  private static let derived: [LeftOutRule] = left(
    "A return holds postcodes, of which location and local authority are both derived: they can't contradict.",
    [("411", "A location of the placement that contradicts its local authority.")])

  private static let sameAsAnother: [LeftOutRule] = left(
    "It finds the same rows as SW10STG2, which is run.",
    [
      (
        "SW10aSTG2",
        "A social worker episode that starts more than a week before or after the one before ends."
      )
    ])

  private static func left(
    _ reason: String, _ rules: [(code: String, subject: String)]
  ) -> [LeftOutRule] {
    rules.map { LeftOutRule(code: $0.code, subject: $0.subject, reason: reason) }
  }
}
