import Care
import Costing
import Forecasting
import Units

/// The ranges that a report shows, and how a table heads them.
enum Ranges {
  static let percents = [50, 80, 95]
  static let headings = ["Mean", "5 futures in 10", "8 in 10", "95 in 100"]

  /// "371 to 446". In what is published an edge of fewer than six is not told: "up to 12".
  static func words(_ interval: (low: Int, high: Int), isPublished: Bool) -> String {
    guard isPublished, interval.low < Disclosure.smallestShown else {
      return "\(Words.number(interval.low)) to \(Words.number(interval.high))"
    }
    return interval.high < Disclosure.smallestShown
      ? "fewer than 6" : "up to \(Words.number(interval.high))"
  }

  /// The same in a sentence, after "about 408": "and between 371 and 446 in eight futures of ten".
  static func sentence(_ words: String) -> String {
    let between = words.contains(" to ") && !words.hasPrefix("up to")
    let range = between ? "between " + words.replacing(" to ", with: " and ") : words
    return "and \(range) in eight futures of ten"
  }

  /// An edge as a published chart draws it: what is fewer than six is drawn at six.
  static func drawn(_ edge: Int) -> Double { Double(max(Disclosure.smallestShown, edge)) }
}

extension Spread {
  /// Whether eight futures in ten need a range wider than half the mean.
  var isTooWide: Bool {
    let range = interval(80)
    return Double(range.high - range.low) > mean / 2
  }
}

extension ForecastReport {
  /// How all children, or those of some categories, spread at the end of each coming month; empty where the method
  /// has no futures.
  func monthlySpreads(_ categories: [Category]) -> [Spread] {
    forecast.coming.indices.compactMap { forecast.childrenSpread(month: $0, categories: categories) }
  }

  func yearEndSpread(_ year: CostedForecast.Year, _ categories: [Category]) -> Spread? {
    forecast.lastMonth(of: year.year).flatMap { forecast.childrenSpread(month: $0, categories: categories) }
  }

  /// How a year's cost spreads, in pence. Where it is published and the low edge of the children whom it rests on
  /// falls below six in the year, nil.
  func costSpread(_ year: CostedForecast.Year, isPublished: Bool) -> Spread? {
    let all = forecast.book.all
    if isPublished {
      for month in forecast.coming.indices where year.year.days.contains(forecast.coming[month].lastDay) {
        guard let children = forecast.childrenSpread(month: month, categories: all),
          children.interval(95).low >= Disclosure.smallestShown
        else { return nil }
      }
    }
    return forecast.costSpread(of: year.year, categories: all)
  }

  /// All children on the last day of each year ahead, with the ranges that hold 50, 80 and 95 % of the futures; nil
  /// where the method has no futures.
  func childrenRangeTable(isPublished: Bool = false) -> ReportTable? {
    let rows = forecast.years.compactMap { year in
      yearEndSpread(year, forecast.book.all).map { spread in
        row(
          short(year.lastDay), Words.number(Int(year.children.reduce(0, +).rounded())),
          Ranges.percents.map { Ranges.words(spread.interval($0), isPublished: isPublished) })
      }
    }
    guard !rows.isEmpty else { return nil }
    return ReportTable(
      title: "All children in care: how far the futures differ", labels: "Day", columns: Ranges.headings,
      rows: rows, notes: [])
  }

  /// The cost of each financial year ahead with its ranges, in thousands of pounds.
  func costRangeTable(isPublished: Bool = false) -> ReportTable? {
    var isKeptBack = false
    let rows = forecast.years.compactMap { year -> ReportTable.Row? in
      guard forecast.futures != nil else { return nil }
      let spread = costSpread(year, isPublished: isPublished)
      isKeptBack = isKeptBack || spread == nil
      let ranges = Ranges.percents.map { percent -> String in
        guard let range = spread?.interval(percent) else { return "kept back" }
        return "\(Words.number(Self.thousands(range.low))) to \(Words.number(Self.thousands(range.high)))"
      }
      let total = Apportion.units(of: year.cost, penceEach: 100_000).total
      return row(year.year.description + (year.isWhole ? "" : " (part)"), Words.number(total), ranges)
    }
    guard !rows.isEmpty else { return nil }
    return ReportTable(
      title: "Cost of all care, £ thousand: how far the futures differ", labels: "Financial year",
      columns: Ranges.headings, rows: rows,
      notes: isKeptBack ? ["Ranges that may rest on fewer than six children are kept back."] : [])
  }

