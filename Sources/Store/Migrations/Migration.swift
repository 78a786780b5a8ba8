/// One step in the making of a store's tables. A step that was ever released is never edited: a later one follows it.
struct Migration {
  /// Its name in the file, for ever.
  let name: String
  /// What it does.
  let sql: String

  /// Every step, in the order in which they are taken.
  static let all = [loads, reference, mappings, outturns, plans, reversals, council, restrictions]
}
