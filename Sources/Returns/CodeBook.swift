import Files
public import Units

/// The codes of the return, each with the collection years it is valid in and a label for people: the data file
/// `codes.csv`, with columns `column,code,label,from,to` (years as `2024/25`, empty where there is no bound).
///
/// Codes, labels and years: Department for Education, guide to the SSDA903 collection, 2018/19 to 2026/27. Where the
/// national label of a code is not known to us, the label says so.
public struct CodeBook: Sendable {
  /// One code of a column.
  public struct Entry: Sendable {
    /// The column it belongs to: `PLACE`.
    public let column: String
    /// The code: `U4`.
    public let code: Code
    /// Words for people.
    public let label: String
    /// The first and last collection year it is valid in; nil where there is no bound.
    public let from: CollectionYear?, to: CollectionYear?

    /// Whether it is valid in a collection year.
    public func isValid(in year: CollectionYear) -> Bool {
      (from.map { $0 <= year } ?? true) && (to.map { year <= $0 } ?? true)
    }
  }

  /// Every code, in the order of the data file.
  public let entries: [Entry]
  private let byColumn: [String: [Entry]]

  /// The first and last collection year the book covers.
  public static let years = CollectionYear(startYear: 2018)...CollectionYear(startYear: 2026)

  /// Homeward's own book.
  public static let standard = CodeBook(PackageResources.codes_csv)

  /// The book in a CSV file's text. Lines without a column or code are passed over.
  init(_ bytes: [UInt8]) {
    let rows = (try? SmallTable.read(bytes, columns: ["column", "code", "label", "from", "to"])) ?? []
    entries = rows.compactMap { row in
      guard let column = row["column"], let code = row["code"] else { return nil }
      return Entry(
        column: column, code: Code(code), label: row["label"] ?? code,
        from: row["from"].flatMap(CollectionYear.init), to: row["to"].flatMap(CollectionYear.init))
    }
    byColumn = Dictionary(grouping: entries, by: \.column)
  }

  /// The codes of a column valid in a collection year, in the book's order.
  public func codes(of column: String, in year: CollectionYear) -> [Code] {
    (byColumn[column] ?? []).filter { $0.isValid(in: year) }.map(\.code)
  }

  /// The label of a column's code, whatever the year; nil where it is not a code of that column.
  public func label(_ code: Code, of column: String) -> String? {
    byColumn[column]?.first { $0.code == code }?.label
  }
}
