/// How a council's finance tables are read, kept so that it is said once.
public protocol MappingRepository: Sendable {
  /// The mapping of a kind of table, `fees`, as YAML; nil where none is kept.
  func mapping(of ledger: String) throws(StoreError) -> String?
  /// Keeps a mapping in place of the one before; `moment` is now in UTC.
  func keep(_ yaml: String, of ledger: String, moment: String) throws(StoreError)
}
