import Foundation
import Units

/// The clock, read by the command line only: what it calls is given the moment.
enum Moment {
  /// Now, in UTC: `2026-06-01T09:30:00Z`.
  static var now: String { Date().formatted(.iso8601) }

  /// Today, in UTC.
  static var today: CivilDay { CivilDay(String(now.prefix(10))) ?? .distantPast }

  /// A moment for a person: `2026-06-01 09:30 UTC`.
  static func spoken(_ moment: String) -> String {
    moment.count == 20 ? "\(moment.prefix(10)) \(moment.dropFirst(11).prefix(5)) UTC" : moment
  }
}
