public import Files

/// Reads a folder of published national statistics: collated tidy files and downloads from Explore education
/// statistics, told by their columns.
public enum PublishedReader {
  /// The largest file read, in bytes.
  public static let fileLimit = 500_000_000

  /// Reads the CSV files at a path. `progress` is told, before each file, how many of how many are done.
  ///
  /// - Throws: `FilesError` where the path itself can't be opened. Files that can't be used are in the result.
  public static func read(
    at path: String, progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws(FilesError) -> PublishedFolder {
    let found = try FileFinder.find(at: path)
    var areas = AreaBook()
    var files: [PublishedFile] = []
    var unused = found.passedOver.map { UnusedFile(name: $0.name, reason: $0.reason) }
    var used: [UInt64: String] = [:]
    for (done, file) in found.files.enumerated() {
      progress(done, found.files.count)
      let outcome: Outcome
      do throws(FilesError) {
        outcome = try file.withBytes(limit: fileLimit) { FileReading.read($0, file.name, &areas) }
      } catch {
        outcome = .unused(error.reason)
      }
      switch outcome {
      case .unused(let reason): unused.append(UnusedFile(name: file.name, reason: reason))
      case .used(let read):
        if let other = used[read.fingerprint] {
          unused.append(UnusedFile(name: file.name, reason: "the same as \(other)"))
        } else {
          used[read.fingerprint] = file.name
          files.append(read)
        }
      }
    }
    progress(found.files.count, found.files.count)
    let (all, positions) = areas.finished()
    return PublishedFolder(
      files: files.map { finished($0, positions) }, unused: unused.sorted { $0.name < $1.name }, areas: all)
  }

  enum Outcome {
    case used(PublishedFile)
    case unused(String)
  }

  /// Figures in order of area and year, each once: of two for one area and year, one with a value.
  private static func finished(_ file: PublishedFile, _ positions: [Int]) -> PublishedFile {
    var file = file
    for index in file.series.indices {
      var figures = file.series[index].figures
      for place in figures.indices { figures[place].area = positions[figures[place].area] }
      figures.sort {
        ($0.area, $0.year, $0.value == nil ? 1 : 0) < ($1.area, $1.year, $1.value == nil ? 1 : 0)
      }
      var kept: [Figure] = []
      kept.reserveCapacity(figures.count)
      for figure in figures where figure.area != kept.last?.area || figure.year != kept.last?.year {
        kept.append(figure)
      }
      file.valuesLeft += figures.count - kept.count
      file.series[index].figures = kept
    }
    PlacementMix.add(to: &file)
    return file
  }
}

/// The share of each placement, where a file gives counts and their total but no percentages.
enum PlacementMix {
  static func add(to file: inout PublishedFile) {
    guard let total = file.series.first(where: { $0.measure == "placements/total" }),
      !file.series.contains(where: { $0.measure.hasPrefix("placement-mix/") })
    else { return }
    struct Key: Hashable { let area: Int, year: Int }
    var totals: [Key: Double] = [:]
    for figure in total.figures {
      if let value = figure.value, value > 0 { totals[Key(area: figure.area, year: figure.year)] = value }
    }
    for series in file.series where series.measure.hasPrefix("placements/") && series.measure != total.measure
    {
      let figures = series.figures.compactMap { figure -> Figure? in
        guard let total = totals[Key(area: figure.area, year: figure.year)] else { return nil }
        var share = figure
        share.value = figure.value.map { 100 * $0 / total }
        return share
      }
      guard !figures.isEmpty else { continue }
      file.series.append(
        FigureSeries(
          measure: "placement-mix/" + series.measure.dropFirst("placements/".count),
          breakdown: series.breakdown, unit: "percent", figures: figures))
    }
  }
}
