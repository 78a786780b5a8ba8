import Yams

/// Reads YAML as written by hand: mappings, lists and text, with line and column. What could make a small file mean a
/// great deal (names for values, types, several documents) is refused.
public enum YAMLReader {
  /// The longest file read, in bytes.
  public static let limit = 256_000
  /// How deep values may stand in one another.
  public static let deepest = 12

  /// The value that a file's text makes.
  ///
  /// A file longer than `limit` bytes is refused.
  ///
  /// - Throws: `YAMLError` with the line at fault.
  public static func read(_ bytes: [UInt8], limit: Int = limit) throws(YAMLError) -> YAMLNode {
    guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
    guard !bytes.isEmpty else { throw .empty }
    let decoded = bytes.withUnsafeBufferPointer { buffer -> Result<String, YAMLError> in
      do throws(NotText) {
        return try TextDecoding.withText(buffer) { text, _ in .success(oneLineEnd(text)) }
      } catch {
        return .failure(.notText)
      }
    }
    // Longer than a string that Swift keeps in place, whose bytes Yams could not hold on to.
    var text = try decoded.get() + String(repeating: "\n", count: 32)
    if mayHoldAliases(Array(text.utf8)) { text = text.replacing("*", with: String(star)) }
    let (parser, root) = try compose(text)
    guard let root else { throw .empty }
    if let line = aliasLine(root, depth: 1) { throw .alias(line: line) }
    // The parser holds the names of values, to which what it made only points.
    let node = try withExtendedLifetime(parser) { () throws(YAMLError) in try convert(root, depth: 1) }
    guard node.content != .empty else { throw .empty }
    return node
  }

