public import Units

/// A repair made while joining the years' returns into histories: what was wrong, and what Homeward did so that the
/// child is counted once on every night. Nothing is repaired without one.
public struct HistoryFinding: Sendable {
  /// What was repaired.
  public enum Kind: String, Sendable, CaseIterable {
    case overlap = "Episode overlaps the next: ended where the next starts"
    case noEnd = "Episode has no end but another follows: ended where the next starts"
    case corrected = "Episode that a later return gives otherwise or no longer has: left out"
    case notInExtract =
      "Open episode not in a later extract: left open"
    case disagreement = "Two files up to the same day differ: the row with the later end is followed"
    case noNight = "Episode ends on the day it starts: it has no night to count"
    case lostOpen = "Open episode no longer in a later return: ended at that return's 1 April"
    case closedInGap = "Open episode before a year without a return: ended at the next return's 1 April"
    case pastEighteenth = "In care past the 18th birthday: ended on it"
    case birthChanged = "Date of birth differs between returns: the latest is used"
    case unknownPlace = "Placement code not listed: counted under “unknown placement code”"
    case placeOutOfYear = "Placement code not valid in the return's year: category kept"
    case endAfterAsOf = "Ends after the as-of date: counted as open"

    /// What was repaired, and what to say where that was wrong.
    public var words: String {
      self == .notInExtract
        ? rawValue + Means.said("; say --complete if the extract is whole", inBrowser: "").description
        : rawValue
    }
  }

  /// What was repaired.
  public let kind: Kind
  /// Position of the file in `ReturnSet.files`.
  public let file: Int
  /// Line in the file.
  public let line: Int
  /// The child.
  public let child: ChildID
  /// The column at fault.
  public let column: String
  /// The value as read.
  public let value: String
  /// Nights added to or taken from the episode as returned, where its end was known.
  public let nights: Int
}
