import Papers
import Plans
import Testing
import Units

/// Nothing is invented: whatever a paper is, every figure proposed from it stands in it at the quoted place.
struct QuoteLawTests {
  /// Numbers drawn from a seed: the same in every run.
  private struct Chance {
    var state: UInt64
    mutating func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
  }

  private static let clean = """
    Fewer children far from home
    12 May 2026

    Savings by area

    Area of saving\tSavings\t\t\t\tComment
    \t2026/27\t\t2027/28\t\t
    \t£000\tFTE\t£000\tFTE\t
    Residential placements\t400\t1\t1,250\t\tDown to 15 by March 2027
    Fostering\t(65)\t\t70\t\tNew carers
    Total\t465\t\t1,320\t\t

    We are to save £2.4m by the end of 2027/28. A further saving of £26 000 comes from travel.
    Our targets for children in care are 345 by the end of 2026/27 and 330 by 2027/28.
    Of the target of £250,000, £144,000 is found, which leaves a gap of £106,000.

    | Risk | P | I | R | Mitigation |
    |---|---|---|---|---|
    | Prices rise | 3 | 4 | 12 | Contracts for two years |
    | Carers leave | 2 | 5 | 10 | Fees rise with experience |

    Requirement     Cost £
    Staff          123,000
    Premises        26,000
    Total          149,000

    Milestone\tLead Officer\tCompletion Date
    Panel meets\tHead of care\t30 November 2026
    Homes open\tHead of care\tJan 27
    """

  private static let cabinet = """
    Cabinet – 14 October 2025
    Savings of £4.85m over three years. It saves £250k (2026/27) and £400k (2027/28), not £30,000.

    | Ref | Proposal | Budget £000 | 2026/27 £000 | 2027/28 £000 |
    |---|---|---|---|---|
    | CS1 | Fewer agency workers | 1,200 | 420 | 610 |
    | CS2 | Homes of our own | 90 | (75) | £100k - £150k |
    | | Sub-total | | 345 | 610 |
    | | Total | | 345 | 610 |

    | Measure | Baseline (Sept 2025) | March 2027 | March 2028 | National average |
    |---|---|---|---|---|
    | Children in care | 512 | 490 | 470 | 70 per 10,000 |
    | Weekly cost | £6,850 | £6,500 | £6,000 | £5,900 |

    | Risk | Inherent score | Mitigation | Residual score | Owner |
    |---|---|---|---|---|
    | Provider fails | 3 x 5 (15) | Checks | 2x5=10 | Head of Care |

    We will reduce agency staff from 33 in September 2025 to 12 by 31 March 2027.

         Proposal                              2026/27 £           2027/28 £
           Residential placements
           avoided for children aged 11 to     400,000             800,000
           17 only
           Total                               400,000             800,000
    """

  /// What the law says of a paper's reading; the first breach, in words.
  static func breach(_ text: String) -> String? {
    let paper = Paper(text)
    let reading = PaperReading.of(paper)
    let figures = reading.figures + reading.findings.flatMap { $0.evidence.compactMap(\.figure) }
    for figure in figures {
      guard paper.text(at: figure.quote) == figure.quote.text else { return "\(figure.quote) is not there" }
      guard FigureText.parse(figure.quote.text, about: paper.aboutYear) == figure.value else {
        return "\(figure.quote) does not read as \(figure.value)"
      }
      if let count = figure.count, !digits(figure.quote.text, say: count) {
        return "\(figure.quote): \(count)"
      }
      if let scale = figure.scaleQuote, paper.text(at: scale) != scale.text { return "\(scale) is not there" }
    }
    for quote in reading.findings.flatMap({ $0.evidence.map(\.quote) })
    where paper.text(at: quote) != quote.text {
      return "\(quote) is not there"
    }
    return unproved(reading)
  }

  /// Read another way: the number's digits, without marks and leading zeros.
  private static func digits(_ text: String, say value: Double) -> Bool {
    var kept = text.lowercased().filter { "0123456789.".contains($0) }
    while kept.hasSuffix(".") { kept.removeLast() }
    guard let plain = Double(kept) else { return false }
    return [1, 1_000, 1_000_000, 1_000_000_000].contains {
      abs(plain * $0 - abs(value)) < 1e-6 * max(1, abs(value))
    }
  }

