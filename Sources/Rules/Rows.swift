public import Units

/// Where a row stands: its table's place in `Collection.sources` and its row there.
public struct RowPlace: Sendable, Hashable {
  let source: Int32
  let row: Int32
}

/// A row of any table.
public protocol TableRow: Sendable {
  /// Position of the child in `ReturnSet.children`.
  var child: Int32 { get }
  /// Where it stands.
  var place: RowPlace { get }
}

/// A row of the header.
public struct HeaderRow: TableRow {
  public let child: Int32, place: RowPlace
  public let sex: Code, dob: Day, ethnic: Code, mother: Code, motherChildDOB: Day, uasc: Code
  /// The unique pupil number as written, in capitals.
  public let upn: String
}

/// A row of episodes. `home` and `post` are the home's and the placement's postcode as words without spaces.
public struct EpisodeRow: TableRow {
  public let child: Int32, place: RowPlace
  public let decom: Day, dec: Day
  public let rne: Code, ls: Code, cin: Code, placement: Code, provider: Code, rec: Code, reasonChange: Code
  public let home: Code, post: Code, urn: Code
  /// What the file itself says of where the placement is.
  let given: GivenPlace
  /// Where home and placement are, by a postcode directory, else by what the file says.
  public internal(set) var whereabouts = Whereabouts.unknown

  /// A series of short breaks: V3 or V4.
  public var isRespite: Bool { ls == "V3" || ls == "V4" }
  /// A temporary placement: T0 to T4.
  public var isTemporary: Bool {
    placement == "T0" || placement == "T1" || placement == "T2" || placement == "T3" || placement == "T4"
  }
  /// Nothing written for DEC.
  public var isOpen: Bool { dec.isBlank }
}

/// A row of unaccompanied asylum-seeking children.
public struct UASCRow: TableRow {
  public let child: Int32, place: RowPlace
  public let sex: Code, dob: Day, duc: Day
}

/// A row of reviews.
public struct ReviewRow: TableRow {
  public let child: Int32, place: RowPlace
  public let dob: Day, review: Day, code: Code
}

/// A row of missing episodes.
public struct MissingRow: TableRow {
  public let child: Int32, place: RowPlace
  public let dob: Day, kind: Code, start: Day, end: Day
}

/// A row of previous permanence.
public struct PermanenceRow: TableRow {
  public let child: Int32, place: RowPlace
  public let dob: Day, option: Code, authority: Code
  /// The date as written: parts of it may be `zz`.
  public let date: String
}

/// A row of OC2: children looked after for twelve months.
public struct OC2Row: TableRow {
  public let child: Int32, place: RowPlace
  public let dob: Day, sdqScore: Code, sdqReason: Code, convicted: Code, healthCheck: Code,
    immunisations: Code
  public let teethCheck: Code, healthAssessment: Code, substanceMisuse: Code, interventionReceived: Code
  public let interventionOffered: Code
}

/// A row of OC3: care leavers.
public struct OC3Row: TableRow {
  public let child: Int32, place: RowPlace
  public let dob: Day, inTouch: Code, activity: Code, accommodation: Code
}

/// A row of AD1: children adopted.
public struct AD1Row: TableRow {
  public let child: Int32, place: RowPlace
  public let dob: Day, dateInt: Day, dateMatch: Day, fosterCare: Code, adopters: Code, sexAdopters: Code
  public let statusAdopters: Code
}

/// A row of decisions that a child should be placed for adoption.
public struct PlacedRow: TableRow {
  public let child: Int32, place: RowPlace
  public let dob: Day, placed: Day, ceased: Day, reason: Code
}

/// A row of social worker episodes.
public struct SocialWorkerRow: TableRow {
  public let child: Int32, place: RowPlace
  public let dob: Day, start: Day, end: Day, reason: Code
  /// The social worker's number, in capitals.
  public let worker: String
}

/// A row of deprivation of liberty orders.
public struct DoLoRow: TableRow {
  public let child: Int32, place: RowPlace
  public let dob: Day, start: Day, end: Day
}
