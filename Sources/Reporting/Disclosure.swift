public import Care

/// Small numbers in what is published: a count of one to five children, and money that rests on so few, can tell
/// who a child is. Categories that are ever so small are shown together with others, so that nothing can be found
/// by subtraction.
public enum Disclosure {
  /// The smallest count of children shown, other than none (the national statistics suppress 1 to 5).
  public static let smallestShown = 6

  /// Categories shown as one line.
  public struct Group: Sendable, Equatable {
    /// Its words for people.
    public let label: String
    /// The categories in it.
    public let categories: [Category]
  }

  /// Groups used categories so that no group is small, in the order of the book with the group of the small ones last.
  /// `isSmall` says whether anything shown of some categories together would rest on one to five children; those of
  /// `kept` stand together in any case. Where all of them together are small there is one group, and nothing of it may
  /// be shown.
  public static func groups(
    _ book: CategoryBook, used: [Category], kept: [Category] = [], size: (Category) -> Double,
    isSmall: ([Category]) -> Bool
  ) -> [Group] {
    let small = together(used, kept: kept, size: size, isSmall: isSmall)
    let large = used.filter { !small.contains($0) }
    var groups = large.map { Group(label: book[$0].label, categories: [$0]) }
    if !small.isEmpty {
      groups.append(Group(label: label(small, book), categories: small.sorted()))
    }
    return groups
  }

  /// Those of the used categories that stand together: what is small, with the least of the others where it is still
  /// small together, or where one alone could be found by subtraction from the total.
  private static func together(
    _ used: [Category], kept: [Category], size: (Category) -> Double, isSmall: ([Category]) -> Bool
  ) -> [Category] {
    var small = used.filter { kept.contains($0) || isSmall([$0]) }
    var large = used.filter { !small.contains($0) }
    while !small.isEmpty, isSmall(small) || small.count == 1,
      let next = large.min(by: { size($0) < size($1) })
    {
      small.append(next)
      large.removeAll { $0 == next }
    }
    return small
  }

  /// The categories that stand together in whatever is published of the same histories, by what is known alone: what is
  /// small at a month's end, or by the children whom a financial year's nights rest on, and what hides it. A forecast
  /// may put more with them, never fewer: so two reports, or forecasts with other assumptions, set side by side take
  /// none of them out.
  ///
  /// Counts and sets of children are by category, `today` those of the last day.
  public static func together(
    _ book: CategoryBook, today: [Int], months: [[Int]], years: [[Set<Int32>]]
  ) -> [Category] {
    let used = book.all.filter { category in
      months.contains { $0[category.index] > 0 } || years.contains { !$0[category.index].isEmpty }
    }
    return together(used, kept: [], size: { Double(today[$0.index]) }) { categories in
      months.contains { month in isSmall(categories.reduce(0) { $0 + month[$1.index] }) }
        || years.contains { year in
          isSmall(categories.reduce(into: Set()) { $0.formUnion(year[$1.index]) }.count)
        }
    }
  }

  /// Whether a count is one to five.
  public static func isSmall(_ count: Int) -> Bool { (1..<smallestShown).contains(count) }

  /// Positions of sets of children, those of one to five put together, and with the smallest of the others where they
  /// are still so few, or where one alone could be found by subtraction. A child in several sets is one child. Sets that
  /// hold nobody hide nobody and stand by themselves.
  static func together<Child: Hashable>(_ sets: [Set<Child>]) -> [[Int]] {
    var small = sets.indices.filter { isSmall(sets[$0].count) }
    var large = sets.indices.filter { !isSmall(sets[$0].count) }
    func isStillSmall() -> Bool {
      small.count == 1 || isSmall(small.reduce(into: Set()) { $0.formUnion(sets[$1]) }.count)
    }
    while !small.isEmpty, isStillSmall(),
      let next = large.filter({ !sets[$0].isEmpty }).min(by: { sets[$0].count < sets[$1].count })
    {
      small.append(next)
      large.removeAll { $0 == next }
    }
    return (large.map { [$0] } + (small.isEmpty ? [] : [small.sorted()])).sorted { $0[0] < $1[0] }
  }

  private static func label(_ small: [Category], _ book: CategoryBook) -> String {
    small.count == 1 ? book[small[0]].label : "Smaller categories together"
  }
}
