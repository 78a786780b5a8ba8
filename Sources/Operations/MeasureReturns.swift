public import Care
import Places
public import Reporting
import Returns
public import Units

/// Which measures to make, and how.
public struct MeasureOptions: Sendable {
  /// The returns.
  public var load: LoadOptions
  /// The date of the measures; nil for the last 31 March of which there is a whole return, or else the as-of date.
  public var date: CivilDay?
  /// The people aged 0 to 17 in the council's area, where known.
  public var population: Int?
  /// The council's own nine-character code, for what lies in its area; nil where it is not stated.
  public var authority: String?
  /// The council's name; nil for the folder's.
  public var council: String?
  /// Published figures by measure.
  public var published: [String: PublishedComparison] = [:]
  /// The councils whose published figures stand beside, one by one.
  public var beside = PublishedCouncils.none
  /// Whether small numbers are kept back; false only for people who hold the returns.
  public var isSuppressed = true

  /// The measures of the returns at a path, with the usual settings.
  public init(load: LoadOptions) { self.load = load }
}

/// Measures, and the histories that their rows stand in.
public struct MeasuresOutcome: Sendable {
  /// The report.
  public let report: MeasuresReport
  /// The care histories.
  public let histories: CareHistories
}

/// Makes the measures of children looked after from a folder of returns.
public enum MeasureReturns {
  /// Reads the returns, joins them and counts.
  ///
  /// - Throws: `OperationError` where the returns, a file or a setting can't be used.
  public static func run(
    _ options: MeasureOptions, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(OperationError) -> MeasuresOutcome {
    if let population = options.population, population < 1 {
      throw .setting(
        "The population aged 0 to 17 must be at least 1\(Means.said("; --population says", inBrowser: ", not")) \(population)."
      )
    }
    if let authority = options.authority, !isCode(authority) {
      throw .setting(
        "\(Means.said("--authority takes the council's nine-character code", inBrowser: "The council's code has nine characters")), such as E08000012; it says “\(authority)”."
      )
    }
    let book = try LoadReturns.book(options.load.categories, method: .homeward)
    let returns = try LoadReturns.read(options.load, progress: progress)
    // A whole return tells of all its year, though its last event may be some days before the end.
    let whole = returns.files.filter(\.isComplete).compactMap { $0.year?.lastDay }
    let known = options.load.asOf ?? ([returns.latestEvent].compactMap { $0 } + whole).max()
    let directory = try LoadReturns.directory()
    let localities = LocalityFinder(
      Locator(directory, lists: returns.postcodes), authority: options.authority)
    let built: BuiltHistories
    do throws(HistoryError) {
      built = try HistoryBuilder.build(returns, book: book, asOf: known, localities: localities)
    } catch {
      throw .returns(error)
    }
    let asOf = built.histories.asOf
    let date = options.date ?? whole.filter { $0 <= asOf }.max() ?? asOf
    guard date <= asOf else {
      throw .setting(
        "The returns are known up to \(asOf.spoken); \(Means.said("--at says", inBrowser: "the date is")) \(date.spoken). Choose a day up to then."
      )
    }
    let coverage = Coverage(built.returns, asOf: asOf)
    // Before the first return begins only children who stayed are known: a count of them would mislead.
    guard coverage.knownFrom <= date, let first = built.histories.firstDay, first <= date else {
      throw .setting(
        "Who was looked after on \(date.spoken) is not known: the first return begins on \(coverage.knownFrom.spoken). Choose a day from then on."
      )
    }
    let measures = MeasureSet(
      built.histories, at: date, population: options.population, knownFrom: coverage.knownFrom,
      missing: coverage.missing)
    let report = MeasuresReport(
      council: options.council ?? options.load.folderName, measures: measures,
      reading: ReadingSummary(built, isAsOfStated: options.load.asOf != nil, warnings: []),
      published: options.published, beside: options.beside, isSuppressed: options.isSuppressed,
      together: Set(built.histories.publishedTogether(from: coverage.knownFrom).map { book[$0].id }))
    return MeasuresOutcome(report: report, histories: built.histories)
  }

  /// Whether a code has the form of an authority's: E and eight digits.
  private static func isCode(_ text: String) -> Bool {
    text.utf8.count == 9 && text.uppercased().hasPrefix("E") && text.dropFirst().allSatisfy(\.isNumber)
  }
}

extension CareHistories {
  /// The categories that stand together in whatever is published of them, known from a day on.
  func publishedTogether(from day: CivilDay) -> [Category] {
    let stock = Stock(self)
    let months = stock.months(from: day)
    return Disclosure.together(
      book, today: stock.children(on: asOf), months: months.map(\.children),
      years: Set(months.map { FinancialYear(containing: $0.lastDay) }).map {
        childrenByCategory(in: $0.days)
      })
  }

  /// The categories that stand together in whatever is published of a year's nights: in outturn and unit costs alike, so
  /// that one takes nothing out of the other.
  func publishedTogether(in year: FinancialYear) -> [Category] {
    guard let days = DayRange(from: year.firstDay, upTo: min(year.next.firstDay, asOf + 1)) else { return [] }
    let children = childrenByCategory(in: days)
    return Disclosure.together(book, today: children.map(\.count), months: [], years: [children])
  }
}
