public import Units

/// A row that can't be used: where it stands, what is wrong and what to do. It is counted in everything that leaves
/// it out.
public struct SetAside: Sendable {
  /// Why a row was set aside.
  public enum Reason: String, Sendable, CaseIterable {
    case badChild = "CHILD is not an identifier"
    case unreadableDay = "A date can't be read"
    case missingDay = "A date that is needed is empty"
    case raggedRow = "The row has more values than the header"
    case shortRow = "The row has too few values"
    case openQuote = "A quote is out of place"
    case nul = "The row holds NUL bytes"
    case sameFileTwice = "The same file is there twice"
    case repeatedRow = "The row is an exact copy of another"
    case noHeaderRow = "The child has no header row"
    case conflictingHeader = "Two header rows disagree on the date of birth"
    case bornAfterStart = "Born after the episode started"
    case adultAtStart = "Aged 18 or over when the episode started"
    case endsBeforeStart = "The episode ends before it starts"
    case sameDayEpisode = "Another episode of the child starts on the same day"
    case afterAsOf = "The episode starts after the as-of date"
  }

  /// Position of the file in `ReturnSet.files`.
  public let file: Int
  /// Line in the file, 1 for the header.
  public let line: Int
  /// The child, where it could be read.
  public let child: ChildID?
  /// The column at fault.
  public let column: String
  /// The value at fault, as it stands in the file.
  public let value: String
  /// Why.
  public let reason: Reason
  /// What to do about it.
  public let action: String
  /// How many rows it is: one, but for a file that is a copy of another, which is set aside whole.
  public var rows = 1
}

/// Something read otherwise than it was written, or worth knowing, that did not cost a row.
public struct ReadingNote: Sendable {
  /// What was noted.
  public enum Kind: String, Sendable, CaseIterable {
    case repairedDay = "Date read from another form"
    case leftEmpty = "Unreadable date left empty"
    case otherDayForm = "Dates in another clear form"
    case tidied = "Spaces or small letters tidied"
    case extraColumns = "Columns not of the return, ignored"
    case missingColumns = "Columns of the return that are not there"
    case encoding = "Not in UTF-8"
    case titles = "Lines above the header"
    case noRows = "No rows below the header"
    case noYear = "No episodes share its children"
    case isoDays = "Dates in ISO form"
    case unreadElements = "Elements of the XML not of the return"
  }

  /// What was noted.
  public let kind: Kind
  /// Position of the file in `ReturnSet.files`.
  public let file: Int
  /// Line of the first case; nil where it concerns the whole file.
  public let line: Int?
  /// The column, where it concerns one.
  public let column: String?
  /// The value as it stands in the file, for a single case.
  public let value: String?
  /// How many values it concerns.
  public let count: Int
  /// What was done and what to do.
  public let message: String
}
