import Foundation
import Papers
import Plans
import Reporting

extension PaperPlan {
  /// What was found and what to ask, and then what is wrong with the plan.
  public var text: String {
    var lines = ["\(plan.name)", "", "Found: \(Words.count(reading.figures.count, "figure", "figures"))."]
    for (section, name) in PaperPlan.sections {
      let found = reading.findings.filter { $0.section == section }
      if found.isEmpty { continue }
      let counts = [PaperConfidence.sure, .likely, .ask].compactMap { level in
        let count = found.count { $0.confidence == level }
        return count == 0 ? nil : "\(count) \(PaperPlan.words(level))"
      }
      lines.append("  \(name): \(found.count) (\(counts.joined(separator: ", ")))")
    }
    lines += questions
    if !reading.untaken.isEmpty {
      lines += ["", "Tables and columns of which nothing was made (\(reading.untaken.count)):"]
      for quote in reading.untaken.prefix(20) {
        lines.append(
          "  line \(quote.line): \(quote.text.split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(80))"
        )
      }
    }
    if !reading.unreadable.isEmpty {
      lines += ["", "Has digits and can't be read (\(reading.unreadable.count)); nothing was made of it:"]
      for quote in reading.unreadable.prefix(20) {
        lines.append("  line \(quote.line): \(quote.text.prefix(60))")
      }
    }
    lines += ["", "The plan as proposed, checked:", ""]
    return lines.joined(separator: "\n") + "\n" + PlanFindings(plan, place: { "Line \($0)" }).text()
  }

  /// What to ask, each question once with all that it is asked about.
  private var questions: [String] {
    var order: [String] = []
    var places: [String: [String]] = [:]
    for finding in reading.findings {
      let line = finding.evidence.first.map { "line \($0.quote.line)" } ?? finding.section
      for ask in finding.asks {
        if places[ask] == nil { order.append(ask) }
        places[ask, default: []].append("\(line), \(finding.id)")
      }
    }
    if order.isEmpty { return [] }
    var lines = ["", "To ask a person (\(places.values.reduce(0) { $0 + $1.count })):"]
    for ask in order.prefix(40) {
      let own = places[ask] ?? []
      lines += PaperPlan.wrapped(ask, first: "  ", rest: "    ")
      let shown = own.prefix(8).joined(separator: "; ") + (own.count > 8 ? "; and \(own.count - 8) more" : "")
      lines += PaperPlan.wrapped(shown, first: "    ", rest: "    ")
    }
    if order.count > 40 { lines.append("  … and \(order.count - 40) more questions, in the plan's file.") }
    return lines
  }

  /// Words in lines of at most 100 characters.
  private static func wrapped(_ text: String, first: String, rest: String) -> [String] {
    var lines: [String] = []
    var line = first
    for word in text.split(separator: " ") {
      let isBegun = !line.allSatisfy { $0 == " " }
      if isBegun, line.count + 1 + word.count > 100 {
        lines.append(line)
        line = rest + word
      } else {
        line += (isBegun ? " " : "") + word
      }
    }
    return lines + [line]
  }

  /// All of it for programs: the figures, the items with their quotes, what can't be read, and the plan's file.
  ///
  /// - Throws: nothing that is met; what the encoder throws.
  public func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let document = PaperDocument(
      name: plan.name, figures: reading.figures.map { Place($0.quote) },
      items: reading.findings.map(PaperDocument.Item.init), unreadable: reading.unreadable.map(Place.init),
      untaken: reading.untaken.map(Place.init),
      plan: yaml)
    return String(decoding: try encoder.encode(document), as: UTF8.self) + "\n"
  }

  static let sections = [
    ("streams", "Streams"), ("savings", "Savings"), ("targets", "Targets"), ("risks", "Risks"),
    ("actions", "Actions"), ("milestones", "Milestones"), ("costs", "Costs"),
    ("claims", "Totals and other claims"),
  ]

  private static func words(_ level: PaperConfidence) -> String {
    switch level {
    case .sure: "sure"
    case .likely: "likely"
    case .ask: "to ask"
    }
  }
}

private struct Place: Encodable {
  let line: Int
  let from: Int
  let to: Int
  let text: String

  init(_ quote: Quote) {
    (line, text) = (quote.line, quote.text)
    (from, to) = (quote.columns.lowerBound + 1, quote.columns.upperBound)
  }
}

private struct PaperDocument: Encodable {
  struct Item: Encodable {
    struct Evidence: Encodable {
      let key: String
      let quote: Place
    }
    let id: String
    let section: String
    let confidence: String
    let asks: [String]
    let evidence: [Evidence]

    init(_ finding: PaperFinding) {
      (id, section, confidence) = (finding.id, finding.section, finding.confidence.rawValue)
      asks = finding.asks
      evidence = finding.evidence.map { Evidence(key: $0.key, quote: Place($0.quote)) }
    }
  }
  let name: String
  let figures: [Place]
  let items: [Item]
  let unreadable: [Place]
  let untaken: [Place]
  let plan: String
}
