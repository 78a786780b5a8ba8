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

  /// Every return's tables, by year, then the price list and a note of what the files are.
  public func files() -> [ExampleFile] {
    let returns = Parameters.returns.map { Return(seed: seed, year: $0, of: children) }
    return returns.flatMap { $0.files() } + [Prices.file, Readme.file(seed: seed, shape: shape)]
  }
}
