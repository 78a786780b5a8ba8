import Files
public import Units

/// Money that finance adds to or takes off a forecast by hand: with an owner, a reason and a day after which it no
/// longer counts.
public struct Adjustment: Sendable, Equatable {
  /// What it is for.
  public enum Kind: String, CaseIterable, Sendable, Codable {
    /// A placement that ledger and returns don't know of yet.
    case lateNotification = "late notification"
    /// A judgement of finance.
    case finance = "finance adjustment"
    /// A cost or income that has come up and isn't in the ledger.
    case accrual
    /// Money moved between lines.
    case journal
    /// Income, as an amount below nought.
    case income
  }

  /// What it is for.
  public let kind: Kind
  /// Cost centre it is charged to.
  public let costCentre: String
  /// Subjective code it is charged to.
  public let subjective: String
  /// The amount; below nought lowers the outturn.
  public let amount: Money
  /// Who answers for it, as a role.
  public let owner: String
  /// Why.
  public let reason: String
  /// The last day on which it counts.
  public let expires: CivilDay

  /// Whether it counts in a forecast as of a day.
  public func counts(on day: CivilDay) -> Bool { day <= expires }

  /// The adjustments in a CSV file's text, with columns
  /// `kind,cost_centre,subjective,pounds,owner,reason,expires`.
  ///
  /// - Throws: `BudgetError` with the line at fault.
  public static func read(csv: [UInt8]) throws(BudgetError) -> [Adjustment] {
    let rows: [SmallTable.Row]
    do throws(SmallTableError) {
      rows = try SmallTable.read(csv, columns: ["kind", "pounds", "owner", "reason", "expires"])
    } catch {
      throw BudgetError(line: error.line, problem: error.problem)
    }
    var adjustments: [Adjustment] = []
    for row in rows {
      func wrong(_ problem: String) -> BudgetError { BudgetError(line: row.line, problem: problem) }
      guard let kind = Kind(rawValue: (row["kind"] ?? "").lowercased()) else {
        let kinds = Kind.allCases.map(\.rawValue).joined(separator: ", ")
        throw wrong("kind is “\(row["kind"] ?? "")”: write one of \(kinds)")
      }
      guard let amount = row["pounds"].flatMap({ Money(pounds: $0) }) else {
        throw wrong("pounds is “\(row["pounds"] ?? "")”: write an amount such as -12500.00")
      }
      guard let owner = row["owner"] else { throw wrong("owner is empty: name the role that answers for it") }
      guard let reason = row["reason"] else { throw wrong("reason is empty: say why") }
      guard let expires = row["expires"].flatMap({ CivilDay($0) }) else {
        throw wrong("expires is “\(row["expires"] ?? "")”: write the last day on which it counts")
      }
      adjustments.append(
        Adjustment(
          kind: kind, costCentre: row["cost_centre"] ?? "", subjective: row["subjective"] ?? "",
          amount: amount, owner: owner, reason: reason, expires: expires))
    }
    return adjustments
  }
}
