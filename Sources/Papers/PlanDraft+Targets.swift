import Plans
import Units

extension PlanDraft {
  /// A value to be reached, as words say it.
  private struct Aim {
    var value: Figure
    var by: CivilDay?
    var byFigure: Figure?
    var name: String
    var baseline: Figure?
  }

  /// Proposes the targets that a passage's sentences set.
  mutating func readTargets(_ passage: Passage) {
    let sentences = passage.sentences
    for (number, sentence) in sentences.enumerated() {
      let words = sentence.map(\.word)
      guard setsTarget(words) else { continue }
      var aims = aims(in: sentence, year: nil)
      // “The target for 2011/12 is … . This is alongside … needing to drop from 385 to 345.”
      let before =
        number > 0 ? sentences[number - 1].compactMap(\.figure).last { $0.value.lastDay != nil } : nil
      for index in aims.indices where aims[index].by == nil {
        // Only words that go on with it take its day; else it is asked.
        if aims[index].baseline != nil || words.contains("this") { aims[index].by = before?.value.lastDay }
        aims[index].byFigure = before
      }
      add(aims.filter { !isPast($0, words) }, fallback: passage.heading, .likely)
    }
  }

  /// Whether a target was one before the paper: “the target was 300 by March 2020”.
  private func isPast(_ aim: Aim, _ words: [String]) -> Bool {
    guard let by = aim.by, let written = plan.written, by < written else { return false }
    return words.contains { ["was", "were", "had"].contains($0) }
  }

  /// Proposes the targets of a cell under a heading that says targets stand there.
  mutating func readTargetCell(_ cell: Cell, of table: PaperTable) {
    let heading = (table.columns.first?.heading ?? "").lowercased()
    guard heading.contains("target") else { return }
    let year = table.columns.lazy.compactMap(\.year).first
    for sentence in Passage.of(cell, in: paper).sentences {
      add(aims(in: sentence, year: year, isTargetCell: true), fallback: cell.text, .likely, isShown: true)
    }
  }

  private func setsTarget(_ words: [String]) -> Bool {
    let past: Set = [
      "dropped", "dropping", "resulted", "saw", "fell", "rose", "rise", "reduced", "increased", "fallen",
      "risen",
    ]
    let isPast = words.indices.contains { place in
      past.contains(words[place]) && !(place > 0 && ["be", "been"].contains(words[place - 1]))
    }
    if isPast, !words.contains("target") { return false }
    if words.contains("target") || words.contains("targets") { return true }
    let pairs = zip(words, words.dropFirst())
    let moves = words.contains { word in
      ["reduc", "decreas", "lower", "increas"].contains { word.hasPrefix($0) }
        || ["cut", "drop", "fall", "grow", "bring", "rise", "move"].contains(word)
    }
    return pairs.contains { a, b in
      if a == "down" || ["reduce", "drop", "increase", "fall", "rise"].contains(a), b == "to" || b == "from" {
        return true
      }
      let isBound =
        ["not", "never"].contains(a) && b == "exceed"
        || ["no", "fewer"].contains(a) && ["more", "than"].contains(b)
      return isBound || ["must", "should", "will"].contains(a) && b == "reach"
        || moves && b.isEmpty && a == "to"
    }
  }

  /// Whether the words before a number say that it is to be reached, or not to be passed.
  private func isReached(_ before: [String]) -> Bool {
    ["to", "at", "exceed", "reach", "least", "most"].contains(before.last ?? "")
      || before.suffix(2) == ["more", "than"] || before.suffix(2) == ["fewer", "than"]
  }

