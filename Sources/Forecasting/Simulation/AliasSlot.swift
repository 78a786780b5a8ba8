/// A slot of an alias table, by which one of many unlike choices is drawn in one step: all slots are equally likely,
/// and each holds a choice of its own and lends the rest of its room to another (Walker, An efficient method for
/// generating discrete random variables with general distributions, ACM TOMS 3, 1977).
struct AliasSlot: BitwiseCopyable {
  /// The weight of the choice until the table is made; then the part of the slot that is its own.
  var own = 0.0
  var choice: Int32 = 0
  var other: Int32 = 0

  /// The choice at a part of the slot from 0 to 1. Which it is can't be foretold, so it is told by signs, without a
  /// branch.
  @inline(__always)
  func pick(_ part: Double) -> Int32 {
    let isOwn = Int32(truncatingIfNeeded: Int64(bitPattern: (part - own).bitPattern) >> 63)
    return other ^ ((other ^ choice) & isOwn)
  }

  /// Makes a table of slots that hold weights, in Vose's order; `scratch` has room for as many numbers.
  static func make(
    _ slots: UnsafeMutablePointer<AliasSlot>, _ count: Int, _ scratch: UnsafeMutablePointer<Int32>
  ) {
    var total = 0.0
    for index in 0..<count { total += slots[index].own }
    let scale = total > 0 ? Double(count) / total : 0
    // Poor slots wait at the front of the scratch, rich ones at its end.
    var poor = 0
    var rich = count
    for index in 0..<count {
      slots[index].own *= scale
      slots[index].other = slots[index].choice
      if slots[index].own < 1 {
        scratch[poor] = Int32(truncatingIfNeeded: index)
        poor += 1
      } else {
        rich -= 1
        scratch[rich] = Int32(truncatingIfNeeded: index)
      }
    }
    while poor > 0, rich < count {
      poor -= 1
      let low = Int(scratch[poor])
      let high = Int(scratch[rich])
      slots[low].other = slots[high].choice
      slots[high].own -= 1 - slots[low].own
      if slots[high].own < 1 {
        rich += 1
        scratch[poor] = Int32(truncatingIfNeeded: high)
        poor += 1
      }
    }
    // What rounding has left over is its own in full.
    for place in 0..<poor { slots[Int(scratch[place])].own = 1 }
    for place in rich..<count { slots[Int(scratch[place])].own = 1 }
  }
}
