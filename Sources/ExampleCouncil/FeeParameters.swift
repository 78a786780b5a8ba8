import Units

/// What the example's ledger charges, to whom, and how fees differ from child to child: the example's own.
enum FeeParameters {
  /// The category of the price list that a placement is charged by, and its codes in the accounts.
  static func category(_ kind: Kind, provider: String) -> String {
    switch kind {
    case .kinship: "kinship_foster"
    case .inHouseFoster, .agencyFoster: provider == "PR1" ? "in_house_foster" : "agency_foster"
    case .inHouseHome, .externalHome, .careHome: provider == "PR1" ? "in_house_home" : "external_home"
    case .secure: "secure"
    case .residentialSchool: "residential_school"
    case .supported: "supported_accommodation"
    case .parents: "with_parents"
    case .adoption: "adoption"
    case .familyCentre, .hospital, .youthCustody, .other: "other"
    }
  }

  /// Cost centre and subjective code by category.
  static func codes(_ category: String) -> (costCentre: String, subjective: String) {
    switch category {
    case "kinship_foster": ("31110", "21150")
    case "in_house_foster": ("31120", "21100")
    case "agency_foster": ("31130", "40110")
    case "with_parents": ("31140", "40400")
    case "adoption": ("31150", "21160")
    case "in_house_home": ("31210", "11000")
    case "external_home": ("31220", "40120")
    case "secure": ("31230", "40130")
    case "residential_school": ("31240", "40140")
    case "supported_accommodation": ("31310", "40150")
    case "direct_payments": ("31410", "40410")
    case "packages": ("31420", "40420")
    default: ("31320", "40190")
    }
  }

  /// How far fees lie apart, as a share of the category's price.
  static func spread(_ category: String) -> Double {
    switch category {
    case "secure", "in_house_home": 0.04
    case "in_house_foster", "kinship_foster", "with_parents", "adoption": 0.12
    case "agency_foster": 0.14
    case "residential_school": 0.18
    case "external_home": 0.28
    default: 0.32
    }
  }

  /// The chance that a placement is paid for at all: hospitals are the health service's.
  static func paidChance(_ kind: Kind) -> Double {
    switch kind {
    case .hospital: 0
    case .parents: 0.25
    case .adoption: 0.4
    default: 1
    }
  }

  /// The chance that somebody has planned when a placement ends.
  static func plannedChance(_ kind: Kind) -> Double {
    switch kind {
    case .kinship, .inHouseFoster: 0.45
    case .parents, .adoption: 0.2
    default: 0.8
    }
  }

  /// Days by which placements end later than planned; early for as many as lie below nought.
  static func slippage(_ uniform: Double) -> Int {
    // A quarter end early by up to two months, a quarter on the day, half late by up to seven months.
    if uniform < 0.25 { return -Int((0.25 - uniform) * 240) }
    if uniform < 0.5 { return 0 }
    return Int((uniform - 0.5) * (uniform - 0.5) * 840)
  }

  /// A provider's name, made up, and its contract; empty for a price agreed child by child.
  static func provider(_ stay: Placement, number: Int) -> (name: String, contract: String) {
    let birds = [
      "Avocet", "Bittern", "Curlew", "Dunlin", "Egret", "Fulmar", "Gannet", "Heron", "Ibis", "Kestrel",
      "Lapwing", "Merlin", "Nightjar", "Osprey", "Plover", "Redwing", "Siskin", "Tern", "Whimbrel",
      "Yellowhammer",
    ]
    let own = ExampleCouncil.name
    switch stay.kind {
    case .kinship: return ("\(own) kinship carers", "")
    case .inHouseFoster, .agencyFoster:
      if stay.provider == "PR1" { return ("\(own) foster carers", "") }
      let which = number % 14
      return ("\(birds[which]) Fostering", which < 10 ? "FOS-\(101 + which)" : "")
    case .inHouseHome, .externalHome:
      if stay.provider == "PR1" { return ("\(own) Homes", "") }
      let which = number % 60 % 20
      return (
        "\(birds[which]) Homes", which < 2 ? "HOM-B\(which + 1)" : which < 12 ? "HOM-\(201 + which)" : ""
      )
    case .supported:
      if stay.provider == "PR1" { return ("\(own) Lodgings", "") }
      let which = number % 16
      return ("\(birds[which]) Supported Living", which < 4 ? "SUP-V\(which + 1)" : "")
    case .parents: return ("Parents", "")
    case .adoption: return ("Adopters", "")
    case .secure: return ("Secure home \(number % 3 + 1)", "")
    case .residentialSchool: return ("\(birds[number % 3 + 3]) School", "SCH-\(301 + number % 3)")
    case .familyCentre: return ("\(birds[number % 4 + 8]) Family Centre", "")
    case .careHome: return ("\(birds[number % 5 + 12]) Care", "")
    case .hospital, .youthCustody, .other: return ("Other placements", "")
    }
  }
}
