/// Tables that make the commonest draws quick: −ln of a 32-bit uniform, and standard normals. They are filled by
/// `FixedMath`, so they hold the same bits everywhere.
struct DrawTables: Sendable {
  /// Shared by all simulations.
  static let shared = DrawTables()

  /// For each 128th of a binade: the reciprocal of its middle, and minus the logarithm of the middle.
  private let reciprocals = Block(repeating: 0.0, count: 256)
  /// Coefficients of normal quantiles: a cubic in the place within each 512th of the upper half, then within each 512th
  /// of that half's last eighth, and so on towards the tail.
  private let quantiles = Block(repeating: 0.0, count: 4 * DrawTables.cells * DrawTables.levels)

  private static let cells = 512, levels = 6
  /// The last cells of a level are left to the next, and those of the last level to the exact quantile.
  private static let ownCells = 448

  private init() {
    for index in 0..<128 {
      let middle = 1 + (Double(index) + 0.5) / 128
      reciprocals.base[2 * index] = 1 / middle
      reciprocals.base[2 * index + 1] = -FixedMath.log(middle)
    }
    var share = 0.5
    for level in 0..<DrawTables.levels {
      let width = share / Double(DrawTables.cells)
      for cell in 0..<DrawTables.ownCells {
        // Newton's form through four evenly spaced points, gathered by powers. The quantile of what is above a point:
        // shares near nought keep their digits.
        let y = (0..<4).map { -FixedMath.normalQuantile(share - width * (Double(cell) + Double($0) / 3)) }
        let d1 = y[1] - y[0]
        let d2 = y[2] - 2 * y[1] + y[0]
        let d3 = y[3] - 3 * y[2] + 3 * y[1] - y[0]
        let c = quantiles.base + 4 * (level * DrawTables.cells + cell)
        c[0] = y[0]
        c[1] = 3 * (d1 - d2 / 2 + d3 / 3)
        c[2] = 9 * (d2 / 2 - d3 / 2)
        c[3] = 27 * (d3 / 6)
      }
      share /= 8
    }
  }

  /// What the inner loops hold on to.
  var pointers: Pointers { Pointers(reciprocals: reciprocals.base, quantiles: quantiles.base) }

  /// The tables as pointers.
  struct Pointers {
    fileprivate let reciprocals: UnsafeMutablePointer<Double>
    fileprivate let quantiles: UnsafeMutablePointer<Double>

    /// A unit exponential, −ln u, from 32 random bits; to 15 decimals.
    @inline(__always)
    func exponential(_ bits: UInt32) -> Double {
      let u = unitInterval(bits)
      let pattern = u.bitPattern
      let index = Int(truncatingIfNeeded: (pattern >> 45) & 127)
      let mantissa = Double(bitPattern: (pattern & 0x000F_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000)
      let exponent = Double(1023 &- Int(truncatingIfNeeded: pattern >> 52))
      let r = mantissa * reciprocals[2 &* index] - 1
      let r2 = r * r
      // ln(1 + r) for |r| ≤ 1/256.
      let series = r - r2 * ((0.5 - r * (1.0 / 3)) + r2 * ((0.25 - r * 0.2) + r2 * (1.0 / 6)))
      return (exponent * FixedMath.ln2 + reciprocals[2 &* index &+ 1]) - series
    }

    /// A standard normal number from 64 random bits, by its quantile; to 9 decimals.
    @inline(__always)
    func normal(_ bits: UInt64) -> Double {
      let place = Double((bits << 1) >> 12) * (Double(DrawTables.cells) * 0x1p-52)
      let size = place < Double(DrawTables.ownCells) ? cubic(place, level: 0) : tail(place)
      // The first bit is the sign.
      return Double(bitPattern: size.bitPattern | (bits & 0x8000_0000_0000_0000))
    }

    @inline(__always)
    private func cubic(_ place: Double, level: Int) -> Double {
      let cell = Int(place)
      let t = place - Double(cell)
      let c = quantiles + 4 &* (level &* DrawTables.cells &+ cell)
      return c[0] + t * (c[1] + t * (c[2] + t * c[3]))
    }

    /// A normal number beyond the first level's own cells: each next level looks at the last eighth eight times closer.
    @inline(never)
    private func tail(_ place: Double) -> Double {
      var place = place
      var share = 0.5
      for level in 1..<DrawTables.levels {
        place = 8 * (place - Double(DrawTables.ownCells))
        share /= 8
        if place < Double(DrawTables.ownCells) { return cubic(place, level: level) }
      }
      // To the middle between the 2⁵² places that there are.
      let above = 1 - place / Double(DrawTables.cells) - 0x1p-53 * 0x1p15
      return -FixedMath.normalQuantile(above * share)
    }
  }
}
