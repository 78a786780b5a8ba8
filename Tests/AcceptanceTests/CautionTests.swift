import Foundation
import Support
import Testing

/// Settings, returns and scenarios at the edge of what makes sense: each gets a sentence that says what to change.
struct CautionTests {
  static let council = Project.folder + "/Examples/council"

  /// A scenario whose initiative concerns no child there can be.
  static let nobody = """
    name: Nobody eligible
    initiatives:
      - id: babies
        kind: step_down
        start: 2026-04-01
        evidence: 1
        who:
          ages: 0-0
          categories: secure
        to: in_house_foster
        chance_per_year: 50 %
        breakdown_share: 0 %
        cost:
          per_year: 120,000

    """

  private func flat(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func run(_ command: String, _ folder: String, _ arguments: [String] = []) throws -> Program.Result {
    let futures = command == "rates" || command == "backtest" ? [] : ["--futures", "20"]
    return try Program.run([command, folder, "-q"] + futures + arguments)
  }

  /// So many children in foster care who came one by one and stay, and secure care that nobody left.
  private func returns(_ count: Int, secure: Int = 0) throws -> TemporaryFolder {
    var lines = (0..<count).map { EpisodeLine("\($0)", "0\($0 % 9 + 1)/0\($0 % 4 + 5)/2024") }
    lines += (0..<secure).map { EpisodeLine("S\($0)", "02/06/2024", place: "K1", provider: "PR3") }
    return try TemporaryFolder([
      "e.csv": ReturnFixture.episodes(lines),
      "h.csv": ReturnFixture.header(lines.map { (child: $0.child, birth: "01/06/2014") }),
    ])
  }

  private func compared(_ scenario: String, _ arguments: String...) throws -> String {
    let folder = try TemporaryFolder(["plan.yaml": scenario])
    let result = try run(
      "compare", Self.council, ["--scenario", folder.path + "/plan.yaml"] + arguments)
    #expect(result.code == 0, "\(result.err)")
    return flat(result.out)
  }

  @Test(arguments: ["forecast", "rates", "explain", "compare", "backtest"])
  func `no, one or five children crash nothing and are told what is missing`(_ command: String) throws {
    let scenario = try TemporaryFolder(["plan.yaml": Self.nobody])
    let arguments = command == "compare" ? ["--scenario", scenario.path + "/plan.yaml"] : []
    let empty = try returns(0)
    #expect(try run(command, empty.path, arguments).code == 65)
    for count in [1, 5] {
      let folder = try returns(count)
      let result = try run(command, folder.path, arguments + ["--as-of", "2025-03-31"])
      if command == "backtest" {
        #expect(result.code == 64 && result.err.contains("Add the returns of more years"))
      } else {
        #expect(result.code == 0, "\(result.err)")
        #expect(flat(result.out).contains("Only one year of returns was read"))
      }
    }
    // Known for no day: its latest event is the only start.
    let single = try returns(1)
    let result = try run(command, single.path, arguments)
    switch command {
    case "rates": #expect(flat(result.out).contains("Nobody was seen in care in the reference period"))
    case "backtest": #expect(result.code == 64)
    default:
      #expect(result.code == 64 && result.out.isEmpty)
      #expect(result.err.contains("so no rate can be taken from these days. Choose others with --reference"))
    }
  }

  @Test func `what the reference period does not show is said, and what to do`() throws {
    let folder = try returns(20, secure: 8)
    let text = flat(try run("forecast", folder.path, ["--as-of", "2025-03-31"]).out)
    #expect(text.contains("No child is known to have left care before 18 in the reference period"))
    #expect(
      text.contains(
        "Nobody left or moved in the reference period from: In-house foster care; Secure children's home."))
    #expect(text.contains("longer period with --reference may tell more"))
    let later = flat(
      try run("forecast", folder.path, ["--as-of", "2025-03-31", "--reference", "2024-10-01..2025-03-31"]).out
    )
    #expect(later.contains("Nobody is known to have come into care in the reference period"))
    let whole = flat(try run("forecast", Self.council).out)
    #expect(!whole.contains("Nobody left or moved") && !whole.contains("is known to have"))
  }

