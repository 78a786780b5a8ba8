/// Why text does not hold futures: a line, 1 for the file's first, and what is wrong with it.
public struct FuturesTextError: Error, Equatable {
  /// Line of the file.
  public let line: Int
  /// What is wrong, as the rest of a sentence.
  public let problem: String

  /// What is wrong with a line.
  public init(line: Int, problem: String) {
    self.line = line
    self.problem = problem
  }
}

/// Futures as text: a line of names, a line of whole numbers for every future and month, and a last line with the
/// number of lines and a checksum of all before it. Every line ends with a checksum of its own, so that damage can be
/// found where it is.
public enum FuturesText {
  private static let comma = UInt8(ascii: ",")
  private static let newline = UInt8(ascii: "\n")

  /// The line of names, for categories with these identifiers.
  public static func columns(_ categories: [String]) -> String {
    var names = ["future", "month"]
    for measure in ["children", "starts", "ends", "moves", "nights", "pence"] {
      names += categories.map { "\(measure)_\($0)" }
    }
    names += ExitKind.allCases.map { "left_\($0.id)" } + ["left_eighteen"]
    names += ["entries", "exits", "eighteenths", "mix"].map { "weekly_pence_\($0)" }
    return names.joined(separator: ",") + ",check\n"
  }

  // MARK: Writing

  /// Adds the lines of futures and the last line to a file's bytes so far.
  public static func append(_ futures: Futures, to bytes: inout [UInt8]) {
    let width = futures.categories
    // Counts of a month take few digits; what a line needs on average is found out as it goes.
    bytes.reserveCapacity(bytes.count + futures.range.count * futures.months * (20 + 8 * width * 3))
    for future in futures.range {
      for month in 0..<futures.months {
        let start = bytes.count
        append(future, to: &bytes)
        append(month + 1, to: &bytes)
        futures.each(future, month) { append($0, to: &bytes) }
        let check = bytes.withUnsafeBytes { self.check(UnsafeRawBufferPointer(rebasing: $0[start...])) }
        append(Int(check), to: &bytes)
        bytes[bytes.count - 1] = newline
      }
    }
    let lines = futures.range.count * futures.months
    bytes += Array(last(lines: lines, bytes.withUnsafeBytes { digest($0) }).utf8)
  }

  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    var left = number.magnitude
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    if left < 10 {
      bytes.append(48 + UInt8(truncatingIfNeeded: left))
    } else {
      let first = bytes.count
      while left > 0 {
        bytes.append(48 + UInt8(truncatingIfNeeded: left % 10))
        left /= 10
      }
      bytes[first...].reverse()
    }
    bytes.append(comma)
  }

  private static func last(lines: Int, _ digest: UInt64) -> String {
    let digits = String(digest, radix: 16)
    return "end,\(lines),\(String(repeating: "0", count: 16 - digits.utf8.count))\(digits)\n"
  }

  private static func digest(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var digest = Digest()
    digest.add(bytes)
    return digest.value
  }

  private static func check(_ line: UnsafeRawBufferPointer) -> UInt32 {
    UInt32(truncatingIfNeeded: digest(line))
  }

  // MARK: Reading

  /// The futures that a file's lines hold from byte `start` on, which is the first after the line of names; `line` is
  /// its number.
  ///
  /// - Throws: `FuturesTextError` at the first line that is not what it should be.
  public static func read(
    _ bytes: UnsafeRawBufferPointer, from start: Int, line: Int, range: Range<Int>, months: Int,
    categories: Int
  ) throws(FuturesTextError) -> Futures {
    let lines = range.count * months
    let columns = 3 + 6 * categories + Futures.leaverKinds + Futures.Flow.allCases.count
    // Room is made only for what the file is long enough to hold.
    guard bytes.count - start >= lines * 2 * columns else {
      let found = bytes[start...].count { $0 == newline }
      throw FuturesTextError(
        line: line + max(0, found - 1), problem: "the file ends before its \(lines) lines of futures do")
    }
    let futures = Futures(range: range, months: months, categories: categories)
    var position = start
    var number = line
    for future in range {
      for month in 0..<months {
        let own = try Line(bytes, from: position, number: number)
        guard let count = own.values(bytes, future, month, into: futures), count == columns - 1 else {
          throw FuturesTextError(
            line: number,
            problem: "it should hold month \(month + 1) of future \(future) as \(columns) whole numbers")
        }
        position = own.end + 1
        number += 1
      }
    }
    let digest = digest(UnsafeRawBufferPointer(rebasing: bytes[..<position]))
    guard bytes[position...].elementsEqual(last(lines: lines, digest).utf8) else {
      let isThere = bytes[position...].starts(with: "end,".utf8)
      throw FuturesTextError(
        line: number,
        problem: isThere
          ? "the checksum of the file does not fit: a line was changed, added or taken out"
          : "the last line, with the checksum, should be here")
    }
    return futures
  }

  /// A line whose own checksum fits.
  private struct Line {
    let start: Int
    /// The newline.
    let end: Int
    /// The comma before the checksum.
    private let lastComma: Int

    init(_ bytes: UnsafeRawBufferPointer, from start: Int, number: Int) throws(FuturesTextError) {
      self.start = start
      var end = start
      var last = start
      while end < bytes.count, bytes[end] != newline {
        if bytes[end] == comma { last = end }
        end += 1
      }
      guard end < bytes.count else {
        throw FuturesTextError(line: number, problem: "the file ends inside it")
      }
      self.end = end
      lastComma = last
      var place = last + 1
      let content = UnsafeRawBufferPointer(rebasing: bytes[start..<min(end, last + 1)])
      guard let written = FuturesText.number(bytes, &place, end), place == end,
        written == Int(check(content))
      else {
        throw FuturesTextError(line: number, problem: "it was changed: its checksum does not fit")
      }
    }

    /// Puts the line's numbers into futures; how many there are, nil where one can't be.
    func values(_ bytes: UnsafeRawBufferPointer, _ future: Int, _ month: Int, into futures: Futures) -> Int? {
      var place = start
      func next() -> Int? {
        guard let value = FuturesText.number(bytes, &place, lastComma) else { return nil }
        place += 1
        return value
      }
      guard next() == future, next() == month + 1, futures.fill(future, month, next) else { return nil }
      return place == lastComma + 1 ? futures.valuesOfMonth + 2 : nil
    }
  }

  /// A whole number as `append` writes it, from a place on up to an end or the next comma.
  @inline(__always)
  private static func number(_ bytes: UnsafeRawBufferPointer, _ place: inout Int, _ end: Int) -> Int? {
    guard place < end else { return nil }
    let isNegative = bytes[place] == UInt8(ascii: "-")
    if isNegative { place += 1 }
    let first = place
    var value = 0
    while place < end, bytes[place] != comma {
      let digit = Int(bytes[place]) - 48
      guard (0...9).contains(digit), place - first < 18 else { return nil }
      value = value &* 10 &+ digit
      place += 1
    }
    guard place > first, bytes[first] != 48 || (place == first + 1 && !isNegative) else { return nil }
    return isNegative ? -value : value
  }
}
