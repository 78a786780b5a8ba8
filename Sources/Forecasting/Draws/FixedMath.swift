/// Logarithm, exponential and their kin by a fixed sequence of IEEE operations, so that they give the same bits on
/// every processor. The C library's choose between instructions (fused multiply-add, AVX2) when the program starts,
/// and then differ in the last bit, which would end the promise of the same bytes everywhere.
public enum FixedMath {
  /// ln 2.
  @usableFromInline static let ln2 = 0.693_147_180_559_945_3
  /// √2, about which arguments of the logarithm are folded.
  @usableFromInline static let root2 = 1.414_213_562_373_095_1

  /// The natural logarithm of a finite number above nought, to within 2 units in the last place.
  ///
  /// x = 2ⁿm with m in [1/√2, √2); ln m = 2 artanh s with s = (m − 1)/(m + 1), by its power series.
  @inlinable @inline(__always)
  public static func log(_ x: Double) -> Double {
    let bits = x.bitPattern
    var exponent = Int(bits >> 52) - 1023
    var m = Double(bitPattern: (bits & 0x000F_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000)
    if m > root2 {
      m *= 0.5
      exponent += 1
    }
    let s = (m - 1) / (m + 1)
    let z = s * s
    let z2 = z * z
    let z4 = z2 * z2
    // Pairs of terms are added apart so that the processor can work on several at once.
    let low = (1.0 / 3 + z * (1.0 / 5)) + z2 * (1.0 / 7 + z * (1.0 / 9))
    let high = (1.0 / 11 + z * (1.0 / 13)) + z2 * (1.0 / 15 + z * (1.0 / 17))
    let series = low + z4 * (high + z4 * (1.0 / 19 + z * (1.0 / 21)))
    return Double(exponent) * ln2 + (2 * s + 2 * s * (z * series))
  }

  /// The exponential; 0 below −745 and infinite above 709.
  @inlinable
  public static func exp(_ x: Double) -> Double {
    guard x > -708 else { return 0 }
    guard x < 709.5 else { return .infinity }
    // Adding and taking away 1.5 × 2⁵² rounds to a whole number.
    let n = (x * 1.442_695_040_888_963_4 + 6_755_399_441_055_744) - 6_755_399_441_055_744
    // ln 2 in two parts, so that the remainder keeps its last bits.
    let r = (x - n * 0.693_147_180_369_123_8) - n * 1.908_214_929_270_587_7e-10
    let r2 = r * r
    let r4 = r2 * r2
    let low = (1 + r) + r2 * (1.0 / 2 + r * (1.0 / 6))
    let middle = (1.0 / 24 + r * (1.0 / 120)) + r2 * (1.0 / 720 + r * (1.0 / 5040))
    let high = (1.0 / 40320 + r * (1.0 / 362_880)) + r2 * (1.0 / 3_628_800 + r * (1.0 / 39_916_800))
    let term = low + r4 * (middle + r4 * (high + r4 * (1.0 / 479_001_600 + r * (1.0 / 6_227_020_800))))
    return term * Double(bitPattern: UInt64(Int(n) + 1023) << 52)
  }

  /// a raised to the power b, for a above nought.
  @inlinable
  public static func power(_ a: Double, _ b: Double) -> Double { exp(b * log(a)) }

  /// ln Γ(x) for x above nought: Stirling's series above 10, the recurrence below.
  public static func logGamma(_ x: Double) -> Double {
    var x = x
    var shift = 0.0
    if x < 10 {
      var product = 1.0
      while x < 10 {
        product *= x
        x += 1
      }
      shift = log(product)
    }
    let w = 1 / x
    let w2 = w * w
    let series =
      w * (1.0 / 12 - w2 * (1.0 / 360 - w2 * (1.0 / 1260 - w2 * (1.0 / 1680 - w2 * (1.0 / 1188)))))
    return (x - 0.5) * log(x) - x + 0.918_938_533_204_672_7 + series - shift
  }

  /// The standard normal distribution function, by Marsaglia's series (Evaluating the normal distribution, Journal of
  /// Statistical Software 11(4), 2004); exact to about 15 decimals, 0 or 1 beyond ±8.
  public static func normalShare(below z: Double) -> Double {
    guard z > -8 else { return 0 }
    guard z < 8 else { return 1 }
    var sum = z
    var term = z
    var odd = 1.0
    while abs(term) > 1e-17 * abs(sum) {
      odd += 2
      term *= z * z / odd
      sum += term
    }
    return 0.5 + sum * exp(-0.5 * z * z) * 0.398_942_280_401_432_7
  }

  /// The standard normal quantile of a share strictly between 0 and 1: algorithm AS 241 (Wichura, Applied Statistics
  /// 37, 1988), relative error about 1 in 10¹⁶.
  @inlinable
  public static func normalQuantile(_ p: Double) -> Double {
    let q = p - 0.5
    if abs(q) <= 0.425 { return q * central(0.180625 - q * q) }
    let r = (-log(q < 0 ? p : 1 - p)).squareRoot()
    let size = r <= 5 ? tail(r - 1.6) : farTail(r - 5)
    return q < 0 ? -size : size
  }

  @inlinable
  static func central(_ r: Double) -> Double {
    let a =
      ((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r
        + 45921.953931549871457) * r + 13731.693765509461125) * r + 1971.5909503065514427) * r
        + 133.14166789178437745) * r + 3.387132872796366608
    let b =
      ((((((5226.495278852854561 * r + 28729.085735721942674) * r + 39307.89580009271061) * r
        + 21213.794301586595867) * r + 5394.1960214247511077) * r + 687.1870074920579083) * r
        + 42.313330701600911252) * r + 1
    return a / b
  }

  @inlinable
  static func tail(_ r: Double) -> Double {
    let a =
      ((((((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r + 0.24178072517745061177) * r
        + 1.27045825245236838258) * r + 3.64784832476320460504) * r + 5.7694972214606914055) * r
        + 4.6303378461565452959) * r + 1.42343711074968357734
    let b =
      ((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r + 0.0151986665636164571966) * r
        + 0.14810397642748007459) * r + 0.68976733498510000455) * r + 1.6763848301838038494) * r
        + 2.05319162663775882187) * r + 1
    return a / b
  }

  @inlinable
  static func farTail(_ r: Double) -> Double {
    let a =
      ((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 0.0012426609473880784386) * r
        + 0.026532189526576123093) * r + 0.29656057182850489123) * r + 1.7848265399172913358) * r
        + 5.4637849111641143699) * r + 6.6579046435011037772
    let b =
      ((((((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r + 1.8463183175100546818e-5) * r
        + 7.868691311456132591e-4) * r + 0.0148753612908506148525) * r + 0.13692988092273580531) * r
        + 0.59983220655588793769) * r + 1
    return a / b
  }
}
