/// A value of a YAML file, with the place where it stands, so that a problem can name its line.
public struct YAMLNode: Sendable, Equatable {
  /// What stands there.
  public enum Content: Sendable, Equatable {
    /// Text as written, quotes removed; a number or a date is text too.
    case scalar(String)
    /// Nothing: a key without a value, `~` or `null`.
    case empty
    /// Values one under another, each behind a hyphen, or in brackets.
    case sequence([YAMLNode])
    /// Keys with values, in the file's order; no key stands twice.
    case mapping([YAMLEntry])
  }

  /// Line of the file, from 1.
  public let line: Int
  /// Column of the line in characters, from 1.
  public let column: Int
  /// What stands there.
  public let content: Content

  /// A value at a place.
  public init(line: Int, column: Int, content: Content) {
    self.line = line
    self.column = column
    self.content = content
  }

  /// The text, nil where it is no scalar.
  public var text: String? { if case .scalar(let text) = content { text } else { nil } }
  /// The values of a sequence, nil where it is none.
  public var values: [YAMLNode]? { if case .sequence(let values) = content { values } else { nil } }
  /// The keys and values of a mapping, nil where it is none.
  public var entries: [YAMLEntry]? { if case .mapping(let entries) = content { entries } else { nil } }
}

/// A key of a YAML mapping and its value.
public struct YAMLEntry: Sendable, Equatable {
  /// The key.
  public let key: String
  /// Line of the key, from 1.
  public let line: Int
  /// Column of the key in characters, from 1.
  public let column: Int
  /// The value.
  public let value: YAMLNode

  /// A key at a place, with its value.
  public init(key: String, line: Int, column: Int, value: YAMLNode) {
    self.key = key
    self.line = line
    self.column = column
    self.value = value
  }
}
