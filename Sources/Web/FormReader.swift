import Foundation

/// Reads what a form sent: fields, and files where there are any.
enum FormReader {
  /// The most fields and files taken.
  static let most = 2_000
  /// The most letters of a boundary (RFC 2046), and bytes of a part's head: what is longer is made to be slow to read.
  private static let longestBoundary = 70, longestHead = 8_192

  /// Puts a body's fields and files into a request; false where it is no form or is broken.
  static func read(_ body: Data, into request: inout WebRequest) -> Bool {
    let type = request.headers["content-type"] ?? ""
    if type.hasPrefix("application/x-www-form-urlencoded") {
      // Files come in parts: a form without is small.
      guard body.count <= Route.usual else { return false }
      let pairs = String(decoding: body, as: UTF8.self).split(separator: "&", omittingEmptySubsequences: true)
      guard pairs.count <= most else { return false }
      request.fields = pairs.map { pair in
        let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(decoded)
        return (parts[0], parts.count > 1 ? parts[1] : "")
      }
      return true
    }
    guard type.lowercased().hasPrefix("multipart/form-data"), let boundary = parameter("boundary", of: type),
      (1...longestBoundary).contains(boundary.utf8.count)
    else {
      return body.isEmpty
    }
    return parts(body, boundary, into: &request)
  }

  /// A query's or form's text with its signs resolved.
  static func decoded(_ text: some StringProtocol) -> String {
    let spaced = String(text.map { $0 == "+" ? " " : $0 })
    return spaced.removingPercentEncoding ?? spaced
  }

  private static func parts(_ body: Data, _ boundary: String, into request: inout WebRequest) -> Bool {
    let mark = Data("--\(boundary)".utf8)
    guard body.starts(with: mark) else { return false }
    var at = body.startIndex + mark.count
    let gap = Data("\r\n\r\n".utf8)
    while let end = body.range(of: Data("\r\n".utf8) + mark, in: at..<body.endIndex) {
      let within = at..<min(end.lowerBound, at + longestHead)
      guard let head = body.range(of: gap, in: within) else { return false }
      let lines = String(decoding: body[at..<head.lowerBound], as: UTF8.self).split(
        whereSeparator: \.isNewline)
      let disposition =
        lines.first { $0.lowercased().hasPrefix("content-disposition:") }.map(String.init) ?? ""
      guard let name = parameter("name", of: disposition) else { return false }
      let content = body[head.upperBound..<end.lowerBound]
      if let file = parameter("filename", of: disposition) {
        if !file.isEmpty || !content.isEmpty {
          request.uploads.append(WebRequest.Upload(field: name, name: file, content: Data(content)))
        }
      } else {
        request.fields.append((name, String(decoding: content, as: UTF8.self)))
      }
      guard request.fields.count + request.uploads.count <= most else { return false }
      at = end.upperBound
    }
    // The last mark has two dashes behind it.
    return body[at...].starts(with: Data("--".utf8))
  }

  /// The value of `name="…"` in a header; what stands in quotes may hold semicolons.
  private static func parameter(_ name: String, of header: String) -> String? {
    var rest = header.drop { $0 != ";" }.dropFirst()
    while !rest.isEmpty {
      let key = rest.prefix { $0 != "=" && $0 != ";" }
      rest = rest.dropFirst(key.count)
      var value = Substring()
      if rest.first == "=" {
        rest = rest.dropFirst()
        if rest.first == "\"" {
          rest = rest.dropFirst()
          value = rest.prefix { $0 != "\"" }
          rest = rest.dropFirst(value.count).drop { $0 != ";" }
        } else {
          value = rest.prefix { $0 != ";" }
          rest = rest.dropFirst(value.count)
        }
      }
      rest = rest.dropFirst()
      guard key.trimmingCharacters(in: .whitespaces).lowercased() == name else { continue }
      return value.replacing("%22", with: "\"").trimmingCharacters(in: .whitespaces)
    }
    return nil
  }
}
