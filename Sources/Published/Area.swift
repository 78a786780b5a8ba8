/// The kinds of area that national statistics are published for.
public enum AreaLevel: String, Sendable, CaseIterable {
  /// England.
  case country = "N"
  /// A region, Inner and Outer London included.
  case region = "R"
  /// A local authority with children's services.
  case authority = "L"

  /// The level that the first three characters of an ONS code tell.
  init(code: String) {
    switch code.prefix(3) {
    case "E92": self = .country
    case "E12", "E13": self = .region
    default: self = .authority
    }
  }
}

/// An area that figures are published for.
public struct Area: Hashable, Sendable {
  /// The nine-character ONS code last in use; nil where no file gives one.
  public var code: String?
  /// The Department for Education's three-digit code, which stays when an authority gets a new ONS code; nil for
  /// regions and England.
  public var number: String?
  /// The name last published.
  public var name: String
  /// Country, region or authority.
  public var level: AreaLevel
  /// The ONS code of an authority's region, London for both of its halves; nil where it is not known.
  public var region: String?
  /// ONS codes the same authority had before.
  public var formerCodes: [String]

  /// An area.
  public init(
    code: String?, number: String?, name: String, level: AreaLevel, region: String? = nil,
    formerCodes: [String] = []
  ) {
    self.code = code
    self.number = number
    self.name = name
    self.level = level
    self.region = region
    self.formerCodes = formerCodes
  }
}

/// England, its regions and the halves of London, by ONS code. Source: Office for National Statistics, register of
/// geographic codes.
enum Geography {
  static let england = "E92000001"
  static let london = "E12000007"

  static let names = [
    england: "England", "E12000001": "North East", "E12000002": "North West",
    "E12000003": "Yorkshire and The Humber", "E12000004": "East Midlands", "E12000005": "West Midlands",
    "E12000006": "East of England", london: "London", "E12000008": "South East", "E12000009": "South West",
    "E13000001": "Inner London", "E13000002": "Outer London",
  ]

  /// The region that a region's code or name stands for, London for its halves.
  static func region(_ text: String) -> String? {
    let code = names[text] != nil ? text : codes[text.lowercased()]
    guard let code, code != england else { return nil }
    return code.hasPrefix("E13") ? london : code
  }

  private static let codes: [String: String] = {
    var codes = Dictionary(names.map { ($1.lowercased(), $0) }) { first, _ in first }
    codes["yorkshire and humber"] = "E12000003"
    codes["yorkshire and the humber"] = "E12000003"
    codes["london (inner)"] = london
    codes["london (outer)"] = london
    return codes
  }()
}
