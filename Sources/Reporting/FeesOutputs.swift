import Costing
public import Files
import Units

extension FeesReport {
  /// The report for a terminal: sentences, then tables. No child is named.
  public func text() -> String {
    var parts = [title, ""] + sentences().map { wrapped($0) } + [""]
    parts += tables(isPublished: false).map { $0.text() }
    parts += ["How the ledger was read"]
    parts += (reading.notes + ["Columns: " + reading.columns.joined(separator: ", ") + "."]).map {
      wrapped("• " + $0)
    }
    return parts.joined(separator: "\n") + "\n"
  }

  /// The report as one self-contained page, without small numbers.
  public func page() -> Page {
    var body = ""
    let children = Set(reading.ledger.lines.map(\.child)).count
    if children >= Disclosure.smallestShown {
      // Sentences rest on differences of few children; the tables leave them out.
      body += "<p class=\"lede\">\(escaped(sentences()[0]))</p>\n"
      body += tables(isPublished: true).map { $0.html() }.joined()
    } else {
      body += "<p class=\"lede\">There are too few children to publish what the ledger says of them.</p>\n"
    }
    return Page(
      title: title, body: body + "<h2>How the ledger was read</h2>\n" + Page.list(reading.notes),
      footer: "Made by Homeward from the council's own returns and fee ledger, as of \(asOf.spoken).")
  }

  /// The report as JSON, keys sorted. Money is whole pence; no child is named.
  public func json() throws -> String {
    func pence(_ money: Money) -> JSONValue { .number(Double(money.pence)) }
    func total(_ total: FeeTotal) -> JSONValue {
      [
        "nights": .number(Double(total.nights)), "grossPence": pence(total.gross),
        "councilPence": pence(total.council),
      ]
    }
    func count(_ number: Int) -> JSONValue { .number(Double(number)) }
    let found = reconciliation
    let kinds = FeeFinding.Kind.allCases.map { kind -> (String, JSONValue) in
      let sum = found.total(kind)
      return (
        kind.rawValue,
        [
          "findings": count(found.findings.count { $0.kind == kind }), "children": count(children([kind])),
          "nights": count(sum.nights), "grossPence": pence(sum.gross), "councilPence": pence(sum.council),
        ]
      )
    }
    let document: [String: JSONValue] = [
      "council": .string(council), "asOf": .string(asOf.description),
      "headline": .string(sentences().joined(separator: " ")),
      "from": .string(found.days.start.description), "to": .string((found.days.end - 1).description),
      "rows": [
        "read": count(reading.rows), "used": count(reading.ledger.lines.count),
        "setAside": count(reading.setAside.count),
      ],
      "fees": total(found.fees), "matched": total(found.matched), "respite": total(found.respite),
      "overlapping": total(found.overlapping), "withoutStay": total(found.withoutStay),
      "others": .object(
        Dictionary(uniqueKeysWithValues: found.others.map { ($0.key.rawValue, total($0.value)) })),
      "differences": .object(Dictionary(uniqueKeysWithValues: kinds)),
      "nightsInCare": count(found.nightsInCare), "nightsUsuallyFree": count(found.nightsUsuallyFree),
      "pricedByDefault": ["stays": count(found.staysByDefault), "of": count(found.stays)],
      "setAside": .array(
        reading.setAside.map {
          [
            "file": .string(reading.ledger.files[Int($0.place.file)]), "cell": .string($0.address),
            "why": .string($0.kind.rawValue), "problem": .string($0.problem),
          ]
        }),
      "notes": .array(reading.notes.map { .string($0) }),
    ]
    return try JSONText.of(JSONValue.object(document))
  }
}

/// What was found in a fee ledger, row by row, as a CSV or a spreadsheet. It holds children's identifiers: keep it as the
/// returns are kept.
public enum FeeFindingsFile {
  private static let columns = [
    "what", "file", "cell_or_row", "child", "from", "to", "nights", "whole_fee", "councils_part", "to_do",
  ]

  /// The rows: differences from the returns, then rows to look at, then rows set aside. Money stands in pence.
  private static func rows(_ report: FeesReport) -> [[Workbook.Cell]] {
    let files = report.reading.ledger.files
    func file(_ place: LedgerPlace?) -> String { place.map { files[Int($0.file)] } ?? "" }
    let found = report.reconciliation.findings.map { finding -> [Workbook.Cell] in
      [
        .text(finding.kind.rawValue), .text(file(finding.place)),
        .text(finding.place.map { "row \($0.row)" } ?? ""),
        .text(finding.child.revealed), .text(finding.days.start.slashed),
        .text((finding.days.end - 1).slashed),
        .number(finding.nights), .money(finding.gross.pence), .money(finding.council.pence), .text(""),
      ]
    }
    let looked = report.reading.findings.map { finding -> [Workbook.Cell] in
      [
        .text(finding.kind.rawValue), .text(file(finding.place)), .text(finding.address), .text(""),
        .text(""),
        .text(""), .text(""), .text(""), .text(""), .text(finding.what),
      ]
    }
    let aside = report.reading.setAside.map { line -> [Workbook.Cell] in
      [
        .text("set aside: " + line.kind.rawValue), .text(file(line.place)), .text(line.address), .text(""),
        .text(line.start?.slashed ?? ""), .text(line.end?.slashed ?? ""), .text(""), .text(""), .text(""),
        .text(line.problem),
      ]
    }
    return found + looked + aside
  }

  /// The file's text as CSV. Money is in pounds and pence.
  public static func csv(_ report: FeesReport) -> String {
    rows(report).reduce(into: CSVText.line(columns)) { out, row in
      out += CSVText.line(
        row.map { cell in
          switch cell {
          case .text(let text): text
          case .number(let number), .ordinal(let number): String(number)
          case .decimal(let number): String(number)
          case .money(let pence): Money(pence: pence).plainPounds
          }
        })
    }
  }

  /// Writes the file as a spreadsheet.
  ///
  /// - Throws: `FilesError.unwritable`, also where there are more rows than a sheet can hold.
  public static func write(_ report: FeesReport, to path: String) throws(FilesError) {
    let rows = rows(report)
    guard rows.count <= FindingsWorkbook.mostRows else {
      throw .unwritable(
        path: path, reason: "\(Words.number(rows.count)) rows are more than a sheet can hold: write a CSV")
    }
    let sheet = Workbook.Sheet(
      name: "Fees", titles: [report.sentences()[0], ""], columns: columns,
      widths: [32, 22, 16, 12, 12, 12, 8, 14, 14, 80], rows: rows)
    try Workbook(marking: "OFFICIAL-SENSITIVE", sheets: [sheet]).write(to: path)
  }
}
