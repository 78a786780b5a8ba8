/// Why text is not XML that Homeward reads. No case holds any of the text.
public enum XMLError: Error, Equatable {
  /// Nothing in the file.
  case empty
  /// It begins with a DOCTYPE, which could name other files or make text out of nothing.
  case docType(line: Int)
  /// Elements stand in one another more than `limit` deep.
  case tooDeep(line: Int, limit: Int)
  /// It ends before its elements do.
  case cutShort(line: Int)
  /// It holds bytes that are no text in the encoding it states, or that encoding is not known.
  case encoding(line: Int)
  /// A bare `&`, or an entity that XML does not know by itself.
  case entity(line: Int)
  /// An end tag that is not that of the element open there.
  case tags(line: Int)
  /// Anything else that is not well-formed; the code is libxml2's.
  case malformed(line: Int, code: Int)

  /// The line at fault, 1 for the first of the file.
  public var line: Int {
    switch self {
    case .empty: 1
    case .docType(let line), .tooDeep(let line, _), .cutShort(let line), .encoding(let line),
      .entity(let line), .tags(let line), .malformed(let line, _):
      line
    }
  }
}

extension XMLError: CustomStringConvertible {
  /// What is wrong, where, and what to do, to stand behind the file's name.
  public var description: String {
    switch self {
    case .empty: "the file is empty"
    case .docType(let line):
      "XML with a DOCTYPE (line \(line)), which no return has and Homeward does not read. Export the return again; if this is a web page, it is not a return"
    case .tooDeep(let line, let limit):
      "XML whose elements stand more than \(limit) deep in one another (line \(line)), as no return's do. Check that this is a return"
    case .cutShort(let line):
      "XML that breaks off (line \(line)), so none of it is used. Export or copy the file again"
    case .encoding(let line):
      "XML with bytes that are no text in the encoding its first line states (line \(line)). Export it again as UTF-8"
    case .entity(let line):
      "XML with an & that stands for nothing (line \(line)). Write &amp; for it, or export the file again"
    case .tags(let line):
      "XML with an end tag that fits no start tag (line \(line)), so none of it is used. Export the file again"
    case .malformed(let line, let code):
      "not well-formed XML (line \(line), libxml2's error \(code)), so none of it is used. Export the file again"
    }
  }
}
