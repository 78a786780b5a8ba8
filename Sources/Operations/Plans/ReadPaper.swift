import Foundation
public import Papers
public import Plans
import Reporting

/// A plan proposed from a paper: its file with the quotes beside every figure, what was found, what to ask, and what is
/// wrong with it.
public struct PaperPlan: Sendable {
  /// What the paper's text says.
  public let reading: PaperReading
  /// The plan's file: quotes and questions stand in it as comments.
  public let yaml: String
  /// The plan as its file reads, with the lines of its items.
  public let plan: Plan
}

/// Proposes a plan from a paper: DOCX, PDF, Markdown or plain text. It never invents: every figure of the plan is in the
/// paper at the quoted place, and what is unsure is marked for a person.
public enum ReadPaper {
  /// How long a paper's text may be and how much may be found in it.
  public struct Limits: Sendable {
    /// Characters of text.
    public let characters: Int
    /// Items of the plan.
    public let items: Int

    /// For somebody at their own machine: some 1,500 pages, and whatever stands in them.
    public static let alone = Limits(characters: 4_000_000, items: .max)
    /// Where others wait: some 150 pages, and more items than a plan has.
    public static let shared = Limits(characters: 400_000, items: 1_000)
  }

  /// Reads the paper at a path.
  ///
  /// - Throws: `OperationError.files` where there is no file, `.paper` where it can't be read as a paper.
  public static func run(_ path: String, limits: Limits = .alone) throws(OperationError) -> PaperPlan {
    let text = try PaperText.of(path, most: limits.characters)
    return try read(text, path: path, most: limits.items)
  }

  /// Reads a paper's text.
  ///
  /// - Throws: `OperationError.plan` where what was proposed is no plan, which is a fault of Homeward's.
  public static func read(
    _ text: String, path: String, most: Int = .max
  ) throws(OperationError) -> PaperPlan {
    let reading = PaperReading.of(Paper(text))
    guard reading.findings.count <= most else {
      throw .paper(
        path: path,
        "\(Words.number(reading.findings.count)) items were found in it, more than a plan has. Give the part that holds the plan."
      )
    }
    let yaml = PaperYAML.text(reading, path: path)
    // What was just written may be longer than a file that is given.
    let read = ReadPlan.read(Array(yaml.utf8), limit: .max)
    guard let plan = read.plan else { throw .plan(path: path, read.problems) }
    return PaperPlan(reading: reading, yaml: yaml, plan: plan)
  }
}

/// The file of a proposed plan.
enum PaperYAML {
  static func text(_ reading: PaperReading, path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    var lines = [
      "# Proposed from \(oneLine(name)). Each comment quotes the paper, by the line of its text; “ask” is for a person",
      "# to settle. Nothing stands here that the paper doesn't say, unless it is asked.",
    ]
    if let head = reading.finding("plan") { lines += comments(head, margin: "") }
    let found = Dictionary(reading.findings.map { ($0.id, $0) }) { first, _ in first }
    for line in ReadPlan.yaml(reading.plan).split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("  - id: "), let finding = found[String(line.dropFirst(8))] {
        lines += comments(finding, margin: "  ")
      }
      lines.append(String(line))
    }
    return lines.joined(separator: "\n")
  }

  private static func comments(_ finding: PaperFinding, margin: String) -> [String] {
    var lines = ["\(margin)# \(finding.confidence.rawValue)"]
    for one in finding.evidence {
      var line = "\(margin)# \(one.key): line \(one.quote.line) “\(cut(one.quote.text))”"
      if let scale = one.figure?.scaleQuote, one.figure?.scale != 1 {
        line += " under “\(cut(scale.text))” (line \(scale.line))"
      }
      lines.append(line)
    }
    return lines + finding.asks.map { "\(margin)# ask: \(oneLine($0))" }
  }

  private static func cut(_ text: String) -> String {
    let line = oneLine(text)
    return line.count > 90 ? String(line.prefix(90)) + "…" : line
  }

  /// Characters that no comment may hold, as spaces.
  private static func oneLine(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          let isPlain =
            scalar.value >= 32 && !(0x7F...0x9F).contains(scalar.value) && scalar.value != 0x2028
            && scalar.value != 0x2029 && scalar.value != 0xFEFF
          return isPlain ? scalar : " "
        }))
  }
}
