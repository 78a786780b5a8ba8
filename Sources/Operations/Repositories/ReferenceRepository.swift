public import Published

/// Published national statistics, kept for comparing a council with others.
public protocol ReferenceRepository: Sendable {
  /// The files that figures are from, by kind.
  func sources() throws(StoreError) -> [ReferenceSource]
  /// Keeps a folder's figures, all or none. Files that are there already change nothing; a file of a kind that is
  /// there takes its place. `progress` is told how many of how many figures are kept.
  func add(
    _ folder: PublishedFolder, moment: String, progress: (_ done: Int, _ of: Int) -> Void
  ) throws(StoreError) -> ReferenceAddition
  /// Every area known.
  func areas() throws(StoreError) -> [Area]
  /// Figures of measures for areas and years, in order of measure, area and year; each measure, area and year once,
  /// from the file added last that has a value.
  ///
  /// A measure that ends in `/` stands for all below it (`started/age/`); an area is named by its ONS code, a former
  /// one included, or its three-digit code. No areas or years mean all.
  func figures(
    measures: [String], areas: [String], years: ClosedRange<Int>?
  ) throws(StoreError) -> [ReferenceFigure]
  /// The statistical neighbours of an authority, nearest first, as three-digit codes; empty where none are known.
  func neighbours(of number: String) throws(StoreError) -> [String]
}

extension ReferenceRepository {
  /// The authority, region or country that a person's words or a code name; else those they may have meant.
  public func area(named text: String) throws(StoreError) -> AreaMatch {
    AreaSearch.match(text, among: try areas())
  }

  /// An authority's region; nil where it is not known, or the area is a region or England itself.
  public func region(of area: Area) throws(StoreError) -> Area? {
    guard let code = area.region else { return nil }
    return try areas().first { $0.code == code }
  }

  /// What every use of these figures must say.
  public var attribution: String { PublishedFolder.attribution }
}
