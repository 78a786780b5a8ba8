import Units

/// What several rules ask of an episode.
extension EpisodeRow {
  /// The child was adopted: E11 or E12.
  var endsInAdoption: Bool { rec == "E11" || rec == "E12" }
  /// The child lives with those who will adopt: A3 to A6.
  var isPlacedForAdoption: Bool {
    placement == "A3" || placement == "A4" || placement == "A5" || placement == "A6"
  }
  /// The child lives with foster carers: U1 to U6.
  var isFostered: Bool {
    placement == "U1" || placement == "U2" || placement == "U3" || placement == "U4" || placement == "U5"
      || placement == "U6"
  }
}

/// What several rules ask of a child in the header.
extension HeaderRow {
  /// The sex by the codes in use since 2024/25; before, 1 was male and 2 female.
  var presentSex: Code { sex == "1" ? "M" : sex == "2" ? "F" : sex }
  /// Male, by the codes of any year.
  var isMale: Bool { presentSex == "M" }
  /// Female, by the codes of any year.
  var isFemale: Bool { presentSex == "F" }
}

extension Collection {
  /// Whether the child is, or was in last year's return, an unaccompanied asylum seeker.
  func isOrWasUASC(_ child: Int32) -> Bool { now.isUASC(child) || last?.isUASC(child) == true }
}