  /// The text with every line ended by a line feed, so that lines are counted as an editor does; the rare characters
  /// that YAML alone takes for line ends are spaces.
  private static func oneLineEnd(_ text: UnsafeBufferPointer<UInt8>) -> String {
    let ended = String(decoding: text, as: UTF8.self).replacing("\r\n", with: "\n")
    let scalars = ended.unicodeScalars.map { scalar -> Unicode.Scalar in
      switch scalar {
      case "\r": "\n"
      case "\u{85}", "\u{2028}", "\u{2029}": " "
      default: scalar
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// Marks a key that stands twice, so that the text can be parsed on and both lines be told. A character of Unicode's
  /// private area, which nobody types.
  private static let mark: Unicode.Scalar = "\u{E0F7}"
  private static let mostMarks = 16

  /// Parses the text; a key that Yams finds twice is marked, with as many marks as were needed before, and the text
  /// parsed again.
  private static func compose(_ text: String) throws(YAMLError) -> (Parser?, Node?) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for count in 1...mostMarks {
      do {
        let parser = try Parser(yaml: lines.joined(separator: "\n"), resolver: .basic, encoding: .utf8)
        return (parser, try parser.singleRoot())
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        let place = context.mark
        let key = (keys.first ?? "").filter { !$0.unicodeScalars.contains(mark) }
        guard count < mostMarks, lines.indices.contains(place.line - 1) else {
          throw .duplicateKey(key, line: place.line, first: place.line)
        }
        guard let marked = marking(lines[place.line - 1], at: place.column, times: count) else {
          throw .duplicateKey(key, line: place.line, first: place.line)
        }
        lines[place.line - 1] = marked
      } catch {
        throw fault(error, lines: lines.count - 32)
      }
    }
    return (nil, nil)
  }

  /// A line with marks at the start of the key at a column, inside its quotes.
  private static func marking(_ line: String, at column: Int, times: Int) -> String? {
    var scalars = Array(line.unicodeScalars)
    var place = column - 1
    guard scalars.indices.contains(place) else { return nil }
    if scalars[place] == "\"" || scalars[place] == "'" { place += 1 }
    scalars.insert(contentsOf: Array(repeating: mark, count: times), at: place)
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  private static func fault(_ error: any Error, lines: Int) -> YAMLError {
    // What breaks off does so below the last line.
    func inside(_ line: Int) -> Int { max(1, min(line, lines)) }
    switch error {
    case YamlError.composer(let context, let problem, let place, _):
      return context?.text.contains("single document") == true
        ? .secondDocument(line: inside(place.line)) : .grammar(line: inside(place.line), words: problem)
    case YamlError.scanner(let context, let problem, let place, _),
      YamlError.parser(let context, let problem, let place, _):
      // Of what is opened and not closed, the line that opens it is the one to look at.
      let isOpen = problem.contains("end of stream")
      return .grammar(line: inside(isOpen ? context?.mark.line ?? place.line : place.line), words: problem)
    case YamlError.reader(let problem, let offset, _, let yaml):
      let before = yaml.prefix(offset ?? 0)
      return .grammar(line: inside(1 + before.count { $0.isNewline }), words: problem)
    default: return .grammar(line: 1, words: "out of memory")
    }
  }

  private static func convert(_ node: Node, depth: Int) throws(YAMLError) -> YAMLNode {
    let line = node.mark?.line ?? 1
    let column = node.mark?.column ?? 1
    guard depth <= deepest else { throw .tooDeep(line: line, limit: deepest) }
    guard node.anchor == nil else { throw .alias(line: line) }
    let content: YAMLNode.Content
    switch node {
    case .alias: throw .alias(line: line)
    case .scalar(let scalar):
      try checkTag(scalar.tag, line)
      let isEmpty = scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
      content = isEmpty ? .empty : .scalar(starred(scalar.string))
    case .sequence(let sequence):
      try checkTag(sequence.tag, line)
      var values: [YAMLNode] = []
      for value in sequence { values.append(try convert(value, depth: depth + 1)) }
      content = .sequence(values)
    case .mapping(let mapping):
      try checkTag(mapping.tag, line)
      content = .mapping(try entries(mapping, depth: depth))
    }
    return YAMLNode(line: line, column: column, content: content)
  }

  private static func entries(_ mapping: Node.Mapping, depth: Int) throws(YAMLError) -> [YAMLEntry] {
    var entries: [YAMLEntry] = []
    var lines: [String: Int] = [:]
    for (key, value) in mapping {
      let line = key.mark?.line ?? 1
      guard key.anchor == nil else { throw .alias(line: line) }
      guard case .scalar(let scalar) = key else { throw .keyNotText(line: line) }
      try checkTag(scalar.tag, line)
      let name = starred(String(String.UnicodeScalarView(scalar.string.unicodeScalars.filter { $0 != mark })))
      if let first = lines[name] {
        throw .duplicateKey(name, line: max(line, first), first: min(line, first))
      }
      lines[name] = line
      entries.append(
        YAMLEntry(
          key: name, line: line, column: key.mark?.column ?? 1, value: try convert(value, depth: depth + 1)))
    }
    return entries
  }

  private static func checkTag(_ tag: Tag, _ line: Int) throws(YAMLError) {
    let name = tag.description
    guard name.hasPrefix("!") && name.count > 1 else { return }
    throw .tag(line: line)
  }

  /// What stands for `*` while a text is parsed that may hold names for values; a character as `mark`.
  private static let star: Unicode.Scalar = "\u{E0F6}"

  private static func starred(_ text: String) -> String { text.replacing(String(star), with: "*") }

  /// Whether the text has a `*name` and an `&name`, in whatever they stand. Then no `*` is shown to the parser: a few such
  /// names, each holding the one before ten times over, take it longer than anyone waits.
  private static func mayHoldAliases(_ bytes: [UInt8]) -> Bool {
    var named: Set<[UInt8]> = []
    var used: Set<[UInt8]> = []
    for (index, byte) in bytes.enumerated() {
      guard byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*") else { continue }
      let name = Array(bytes[(index + 1)...].prefix(64).prefix(while: isNameByte))
      guard !name.isEmpty else { continue }
      if byte == UInt8(ascii: "&") { named.insert(name) } else { used.insert(name) }
    }
    return !named.isDisjoint(with: used)
  }

  /// The line of the first value or key that is a name for another: it begins with `*` outside of quotes.
  private static func aliasLine(_ node: Node, depth: Int) -> Int? {
    guard depth <= deepest else { return nil }
    switch node {
    case .alias: return node.mark?.line ?? 1
    case .scalar(let scalar):
      let isAlias = scalar.style == .plain && scalar.string.unicodeScalars.first == star
      return isAlias ? node.mark?.line ?? 1 : nil
    case .sequence(let values):
      for value in values { if let line = aliasLine(value, depth: depth + 1) { return line } }
    case .mapping(let mapping):
      for (key, value) in mapping {
        if let line = aliasLine(key, depth: depth + 1) ?? aliasLine(value, depth: depth + 1) { return line }
      }
    }
    return nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
