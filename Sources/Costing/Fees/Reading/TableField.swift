import Files

/// What a column of a finance table may hold: its name in a mapping file and the headings it is known by.
public protocol TableField: Hashable, CaseIterable, Sendable, RawRepresentable<String> {
  /// Headings that mean it, in small letters and digits only, without units: `weeklyfee`.
  var headings: [String] { get }
  /// Whether a table without it can't be read.
  var isNeeded: Bool { get }
}

/// Which column of a table holds what.
public struct TableColumns<Field: TableField>: Sendable {
  /// A column that is read.
  public struct Use: Sendable {
    /// What it holds.
    public let field: Field
    /// Its heading as it stands.
    public let heading: String
    /// Its place, 0 for column A.
    public let column: Int
    /// What its heading says its money is for.
    public let unit: MoneyUnit
  }

  /// The columns read, in the order of the fields.
  public let uses: [Use]
  /// Position of the header in `Grid.rows`.
  public let header: Int
  /// Headings that nothing was made of.
  public let unused: [String]
  private var places: [Field: Use] = [:]

  /// The column of a field.
  public subscript(field: Field) -> Use? { places[field] }

  /// A heading's small letters and digits.
  static func plain(_ heading: String) -> String {
    String(
      heading.lowercased().unicodeScalars.filter {
        $0.properties.isAlphabetic || (48...57).contains($0.value)
      })
  }

  /// The columns of a table by a council's mapping and, for what it leaves open, by their headings. Nil where the
  /// table has no row with the headings needed.
  ///
  /// - Throws: `GridError` where the mapping names a heading that the table's header lacks.
  init?(_ grid: Grid, mapping: [String: String]) throws(GridError) {
    let known = Dictionary(
      Field.allCases.flatMap { field in field.headings.map { ($0, field) } },
      uniquingKeysWith: { first, _ in first })
    let named = Set(mapping.values.map(TableColumns.plain))
    let least = Field.allCases.count(where: \.isNeeded)
    let header = grid.header(least: max(2, least)) { heading in
      let plain = TableColumns.plain(heading)
      return named.contains(plain) || known[plain] != nil || known[MoneyUnit.without(heading)] != nil
    }
    guard let header else { return nil }
    self.header = header
    let headings = grid.rows[header].values.map(\.text)
    var left = Array(headings.enumerated()).filter { !$0.element.isEmpty }
    for field in Field.allCases {
      var place: Int?
      if let wanted = mapping[field.rawValue] {
        place = left.firstIndex { TableColumns.plain($0.element) == TableColumns.plain(wanted) }
        guard place != nil else {
          throw GridError(
            file: grid.file,
            problem:
              "the mapping says that \(field.rawValue) is in the column “\(wanted)”, and there is none. Its headings are: \(headings.filter { !$0.isEmpty }.joined(separator: ", "))."
          )
        }
      } else {
        // The best known heading first.
        for heading in field.headings where place == nil {
          place = left.firstIndex {
            !named.contains(TableColumns.plain($0.element))
              && (TableColumns.plain($0.element) == heading || MoneyUnit.without($0.element) == heading)
          }
        }
      }
      guard let place else { continue }
      let (column, heading) = left.remove(at: place)
      places[field] = Use(field: field, heading: heading, column: column, unit: MoneyUnit(heading: heading))
    }
    unused = left.map(\.element)
    let places = places
    uses = Field.allCases.compactMap { places[$0] }
    if Field.allCases.contains(where: { $0.isNeeded && places[$0] == nil }) { return nil }
  }
}

/// What an amount of money in a column is for, and in what it is counted.
public struct MoneyUnit: Sendable, Hashable {
  /// A stretch that a fee is charged for.
  public enum Per: String, CaseIterable, Sendable {
    /// Seven nights.
    case week
    /// One night.
    case night
    /// Fourteen nights.
    case fortnight
    /// Twenty-eight nights.
    case fourWeeks = "four weeks"
    /// A twelfth of a year.
    case month
    /// 365 nights.
    case year

    /// Weeks of seven nights to one of these, as a fraction: a year is 365 nights, a month a twelfth of it.
    var weekly: (times: Int, over: Int) {
      switch self {
      case .week: (1, 1)
      case .night: (7, 1)
      case .fortnight: (1, 2)
      case .fourWeeks: (1, 4)
      case .month: (84, 365)
      case .year: (7, 365)
      }
    }
  }

  /// The stretch; nil where nothing says it.
  public var per: Per?
  /// Whether amounts are in pence.
  public var isPence = false

  /// A unit.
  public init(per: Per? = nil, isPence: Bool = false) {
    self.per = per
    self.isPence = isPence
  }

  /// What a heading says: "Fee (£ per month)".
  init(heading: String) {
    let words = heading.lowercased()
    isPence = words.contains("pence") || words.contains("(p)")
    if words.contains("month") || words.contains("pcm") {
      per = .month
    } else if words.contains("fortnight") {
      per = .fortnight
    } else if words.contains("four week") || words.contains("4 week") || words.contains("4-week") {
      per = .fourWeeks
    } else if words.contains("week") || words.contains("p/w") || words.hasSuffix(" pw") {
      per = .week
    } else if words.contains("annual") || words.contains("year") || words.hasSuffix(" pa") {
      per = .year
    } else if words.contains("night") || words.contains("daily") || words.contains("per day") {
      per = .night
    }
  }

  /// A heading's letters and digits without the words that only say its unit.
  static func without(_ heading: String) -> String {
    var text = heading.lowercased()
    let words = [
      "per calendar month", "per month", "monthly", "month", "pcm", "per annum", "annual", "per year",
      "yearly",
      "fortnightly", "per fortnight", "four weekly", "four-weekly", "4 weekly", "4-weekly", "weekly",
      "per week",
      "week", "p/w", "nightly", "per night", "night", "daily", "per day", "in pence", "pence", "pounds",
      "gbp", "(p)",
    ]
    for word in words { text = text.replacing(word, with: " ") }
    for ending in [" pw", " pa"] where text.hasSuffix(ending) { text.removeLast(3) }
    return String(text.unicodeScalars.filter { $0.properties.isAlphabetic || (48...57).contains($0.value) })
  }
}
