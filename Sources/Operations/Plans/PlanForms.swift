import Files
import Plans
import Units

// The forms that values of plans have.

extension PlanForm where Value == String {
  /// A text; an empty one is not written.
  static let text = PlanForm(
    shape: .text, read: { node throws(Flaws) in try ScenarioValues.text(node) },
    write: { $0.isEmpty ? nil : .made($0) })
}

extension PlanForm where Value == [String] {
  /// One text or a list of them.
  static let texts = PlanForm(
    shape: .texts, read: { node throws(Flaws) in try ScenarioProblems.each(node) { $0 } },
    write: { $0.isEmpty ? nil : .made(.sequence($0.map { .made($0) })) })
}

extension PlanForm where Value == [Double] {
  /// Numbers.
  static let numbers = PlanForm(
    shape: .numbers,
    read: { node throws(Flaws) in try ScenarioProblems.each(node, PlanValues.number) },
    write: { $0.isEmpty ? nil : .made(.sequence($0.map { .made(PlanValues.text($0)) })) })
}

extension PlanForm where Value == Double {
  /// A number.
  static let number = PlanForm(
    shape: .number,
    read: { node throws(Flaws) in try PlanValues.number(try ScenarioValues.text(node)) },
    write: { .made(PlanValues.text($0)) })
  /// A share of a whole.
  static let share = PlanForm(
    shape: .share, read: { node throws(Flaws) in try PlanValues.share(try ScenarioValues.text(node)) },
    write: { .made(PlanValues.text($0)) })
  /// A number that is 0 where nobody says otherwise.
  static let numberOrNone = PlanForm(
    shape: .number, read: number.read, write: { $0 == 0 ? nil : .made(PlanValues.text($0)) })
}

extension PlanForm where Value == Int {
  /// A whole number.
  static let whole = PlanForm(
    shape: .number,
    read: { node throws(Flaws) in
      let text = try ScenarioValues.text(node)
      guard let whole = Int(exactly: try PlanValues.number(text)) else {
        throw Flaws("“\(text)” is not a whole number", "Write a number such as 12.")
      }
      return whole
    }, write: { .made(PlanValues.text(Double($0))) })
}

extension PlanForm where Value == Int {
  /// The weight of a step of a scale.
  static let weight = whole.within(0...1000, "Write a number such as 4.")
  /// A rating: likelihood × impact.
  static let rating = whole.within(0...1_000_000, "Write the product of the score's two weights, such as 12.")
  /// A grade of evidence.
  static let grade = whole.within(1...6, "Write 1 (a trial, or own measured results) to 6 (judgement alone).")
}

extension PlanForm where Value == Double {
  /// How many of something: no fewer than none.
  static let size = number.within(0...1e15, "Write it without a minus.")
  /// Months of a first year.
  static let months = number.within(
    Double.leastNonzeroMagnitude...12, "Write how many of the year's twelve months it is for, more than 0.")
  /// How far apart two numbers may be, which is 0 where nobody says otherwise.
  static let tolerance = numberOrNone.within(0...1e15, "Write it without a minus.")
}

extension PlanForm where Value == Money {
  /// Pounds, no fewer than none.
  static let price = money.within(.zero...Money(pence: .max), "Write it without a minus.")
}

extension PlanForm where Value: Comparable & Sendable {
  /// The same, refused outside a range.
  func within(_ range: ClosedRange<Value>, _ remedy: String) -> PlanForm {
    let read = read
    return PlanForm(
      shape: shape,
      read: { node throws(Flaws) in
        let value = try read(node)
        guard range.contains(value) else { throw Flaws("\(node.text ?? "") is out of reach", remedy) }
        return value
      }, write: write)
  }
}

extension PlanForm where Value == Money {
  /// Pounds.
  static let money = PlanForm(
    shape: .money, read: { node throws(Flaws) in try PlanValues.money(try ScenarioValues.text(node)) },
    write: { .made(PlanValues.text($0)) })
}

