import Foundation
import Operations

/// The measures of children in care, and beside whose published figures they stand.
enum ChildrenRoutes {
  private struct Option {
    let value: String, label: String, isOn: Bool
  }

  private struct Councils {
    let list: [Option]
  }

  private struct Form {
    let isAbove: Bool, error: String?, chosen: String?, isEmpty: Bool, mayAsk: Bool, csrf: String,
      councils: Councils?
    let others: String, population: String
  }

  static func page(
    _ visit: Visit, choice given: MeasuresChoice? = nil, error: String? = nil
  ) throws -> WebResponse {
    let choice = try given ?? MeasuresChoice.kept(in: visit.site.store)
    // Far above the foot of a long page.
    let rows =
      try visit.signedIn().may(.seeChildren)
      ? "<p><a href=\"\(CountedRoutes.path)\">The children behind these figures</a></p>" : ""
    return try ReportRoutes.page(
      visit, .measures, "Children in care", .children,
      form: rows + form(visit, choice, nil, isAbove: true), empty: "No returns are loaded yet.",
      after: form(visit, choice, error), status: error == nil ? 200 : 422)
  }

  /// The form that chooses, or above the measures a line that leads to it.
  private static func form(
    _ visit: Visit, _ choice: MeasuresChoice, _ error: String?, isAbove: Bool = false
  ) throws -> String {
    let documents = try visit.site.store.reading { try $0.documents() }
    guard documents.contains(where: { $0.kind == .returns }) else { return "" }
    let councils = try ReferenceChoices.councils(visit.site.store.reference)
    let name = councils.first { $0.value == choice.council }?.name
    let isAgainst = choice.others.isEmpty ? "its statistical neighbours" : choice.others
    return try visit.site.templates.fill(
      "beside-form",
      Form(
        isAbove: isAbove, error: error,
        chosen: name.map {
          "The measures stand beside those published of \($0), \(isAgainst), its region and England."
        },
        isEmpty: councils.isEmpty, mayAsk: visit.signedIn().may(.forecast), csrf: visit.csrf,
        councils: councils.isEmpty
          ? nil
          : Councils(
            list: councils.map { Option(value: $0.value, label: $0.name, isOn: $0.value == choice.council) }),
        others: choice.others, population: choice.population))
  }

  static func choose(_ visit: Visit) throws -> WebResponse {
    func answer(_ name: String) -> String {
      visit.request.field(name).trimmingCharacters(in: .whitespacesAndNewlines)
    }
    let choice = MeasuresChoice(
      council: answer("council"), others: answer("others"),
      population: answer("population").replacing(",", with: ""))
    let account = try visit.signedIn()
    do {
      let options = try choice.keep(in: visit.site.store, by: account, at: visit.site.now())
      if try visit.site.store.reading({ try $0.documents() }).contains(where: { $0.kind == .returns }) {
        _ = try visit.site.queue.add(.measures, options: options, by: account, anew: true)
      }
      return .see("/children")
    } catch let error as OperationError {
      return try page(visit, choice: choice, error: error.description)
    }
  }
}
