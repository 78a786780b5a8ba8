import Units
import Care
import Forecasting

extension RateModel {
  /// Categories from which nobody was seen to leave or move.
  var unseen: Set<Category> {
    var seen: Set<Int> = []
    for family in [exits, changes] {
      for cell in family.days.indices where family.events.contains(where: { $0[cell] > 0 }) {
        seen.insert(space.category(of: cell))
      }
    }
    return Set((0..<space.categories).filter { !seen.contains($0) }.map(Category.init(index:)))
  }

  /// What was not seen in the reference period, so that next to none of it is forecast: a sentence each that says what
  /// to do.
  var cautions: [String] {
    var out: [String] = []
    let exits = exits.events.reduce(0) { $0 + $1.reduce(0, +) }
    if exits == 0 {
      out.append(
        "No child is known to have left care before 18 in the reference period, so hardly any is forecast to: check that the returns hold ends (DEC and REC), or choose a longer period \(Means.assumption("--reference"))."
      )
    }
    if entries.counts.allSatisfy({ $0 == 0 }) {
      out.append(
        "Nobody is known to have come into care in the reference period, so hardly any entries are forecast: check that the returns hold starts (RNE S), or choose a longer period \(Means.assumption("--reference"))."
      )
    }
    return out
  }
}
