/// A self-contained page: readable without scripts, printable, nothing fetched.
public struct Page: Sendable {
  /// What it is called.
  public let title: String
  /// What stands on it, as HTML without scripts or styles.
  public let body: String
  /// The sentence at its foot.
  public let footer: String

  init(title: String, body: String, footer: String) {
    (self.title, self.body, self.footer) = (title, body, footer)
  }

  /// The page as a file of its own.
  public var html: String {
    """
    <!doctype html>
    <html lang="en-GB">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
    <title>\(escaped(title))</title>
    <style>
    \(String(decoding: PackageResources.report_css, as: UTF8.self))
    </style>
    </head>
    <body>
    <header><p class="product">Homeward</p></header>
    <main>
    <h1>\(escaped(title))</h1>
    \(body)</main>
    <footer><p>\(escaped(footer))</p></footer>
    </body>
    </html>

    """
  }

  /// Sentences as a list.
  static func list(_ items: [String]) -> String {
    guard !items.isEmpty else { return "" }
    return "<ul>\n" + items.map { "<li>\(escaped($0))</li>\n" }.joined() + "</ul>\n"
  }

  /// A chart's picture with its words, or why there is none; `figures` names the place of its figures on the page.
  static func picture(
    _ chart: Chart, _ pictures: Result<[String: String], ChartRenderer.Failure>, figures: String
  ) -> String {
    switch pictures {
    case .success(let drawn):
      "<figure role=\"img\" aria-label=\"\(escaped(chart.description))\">\n"
        + (drawn[chart.id] ?? "")
        + "\n</figure>\n<p class=\"note\"><a href=\"#\(figures)\">The figures behind the chart</a></p>\n"
    case .failure(let failure): notice(failure)
    }
  }

  /// Why there is no picture.
  static func notice(_ failure: ChartRenderer.Failure) -> String {
    "<p class=\"notice\">\(escaped(failure.description))</p>\n"
  }

  /// Small charts side by side under their names.
  static func smallPictures(
    _ charts: some Sequence<(String, Chart)>, _ drawn: [String: String], figures: String
  ) -> String {
    var out = "<div class=\"small-charts\">\n"
    for (name, chart) in charts {
      out += "<figure role=\"img\" aria-label=\"\(escaped(chart.description))\">\n"
      out += "<figcaption>\(escaped(name))</figcaption>\n\(drawn[chart.id] ?? "")\n</figure>\n"
    }
    return out
      + "</div>\n<p class=\"note\"><a href=\"#\(figures)\">The figures behind the charts</a></p>\n"
  }
}
