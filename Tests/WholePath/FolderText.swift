public import Units

/// A folder of returns with the options of a run, written as one piece of bytes, so that a fuzzer can change all of it.
///
/// The first byte holds the options. Files follow with a byte 0x1C between them: each begins with its path on a line of
/// its own, and the rest is its content.
public struct FolderText: Sendable {
  /// One file.
  public typealias File = (name: String, bytes: [UInt8])

  /// Between two files.
  public static let separator: UInt8 = 0x1C

  /// The files, no two of one name.
  public var files: [File]
  /// Whether files are parts of one return.
  public let combine: Bool
  /// Whether every file of episodes is whole.
  public let complete: Bool
  /// The collection year stated, and that of the rules; nil for none.
  public let year: CollectionYear?, rulesYear: CollectionYear?
  /// Whether the council's code is stated.
  public let hasAuthority: Bool

  /// The folder that bytes stand for. Any bytes stand for one.
  public init(_ bytes: some Swift.Collection<UInt8>) {
    let options = bytes.first ?? 0
    combine = options & 1 != 0
    complete = options & 2 != 0
    year = options & 4 != 0 ? CollectionYear(startYear: 2024) : nil
    rulesYear = options & 8 != 0 ? CollectionYear(startYear: 2031) : nil
    hasAuthority = options & 16 != 0
    let parts = bytes.dropFirst().split(separator: FolderText.separator, maxSplits: 15)
    var names: Set<String> = []
    files = parts.map { part in
      let line = part.prefix { $0 != 0x0A }
      var name = String(decoding: line.prefix(100), as: UTF8.self)
      while !names.insert(name).inserted { name += "+" }
      return (name, Array(part.dropFirst(line.count + 1)))
    }
  }

  /// The same files with names that put them in the other order.
  public var turned: FolderText {
    var turned = self
    turned.files = files.sorted { $0.name < $1.name }.enumerated().map { place, file in
      let letter = Unicode.Scalar(UInt8(ascii: "z") - UInt8(place))
      let folder = file.name.lastIndex(of: "/").map { file.name[...$0] } ?? ""
      return (folder + "\(letter)_" + file.name.dropFirst(folder.count), file.bytes)
    }
    return turned
  }
}
