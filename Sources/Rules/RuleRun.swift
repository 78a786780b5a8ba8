import Returns

/// What became of one rule.
public enum RuleOutcome: Sendable, Equatable {
  /// It ran; the number of failing rows.
  case ran(failing: Int)
  /// It could not run, and why.
  case notRun(String)
}

/// A row that fails a rule.
public struct Finding: Sendable {
  /// Position of the rule in `RuleRun.rules`.
  public let rule: Int
  /// Where the row stands.
  public let place: RowPlace
}

/// The rules run over one collection, with every finding.
public struct RuleRun: Sendable {
  /// What was checked.
  public let collection: Collection
  /// The rules, in the order of the book.
  public let rules: [Rule]
  /// What became of each rule.
  public let outcomes: [RuleOutcome]
  /// The findings, in order of rule, table, file and line.
  public let findings: [Finding]

  /// Runs rules: those of the collection's year, or those among them named.
  public init(_ collection: Collection, only: Set<String>? = nil) {
    let wanted = only.map { names in Set(names.map { $0.lowercased() }) }
    let rules = RuleBook.rules(in: collection.rulesYear).filter {
      wanted?.contains($0.code.lowercased()) ?? true
    }
    var outcomes: [RuleOutcome] = []
    var findings: [Finding] = []
    for (index, rule) in rules.enumerated() {
      if let reason = rule.whyNot(collection) {
        outcomes.append(.notRun(reason))
        continue
      }
      var flags = Flags()
      rule.check.run(collection, &flags)
      let places = RuleRun.ordered(flags.places)
      outcomes.append(.ran(failing: places.count))
      for place in places { findings.append(Finding(rule: index, place: place)) }
    }
    self.collection = collection
    self.rules = rules
    self.outcomes = outcomes
    self.findings = findings
  }

  /// Places in order, each once. Sources stand in order of table and file.
  private static func ordered(_ places: [RowPlace]) -> [RowPlace] {
    var ordered: [RowPlace] = []
    ordered.reserveCapacity(places.count)
    for place in places.sorted() where ordered.last != place { ordered.append(place) }
    return ordered
  }
}

extension RowPlace: Comparable {
  /// Rows in order of file and line.
  public static func < (a: RowPlace, b: RowPlace) -> Bool {
    a.source == b.source ? a.row < b.row : a.source < b.source
  }
}

extension Rule {
  /// Why the rule can't run on a collection; nil where it can.
  func whyNot(_ collection: Collection) -> String? {
    for read in reads {
      let tables = read.isLast ? collection.last : collection.now
      let whose = read.isLast ? "last year's" : "this year's"
      if let substitute = read.substitute, tables?.has(substitute) == true { continue }
      guard let tables, let columns = tables.columns[read.table] else {
        return "needs \(whose) \(read.table.rawValue) table"
      }
      if let column = read.columns.first(where: { !columns.contains($0) }) {
        return "needs the column \(column) of \(whose) \(read.table.rawValue) table"
      }
    }
    for need in needs {
      switch need {
      case .postcodes where !collection.hasWhereabouts: return "needs a postcode directory"
      case .authority where !collection.isAuthorityStated: return "needs the council's code"
      case .postcodes, .authority: continue
      }
    }
    return nil
  }
}
