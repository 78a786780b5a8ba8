extension Futures {
  /// Numbers held for each future and month.
  var valuesOfMonth: Int { 6 * categories + Futures.leaverKinds + Flow.allCases.count }

  /// All numbers of a future and month: counts by measure, pence, leavers, flows.
  @inline(__always)
  func each(_ future: Int, _ month: Int, _ body: (Int) -> Void) {
    let place = place(future, month)
    let width = 5 * categories
    for index in 0..<width { body(Int(counts[place * width + index])) }
    for index in 0..<categories { body(Int(pence[place * categories + index])) }
    for index in 0..<Futures.leaverKinds { body(Int(leavers[place * Futures.leaverKinds + index])) }
    for index in 0..<Flow.allCases.count { body(Int(weeklyFlows[place * Flow.allCases.count + index])) }
  }

  /// Fills a future and month with numbers in the order of `each`; whether all were there and fit.
  @inline(__always)
  func fill(_ future: Int, _ month: Int, _ next: () -> Int?) -> Bool {
    let place = place(future, month)
    let width = 5 * categories
    for index in 0..<width {
      guard let value = next().flatMap({ Int32(exactly: $0) }) else { return false }
      counts[place * width + index] = value
    }
    for index in 0..<categories {
      guard let value = next() else { return false }
      pence[place * categories + index] = Int64(value)
    }
    for index in 0..<Futures.leaverKinds {
      guard let value = next().flatMap({ Int32(exactly: $0) }) else { return false }
      leavers[place * Futures.leaverKinds + index] = value
    }
    for index in 0..<Flow.allCases.count {
      guard let value = next() else { return false }
      weeklyFlows[place * Flow.allCases.count + index] = Int64(value)
    }
    return true
  }

  /// Futures of several ranges, in order and without a gap, as one.
  public static func joining(_ parts: [Futures]) -> Futures? {
    guard let first = parts.first, let last = parts.last,
      zip(parts, parts.dropFirst()).allSatisfy({ $0.range.upperBound == $1.range.lowerBound }),
      parts.allSatisfy({ $0.months == first.months && $0.categories == first.categories })
    else { return nil }
    let joined = Futures(
      range: first.range.lowerBound..<last.range.upperBound, months: first.months,
      categories: first.categories)
    for part in parts {
      let place = joined.place(part.range.lowerBound, 0)
      func copy<T>(_ own: UnsafeMutableBufferPointer<T>, _ whole: UnsafeMutableBufferPointer<T>, _ width: Int)
      {
        _ = whole[(place * width)...].update(fromContentsOf: own)
      }
      copy(part.counts, joined.counts, 5 * first.categories)
      copy(part.pence, joined.pence, first.categories)
      copy(part.leavers, joined.leavers, Futures.leaverKinds)
      copy(part.weeklyFlows, joined.weeklyFlows, Flow.allCases.count)
    }
    return joined
  }
}
