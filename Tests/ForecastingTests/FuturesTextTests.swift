import Support
import Testing

@testable import Forecasting

/// Futures written as text and read again, whole and damaged.
struct FuturesTextTests {
  private let categories = ["a", "b"]
  private let range = 3..<7
  private let months = 5

  /// Futures of numbers of all sizes and signs.
  private func futures(_ range: Range<Int>) -> Futures {
    let futures = Futures(range: range, months: months, categories: categories.count)
    for future in range {
      for month in 0..<months {
        var index = 0
        let isFilled = futures.fill(future, month) {
          index += 1
          let number = (future * 1_000_003 + month * 10_007 + index * 131) % 100_000
          return index % 3 == 0 ? -number : index % 5 == 0 ? number % 2 : number
        }
        #expect(isFilled)
      }
    }
    return futures
  }

  private func numbers(_ futures: Futures) -> [Int] {
    var all: [Int] = []
    for future in futures.range {
      for month in 0..<futures.months { futures.each(future, month) { all.append($0) } }
    }
    return all
  }

  private func read(_ bytes: [UInt8], _ range: Range<Int>? = nil) throws(FuturesTextError) -> Futures {
    let start = FuturesText.columns(categories).utf8.count
    let result = bytes.withUnsafeBytes { bytes -> Result<Futures, FuturesTextError> in
      do throws(FuturesTextError) {
        return .success(
          try FuturesText.read(
            bytes, from: start, line: 2, range: range ?? self.range, months: months,
            categories: categories.count))
      } catch { return .failure(error) }
    }
    return try result.get()
  }

  private func text(_ futures: Futures) -> [UInt8] {
    var bytes = Array(FuturesText.columns(categories).utf8)
    FuturesText.append(futures, to: &bytes)
    return bytes
  }

  @Test func `what is written is read, number by number`() throws {
    let own = futures(range)
    #expect(numbers(try read(text(own))) == numbers(own))
  }

  @Test func `a byte changed, added or taken out anywhere is refused with its line`() throws {
    let whole = text(futures(range))
    let start = FuturesText.columns(categories).utf8.count
    var line = 2
    for position in start..<whole.count {
      var changed = whole
      changed[position] = changed[position] == UInt8(ascii: "7") ? UInt8(ascii: "8") : UInt8(ascii: "7")
      let error = #expect(throws: FuturesTextError.self) { try read(changed) }
      if whole[position] != UInt8(ascii: "\n") { #expect(error?.line == line) }
      for other in [
        Array(whole[..<position] + whole[(position + 1)...]), whole[..<position] + [48] + whole[position...],
      ] {
        #expect(throws: FuturesTextError.self) { try read(other) }
      }
      if whole[position] == UInt8(ascii: "\n") { line += 1 }
    }
  }

  @Test func `a file cut short anywhere is refused, and so are other futures than it should hold`() {
    let whole = text(futures(range))
    let start = FuturesText.columns(categories).utf8.count
    for end in start..<whole.count {
      #expect(throws: FuturesTextError.self) { try read(Array(whole[..<end])) }
    }
    for other in [3..<6, 4..<7, 3..<8, 0..<1_000_000] {
      #expect(throws: FuturesTextError.self) { try read(whole, other) }
    }
    #expect(throws: FuturesTextError.self) { try read(whole + [48]) }
  }

  @Test func `ranges join without a gap and in order only`() throws {
    let joined = try #require(Futures.joining([futures(3..<5), futures(5..<6), futures(6..<7)]))
    #expect(joined.range == range && numbers(joined) == numbers(futures(range)))
    #expect(Futures.joining([futures(3..<5), futures(6..<7)]) == nil)
    #expect(Futures.joining([futures(5..<7), futures(3..<5)]) == nil)
    #expect(Futures.joining([]) == nil)
  }
}
