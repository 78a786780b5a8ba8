public import Files
import Foundation
public import Units

/// Every postcode of the country with its local authority and its place on the National Grid: a file that Homeward
/// makes of a published directory (`PostcodeDirectory.build`) and looks things up in without reading it whole.
///
/// The file holds, after a mark and two counts, the authorities' codes, then for each postcode in order of its word
/// (`Code.bits` of the postcode without its space) the word, easting and northing in metres, and the position of its
/// authority; numbers are little-endian.
public struct PostcodeDirectory: Sendable {
  /// Where a postcode is.
  public struct Place: Sendable, Equatable {
    /// Metres east and north on the National Grid; both nought where the directory has none.
    public let east: Int32, north: Int32
    /// The nine-character code of the district or unitary authority; empty where the directory has none.
    public let authority: String

    /// Straight miles to another place, to a tenth as the return has it; nil where either is not on the grid.
    ///
    /// The collection's distance: the square root of the squared differences in kilometres, over 1.6093.
    public func miles(to other: Place) -> Double? {
      guard (east, north) != (0, 0), (other.east, other.north) != (0, 0) else { return nil }
      let (x, y) = (Double(east) - Double(other.east), Double(north) - Double(other.north))
      return ((x * x + y * y).squareRoot() / 1000 / 1.6093 * 10).rounded() / 10
    }
  }

  /// The file's first eight bytes.
  static let mark: [UInt8] = Array("HWPOST01".utf8)

  private let data: Data
  private let authorities: [String]
  /// Number of postcodes.
  public let count: Int
  private let words: Int, places: Int

  /// Opens a directory's file.
  ///
  /// - Throws: `FilesError` where it can't be read or is not such a file.
  public init(at path: String) throws(FilesError) {
    guard FileManager.default.fileExists(atPath: path) else { throw .notFound(path: path) }
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped) else {
      throw .unreadable(path: path, reason: "permission denied")
    }
    guard let directory = PostcodeDirectory(data) else {
      throw .unreadable(path: path, reason: "it is not a postcode directory made by Homeward")
    }
    self = directory
  }

  /// A directory as its file holds it; nil where it is none.
  init?(_ data: Data) {
    guard data.count >= 16, Array(data.prefix(8)) == PostcodeDirectory.mark else { return nil }
    func number(_ offset: Int) -> Int {
      data.withUnsafeBytes {
        Int(UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
      }
    }
    count = number(8)
    let named = number(12)
    words = 16 + named * 9
    places = words + count * 8
    guard data.count == places + count * 10 else { return nil }
    authorities = (0..<named).map { index in
      String(decoding: data[(16 + index * 9)..<(25 + index * 9)], as: UTF8.self)
    }
    self.data = data
  }

  /// Where a postcode is, written as one word in capitals; nil where the directory has no such postcode.
  public func place(of postcode: Code) -> Place? {
    data.withUnsafeBytes { bytes in
      var low = 0
      var high = count
      while low < high {
        let middle = (low + high) / 2
        let word = UInt64(
          littleEndian: bytes.loadUnaligned(fromByteOffset: words + middle * 8, as: UInt64.self))
        if word == postcode.bits { return place(middle, bytes) }
        if word < postcode.bits { low = middle + 1 } else { high = middle }
      }
      return nil
    }
  }

  private func place(_ index: Int, _ bytes: UnsafeRawBufferPointer) -> Place {
    let start = places + index * 10
    let east = Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: Int32.self))
    let north = Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: start + 4, as: Int32.self))
    let authority = Int(
      UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: start + 8, as: UInt16.self)))
    return Place(
      east: east, north: north, authority: authority < authorities.count ? authorities[authority] : "")
  }
}
