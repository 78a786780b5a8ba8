import Foundation
import Support
import Testing

/// The report page in a real browser, with and without pictures.
struct ReportPageTests {
  private static let council = Project.folder + "/Examples/council"
  private static let charts = Project.folder + "/.homeward/charts/bin/python"

  private func page(_ folder: TemporaryFolder, _ arguments: [String]) throws -> Program.Result {
    try Program.run(
      ["forecast", Self.council, "-q", "--html", folder.path + "/r.html", "--council", "Wren <field> & Co"]
        + arguments)
  }

  /// The page as the browser builds it. It holds no script, and its own policy would stop one.
  private func dom(_ folder: TemporaryFolder) throws -> String {
    let result = try Program.run(
      [
        "--headless", "--no-sandbox", "--disable-gpu",
        "--user-data-dir=\(folder.path)/profile", "--dump-dom", "file://\(folder.path)/r.html",
      ], program: Browser.path)
    #expect(result.code == 0)
    return result.out.replacing("&nbsp;", with: " ")
  }

  @Test(.enabled(if: Browser.isThere, "needs chromium"))
  func `with a renderer the page shows every chart and table, without scripts`() throws {
    let folder = try TemporaryFolder()
    let made = try page(folder, ["--chart-renderer", Self.charts])
    #expect(made.code == 0)
    let dom = try dom(folder)
    // The fan, children and cost by placement, and a small fan for each placement shown.
    let fans = dom.components(separatedBy: "<figcaption>").count - 1
    #expect(fans >= 5 && dom.components(separatedBy: "<svg").count - 1 == 3 + fans)
    #expect(dom.components(separatedBy: "<figure role=\"img\"").count - 1 == 3 + fans)
    #expect(!dom.contains("aria-label=\"\""))
    #expect(dom.contains("<h1>Wren &lt;field&gt; &amp; Co: children in care and what they cost</h1>"))
    let hasScript = dom.contains("<script")
    #expect(!hasScript)
    for words in [
      "Children in care, by placement", "Cost of care, £ thousand", "The figures behind the charts",
      "how far the futures differ", "in eight futures of ten", "the range of eight futures in ten",
    ] {
      #expect(dom.contains(words))
    }
    #expect(!dom.contains("were not drawn"))
  }

  @Test(.enabled(if: Browser.isThere, "needs chromium"))
  func `without a renderer, with a slow or a broken one, the tables are there and say so`() throws {
    let folder = try TemporaryFolder()
    let broken = try folder.write("broken.sh", Data("#!/bin/sh\nexit 3\n".utf8))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: broken)
    for (arguments, words) in [
      ([], "no chart renderer is set"), (["--chart-renderer", "/no/python"], "could not be started"),
      (["--chart-renderer", broken], "failed"),
    ] {
      let made = try page(folder, arguments)
      #expect(made.code == 0)
      #expect(made.err.contains(words))
      let dom = try dom(folder)
      #expect(dom.contains(words) && !dom.contains("<svg"))
      #expect(dom.components(separatedBy: "<table>").count - 1 == 11)
      // Why there are no pictures is said once.
      #expect(dom.components(separatedBy: "class=\"notice\"").count - 1 == 1)
    }
  }

  @Test(.enabled(if: Browser.isThere, "needs chromium"))
  func `the page prints to a PDF of several pages`() throws {
    let folder = try TemporaryFolder()
    #expect(try page(folder, ["--chart-renderer", Self.charts]).code == 0)
    let result = try Program.run(
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path)/profile",
        "--print-to-pdf=\(folder.path)/r.pdf", "file://\(folder.path)/r.html",
      ], program: Browser.path)
    #expect(result.code == 0)
    let pdf = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/r.pdf"))
    #expect(pdf.starts(with: Data("%PDF".utf8)) && pdf.count > 20_000)
  }

  @Test func `no small number, and no value of a child, is on the page or in its pictures`() throws {
    let folder = try TemporaryFolder()
    #expect(try page(folder, ["--chart-renderer", Self.charts]).code == 0)
    let html = try String(contentsOfFile: folder.path + "/r.html", encoding: .utf8)
    let rows = html.components(separatedBy: "<tr").filter { !$0.contains("(forecast)") }
    var checked = 0
    for row in rows where row.contains("20") && row.contains("scope=\"row\"") {
      for cell in row.components(separatedBy: "<td class=\"n\">").dropFirst() {
        let value = Int(cell.prefix { $0.isNumber })
        if row.contains(" Mar ") || row.contains(" Apr ") {
          #expect(!(1...5).contains(value ?? 0), "\(row)")
          checked += 1
        }
      }
    }
    #expect(checked > 100)
    // Nor as an edge of a range, in a table, a sentence or a description.
    let edges = html.matches(of: /([0-9,]+) (?:to|and) ([0-9,]+)(?:<| in eight)/).flatMap { match in
      [match.1, match.2].compactMap { Int($0.filter(\.isNumber)) }
    }
    #expect(edges.count > 300 && !edges.contains { (0...5).contains($0) })
    // Coordinates of the pictures may read like an identifier; the words may not.
    let words = html.components(separatedBy: "<figure").map {
      $0.components(separatedBy: "</figure>").last ?? ""
    }
    .joined()
    let header = try String(contentsOfFile: Self.council + "/2025-26/header.csv", encoding: .utf8)
    let shown = header.split(separator: "\n").dropFirst().filter { words.contains($0.prefix(6)) }
    #expect(shown.isEmpty)
  }

  @Test func `rows set aside go to a file of their own, marked, and not to the page`() throws {
    let folder = try TemporaryFolder()
    for name in ["episodes.csv", "header.csv"] {
      let text = try String(contentsOfFile: Self.council + "/2025-26/" + name, encoding: .utf8)
      try folder.write(
        "in/" + name,
        Data((text + (name == "episodes.csv" ? "SECRET1,99/99/2025,S,C2,N1,U6,PR1,,,,,,\n" : "")).utf8))
    }
    let result = try Program.run(["forecast", folder.path + "/in", "-q", "--html", folder.path + "/r.html"])
    #expect(result.code == 0)
    let html = try String(contentsOfFile: folder.path + "/r.html", encoding: .utf8)
    #expect(html.contains("1 set aside: a date can&#39;t be read"))
    #expect(!html.contains("99/99/2025") && !html.contains("SECRET1"))
    let aside = try String(
      contentsOfFile: folder.path + "/r-set-aside-OFFICIAL-SENSITIVE.csv", encoding: .utf8)
    #expect(aside.contains("OFFICIAL-SENSITIVE,episodes.csv,") && aside.contains("99/99/2025"))
  }
}

/// The browser of the tests.
enum Browser {
  static let path = "/usr/bin/chromium"
  static let isThere = FileManager.default.isExecutableFile(atPath: path)
}
