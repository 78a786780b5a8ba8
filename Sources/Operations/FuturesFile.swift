import Care
import Files
public import Forecasting
public import Foundation
import Units

/// Simulated futures with what they were simulated from: what a file of them holds.
public struct FuturesFile: Sendable {
  /// The first line of a file, as JSON. Nothing of a single child is in it.
  public struct Header: Codable, Equatable, Sendable {
    /// Which form the file has.
    public var format = "homeward futures 1"
    /// The version of Homeward that simulated the futures.
    public var homeward = Version.current
    /// The key of all random draws.
    public var seed: UInt64
    /// The first and the last future.
    public var first: Int, last: Int
    /// What stands for all that the futures are a function of, apart from the seed.
    public var fingerprint: String
    /// The last day of each month.
    public var months: [String]
    /// Identifiers of the categories.
    public var categories: [String]
  }

  /// What the futures were simulated from.
  public let header: Header
  /// The futures.
  public let futures: Futures

  /// The header of futures simulated from an input.
  static func header(
    _ input: SimulationInput, book: CategoryBook, seed: UInt64, range: Range<Int>
  ) -> Header {
    Header(
      seed: seed, first: range.lowerBound, last: range.upperBound - 1,
      fingerprint: Fingerprint.text(input.fingerprint), months: input.months.lastDays.map(\.description),
      categories: book.entries.map(\.id))
  }

  /// The whole file.
  public func data() -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Texts and whole numbers can always be encoded.
    var bytes = [UInt8]((try? encoder.encode(header)) ?? Data())
    bytes += Array(("\n" + FuturesText.columns(header.categories)).utf8)
    FuturesText.append(futures, to: &bytes)
    return Data(bytes)
  }

  /// The longest first line that is read.
  private static let longestHeader = 1 << 20

  /// Reads a file.
  ///
  /// - Throws: `OperationError` where there is none, or anything in it is not as it was written.
  public static func read(_ path: String) throws(OperationError) -> FuturesFile {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .files(.notFound(path: path))
    }
    guard !isFolder.boolValue,
      let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
    else {
      throw .files(
        .unreadable(path: path, reason: isFolder.boolValue ? "it is a folder" : "permission denied"))
    }
    let result = data.withUnsafeBytes { bytes -> Result<FuturesFile, FuturesTextError> in
      do throws(FuturesTextError) { return .success(try read(bytes)) } catch { return .failure(error) }
    }
    do throws(FuturesTextError) {
      return try result.get()
    } catch {
      throw .futures(
        path: path, "line \(error.line): \(error.problem). Copy it again, or make it again with --save")
    }
  }

  private static func read(_ bytes: UnsafeRawBufferPointer) throws(FuturesTextError) -> FuturesFile {
    guard let end = bytes.prefix(longestHeader).firstIndex(of: UInt8(ascii: "\n")),
      let header = try? JSONDecoder().decode(Header.self, from: Data(bytes[..<end])), header.isPossible
    else {
      throw FuturesTextError(
        line: 1, problem: "it does not begin as a file that homeward forecast --save writes")
    }
    guard header.format == "homeward futures 1" else {
      throw FuturesTextError(
        line: 1, problem: "its form is “\(header.format)”, which this version does not read")
    }
    let columns = Array(FuturesText.columns(header.categories).utf8)
    guard bytes[(end + 1)...].starts(with: columns) else {
      throw FuturesTextError(line: 2, problem: "the names of the columns are not those of its categories")
    }
    let futures = try FuturesText.read(
      bytes, from: end + 1 + columns.count, line: 3, range: header.first..<(header.last + 1),
      months: header.months.count, categories: header.categories.count)
    return FuturesFile(header: header, futures: futures)
  }
}

extension FuturesFile.Header {
  /// Whether room may be made for what the header says.
  fileprivate var isPossible: Bool {
    first >= 0 && first <= last && last < 10_000_000 && (1...2400).contains(months.count)
      && (1...100).contains(categories.count)
  }

  /// Why futures of another header can't stand beside or in place of this one's, as the rest of a sentence about the
  /// other; nil where they can.
  func difference(_ other: FuturesFile.Header) -> String? {
    if other.homeward != homeward {
      return "was made by Homeward \(other.homeward), not \(homeward): make it again"
    }
    if other.categories != categories { return "was made with other categories" }
    if other.months != months {
      return
        "has the months \(other.months.first ?? "") to \(other.months.last ?? ""), not \(months.first ?? "") to \(months.last ?? ""): give the same --as-of and --until"
    }
    if other.fingerprint != fingerprint {
      return
        "was made from other returns, or with other prices, uplift, reference period or scenario: give the same, or make it again"
    }
    return nil
  }
}
