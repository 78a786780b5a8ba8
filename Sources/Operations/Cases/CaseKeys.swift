import BusinessCases

/// The words a case's file is written with.
enum CaseKeys {
  static let file = [
    "kind", "name", "note", "start", "end", "prices", "inflation", "discount", "baseline", "driver", "target",
    "answers", "costs", "benefits", "options",
  ]
  static let baseline = ["day", "spend", "weekly", "peak"]
  static let option = ["name", "note", "answers", "costs", "benefits"]
  static let figure = ["value", "low", "high"]
  static let source = ["scenario", "initiative"]
  static let dated = ["on", "number"]
  /// Of costs and benefits, beside their questions.
  static let line = ["id", "name", "note", "prices"]
  /// Of benefits, besides.
  static let benefit = ["by_year", "from"]
}
