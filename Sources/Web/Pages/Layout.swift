import Operations

/// What stands around every page.
struct Layout {
  /// A link of the navigation.
  struct Item {
    let path: String, label: String, isCurrent: Bool
  }

  let title: String
  let council: String
  let items: [Item]
  let name: String?
  let csrf: String
  let body: String
  let stylesheets: [String]
  let scripts: [String]
  /// Seconds after which a browser without scripts loads the page again; nil for never.
  let again: Int?
}

/// The areas of the application, in the navigation's order.
enum Area: String, CaseIterable {
  case today = "Today"
  case data = "Data"
  case children = "Children in care"
  case forecast = "Forecast"
  case money = "Money"
  case plan = "Plan"
  case cases = "Cases"
  case administration = "Administration"

  var path: String {
    switch self {
    case .today: "/"
    case .data: "/data"
    case .children: "/children"
    case .forecast: "/forecast"
    case .money: "/money"
    case .plan: "/plan"
    case .cases: "/cases"
    case .administration: "/people"
    }
  }

  /// Whether somebody has work there.
  func isFor(_ account: Account) -> Bool {
    switch self {
    case .data: [.load, .money, .plan, .forecast, .seeChildren].contains(where: account.may)
    case .administration: account.may(.administer) || account.may(.audit)
    default: account.may(.see)
    }
  }
}

extension Visit {
  /// A page of an area.
  func page(_ title: String, _ area: Area?, _ body: String, status: Int = 200, again: Int? = nil) throws
    -> WebResponse
  {
    let council = try site.store.reading { try $0.setting("council") } ?? "Your council"
    let areas = account.map { account in Area.allCases.filter { $0.isFor(account) } } ?? []
    let layout = Layout(
      title: title, council: council,
      items: areas.map { Layout.Item(path: $0.path, label: $0.rawValue, isCurrent: $0 == area) },
      name: account?.name, csrf: csrf, body: body,
      stylesheets: ["govuk.css", "homeward.css"].compactMap { site.assets.paths[$0] },
      scripts: ["htmx.js", "vega.js", "homeward.js"].compactMap { site.assets.paths[$0] },
      again: again)
    return .html(site.templates.fill("layout", layout), status: status)
  }

  /// A page of an area from its own template.
  func page(_ title: String, _ area: Area?, template: String, _ value: some Sendable, status: Int = 200)
    throws
    -> WebResponse
  {
    try page(title, area, site.templates.fill(template, value), status: status)
  }
}
