public import Units

/// An option, worked out.
public struct OptionResult: Sendable {
  /// The option.
  public let option: BusinessCase.Option
  /// Its lines.
  public let lines: [CaseLine]
  /// Its flow.
  public let flow: CashFlow
  /// The economic view from the council's standpoint.
  public let council: Appraisal
  /// The economic view from everyone's.
  public let everyone: Appraisal
  /// The last day of the month by which it has paid for itself, to the council; nil where it never does.
  public let paybackMonth: CivilDay?
  /// The case's own driver at break-even; nil where the kind has none or nothing is spent.
  public let breakEven: SwitchingValue?
  /// Every figure's switching value and swing, largest swing first.
  public let switching: [SwitchingValue]
  /// The budget view.
  public let budget: BudgetView
  /// What the kind works out.
  public let remarks: [Sentence]
  /// What the case does not show.
  public let checks: [CaseCheck]
  /// Net present value to the council by future, in pence; nil where no benefit is simulated.
  public let simulated: [Double]?
  /// Net present value to the council with stated unit savings in place of simulated ones; nil where none is simulated,
  /// or one of them states none.
  public let asStated: Money?
}

extension BusinessCase {
  /// Works an option out.
  ///
  /// - Throws: `CaseFault` where its lines can't stand together.
  public func appraise(_ option: Option) throws(CaseFault) -> OptionResult {
    let lines = lines(of: option)
    guard !lines.isEmpty else { throw .nothing }
    let flow = CashFlow(lines, frame)
    let council = Appraisal(flow, frame, .council)
    return OptionResult(
      option: option, lines: lines, flow: flow, council: council,
      everyone: Appraisal(flow, frame, .everyone),
      paybackMonth: ExactValue.paybackMonth(lines, frame, .council),
      breakEven: council.presentCost > 0 ? breakEven(of: option) : nil,
      switching: switchingValues(of: option),
      budget: try BudgetView(flow, frame), remarks: remarks(of: option), checks: checks(of: option),
      simulated: ExactValue.npvByFuture(lines, frame), asStated: statedValue(lines))
  }

  private func statedValue(_ lines: [CaseLine]) -> Money? {
    let modelled = lines.filter { $0.model != nil }
    guard !modelled.isEmpty, modelled.allSatisfy({ $0.unitPence > 0 }) else { return nil }
    let stated = lines.map { line in
      var line = line
      line.model = nil
      return line
    }
    return rounded(ExactValue.npv(stated, frame, .council))
  }
}

extension ExactValue {
  /// Net present value to the council by future; nil where no line is simulated.
  static func npvByFuture(_ lines: [CaseLine], _ frame: CaseFrame) -> [Double]? {
    let modelled = lines.filter { $0.model != nil }
    guard let futures = modelled.compactMap({ $0.model?.futures }).min(), futures > 0 else { return nil }
    let rest = npv(lines.filter { $0.model == nil }, frame, .council)
    let factors = frame.rates.factors(years: frame.years.count)
    return (0..<futures).map { future in
      var sum = rest
      for line in modelled {
        let weight = weight(line, .council)
        for (place, year) in frame.years.enumerated() {
          sum += weight * factors[place] * line.scale * (line.model?.savings[year]?[future] ?? 0)
        }
      }
      return sum
    }
  }
}