extension PlanForm where Value == CivilDay {
  /// A day.
  static let day = PlanForm(
    shape: .day, read: { node throws(Flaws) in try PlanValues.day(try ScenarioValues.text(node)) },
    write: { .made($0.description) })
}

extension PlanForm where Value == FinancialYear {
  /// A financial year.
  static let year = PlanForm(
    shape: .text, read: { node throws(Flaws) in try PlanValues.year(try ScenarioValues.text(node)) },
    write: { .made($0.description) })
}

extension PlanForm where Value == Bool {
  /// Yes or no, which is no where nobody says otherwise.
  static let flag = PlanForm(
    shape: .flag, read: { node throws(Flaws) in try ScenarioValues.flag(try ScenarioValues.text(node)) },
    write: { $0 ? .made("yes") : nil })
  /// Yes or no, where saying nothing is neither.
  static let said = PlanForm(
    shape: .flag, read: flag.read, write: { .made($0 ? "yes" : "no") })
}

extension PlanForm where Value == RiskScore {
  /// A score: 4 x 3, or B3.
  static let score = PlanForm(
    shape: .score,
    read: { node throws(Flaws) in
      let text = try ScenarioValues.text(node)
      // An x within a word parts nothing: it stands between spaces, or between figures.
      let spaced = text.replacing(" x ", with: "×").replacing(" X ", with: "×")
      let isPlain = text.allSatisfy { $0.isNumber || "xX ".contains($0) }
      let marks = spaced.split { "×*,/".contains($0) || (isPlain && "xX ".contains($0)) }.map {
        $0.split(separator: " ").joined(separator: " ")
      }
      if marks.count == 2 { return RiskScore(likelihood: marks[0], impact: marks[1]) }
      if marks.count == 1, text.count == 2, let first = text.first, let last = text.last, first.isLetter {
        return RiskScore(likelihood: first.uppercased(), impact: String(last))
      }
      throw Flaws("“\(text)” is not a score", "Write likelihood and impact: 4 x 3, or B3.")
    },
    write: {
      let isLettered =
        $0.likelihood.count == 1 && $0.likelihood.first?.isLetter == true && $0.impact.count == 1
      return .made(isLettered ? $0.likelihood + $0.impact : "\($0.likelihood) x \($0.impact)")
    })
}

extension PlanForm {
  /// A value that may be left out.
  static func optional<Wrapped>(_ form: PlanForm<Wrapped>) -> PlanForm where Value == Wrapped? {
    PlanForm(
      shape: form.shape, read: { node throws(Flaws) in try form.read(node) },
      write: { $0.flatMap(form.write) })
  }

  /// One of the words of a type.
  static func choice<Word: RawRepresentable & CaseIterable & Sendable>() -> PlanForm
  where Value == Word?, Word.RawValue == String {
    let words = Word.allCases.map(\.rawValue)
    return PlanForm(
      shape: .choice(words),
      read: { node throws(Flaws) in
        let text = try ScenarioValues.text(node)
        if let word = Word(rawValue: InitiativeWord.plain(text)) { return word }
        throw Flaws(
          "“\(text)” is none of the words it may be",
          ScenarioKeys.nearest(to: text, among: words).map { "Is “\($0)” meant?" }
            ?? "Write one of: \(words.joined(separator: ", ")).")
      }, write: { $0.map { .made($0.rawValue) } })
  }

  /// Keys of its own.
  static func object(
    _ empty: Value, _ subject: String, @PlanFields<Value> _ made: () -> [PlanField<Value>]
  ) -> PlanForm where Value: Sendable {
    let fields = made()
    return PlanForm(
      shape: .object(fields.map(\.key)),
      read: { node throws(Flaws) in
        guard let entries = node.entries else {
          throw Flaws(
            "it has no keys",
            "Write under it, or between braces: \(fields.map(\.key.name).joined(separator: ", ")).")
        }
        var item = empty
        let flaws = PlanField<Value>.fill(&item, from: entries, fields, of: subject)
        guard flaws.isEmpty else { throw Flaws(flaws) }
        return item
      }, write: { PlanField<Value>.mapping($0, fields) })
  }

