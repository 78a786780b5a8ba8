/// The words a scenario's file is written with.
enum ScenarioKeys {
  static let scenario = ["name", "note", "correlation", "uplift", "rates", "initiatives"]
  static let uplift = ["mean", "deviation"]
  static let rate = [
    "event", "ages", "categories", "to", "uasc", "multiply", "add_per_year", "replace_per_year",
  ]
  static let who = ["ages", "categories", "uasc", "nights_in_care", "nights_in_stay"]
  static let cost = ["per_year", "per_case", "once"]
  static let support = ["per_week", "weeks"]
  /// Of initiatives of every kind.
  static let initiative = [
    "id", "name", "kind", "start", "end", "ramp_months", "evidence", "interval", "cost",
  ]

  /// Of initiatives of each kind, besides.
  static func own(_ kind: InitiativeWord) -> [String] {
    switch kind {
    case .preventEntry, .keepStable: ["who", "share", "per_month"]
    case .returnHome: ["who", "chance_per_year", "reentry_share", "support", "per_month"]
    case .stepDown, .bringInHouse: ["who", "to", "chance_per_year", "breakdown_share", "per_month"]
    case .addCapacity: ["who", "to", "places", "per_month"]
    case .changePrice: ["categories", "change", "above_nights_per_month"]
    case .changeStaffing: ["posts", "premium_per_year"]
    case .earnIncome: ["beds", "price_per_week", "cost_per_week", "occupancy"]
    }
  }

  /// Of initiatives of any kind.
  static var ownOfAll: [String] {
    var all: [String] = []
    for key in InitiativeWord.allCases.flatMap(own) where !all.contains(key) { all.append(key) }
    return all
  }

  /// What to write where a key is missing.
  static func example(_ key: String) -> String {
    switch key {
    case "id": "id: early-help"
    case "kind": "kind: prevent_entry"
    case "start": "start: 2027-04-01"
    case "who": "who: everyone, or ages and categories under it"
    case "share": "share: 20 %"
    case "chance_per_year": "chance_per_year: 15 %"
    case "reentry_share": "reentry_share: 10 %, or 0 % if nobody is expected back"
    case "breakdown_share": "breakdown_share: 10 %, or 0 % if every move is expected to hold"
    case "to": "to: in_house_foster"
    case "places": "places: 10"
    case "categories": "categories: agency_foster, or categories: all"
    case "change": "change: -3 %"
    case "posts": "posts: 12"
    case "premium_per_year", "per_year", "per_case", "once": "\(key): 25,000"
    case "beds": "beds: 2"
    case "price_per_week", "cost_per_week", "per_week": "\(key): 4,500"
    case "occupancy": "occupancy: 80 %"
    case "weeks": "weeks: 26"
    case "event": "event: entries"
    case "mean": "mean: 3 %"
    default: "\(key): and its value"
    }
  }

  /// The key most like a word, if one is at all like it.
  static func nearest(to word: String, among keys: [String]) -> String? {
    let plain = InitiativeWord.plain(word)
    // Written otherwise, or with two letters the wrong way round.
    if let same = keys.first(where: { $0 == plain || $0.sorted() == plain.sorted() }) { return same }
    let near = keys.map { (key: $0, distance: AreaSearch.distance(plain, $0)) }.min {
      $0.distance < $1.distance
    }
    if let near, near.distance <= max(1, min(plain.count, near.key.count) / 3) { return near.key }
    return keys.first { key in
      plain.count > 2 && (key.contains(plain.dropLast(plain.count > 5 ? 1 : 0)) || plain.contains(key))
    }
  }
}

/// The kinds of initiative as files name them.
enum InitiativeWord: String, CaseIterable {
  case preventEntry = "prevent_entry"
  case returnHome = "return_home"
  case stepDown = "step_down"
  case bringInHouse = "bring_in_house"
  case keepStable = "keep_stable"
  case addCapacity = "add_capacity"
  case changePrice = "change_price"
  case changeStaffing = "change_staffing"
  case earnIncome = "earn_income"

  /// A word in small letters, joined by underscores: "Step down" and "step-down" are `step_down`.
  static func plain(_ text: String) -> String {
    String(text.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
  }
}
