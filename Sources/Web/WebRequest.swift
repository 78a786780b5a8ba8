public import Foundation

/// A request as a page sees it, whichever server took it.
public struct WebRequest: Sendable {
  /// A file that was sent with a form.
  public struct Upload: Sendable, Equatable {
    /// The field's name, the file's name as the browser gave it, and its bytes.
    public let field: String, name: String, content: Data

    /// A file.
    public init(field: String, name: String, content: Data) {
      self.field = field
      self.name = name
      self.content = content
    }
  }

  /// `GET` or `POST`.
  public var method: String
  /// The path, percent signs resolved, without what follows a question mark.
  public var path: String
  /// What follows the question mark, by name; of several the last.
  public var query: [String: String] = [:]
  /// A form's fields, in order; a name may stand several times.
  public var fields: [(name: String, value: String)] = []
  /// Files sent with a form.
  public var uploads: [Upload] = []
  /// Headers, names in small letters.
  public var headers: [String: String] = [:]
  /// The address of the one who asks.
  public var address = ""

  /// A request.
  public init(method: String, path: String) {
    self.method = method
    self.path = path
  }

  /// A form field's value; empty where it is not there.
  func field(_ name: String) -> String { fields.last { $0.name == name }?.value ?? "" }

  /// Its path and query as they may stand in a link; without the query where that is very long.
  var target: String {
    let path = Site.encoded(path)
    let pairs = query.sorted { $0.key < $1.key }.map { "\(Site.encoded($0.key))=\(Site.encoded($0.value))" }
    let whole = pairs.isEmpty ? path : path + "?" + pairs.joined(separator: "&")
    return whole.utf8.count <= WebRequest.longestTarget ? whole : path
  }

  /// The most characters of a target.
  static let longestTarget = 2_000

  /// A cookie's value.
  func cookie(_ name: String) -> String? {
    for part in (headers["cookie"] ?? "").split(separator: ";") {
      let pair = part.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      if pair.count == 2, pair[0] == name { return pair[1] }
    }
    return nil
  }

  /// Whether it asks for a part of a page only.
  var isPartial: Bool { headers["hx-request"] == "true" }

  /// Whether a browser says that another site's page made it.
  var isFromElsewhere: Bool {
    if let site = headers["sec-fetch-site"], site != "same-origin", site != "none" { return true }
    guard let origin = headers["origin"] else { return false }
    let parts = origin.lowercased().components(separatedBy: "://")
    return parts.count != 2 || parts[1] != headers["host"]?.lowercased()
  }

  /// Whether the address it was sent to is one: it stands in links that are given to people.
  var hasPlainHost: Bool {
    let host = headers["host"] ?? ""
    return (1...260).contains(host.utf8.count)
      && host.unicodeScalars.allSatisfy {
        $0.isASCII
          && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || ".-_:[]".unicodeScalars.contains($0))
      }
  }
}

/// What is answered.
public struct WebResponse: Sendable {
  /// The status, such as 200.
  public var status: Int
  /// Headers, in order.
  public var headers: [(String, String)]
  /// The body.
  public var body: Data

  /// An answer.
  init(status: Int = 200, headers: [(String, String)] = [], body: Data = Data()) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// A page.
  static func html(_ text: String, status: Int = 200) -> WebResponse {
    WebResponse(
      status: status, headers: [("content-type", "text/html; charset=utf-8")], body: Data(text.utf8))
  }

  /// After a form: see this page.
  static func see(_ path: String) -> WebResponse { WebResponse(status: 303, headers: [("location", path)]) }

  /// A file to be kept.
  static func file(_ name: String, type: String, _ content: Data) -> WebResponse {
    let plain = name.map { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) ? $0 : "-" }
    return WebResponse(
      headers: [
        ("content-type", type + "; charset=utf-8"),
        ("content-disposition", "attachment; filename=\"\(String(plain))\""),
      ], body: content)
  }

  /// The text of a body.
  public var text: String { String(decoding: body, as: UTF8.self) }

  /// A header's value.
  public func header(_ name: String) -> String? { headers.first { $0.0 == name }?.1 }
}
