import Care
import Units

extension MeasuresReport {
  /// The measures as a long, stable CSV: `date,measure,part,statistic,value`. A number kept back is `c`, one that
  /// can't be made is empty.
  public func csv() -> String {
    var out = "date,measure,part,statistic,value\n"
    for measure in measures.figures + measures.flow { add(&out, measure, measure.id, "all", isPart: false) }
    for breakdown in measures.breakdowns {
      for measure in breakdown.parts + [breakdown.whole] {
        add(&out, measure, breakdown.id, String(measure.id.dropFirst(breakdown.id.count + 1)), isPart: true)
      }
    }
    return out
  }

  private func add(_ out: inout String, _ measure: Measure, _ name: String, _ part: String, isPart: Bool) {
    let date = measures.year.date.description
    for (statistic, value) in statistics(measure, isPart: isPart) {
      out += CSVText.line([date, name, part, statistic, value])
    }
  }

  /// A measure's numbers by name, plain digits.
  func statistics(_ measure: Measure, isPart: Bool) -> [(name: String, value: String)] {
    func plain(_ words: String) -> String { words.filter { $0 != "," } }
    func decimal(_ tenths: Int) -> String { plain(Words.tenths(tenths)) }
    var all = [("count", plain(counted(measure)))]
    if !isPart, !outOf(measure).isEmpty { all.append(("out_of", plain(outOf(measure)))) }
    if !measure.leftOut.isEmpty { all.append(("left_out", plain(leftOut(measure)))) }
    let value = value(measure, isPart: isPart)
    func add(_ name: String, _ words: String?) {
      all.append((name, value == nil ? MeasuresReport.keptBack : words ?? ""))
    }
    switch measure.kind {
    case .count: break
    case .share:
      if case .percent(let tenths)? = value { add("percent", decimal(tenths)) } else { add("percent", nil) }
    case .rate:
      if case .rate(let tenths)? = value { add("per_10000", decimal(tenths)) } else { add("per_10000", nil) }
    case .nights:
      guard case .nights(let median, let mean)? = value else {
        add("median_nights", nil)
        add("mean_nights", nil)
        break
      }
      add("median_nights", decimal(median))
      add("mean_nights", decimal(mean))
    }
    return all
  }
}
