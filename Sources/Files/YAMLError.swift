/// Why text is not YAML that Homeward reads.
public enum YAMLError: Error, Equatable {
  /// There is nothing in it but blanks and comments.
  case empty
  /// It is no text.
  case notText
  /// It is longer than Homeward reads, in bytes.
  case tooLarge(bytes: Int, limit: Int)
  /// It does not follow YAML's grammar; the words are libYAML's.
  case grammar(line: Int, words: String)
  /// A key stands twice in one mapping.
  case duplicateKey(String, line: Int, first: Int)
  /// A name given to a value with `&`, or its use with `*`.
  case alias(line: Int)
  /// A type given to a value with `!`.
  case tag(line: Int)
  /// A key that is a list or a mapping.
  case keyNotText(line: Int)
  /// Values stand in one another more than `limit` deep.
  case tooDeep(line: Int, limit: Int)
  /// A second document begins, after `---` or `...`.
  case secondDocument(line: Int)

  /// The line at fault, from 1.
  public var line: Int {
    switch self {
    case .empty, .notText, .tooLarge: 1
    case .grammar(let line, _), .duplicateKey(_, let line, _), .alias(let line), .tag(let line),
      .keyNotText(let line), .tooDeep(let line, _), .secondDocument(let line):
      line
    }
  }
}

extension YAMLError: CustomStringConvertible {
  /// What is wrong, to stand behind the line.
  public var problem: String {
    switch self {
    case .empty: "there is nothing in the file"
    case .notText: "the file is not text"
    case .tooLarge(let bytes, let limit):
      "the file has \(megabytes(bytes)); the most that is read is \(megabytes(limit))"
    case .grammar(_, let words): "this can't be understood as YAML (\(words))"
    case .duplicateKey(let key, _, let first): "“\(key)” stands twice in one place, first on line \(first)"
    case .alias: "names for values (& and *) are not read"
    case .tag: "a type given with ! is not read"
    case .keyNotText: "a list or a mapping stands where a key should"
    case .tooDeep(_, let limit): "values stand in one another more than \(limit) deep"
    case .secondDocument: "a second document begins in the file"
    }
  }

  /// What to do about it.
  public var remedy: String {
    switch self {
    case .empty: "Write something into it."
    case .notText, .tooLarge: "Check that it is the right file, and save it as plain text."
    case .grammar(_, let words): YAMLError.advice(words)
    case .duplicateKey: "Keep one of them."
    case .alias:
      "Write the value out where it is needed; put quotes round a text that begins with & or *."
    case .tag: "Leave the type out; put quotes round a text that begins with !."
    case .keyNotText: "Write a word, a colon and a space."
    case .tooDeep: "Check the brackets and the indents."
    case .secondDocument: "Keep one to a file: take the line with --- or ... out."
    }
  }

  /// "Line 4: …".
  public var description: String { "line \(line): \(problem). \(remedy)" }

  /// What usually lies behind libYAML's words.
  private static func advice(_ words: String) -> String {
    if words.contains("mapping values") {
      return
        "Put quotes round a text that holds a colon and a space; check, on this line and the one above, that a space follows each colon and that both are indented alike."
    }
    if words.contains("tab") || words.contains("cannot start any token") {
      return "Indent with spaces, not tabs; put quotes round a text that begins with %, @ or `."
    }
    if words.contains("end of stream") { return "A quote or a bracket is opened and not closed." }
    if words.contains("','") || words.contains("flow") {
      return "Check the brackets and the commas between what stands in them."
    }
    return
      "Check that this line and the one above begin under one another, that a space follows each colon and hyphen, and that quotes are closed."
  }
}
