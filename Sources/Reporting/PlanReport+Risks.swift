import Plans
import Units

extension PlanReport {
  /// The scales in use, in the order in which risks first use them.
  var scales: [RiskScale] {
    plan.risks.compactMap(plan.scale).reduce(into: []) { all, one in
      if !all.contains(where: { $0.id == one.id }) { all.append(one) }
    }
  }

  /// Where risks stand on each scale, before mitigation and as they are now. A cell has the risks' numbers in the
  /// register.
  var heatTables: [ReportTable] {
    scales.flatMap { scale in
      [("before mitigation", \Risk.inherent), ("now", \Risk.current), ("as intended", \Risk.target)]
        .compactMap { words, score in heat(scale, words, score) }
    }
  }

  private func heat(
    _ scale: RiskScale, _ words: String, _ score: KeyPath<Risk, RiskScore?>
  ) -> ReportTable? {
    let own = plan.risks.enumerated().filter {
      self.plan.scale(of: $0.element)?.id == scale.id && $0.element[keyPath: score] != nil
    }
    guard !own.isEmpty else { return nil }
    let rows = scale.likelihood.reversed().map { likely in
      ReportTable.Row(
        label: PlanReport.words(likely),
        cells: scale.impact.map { impact in
          let here = own.filter {
            $0.element[keyPath: score] == RiskScore(likelihood: likely.mark, impact: impact.mark)
          }
          return here.map { "\($0.offset + 1)" }.joined(separator: ", ")
        }, isTotal: false)
    }
    return ReportTable(
      title: "\(scale.name): \(words)", labels: "Likelihood ↓ impact →",
      columns: scale.impact.map(PlanReport.words), rows: rows, notes: [])
  }

  private static func words(_ step: RiskScale.Step) -> String {
    step.words.isEmpty ? step.mark : "\(step.mark) \(step.words)"
  }

  /// The register, the highest rating first, each on its own scale.
  var registerTable: ReportTable? {
    guard !plan.risks.isEmpty else { return nil }
    func rating(_ risk: Risk) -> Double {
      guard let scale = plan.scale(of: risk), let score = risk.current ?? risk.inherent,
        let rating = score.rating(on: scale), let most = PlanReport.most(scale)
      else { return -1 }
      return Double(rating) / Double(most)
    }
    func words(_ score: RiskScore?, _ risk: Risk) -> String {
      guard let score else { return "not scored" }
      let isNumbers = Int(score.likelihood) != nil
      let written = isNumbers ? "\(score.likelihood) × \(score.impact)" : score.likelihood + score.impact
      guard let scale = plan.scale(of: risk), let rating = score.rating(on: scale),
        let most = PlanReport.most(scale)
      else { return "\(written), not on its scale" }
      return "\(written) = \(rating) of \(most)"
    }
    let sorted = plan.risks.enumerated().sorted {
      (-rating($0.element), $0.offset) < (-rating($1.element), $1.offset)
    }
    return ReportTable(
      title: "Risks, the highest first", labels: "Risk",
      columns: ["Before mitigation", "Now", "As intended", "Owner", "Next looked at", "What is done"],
      rows: sorted.map { number, risk in
        ReportTable.Row(
          label: "\(number + 1). \(risk.name)",
          cells: [
            words(risk.inherent, risk), words(risk.current, risk), words(risk.target, risk),
            risk.owner.orNone, risk.review?.description ?? "–",
            risk.mitigation.joined(separator: "; ").orNone,
          ], isTotal: false)
      }, notes: [], columnsOfWords: 6)
  }

  /// The highest rating that a scale has.
  static func most(_ scale: RiskScale) -> Int? {
    guard let a = scale.likelihood.map(\.weight).max(), let b = scale.impact.map(\.weight).max() else {
      return nil
    }
    return a * b
  }
}
