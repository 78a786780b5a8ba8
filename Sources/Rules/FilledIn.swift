import Units

/// Which items of a row are filled in.
extension OC2Row {
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
  /// Whether anything is said of the care leaver.
  var isFilledIn: Bool { !inTouch.isEmpty || !activity.isEmpty || !accommodation.isEmpty }
}

extension AD1Row {
  /// Whether anything is said of the adoption.
  var isFilledIn: Bool {
    dateInt.isWritten || dateMatch.isWritten
      || [fosterCare, adopters, sexAdopters, statusAdopters].contains { !$0.isEmpty }
  }
}

extension HeaderRow {
  /// Male, by the codes of any year.
  var isMale: Bool { sex == "M" || sex == "1" }
  /// Female, by the codes of any year.
  var isFemale: Bool { sex == "F" || sex == "2" }
}
