import Files
public import Units

/// A kind of placement that is counted and priced by itself: a position in the `CategoryBook` in use, not a fixed
/// list, because a council may edit the book.
public struct Category: Hashable, Comparable, Sendable {
  /// Position in the book.
  public let index: Int

  /// The category at a position of the book.
  @inlinable
  public init(index: Int) { self.index = index }

  /// Categories stand in the book's order.
  @inlinable
  public static func < (a: Category, b: Category) -> Bool { a.index < b.index }
}

/// Which placement code, provider and collection year make which category: the data file `categories.csv`, with
/// columns `category,label,place,provider,from_year,to_year`. `*` stands for any code; the first line that fits wins.
public struct CategoryBook: Sendable, Equatable {
  /// A category's identifier in files and its words for people.
  public struct Entry: Sendable, Equatable {
    /// Identifier in data files: `agency_foster`.
    public let id: String
    /// Words for people: "Agency foster care".
    public let label: String
  }

  /// How a code was found.
  public enum Match: Sendable, Equatable {
    /// Listed for the row's collection year.
    case listed
    /// Listed, for other years only.
    case outOfYear
    /// Not listed at all.
    case unknown
  }

  struct Line: Sendable, Equatable {
    let category: Int
    let place: Code?
    let provider: Code?
    let from: CollectionYear?
    let to: CollectionYear?
  }

  /// The categories in order; the last is for codes that no line lists.
  public private(set) var entries: [Entry] = []
  var lines: [Line] = []

  /// All categories in order.
  public var all: [Category] { entries.indices.map(Category.init(index:)) }
  /// The category of codes that no line lists.
  public var unknown: Category { Category(index: entries.count - 1) }

  /// A category's identifier and words.
  public subscript(category: Category) -> Entry { entries[category.index] }

  /// The category with an identifier, if there is one.
  public func category(id: String) -> Category? {
    entries.firstIndex { $0.id == id }.map(Category.init(index:))
  }

  /// The category of a placement code and provider in a collection year, and how it was found. A code listed for
  /// other years only keeps their category, so that a late recoding does not move a child.
  public func category(place: Code, provider: Code, in year: CollectionYear?) -> (Category, Match) {
    var outOfYear: Category?
    for line in lines
    where (line.place == nil || line.place == place) && (line.provider == nil || line.provider == provider) {
      let category = Category(index: line.category)
      guard let year, (line.from ?? year) > year || (line.to ?? year) < year else {
        return (category, .listed)
      }
      outOfYear = outOfYear ?? category
    }
    return outOfYear.map { ($0, .outOfYear) } ?? (unknown, .unknown)
  }

  /// The book in a CSV file's text.
  ///
  /// - Throws: `CategoryBookError` with the line at fault.
  public init(csv: [UInt8]) throws(CategoryBookError) {
    let rows: [SmallTable.Row]
    do throws(SmallTableError) {
      rows = try SmallTable.read(csv, columns: ["category", "label", "place", "provider"])
    } catch {
      throw CategoryBookError(line: error.line, problem: error.problem)
    }
    for row in rows {
      guard let id = row["category"], let label = row["label"], let place = row["place"] else {
        throw CategoryBookError(line: row.line, problem: "category, label and place must be filled in")
      }
      guard id != CategoryBook.unknownID else {
        throw CategoryBookError(
          line: row.line,
          problem: "“\(id)” is kept for codes that no line lists: call the category something else")
      }
      if !entries.contains(where: { $0.id == id }) { entries.append(Entry(id: id, label: label)) }
      lines.append(
        Line(
          category: entries.firstIndex { $0.id == id } ?? 0,
          place: place == "*" ? nil : Code(place.uppercased()),
          provider: (row["provider"] ?? "*") == "*" ? nil : row["provider"].map { Code($0.uppercased()) },
          from: try CategoryBook.year(row, "from_year"), to: try CategoryBook.year(row, "to_year")))
    }
    guard !lines.isEmpty else {
      throw CategoryBookError(line: 1, problem: "the file lists no placement codes")
    }
    guard entries.count < 100 else {
      throw CategoryBookError(line: 1, problem: "the file names more than 99 categories")
    }
    entries.append(Entry(id: CategoryBook.unknownID, label: "Unknown placement code"))
  }

  /// The identifier of the category of codes that no line lists.
  static let unknownID = "unknown"

  private static func year(_ row: SmallTable.Row, _ column: String) throws(CategoryBookError)
    -> CollectionYear?
  {
    guard let text = row[column] else { return nil }
    guard let year = CollectionYear(text) else {
      throw CategoryBookError(line: row.line, problem: "\(column) is “\(text)”: write a year as 2024/25")
    }
    return year
  }

  /// Homeward's own book: fostering, homes, supported accommodation and the rest by who provides them.
  public static func standard() throws(CategoryBookError) -> CategoryBook {
    try CategoryBook(csv: PackageResources.categories_csv)
  }

  /// The four kinds of the sector's demand model (cs-demand-model 0.5.1), for comparing with it.
  public static func sector() throws(CategoryBookError) -> CategoryBook {
    try CategoryBook(csv: PackageResources.sector_categories_csv)
  }
}

/// A line of a category file that can't be used.
public struct CategoryBookError: Error, Equatable, CustomStringConvertible {
  /// Line of the file, 1 for its header.
  public let line: Int
  /// What is wrong and what to write.
  public let problem: String

  init(line: Int, problem: String) {
    self.line = line
    self.problem = problem
  }

  /// "Line 4: …".
  public var description: String { "line \(line): \(problem)" }
}
