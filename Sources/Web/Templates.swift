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
    "forecast-form": PackageResources.forecast_form_mustache, "shown": PackageResources.shown_mustache,
    "forecast-links": PackageResources.forecast_links_mustache,
    "scenario-field": PackageResources.scenario_field_mustache,
    "scenario-form": PackageResources.scenario_form_mustache,
    "scenario-live": PackageResources.scenario_live_mustache,
    "scenario-panel": PackageResources.scenario_panel_mustache,
    "scenarios": PackageResources.scenarios_mustache,
    "case-signing": PackageResources.case_signing_mustache, "cases": PackageResources.cases_mustache,
    "closing": PackageResources.closing_mustache, "compare": PackageResources.compare_mustache,
    "counted": PackageResources.counted_mustache,
    "findings": PackageResources.findings_mustache, "money-form": PackageResources.money_form_mustache,
    "money-said": PackageResources.money_said_mustache, "plan-empty": PackageResources.plan_empty_mustache,
    "plan-foot": PackageResources.plan_foot_mustache,
    "restricted": PackageResources.restricted_mustache,
    "beside-form": PackageResources.beside_form_mustache, "paper": PackageResources.paper_mustache,
    "paper-keep": PackageResources.paper_keep_mustache,
    "target-form": PackageResources.target_form_mustache,
    "target-list": PackageResources.target_list_mustache,
    "plan-head": PackageResources.plan_head_mustache, "teaching": PackageResources.teaching_mustache,
  ]

  init() throws {
    MustacheContentTypes.register(PageText(), named: "PAGE")
    library = MustacheLibrary(
      templates: try Templates.texts.mapValues {
        try MustacheTemplate(string: "{{% CONTENT_TYPE:PAGE}}" + String(decoding: $0, as: UTF8.self))
      })
  }

  /// A template filled from a value, whose properties it names.
  func fill(_ name: String, _ value: some Sendable) -> String {
    library.render(value, withTemplate: name) ?? ""
  }
}

/// Values as they may stand in a page, scalar by scalar as a browser reads them. The library's own goes by characters:
/// a `<` or `"` that a mark or sign joins would pass it unseen.
private struct PageText: MustacheContentType {
  func escapeText(_ text: String) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): out += "&amp;".utf8
      case UInt8(ascii: "<"): out += "&lt;".utf8
      case UInt8(ascii: ">"): out += "&gt;".utf8
      case UInt8(ascii: "\""): out += "&quot;".utf8
      case UInt8(ascii: "'"): out += "&#39;".utf8
      default: out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
