import Forecasting

/// Joins files of futures that were simulated apart, exactly: the result is the file that one run would have written.
public enum MergeFutures {
  /// Reads the parts, in any order, and joins them.
  ///
  /// - Throws: `OperationError` where a part can't be read, or they don't belong together, overlap or leave a gap.
  public static func run(_ paths: [String]) throws(OperationError) -> FuturesFile {
    var parts: [(path: String, file: FuturesFile)] = []
    for path in paths { parts.append((path, try FuturesFile.read(path))) }
    guard let first = parts.first else { throw .setting("Name the files to merge.") }
    for part in parts.dropFirst() {
      if let difference = first.file.header.difference(part.file.header) {
        throw .setting("\(part.path) does not belong to \(first.path): it \(difference).")
      }
      guard part.file.header.seed == first.file.header.seed else {
        throw .setting(
          "\(part.path) does not belong to \(first.path): its seed is \(part.file.header.seed), not \(first.file.header.seed). Make all parts with one --seed."
        )
      }
    }
    parts.sort { $0.file.header.first < $1.file.header.first }
    for (a, b) in zip(parts, parts.dropFirst()) where b.file.header.first <= a.file.header.last {
      throw .setting(
        "\(a.path) and \(b.path) both hold future \(b.file.header.first): leave one of them out, or make parts that don't overlap."
      )
    }
    let gaps = zip(parts, parts.dropFirst()).compactMap { a, b in
      let (from, to) = (a.file.header.last + 1, b.file.header.first)
      return from < to ? "--futures \(from)..\(to - 1)" : nil
    }
    guard gaps.isEmpty, let joined = Futures.joining(parts.map(\.file.futures)) else {
      throw .setting(
        "Futures are missing between the parts. Make them and merge again: \(gaps.joined(separator: ", ")).")
    }
    var header = first.file.header
    (header.first, header.last) = (joined.range.lowerBound, joined.range.upperBound - 1)
    return FuturesFile(header: header, futures: joined)
  }
}
