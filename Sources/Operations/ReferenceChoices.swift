import Published

/// The councils that published figures are kept of, for a list to choose from.
public enum ReferenceChoices {
  /// Councils by name, each with the code that names it for ever.
  ///
  /// - Throws: `StoreError`.
  public static func councils(
    _ reference: some ReferenceRepository
  ) throws(StoreError) -> [(value: String, name: String)] {
    try reference.areas().filter { $0.level == .authority }.compactMap { area in
      (area.number ?? area.code).map { (value: $0, name: area.name) }
    }.sorted { ($0.name, $0.value) < ($1.name, $1.value) }
  }
}
