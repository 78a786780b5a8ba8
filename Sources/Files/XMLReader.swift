import CLibxml2

/// One step through an XML file.
public enum XMLEvent: Equatable, Sendable {
  /// An element begins; its name without any prefix.
  case start(String)
  /// Text, or a CDATA section, that is not all white space. One value may come in several.
  case text(String)
  /// The element last begun ends.
  case end
}

/// Reads XML step by step with libxml2, holding no more of it than the elements that are open.
///
/// Nothing is fetched from anywhere, and a DOCTYPE is refused, so no entity but XML's own five stands for anything.
/// Comments and processing instructions are passed over; attributes are given where they are asked for.
public final class XMLReader {
  /// The first thing wrong, as libxml2 tells it.
  fileprivate struct Failure {
    var code: Int32 = 0
    var line = 0
    var isInElement = false
  }

  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  private let reader: OpaquePointer
  private let deepest: Int
  private let failure: UnsafeMutablePointer<Failure>
  /// Blank lines above the XML declaration, which libxml2 would refuse.
  private let linesAbove: Int
  private let text: UnsafeBufferPointer<UInt8>
  private var hasPendingEnd = false

  /// A reader of a file's bytes, in whatever encoding they state (valid for as long as the reader is used), that
  /// refuses elements more than `deepest` in one another.
  ///
  /// - Throws: `XMLError` where there is nothing in it, or a DOCTYPE.
  public init(_ bytes: UnsafeBufferPointer<UInt8>, deepest: Int = 12) throws(XMLError) {
    let above = bytes.prefix(while: XMLReader.isBlank)
    linesAbove = above.count { $0 == 0x0A }
    text = UnsafeBufferPointer(rebasing: bytes[above.count...])
    guard !text.isEmpty else { throw .empty }
    if let line = XMLReader.lineOfDocType(text) { throw .docType(line: linesAbove + line) }
    self.deepest = deepest
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_BIG_LINES.rawValue
    let opened = text.withMemoryRebound(to: CChar.self) { characters in
      XMLReader.isReady
        ? xmlReaderForMemory(
          characters.baseAddress, Int32(clamping: characters.count), nil, nil, Int32(options)) : nil
    }
    guard let opened else { throw .malformed(line: 1, code: Int(XML_ERR_NO_MEMORY.rawValue)) }
    reader = opened
    failure = .allocate(capacity: 1)
    failure.initialize(to: Failure())
    xmlTextReaderSetStructuredErrorHandler(reader, keepFailure, failure)
  }

  deinit {
    xmlFreeTextReader(reader)
    failure.deinitialize(count: 1)
    failure.deallocate()
  }

  /// The line reached, 1 for the first of the file; past 65,534 it may be some lines ahead.
  public var line: Int {
    let node = xmlTextReaderCurrentNode(reader).map { xmlGetLineNo($0) } ?? 0
    return linesAbove
      + ((1..<65_535).contains(node) ? node : max(1, Int(xmlTextReaderGetParserLineNumber(reader))))
  }

  /// The next step; nil at the end of a file that was well-formed throughout.
  ///
  /// - Throws: `XMLError` at whatever is not XML that Homeward reads.
  public func next() throws(XMLError) -> XMLEvent? {
    if hasPendingEnd {
      hasPendingEnd = false
      return .end
    }
    while true {
      let outcome = step()
      guard outcome == 1 else {
        if outcome == 0, failure.pointee.code == 0 { return nil }
        throw problem
      }
      switch UInt32(bitPattern: xmlTextReaderNodeType(reader)) {
      case XML_READER_TYPE_ELEMENT.rawValue:
        guard xmlTextReaderDepth(reader) < deepest else { throw .tooDeep(line: line, limit: deepest) }
        hasPendingEnd = xmlTextReaderIsEmptyElement(reader) == 1
        return .start(string(xmlTextReaderConstLocalName(reader)))
      case XML_READER_TYPE_END_ELEMENT.rawValue: return .end
      case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue:
        return .text(string(xmlTextReaderConstValue(reader)))
      case XML_READER_TYPE_DOCUMENT_TYPE.rawValue: throw .docType(line: line)
      case XML_READER_TYPE_ENTITY_REFERENCE.rawValue: throw .entity(line: line)
      default: continue
      }
    }
  }

