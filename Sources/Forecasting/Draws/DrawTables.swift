/// Tables that make the commonest draws quick: −ln of a 32-bit uniform, and standard normals. They are filled by
/// `FixedMath`, so they hold the same bits everywhere.
struct DrawTables: Sendable {
  /// Shared by all simulations.
  static let shared = DrawTables()

  /// For each 128th of a binade: the reciprocal of its middle, and minus the logarithm of the middle.
  private let reciprocals = Block(repeating: 0.0, count: 256)
  /// Coefficients of normal quantiles: a cubic for each 64th of each binade of the tail's share, from 2⁻²¹ to a half.
  private let quantiles = Block(repeating: 0.0, count: 4 * 64 * DrawTables.binades)

  private static let binades = 20
  /// The first cell by the upper bits of a share.
  private static let firstCell = (1023 - 1 - binades) * 64

  private init() {
    for index in 0..<128 {
      let middle = 1 + (Double(index) + 0.5) / 128
      reciprocals.base[2 * index] = 1 / middle
      reciprocals.base[2 * index + 1] = -FixedMath.log(middle)
    }
    for cell in 0..<(64 * DrawTables.binades) {
      let share = Double(bitPattern: UInt64(DrawTables.firstCell + cell) << 46)
      let end = Double(bitPattern: UInt64(DrawTables.firstCell + cell + 1) << 46)
      // Newton's form through four evenly spaced points, gathered by powers.
      let y = (0..<4).map { -FixedMath.normalQuantile(share + (end - share) * Double($0) / 3) }
      let d1 = y[1] - y[0]
      let d2 = y[2] - 2 * y[1] + y[0]
      let d3 = y[3] - 3 * y[2] + 3 * y[1] - y[0]
      let c = quantiles.base + 4 * cell
      c[0] = y[0]
      c[1] = 3 * (d1 - d2 / 2 + d3 / 3)
      c[2] = 9 * (d2 / 2 - d3 / 2)
      c[3] = 27 * (d3 / 6)
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

    /// A standard normal number from 64 random bits, by the quantile of the share beyond it; to 9 decimals. The first
    /// bit is its sign.
    @inline(__always)
    func normal(_ bits: UInt64) -> Double {
      let share = (Double((~bits << 1) >> 12) + 0.5) * 0x1p-53
      let cell = Int(truncatingIfNeeded: share.bitPattern >> 46) &- DrawTables.firstCell
      guard cell >= 0 else { return DrawTables.tail(share, bits) }
      let place = (share.bitPattern & 0x3FFF_FFFF_FFFF) << 6 | 0x3FF0_0000_0000_0000
      let t = Double(bitPattern: place) - 1
      let c = quantiles + 4 &* cell
      let size = c[0] + t * (c[1] + t * (c[2] + t * c[3]))
      return Double(bitPattern: size.bitPattern | (bits & 0x8000_0000_0000_0000))
    }
  }

  @inline(never)
  private static func tail(_ share: Double, _ bits: UInt64) -> Double {
    let size = -FixedMath.normalQuantile(share)
    return bits >> 63 == 0 ? size : -size
  }
}
