import Reporting
import Rules
public import Units

/// Shows the rules that returns are checked by.
public enum ListRules {
  /// The rules of a collection year (nil: of every year), by section.
  ///
  /// - Throws: `OperationError.setting` for a year no rules are known for.
  public static func all(in year: CollectionYear?) throws(OperationError) -> String {
    if let year, !RuleBook.everyYear.contains(year.startYear) {
      throw .setting(
        "There are no rules of \(year): they are known for \(CollectionYear(startYear: RuleBook.everyYear.lowerBound)) to \(CollectionYear(startYear: RuleBook.everyYear.upperBound))."
      )
    }
    return RuleCatalogue.text(in: year)
  }

  /// The page of the documentation, in Markdown.
  public static func page() -> String { RuleCatalogue.markdown() }

  /// All that is known of some rules.
  ///
  /// - Throws: `OperationError.setting` where there is no such rule, with the reason if it is one left out.
  public static func details(of codes: [String]) throws(OperationError) -> String {
    var text = ""
    for code in codes {
      guard let rule = RuleBook.rule(code) else {
        let left = RuleBook.leftOut.first { $0.code.lowercased() == code.lowercased() }
        throw .setting(
          left.map { "Rule \($0.code) is left out. \($0.reason)" }
            ?? "There is no rule \(code). `homeward rules` lists them.")
      }
      text += RuleCatalogue.detail(rule)
    }
    return text
  }
}
