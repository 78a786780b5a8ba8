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
    let asks = reading.findings.flatMap { finding in finding.asks.map { (finding, $0) } }
    if !asks.isEmpty { lines += ["", "To ask a person (\(asks.count)):"] }
    for (finding, ask) in asks.prefix(40) {
      let line = finding.evidence.first.map { "line \($0.quote.line)" } ?? finding.section
      lines.append("  \(line), \(finding.id): \(ask)")
    }
    if asks.count > 40 { lines.append("  … and \(asks.count - 40) more, in the plan's file.") }
    if !reading.unreadable.isEmpty {
      lines += ["", "Has digits and can't be read (\(reading.unreadable.count)); nothing was made of it:"]
      for quote in reading.unreadable.prefix(20) {
        lines.append("  line \(quote.line): \(quote.text.prefix(60))")
      }
    }
    lines += ["", "The plan as proposed, checked:", ""]
    return lines.joined(separator: "\n") + "\n" + PlanFindings(plan, place: { "Line \($0)" }).text()
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
      plan: yaml)
    return String(decoding: try encoder.encode(document), as: UTF8.self) + "\n"
  }

  private static let sections = [
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
  let plan: String
}
