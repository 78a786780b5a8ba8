import Care
import Forecasting
import Units

extension RequireReport {
  /// A target, the forecast of it, and what would have to be true, in a few sentences. On a page small numbers are kept
  /// back.
  func sentence(_ answer: Answer, isPublished: Bool = false) -> String {
    forecast(answer) + " " + outcome(answer, isPublished: isPublished)
  }

  /// A target and the forecast of it.
  func forecast(_ answer: Answer) -> String {
    let change = answer.change
    return
      "For \(goal(answer)): \(Self.futures(change.before.chance)) it as forecast, with \(amount(change.target, change.before.mean)) on average."
  }

  /// A target: how much, when and how surely.
  func goal(_ answer: Answer) -> String {
    let target = answer.change.target
    let sure = target.chance.map { " in \($0) futures of 100" } ?? " on average"
    return "at most \(amount(target, Double(target.most))) \(when(answer))\(sure)"
  }

  /// What would have to be true.
  func outcome(_ answer: Answer, isPublished: Bool) -> String {
    let change = answer.change
    switch change.answer {
    case .change(let state):
      return
        "\(needed(change, state, isPublished)). Then \(Self.futures(state.chance)) it, with \(amount(change.target, state.mean)) on average."
    case .met(let until):
      return "It is met as it is"
        + (until.map { "; it would only just be if \(room(change, $0, isPublished))." }
          ?? ", and nothing has to change.")
    case .impossible(let end):
      let least = "there would still be"
      let value = amount(change.target, end.value)
      let what =
        switch change.target.measure {
        case .children: "\(least) \(value)"
        case .cost: "it would still cost \(value)"
        }
      return
        "\(Self.name(change.lever, book).capitalisedFirst) alone can't do it: even \(furthest(change.lever)) \(what)\(change.target.chance.map { ", or more in \(100 - $0) futures of 100" } ?? " on average")."
    }
  }

  func when(_ answer: Answer) -> String {
    answer.day.map { "on \($0.spoken)" } ?? answer.year.map { "in \($0)" } ?? ""
  }

  func amount(_ target: RequiredChange.Target, _ value: Double) -> String {
    switch target.measure {
    case .children:
      // Children are counted whole; what is above the target is not told as the target.
      let whole = Int(value.rounded())
      let words = Words.count(whole, "child", "children")
      return whole == target.most && value > Double(whole) ? "just over " + words : words
    case .cost:
      // Thousands, so that an answer near the target is told from it.
      return "£" + Words.number(Int((value / 100_000).rounded())) + ",000"
    }
  }

  /// "1 future of 100 meets".
  static func futures(_ hundredths: Double) -> String {
    let count = Int(hundredths.rounded())
    return "\(count) \(count == 1 ? "future" : "futures") of 100 \(count == 1 ? "meets" : "meet")"
  }

  static func whole(_ value: Double) -> String { Words.number(Int(value.rounded())) }

  static func name(_ lever: RequiredChange.Lever, _ book: CategoryBook) -> String {
    switch lever {
    case .entries: "fewer entries"
    case .exits: "more exits before 18"
    case .exit(.home): "more returns home"
    case .exit(.specialGuardianship): "more special guardianships"
    case .exit(.adoption): "more adoptions"
    case .exit(.other): "more of the other exits"
    case .moves(let from, let to):
      "moving more children from \(book.entries[from].label.lowercasedFirst) to \(book.entries[to].label.lowercasedFirst)"
    }
  }

  private func furthest(_ lever: RequiredChange.Lever) -> String {
    switch lever {
    case .entries: "with no entries at all"
    case .exits, .exit: "at \(Self.whole(RequiredChange.mostExits)) times the pace"
    case .moves: "if every child there were moved within a week or so"
    }
  }

  /// Events that a lever is about, a year.
  static func count(_ lever: RequiredChange.Lever, _ flows: FlowCounts) -> Double {
    switch lever {
    case .entries: flows.entries
    case .exits: flows.allExits
    case .exit(let kind): flows.exits[kind.rawValue]
    case .moves(_, let to): flows.moves[to]
    }
  }

  /// "Entries would have to be 18 % fewer: 168 a year instead of 205, or 14.0 a month instead of 17.1".
  private func needed(
    _ change: RequiredChange, _ state: RequiredChange.State, _ isPublished: Bool
  ) -> String {
    let now = Self.count(change.lever, change.before.flows)
    let then = Self.count(change.lever, state.flows)
    let numbers =
      Self.isKeptBack(now, then, isPublished)
      ? Self.few
      : "\(Self.yearly(then, not: now)), or \(Self.tenths(then / 12)) a month instead of \(Self.tenths(now / 12))"
    switch change.lever {
    case .entries:
      return "Entries would have to be \(Self.percent(1 - state.amount)) fewer: \(numbers)"
    case .exits, .exit:
      return
        "\(noun(change.lever)) would have to come \(Self.moreReadily(state.amount)): \(numbers)"
    case .moves(let from, let to):
      return
        "\(stepDowns(book.entries[from].label.lowercasedFirst, book.entries[to].label.lowercasedFirst, state.amount)). Moves to there, from anywhere, would be \(numbers)"
    }
  }

