import Files
import Units

/// The contracts of a council: a CSV file with a line a contract, and for cost and volume a line a tier, all with the
/// contract's name. Columns: `contract,provider,kind,from,to,places,after_nights,weekly_pounds,spot_weekly_pounds,
/// uplift_on,uplift_percent`.
public struct ContractBook: Sendable {
  /// The contracts, in the file's order.
  public let contracts: [Contract]

  /// Kinds of contract as they are written.
  static let kinds = ["spot", "framework", "block", "slab", "whole volume"]

  /// No contracts.
  public static let none = ContractBook(contracts: [])

  /// Contracts, each under a name of its own.
  public init(contracts: [Contract]) { self.contracts = contracts }

  /// The contract of a name; nil where there is none.
  public subscript(id: String) -> Contract? { contracts.first { $0.id == id } }

  /// The contracts in a CSV file's text.
  ///
  /// - Throws: `ContractError` with the line at fault.
  public init(csv: [UInt8]) throws(ContractError) {
    let rows: [SmallTable.Row]
    do throws(SmallTableError) {
      rows = try SmallTable.read(csv, columns: ["contract", "provider", "kind", "from", "weekly_pounds"])
    } catch {
      throw ContractError(line: error.line, problem: error.problem)
    }
    var order: [String] = []
    var groups: [String: [SmallTable.Row]] = [:]
    for row in rows {
      guard let id = row["contract"] else {
        throw ContractError(line: row.line, problem: "contract is empty")
      }
      if groups[id] == nil { order.append(id) }
      groups[id, default: []].append(row)
    }
    var contracts: [Contract] = []
    for id in order { contracts.append(try ContractBook.contract(id, groups[id] ?? [])) }
    self.contracts = contracts
  }

  private static func contract(
    _ id: String, _ rows: [SmallTable.Row]
  ) throws(ContractError) -> Contract {
    let first = rows[0]
    func wrong(_ row: SmallTable.Row, _ problem: String) -> ContractError {
      ContractError(line: row.line, problem: problem)
    }
    let kind = (first["kind"] ?? "").lowercased()
    guard kinds.contains(kind) else {
      throw wrong(
        first, "kind is “\(first["kind"] ?? "")”: write one of \(kinds.joined(separator: ", "))")
    }
    let isTiered = kind == "slab" || kind == "whole volume"
    if rows.count > 1, !isTiered { throw wrong(rows[1], "\(id) stands twice, and a \(kind) has one line") }
    guard let text = first["from"], let from = CivilDay(text) else {
      throw wrong(first, "from is “\(first["from"] ?? "")”: write a day such as 2025-04-01 or 01/04/2025")
    }
    let to = try day("to", first)
    if let to, to < from { throw wrong(first, "to is before from") }
    return Contract(
      id: id, provider: first["provider"] ?? "", start: from, end: to.map { $0 + 1 },
      terms: try terms(kind, rows), spot: try pounds("spot_weekly_pounds", first),
      uplift: try uplift(first))
  }

  private static func terms(
    _ kind: String, _ rows: [SmallTable.Row]
  ) throws(ContractError) -> Contract.Terms {
    let first = rows[0]
    func price(_ row: SmallTable.Row) throws(ContractError) -> WeeklyRate {
      guard let rate = try pounds("weekly_pounds", row) else {
        throw ContractError(line: row.line, problem: "weekly_pounds is empty: a \(kind) has a price")
      }
      return rate
    }
    switch kind {
    case "spot": return .spot
    case "framework": return .framework(try pounds("weekly_pounds", first))
    case "block":
      guard let places = first["places"].flatMap({ Int($0) }), places > 0 else {
        throw ContractError(line: first.line, problem: "places is empty: a block has a number of places")
      }
      return .block(places: places, weekly: try price(first))
    default:
      var tiers: [Tiers.Tier] = []
      for row in rows {
        guard let after = Int(row["after_nights"] ?? "0"), after >= 0 else {
          throw ContractError(
            line: row.line,
            problem: "after_nights is “\(row["after_nights"] ?? "")”: write a number of nights")
        }
        tiers.append(Tiers.Tier(after: after, weekly: try price(row)))
      }
      guard let tiers = Tiers(kind == "slab" ? .slab : .wholeVolume, tiers) else {
        throw ContractError(
          line: first.line,
          problem: "the first tier begins after 0 nights, and no two begin after the same number")
      }
      return .volume(tiers)
    }
  }

  private static func uplift(_ row: SmallTable.Row) throws(ContractError) -> Uplift? {
    guard let text = row["uplift_percent"] else { return nil }
    guard let points = Money(pounds: text)?.pence, abs(points) < 10_000 else {
      throw ContractError(line: row.line, problem: "uplift_percent is “\(text)”: write a number such as 3.5")
    }
    let on = row["uplift_on"] ?? "anniversary"
    if on.lowercased() == "anniversary" { return Uplift(onAnniversaryBasisPoints: points) }
    let parts = on.split(separator: "/").compactMap { Int($0) }
    guard parts.count == 2, let uplift = Uplift(month: parts[1], day: parts[0], basisPoints: points) else {
      throw ContractError(
        line: row.line, problem: "uplift_on is “\(on)”: write a day such as 01/04, or anniversary")
    }
    return uplift
  }

  private static func day(_ column: String, _ row: SmallTable.Row) throws(ContractError) -> CivilDay? {
    guard let text = row[column] else { return nil }
    guard let day = CivilDay(text) else {
      throw ContractError(
        line: row.line, problem: "\(column) is “\(text)”: write a day such as 2026-03-31 or 31/03/2026")
    }
    return day
  }

  private static func pounds(
    _ column: String, _ row: SmallTable.Row
  ) throws(ContractError) -> WeeklyRate? {
    guard let text = row[column] else { return nil }
    guard let money = Money(pounds: text), money >= .zero, money < Money(pence: 100_000_000) else {
      throw ContractError(
        line: row.line, problem: "\(column) is “\(text)”: write pounds a week such as 6250.00")
    }
    return WeeklyRate(pencePerWeek: money.pence)
  }
}

/// A line of a file of contracts that can't be used.
public struct ContractError: Error, Equatable, CustomStringConvertible {
  /// Line of the file, 1 for its header.
  public let line: Int
  /// What is wrong and what to write.
  public let problem: String

  /// "line 4: …".
  public var description: String { "line \(line): \(problem)" }
}
