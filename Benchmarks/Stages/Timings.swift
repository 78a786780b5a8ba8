/// What was measured, in order, as one line of JSON: milliseconds of the stages, then counts.
struct Timings {
  private var fields: [(name: String, value: String)] = []

  /// Does a stage and keeps its time.
  mutating func time<R>(_ stage: String, _ body: () throws -> R) rethrows -> R {
    let start = ContinuousClock.now
    let result = try body()
    milliseconds(stage, ContinuousClock.now - start)
    return result
  }

  /// Does a short stage several times and keeps the median of its times.
  mutating func median<R>(_ stage: String, of runs: Int, _ body: () -> R) -> R {
    var result = body()
    var times: [Duration] = []
    for _ in 0..<runs {
      let start = ContinuousClock.now
      result = body()
      times.append(ContinuousClock.now - start)
    }
    times.sort()
    milliseconds(stage, times[runs / 2])
    return result
  }

  /// Keeps a count.
  mutating func count(_ name: String, _ count: Int) { fields.append((name, "\(count)")) }

  /// Keeps a number.
  mutating func value(_ name: String, _ value: Double) { fields.append((name, "\(value)")) }

  private mutating func milliseconds(_ stage: String, _ time: Duration) {
    value(stage + "_ms", time / .milliseconds(1))
  }

  /// One line of JSON.
  var json: String { "{" + fields.map { "\"\($0.name)\": \($0.value)" }.joined(separator: ", ") + "}" }
}