  /// An amount of the plan that no figure quoted for its item says.
  private static func unproved(_ reading: PaperReading) -> String? {
    func pounds(_ id: String) -> [Int] {
      reading.finding(id)?.evidence.compactMap { $0.figure?.money.map { abs($0.pence) } } ?? []
    }
    func counts(_ id: String) -> [Double] {
      reading.finding(id)?.evidence.compactMap { $0.figure?.count } ?? []
    }
    for saving in reading.plan.savings {
      for year in saving.years where !pounds(saving.id).contains(abs(year.amount.pence)) {
        return "\(saving.id) \(year)"
      }
      for post in saving.posts where !counts(saving.id).contains(post.fte) { return "\(saving.id) \(post)" }
    }
    for cost in reading.plan.costs {
      for year in cost.years where !pounds(cost.id).contains(abs(year.amount.pence)) { return cost.id }
    }
    for target in reading.plan.targets {
      for point in target.trajectory + [target.baseline].compactMap({ $0 })
      where !counts(target.id).contains(point.value)
        && !pounds(target.id).contains(Int((point.value * 100).rounded()))
      {
        return target.id
      }
    }
    for risk in reading.plan.risks {
      for (key, score) in [("inherent", risk.inherent), ("current", risk.current), ("target", risk.target)] {
        guard let score else { continue }
        let quoted =
          reading.finding(risk.id)?.evidence.filter { $0.key == key }.map(\.quote.text).joined() ?? ""
        if !quoted.contains(score.impact) { return risk.id }
      }
    }
    for claim in reading.plan.claims
    where !pounds(claim.id).contains(abs(Int((claim.stated * 100).rounded()))) {
      return claim.id
    }
    return nil
  }

  @Test func `a clean paper gives up its plan, each figure quoted`() throws {
    let reading = PaperReading.of(Paper(Self.clean))
    #expect(Self.breach(Self.clean) == nil)
    let residential = try #require(reading.plan.savings.first { $0.name == "Residential placements" })
    #expect(residential.amount(in: FinancialYear(startYear: 2027)) == Money(pence: 125_000_000))
    #expect(residential.posts.first?.fte == 1)
    #expect(
      reading.plan.savings.contains {
        $0.amount(in: FinancialYear(startYear: 2026)) == Money(pence: 6_500_000)
      })
    #expect(reading.plan.targets.first { $0.last?.value == 330 }?.trajectory.first?.value == 345)
    #expect(reading.plan.risks.map(\.statedRating) == [12, 10])
    #expect(reading.plan.costs.map { $0.years.first?.amount.pence } == [12_300_000, 2_600_000])
    #expect(reading.plan.milestones.map { $0.due?.description } == ["2026-11-30", "2027-01-31"])
    #expect(reading.plan.claims.contains { $0.making == .total([250_000, -144_000]) })
    #expect(reading.plan.claims.contains { $0.stated == 1_320_000 })
  }

  /// A text with letters swapped, put in and lost, and lines split, up to so many times.
  static func noisy(_ clean: String, seed: Int, upTo most: Int) -> String {
    let noise = Array("0123456789OlISB£,.()%/-\t\n |k m•<>В\u{A0}")
    var chance = Chance(state: UInt64(seed))
    var text = Array(clean)
    for _ in 0...chance.below(most) {
      let place = chance.below(text.count)
      switch chance.below(4) {
      case 0: text[place] = noise[chance.below(noise.count)]
      case 1: text.insert(noise[chance.below(noise.count)], at: place)
      case 2: text.remove(at: place)
      default: text.insert("\n", at: place)
      }
    }
    return String(text)
  }

  @Test func `however badly a paper was read, nothing is invented`() {
    for seed in 1...300 {
      for paper in [Self.clean, Self.cabinet] {
        let found = Self.breach(Self.noisy(paper, seed: seed, upTo: 40))
        #expect(found == nil, "seed \(seed): \(found ?? "")")
      }
    }
  }

  @Test func `columns that spaces part are read, their units in a second line`() throws {
    let text = """
      Plan of 3 June 2026

      Area               2026/27     2027/28
      Savings            £000        £000
      Placements         400         1,250
      Staff              65          70
      Total              465         1,320
      """
    let plan = PaperReading.of(Paper(text)).plan
    #expect(Self.breach(text) == nil)
    #expect(
      plan.savings.map { $0.years.map(\.amount.pence) } == [
        [40_000_000, 125_000_000], [6_500_000, 7_000_000],
      ])
    #expect(plan.claims.map(\.stated) == [465_000, 1_320_000])
  }

  @Test func `a number that its line cuts off is asked about`() throws {
    let reading = PaperReading.of(
      Paper("Written 2 May 2026\n\nThere is a saving of £250,\n000 in 2026/27 to come."))
    let saving = try #require(reading.findings.first { $0.section == "savings" })
    #expect(saving.confidence == .ask)
    #expect(saving.asks.contains { $0.contains("next line") })
  }
}
