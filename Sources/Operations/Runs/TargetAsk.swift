import Care
import Forecasting
import Units

/// What somebody asks to be met, by name as a form sends it: `measure` (children or cost), `most`, `by`, `change`, of
/// step-downs `from` and `to`, and `chance`.
public struct TargetAsk: Sendable {
  /// The target.
  public let target: RequiredTarget
  /// What may change, each by itself.
  public let levers: [RequiredLever]
  /// Futures of a hundred that must meet it; nil where their average must.
  public let chance: Int?

  /// What may change, by its name and in words.
  public static let changes: [(name: String, words: String)] = [
    ("each", "Each of the three usual ones, by itself"), ("entries", "Fewer children coming into care"),
    ("exits", "More children leaving before 18, all ways"), ("home", "More returns home"),
    ("special_guardianship", "More special guardianships"), ("adoption", "More adoptions"),
    ("other_exit", "More of the other ways to leave"),
    ("step-downs", "More children moving from one kind of placement to another"),
  ]

  /// The kinds of placement by name and in words.
  public static var placements: [(id: String, words: String)] {
    ((try? LoadReturns.book(nil, method: .homeward))?.entries ?? []).map { ($0.id, $0.label) }
  }

  /// Reads what was asked.
  ///
  /// - Throws: `OperationError.setting` that says which answer won't do.
  public init(_ options: [String: String]) throws(OperationError) {
    func answer(_ name: String) -> String { options[name] ?? "" }
    guard let day = CivilDay(answer("by")) else {
      throw .setting("Say by when: a day, such as 2028-03-31.")
    }
    let plain = answer("most").filter { !",£ ".contains($0) }
    if answer("measure") == "cost" {
      guard let most = Money(pounds: plain), most > .zero else {
        throw .setting("Say the most that care may cost in the year, in pounds, such as 38,000,000.")
      }
      target = .cost(most, in: FinancialYear(containing: day))
    } else {
      guard let most = Int(plain), (0...1_000_000).contains(most) else {
        throw .setting("Say the most children there may be in care: a whole number, such as 390.")
      }
      target = .children(most, by: day)
    }
    let wanted = answer("chance")
    chance = Int(wanted)
    guard wanted.isEmpty || chance.map({ (1...99).contains($0) }) == true else {
      throw .setting("Say in how many futures of 100 it must be met: a number from 1 to 99.")
    }
    switch answer("change") {
    case "", "each": levers = [.entries, .exits, .exit(.home)]
    case "entries": levers = [.entries]
    case "exits": levers = [.exits]
    case "home": levers = [.exit(.home)]
    case "special_guardianship": levers = [.exit(.specialGuardianship)]
    case "adoption": levers = [.exit(.adoption)]
    case "other_exit": levers = [.exit(.other)]
    case "step-downs":
      guard !answer("from").isEmpty, !answer("to").isEmpty, answer("from") != answer("to") else {
        throw .setting("Say from which kind of placement to which other one children would move.")
      }
      levers = [.moves(from: answer("from"), to: answer("to"))]
    default: throw .setting("Choose what may change from the list.")
    }
  }
}
