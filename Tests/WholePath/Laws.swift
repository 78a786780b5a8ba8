import Care
import Returns
import Rules
import Units

extension WholePath {
  /// The laws that do not hold of what a folder gave, in words; none, whatever is in the folder.
  public func broken(_ folder: FolderText) -> [String] {
    var broken: [String] = []
    func law(_ name: String, _ holds: Bool) { if !holds { broken.append(name) } }
    law("rows read are used or set aside", read.rowsRead == read.rowsUsed + read.rowsSetAside)
    let after = joined.returns
    law("joining loses no row", after.rowsRead == after.rowsUsed + after.rowsSetAside)
    law("joining reads no row", after.rowsRead == read.rowsRead)
    let most = lines(of: folder)
    func stands(_ file: Int, _ line: Int) -> Bool { line >= 1 && line <= most[file] }
    law("rows set aside stand in their files", after.setAside.allSatisfy { stands($0.file, $0.line) })
    law("notes stand in their files", after.notes.allSatisfy { stands($0.file, $0.line ?? 1) })
    let byName = Dictionary(zip(read.files.map(\.name), most), uniquingKeysWith: max)
    law(
      "findings stand in their files",
      (run.map({ Array($0.rows) }) ?? []).allSatisfy { $0.line >= 1 && $0.line <= byName[$0.file] ?? 0 })
    if case .success(let built) = joined.built {
      law("repairs stand in their files", built.findings.allSatisfy { stands($0.file, $0.line) })
      law("a child is in one place on a night, under 18", isOnePlace(built.histories))
    }
    law("a table written as CSV reads as it was", written.allSatisfy(readsBack))
    return broken
  }

  /// The lines of each file; of a table of an XML file, those of its CSV.
  private func lines(of folder: FolderText) -> [Int] {
    let counts = Dictionary(
      folder.files.map { ($0.name, 1 + $0.bytes.count { $0 == 0x0A || $0 == 0x0D }) },
      uniquingKeysWith: max)
    // A file that is a copy of another stands on line 2, whatever is in it.
    return joined.returns.files.map { max(counts[$0.name] ?? 1, $0.rowsRead + 1) }
  }

  private func isOnePlace(_ histories: CareHistories) -> Bool {
    for (a, b) in zip(histories.episodes, histories.episodes.dropFirst()) where a.child == b.child {
      guard let end = a.end, end <= b.start else { return false }
    }
    return histories.episodes.allSatisfy { episode in
      let child = histories.children[Int(episode.child)]
      let end = episode.end ?? histories.asOf
      return child.birth <= episode.start && episode.start <= histories.asOf && episode.start <= end
        && end <= child.eighteenth && end <= histories.asOf
    }
  }

  /// Whether the CSV of a table gives the same CSV when it is read. Control characters may make a file look binary.
  private func readsBack(_ table: TableName, _ csv: [UInt8]) -> Bool {
    guard !csv.contains(where: { $0 < 0x20 && $0 != 0x0A }) else { return true }
    let again = ReturnsReader.read([(table.fileName + ".csv", csv)])
    guard let read = again.tables.first, read.shape.name == table else { return false }
    let text = ReturnCSV.text(read, and: again.unusedTables.first, children: again.children)
    return text == csv
  }
}
