import Returns
public import Rules
public import Units

/// The book of rules, as a list for a terminal and as a page of the documentation.
public enum RuleCatalogue {
  /// The rules of a collection year (nil: of every year), one line each, by section.
  public static func text(in year: CollectionYear?) -> String {
    var lines: [String] = []
    var count = 0
    for section in RuleBook.sections {
      let rules = section.rules.filter { $0.applies(in: year) }
      guard !rules.isEmpty else { continue }
      lines.append(section.title)
      for rule in rules {
        count += 1
        let code = rule.code + String(repeating: " ", count: max(1, 10 - rule.code.count))
        lines.append("  \(code)\(rule.severity == .query ? "? " : "  ")\(rule.message)")
      }
      lines.append("")
    }
    let when = year.map { " of \($0)" } ?? ""
    lines.append(
      "\(Words.count(count, "rule", "rules"))\(when); ? marks a query, the others are errors. `homeward rules CODE` says more of one."
    )
    return lines.joined(separator: "\n") + "\n"
  }

  /// One rule, with all that is known of it.
  public static func detail(_ rule: Rule) -> String {
    """
    \(rule.code)  \(rule.message)
      What to do   \(rule.action)
      Severity     \(rule.severity.rawValue)
      Reads        \(reads(rule))
      At fault     \(rule.fields.joined(separator: ", "))
      Years        \(years(rule))
      Effect       \(rule.effect.words)

    """
  }

  /// The page of the documentation, in Markdown.
  public static func markdown() -> String {
    var lines = [
      "# The rules of the return",
      "",
      "This page is written by `homeward rules --markdown`. Codes are those of the SSDA903 collection's own checks, as the sector numbers them; those that begin with H are Homeward's own. What each says and how it is done is in our words and our code.",
      "",
      "A rule that lacks a table or column says that it could not run; a date that can't be read fails the rules about its form and no other. \(RuleBook.rules.count) rules are run, \(RuleBook.leftOut.count) are left out.",
      "",
    ]
    for section in RuleBook.sections where !section.rules.isEmpty {
      lines += [
        "## \(section.title)", "",
        "| Rule | | What is wrong | What to do | Reads | Years | Effect on the forecast |",
        "|---|---|---|---|---|---|---|",
      ]
      for rule in section.rules {
        lines.append(
          "| \(rule.code) | \(rule.severity.rawValue) | \(rule.message) | \(rule.action) | \(reads(rule)) | \(years(rule)) | \(rule.effect == .none ? "none" : rule.effect.words) |"
        )
      }
      lines.append("")
    }
    if !RuleBook.leftOut.isEmpty {
      lines += ["## Left out", "", "| Rule | What it is about | Why |", "|---|---|---|"]
      lines += RuleBook.leftOut.map { "| \($0.code) | \($0.subject) | \($0.reason) |" }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }

  private static func reads(_ rule: Rule) -> String {
    rule.reads.map { read in
      let columns = read.columns.isEmpty ? "" : " (\(read.columns.joined(separator: ", ")))"
      return "\(read.isLast ? "last year's " : "")\(read.table.rawValue)\(columns)"
    }.joined(separator: "; ")
  }

  private static func years(_ rule: Rule) -> String {
    let (first, last) = (rule.years.lowerBound, rule.years.upperBound)
    if rule.years == RuleBook.everyYear { return "all" }
    let from = CollectionYear(startYear: first)
    if last == RuleBook.everyYear.upperBound { return "from \(from)" }
    let to = CollectionYear(startYear: last)
    if first == RuleBook.everyYear.lowerBound { return "to \(to)" }
    return first == last ? "\(from)" : "\(from) to \(to)"
  }
}

extension Rule {
  fileprivate func applies(in year: CollectionYear?) -> Bool {
    year.map { years.contains(RuleBook.rulesYear($0).startYear) } ?? true
  }
}
