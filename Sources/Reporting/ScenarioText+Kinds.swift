import Care
import Forecasting
import Units

extension ScenarioText {
  /// What an initiative does, without its limit and full stop.
  func words(_ kind: Initiative.Kind) -> String {
    switch kind {
    case .preventEntry(let eligible, let share):
      "Keeps \(Self.percent(share)) of those out of care who would enter it: \(words(eligible))"
    case .returnHome(let eligible, let chance, let reentry, let support):
      "Brings home, with a chance of \(Self.percent(chance)) a year, \(words(eligible)); \(Self.percent(reentry)) of them are in care again within twelve months"
        + (support == .none
          ? ""
          : "; support at home costs \(Self.weekly(support.perWeek)) for \(Words.count(support.weeks, "week", "weeks"))")
    case .stepDown(let eligible, let to, let chance, let breakdown):
      "Moves to \(name(to)), with a chance of \(Self.percent(chance)) a year, \(words(eligible)); \(Self.percent(breakdown)) of these moves break down within six months"
    case .keepStable(let eligible, let share):
      "Makes moves by breakdown \(Self.percent(share)) fewer for \(words(eligible))"
    case .addCapacity(let places, let to, let eligible):
      "Adds \(Words.count(places, "place", "places")) of \(name(to)) for \(words(eligible))"
    case .changePrice(let categories, let basisPoints, let above):
      "Changes the fees of \(categories.map(list) ?? "all placements") by \(Words.percent(basisPoints: basisPoints))"
        + (above.map { ", on the nights of a month beyond \(Words.number($0))" } ?? "")
    case .changeStaffing(let posts, let premium):
      "Makes \(Self.number(posts)) agency posts permanent, each \(Words.exactly(premium)) a year cheaper so"
    case .earnIncome(let beds, let price, let cost, let occupancy):
      "Sells \(Words.count(beds, "bed", "beds")) at \(Self.weekly(price)), which cost \(Self.weekly(cost)) each sold or empty; sold on \(Self.percent(occupancy)) of nights"
    }
  }

  private func words(_ eligible: Eligible) -> String {
    if eligible == .everyone { return "every child" }
    var parts: [String] = []
    if eligible.minAge > 0 || eligible.maxAge < 17 {
      parts.append(
        eligible.minAge == eligible.maxAge
          ? "children aged \(eligible.minAge)" : "children aged \(eligible.minAge) to \(eligible.maxAge)")
    } else {
      parts.append("children of all ages")
    }
    if let categories = eligible.categories { parts.append("in \(list(categories))") }
    if let uasc = eligible.isUASC { parts.append(Self.asylum(uasc)) }
    if eligible.minNightsInCare > 0 {
      parts.append("in care for \(Words.count(eligible.minNightsInCare, "night", "nights")) or more")
    }
    if eligible.minNightsInStay > 0 {
      parts.append("in the placement for \(Words.count(eligible.minNightsInStay, "night", "nights")) or more")
    }
    return parts.joined(separator: ", ")
  }

  /// A category's words inside a sentence.
  private func name(_ category: Int) -> String {
    let label = book[Category(index: category)].label
    return label.prefix(1).lowercased() + label.dropFirst()
  }

  /// Categories inside a sentence, in the book's order.
  func list(_ categories: Set<Int>) -> String { Self.list(categories.sorted().map(name), "or") }

  static func asylum(_ isUASC: Bool) -> String {
    isUASC ? "unaccompanied asylum-seeking children only" : "without unaccompanied asylum-seeking children"
  }

  /// "a, b or c".
  static func list(_ words: [String], _ last: String) -> String {
    guard words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(last) " + words[words.count - 1]
  }

  /// A share as a percentage with at most two decimals.
  static func percent(_ share: Double) -> String {
    Words.percent(basisPoints: Int((share * 10_000).rounded()))
  }

  /// A number with at most four decimals.
  static func number(_ value: Double) -> String {
    let tenThousandths = Int((value.magnitude * 10_000).rounded())
    var decimals = String(String(10_000 + tenThousandths % 10_000).dropFirst())
    while decimals.last == "0" { decimals.removeLast() }
    let whole = Words.number(tenThousandths / 10_000)
    return (value < 0 ? "−" : "") + (decimals.isEmpty ? whole : "\(whole).\(decimals)")
  }

  private static func weekly(_ rate: WeeklyRate) -> String {
    "\(Words.exactly(Money(pence: rate.pencePerWeek))) a week"
  }
}
