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

  /// Groups categories so that no group ever counts one to five children in any of the counts shown (arrays by
  /// category). Categories that never hold a child are left out. Where all of them together count so few, there is
  /// one group, and its counts must not be shown either.
  public static func groups(_ book: CategoryBook, shown counts: [[Int]]) -> [Group] {
    let used = book.all.filter { category in counts.contains { $0[category.index] > 0 } }
    var small = used.filter { isSmall([$0], counts) }
    var large = used.filter { !small.contains($0) }
    while !small.isEmpty, isSmall(small, counts) || small.count == 1, !large.isEmpty {
      let next = large.min { a, b in size(a, counts) < size(b, counts) }
      guard let next else { break }
      small.append(next)
      large.removeAll { $0 == next }
    }
    var groups = large.map { Group(label: book[$0].label, categories: [$0]) }
    if !small.isEmpty {
      groups.append(Group(label: label(small, book), categories: small.sorted()))
    }
    return groups
  }

  private static func isSmall(_ categories: [Category], _ counts: [[Int]]) -> Bool {
    counts.contains { count in
      (1..<smallestShown).contains(categories.reduce(0) { $0 + count[$1.index] })
    }
  }

  private static func size(_ category: Category, _ counts: [[Int]]) -> Int {
    counts.reduce(0) { $0 + $1[category.index] }
  }

  private static func label(_ small: [Category], _ book: CategoryBook) -> String {
    small.count == 1 ? book[small[0]].label : "Smaller categories together"
  }
}
