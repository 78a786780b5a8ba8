/// Which column of a file tells the year, and how.
enum PublishedYear {
  /// The calendar year in which the collection year ends.
  case ending(String)
  /// `2024-25`.
  case financial(String)
  /// The year of a 30 June: it falls in the collection year that ends the year after.
  case middle(String)
  /// `time_period` of a national download: `2025`, or `202425`.
  case timePeriod

  /// The calendar year in which the collection year ends; nil where the row tells none.
  func read(_ row: PublishedRow) -> Int? {
    switch self {
    case .ending(let column): PublishedYear.four(row[column])
    case .financial(let column): PublishedYear.span(row[column].filter { $0 != "-" && $0 != "/" })
    case .middle(let column): PublishedYear.four(row[column]).map { $0 + 1 }
    case .timePeriod: PublishedYear.four(row["time_period"]) ?? PublishedYear.span(row["time_period"])
    }
  }

  private static func four(_ text: String) -> Int? {
    guard text.utf8.count == 4, let year = Int(text), (1900...2200).contains(year) else { return nil }
    return year
  }

  private static func span(_ text: String) -> Int? {
    guard text.utf8.count == 6, let start = four(String(text.prefix(4))), let end = Int(text.suffix(2)),
      (start + 1) % 100 == end
    else { return nil }
    return start + 1
  }
}
