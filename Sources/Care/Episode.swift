public import Units

/// A child as the returns know them: date of birth and, for an unaccompanied asylum-seeking child, until when.
public struct Child: Sendable {
  /// The council's identifier; it never shows itself.
  public let id: ChildID
  /// Date of birth.
  public let birth: CivilDay
  /// Whether the child is in any year's list of unaccompanied asylum-seeking children.
  public let isUASC: Bool
  /// The 18th birthday, on which a child leaves care at the latest.
  public var eighteenth: CivilDay { Age.birthday(18, bornOn: birth) }

  /// A child.
  public init(id: ChildID, birth: CivilDay, isUASC: Bool) {
    self.id = id
    self.birth = birth
    self.isUASC = isUASC
  }
}

/// An episode of care: one placement under one legal status, from DECOM up to, and not including, DEC.
public struct Episode: Sendable {
  /// Position of the child in `CareHistories.children`.
  public let child: Int32
  /// DECOM, the first night.
  public let start: CivilDay
  /// DEC, the day after the last night; nil while the episode is open.
  public var end: CivilDay?
  /// RNE, the reason for the new episode.
  public let reasonNew: Code
  /// LS, the legal status.
  public let legalStatus: Code
  /// CIN, the category of need; empty where the return has none.
  public let need: Code
  /// PLACE, the placement code.
  public let place: Code
  /// PLACE_PROVIDER, who provides the placement.
  public let provider: Code
  /// URN of the provider, where it is short enough to be one.
  public let urn: Code
  /// REC, the reason the episode ceased; empty while it is open.
  public let reasonCeased: Code
  /// The category of the placement.
  public let category: Category
  /// Where the placement is, as far as it is known.
  public let locality: Locality

  /// An episode as returned.
  public init(
    child: Int32, start: CivilDay, end: CivilDay?, reasonNew: Code, legalStatus: Code, place: Code,
    provider: Code, urn: Code, reasonCeased: Code, category: Category, need: Code = .empty,
    locality: Locality = .unknown
  ) {
    self.child = child
    self.start = start
    self.end = end
    self.reasonNew = reasonNew
    self.legalStatus = legalStatus
    self.place = place
    self.provider = provider
    self.urn = urn
    self.reasonCeased = reasonCeased
    self.category = category
    self.need = need
    self.locality = locality
  }

  /// An agreed series of short breaks (V3, V4): respite, kept apart from children looked after, as in the national
  /// statistics.
  public var isRespite: Bool { legalStatus == "V3" || legalStatus == "V4" }
  /// A temporary placement (T0 to T4): hospital, holiday, a carer's absence.
  public var isTemporary: Bool { place.first == UInt8(ascii: "T") }
  /// The same placement with the same provider and URN.
  func isSamePlacement(as other: Episode) -> Bool {
    place == other.place && provider == other.provider && urn == other.urn
  }
}
