import Care
import Testing
import Units

@Suite struct StockTests {
  /// Children in care on a day by category, counted one by one.
  private func counted(_ lives: CareHistories, _ day: CivilDay) -> [Int] {
    var counts = Array(repeating: 0, count: lives.book.entries.count)
    for episode in lives.episodes where episode.start <= day && episode.end.map({ day < $0 }) ?? true {
      counts[episode.category.index] += 1
    }
    return counts
  }

  @Test(arguments: [11, 12, 13] as [UInt64])
  func `every day's count is the one made child by child`(seed: UInt64) throws {
    let lives = try randomHistories(seed, children: 120)
    let stock = Stock(lives)
    #expect(stock.firstDay == lives.firstDay)
    #expect(stock.lastDay == lives.asOf)
    #expect(stock.categories == lives.book.entries.count)
    var day = stock.firstDay
    while day <= stock.lastDay {
      let expected = counted(lives, day)
      if stock.children(on: day) != expected || stock.total(on: day) != expected.reduce(0, +) {
        Issue.record("\(day)")
      }
      day = day + 1
    }
    #expect(stock.total(on: stock.firstDay) > 0 && stock.total(on: stock.lastDay) > 20)
  }

  @Test func `no child is counted outside the days known`() throws {
    let stock = Stock(try histories([episode("2024-04-10", nil, "S")]))
    for outside in [stock.firstDay - 1, stock.lastDay + 1] { #expect(stock.total(on: outside) == 0) }
    #expect(stock.total(on: stock.firstDay) == 1 && stock.total(on: stock.lastDay) == 1)
  }

  @Test func `a child is counted on the day care starts and not on the day it ends`() throws {
    let stock = Stock(try histories([episode("2024-04-10", "2024-04-12", "S", "E4A")]))
    let totals = try ["09", "10", "11", "12", "13"].map { stock.total(on: try day("2024-04-\($0)")) }
    #expect(totals == [0, 1, 1, 0, 0])
    let april = try #require(stock.months(from: try day("2024-04-01")).first)
    #expect(april.nights.reduce(0, +) == 2)
    #expect(april.starts.reduce(0, +) == 1 && april.ends.reduce(0, +) == 1)
    #expect(april.children.reduce(0, +) == 0)
  }

  @Test func `a child whose care ends on the as-of date is not in care on it`() throws {
    let stock = Stock(try histories([episode("2024-04-10", "2025-03-31", "S", "E4A")]))
    #expect(stock.total(on: stock.lastDay) == 0)
    #expect(stock.total(on: stock.lastDay - 1) == 1)
    #expect(stock.months(from: stock.firstDay).last?.ends.reduce(0, +) == 1)
  }

  @Test(arguments: [21, 22, 23] as [UInt64])
  func `a month's nights are the children of each of its days`(seed: UInt64) throws {
    let lives = try randomHistories(seed, children: 80, asOf: "2025-03-17")
    let stock = Stock(lives)
    let months = stock.months(from: stock.firstDay)
    var day = stock.firstDay.startOfMonth
    for month in months {
      var nights = Array(repeating: 0, count: stock.categories)
      while day <= month.lastDay {
        for (category, count) in counted(lives, day).enumerated() { nights[category] += count }
        day = day + 1
      }
      #expect(month.nights == nights)
      #expect(month.children == counted(lives, month.lastDay))
    }
    #expect(day == lives.asOf + 1)
    let whole = try #require(DayRange(from: stock.firstDay - 40, upTo: stock.lastDay + 40))
    let sums = (0..<stock.categories).map { category in months.reduce(0) { $0 + $1.nights[category] } }
    #expect(stock.nights(in: whole) == sums)
  }

  @Test(arguments: [31, 32, 33, 34] as [UInt64])
  func `starts less ends are the change of the stock over any stretch`(seed: UInt64) throws {
    let lives = try randomHistories(seed, children: 150)
    let stock = Stock(lives)
    let months = stock.months(from: stock.firstDay)
    var flows = [0]
    for month in months {
      flows.append((flows.last ?? 0) + month.starts.reduce(0, +) - month.ends.reduce(0, +))
    }
    let totals = [0] + months.map { $0.children.reduce(0, +) }
    for from in totals.indices {
      for to in from..<totals.count { #expect(totals[to] - totals[from] == flows[to] - flows[from]) }
    }
    #expect(months.reduce(0) { $0 + $1.ends.reduce(0, +) } > 20)
  }

  @Test func `starts, ends and moves are counted in the category they are of`() throws {
    let lives = try histories([
      episode("2024-04-10", "2024-05-10", "S", "X1"),
      episode("2024-05-10", "2024-06-10", "P", "X1", place: "K2"),
      episode("2024-06-10", "2024-07-10", "L", "X1", place: "K2"),
      episode("2024-07-10", "2024-08-10", "T", "E4A", place: "K1"),
    ])
    let book = lives.book
    let months = Stock(lives).months(from: try day("2024-04-01"))
    func ids(_ counts: [Int]) -> [String] {
      book.all.flatMap { Array(repeating: book[$0].id, count: counts[$0.index]) }
    }
    #expect(months.map { ids($0.starts) }.prefix(5) == [["agency_foster"], [], [], [], []])
    #expect(months.map { ids($0.moves) }.prefix(5) == [[], ["external_home"], [], [], []])
    #expect(months.map { ids($0.ends) }.prefix(5) == [[], [], [], [], ["secure"]])
    #expect(
      months.map { ids($0.children) }.prefix(5) == [
        ["agency_foster"], ["external_home"], ["external_home"], ["secure"], [],
      ])
  }

  @Test(arguments: [41, 42] as [UInt64])
  func `moves of all months are the stays that are moves`(seed: UInt64) throws {
    let lives = try randomHistories(seed, children: 100)
    let stock = Stock(lives)
    let moves = stock.months(from: stock.firstDay).reduce(0) { $0 + $1.moves.reduce(0, +) }
    #expect(moves == lives.stays.count { $0.isMove })
    #expect(moves > 20)
  }

  @Test func `months run from the one holding the day to the as-of date`() throws {
    let stock = Stock(try histories([episode("2024-04-10", nil, "S")], asOf: "2024-07-05"))
    let months = stock.months(from: try day("2024-05-20"))
    #expect(months.map(\.lastDay.description) == ["2024-05-31", "2024-06-30", "2024-07-05"])
    #expect(months.map { $0.nights.reduce(0, +) } == [31, 30, 5])
    #expect(stock.months(from: try day("2020-01-01")).map(\.lastDay.description).first == "2024-04-30")
    #expect(stock.months(from: try day("2024-08-01")).isEmpty)
  }

  @Test func `no histories make a stock of none`() throws {
    let stock = Stock(try histories([]))
    #expect(stock.firstDay == stock.lastDay)
    #expect(stock.total(on: stock.lastDay) == 0)
  }

  @Test func `respite is not counted`() throws {
    let respite = try episode("2024-05-01", nil, "S", child: 1)
    let kept = try histories([episode("2024-04-10", nil, "S"), episode("2024-06-10", nil, "S", child: 1)])
    let lives = CareHistories(
      children: kept.children, episodes: [kept.episodes[0]], respite: [respite], asReturned: kept.episodes,
      asOf: kept.asOf, book: kept.book)
    #expect(Stock(lives).total(on: lives.asOf) == 1)
    #expect(lives.periods.count == 1)
  }
}
