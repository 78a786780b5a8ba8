import Units

/// Who provides placements, and made-up reference numbers for them: all begin 99, which no real one does.
enum Providers {
  /// Providers by kind, from DfE, "Children looked after in England including adoptions", 2024 release,
  /// placement type by provider.
  static func provider(of kind: Kind, _ draws: inout Draws) -> String {
    switch kind {
    case .kinship, .inHouseFoster, .inHouseHome: "PR1"
    case .agencyFoster: draws.pick([("PR4", 0.80), ("PR5", 0.19), ("PR2", 0.01)])
    case .externalHome: draws.pick([("PR4", 0.93), ("PR5", 0.055), ("PR2", 0.015)])
    case .secure: "PR2"
    case .residentialSchool: draws.pick([("PR4", 0.7), ("PR5", 0.3)])
    case .supported: draws.pick([("PR4", 0.87), ("PR5", 0.09), ("PR1", 0.04)])
    case .parents: "PR0"
    case .adoption: draws.pick([("PR1", 0.58), ("PR2", 0.2), ("PR5", 0.22)])
    case .familyCentre, .careHome: draws.pick([("PR4", 0.8), ("PR5", 0.2)])
    case .hospital, .youthCustody: "PR3"
    case .other: ""
    }
  }

  /// The reference number, empty for kinds that have none and XXXXXXX for adopters of a regional agency.
  static func urn(of kind: Kind, provider: String, number: Int) -> String {
    switch kind {
    case .parents, .careHome, .hospital, .youthCustody, .other: ""
    case .adoption: "XXXXXXX"
    case .kinship, .inHouseFoster: reference(1, 0)
    case .agencyFoster: reference(2, number % 14)
    case .inHouseHome: reference(3, number % 4)
    case .externalHome: reference(4, number % 60)
    case .secure: reference(5, number % 3)
    case .residentialSchool: reference(6, number % 3)
    case .supported: reference(7, number % 16 + (provider == "PR1" ? 50 : 0))
    case .familyCentre: reference(8, number % 4)
    }
  }

  /// Homes stand in one place, so their postcodes follow their numbers; carers live anywhere.
  static func building(of kind: Kind, urn: String, number: Int) -> Int {
    guard kind.isHome || kind == .residentialSchool || kind == .familyCentre, let home = Int(urn) else {
      return number
    }
    return home * 7 % 10_000
  }

  private static func reference(_ group: Int, _ member: Int) -> String {
    String(9_900_000 + group * 100 + member)
  }
}
