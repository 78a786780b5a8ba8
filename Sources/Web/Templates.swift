import Mustache
import Operations

/// The pages' templates.
struct Templates: Sendable {
  private let library: MustacheLibrary

  /// Every template by name.
  static let texts: [String: [UInt8]] = [
    "layout": PackageResources.layout_mustache, "sign-in": PackageResources.sign_in_mustache,
    "link": PackageResources.link_mustache, "message": PackageResources.message_mustache,
    "today": PackageResources.today_mustache, "data": PackageResources.data_mustache,
    "panel": PackageResources.panel_mustache, "report": PackageResources.report_mustache,
    "run": PackageResources.run_mustache, "people": PackageResources.people_mustache,
    "settings": PackageResources.settings_mustache, "audit": PackageResources.audit_mustache,
    "account": PackageResources.account_mustache,
    "case-signing": PackageResources.case_signing_mustache, "cases": PackageResources.cases_mustache,
    "closing": PackageResources.closing_mustache, "compare": PackageResources.compare_mustache,
    "findings": PackageResources.findings_mustache, "money-form": PackageResources.money_form_mustache,
    "money-said": PackageResources.money_said_mustache, "plan-empty": PackageResources.plan_empty_mustache,
    "plan-foot": PackageResources.plan_foot_mustache,
    "plan-head": PackageResources.plan_head_mustache, "teaching": PackageResources.teaching_mustache,
    "forecast-form": PackageResources.forecast_form_mustache,
  ]

  init() throws {
    library = MustacheLibrary(
      templates: try Templates.texts.mapValues {
        try MustacheTemplate(string: String(decoding: $0, as: UTF8.self))
      })
  }

  /// A template filled from a value, whose properties it names.
  func fill(_ name: String, _ value: some Sendable) -> String {
    library.render(value, withTemplate: name) ?? ""
  }
}
