import Units

/// A fault of a kind that returns have, to plant in one.
struct Fault: Sendable {
  /// What planting does with the row.
  enum Deed: Sendable { case changed, twice, leftOut }

  /// What is wrong, in a sentence.
  let what: String
  let deed: Deed
  let table: String
  /// Every rule that finds it, with the rows.
  let found: [Found]
  /// Whether a row is fit for it; if so the row is changed.
  let change: @Sendable (inout FaultyReturn.Row, FaultyReturn.Surroundings) -> Bool

  init(
    _ what: String, _ deed: Deed = .changed, in table: String, found: [Found],
    change: @escaping @Sendable (inout FaultyReturn.Row, FaultyReturn.Surroundings) -> Bool
  ) {
    (self.what, self.deed, self.table, self.found, self.change) = (what, deed, table, found, change)
  }

  /// A rule, and which rows it finds.
  struct Found: Sendable, ExpressibleByStringLiteral {
    let rule: String
    let rows: Rows

    /// Rows by where they stand to the one changed.
    enum Rows: Sendable {
      case own, before, after
      /// The child's last row of the same table in last year's return.
      case lastYear
      /// All of the child's rows in a table.
      case every(String)
    }

    init(_ rule: String, _ rows: Rows) { (self.rule, self.rows) = (rule, rows) }
    init(stringLiteral rule: String) { self.init(rule, .own) }
  }
}

/// The faults planted in the example council's latest return.
extension Fault {
  static var all: [Fault] { episodes + placements + identities + otherTables + youngPeople }

  private static let episodes: [Fault] = [
    Fault(
      "An episode begins a week before the one before it ends: two carers at once.", in: "episodes",
      found: [Found("388", .before), "433", "501"]
    ) { row, near in
      guard near.isWithin(row), row["PLACE"] == "U6", let before = near.before,
        before.nights("DECOM", "DEC") > 30,
        let start = row.day("DECOM")
      else { return false }
      row["DECOM"] = (start - 7).slashed
      return true
    },
    Fault(
      "An episode has a reason for ending but no date: DEC was left out.", in: "episodes",
      found: ["142", "148", Found("433", .after)]
    ) { row, near in
      guard near.isWithin(row), row["PLACE"] == "U6", near.after != nil else { return false }
      row["DEC"] = ""
      return true
    },
    Fault(
      "A date as a spreadsheet's serial number: DEC was exported as a number.", in: "episodes", found: ["147"]
    ) { row, near in
      guard near.isWithin(row), near.after != nil, let end = row.day("DEC"),
        let first = CivilDay(year: 1899, month: 12, day: 30)
      else { return false }
      row["DEC"] = String(first.nights(to: end))
      return true
    },
    Fault(
      "The start of an episode open since last year was changed by a day.", in: "episodes",
      found: ["502", "562", Found("H01", .lastYear)]
    ) { row, near in
      guard near.before == nil, row["PLACE"] == "K2", let start = row.day("DECOM"),
        start < near.year.firstDay - 40
      else { return false }
      row["DECOM"] = (start + 1).slashed
      return true
    },
    Fault(
      "A child of school age left care to live independently (E5).", in: "episodes", found: ["387"]
    ) { row, near in
      guard row["REC"] == "E4A", row["LS"] != "V3", let end = row.day("DEC"),
        let born = near.row(in: "header")?.day("DOB"),
        (7...14).contains(Age.wholeYears(bornOn: born, on: end))
      else { return false }
      row["REC"] = "E5"
      return true
    },
  ]

  private static let placements: [Fault] = [
    Fault(
      "Supported accommodation under its old code, H5, which ended with 2023/24.", in: "episodes",
      found: ["146"]
    ) { row, near in
      guard row["PLACE"] == "K3", near.isWithin(row) else { return false }
      row["PLACE"] = "H5"
      return true
    },
    Fault(
      "Carers' holiday of more than seven nights as T4, which is for seven at most: T3 was meant.",
      in: "episodes", found: ["379"]
    ) { row, near in
      guard row["PLACE"] == "T3", row.nights("DECOM", "DEC") > 7 else { return false }
      row["PLACE"] = "T4"
      return true
    },
    Fault("A children's home without its URN.", in: "episodes", found: ["218"]) { row, near in
      guard row["PLACE"] == "K2", near.isWithin(row) else { return false }
      row["URN"] = ""
      return true
    },
    Fault(
      "The letter O for a nought, which makes the placement's postcode none.", in: "episodes",
      found: ["169", "179", "392a", "392c"]
    ) { row, near in
      guard row["PLACE"] == "U6", near.isWithin(row) else { return false }
      row["PL_POST"] = String(row["PL_POST"].dropLast(3)) + "O" + row["PL_POST"].suffix(2)
      return true
    },
    Fault(
      "A foster placement said to be provided by the parents (PR0).", in: "episodes", found: ["550"]
    ) { row, near in
      guard row["PLACE"] == "U6", near.isWithin(row), row["RNE"] == "P", near.after?["RNE"] == "P" else {
        return false
      }
      row["PLACE_PROVIDER"] = "PR0"
      return true
    },
    Fault(
      "A child under section 20 (V2) placed with parents, which needs a care order.", in: "episodes",
      found: ["378"]
    ) { row, near in
      guard row["PLACE"] == "P1", ["C1", "C2"].contains(row["LS"]), near.before == nil, near.after == nil,
        let start = row.day("DECOM"), start >= near.year.firstDay
      else { return false }
      row["LS"] = "V2"
      return true
    },
  ]

