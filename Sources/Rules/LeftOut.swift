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
  public static let leftOut: [LeftOutRule] = needsProviders + needsPostcodes + sameAsAnother

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

  private static let needsPostcodes: [LeftOutRule] = left(
    "It needs the placement's local authority or distance from home, which a return holds as postcodes only.",
    [
      ("164", "A distance from home that is not a distance."),
      ("169", "A local authority of placement that is missing or none."),
      ("179", "A location of the placement that is not a code."),
      ("243", "A URN for a placement outside England."),
      ("392a", "A child looked after without a distance from home."),
      ("406", "A distance from home for an unaccompanied asylum-seeking child."),
      ("411", "A location of the placement that contradicts its local authority."),
      ("420", "A local authority of placement for short breaks."),
      ("452", "The local authority of placement against last year's last episode."),
      ("453", "The distance from home against last year's last episode."),
      ("454", "A placement more than 350 miles from home."),
      ("503G", "The distance from home against the episode open at the end of last year."),
      ("503H", "The local authority of placement against the episode open at the end of last year."),
      ("503J", "The location of the placement against the episode open at the end of last year."),
      ("1015", "A placement of the authority's own that lies in another authority."),
    ])

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
