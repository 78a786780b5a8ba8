import Files
import Published

/// Where published statistics are read from.
public enum PublishedSource: Sendable {
  /// A folder of CSV files.
  case folder(String)
  /// The council's store.
  case kept(any ReferenceRepository)
}

/// Children looked after at 31 March as published, for every authority.
struct PublishedCounts {
  /// The measure's name among the published ones.
  static let measure = "cla-31-march"

  let areas: [Area]
  /// By the area's position and the year.
  let counts: [[Int: Int]]
  private let neighbourNumbers: (String) throws(OperationError) -> [String]

  /// Reads the counts; `progress` is told of files.
  ///
  /// - Throws: `OperationError` where there are none, or the source can't be read.
  init(_ source: PublishedSource, progress: (Int, Int) -> Void) throws(OperationError) {
    switch source {
    case .folder(let path): try self.init(folder: path, progress)
    case .kept(let repository): try self.init(kept: repository)
    }
  }

  private init(folder path: String, _ progress: (Int, Int) -> Void) throws(OperationError) {
    let folder: PublishedFolder
    do throws(FilesError) { folder = try PublishedReader.read(at: path, progress: progress) } catch {
      throw .files(error)
    }
    var counts = [[Int: Int]](repeating: [:], count: folder.areas.count)
    var neighbours: [String: [String]] = [:]
    for file in folder.files {
      neighbours.merge(file.neighbours) { $1 }
      for series in file.series where series.measure == Self.measure {
        for figure in series.figures {
          if let value = figure.value { counts[figure.area][figure.year] = Int(exactly: value.rounded()) }
        }
      }
    }
    guard counts.contains(where: { !$0.isEmpty }) else {
      throw .setting(
        "\(path) holds no published counts of children looked after at 31 March. Give a folder with the national table of numbers and rates by authority, from Explore education statistics."
      )
    }
    areas = folder.areas
    self.counts = counts
    neighbourNumbers = { neighbours[$0] ?? [] }
  }

  private init(kept repository: any ReferenceRepository) throws(OperationError) {
    let areas = try OperationError.storing { () throws(StoreError) in try repository.areas() }
    let figures = try OperationError.storing { () throws(StoreError) in
      try repository.figures(measures: [Self.measure], areas: [], years: nil)
    }
    guard !figures.isEmpty else {
      throw .setting(
        "The store holds no published counts of children looked after. Add them with homeward reference add FOLDER, or name the folder with --reference FOLDER."
      )
    }
    let places = Dictionary(areas.enumerated().map { ($1, $0) }) { first, _ in first }
    var counts = [[Int: Int]](repeating: [:], count: areas.count)
    for figure in figures {
      if let place = places[figure.area], let value = figure.value {
        counts[place][figure.year] = Int(exactly: value.rounded())
      }
    }
    self.areas = areas
    self.counts = counts
    neighbourNumbers = { number throws(OperationError) in
      try OperationError.storing { () throws(StoreError) in try repository.neighbours(of: number) }
    }
  }

  /// The last year with a count of any authority; nil where there is none.
  var lastYear: Int? { authorities.flatMap { counts[$0].keys }.max() }

  /// The positions of the authorities.
  var authorities: [Int] { areas.indices.filter { areas[$0].level == .authority } }

  /// The positions of an authority's statistical neighbours, nearest first.
  func neighbours(of place: Int) throws(OperationError) -> [Int] {
    guard let number = areas[place].number else { return [] }
    return try neighbourNumbers(number).compactMap { wanted in areas.firstIndex { $0.number == wanted } }
  }
}
