import Returns
import Units

/// Legal status.
extension RuleBook {
  static let legalStatus: [Rule] = [
    Rule(
      "358", .error, "A child of ten or younger can't be remanded or detained.",
      action: "Correct LS, or DOB in the header, or DECOM.",
      reads: [.now(.header, "DOB"), .now(.episodes, "DECOM", "LS")], fields: ["DECOM", "DOB", "LS"],
      effect: .age,
      check: .whole { year, flags in
        for e in year.now.episodes.rows where e.ls == "J1" || e.ls == "J2" || e.ls == "J3" {
          guard e.decom <= year.dob(e).adding(years: 10) else { continue }
          flags.add(e)
          flags.add(year.now.header[e.child])
        }
      }),
    Rule(
      "359", .error,
      "The child passed the 18th birthday before the year's end, but the episode is still open.",
      action: "Enter DEC and REC, unless the child stays in a community home (LS V2, PLACE K2).",
      reads: [.now(.header, "DOB"), .now(.episodes, "DEC", "LS", "PLACE")], fields: ["DEC", "LS", "PLACE"],
      effect: .exits,
      check: .each(\.episodes) { e, year in
        e.isOpen && year.dob(e).adding(years: 18) < year.end && !(e.ls == "V2" && e.placement == "K2")
      }),
    order("361", "L1", "Police protection lasted longer than 72 hours.", days: 3) { $0 == $1 },
    order("362", "L2", "An emergency protection order lasted longer than 21 days.", days: 21) { $0 == $1 },
    order("363", "L3", "A child assessment order lasted longer than seven days.", days: 7) { !($0 < $1) },
    order("364", "J2", "Detention under PACE lasted longer than 21 days.", days: 21) { !($0 < $1) },
    Rule(
      "378", .error, "A child accommodated under section 20 can't be placed with the parents.",
      action: "Correct PLACE or LS.", reads: [.now(.episodes, "PLACE", "LS")], effect: .category,
      check: .each(\.episodes) { e, _ in e.placement == "P1" && e.ls == "V2" }),
    Rule(
      "445", .error, "A freeing order is given for an episode that started after 2005.",
      action: "Correct LS.", reads: [.now(.episodes, "LS", "DECOM")], years: upTo(2023),
      check: .each(\.episodes) { e, _ in
        e.ls == "D1" && e.decom > Day(year: 2005, month: 12, day: 31)
      }),
    Rule(
      "446", .error, "A placement order is given for an episode that started before December 2005.",
      action: "Correct LS or DECOM.", reads: [.now(.episodes, "LS", "DECOM")],
      check: .each(\.episodes) { e, _ in
        e.ls == "E1" && e.decom < Day(year: 2005, month: 12, day: 1)
      }),
    Rule(
      "451", .query, "The child is still under a freeing order, which has not been granted since 2005.",
      action: "Check LS.", reads: [.now(.episodes, "LS", "DEC", "REC")], fields: ["DEC", "REC", "LS"],
      years: upTo(2023),
      check: .each(\.episodes) { e, _ in e.ls == "D1" && e.isOpen && e.rec.isEmpty }),
  ]

  /// A rule of how long a legal status may last: its episodes of a child are taken together where `joins`, given the
  /// end of one and the start of the next, says that it went on; one still open lasts to the year's end.
  private static func order(
    _ code: String, _ status: Code, _ message: String, days: Int,
    _ joins: @escaping @Sendable (_ end: Day, _ start: Day) -> Bool
  ) -> Rule {
    Rule(
      code, .error, message, action: "Correct LS, DECOM or DEC.",
      reads: [.now(.episodes, "DECOM", "LS", "DEC")], effect: .nights,
      check: .byChild(\.episodes) { episodes, year, flags in
        var (run, end, total) = ([EpisodeRow](), Day.blank, 0)
        for e in episodes where e.ls == status && e.decom.isKnown {
          if !joins(end, e.decom) {
            if total > days { flags.add(run) }
            (run, total) = ([], 0)
          }
          end = e.dec.or(year.end)
          run.append(e)
          total += max(0, e.decom.nights(to: end) ?? 0)
        }
        if total > days { flags.add(run) }
      })
  }
}
