import Plans
import Units

/// Which words beside an amount say that it is a saving, and which that it is not.
private enum SavingWords {
  static func isSaving(_ word: String) -> Bool {
    ["saving", "save", "efficienc", "reduc"].contains { word.hasPrefix($0) }
  }

  static func isOther(_ word: String) -> Bool {
    [
      "overspe", "underspe", "invest", "grant", "cost", "allocat", "premium", "pressure", "secured", "gap",
      "spend",
      "agreed", "funding", "funded", "fee", "fees", "residing", "ranging",
    ].contains { word.hasPrefix($0) }
  }
}

extension PlanDraft {
  /// Proposes the savings that a passage's sentences tell of, and claims where its amounts make each other.
  mutating func readSavings(_ passage: Passage) {
    let arithmetic = readArithmetic(passage)
    for sentence in passage.sentences {
      var wasSaving = false
      for (place, token) in sentence.enumerated() {
        guard let figure = token.figure, let money = figure.poundsSaid, money.pence != 0 else { continue }
        let isPart = place > 0 && ["including", "which"].contains(sentence[place - 1].word) && wasSaving
        let goesOn = wasSaving && goesOn(place, in: sentence)
        if goesOn, isRangeEnd(place, in: sentence) { continue }
        wasSaving = isPart || goesOn || isSaving(place, in: sentence, passage)
        if goesOn, addYear(figure, money, place, sentence) { continue }
        if wasSaving { propose(figure, money, place, sentence, passage, arithmetic.contains(figure.quote)) }
      }
    }
  }

  /// Whether the words beside an amount call it a saving: the nearer ones decide.
  private func isSaving(_ place: Int, in sentence: [Passage.Token], _ passage: Passage) -> Bool {
    if isDenied(place, in: sentence) || isOfAnother(place, in: sentence) { return false }
    let left = sentence[..<place].reversed().prefix { $0.figure?.poundsSaid == nil }.prefix(10).map(\.word)
    let right = wordsBehind(place, in: sentence)
    if place == 0, passage.heading.lowercased().contains("saving"),
      right.first.map({ $0.hasPrefix("achiev") || $0.hasPrefix("from") }) == true
    {
      return true
    }
    // “reduction of the spend by £…”, “reduce budget spend by £…”.
    if ["by", "of"].contains(left.first ?? ""), left.contains(where: { $0.hasPrefix("reduc") }),
      !left.contains(where: { $0.hasPrefix("oversp") })
    {
      return true
    }
    func distance(_ isOne: (String) -> Bool) -> Int? {
      [left.firstIndex(where: isOne), right.firstIndex(where: isOne)].compactMap { $0 }.min()
    }
    guard let saving = distance(SavingWords.isSaving) else { return false }
    return saving < distance(SavingWords.isOther) ?? .max
  }

  private mutating func propose(
    _ figure: Figure, _ money: Money, _ place: Int, _ sentence: [Passage.Token], _ passage: Passage,
    _ isArithmetic: Bool
  ) {
    if isArithmetic || isPrice(place, in: sentence) || joined(figure, money, place, sentence) { return }
    let said = saidYear(place, in: sentence, passage)
    let name = savingName(place, sentence, passage)
    let id = id("saving", name)
    var saving = SavingLine(id: id, name: name)
    var quoted = [evidence("years", figure)]
    var asks: [String] = []
    if let several = severalYears(place, in: sentence) {
      asks.append("“\(figure.quote.text)” \(several): how much is it in each year?")
    } else if let year = PlanDraft.financialYear(said ?? year) {
      saving.years = [(year, Money(pence: abs(money.pence)))]
      if let said = said ?? self.year { quoted.append(evidence("years", said)) }
      if said == nil, !isInYear(sentence) { asks.append("The sentence says no year. Is it \(year)?") }
    } else {
      asks.append("No year is said for \(figure.quote.text): put it in.")
    }
    saving.isPerAnnum = isYearly(place, in: sentence)
    if money.pence < 0, !figure.quote.text.hasPrefix("(") { asks.append("It has a minus: is it a saving?") }
    if !inTables.isEmpty { asks.append("Is it part of the savings in the table, or more?") }
    let words = sentence.map(\.word)
    if words.contains("last"), words.contains("year") || words.contains("years") {
      asks.append("Is it a saving of the past, before this plan?")
    }
    if let volume = volume(after: place, sentence), isWeekly(place, sentence) {
      var derivation = SavingLine.Derivation()
      derivation.volume = volume.count
      derivation.price = money
      saving.derivation = derivation
      saving.years = []
      quoted = [evidence("derivation.price", figure), evidence("derivation.volume", volume)]
      asks = ["Price and volume are said: what does it come to, and in which year?"]
    }
    plan.savings.append(saving)
    note(id, "savings", quoted, .likely, asks: asks)
  }

  /// “in-year” is the paper's own year.
  private func isInYear(_ sentence: [Passage.Token]) -> Bool {
    zip(sentence, sentence.dropFirst()).contains { $0.word == "in" && $1.word == "year" }
  }