  /// Hands over every attribute of the element just begun: its name without any prefix, and its value.
  public func attributes(_ body: (_ name: String, _ value: String) -> Void) {
    guard xmlTextReaderMoveToFirstAttribute(reader) == 1 else { return }
    repeat {
      body(string(xmlTextReaderConstLocalName(reader)), string(xmlTextReaderConstValue(reader)))
    } while xmlTextReaderMoveToNextAttribute(reader) == 1
    xmlTextReaderMoveToElement(reader)
  }

  /// Bytes that can't be decoded are told to the thread's handler, and to stderr where it has none.
  private func step() -> Int32 {
    xmlSetStructuredErrorFunc(failure, keepFailure)
    defer { xmlSetStructuredErrorFunc(nil, nil) }
    return xmlTextReaderRead(reader)
  }

  /// Whether the file ends within a tag or value.
  private var endsOpen: Bool { text.last { $0 != 0 && !XMLReader.isBlank($0) } != UInt8(ascii: ">") }

  private func string(_ characters: UnsafePointer<UInt8>?) -> String {
    characters.map { String(cString: $0) } ?? ""
  }

  /// What stopped libxml2, in this project's words: its own would quote the file.
  private var problem: XMLError {
    let line = linesAbove + max(1, failure.pointee.line)
    switch UInt32(bitPattern: failure.pointee.code) {
    case XML_ERR_INVALID_CHAR.rawValue, XML_ERR_INVALID_ENCODING.rawValue, XML_ERR_UNKNOWN_ENCODING.rawValue,
      XML_ERR_UNSUPPORTED_ENCODING.rawValue, XML_ERR_ENCODING_NAME.rawValue,
      XML_I18N_NO_HANDLER.rawValue, XML_I18N_CONV_FAILED.rawValue, XML_IO_ENCODER.rawValue:
      return .encoding(line: line)
    case XML_ERR_TAG_NOT_FINISHED.rawValue: return .cutShort(line: line)
    case XML_ERR_DOCUMENT_END.rawValue where failure.pointee.isInElement:
      // Bytes that libxml2 can't decode end its reading without another word, before the last line.
      let isLast = text.lazy.filter { $0 == 0x0A }.count <= failure.pointee.line + 1
      return isLast ? .cutShort(line: line) : .encoding(line: line)
    case _ where endsOpen: return .cutShort(line: line)
    case XML_ERR_UNDECLARED_ENTITY.rawValue, XML_ERR_ENTITYREF_SEMICOL_MISSING.rawValue,
      XML_ERR_NAME_REQUIRED.rawValue, XML_ERR_ENTITYREF_NO_NAME.rawValue:
      return .entity(line: line)
    case XML_ERR_TAG_NAME_MISMATCH.rawValue: return .tags(line: line)
    default: return .malformed(line: line, code: Int(failure.pointee.code))
    }
  }
}

/// Keeps the first error that ends the reading.
private let keepFailure: xmlStructuredErrorFunc = { context, error in
  guard let context, let error else { return }
  let failure = context.assumingMemoryBound(to: XMLReader.Failure.self)
  guard failure.pointee.code == 0, error.pointee.level == XML_ERR_FATAL else { return }
  failure.pointee = XMLReader.Failure(
    code: error.pointee.code, line: Int(error.pointee.line),
    isInElement: open_elements(error.pointee.ctxt) > 0)
}

extension XMLReader {
  /// Whether a file is XML by its first character, in any encoding.
  public static func looksLikeXML(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.prefix(65_536).first { !isBlank($0) && !isMark($0) } == UInt8(ascii: "<")
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// A byte of a byte-order mark, or the half of a UTF-16 letter that says nothing.
  private static func isMark(_ byte: UInt8) -> Bool { [0x00, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF].contains(byte) }

  /// The line of a DOCTYPE before the first element, found before libxml2 sees its entities.
  private static func lineOfDocType(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let text = bytes.prefix(65_536).filter { $0 != 0 }
    var rest = text[...]
    while true {
      rest = rest.drop { isBlank($0) || isMark($0) }
      if rest.starts(with: "<!DOCTYPE".utf8) {
        return 1 + text[..<rest.startIndex].count { $0 == 0x0A }
      } else if rest.starts(with: "<?".utf8) {
        rest = after("?>", in: rest.dropFirst(2))
      } else if rest.starts(with: "<!--".utf8) {
        rest = after("-->", in: rest.dropFirst(4))
      } else {
        return nil
      }
    }
  }

  private static func after(_ mark: String, in text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = text
    while !rest.isEmpty, !rest.starts(with: mark.utf8) { rest = rest.dropFirst() }
    return rest.dropFirst(mark.utf8.count)
  }
}
