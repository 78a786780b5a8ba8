public import Units

/// One file of the example council: where it goes and what it says.
public struct ExampleFile: Sendable {
  /// Path below the folder the files are written to, such as `2020-21/episodes.csv`.
  public let path: String
  /// The whole text, in UTF-8 with line feeds.
  public let contents: String
}

/// Wrenfield: a council that does not exist, with six years of returns about children nobody has met.
///
/// Everything is drawn from a seed, so the same seed gives the same bytes on every machine. Lives are
/// simulated from 2002, that children of every age and length of care are there by the first return,
/// 2020/21.
public struct ExampleCouncil: Sendable {
  /// The council's name.
  public static let name = "Wrenfield"
  /// The nine-character code invented for it, by which its postcode list says what lies in its area.
  public static let authority = Postcodes.wrenfield

  private let seed: Seed
  private let children: [Child]
  /// The council's shape, measured on its own returns, beside the published figures for England.
  public let shape: [ShapeLine]

  /// The council of a seed; the bundled files are those of 1903.
  public init(seed: Seed = Seed(1903)) {
    self.seed = seed
    children = Arrivals(seed: seed).children
    shape = Shape(of: children).lines
  }

  /// Every return's tables, by year, then the fee ledger, budget and actuals of the last, the price list, the list of postcodes and a note of what the files are.
  public func files() -> [ExampleFile] {
    let returns = Parameters.returns.map { Return(seed: seed, year: $0, of: children) }
    let postcodes = returns.reduce(into: Set<String>()) { $0.formUnion($1.postcodes) }
    let fees = Fees(seed: seed, children: children)
    return returns.flatMap { $0.files() }
      + [
        fees.file, Contracts.file, Accounts.budget(fees), Accounts.actuals(fees, seed: seed), Prices.file,
        Postcodes.file(postcodes),
        Readme.file(seed: seed, shape: shape),
      ]
  }

  /// The same files with faults planted in the latest return, a list of them in FAULTS.txt, and the faults.
  public func filesWithFaults() -> (files: [ExampleFile], faults: [PlantedFault]) {
    let sound = files()
    let year = Parameters.returns[Parameters.returns.count - 1]
    var faulty = FaultyReturn(sound, year: year)
    for fault in Fault.all { faulty.plant(fault) }
    let changed = Dictionary(uniqueKeysWithValues: faulty.files.map { ($0.path, $0) })
    return (sound.map { changed[$0.path] ?? $0 } + [FaultList.file(faulty.faults)], faulty.faults)
  }
}
