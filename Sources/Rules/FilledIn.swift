import Units

/// Which items of a row are filled in.
extension OC2Row {
  /// The columns of `neededItems`.
  static let neededColumns = ["IMMUNISATIONS", "TEETH_CHECK", "HEALTH_ASSESSMENT", "SUBSTANCE_MISUSE"]
  /// The columns of all items but the questionnaire.
  static let itemColumns =
    neededColumns + ["CONVICTED", "HEALTH_CHECK", "INTERVENTION_RECEIVED", "INTERVENTION_OFFERED"]
  /// The four items that every child looked after for twelve months needs.
  var neededItems: [Code] { [immunisations, teethCheck, healthAssessment, substanceMisuse] }
  /// The items that only some children need: by age, or by the answer to another.
  var conditionalItems: [Code] { [convicted, healthCheck, interventionReceived, interventionOffered] }
  /// Whether any item but the strengths and difficulties questionnaire is filled in.
  var hasHealthItems: Bool { (neededItems + conditionalItems).contains { !$0.isEmpty } }
  /// Whether one of the four items that every child needs is blank.
  var lacksNeededItems: Bool { neededItems.contains(where: \.isEmpty) }
  /// Whether neither a questionnaire's score nor a reason for there being none is filled in.
  var lacksQuestionnaire: Bool { sdqScore.isEmpty && sdqReason.isEmpty }
}

extension OC3Row {
  /// The columns of its three items.
  static let itemColumns = ["IN_TOUCH", "ACTIV", "ACCOM"]
  /// Whether anything is said of the care leaver.
  var isFilledIn: Bool { !inTouch.isEmpty || !activity.isEmpty || !accommodation.isEmpty }
}

extension AD1Row {
  /// The columns of its six items.
  static let itemColumns = [
    "DATE_INT", "DATE_MATCH", "FOSTER_CARE", "NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR",
  ]
  /// For each of the six items, whether it is filled in.
  var writtenItems: [Bool] {
    [dateInt.isWritten, dateMatch.isWritten]
      + [fosterCare, adopters, sexAdopters, statusAdopters].map { !$0.isEmpty }
  }
  /// Whether anything is said of the adoption.
  var isFilledIn: Bool { writtenItems.contains(true) }
}
