import Foundation
import Operations
import Reporting
import Units

/// The outturn with its movement, unit costs, the fee ledger held against the returns, and closing months.
enum MoneyRoutes {
  static let all = [
    Route("GET", "/money", .needs(.see)) { try page($0) },
    Route("POST", "/money", .needs(.money), ask),
    Route("GET", "/money/variance", .needs(.see)) {
      try part($0, "variance", "Against the budget", [.returns, .fees, .budget])
    },
    Route("GET", "/money/movement", .needs(.see)) {
      try part($0, "movement", "What moved", [.returns, .fees])
    },
    Route("GET", "/money/contracts", .needs(.money)) {
      try part($0, contracts, "Contracts", [.returns, .fees, .contracts])
    },
    Route("POST", "/money/close", .needs(.money), close),
    Route("POST", "/money/reopen", .needs(.money), reopen),
    Route("GET", "/money/unit-costs", .needs(.see)) {
      try ReportRoutes.page(
        $0, .unitCosts, "Unit costs", .money, form: head($0, "/money/unit-costs"),
        empty: "Unit costs need the fee ledger beside the returns.",
        after: teaching($0, [.returns, .fees], heading: "What is missing"))
    },
    Route("GET", "/money/fees", .needs(.money)) {
      try ReportRoutes.page(
        $0, .fees, "Fees held against the returns", .money, form: head($0, "/money/fees"),
        empty: "No fee ledger is loaded yet.",
        after: teaching($0, [.returns, .fees], heading: "What is missing"))
    },
  ]

  /// The part of an outturn that tells of contracts: what was agreed with providers is for finance.
  static let contracts = "contracts"

  private struct Choice {
    let path: String, label: String, isCurrent: Bool
  }

  private struct Head {
    let pages: [Choice], message: String?, error: String?
  }

  /// What may be asked of an outturn.
  private static let asked: Set<String> = ["since", "asOf", "year"]

  private struct Year {
    let value: String, label: String, isOn: Bool
  }

  private struct Form {
    let since: String, asOf: String, mayAsk: Bool, csrf: String, years: [Year]
  }

  private struct Month {
    let asOf: String, total: String, by: String, at: String, state: String, mayReopen: Bool, day: String
    let csrf: String
  }

  private struct Closing {
    let year: String, months: [Month], isEmpty: Bool, run: Int64?, asOf: String, csrf: String
  }

  static func teaching(_ visit: Visit, _ kinds: [DocumentKind], heading: String) throws -> String {
    let documents = try visit.site.store.reading { try $0.documents() }
    return try Teaching.of(kinds, heading: heading, documents, visit.signedIn()).map {
      visit.site.templates.fill("teaching", $0)
    } ?? ""
  }

  /// The pages of the area, and what became of a form.
  private static func head(
    _ visit: Visit, _ path: String, message: String? = nil, error: String? = nil
  ) throws -> String {
    var pages = [
      ("/money", "Outturn"), ("/money/variance", "Against the budget"), ("/money/movement", "What moved"),
      ("/money/unit-costs", "Unit costs"),
    ]
    if try visit.signedIn().may(.money) {
      pages += [("/money/contracts", "Contracts"), ("/money/fees", "Fees held against the returns")]
    }
    let choices = pages.map { Choice(path: $0.0, label: $0.1, isCurrent: $0.0 == path) }
    return visit.site.templates.fill("money-said", Head(pages: choices, message: message, error: error))
  }

  private static func page(
    _ visit: Visit, options given: [String: String]? = nil, message: String? = nil, error: String? = nil
  ) throws -> WebResponse {
    let account = try visit.signedIn()
    let options =
      given ?? visit.request.query.filter { asked.contains($0.key) && !$0.value.isEmpty }
    guard options.isEmpty || account.mayLookBack else { throw AccessError.forbidden }
    let form = Form(
      since: options["since"] ?? "", asOf: options["asOf"] ?? "",
      mayAsk: account.may(.money), csrf: visit.csrf, years: try years(visit, options))
    return try ReportRoutes.page(
      visit, .outturn, "Money", .money, options: options,
      form: head(visit, "/money", message: message, error: error),
      empty: options.isEmpty
        ? "An outturn needs the fee ledger beside the returns."
        : "The outturn of that day has not been worked out.",
      links: options.isEmpty ? [] : [("/money", "The outturn as it stands now")],
      after: visit.site.templates.fill("money-form", form) + closing(visit, options)
        + teaching(
          visit, [.returns, .fees, .budget, .contracts, .actuals, .adjustments],
          heading: "What more files would show"),
      status: error == nil ? 200 : 422)
  }

  /// The years that may be asked for: the one shown without asking, and the two before.
  private static func years(_ visit: Visit, _ options: [String: String]) throws -> [Year] {
    let usual = try ReportRoutes.latest(visit, .outturn, options: [:]).result
    guard let last = usual?.figures["year"].flatMap(FinancialYear.init) else { return [] }
    return (last.startYear - 2...last.startYear).reversed().map { start in
      let year = FinancialYear(startYear: start).description
      return Year(
        value: start == last.startYear ? "" : year, label: year, isOn: options["year"] ?? "" == year)
    }
  }

