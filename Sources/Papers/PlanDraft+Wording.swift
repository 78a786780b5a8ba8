import Plans
import Units

extension PlanDraft {
  private func words(_ tokens: some Sequence<Passage.Token>) -> [String] { tokens.map(\.word) }

  /// The words behind an amount, up to the next; a word of saving right before that one is its own: “at £62,000, saving
  /// £1m”.
  func wordsBehind(_ place: Int, in sentence: [Passage.Token]) -> [String] {
    let behind = sentence[(place + 1)...].prefix { $0.figure?.poundsSaid == nil }
    var right = words(behind.prefix(6))
    guard behind.endIndex < sentence.count, behind.count <= 6 else { return right }
    let small = [
      "of", "up", "to", "around", "about", "some", "a", "further", "an", "additional", "by", "at", "least",
    ]
    while let last = right.last, small.contains(last) { right.removeLast() }
    if let last = right.last, last.hasPrefix("sav") || last.hasPrefix("reduc") { right.removeLast() }
    return right
  }

  /// Whether a word between the saving and its amount says that it is not one: “will not save £300,000”.
  func isDenied(_ place: Int, in sentence: [Passage.Token]) -> Bool {
    let left = words(sentence[..<place].reversed().prefix { $0.figure?.poundsSaid == nil }.prefix(12))
    let right = words(sentence[(place + 1)...].prefix { $0.figure?.poundsSaid == nil }.prefix(8))
    let denials: Set = [
      "not", "no", "never", "cannot", "won't", "won’t", "unlikely", "unable", "fail", "fails", "failed",
      "without",
      "didn't", "didn’t",
    ]
    func isDenial(_ index: Int, _ words: [String], next: String) -> Bool {
      let isMore = ["only", "just", "merely", "less", "later", "more", "including"].contains(next)
      return denials.contains(words[index]) && !isMore
    }
    func isSaving(_ word: String) -> Bool { word.hasPrefix("sav") || word.hasPrefix("reduc") }
    // The words on the left run backwards: what follows one stands before it. “Demand has not fallen, and we save” denies
    // nothing: only a word near the saving does.
    let start = left.firstIndex(where: isSaving) ?? 0
    let reach = left.contains("able") ? 5 : 3
    let isLeft = left.indices.contains { index in
      index <= start + reach && isDenial(index, left, next: index > 0 ? left[index - 1] : "")
    }
    let end = right.firstIndex(where: isSaving) ?? 3
    return isLeft
      || right.indices.contains { index in
        index <= end && isDenial(index, right, next: index + 1 < right.count ? right[index + 1] : "")
      }
  }

  /// Whether the amount is of something else: the price of one, or the cost of what is to save.
  func isOfAnother(_ place: Int, in sentence: [Passage.Token]) -> Bool {
    let left = words(sentence[..<place].reversed().prefix { $0.figure?.poundsSaid == nil }.prefix(10))
    if ["average", "averaging", "mean", "each"].contains(left.first ?? "")
      || left.prefix(2) == ["of", "average"]
    {
      return true
    }
    let costs = left.contains {
      $0 == "cost" || $0 == "costs" || $0.hasPrefix("invest") || $0.hasPrefix("budget")
    }
    let things: Set = [
      "programme", "programmes", "plan", "plans", "team", "project", "projects", "strategy", "board", "work",
      "scheme",
    ]
    let isModifier = zip(left.dropFirst(), left).contains { $0.hasPrefix("saving") && things.contains($1) }
    return costs && isModifier
  }

  /// Whether an amount goes on with the one before it: “£250k (2026/27) and £400k (2027/28)”, “rising to £1m in …”.
  func goesOn(_ place: Int, in sentence: [Passage.Token]) -> Bool {
    guard let before = sentence[..<place].lastIndex(where: { $0.figure?.poundsSaid != nil }) else {
      return false
    }
    let small: Set = [
      "and", "then", "to", "in", "rising", "increasing", "growing", "a", "further", "another", "or", "with",
      "by",
      "additional", "year", "the", "next", "following", "falling",
    ]
    // Nothing but a mark between them parts the items of a list.
    guard before + 1 < place else { return false }
    let next = words(sentence[(place + 1)...].prefix { $0.figure?.poundsSaid == nil }.prefix(4))
    let other = ["invest", "cost", "spen", "grant", "fund", "overspe", "gap", "pressure"]
    if next.contains(where: { word in other.contains { word.hasPrefix($0) } }) { return false }
    return sentence[(before + 1)..<place].allSatisfy { token in
      if let figure = token.figure { return figure.isDate }
      return small.contains(token.word)
    }
  }

