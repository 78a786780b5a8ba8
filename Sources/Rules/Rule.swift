public import Returns

/// One rule of the return: what it says, what it reads, when it applies, what a failing row does to the forecast, and
/// the check itself.
public struct Rule: Sendable {
  /// How much a failing row matters.
  public enum Severity: String, Sendable, CaseIterable {
    /// The return contradicts itself or the code sets: it will be refused, or count wrongly.
    case error
    /// Unlikely or incomplete: look into it; it may be right.
    case query
  }

  /// What a failing row does to the forecast and the money.
  public enum Effect: String, Sendable, CaseIterable {
    /// Nothing: the forecast does not read it.
    case none
    /// Nights in care are counted wrongly, and their cost with them.
    case nights
    /// The nights count in another kind of placement, at another price.
    case category
    /// The child is forecast in another age band, or leaves care at 18 on another day.
    case age
    /// A start in care is counted too often or not at all.
    case entries
    /// An end of care is counted for another reason, or not at all.
    case exits
    /// Respite is counted as care, or care as respite.
    case respite
    /// The child is counted twice, or not at all.
    case child

    /// The effect in a sentence.
    public var words: String {
      switch self {
      case .none: "No effect on the forecast."
      case .nights: "Nights in care, and what they cost, may be counted wrongly."
      case .category: "Nights may count in another kind of placement, at another price."
      case .age: "The child may be forecast in another age band, or leave care at 18 on another day."
      case .entries: "A start of care may be counted that was none, or missed."
      case .exits: "An end of care may be missed, or counted for another reason."
      case .respite: "Short breaks may be counted as care, or care as short breaks."
      case .child: "The child may be counted twice, or not at all."
      }
    }
  }

  /// A table a rule can't do without, with the columns.
  public struct Reads: Sendable {
    /// The table.
    public let table: TableName
    /// Whether it is last year's.
    public let isLast: Bool
    /// The columns.
    public let columns: [String]
    /// The table that will do where this one is not there.
    public let substitute: TableName?

    private init(_ table: TableName, isLast: Bool, _ columns: [String], or substitute: TableName? = nil) {
      self.table = table
      self.isLast = isLast
      self.columns = columns
      self.substitute = substitute
    }

    /// Columns of a table of this year's return.
    public static func now(_ table: TableName, _ columns: String...) -> Reads {
      Reads(table, isLast: false, columns)
    }
    /// Columns of a table of last year's return.
    public static func last(_ table: TableName, _ columns: String...) -> Reads {
      Reads(table, isLast: true, columns)
    }
    /// Either of two tables, this year's or last year's.
    public static func either(_ table: TableName, or other: TableName, isLast: Bool = false) -> Reads {
      Reads(table, isLast: isLast, [], or: other)
    }
  }

  /// What a rule needs beside tables.
  public enum Need: Sendable {
    /// A postcode directory.
    case postcodes
    /// The council's own code.
    case authority
  }

  /// The rule's code, as the sector knows it.
  public let code: String
  /// How much a failing row matters.
  public let severity: Severity
  /// What is wrong, in a sentence.
  public let message: String
  /// What to do about it, in a sentence.
  public let action: String
  /// What it can't run without.
  public let reads: [Reads]
  /// What it needs beside tables.
  public let needs: [Need]
  /// The columns at fault.
  public let fields: [String]
  /// What a failing row does to the forecast and the money.
  public let effect: Effect
  /// The collection years it applies to, by the calendar year they start in.
  public let years: ClosedRange<Int>
  let check: Check

  /// A rule. `fields` are by default the columns it reads of this year's return.
  init(
    _ code: String, _ severity: Severity, _ message: String, action: String, reads: [Reads],
    needs: [Need] = [], fields: [String]? = nil, effect: Effect = .none,
    years: ClosedRange<Int> = RuleBook.everyYear,
    check: Check
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.action = action
    self.reads = reads
    self.needs = needs
    var seen: Set<String> = []
    self.fields = fields ?? reads.filter { !$0.isLast }.flatMap(\.columns).filter { seen.insert($0).inserted }
    self.effect = effect
    self.years = years
    self.check = check
  }
}

/// How a rule finds its failing rows.
struct Check: Sendable {
  let run: @Sendable (Collection, inout Flags) -> Void

  /// Each row of a table by itself: those for which `fails` is true.
  static func each<Row>(
    _ table: any KeyPath<YearTables, ChildTable<Row>> & Sendable,
    _ fails: @escaping @Sendable (Row, Collection) -> Bool
  ) -> Check {
    Check { collection, flags in
      for row in collection.now[keyPath: table].rows where fails(row, collection) { flags.add(row) }
    }
  }

  /// Each row of a table with the row before it of the same child: those for which `fails` is true.
  static func pairs<Row>(
    _ table: any KeyPath<YearTables, ChildTable<Row>> & Sendable,
    _ fails: @escaping @Sendable (_ row: Row, _ before: Row, Collection) -> Bool
  ) -> Check {
    Check { collection, flags in
      let rows = collection.now[keyPath: table].rows
      for index in rows.indices.dropFirst() where rows[index].child == rows[index - 1].child {
        if fails(rows[index], rows[index - 1], collection) { flags.add(rows[index]) }
      }
    }
  }

  /// The rows of each child that has any in a table.
  static func byChild<Row>(
    _ table: any KeyPath<YearTables, ChildTable<Row>> & Sendable,
    _ mark: @escaping @Sendable (ArraySlice<Row>, Collection, inout Flags) -> Void
  ) -> Check {
    Check { collection, flags in
      let rows = collection.now[keyPath: table].rows
      var first = 0
      while first < rows.count {
        var end = first + 1
        while end < rows.count, rows[end].child == rows[first].child { end += 1 }
        mark(rows[first..<end], collection, &flags)
        first = end
      }
    }
  }

  /// The whole return at once.
  static func whole(_ mark: @escaping @Sendable (Collection, inout Flags) -> Void) -> Check {
    Check(run: mark)
  }
}

/// The failing rows of one rule.
struct Flags {
  private(set) var places: [RowPlace] = []

  /// Marks a row as failing; marking it twice is the same.
  mutating func add(_ row: some TableRow) { places.append(row.place) }
  /// Marks a row, if there is one.
  mutating func add(_ row: (some TableRow)?) { if let row { places.append(row.place) } }
  /// Marks rows.
  mutating func add(_ rows: some Sequence<some TableRow>) { for row in rows { places.append(row.place) } }
}
