import Foundation

/// What a file of the council's holds.
public enum DocumentKind: String, CaseIterable, Sendable {
  case returns, prices, fees, contracts, budget, actuals, adjustments, postings, categories, plan, scenario,
    businessCase, paper

  /// What it is called.
  public var label: String {
    switch self {
    case .returns: "SSDA903 return"
    case .prices: "Price list"
    case .fees: "Fee ledger"
    case .contracts: "Contracts"
    case .budget: "Budget"
    case .actuals: "Actual spending"
    case .adjustments: "Adjustments"
    case .postings: "Postings for savings"
    case .categories: "Categories of our own"
    case .plan: "Savings plan"
    case .scenario: "Scenario"
    case .businessCase: "Business case"
    case .paper: "Paper to read a plan from"
    }
  }

  /// Whether there is one at a time: a new one takes the place of the one before.
  public var isSingle: Bool {
    switch self {
    case .returns, .plan, .scenario, .businessCase, .paper: false
    default: true
    }
  }

  /// Who may add one.
  public var permission: Permission {
    switch self {
    case .returns, .categories: .load
    case .prices, .fees, .contracts, .budget, .actuals, .adjustments, .postings: .money
    case .plan, .businessCase, .paper: .plan
    case .scenario: .forecast
    }
  }
}

/// A file of the council's, as it was given. Its bytes are sealed in the store.
public struct CouncilDocument: Sendable, Equatable {
  /// Names it for ever.
  public let id: String
  /// What it holds.
  public let kind: DocumentKind
  /// Its path as it was given, such as `2024-25/episodes.csv`.
  public let name: String
  /// How many bytes it has.
  public let size: Int
  /// SHA-256 of its bytes.
  public let digest: String
  /// Who added it.
  public let addedBy: String
  /// When, in seconds since 1970.
  public let addedAt: Int64

  /// What a run is asked that reads this paper: the same bytes give the same, whatever else is loaded.
  var asPaper: [String: String] { ["file": name, "digest": digest] }

  /// A document.
  public init(
    id: String, kind: DocumentKind, name: String, size: Int, digest: String, addedBy: String, addedAt: Int64
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.size = size
    self.digest = digest
    self.addedBy = addedBy
    self.addedAt = addedAt
  }
}