  private static let identities: [Fault] = [
    Fault(
      "A child stands in the header twice.", .twice, in: "header",
      found: ["444", "INT32", Found("444", .after), Found("INT32", .after)]
    ) { row, near in
      row["UPN"].count == 13 && near.count(in: "episodes") == 1
    },
    Fault(
      "A child in the episodes is not in the header.", .leftOut, in: "header",
      found: [Found("INT03", .every("episodes")), Found("INT07", .every("previous_permanence"))]
    ) { row, near in
      near.count(in: "episodes") == 1 && near.count(in: "sw_episodes") == 1
        && near.count(in: "reviews") == 0 && near.count(in: "missing") == 0
    },
    Fault(
      "A date of birth with the wrong year: born after care began.", in: "header",
      found: [
        "301", "302", Found("302", .every("episodes")), Found("INT16", .every("previous_permanence")),
        Found("INT17", .every("reviews")),
      ]
    ) { row, near in
      guard near.count(in: "episodes") == 1, let episode = near.row(in: "episodes"),
        near.count(in: "oc2") == 0, near.count(in: "missing") == 0,
        let start = episode.day("DECOM"), start > near.year.firstDay, episode["RNE"] == "S",
        episode["LS"] != "V3",
        let born = row.day("DOB"), born.year < 2020
      else { return false }
      row["DOB"] = String(row["DOB"].dropLast(4)) + "2026"
      return true
    },
    Fault("An ethnic group that is no code.", in: "header", found: ["103", "204"]) { row, near in
      guard row["ETHNIC"] == "WBRI", near.count(in: "episodes") == 1 else { return false }
      row["ETHNIC"] = "WHITE"
      return true
    },
    Fault("A pupil number cut short.", in: "header", found: ["168", "208"]) { row, near in
      guard row["UPN"].count == 13, near.count(in: "episodes") == 1 else { return false }
      row["UPN"] = String(row["UPN"].dropLast(2))
      return true
    },
    Fault(
      "A child's identifier lost its leading nought in a spreadsheet.", in: "oc2",
      found: [Found("191", .every("episodes")), "185", "190", "1012", "INT05"]
    ) { row, near in
      guard row.child.hasPrefix("0"), !row.child.hasPrefix("00"), near.count(in: "episodes") == 1
      else { return false }
      row["CHILD"] = String(row.child.dropFirst())
      return true
    },
  ]

  private static let otherTables: [Fault] = [
    Fault("A strengths and difficulties score above 40.", in: "oc2", found: ["180"]) { row, near in
      guard row["SDQ_SCORE"].count == 2 else { return false }
      row["SDQ_SCORE"] += "0"
      return true
    },
    Fault(
      "A child who came back before going missing: the dates changed places.", in: "missing", found: ["567"]
    ) {
      row, near in
      guard near.before == nil, near.after == nil, row.nights("MIS_START", "MIS_END") > 1 else {
        return false
      }
      (row["MIS_START"], row["MIS_END"]) = (row["MIS_END"], row["MIS_START"])
      return true
    },
    Fault(
      "A child over four noted as too young to take part in the review (PN0).", in: "reviews", found: ["440"]
    ) { row, near in
      guard let held = row.day("REVIEW"), let born = row.day("DOB"),
        Age.wholeYears(bornOn: born, on: held) > 8
      else { return false }
      row["REVIEW_CODE"] = "PN0"
      return true
    },
    Fault(
      "Adopters matched before the decision to adopt.", in: "ad1",
      found: ["333", "523", Found("523", .every("placed_for_adoption"))]
    ) { row, near in
      (row["DATE_INT"], row["DATE_MATCH"]) = (row["DATE_MATCH"], row["DATE_INT"])
      return true
    },
    Fault("A social worker's number without SW before it.", in: "sw_episodes", found: ["SW02STG1"]) {
      row, near in
      row["SW_ID"] = String(row["SW_ID"].dropFirst(2))
      return true
    },
  ]

  private static let youngPeople: [Fault] = [
    Fault(
      "A care leaver with whom the council is in touch, without what he or she does.", in: "oc3",
      found: ["132", "153"]
    ) { row, near in
      guard row["IN_TOUCH"] == "YES" else { return false }
      row["ACTIV"] = ""
      return true
    },
    Fault(
      "An unaccompanied child's status said to cease after the 18th birthday.", in: "uasc",
      found: ["304", "205B", Found("205B", .every("header"))]
    ) { row, near in
      guard let ceased = row.day("DUC"), let born = row.day("DOB"), ceased == Age.birthday(18, bornOn: born),
        ceased > near.year.lastDay
      else { return false }
      row["DUC"] = (ceased + 30).slashed
      return true
    },
  ]
}
