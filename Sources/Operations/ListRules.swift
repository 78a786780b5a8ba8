import Reporting
import Rules
public import Units

/// Shows the rules that returns are checked by.
public enum ListRules {
  /// The rules of a collection year (nil: of every year), by section.
  public static func all(in year: CollectionYear?) -> String { RuleCatalogue.text(in: year) }

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
        let why = left.map { " It is left out: \($0.reason)" } ?? " `homeward rules` lists them."
        throw .setting("There is no rule \(code).\(why)")
      }
      text += RuleCatalogue.detail(rule)
    }
    return text
  }
}
