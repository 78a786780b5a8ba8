import Units

extension BusinessCase {
  /// What of an option can't be, by the id of the line at fault; nil for the case as a whole.
  public func faults(of option: Option) -> [(line: String?, fault: CaseFault)] {
    let lines = lines(of: option)
    guard !lines.isEmpty else { return [(nil, .nothing)] }
    var faults: [(line: String?, fault: CaseFault)] = []
    for line in lines where line.until <= line.from {
      faults.append((line.id, .endsBeforeStart(what: "“\(line.name)”", start: line.from, end: line.until)))
    }
    for line in lines where line.from < frame.start || line.from >= frame.end {
      faults.append(
        (
          line.id,
          .outsideCase(
            what: "the start of “\(line.name)”", day: line.from, start: frame.start, end: frame.end)
        ))
    }
    for line in lines where isTooLarge(line) { faults.append((line.id, .tooLarge(line: line.name))) }
    if let cost = lines.filter(\.isCost).map(\.from).min() {
      for line in lines where !line.isCost && line.from < cost && line.yearly == nil {
        faults.append((line.id, .benefitBeforeCost(benefit: line.name, on: line.from, firstCost: cost)))
      }
    }
    do throws(CaseFault) {
      _ = try YearlySavings.total(lines.filter { !$0.isCost }.compactMap(\.yearly))
    } catch {
      faults.append((lines.first { $0.yearly?.basis == .incremental }?.id, error))
    }
    return faults
  }

  private func isTooLarge(_ line: CaseLine) -> Bool {
    frame.years.contains { year in
      abs(frame.real(line, over: frame.days(of: year))) * max(1, frame.prices.level(year))
        > Double(largestPence)
    }
  }
}
