import Units

/// A return that stands in a folder twice, as CSV files and as XML, is read once.
enum SecondForm {
  /// Sets the tables of an XML file aside where CSV files of the same folder hold episodes of its collection year. With
  /// `--combine` they are parts of one return, and all are kept.
  static func leaveOut(_ set: inout ReturnSet) {
    guard !set.isCombined else { return }
    let episodes = set.episodeFiles
    let (xml, csv) = (episodes.filter { isXML($0, set) }, episodes.filter { !isXML($0, set) })
    for file in xml {
      let twin = csv.first { other in
        set.files[other].year == set.files[file].year
          && YearFinder.folder(set.files[other].name) == YearFinder.folder(set.files[file].name)
      }
      guard let twin, let year = set.files[file].year else { continue }
      let name = set.files[file].name
      let parts = Set(set.files.indices.filter { set.files[$0].name == name })
      let reason =
        "its collection year, \(year), is there as CSV too (\(set.files[twin].name)), and a return is read once. Give the XML by itself\(Means.said("; or, if they are parts of one return, say --combine", inBrowser: ""))"
      for part in parts {
        set.files[part].status = .unusable(reason)
        set.files[part].rowsRead = 0
      }
      set.tables.removeAll { parts.contains($0.file) }
      set.unusedTables.removeAll { parts.contains($0.file) }
      set.setAside.removeAll { parts.contains($0.file) }
      set.notes.removeAll { parts.contains($0.file) }
      set.setAsideByReading = set.setAside.count
    }
  }

  private static func isXML(_ file: Int, _ set: ReturnSet) -> Bool {
    set.files[file].name.lowercased().hasSuffix(".xml")
  }
}
