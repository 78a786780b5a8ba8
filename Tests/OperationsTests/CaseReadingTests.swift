import BusinessCases
import Operations
import Testing
import Units

/// Cases as read from their files: every template, and everything that may be wrong.
struct CaseReadingTests {
  private func problems(_ text: String) -> [String] {
    ReadCase.read(Array(text.utf8)).problems.map(\.description)
  }

  private func general(_ lines: String) -> String {
    "kind: general\nname: x\nstart: 2026-04-01\nend: 2029-04-01\n" + lines
  }

  @Test(arguments: CaseKind.allCases)
  func `every kind's template is a case without a problem, with all its questions answered`(_ kind: CaseKind)
    throws
  {
    let text = try #require(ReadCase.template(kind.rawValue))
    let reading = ReadCase.read(Array(text.utf8))
    #expect(reading.problems.isEmpty, "\(reading.problems)")
    let read = try #require(reading.businessCase)
    for question in kind.template.allQuestions where question.key != "leaves" {
      #expect(read.answers[question.key] != nil, "\(question.key)")
    }
    let result = try read.appraise(read.options[0])
    #expect(result.council.presentCost > 0 && result.council.presentBenefit > 0)
  }

  @Test(arguments: CaseKind.allCases)
  func `a kind asks only what it needs: without a required answer it is refused, with its question`(
    _ kind: CaseKind
  )
    throws
  {
    let text = "kind: \(kind.rawValue)\nname: x\nstart: 2026-04-01\nend: 2029-04-01\nanswers: {}\n"
    let needed = kind.template.questions.filter(\.isRequired)
    guard !needed.isEmpty else { return }
    let found = problems(text)
    #expect(found.count >= needed.count)
    for question in needed {
      #expect(
        found.contains {
          $0.contains("“\(question.key)” is not answered. Write \(question.key): – \(question.words)")
        })
    }
  }

  @Test func `an unknown kind is told with the nearest, and its line and column`() {
    #expect(
      problems("kind: step_dwn\nname: x\nstart: 2026-04-01\nend: 2027-04-01\n") == [
        "Line 1, column 7: “kind” of the case: “step_dwn” is no kind of case. Is “step_down” meant?"
      ])
  }

  @Test func `a benefit that begins before the first cost is refused`() {
    let found = problems(
      general(
        """
        costs:
          - {name: Team, amount: 1000, start: 2026-09-01}
        benefits:
          - {name: Homes, amount: 2000, start: 2026-06-01}
        """))
    #expect(
      found == [
        "Line 8, column 5: “Homes” saves from 1 June 2026, before the first cost on 1 September 2026. Nothing is saved by what is not yet paid for: check both dates, or state the cost that comes before it."
      ])
  }

  @Test func `what ends before it starts, or lies outside the case, is refused`() {
    #expect(
      problems("kind: general\nname: x\nstart: 2026-04-01\nend: 2026-04-01\n")[0].contains(
        "the case ends on 1 April 2026, not after its start"))
    let found = problems(
      general(
        """
        costs:
          - {name: Team, amount: 1000, start: 2027-09-01, end: 2027-01-01}
          - {name: Late, amount: 1000, start: 2030-01-01, end: 2031-01-01}
        """))
    #expect(found[0].contains("“Team” ends on 1 January 2027, not after its start on 1 September 2027"))
    #expect(found[1].contains("the start of “Late” is on 1 January 2030, outside the case"))
  }

  @Test(arguments: [
    ("120 %", "“120 %” is 120 %, outside 0 to 100 %"), ("-5 %", "outside 0 to 100 %"),
    ("60", "could be 60 % or 60 times"),
  ])
  func `a share above the whole, or that may be read two ways, is refused`(_ share: String, _ words: String) {
    let found = problems(general("benefits:\n  - {name: Homes, amount: 2000, success: \(share)}\n"))
    #expect(
      found.count == 1 && found[0].contains(words) && found[0].hasPrefix("Line 6, column 42: "), "\(found)")
  }

  @Test(arguments: ["£12k", "1,00,000", "12.345", "€500", "twelve", "1.000,00"])
  func `an amount that is no amount of pounds is refused`(_ amount: String) {
    let found = problems(general("costs:\n  - name: Team\n    amount: \"\(amount)\"\n"))
    #expect(found.count == 1 && found[0].contains("is not an amount in pounds"), "\(found)")
  }

  @Test func `savings by year on two bases are refused, with the rows`() {
    func row(_ name: String, _ basis: String) -> String {
      "  - name: \(name)\n    by_year:\n      2026/27: 100\n      2027/28: 200\n    basis: \(basis)\n"
    }
    let found = problems(general("benefits:\n" + row("Fees", "cumulative") + row("Staff", "incremental")))
    #expect(
      found.count == 1 && found[0].hasPrefix("Line 11, column 5: figures on two bases stand in one table"))
    #expect(found[0].contains("“Staff” new in each year (incremental), “Fees” all that is saved"))
    #expect(problems(general("benefits:\n" + row("Fees", "cumulative") + row("Staff", "cumulative"))).isEmpty)
  }

  @Test func `a part above its whole, and a range without its value inside, are refused`() {
    let families = """
      kind: family_support
      name: x
      start: 2026-04-01
      end: 2027-04-01
      answers:
        families: {value: 5, low: 10, high: 20}
        yearly_value: 1,000
        council_value: 1,200
      """
    let found = problems(families)
    #expect(
      found == [
        "Line 6, column 13: “families” of the answers: the value does not lie between low and high. Write low, value and high in rising order."
      ])
    let within = families.replacing("value: 5", with: "value: 15")
    #expect(
      problems(within) == [
        "Line 8, column 18: what falls to the council is more than what all agencies save, of which it is a part. Check the two amounts."
      ])
  }

  @Test func `all that is wrong is told at once, misspelt keys with the nearest`() {
    let found = problems(
      "kind: general\nnam: x\nstart: soon\nend: 2027-04-01\ncosts:\n  - {name: Team, amont: 5}\nfoo: 1\n")
    #expect(found.contains { $0.contains("“nam” is not a key of the case. Is “name” meant?") })
    #expect(found.contains { $0.contains("“soon” is not a day") })
    #expect(found.contains { $0.contains("“foo” is not a key of the case") })
  }

  @Test func `a case without a cost or a benefit is refused, and so is a driver that is none of its figures`()
  {
    #expect(problems(general("")).contains { $0.contains("no cost and no benefit") })
    let found = problems(general("driver: team.amont\ncosts:\n  - {name: Team, amount: 5}\n"))
    #expect(found.count == 1 && found[0].contains("Is “team.amount” meant?"))
  }

  @Test func `rates, inflation, price years, leavers and payers are read as written`() throws {
    let text = general(
      """
      prices: 2025/26
      discount: {0-1: 3.5 %, 2-9: 2 %}
      inflation: {2027/28: 4 %, usual: 2 %}
      costs:
        - name: Team
          amount: 100,000
          per: year
          paid_by: {council: 3,000, NHS: 1,000}
          prices: 2024/25
          evidence: 2
        - {name: Team, amount: 50}
      benefits:
        - name: Homes
          amount: {value: 900, low: 700, high: 1000}
          per: week
          leaves: [{on: 2026-06-01, number: 2}, {on: 01/09/2026, number: 3}]
          quantity: 5
      """.replacing("3,000, NHS: 1,000", with: "3000, NHS: 1000"))
    #expect(problems(text).isEmpty, "\(problems(text))")
    let read = try #require(ReadCase.read(Array(text.utf8)).businessCase)
    #expect(read.frame.rates.factors(years: 3).map { ($0 * 1e6).rounded() } == [1_000_000, 966_184, 947_239])
    let year = FinancialYear(startYear: 2025)
    #expect(read.frame.prices.priceYear == year)
    #expect(abs(read.frame.prices.level(FinancialYear(startYear: 2027)) - 1.02 * 1.04) < 1e-12)
    #expect(read.lines.map(\.id) == ["team", "team-2", "homes"])
    let team = read.lines[0]
    #expect(team.shares == [PayerShare(.council, weight: 300_000), PayerShare(.health, weight: 100_000)])
    #expect(team.priceYear == FinancialYear(startYear: 2024) && team.adjustment.optimism == 0.05)
    #expect(!team.isOneOff && read.lines[1].isOneOff)
    guard case .dated(let steps) = read.lines[2].uptake else {
      Issue.record("the leavers are not read")
      return
    }
    #expect(steps.map(\.count) == [2, 3] && steps[1].day.description == "2026-09-01")
    #expect(read.ranges == ["homes.amount": 70_000...100_000])
  }

  @Test func `an amount that no council has is refused`() {
    let found = problems(
      general(
        "costs:\n  - {name: Team, amount: \"900,000,000\", per: night, quantity: 900,000}\n".replacing(
          "900,000}", with: "900000}")))
    #expect(
      found.count == 1 && found[0].contains("“Team” comes to more than £10,000 million in a year"), "\(found)"
    )
  }

  @Test func `a case with lines lost, doubled, moved or damaged is read or refused, never more`() throws {
    let draws = Seed(11)
    var refused = 0
    var appraised = 0
    for number in 0..<1500 {
      func draw(_ place: UInt32, _ limit: Int) -> Int {
        Int(draws.pair(UInt32(number), place, 0, 1).0 % UInt64(max(1, limit)))
      }
      let kind = CaseKind.allCases[number % CaseKind.allCases.count]
      var lines = try #require(ReadCase.template(kind.rawValue)).split(separator: "\n").map(String.init)
        .filter { !$0.trimmingPrefix(while: { $0 == " " }).hasPrefix("#") }
      for edit in 0..<UInt32(1 + number % 3) {
        let place = draw(edit * 4, lines.count)
        switch draw(edit * 4 + 1, 5) {
        case 0: lines.remove(at: place)
        case 1: lines.insert(lines[draw(edit * 4 + 2, lines.count)], at: place)
        case 2: lines[place] = lines[place].replacing(":", with: "")
        case 3:
          let values = [
            "0", "-1", "1e9", "999,999,999", "0 %", "100 %", "2027-04-01", "1999-01-01", "[]", "{}", "~",
          ]
          let key = lines[place].prefix { $0 != ":" }
          lines[place] = key + ": " + values[draw(edit * 4 + 3, values.count)]
        default: lines[place] = String(lines[place].dropLast(1 + draw(edit * 4 + 3, 6)))
        }
      }
      let reading = ReadCase.read(Array(lines.joined(separator: "\n").utf8))
      #expect((reading.businessCase == nil) == !reading.problems.isEmpty)
      guard let read = reading.businessCase else {
        refused += 1
        continue
      }
      for option in read.options { _ = try read.appraise(option) }
      appraised += 1
    }
    #expect(refused > 100 && appraised > 100, "\(refused) \(appraised)")
  }

  @Test func `the schema names every kind with its questions`() {
    for kind in CaseKind.allCases { #expect(ReadCase.schema.contains("\"const\" : \"\(kind.rawValue)\"")) }
    #expect(
      ReadCase.schema.contains("weekly_saving")
        && ReadCase.schema.contains("\"additionalProperties\" : false"))
  }
}
