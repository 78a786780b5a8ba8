public import Foundation

/// Writes small zip archives byte by byte, honest ones and others: no library would write the others.
public enum ZipWriter {
  /// An entry of an archive.
  public struct Entry {
    let name: String
    let method: UInt16
    let packed: Data
    let check: UInt32
    let size: Int

    /// An entry held as it is.
    public init(_ name: String, _ data: Data) {
      self.init(name, method: 0, packed: data, check: checksum(data), size: data.count)
    }

    /// An entry of text, held as it is.
    public init(_ name: String, _ text: String) { self.init(name, Data(text.utf8)) }

    /// An entry deflated elsewhere.
    public init(_ name: String, deflated: Data, from data: Data) {
      self.init(name, method: 8, packed: deflated, check: checksum(data), size: data.count)
    }

    /// An entry that unpacks to `1 + 258 × runs` zero bytes, and says that it unpacks to `stated`.
    public init(_ name: String, zerosInRuns runs: Int, stated: Int? = nil) {
      let zeros = Data(repeating: 0, count: 1 + 258 * runs)
      self.init(
        name, method: 8, packed: deflatedZeros(runs), check: checksum(zeros), size: stated ?? zeros.count)
    }

    /// An entry whose bytes do not agree with its checksum.
    public static func damaged(_ name: String, _ text: String) -> Entry {
      let data = Data(text.utf8)
      return Entry(name, method: 0, packed: data, check: ~checksum(data), size: data.count)
    }

    private init(_ name: String, method: UInt16, packed: Data, check: UInt32, size: Int) {
      self.name = name
      self.method = method
      self.packed = packed
      self.check = check
      self.size = size
    }
  }

  /// An archive of entries, in this order.
  public static func archive(_ entries: [Entry]) -> Data {
    var file = Data()
    var directory = Data()
    for entry in entries {
      let name = Data(entry.name.utf8)
      // Version 2.0, names in UTF-8, 1 January 1980.
      var common = bytes(short: 20, 0x0800, entry.method, 0, 33)
      common += bytes(long: entry.check, UInt32(entry.packed.count), UInt32(entry.size))
      common += bytes(short: UInt16(name.count), 0)
      directory += bytes(long: 0x0201_4B50) + bytes(short: 20) + common
      directory += Data(count: 10) + bytes(long: UInt32(file.count)) + name
      file += bytes(long: 0x0403_4B50) + common + name + entry.packed
    }
    let count = UInt16(entries.count)
    var end = bytes(long: 0x0605_4B50) + bytes(short: 0, 0, count, count)
    end += bytes(long: UInt32(directory.count), UInt32(file.count)) + bytes(short: 0)
    return file + directory + end
  }

  private static func bytes(short numbers: UInt16...) -> Data {
    Data(numbers.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
  }

  private static func bytes(long numbers: UInt32...) -> Data {
    numbers.reduce(Data()) { $0 + bytes(short: UInt16($1 & 0xFFFF), UInt16($1 >> 16)) }
  }

  private static func checksum(_ data: Data) -> UInt32 {
    table.withUnsafeBufferPointer { table in
      data.withUnsafeBytes { bytes in
        var sum = UInt32.max
        for byte in bytes { sum = (sum >> 8) ^ table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] }
        return ~sum
      }
    }
  }

  /// What each byte does to the checksum.
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { sum, _ in sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
  }

  /// One zero and then runs of 258 more, as one block of fixed Huffman codes (RFC 1951).
  private static func deflatedZeros(_ runs: Int) -> Data {
    var bits: [UInt8] = [1, 1, 0]
    bits += [0, 0, 1, 1, 0, 0, 0, 0]
    for _ in 0..<runs { bits += [1, 1, 0, 0, 0, 1, 0, 1] + [0, 0, 0, 0, 0] }
    bits += [0, 0, 0, 0, 0, 0, 0]
    var packed = Data(count: (bits.count + 7) / 8)
    for (place, bit) in bits.enumerated() { packed[place / 8] |= bit << (place % 8) }
    return packed
  }
}
