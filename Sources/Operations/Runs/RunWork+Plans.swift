import Foundation
import Plans
import Reporting
import Units

extension RunWork {
  /// How a plan stands, with its actions, risks and bridge as pages of their own. With the option `keep` the version and
  /// its statuses are kept.
  func planStatus() throws -> RunResult {
    let name = try fileName(.plan)
    var status = PlanStatusOptions(plan: try named(.plan), asOf: try day("on") ?? today)
    if folder.documents.contains(where: { $0.kind == .returns }) {
      status.forecast = try forecastOptions()
      status.forecast?.fees = folder.file(.fees).map(FeeOptions.init(path:))
    }
    status.ledger = folder.file(.postings)
    if status.forecast?.fees != nil { status.budget = folder.file(.budget) }
    var report = try ShowPlanStatus.run(status, simulating: progress)
    if let keeper, options["keep"] != nil { try keep(report, name, by: keeper) }
    var result = try RunWork.result(of: report, name: "plan")
    result.parts = []
    for part in [PlanReport.Part.actions, .risks, .bridge] {
      report.part = part
      let own = try RunWork.result(of: report, name: "plan-\(part)")
      result.parts?.append(
        RunResult.Part(name: "\(part)", title: own.title, body: own.body, footer: own.footer))
      result.charts += own.charts.filter { chart in !result.charts.contains { $0.id == chart.id } }
    }
    let items =
      report.status.targets.map { ($0.target.id, $0.target.name) }
      + report.status.savings.map { ($0.line.id, $0.line.name) }
    let names = Dictionary(items) { first, _ in first }
    result.kept = [
      "plan": report.plan.name, "asOf": report.status.asOf.description,
      "items": String(decoding: try JSONEncoder.sorted.encode(names), as: UTF8.self),
      "yaml": ReadPlan.yaml(report.plan),
    ]
    return result
  }

  private func keep(_ report: PlanReport, _ name: String, by keeper: String) throws {
    let note = AuditNote(
      at: askedAt, actor: keeper, action: "plan.keep", subject: "plan",
      detail: "\(name), as of \(report.status.asOf)")
    try store.changing(note) { _ = try KeepPlan.keep(report, at: moment, in: $0.plans) }
  }

  private func fileName(_ kind: DocumentKind) throws -> String {
    options["file"] ?? folder.documents.first { $0.kind == kind }?.name ?? ""
  }

  func planCheck() throws -> RunResult {
    let findings = PlanFindings(try ReadPlan.plan(try named(.plan)), place: ReadPlan.place)
    return RunResult(
      title: "What the checks find in \(findings.name)", body: findings.html(), footer: "",
      files: [
        RunResult.File(
          name: "plan-findings.csv", type: "text/csv", content: findings.csv(), isSensitive: false)
      ])
  }

  func appraisal() throws -> RunResult {
    let path = try named(.businessCase)
    let hasReturns = folder.documents.contains { $0.kind == .returns }
    let needs = try hasReturns && !ReadCase.run(path).sources.isEmpty
    let report = try AppraiseCase.run(
      path, returns: needs ? try forecastOptions() : nil, simulating: progress)
    var result = try RunWork.result(of: report, name: "case")
    result.figures = report.figures
    return result
  }
}

extension JSONEncoder {
  /// The same value gives the same bytes.
  fileprivate static var sorted: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return encoder
  }
}
