import Returns
import Units

/// Reads the cells of one row of a table by column name, columns found once for the table.
struct RowReader {
  let table: ReturnTable
  let source: Int32
  private let positions: [Int]
  var row = 0

  /// A reader of a table's columns in the order given; a column that the shape has not is a mistake in the program and
  /// reads as blank.
  init(_ table: ReturnTable, source: Int, columns: [String]) {
    self.table = table
    self.source = Int32(source)
    positions = columns.map { table.shape.position(of: $0) ?? -1 }
  }

  var child: Int32 { table.child[row] }
  var place: RowPlace { RowPlace(source: source, row: Int32(row)) }

  func day(_ index: Int) -> Day {
    guard positions[index] >= 0 else { return .blank }
    if let day = table.day(row, positions[index]) { return Day(day) }
    guard let written = table.writtenDay(row, positions[index]) else { return .blank }
    return Day(slashed: written) ?? .unreadable
  }

  func code(_ index: Int) -> Code { positions[index] < 0 ? .empty : table.key(row, positions[index]) }

  func text(_ index: Int) -> String {
    positions[index] < 0 ? "" : table.text(row, positions[index]).uppercased()
  }
}

/// A row type that can be read from a table.
protocol ReadableRow: TableRow {
  static var columns: [String] { get }
  init(_ read: RowReader)
}

extension HeaderRow: ReadableRow {
  static let columns = ["SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB", "UASC"]
  init(_ read: RowReader) {
    self.init(
      child: read.child, place: read.place, sex: read.code(0), dob: read.day(1), ethnic: read.code(2),
      mother: read.code(4), motherChildDOB: read.day(5), uasc: read.code(6), upn: read.text(3))
  }
}

extension EpisodeRow: ReadableRow {
  static let columns = [
    "DECOM", "DEC", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "REC", "REASON_PLACE_CHANGE", "HOME_POST",
    "PL_POST", "URN", "PL_LA", "PL_LOCATION", "PL_DISTANCE",
  ]
  init(_ read: RowReader) {
    self.init(
      child: read.child, place: read.place, decom: read.day(0), dec: read.day(1), rne: read.code(2),
      ls: read.code(3), cin: read.code(4), placement: read.code(5), provider: read.code(6), rec: read.code(7),
      reasonChange: read.code(8), home: read.code(9), post: read.code(10), urn: read.code(11),
      given: GivenPlace(area: read.text(12), location: read.code(13), distance: read.text(14)))
  }
}

extension UASCRow: ReadableRow {
  static let columns = ["SEX", "DOB", "DUC"]
  init(_ read: RowReader) {
    self.init(
      child: read.child, place: read.place, sex: read.code(0), dob: read.day(1), duc: read.day(2))
  }
}

extension ReviewRow: ReadableRow {
  static let columns = ["DOB", "REVIEW", "REVIEW_CODE"]
  init(_ read: RowReader) {
    self.init(
      child: read.child, place: read.place, dob: read.day(0), review: read.day(1), code: read.code(2))
  }
}

extension MissingRow: ReadableRow {
  static let columns = ["DOB", "MISSING", "MIS_START", "MIS_END"]
  init(_ read: RowReader) {
    self.init(
      child: read.child, place: read.place, dob: read.day(0), kind: read.code(1), start: read.day(2),
      end: read.day(3))
  }
}

extension PermanenceRow: ReadableRow {
  static let columns = ["DOB", "PREV_PERM", "LA_PERM", "DATE_PERM"]
  init(_ read: RowReader) {
    self.init(
      child: read.child, place: read.place, dob: read.day(0), option: read.code(1), authority: read.code(2),
      date: read.text(3))
  }
}

extension OC2Row: ReadableRow {
  static let columns = [
    "DOB", "SDQ_SCORE", "SDQ_REASON", "CONVICTED", "HEALTH_CHECK", "IMMUNISATIONS", "TEETH_CHECK",
    "HEALTH_ASSESSMENT", "SUBSTANCE_MISUSE", "INTERVENTION_RECEIVED", "INTERVENTION_OFFERED",
  ]
  init(_ read: RowReader) {
    self.init(
      child: read.child, place: read.place, dob: read.day(0), sdqScore: read.code(1), sdqReason: read.code(2),
      convicted: read.code(3), healthCheck: read.code(4), immunisations: read.code(5),
      teethCheck: read.code(6), healthAssessment: read.code(7), substanceMisuse: read.code(8),
      interventionReceived: read.code(9), interventionOffered: read.code(10))
  }
}

extension OC3Row: ReadableRow {
  static let columns = ["DOB", "IN_TOUCH", "ACTIV", "ACCOM"]
  init(_ read: RowReader) {
    self.init(
      child: read.child, place: read.place, dob: read.day(0), inTouch: read.code(1), activity: read.code(2),
      accommodation: read.code(3))
  }
}

extension AD1Row: ReadableRow {
  static let columns = [
    "DOB", "DATE_INT", "DATE_MATCH", "FOSTER_CARE", "NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR",
  ]
  init(_ read: RowReader) {
    self.init(
      child: read.child, place: read.place, dob: read.day(0), dateInt: read.day(1), dateMatch: read.day(2),
      fosterCare: read.code(3), adopters: read.code(4), sexAdopters: read.code(5),
      statusAdopters: read.code(6))
  }
}

extension PlacedRow: ReadableRow {
  static let columns = ["DOB", "DATE_PLACED", "DATE_PLACED_CEASED", "REASON_PLACED_CEASED"]
  init(_ read: RowReader) {
    self.init(
      child: read.child, place: read.place, dob: read.day(0), placed: read.day(1), ceased: read.day(2),
      reason: read.code(3))
  }
}

extension SocialWorkerRow: ReadableRow {
  static let columns = ["DOB", "SW_ID", "SW_DECOM", "SW_DEC", "SW_REASON"]
  init(_ read: RowReader) {
    self.init(
      child: read.child, place: read.place, dob: read.day(0), start: read.day(2), end: read.day(3),
      reason: read.code(4), worker: read.text(1))
  }
}

extension DoLoRow: ReadableRow {
  static let columns = ["DOB", "DOLO_START", "DOLO_END"]
  init(_ read: RowReader) {
    self.init(child: read.child, place: read.place, dob: read.day(0), start: read.day(1), end: read.day(2))
  }
}
