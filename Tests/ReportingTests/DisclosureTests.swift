import Care
import Reporting
import Support
import Testing
import Units

@Suite struct DisclosureTests {
  let book: CategoryBook

  init() throws { book = try .standard() }

  /// A count of the first categories of the book; the others hold no child.
  private func count(_ children: Int...) -> [Int] {
    children + Array(repeating: 0, count: book.entries.count - children.count)
  }

  /// Groups by counts alone: small is what ever counts one to five.
  private func groups(_ shown: [[Int]]) -> [Disclosure.Group] {
    Disclosure.groups(
      book, used: book.all.filter { category in shown.contains { $0[category.index] > 0 } },
      size: { category in Double(shown.reduce(0) { $0 + $1[category.index] }) },
      isSmall: { categories in
        shown.contains { count in Disclosure.isSmall(categories.reduce(0) { $0 + count[$1.index] }) }
      })
  }

  private func indices(_ groups: [Disclosure.Group]) -> [[Int]] {
    groups.map { $0.categories.map(\.index) }
  }

  @Test func `categories that are never small stand by themselves under their own words`() {
    let groups = self.groups([count(6, 0, 100), count(7, 0, 0)])
    #expect(indices(groups) == [[0], [2]])
    #expect(groups.map(\.label) == [book.entries[0].label, book.entries[2].label])
  }

  @Test func `small categories are put together`() {
    let groups = self.groups([count(20, 3, 30, 4)])
    #expect(indices(groups) == [[0], [2], [1, 3]])
    #expect(groups.last?.label == "Smaller categories together")
  }

  @Test func `one small category takes the smallest other with it, for it would show by subtraction`() {
    #expect(indices(groups([count(20, 3, 8)])) == [[0], [1, 2]])
    #expect(indices(groups([count(20, 3, 8), count(20, 9, 80)])) == [[2], [0, 1]])
  }

  @Test func `small categories that are few together take more`() {
    #expect(indices(groups([count(20, 2, 1, 9)])) == [[0], [1, 2, 3]])
  }

  @Test func `a category small only once is small throughout`() {
    #expect(indices(groups([count(20, 30, 8), count(20, 5, 8)])) == [[0], [1, 2]])
    // None at all is not small.
    #expect(indices(groups([count(20, 30), count(20, 0)])) == [[0], [1]])
  }

  @Test func `where all together are few there is one group`() {
    #expect(indices(groups([count(1, 0, 3)])) == [[0, 2]])
    let one = groups([count(0, 4)])
    #expect(indices(one) == [[1]])
    #expect(one.first?.label == book.entries[1].label)
    #expect(indices(groups([count(9, 8), count(1, 0)])) == [[0, 1]])
  }

  @Test func `no children make no groups`() {
    #expect(groups([]).isEmpty)
    #expect(groups([count(0), count(0)]).isEmpty)
  }

  @Test func `two forecasts of the same past, set beside each other, take no small category out`() throws {
    var draws = Draws { Seed(62).words($0, 0, 0, 0) }
    var apart = 0, undone = 0
    for _ in 0..<4000 {
      let mostOf = book.entries.map { _ in [0, 3, 8, 12, 40].randomElement(using: &draws) ?? 0 }
      let past = (0..<2).map { _ in mostOf.map { Int.random(in: $0 / 2...$0, using: &draws) } }
      let today = past[1]
      func sum(_ categories: [Care.Category], _ month: [Int]) -> Int {
        categories.reduce(0) { $0 + month[$1.index] }
      }
      let kept = Disclosure.together(book, today: today, months: past, years: [])
      func mixed(_ kept: [Care.Category], _ few: Set<Int>) -> Set<Care.Category> {
        let used = book.all.filter { mostOf[$0.index] > 0 }
        let groups = Disclosure.groups(
          book, used: used, kept: kept, size: { Double(today[$0.index]) },
          isSmall: { categories in
            past.contains { Disclosure.isSmall(sum(categories, $0)) }
              || categories.count == 1 && few.contains(categories[0].index)
          })
        return Set(groups.last { $0.categories.count > 1 }?.categories ?? [])
      }
      // What is expected to be few by one forecast, and by another.
      let few = (0..<2).map { _ in
        Set(book.entries.indices.filter { _ in Int.random(in: 0..<8, using: &draws) == 0 })
      }
      func isTold(_ kept: [Care.Category]) -> Bool {
        let both = mixed(kept, few[0]).intersection(mixed(kept, few[1]))
        let isAll = sum(book.all, past[0]) == sum(Array(both), past[0])
        return !isAll && past.contains { Disclosure.isSmall(sum(Array(both), $0)) }
      }
      if isTold(kept) { apart += 1 }
      if isTold([]) { undone += 1 }
    }
    #expect(apart == 0 && undone > 0)
  }

  @Test func `no group ever shows one to five children unless it is the only one`() {
    var draws = Draws { Seed(61).words($0, 0, 0, 0) }
    var together = 0
    var several = 0
    for _ in 0..<4000 {
      let months = Int.random(in: 1...6, using: &draws)
      // From councils with hardly a child to ones where few categories are small.
      let mostOf = book.entries.map { _ in [0, 2, 5, 9, 12, 40].randomElement(using: &draws) ?? 0 }
      let shown = (0..<months).map { _ in mostOf.map { Int.random(in: $0 / 3...$0, using: &draws) } }
      let groups = self.groups(shown)
      let used = book.all.filter { category in shown.contains { $0[category.index] > 0 } }
      #expect(groups.flatMap(\.categories).sorted() == used)
      #expect(groups.allSatisfy { $0.categories.sorted() == $0.categories && !$0.categories.isEmpty })
      if groups.count > 1 {
        for group in groups {
          for count in shown {
            let children = group.categories.reduce(0) { $0 + count[$1.index] }
            #expect(children == 0 || children >= 6, "\(shown)")
          }
        }
      }
      // What was put together must hide its parts: one category alone would show by subtraction.
      for category in used where shown.contains(where: { (1...5).contains($0[category.index]) }) {
        let size = groups.first { $0.categories.contains(category) }?.categories.count ?? 0
        #expect(size > 1 || used.count == 1)
        if size > 1 { together += 1 }
      }
      if groups.count > 1 { several += 1 }
    }
    #expect(together > 1000 && several > 1000)
  }

  @Test func `categories that are never small are not put together for nothing`() {
    var draws = Draws { Seed(62).words($0, 0, 0, 0) }
    for _ in 0..<300 {
      let shown = (0..<3).map { _ in
        book.entries.map { _ in Bool.random(using: &draws) ? Int.random(in: 6...90, using: &draws) : 0 }
      }
      #expect(groups(shown).allSatisfy { $0.categories.count == 1 })
    }
  }
}