  /// A list of items with keys of their own.
  static func list<Item: Sendable>(_ form: PlanForm<Item>) -> PlanForm where Value == [Item] {
    var keys: [PlanKey] = []
    if case .object(let own) = form.shape { keys = own }
    return PlanForm(
      shape: .list(keys),
      read: { node throws(Flaws) in
        guard let nodes = node.values else {
          throw Flaws("there is no list", "Begin each with a hyphen and a space.")
        }
        var items: [Item] = []
        var flaws: [Flaw] = []
        for node in nodes {
          do throws(Flaws) {
            items.append(try form.read(node))
          } catch {
            flaws += error.list.map { Flaw(what: $0.what, remedy: $0.remedy, line: $0.line ?? node.line) }
          }
        }
        guard flaws.isEmpty else { throw Flaws(flaws) }
        return items
      }, write: { $0.isEmpty ? nil : .made(.sequence($0.compactMap(form.write))) })
  }

  /// Values under keys that are years or days.
  static func keyed<Key: Comparable & Sendable, Element: Sendable, Entry>(
    _ shape: PlanShape, _ key: PlanForm<Key>, _ element: PlanForm<Element>, example: String,
    make: @escaping @Sendable (Key, Element) -> Entry, take: @escaping @Sendable (Entry) -> (Key, Element)
  ) -> PlanForm where Value == [Entry] {
    PlanForm(
      shape: shape,
      read: { node throws(Flaws) in
        guard let entries = node.entries else {
          throw Flaws("it is not told by date", "Write \(example) under it, one a line.")
        }
        var read: [(Key, Element)] = []
        var flaws: [Flaw] = []
        for entry in entries where entry.value.content != .empty {
          do throws(Flaws) {
            read.append((try key.read(.made(entry.key)), try element.read(entry.value)))
          } catch {
            flaws += error.list.map { Flaw(what: $0.what, remedy: $0.remedy, line: entry.line) }
          }
        }
        guard flaws.isEmpty else { throw Flaws(flaws) }
        let told = read.map(\.0).sorted()
        if let twice = zip(told, told.dropFirst()).first(where: { $0 == $1 })?.0 {
          throw Flaws("\(twice) is given twice", "Write each day or year once, and put its values together.")
        }
        return read.sorted { $0.0 < $1.0 }.map { make($0.0, $0.1) }
      },
      write: { entries in
        if entries.isEmpty { return nil }
        return .made(
          .mapping(
            entries.compactMap { entry in
              let (when, what) = take(entry)
              guard let name = key.write(when)?.text, let value = element.write(what) else { return nil }
              return YAMLEntry(key: name, line: 0, column: 0, value: value)
            }))
      })
  }
}

extension PlanForm where Value == [(year: FinancialYear, amount: Money)] {
  /// Pounds by financial year.
  static let amounts = PlanForm.keyed(
    .amounts, .year, .money, example: "2026/27: 400,000", make: { (year: $0, amount: $1) },
    take: { ($0.year, $0.amount) })
}

extension PlanForm where Value == [(year: FinancialYear, fte: Double)] {
  /// Posts by financial year.
  static let posts = PlanForm.keyed(
    .counts, .year, .number, example: "2026/27: 2.5", make: { (year: $0, fte: $1) },
    take: { ($0.year, $0.fte) })
}

extension PlanForm where Value == [Target.Point] {
  /// Values by day.
  static let points = PlanForm.keyed(
    .points, .day, .number, example: "2027-03-31: 310", make: { Target.Point(by: $0, value: $1) },
    take: { ($0.by, $0.value) })
}

extension PlanForm where Value == Target.Point? {
  /// One value on a day.
  static let point = PlanForm(
    shape: .points,
    read: { node throws(Flaws) in
      let points = try PlanForm<[Target.Point]>.points.read(node)
      guard points.count < 2 else {
        throw Flaws("there is more than one value", "Write one day and its value.")
      }
      return points.first
    }, write: { $0.flatMap { PlanForm<[Target.Point]>.points.write([$0]) } })
}
