/// What a figure of shape counts.
public enum ShapeUnit: String, Sendable {
  /// Share of all children (or placements) of the measure, in per cent.
  case percent = "%"
  /// Days.
  case days
  /// A plain number.
  case number = ""
}

/// One figure of the council's shape beside England's.
public struct ShapeLine: Sendable {
  /// What is measured, such as `Age on starting`.
  public let measure: String
  /// The group it is measured for, such as `5 to 9`.
  public let group: String
  /// The council's figure over its six returns taken together.
  public let council: Double
  /// The published figure for England.
  public let england: Double
  /// The unit of both.
  public let unit: ShapeUnit
  /// Where England's figure was published.
  public let source: String

  /// Whether the two are further apart than the example aims for: 3 percentage points for a share, a fifth
  /// for anything else.
  public var differs: Bool {
    let gap = council > england ? council - england : england - council
    return unit == .percent ? gap > 3 : gap > england / 5
  }
}
