import Units

/// The days on which age bands end for every day of birth of a simulation, in so little room that the processor keeps
/// them close by: for each band two bits, the days that its end is later than the least a birthday can be off.
final class Birthdays: Sendable {
  private let bits: Block<UInt16>
  private let least: Block<Int32>
  private let firstBirth: Int

  /// The birthdays of those born from `first` to `last` days after the as-of date.
  init(from first: Int, to last: Int, asOf: CivilDay) {
    firstBirth = first
    let least = AgeBand.all.map { $0.upTo * 365 + $0.upTo / 4 - 1 }
    bits = Block(
      (first...last).map { day in
        let birth = asOf + day
        return AgeBand.all.indices.reduce(UInt16(0)) { bits, band in
          let days = birth.nights(to: Age.birthday(AgeBand.all[band].upTo, bornOn: birth))
          return bits | UInt16(truncatingIfNeeded: days - least[band]) << UInt16(2 * band)
        }
      })
    self.least = Block(least.map(Int32.init))
  }

  /// The table as pointers.
  struct Pointers {
    fileprivate let bits: UnsafeMutablePointer<UInt16>
    fileprivate let least: UnsafeMutablePointer<Int32>
    fileprivate let firstBirth: Int

    /// The day, counted from the as-of date, on which the age band of a child ends.
    @inline(__always)
    func end(of band: Int32, bornOn birth: Int32) -> Int32 {
      let later = bits[Int(birth) &- firstBirth] &>> UInt16(truncatingIfNeeded: 2 &* band) & 3
      return birth &+ least[Int(band)] &+ Int32(later)
    }
  }

  var pointers: Pointers { Pointers(bits: bits.base, least: least.base, firstBirth: firstBirth) }
}
