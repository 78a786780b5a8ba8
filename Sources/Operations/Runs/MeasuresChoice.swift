import Foundation
import Secrets

/// Beside whose published figures a council's measures stand, as somebody chose it for all.
public struct MeasuresChoice: Sendable, Equatable {
  /// The council itself, by its three-digit code or name; empty for none.
  public var council = ""
  /// Names of councils to stand beside in the place of its statistical neighbours, with semicolons between.
  public var others = ""
  /// People aged 0 to 17 in its area; empty for what is published.
  public var population = ""

  private static let names = ["measures.council", "measures.others", "measures.population"]

  /// A choice.
  public init(council: String = "", others: String = "", population: String = "") {
    (self.council, self.others, self.population) = (council, others, population)
  }

  /// The choice that is kept; of nothing where none is.
  ///
  /// - Throws: `StoreError`.
  public static func kept(in store: some CouncilStore) throws -> MeasuresChoice {
    let values = try store.reading { reading in try names.map { try reading.setting($0) ?? "" } }
    return MeasuresChoice(council: values[0], others: values[1], population: values[2])
  }

  /// What a run of measures is asked. The statistics stand in it with their mark, so that a run says which it was made
  /// from.
  ///
  /// - Throws: `StoreError`.
  public func options(_ reference: some ReferenceRepository) throws -> [String: String] {
    var options: [String: String] = [:]
    if !population.isEmpty { options["population"] = population }
    guard !council.isEmpty else { return options }
    options["beside"] = council
    if !others.isEmpty { options["with"] = others }
    options["statistics"] = try MeasuresChoice.digest(of: reference)
    return options
  }

  /// Keeps the choice once its councils are found, and notes it. Gives what a run of it is asked.
  ///
  /// - Throws: `OperationError.setting` where it can't be used, `AccessError.forbidden`, `StoreError`.
  public func keep(in store: some CouncilStore, by actor: Account, at now: Int64) throws -> [String: String] {
    guard actor.may(.forecast) else { throw AccessError.forbidden }
    if !population.isEmpty, !(Int(population).map { (1...10_000_000).contains($0) } ?? false) {
      throw OperationError.setting("Write the people aged 0 to 17 as a whole number, such as 61000.")
    }
    if !council.isEmpty {
      _ = try PublishedBeside.find(council, others: MeasuresChoice.names(others), in: store.reference)
    }
    let note = AuditNote(
      at: now, actor: actor.signInName, action: "measures.beside", subject: council, detail: others)
    try store.changing(note) { changes in
      for (name, value) in zip(MeasuresChoice.names, [council, others, population]) {
        try changes.set(name, value)
      }
    }
    return try options(store.reference)
  }

  /// Names with semicolons between, each by itself.
  static func names(_ text: String) -> [String] {
    text.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }

  /// A mark of the published files that are kept.
  static func digest(of reference: some ReferenceRepository) throws -> String {
    let lines = try reference.sources().map { "\($0.kind)\t\($0.fingerprint)\n" }.sorted()
    return String(Token.sha256(Data(lines.joined().utf8)).prefix(16))
  }
}