  /// Whether an amount is the end of a range: “between £100,000 and £150,000”.
  func isRangeEnd(_ place: Int, in sentence: [Passage.Token]) -> Bool {
    guard let before = sentence[..<place].lastIndex(where: { $0.figure?.poundsSaid != nil }) else {
      return false
    }
    let link = words(sentence[(before + 1)..<place])
    if link == ["to"] || link == ["or"] { return true }
    return link == ["and"] && before > 0 && sentence[before - 1].word == "between"
  }

  /// Adds an amount with a year of its own to the saving that the sentence's last amount is; false where it can't be.
  mutating func addYear(_ figure: Figure, _ money: Money, _ place: Int, _ sentence: [Passage.Token]) -> Bool {
    let before = sentence[..<place].lastIndex { $0.figure?.poundsSaid != nil } ?? place
    let behind = sentence[(place + 1)...].prefix { $0.figure?.poundsSaid == nil }
    let own = behind.lazy.compactMap(\.figure).first { PlanDraft.financialYear($0) != nil }
    guard let own, let year = PlanDraft.financialYear(own), let last = plan.savings.indices.last,
      let index = places[plan.savings[last].id], let earlier = sentence[before].figure,
      findings[index].evidence.contains(where: { $0.figure?.quote == earlier.quote }),
      !plan.savings[last].years.isEmpty, plan.savings[last].amount(in: year) == nil, !inTables.contains(last)
    else { return false }
    plan.savings[last].years.append((year, Money(pence: abs(money.pence))))
    plan.savings[last].years.sort { $0.year < $1.year }
    findings[index].evidence += [evidence("years \(year)", figure), evidence("years \(year)", own)]
    return true
  }

  /// That an amount is of several years together, or one end of a range, in words; nil where it isn't.
  func severalYears(_ place: Int, in sentence: [Passage.Token]) -> String? {
    let next = sentence[(place + 1)...].firstIndex { $0.figure?.poundsSaid != nil }
    if let next, isRangeEnd(next, in: sentence) {
      return "to “\(sentence[next].figure?.quote.text ?? "")” is a range"
    }
    let behind = words(sentence[(place + 1)...].prefix { $0.figure?.poundsSaid == nil }.prefix(9))
    let isOver = zip(behind, behind.dropFirst(2)).contains { a, b in
      ["over", "across", "during", "in"].contains(a) && b == "years"
    }
    let isNext = zip(behind, behind.dropFirst(3)).contains { a, b in
      ["over", "across"].contains(a) && b == "years"
    }
    let isPlural = behind.starts(with: ["over"]) && behind.contains("years")
    return isOver || isNext || isPlural ? "is for several years together" : nil
  }

  /// Whether an amount is said to come every year.
  func isYearly(_ place: Int, in sentence: [Passage.Token]) -> Bool {
    let next = words(sentence[(place + 1)...].prefix(3))
    return ["a", "per", "each", "every"].contains(next.first ?? "")
      && ["year", "annum"].contains(next.dropFirst().first ?? "")
      || ["annually", "pa", "yearly"].contains(next.first ?? "") || next.prefix(2) == ["p", "a"]
  }

  /// The year from which an amount comes every year: “£1m a year from 2027/28”.
  func startYear(_ place: Int, in sentence: [Passage.Token]) -> Figure? {
    let behind = sentence[(place + 1)...].prefix { $0.figure?.poundsSaid == nil }
    guard let from = behind.firstIndex(where: { $0.word == "from" }), from + 1 < behind.endIndex,
      let figure = behind[(from + 1)...].prefix(2).lazy.compactMap(\.figure).first,
      PlanDraft.financialYear(figure) != nil
    else { return nil }
    return figure
  }
}
