import Operations

/// Records of children that only named people may see: the list, and changing it.
enum RestrictedRoutes {
  static let all = [
    Route("GET", "/restricted", .needs(.administer)) { try page($0) },
    Route("POST", "/restricted", .needs(.administer), add),
    Route("POST", "/restricted/numbers", .needs(.administer), numbers),
    Route("POST", "/restricted/:id/named", .needs(.administer), setNamed),
    Route("POST", "/restricted/:id/lift", .needs(.administer), lift),
    Route("POST", "/restricted/:id/restore", .needs(.administer), restore),
  ]

  private struct Person {
    let field: String, value: Int64, label: String, isOn: Bool
  }

  private struct Record {
    let id: Int64, name: String, reason: String, by: String, at: String, named: String, people: [Person]
    let csrf: String
  }

  /// What was typed into the form for another one.
  private struct Typed {
    var child = "", reason = ""
  }

  private struct Page {
    let message: String?, caution: String?, undo: Int64?, error: String?, isEmpty: Bool, revealed: Bool,
      records: [Record]
    let people: [Person], hasPeople: Bool, child: String, reason: String, csrf: String
  }

  private static func page(
    _ visit: Visit, message: String? = nil, caution: String? = nil, undo: Int64? = nil, error: String? = nil,
    revealed: [Restriction]? = nil, typed: Typed = Typed()
  ) throws -> WebResponse {
    let page = try visit.site.store.reading { reading in
      let accounts = try reading.accounts()
      // Who sees no rows about children would see none by being named.
      let able = accounts.filter { $0.may(.seeChildren) }
      let records = try revealed ?? reading.restrictions()
      return Page(
        message: message, caution: caution, undo: undo, error: error, isEmpty: records.isEmpty,
        revealed: revealed != nil,
        records: records.map { one in
          let shown = accounts.filter { one.named.contains($0.id) || $0.may(.seeChildren) }
          let names = accounts.filter { one.named.contains($0.id) }.map(\.name)
          return Record(
            id: one.id, name: revealed == nil ? reading.pseudonym(of: one.child) : one.child,
            reason: one.reason, by: one.addedBy, at: Phrases.moment(one.addedAt),
            named: names.isEmpty ? "nobody is named" : names.joined(separator: ", "),
            people: people("\(one.id)", shown, on: one.named), csrf: visit.csrf)
        }, people: people("new", able, on: []), hasPeople: !able.isEmpty, child: typed.child,
        reason: typed.reason, csrf: visit.csrf)
    }
    return try visit.page(
      "Restricted records", .administration, template: "restricted", page, status: error == nil ? 200 : 400)
  }

  private static func people(_ mark: String, _ accounts: [Account], on named: Set<Int64>) -> [Person] {
    accounts.map {
      Person(
        field: "named-\(mark)-\($0.id)", value: $0.id, label: "\($0.name) (\($0.signInName))",
        isOn: named.contains($0.id))
    }
  }

  private static func named(_ visit: Visit) -> Set<Int64> {
    Set(visit.request.fields.filter { $0.name == "named" }.compactMap { Int64($0.value) })
  }

  private static func add(_ visit: Visit) throws -> WebResponse {
    let (typed, reason) = (visit.request.field("child"), visit.request.field("reason"))
    let child = typed.filter { !$0.isWhitespace }
    do {
      try visit.site.restrictions.add(
        child, reason: reason, named: named(visit), by: visit.signedIn())
    } catch let error as AccessError where error != .forbidden {
      return try page(visit, error: error.words, typed: Typed(child: typed, reason: reason))
    }
    return try page(
      visit,
      message:
        "The record is restricted. From now on its rows are shown only to those named, also in what was worked out before.",
      caution: visit.site.restrictions.isInReturns(child) == false
        ? "The number stands in none of the returns that are loaded: check that it is written as they have it. If it is wrong, lift the restriction and restrict the right one."
        : nil)
  }

  private static func numbers(_ visit: Visit) throws -> WebResponse {
    try page(visit, revealed: visit.site.restrictions.revealed(to: visit.signedIn()))
  }

  private static func setNamed(_ visit: Visit) throws -> WebResponse {
    let isThere = try visit.site.restrictions.setNamed(
      named(visit), of: visit.number("id"), by: visit.signedIn())
    guard isThere else { throw WebError.notFound }
    return try page(visit, message: "Saved who is named for it.")
  }

  private static func lift(_ visit: Visit) throws -> WebResponse {
    let id = try visit.number("id")
    guard try visit.site.restrictions.lift(id, by: visit.signedIn()) else { throw WebError.notFound }
    return try page(
      visit,
      message: "The restriction is lifted: everybody who sees rows about children sees this one's again.",
      undo: id)
  }

  private static func restore(_ visit: Visit) throws -> WebResponse {
    guard try visit.site.restrictions.restore(visit.number("id"), by: visit.signedIn()) else {
      throw WebError.notFound
    }
    return try page(visit, message: "The record is restricted again, to the same people.")
  }
}

extension Visit {
  /// Rows about children as the one who is signed in may read them.
  func childRows() throws -> ChildRows {
    let account = try signedIn()
    return try site.store.reading { try ChildRows(for: account, in: $0) }
  }

  /// What is said where rows are left out; nil where none are.
  static func words(withheld count: Int) -> String? {
    count == 0
      ? nil
      : "\(Phrases.count(count, "row is", "rows are")) left out here: only people named for a restricted record see its rows, and you are not named for \(count == 1 ? "this one" : "these")."
  }

  /// What the audit says where rows are left out.
  static func noted(_ withheld: Int) -> String {
    withheld == 0 ? "" : ", \(withheld) rows of restricted records left out"
  }
}
