/// The tables of the SSDA903 return.
public enum TableName: String, CaseIterable, Sendable {
  case header = "Header"
  case episodes = "Episodes"
  case uasc = "UASC"
  case missing = "Missing"
  case reviews = "Reviews"
  case previousPermanence = "Previous permanence"
  case oc2 = "OC2"
  case oc3 = "OC3"
  case ad1 = "AD1"
  case placedForAdoption = "Placed for adoption"
  case socialWorker = "Social worker"
  case deprivationOfLiberty = "Deprivation of liberty"

  /// The table's name in the collection's own documents, and in findings.
  public var code: String {
    switch self {
    case .header, .episodes, .uasc, .missing, .reviews, .oc2, .oc3, .ad1: rawValue
    case .previousPermanence: "PrevPerm"
    case .placedForAdoption: "PlacedAdoption"
    case .socialWorker: "SWEpisodes"
    case .deprivationOfLiberty: "DoLo"
    }
  }

  /// The name of the table's file in a return written by Homeward, without its ending.
  public var fileName: String {
    switch self {
    case .header, .episodes, .uasc, .missing, .reviews, .oc2, .oc3, .ad1: rawValue.lowercased()
    case .previousPermanence: "previous_permanence"
    case .placedForAdoption: "placed_for_adoption"
    case .socialWorker: "sw_episodes"
    case .deprivationOfLiberty: "dolo"
    }
  }

  /// The table that a file's name tells of; nil where it tells of none.
  init?(fileName: String) {
    let name = fileName.lowercased()
    let tells: [(String, TableName)] = [
      ("sw_ep", .socialWorker), ("social", .socialWorker), ("dolo", .deprivationOfLiberty),
      ("placed", .placedForAdoption), ("perm", .previousPermanence), ("episode", .episodes),
      ("header", .header), ("uasc", .uasc), ("missing", .missing), ("review", .reviews), ("oc2", .oc2),
      ("oc3", .oc3), ("ad1", .ad1),
    ]
    guard let found = tells.first(where: { name.contains($0.0) }) else { return nil }
    self = found.1
  }
}

/// A column of a table: its name and how its values are read.
public struct TableColumn: Sendable {
  /// How a value is read.
  public enum Kind: Sendable {
    /// A code: spaces around it are dropped and letters made capitals.
    case code
    /// Text kept as it is, spaces around it dropped.
    case text
    /// A day without which the row can't be used.
    case neededDay
    /// A day that may be empty, but not unreadable: an end that can't be read is not an open end.
    case endDay
    /// A day that is left empty, with a note, where it can't be read.
    case day
  }

  /// The column's name in the return.
  public let name: String
  /// How its values are read.
  public let kind: Kind
  /// Whether the national layout has it. UASC stands in the header of the national XML only; PL_LA, PL_LOCATION and
  /// PL_DISTANCE are worked out from postcodes, and some systems export them.
  public let isExpected: Bool

  /// Whether it holds days.
  public var isDay: Bool {
    switch kind {
    case .neededDay, .endDay, .day: true
    case .code, .text: false
    }
  }
}

/// The columns of a table, beside CHILD, and those by which it is told from the others.
///
/// Columns and names: Department for Education, Children looked-after by local authorities in England: guide to the
/// SSDA903 collection.
public struct TableShape: Sendable {
  /// The table.
  public let name: TableName
  /// Its columns beside CHILD, in the return's order.
  public let columns: [TableColumn]
  /// The columns that a file must have, beside CHILD, to be this table. No two tables share them.
  public let telling: [String]

  /// A column's position in `columns`.
  public func position(of column: String) -> Int? { columns.firstIndex { $0.name == column } }

  /// The shapes of all tables, the most telling first.
  public static let all: [TableShape] = [
    TableShape(
      .episodes, telling: ["DECOM", "DEC", "RNE", "LS", "PLACE"],
      "DECOM!", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "DEC?", "REC", "REASON_PLACE_CHANGE",
      "HOME_POST~", "PL_POST~", "URN", "PL_LA*", "PL_LOCATION*", "PL_DISTANCE*"),
    TableShape(.uasc, telling: ["DUC"], "SEX", "DOB/", "DUC/"),
    TableShape(.reviews, telling: ["REVIEW"], "DOB/", "REVIEW!", "REVIEW_CODE"),
    TableShape(.missing, telling: ["MIS_START"], "DOB/", "MISSING", "MIS_START!", "MIS_END?"),
    TableShape(.previousPermanence, telling: ["PREV_PERM"], "DOB/", "PREV_PERM", "LA_PERM", "DATE_PERM~"),
    TableShape(
      .oc2, telling: ["SDQ_SCORE"], "DOB/", "SDQ_SCORE", "SDQ_REASON", "CONVICTED", "HEALTH_CHECK",
      "IMMUNISATIONS", "TEETH_CHECK", "HEALTH_ASSESSMENT", "SUBSTANCE_MISUSE", "INTERVENTION_RECEIVED",
      "INTERVENTION_OFFERED"),
    TableShape(.oc3, telling: ["IN_TOUCH"], "DOB/", "IN_TOUCH", "ACTIV", "ACCOM"),
    TableShape(
      .ad1, telling: ["DATE_MATCH"], "DOB/", "DATE_INT/", "DATE_MATCH/", "FOSTER_CARE", "NB_ADOPTR",
      "SEX_ADOPTR", "LS_ADOPTR"),
    TableShape(
      .placedForAdoption, telling: ["DATE_PLACED"], "DOB/", "DATE_PLACED!", "DATE_PLACED_CEASED?",
      "REASON_PLACED_CEASED"),
    TableShape(.socialWorker, telling: ["SW_DECOM"], "DOB/", "SW_ID", "SW_DECOM!", "SW_DEC?", "SW_REASON"),
    TableShape(.deprivationOfLiberty, telling: ["DOLO_START"], "DOB/", "DOLO_START!", "DOLO_END?"),
    TableShape(
      .header, telling: ["DOB", "SEX", "ETHNIC"], "SEX", "DOB!", "ETHNIC", "UPN", "MOTHER", "MC_DOB/",
      "UASC*"),
  ]

  /// The shape of a table.
  public static func of(_ name: TableName) -> TableShape {
    all.first { $0.name == name } ?? TableShape(name, telling: [])
  }

  /// Columns are written with a mark for their kind: `!` a needed day, `?` an end day, `/` another day, `~` text, `*` a
  /// code that few files have, none for a code.
  private init(_ name: TableName, telling: [String], _ columns: String...) {
    self.name = name
    self.telling = telling
    self.columns = columns.map { written in
      let kinds: [Character: TableColumn.Kind] = [
        "!": .neededDay, "?": .endDay, "/": .day, "~": .text, "*": .code,
      ]
      let mark = written.last ?? " "
      guard let kind = kinds[mark] else { return TableColumn(name: written, kind: .code, isExpected: true) }
      return TableColumn(name: String(written.dropLast()), kind: kind, isExpected: mark != "*")
    }
  }
}