  /// Whether a number of events a year is too small for a page, or what it is set against is.
  static func isKeptBack(_ now: Double, _ then: Double, _ isPublished: Bool) -> Bool {
    isPublished && [now, then].contains { Disclosure.isSmall(expected: $0) }
  }

  /// What stands for numbers that are kept back.
  private static let few = "the numbers are kept back, since there are fewer than six a year"

  /// A rate of stepping down, a year for each child, as how many of those there move in a month; the mean wait is the
  /// rate's reciprocal.
  private func stepDowns(_ from: String, _ to: String, _ rate: Double) -> String {
    let each = Int((12 / max(rate, 0.001)).rounded())
    let beyond = "beyond the moves that happen anyway"
    if each >= 2 {
      return
        "Each month one in \(Words.number(each)) of the children in \(from) would have to step down to \(to), \(beyond)"
    }
    let weeks = max(1, Int((52 / rate).rounded()))
    return
      "A child in \(from) would have to step down to \(to) within about \(Words.count(weeks, "week", "weeks")) on average, \(beyond)"
  }

  private func room(
    _ change: RequiredChange, _ state: RequiredChange.State, _ isPublished: Bool
  ) -> String {
    let (now, then) = (
      Self.count(change.lever, change.before.flows), Self.count(change.lever, state.flows)
    )
    let numbers = Self.isKeptBack(now, then, isPublished) ? Self.few : Self.yearly(then, not: now)
    switch change.lever {
    case .entries:
      return "entries were \(Self.percent(state.amount - 1)) more: \(numbers)"
    default:
      return
        "\(noun(change.lever).lowercasedFirst) came \(Self.percent(1 - state.amount)) less readily: \(numbers)"
    }
  }

  /// "18.0 % more readily", "3.2 times as readily".
  private static func moreReadily(_ factor: Double) -> String {
    factor < 2 ? "\(percent(factor - 1)) more readily" : "\(tenths(factor)) times as readily"
  }

  /// "168 a year instead of 205": both whole, or where there are few both with a decimal.
  static func yearly(_ then: Double, not now: Double) -> String {
    let words = max(then, now) < 10 ? tenths : whole
    return "\(words(then)) a year instead of \(words(now))"
  }

  func noun(_ lever: RequiredChange.Lever) -> String {
    switch lever {
    case .entries: "Entries"
    case .exits: "Exits before 18"
    case .exit(.home): "Returns home"
    case .exit(.specialGuardianship): "Special guardianships"
    case .exit(.adoption): "Adoptions"
    case .exit(.other): "Other exits"
    case .moves: "Moves"
    }
  }

  static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return (tenths >= 100 ? Words.number((tenths + 5) / 10) : Words.tenths(tenths)) + " %"
  }

  static func tenths(_ value: Double) -> String { Words.tenths(Int((value * 10).rounded())) }

  /// An answer for a program.
  func object(_ answer: Answer) -> JSONValue {
    let change = answer.change
    var members: [String: JSONValue] = [
      "most": .number(Double(change.target.most)), "sentence": .string(sentence(answer)),
      "change": .string(Self.id(change.lever, book)), "before": state(change, change.before),
      "chance": change.target.chance.map { .number(Double($0)) } ?? .null,
    ]
    if let day = answer.day { members["day"] = .string(day.description) }
    if let year = answer.year { members["financialYear"] = .string(year.description) }
    switch change.answer {
    case .change(let found):
      members["answer"] = "change"
      members["after"] = state(change, found)
    case .met(let until):
      members["answer"] = "met"
      members["after"] = until.map { state(change, $0) } ?? .null
    case .impossible(let end):
      members["answer"] = "impossible"
      members["after"] = state(change, end)
    }
    return .object(members)
  }

  private func state(_ change: RequiredChange, _ state: RequiredChange.State) -> JSONValue {
    [
      "amount": .number(state.amount), "mean": .number(state.mean), "value": .number(state.value),
      "futuresOf100ThatMeetIt": .number(state.chance),
      "aYear": .number(Self.count(change.lever, state.flows)),
      "entriesAYear": .number(state.flows.entries), "exitsAYear": .number(state.flows.allExits),
    ]
  }

  static func id(_ lever: RequiredChange.Lever, _ book: CategoryBook) -> String {
    switch lever {
    case .entries: "entries"
    case .exits: "exits"
    case .exit(let kind): kind.id
    case .moves(let from, let to): "\(book.entries[from].id) to \(book.entries[to].id)"
    }
  }
}