  /// Children of each placement on the last day forecast, with their ranges.
  func placementRangeTable(_ groups: [Disclosure.Group], isPublished: Bool = false) -> ReportTable? {
    guard let last = forecast.years.last, forecast.futures != nil else { return nil }
    let means = groups.map { group in group.categories.reduce(0) { $0 + last.children[$1.index] } }
    let whole = Apportion.wholeNumbers(means, total: Int(last.children.reduce(0, +).rounded()))
    let rows = zip(groups, whole).compactMap { group, mean in
      yearEndSpread(last, group.categories).map { spread in
        row(
          group.label, Words.number(mean),
          Ranges.percents.map { Ranges.words(spread.interval($0), isPublished: isPublished) })
      }
    }
    return ReportTable(
      title: "Children by placement on \(last.lastDay.spoken): how far the futures differ",
      labels: "Placement", columns: Ranges.headings, rows: rows,
      notes: ["Ranges do not add up: futures with many children in one placement may have few in another."])
  }

  private func row(_ label: String, _ mean: String, _ ranges: [String]) -> ReportTable.Row {
    ReportTable.Row(label: label, cells: [mean] + ranges, isTotal: false)
  }

  static func thousands(_ pence: Int) -> Int {
    Int((Double(pence) / 100_000).rounded(.toNearestOrAwayFromZero))
  }

  /// Which ranges are too wide to plan on, and why, each a sentence.
  func wideSentences(_ groups: [Disclosure.Group], isPublished: Bool = false) -> [String] {
    guard let last = forecast.years.last, forecast.futures != nil else { return [] }
    var sentences: [String] = []
    let children = forecast.years.first { yearEndSpread($0, forecast.book.all)?.isTooWide ?? false }
    if let first = children, let spread = yearEndSpread(first, forecast.book.all) {
      let range = Ranges.words(spread.interval(80), isPublished: isPublished)
      sentences.append(
        "The children in care are too uncertain to plan on from \(first.lastDay.spoken): the range of eight futures in ten, \(range), is wider than half the mean, because \(reason(first))."
      )
    }
    let cost = forecast.years.first { costSpread($0, isPublished: isPublished)?.isTooWide ?? false }
    if let first = cost {
      sentences.append(
        "The cost is too uncertain to plan on from \(first.year): the range of eight futures in ten is wider than half the mean, because \(reason(first))."
      )
    }
    let wide = groups.filter { yearEndSpread(last, $0.categories)?.isTooWide ?? false }.map(\.label)
    if children == nil, !wide.isEmpty {
      sentences.append(
        wide.count == groups.count
          ? "Plan on all placements together, not on one: by \(last.lastDay.spoken) each one's range is wider than half its mean, because it rests on few children."
          : "Too wide to plan on by themselves by \(last.lastDay.spoken), the range being wider than half the mean, because they rest on few children: \(wide.joined(separator: "; "))."
      )
    }
    return sentences
  }

  /// Placements in use of which the reference period showed no end and no move, in a sentence. Nought is no small number,
  /// and groups for a page are never small.
  func stillSentences(_ groups: [Disclosure.Group]) -> [String] {
    let still = groups.filter { group in
      group.categories.contains { forecast.today[$0.index] > 0 }
        && group.categories.allSatisfy(method.unseen.contains)
    }
    guard !still.isEmpty else { return [] }
    return [
      "Nobody left or moved in the reference period from: \(still.map(\.label).joined(separator: "; ")). How long children stay there is taken from children of their age in other placements; a longer period \(Means.assumption("--reference")) may tell more."
    ]
  }

  private func reason(_ year: CostedForecast.Year) -> String {
    let months = method.window.days * 12 / 365
    if method.window.days < 2 * 365 {
      let length = months < 2 ? Words.count(method.window.days, "day", "days") : "\(months) months"
      return "the rates come from \(length) of returns only"
    }
    if year.children.reduce(0, +) < 100 {
      return "with so few children a handful who come, or who stay, decide it"
    }
    return forecast.asOf.nights(to: year.lastDay) > 5 * 365
      ? "it is so far ahead" : "much rests on children who have still to come"
  }
}
