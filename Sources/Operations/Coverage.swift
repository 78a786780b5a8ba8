import Forecasting
import Returns
import Units

/// What stretch of time the returns cover, and so what rates can be taken from.
///
/// A return holds every episode of its year, and of earlier ones only those that lasted into it. Days before the
/// first return's 1 April, and days of a year without a return, are known only for children who stayed.
struct Coverage {
  let years: [CollectionYear]
  let missing: [CollectionYear]
  let asOf: CivilDay
  private let latestEvent: CivilDay

  init(_ returns: ReturnSet, asOf: CivilDay) {
    latestEvent = returns.latestEvent ?? asOf
    years = returns.years
    missing = returns.missingYears
    self.asOf = asOf
  }

  /// The first day of which all children in care are known.
  var knownFrom: CivilDay { min(years.first?.firstDay ?? asOf, asOf) }

  /// The first day of the unbroken run of returns up to the as-of date.
  var unbrokenFrom: CivilDay {
    let before = missing.last { $0.lastDay < asOf }
    return max(knownFrom, before.map { $0.next.firstDay } ?? knownFrom)
  }

  /// The window chosen; where none is, the 36 months to the as-of date, or as many as the unbroken run covers.
  ///
  /// The sector's model takes both ends of its 36 months, one day more than there are.
  func window(_ chosen: ReferenceWindow?, method: ForecastMethod) throws(OperationError) -> ReferenceWindow {
    if let chosen { return try checked(chosen) }
    let months = asOf.adding(months: -36)
    let first = max(method == .stockFlow ? months : months + 1, unbrokenFrom)
    guard let window = ReferenceWindow(from: first, to: asOf) else {
      throw .setting(
        "The returns cover no two days up to the as-of date, \(asOf.spoken), so no rate can be taken from them. State a later \(Means.said("--as-of", inBrowser: "day under “Known up to”")), or add earlier returns."
      )
    }
    return window
  }

  /// A window the person chose, if it lies within what is known.
  private func checked(_ window: ReferenceWindow) throws(OperationError) -> ReferenceWindow {
    guard window.last <= asOf else {
      throw .setting(
        "The reference period ends on \(window.last.spoken), after the as-of date, \(asOf.spoken). End it there or earlier."
      )
    }
    guard window.last >= knownFrom else {
      throw .setting(
        "The reference period ends on \(window.last.spoken), before the first return begins, on \(knownFrom.spoken). Choose days from there on."
      )
    }
    return window
  }

  /// What a reader must know about the stretch covered.
  func warnings(_ window: ReferenceWindow) -> [String] {
    var warnings: [String] = []
    for year in missing {
      warnings.append(
        "There is no return for \(year): children who left in it are taken to have left at its end, and those who came and went in it are not known."
      )
    }
    if missing.contains(where: { $0.firstDay <= window.last && window.first <= $0.lastDay }) {
      warnings.append("The reference period reaches into a year without a return, so its rates are too low.")
    }
    if window.first < knownFrom {
      warnings.append(
        "The reference period begins before the first return, on \(knownFrom.spoken): before it only children who stayed are known, so rates are too low."
      )
    }
    if latestEvent.nights(to: asOf) > 31 {
      warnings.append(
        "The as-of date is \(latestEvent.nights(to: asOf)) days after the last event in the returns, \(latestEvent.spoken): who came, moved or left since then is not known, and the rates are too low."
      )
    }
    if window.days < 180 {
      warnings.append(
        "The reference period has only \(window.days) days: rates from so short a time may be far from the usual pace. Choose a longer one \(Means.assumption("--reference")), or add earlier returns."
      )
    }
    if years.count == 1 {
      warnings.append(
        "Only one year of returns was read: rates rest on \(window.days) days. Three years or more make a steadier forecast."
      )
    }
    return warnings
  }
}
