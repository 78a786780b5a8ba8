/// What somebody may do.
public enum Permission: String, CaseIterable, Sendable {
  /// See pages of counts and money, small numbers kept back.
  case see
  /// Take figures away as files, small numbers kept back.
  case export
  /// See rows about single children, under a pseudonym.
  case seeChildren
  /// Load returns and other files of the council, and take them back.
  case load
  /// Run forecasts and compare scenarios.
  case forecast
  /// Load fees, budget and accounts; sign an outturn off.
  case money
  /// Keep plans and business cases.
  case plan
  /// Add people, give roles, change settings.
  case administer
  /// Read and export the audit.
  case audit
}

/// What somebody's work is. A person may have several.
public enum AccessRole: String, CaseIterable, Sendable {
  case viewer, analyst, finance, programme, casework, panelChair, administrator

  /// What it is called.
  public var label: String {
    switch self {
    case .viewer: "Viewer"
    case .analyst: "903 analyst"
    case .finance: "Finance partner"
    case .programme: "Programme manager"
    case .casework: "Casework"
    case .panelChair: "Panel chair"
    case .administrator: "Administrator"
    }
  }

  /// What it is for, in a sentence.
  public var words: String {
    switch self {
    case .viewer: "Sees every page of counts and money, with small numbers kept back."
    case .analyst: "Loads returns, sees rows about single children, runs forecasts."
    case .finance: "Loads fees, budget and accounts, runs forecasts."
    case .programme: "Keeps plans and business cases, runs forecasts."
    case .casework: "Sees rows about single children."
    case .panelChair: "Sees rows about single children."
    case .administrator: "Adds people, gives roles, reads the audit. Sees no rows about children."
    }
  }

  /// What it may do.
  public var permissions: Set<Permission> {
    switch self {
    case .viewer: [.see]
    case .analyst: [.see, .export, .seeChildren, .load, .forecast]
    case .finance: [.see, .export, .money, .forecast]
    case .programme: [.see, .export, .plan, .forecast]
    case .casework, .panelChair: [.see, .seeChildren]
    case .administrator: [.see, .administer, .audit]
    }
  }
}