  private func aims(in sentence: [Passage.Token], year: Figure?, isTargetCell: Bool = false) -> [Aim] {
    var found: [Aim] = []
    var lastName = ""
    for (place, token) in sentence.enumerated() {
      guard let figure = token.figure, figure.count != nil else { continue }
      let before = sentence[..<place].suffix(3).map(\.word)
      let next = sentence[(place + 1)...].prefix { $0.figure?.count == nil && $0.figure?.poundsSaid == nil }
      // “from 385 to 345”: the first is where it starts.
      if before.last == "from", sentence[(place + 1)...].contains(where: { $0.word == "to" }) { continue }
      if isTime(sentence, place, before.last ?? "") { continue }
      let date = deadline(after: next.prefix(9)) ?? rest(of: next.prefix(8), year)
      let earlier = earlierDate(sentence[..<place])
      let isReached = isReached(before) || isShare(figure) && before.contains("that")
      guard
        date != nil || (isReached && setsTarget(sentence.map(\.word))) || (isTargetCell && isShare(figure))
      else { continue }
      var aim = Aim(value: figure, by: nil, byFigure: nil, name: "", baseline: nil)
      aim.byFigure = date ?? earlier ?? (isTargetCell ? year : nil)
      aim.by = aim.byFigure?.value.lastDay
      if before.last == "to", let from = sentence[..<place].last(where: { $0.figure?.count != nil })?.figure,
        sentence[..<place].suffix(3).contains(where: { $0.figure == from }),
        sentence[..<place].suffix(4).contains(where: { $0.word == "from" })
      {
        aim.baseline = from
      }
      if before.last == "to", aim.baseline == nil { aim.baseline = start(before: place, sentence) }
      aim.name = name(of: place, sentence, next.map(\.word))
      if aim.name.isEmpty, aim.baseline != nil || isReached { aim.name = subject(before: place, sentence) }
      if isTargetCell, isShare(figure) { aim.name = "" }
      if aim.name.isEmpty { aim.name = lastName }
      lastName = aim.name
      found.append(aim)
    }
    return found
  }

  /// Whether a number counts days or years that pass, and is none to be reached: “after 12 months”.
  private func isTime(_ sentence: [Passage.Token], _ place: Int, _ before: String) -> Bool {
    guard place + 1 < sentence.count, ["months", "weeks", "years", "days"].contains(sentence[place + 1].word)
    else {
      return false
    }
    return ["after", "within", "over", "for", "every", "last", "next", "in"].contains(before)
  }

  /// Where a number starts that goes to another: “from 33 in September 2025 to 12”.
  private func start(before place: Int, _ sentence: [Passage.Token]) -> Figure? {
    guard let from = sentence[..<place].lastIndex(where: { $0.word == "from" }), from + 1 < place,
      let start = sentence[from + 1].figure, start.count != nil,
      sentence[(from + 2)..<place].allSatisfy({ token in
        token.figure?.isDate == true
          || ["in", "at", "on", "the", "end", "of", "to", "now"].contains(token.word)
      })
    else { return nil }
    return start
  }

  private func isShare(_ figure: Figure) -> Bool { if case .percent = figure.value { true } else { false } }

  /// The day or year that “by”, “for” or “until” stands before.
  private func deadline(after tokens: ArraySlice<Passage.Token>) -> Figure? {
    guard let place = tokens.firstIndex(where: { $0.figure?.value.lastDay != nil }) else { return nil }
    let lead = tokens[..<place].map(\.word)
    guard lead.contains(where: { ["by", "for", "until", "at", "in", "end", "from"].contains($0) }) else {
      return nil
    }
    return tokens[place].figure
  }

  /// “… for remainder of year”: the heading's year.
  private func rest(of tokens: ArraySlice<Passage.Token>, _ year: Figure?) -> Figure? {
    let words = tokens.map(\.word)
    return words.contains("remainder") && words.contains("year") ? year : nil
  }

  /// “The target for 2011/12 is to reduce to 56.”
  private func earlierDate(_ tokens: ArraySlice<Passage.Token>) -> Figure? {
    guard let place = tokens.lastIndex(where: { $0.figure?.value.lastDay != nil }), place > 0 else {
      return nil
    }
    let lead = tokens[..<place].suffix(4).map(\.word)
    guard lead.contains(where: { $0 == "target" || $0 == "by" }), lead.last == "for" || lead.last == "by"
    else { return nil }
    return tokens[place].figure
  }

  /// What a number counts: the words behind it up to its deadline, or those after “targets for”.
  private func name(of place: Int, _ sentence: [Passage.Token], _ next: [String]) -> String {
    let ends = [
      "by", "for", "until", "at", "in", "and", "then", "from", "is", "are", "this", "to", "was", "will",
      "after",
      "within", "",
    ]
    let behind = next.prefix { !ends.contains($0) }
    let fromText = sentence[(place + 1)...].prefix(behind.count)
    if let first = fromText.first, let last = fromText.last, first.line == last.line {
      let text = String(paper.lines[first.line - 1].plain[first.columns.lowerBound..<last.columns.upperBound])
      let named = tidy(text)
      if named.count > 2 { return named.hasPrefix("of ") ? String(named.dropFirst(3)) : named }
    }
    let words = sentence[..<place].map(\.word)
    if let target = words.lastIndex(where: { $0.hasPrefix("target") }), target + 1 < words.count,
      words[target + 1] == "for"
    {
      let named = words[(target + 2)...].prefix { !["is", "are", ""].contains($0) }
      if !named.isEmpty { return named.joined(separator: " ") }
    }
    return ""
  }