  /// A part of the outturn on a page of its own; with a day asked for, of the outturn of that day.
  private static func part(
    _ visit: Visit, _ part: String, _ title: String, _ kinds: [DocumentKind]
  ) throws -> WebResponse {
    let options = visit.request.query.filter { asked.contains($0.key) && !$0.value.isEmpty }
    return try ReportRoutes.page(
      visit, .outturn, title, .money, options: options, form: head(visit, "/money/" + part),
      empty: options.isEmpty
        ? "An outturn needs the fee ledger beside the returns."
        : "The outturn of that day has not been worked out.",
      links: part == "movement" ? [("/money#asOf", "Tell it from another day")] : [], part: part,
      after: teaching(visit, kinds, heading: "What is missing"))
  }

  /// The year's months that were signed off, and the form that signs the shown one off.
  private static func closing(_ visit: Visit, _ options: [String: String]) throws -> String {
    let account = try visit.signedIn()
    let (latest, shown, result) = try ReportRoutes.latest(visit, .outturn, options: options)
    guard let shown, let (asOf, year) = result.flatMap(KeepMonths.period(of:)) else { return "" }
    let months = try KeepMonths(visit.site.store, now: visit.site.now).months(of: year)
    let isClosed = months.contains { $0.asOf == asOf && $0.reopening == nil }
    let mayClose =
      account.may(.money) && !isClosed && shown.id == latest?.id && shown.state == .done
    let closing = Closing(
      year: year.description,
      months: months.map { month in
        Month(
          asOf: month.asOf.spoken, total: Words.about(month.total), by: month.closedBy,
          at: month.closedAt.prefix(10).description,
          state: month.reopening.map { "Opened again by \($0.by) on \($0.at.prefix(10)): \($0.reason)" }
            ?? "Closed",
          mayReopen: account.may(.money) && month.reopening == nil, day: month.asOf.description,
          csrf: visit.csrf)
      }, isEmpty: months.isEmpty, run: mayClose ? shown.id : nil, asOf: asOf.spoken, csrf: visit.csrf
    )
    return visit.site.templates.fill("closing", closing)
  }

  private static func ask(_ visit: Visit) throws -> WebResponse {
    let asked = ["asOf", "since", "year"].map { ($0, visit.request.field($0)) }.filter { !$0.1.isEmpty }
    guard asked.allSatisfy({ $0.0 == "year" ? FinancialYear($0.1) != nil : CivilDay($0.1) != nil }) else {
      return try page(visit, options: [:], error: "Write a day as 2027-03-31, and a year as 2026/27.")
    }
    // A month may have been closed or opened since the same was asked before.
    _ = try visit.site.queue.add(
      .outturn, options: Dictionary(asked) { $1 }, by: visit.signedIn(), anew: true)
    return .see(
      asked.isEmpty
        ? "/money" : "/money?" + asked.map { "\($0.0)=\(Site.encoded($0.1))" }.joined(separator: "&"))
  }

  /// Signs off what a run showed, as long as the council's files are the same.
  private static func close(_ visit: Visit) throws -> WebResponse {
    let account = try visit.signedIn()
    let reason = visit.request.field("reason").trimmingCharacters(in: .whitespacesAndNewlines)
    guard (3...300).contains(reason.count) else {
      return try page(
        visit, error: "Say in a few words why it may be closed: what was checked, and with whom.")
    }
    let id = Int64(visit.request.field("run")) ?? 0
    let (run, inputs) = try visit.site.store.reading {
      (try $0.run(id), try $0.inputs(for: .outturn))
    }
    guard let run, run.kind == .outturn, run.state == .done else { throw WebError.notFound }
    let (latest, shown, result) = try ReportRoutes.latest(visit, .outturn, options: run.options)
    guard run.inputs == inputs, run.id == latest?.id, run.id == shown?.id, let result else {
      return try page(
        visit, options: run.options,
        error: "There is a newer outturn than the one you signed off. Look at it, then sign it off.")
    }
    do {
      let day = try KeepMonths(visit.site.store, now: visit.site.now).close(
        run, result, reason: reason, by: account)
      return try page(
        visit, options: run.options,
        message: "\(day.spoken) is closed. The next outturn tells what moved since.")
    } catch let error as OperationError {
      return try page(visit, options: run.options, error: error.description)
    }
  }

  private static func reopen(_ visit: Visit) throws -> WebResponse {
    let account = try visit.signedIn()
    let reason = visit.request.field("reason").trimmingCharacters(in: .whitespacesAndNewlines)
    guard (3...300).contains(reason.count) else {
      return try page(visit, error: "Say in a few words why the month is opened again.")
    }
    guard let day = CivilDay(visit.request.field("day")) else { throw WebError.notFound }
    do {
      try KeepMonths(visit.site.store, now: visit.site.now).reopen(day, reason: reason, by: account)
    } catch let error as OperationError {
      return try page(visit, error: error.description)
    }
    if try ReportRoutes.latest(visit, .outturn, options: [:]).latest != nil {
      _ = try visit.site.queue.add(.outturn, options: [:], by: account, anew: true)
    }
    return try page(visit, message: "\(day.spoken) is open again: that is kept, with who and why.")
  }
}