  @Test func `reference periods outside the data are refused, short ones and wide ranges are said`() throws {
    for (period, words) in [
      (
        "2019-06-03..2019-06-10", "before the first return begins, on 1 April 2020. Choose days from there on"
      ),
      ("2027-06-03..2027-06-10", "after the as-of date, 31 March 2026. End it there or earlier"),
      ("2025-06-10..2025-06-03", "must end after it begins"),
    ] {
      for command in ["forecast", "rates", "explain"] {
        let result = try run(command, Self.council, ["--reference", period])
        #expect(result.code == 64 && result.err.contains(words), "\(command) \(period)")
      }
    }
    let short = flat(try run("forecast", Self.council, ["--reference", "2025-06-03..2025-06-10"]).out)
    #expect(
      short.contains("has only 8 days: rates from so short a time may be far from the usual pace. Choose"))
    #expect(short.contains("because the rates come from 8 days of returns only"))
    #expect(short.contains("took their rates from the 36 months before them"))
    let early = try run("forecast", Self.council, ["--as-of", "2015-04-02"])
    #expect(early.code == 64 && early.err.contains("State a later --as-of"))
  }

  @Test func `an odd uplift, a category without a price and a single day are forecast and said`() throws {
    let steep = flat(try run("forecast", Self.council, ["--uplift", "-99"]).out)
    #expect(steep.contains("Prices are taken to change by −99 % every year. If that is not meant"))
    #expect(try run("forecast", Self.council, ["--uplift", "-100"]).code == 64)
    let folder = try TemporaryFolder(["one.csv": "category,label,place,provider\ncare,In care,*,*\n"])
    for command in ["forecast", "rates", "explain", "backtest"] {
      let result = try run(command, Self.council, ["--categories", folder.path + "/one.csv"])
      #expect(result.code == 0, "\(command): \(result.err)")
      guard command == "forecast" || command == "explain" else { continue }
      #expect(flat(result.out).contains("There is no price for in care: nights there count as £0."))
      #expect(flat(result.out).contains("such as care,1000.00,2025-04-01"))
    }
    let day = try run("forecast", Self.council, ["--until", "2026-04-01"])
    #expect(day.code == 0 && flat(day.out).contains("on 1 April 2026"))
    let none = try run("forecast", Self.council, ["--until", "2026-03-31"])
    #expect(none.code == 64 && none.err.contains("must be after the as-of date"))
    let middle = try run("forecast", Self.council, ["--as-of", "2025-10-15"])
    #expect(middle.code == 0 && flat(middle.out).contains("Known up to 15 October 2025"))
  }

  @Test func `a scenario that takes away more than there is says so`() throws {
    let text = try compared(
      """
      name: Empty
      rates:
        - event: entries
          add_per_year: -5000
        - event: exits
          replace_per_year: 50
        - event: moves
          add_per_year: -40

      """)
    #expect(text.contains("takes away 5,000 entries a year where about 1") && text.contains("none are left"))
    #expect(text.contains("“exits” at 50 a year for each child means that one stays about 7 days."))
    #expect(text.contains("takes away 40.00 of “moves” a year for each child where 0."))
    #expect(text.contains("less than a quarter of those in care without it are left"))
    #expect(text.contains("On 31 March 2029 about 0 children would be in care"))
  }

  @Test func `initiatives that are too large, too late or for nobody say so`() throws {
    let places = try compared(
      """
      name: Places
      initiatives:
        - id: places
          kind: add_capacity
          start: 2026-10-01
          evidence: 1
          who: everyone
          places: 5000
          to: in_house_foster
        - id: later
          kind: change_price
          start: 2031-01-01
          evidence: 1
          categories: agency_foster
          change: -100 %

      """)
    #expect(
      places.contains(
        "“places” adds 5,000 places, more than there are children in care on 31 March 2026, 410"))
    #expect(places.contains("“later” starts on 1 January 2031, after the last day forecast, 31 March 2029"))
    #expect(try compared(Self.nobody).contains("Look at its ages, placements and days."))
    let past = try compared(
      """
      name: All entries prevented, from long ago
      initiatives:
        - id: stop
          kind: prevent_entry
          start: 2020-01-01
          evidence: 1
          who: everyone
          share: 100 %

      """)
    #expect(past.contains("“stop” starts on 1 January 2020, not after the as-of date, 31 March 2026"))
    let free = try compared(
      """
      name: For nothing
      initiatives:
        - id: free
          kind: change_price
          start: 2026-04-01
          evidence: 1
          categories: agency_foster
          change: -100 %

      """)
    #expect(free.contains("it saves something in 100 % of the futures"))
  }
}