  /// What drops or grows: the words before “needing to drop from”.
  private func subject(before place: Int, _ sentence: [Passage.Token]) -> String {
    let moves = [
      "from", "to", "drop", "reduce", "fall", "rise", "increase", "need", "needs", "needing", "will", "down",
      "overall", "", "must", "should", "not", "exceed", "reach", "no", "more", "than", "at", "least", "most",
      "fewer", "by",
      "be", "reduced", "increased",
    ]
    let end = sentence[..<place].lastIndex { $0.word == "from" } ?? place
    var words = sentence[..<end].map(\.word)
    if let move = words.lastIndex(where: { ["reduce", "increase", "cut", "lower", "bring"].contains($0) }),
      move < words.count - 1, words[words.count - 1] != "to"
    {
      words = Array(words[(move + 1)...])
    }
    while let last = words.last, moves.contains(last) { words.removeLast() }
    return words.reversed().prefix { !["the", "is", "with", "that", "of", ""].contains($0) }.prefix(6)
      .reversed()
      .joined(separator: " ")
  }

  /// Adds targets; the fallback names those that the sentence doesn't, asking unless it is shown beside them.
  private mutating func add(
    _ aims: [Aim], fallback: String, _ confidence: PaperConfidence, isShown: Bool = false
  ) {
    var last: (name: String, index: Int)?
    for aim in aims {
      let isTitle = fallback.hasPrefix(plan.name) || plan.name.hasPrefix(fallback)
      let stated = aim.name.isEmpty ? (isTitle ? "" : fallback) : aim.name
      let name = stated.isEmpty ? "Without a name in the paper, line \(aim.value.quote.line)" : stated
      if let known = last, aim.name.isEmpty || known.name == name, aim.by != nil {
        point(aim, at: known.index)
        continue
      }
      if join(aim) { continue }
      let id = id("target", name)
      var target = Target(id: id, name: String(name.prefix(110)))
      target.stream = stream
      if isShare(aim.value) { target.unit = "percent" }
      plan.targets.append(target)
      let asks = aim.name.isEmpty && !isShown ? ["What is counted? The sentence doesn't say plainly."] : []
      note(id, "targets", [], confidence, asks: asks)
      let index = plan.targets.count - 1
      point(aim, at: index)
      last = (name, index)
    }
  }

  /// Puts an aim with the target that states the same value and day already; false where none does.
  private mutating func join(_ aim: Aim) -> Bool {
    guard let by = aim.by, let value = aim.value.count else { return false }
    let point = Target.Point(by: by, value: value)
    guard
      let known = plan.targets.firstIndex(where: { target in
        target.trajectory.contains(point)
          && (aim.baseline != nil || aim.name.isEmpty || target.name.lowercased() == aim.name.lowercased())
      }),
      let place = places[plan.targets[known].id]
    else { return false }
    findings[place].evidence.append(evidence("also", aim.value))
    if let baseline = aim.baseline {
      findings[place].evidence.append(evidence("note", baseline))
      plan.targets[known].note = "From \(baseline.quote.text) to \(aim.value.quote.text)."
    }
    return true
  }

  private mutating func point(_ aim: Aim, at index: Int) {
    guard let value = aim.value.count,
      let place = places[plan.targets[index].id]
    else { return }
    let said = aim.byFigure ?? year
    var quoted: [PaperFinding.Evidence] = []
    if let by = aim.by ?? said.flatMap({ PlanDraft.financialYear($0)?.lastDay }) {
      guard !plan.targets[index].trajectory.contains(where: { $0.by == by }) else { return }
      plan.targets[index].trajectory.append(Target.Point(by: by, value: value))
      plan.targets[index].trajectory.sort { $0.by.number < $1.by.number }
    }
    quoted.append(evidence("trajectory", aim.value))
    if let said { quoted.append(evidence("trajectory", said)) }
    if let baseline = aim.baseline { quoted.append(evidence("baseline", baseline)) }
    findings[place].evidence += quoted
    if let by = aim.by, let written = plan.written, by < written {
      findings[place].confidence = .ask
      findings[place].asks.append(
        "\(aim.value.quote.text) by \(by) is before the paper: is it a target still?")
    }
    if aim.by == nil {
      findings[place].confidence = .ask
      findings[place].asks.append(
        "By when is \(aim.value.quote.text) to be reached? The paper doesn't say plainly.")
    }
    if let baseline = aim.baseline {
      plan.targets[index].note = "From \(baseline.quote.text) to \(aim.value.quote.text)."
    }
  }
}
