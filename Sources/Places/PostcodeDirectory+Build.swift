public import Files
import Foundation
import Units

extension PostcodeDirectory {
  /// Makes a directory's file of a published one as CSV: the ONS Postcode Directory, the National Statistics Postcode
  /// Lookup, or any with the columns `pcd` or `pcds`, `oseast1m`, `osnrth1m` and `laua` (later vintages name them with
  /// the year, such as `lad25cd`, `east1m`). Gives the number of postcodes.
  ///
  /// - Throws: `FilesError` where the file can't be read, has no such columns, or the result can't be written.
  public static func build(from csv: String, to path: String) throws(FilesError) -> Int {
    guard FileManager.default.fileExists(atPath: csv) else { throw .notFound(path: csv) }
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: csv), options: .alwaysMapped) else {
      throw .unreadable(path: csv, reason: "permission denied")
    }
    let lines = data.withUnsafeBytes { raw in entries(raw.bindMemory(to: UInt8.self)) }
    guard let (entries, authorities) = lines else {
      throw .unreadable(
        path: csv,
        reason: "it has no columns pcd (or pcds), oseast1m, osnrth1m and laua, as a postcode directory has")
    }
    try OutputFile.write(file(entries, authorities), to: path)
    return entries.count
  }

  struct Entry {
    let word: UInt64
    let east: Int32
    let north: Int32
    let authority: UInt16
  }

  private static func entries(_ text: UnsafeBufferPointer<UInt8>) -> ([Entry], [String])? {
    var reader = CSVReader(text)
    var fields: [CSVField] = []
    guard reader.next(&fields) else { return nil }
    let names = fields.map { reader.string($0).lowercased() }
    func column(_ fits: (String) -> Bool) -> Int? { names.firstIndex(where: fits) }
    guard let postcode = column({ ["pcds", "pcd", "pcd7", "pcd8", "postcode"].contains($0) }),
      let east = column({ $0 == "oseast1m" || $0 == "east1m" }),
      let north = column({ $0 == "osnrth1m" || $0 == "north1m" }),
      let authority = column({
        ["laua", "oslaua", "ladcd"].contains($0) || $0.hasPrefix("lad") && $0.hasSuffix("cd")
      })
    else { return nil }
    var authorities: [String] = []
    var numbers: [String: UInt16] = [:]
    var entries: [Entry] = []
    while reader.next(&fields) {
      guard fields.count > max(postcode, east, north, authority) else { continue }
      let word = word(text[fields[postcode].start..<fields[postcode].end])
      guard word != 0 else { continue }
      let code = reader.string(fields[authority])
      if code.utf8.count == 9, numbers[code] == nil, authorities.count < 60_000 {
        numbers[code] = UInt16(authorities.count)
        authorities.append(code)
      }
      entries.append(
        Entry(
          word: word, east: metres(reader.string(fields[east])), north: metres(reader.string(fields[north])),
          authority: numbers[code] ?? .max))
    }
    entries.sort { $0.word < $1.word }
    return (entries, authorities)
  }

  /// Whole metres, written with a decimal point or without; nought where there are none.
  private static func metres(_ text: String) -> Int32 {
    Int32(text) ?? Double(text).flatMap { abs($0) < 10_000_000 ? Int32($0.rounded()) : nil } ?? 0
  }

  /// A postcode as one word: capitals, spaces dropped; nought where it can't be a postcode.
  private static func word(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
    var bits: UInt64 = 0
    var count: UInt64 = 0
    for byte in bytes where byte != 0x20 {
      guard count < 7, byte < 0x80 else { return 0 }
      bits |= UInt64(byte &- UInt8(ascii: "a") < 26 ? byte - 32 : byte) << (8 * count)
      count += 1
    }
    return count == 0 ? 0 : bits | count << 56
  }

  private static func file(_ entries: [Entry], _ authorities: [String]) -> Data {
    var data = Data(mark)
    data.reserveCapacity(16 + authorities.count * 9 + entries.count * 18)
    func append(_ value: some FixedWidthInteger) {
      withUnsafeBytes(of: value.littleEndian) { data.append(contentsOf: $0) }
    }
    append(UInt32(entries.count))
    append(UInt32(authorities.count))
    for code in authorities { data.append(contentsOf: code.utf8) }
    for entry in entries { append(entry.word) }
    for entry in entries {
      append(entry.east)
      append(entry.north)
      append(entry.authority)
    }
    return data
  }
}
