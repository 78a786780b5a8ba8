import Support
import Testing
import Units

@testable import Reporting

@Suite struct ReportTableTests {
  private func lines(_ table: ReportTable) -> [String] {
    table.text().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func `a table is written with its columns lined up`() {
    var table = ReportTable(
      title: "Children", labels: "Placement", columns: ["Kind", "Now", "March 2026"],
      rows: [
        .init(label: "Foster", cells: ["in-house", "82", "1,090"], isTotal: false),
        .init(label: "Zoë’s home", cells: ["x", "£9", "−3"], isTotal: false),
        .init(label: "All", cells: ["", "91", "1,087"], isTotal: true),
      ], notes: ["A note.", "Another."])
    table.columnsOfWords = 1
    #expect(
      table.text() == """
        Children
          ────────────────────────────────────────
          Placement    Kind       Now   March 2026
          ────────────────────────────────────────
          Foster       in-house    82        1,090
          Zoë’s home   x           £9           −3
          ────────────────────────────────────────
          All                      91        1,087
          ────────────────────────────────────────
          A note.
          Another.

        """)
  }

  @Test func `every line and rule of a table is as long as the others`() {
    var draws = Draws { Seed(71).words($0, 0, 0, 0) }
    let letters = Array("aé £1,−…👩‍👧")
    func words(_ draws: inout Draws) -> String {
      String(
        (0..<Int.random(in: 0...14, using: &draws)).map { _ in letters.randomElement(using: &draws) ?? "a" })
    }
    for _ in 0..<300 {
      let columns = (0..<Int.random(in: 0...5, using: &draws)).map { _ in words(&draws) }
      let rows = (0..<Int.random(in: 0...6, using: &draws)).map { _ in
        ReportTable.Row(
          label: words(&draws), cells: columns.map { _ in words(&draws) }, isTotal: Bool.random(using: &draws)
        )
      }
      var table = ReportTable(
        title: "Title", labels: words(&draws), columns: columns, rows: rows, notes: ["A note."])
      table.columnsOfWords = Int.random(in: 0...columns.count, using: &draws)
      let lines = lines(table)
      #expect(lines.first == "Title" && lines.suffix(2) == ["  A note.", ""])
      let body = lines.dropFirst().dropLast(2)
      #expect(body.count == rows.count + 4 + rows.count { $0.isTotal })
      #expect(Set(body.map(\.count)).count == 1, "\(table.text())")
      // Each value stands whole in its line.
      for row in rows {
        #expect(body.contains { line in row.cells.allSatisfy(line.contains) && line.contains(row.label) })
      }
    }
  }

  @Test func `a rule stands above each total`() {
    let table = ReportTable(
      title: "T", labels: "L", columns: ["C"],
      rows: [
        .init(label: "a", cells: ["1"], isTotal: false), .init(label: "b", cells: ["2"], isTotal: true),
        .init(label: "c", cells: ["3"], isTotal: false),
      ], notes: [])
    let marks = lines(table).map { $0.contains("─") ? "rule" : $0.trimmingPrefix("  ").prefix(1) + "" }
    #expect(marks == ["T", "rule", "L", "rule", "a", "rule", "b", "c", "rule", ""])
  }

  @Test func `a table wider than a terminal is broken in its headings and labels, never in a number`() {
    let long = "First placed in external children's home by councils far away"
    let rows = (0..<3).map { row in
      ReportTable.Row(
        label: "  " + long,
        cells: ["11 % fewer: 145 a year instead of 163"] + (0..<3).map { "\(row)00,000.0\($0) (0.1–0.2)" },
        isTotal: false)
    }
    let table = ReportTable(
      title: "T", labels: "Assumption",
      columns: ["Which means"] + (0..<3).map { "Changes of placement \($0)" }, rows: rows, notes: [],
      columnsOfWords: 1)
    #expect(table.text(width: 300).split(separator: "\n").count == 8)
    for width in [110, 100] {
      let lines = lines(table)
      #expect(Set(lines.dropFirst().dropLast().map(\.count)).count == 1)
      let text = table.text(width: width)
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= width }, "\(text)")
      for row in rows { for cell in row.cells.dropFirst() { #expect(text.contains(cell)) } }
      let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
      for word in long.split(separator: " ") { #expect(words.count { $0 == word } == 3, "\(word)") }
    }
  }
}