  /// The year or day nearest behind an amount, else before it, else in the heading; one that money comes “from” is not
  /// its year.
  private func saidYear(_ place: Int, in sentence: [Passage.Token], _ passage: Passage) -> Figure? {
    if isInYear(sentence) { return nil }
    let order = Array((place + 1)..<sentence.count) + (0..<place).reversed()
    let own = order.compactMap { index -> Figure? in
      index > 0 && sentence[index - 1].word == "from" ? nil : sentence[index].figure
    }
    if isYearly(place, in: sentence), let start = startYear(place, in: sentence) { return start }
    return (own + passage.headingFigures).first { PlanDraft.financialYear($0) != nil }
  }

  /// Whether an amount is for one of something: “per week”, “per family”, and no number of them is said.
  private func isPrice(_ place: Int, in sentence: [Passage.Token]) -> Bool {
    let next = sentence[(place + 1)...].prefix(5).map(\.word)
    guard next.first == "per" || next.first == "a" && next.dropFirst().first == "week" else { return false }
    if next.dropFirst().first == "year" || next.dropFirst().first == "annum" {
      return next.dropFirst(2).contains("per")
    }
    return volume(after: place, sentence) == nil
  }

  private func isWeekly(_ place: Int, _ sentence: [Passage.Token]) -> Bool {
    let next = sentence[(place + 1)...].prefix(2).map(\.word)
    return next == ["per", "week"]
  }

  /// “… per week for 40 young people”.
  private func volume(after place: Int, _ sentence: [Passage.Token]) -> Figure? {
    let next = sentence[(place + 1)...].prefix(5)
    guard let found = next.first(where: { $0.figure?.count != nil }) else { return nil }
    return next.prefix { $0.columns != found.columns }.last?.word == "for" ? found.figure : nil
  }

  /// Puts an amount that a line or a year's lines already state with them; false where none does.
  private mutating func joined(
    _ figure: Figure, _ money: Money, _ place: Int, _ sentence: [Passage.Token]
  ) -> Bool {
    let amount = Money(pence: abs(money.pence))
    let said = sentence.compactMap(\.figure).compactMap { PlanDraft.financialYear($0) }
    let inTables = savingsInTables
    for saving in inTables
    where saving.years.contains(where: { $0.amount == amount && (said.isEmpty || said.contains($0.year)) }) {
      attach(evidence("also", figure), to: saving.id)
      return true
    }
    for year in said {
      let parts = inTables.filter { $0.amount(in: year) != nil }
      let sum = parts.compactMap { $0.amount(in: year) }.reduce(Money.zero, +)
      guard sum == amount, parts.count > 1 else { continue }
      add(
        claim: "Savings of \(year)", stated: Double(amount.pence) / 100,
        .sum(of: parts.map(\.id), year: year), [evidence("stated", figure)], .likely)
      return true
    }
    return false
  }

  /// The savings that stand in a table.
  var savingsInTables: [SavingLine] { inTables.map { plan.savings[$0] } }

  private mutating func attach(_ one: PaperFinding.Evidence, to id: String) {
    guard let place = places[id] else { return }
    findings[place].evidence.append(one)
  }

  /// A saving's name: the words that follow an amount in a list, else the sentence's beginning.
  private func savingName(_ place: Int, _ sentence: [Passage.Token], _ passage: Passage) -> String {
    guard let first = sentence.first, let last = sentence.last else { return passage.heading }
    let next = sentence.dropFirst().first
    let isListed = next.map { $0.word.hasPrefix("achiev") || $0.word == "from" } == true
    let start = place == 0 && isListed ? next ?? first : first
    var words = ""
    for number in start.line...max(start.line, last.line) {
      let plain = paper.lines[number - 1].plain
      let from = number == start.line ? start.columns.lowerBound : 0
      var to = number == last.line ? last.columns.upperBound : plain.count
      if to < plain.count, plain[to] == ")" { to += 1 }
      if from < to { words += " " + String(plain[from..<to]) }
    }
    let tidied = tidy(words)
    guard tidied.count > 100 else { return tidied }
    return tidied.prefix(100).split(separator: " ").dropLast().joined(separator: " ") + "…"
  }

  /// Claims where one amount of a passage is the difference or sum of two others; the quotes of their parts.
  private mutating func readArithmetic(_ passage: Passage) -> Set<Quote> {
    let amounts = passage.tokens.compactMap(\.figure).filter { ($0.poundsSaid?.pence ?? 0) >= 100_000 }
    guard amounts.count >= 3, amounts.count <= 12 else { return [] }
    let speaks = passage.tokens.contains { token in
      ["gap", "leaves", "remaining", "remainder", "total", "shortfall", "left", "net"].contains(token.word)
    }
    guard speaks else { return [] }
    var used: Set<Quote> = []
    for (last, figure) in amounts.enumerated() where last >= 2 {
      guard let money = figure.poundsSaid else { continue }
      for a in 0..<last {
        for b in 0..<last where a != b {
          guard let first = amounts[a].poundsSaid, let second = amounts[b].poundsSaid,
            first - second == money, first != second, second != money
          else { continue }
          add(
            claim: "\(figure.quote.text) is \(amounts[a].quote.text) less \(amounts[b].quote.text)",
            stated: Double(money.pence) / 100,
            .total([Double(first.pence) / 100, -Double(second.pence) / 100]),
            [evidence("stated", figure), evidence("total", amounts[a]), evidence("total", amounts[b])])
          used.insert(figure.quote)
          return used
        }
      }
    }
    return used
  }
}

extension Figure {
  /// Pounds, where a pound sign stands by the figure.
  var poundsSaid: Money? { if case .money(let money) = value { money } else { nil } }
}
