/// A square matrix of a few dozen rows, held row by row.
public struct DenseMatrix: Sendable {
  /// Number of rows.
  public let size: Int
  private var values: [Double]

  /// Nothing but noughts.
  public init(size: Int) {
    self.size = size
    values = Array(repeating: 0, count: size * size)
  }

  /// The number at a row and column.
  public subscript(row: Int, column: Int) -> Double {
    get { values[row * size + column] }
    set { values[row * size + column] = newValue }
  }

  static func identity(_ size: Int) -> DenseMatrix {
    var matrix = DenseMatrix(size: size)
    for index in 0..<size { matrix[index, index] = 1 }
    return matrix
  }

  static func * (a: DenseMatrix, b: DenseMatrix) -> DenseMatrix {
    var product = DenseMatrix(size: a.size)
    let n = a.size
    product.values.withUnsafeMutableBufferPointer { c in
      a.values.withUnsafeBufferPointer { a in
        b.values.withUnsafeBufferPointer { b in
          for row in 0..<n {
            for inner in 0..<n where a[row * n + inner] != 0 {
              let factor = a[row * n + inner]
              for column in 0..<n { c[row * n + column] += factor * b[inner * n + column] }
            }
          }
        }
      }
    }
    return product
  }

  func scaled(by factor: Double) -> DenseMatrix {
    var scaled = self
    for index in values.indices { scaled.values[index] *= factor }
    return scaled
  }

  func adding(_ other: DenseMatrix) -> DenseMatrix {
    var sum = self
    for index in values.indices { sum.values[index] += other.values[index] }
    return sum
  }

  /// The largest sum of sizes along a row.
  var norm: Double {
    (0..<size).map { row in (0..<size).reduce(0) { $0 + abs(self[row, $1]) } }.max() ?? 0
  }

  /// The matrix exponential by scaling and squaring: halved until its norm is below ½, 18 terms of the series, then
  /// squared as often (Moler and Van Loan, "Nineteen dubious ways to compute the exponential of a matrix", 2003).
  public func exponential() -> DenseMatrix {
    var halvings = 0
    var factor = 1.0
    while norm * factor > 0.5 {
      factor /= 2
      halvings += 1
    }
    let small = scaled(by: factor)
    var term = DenseMatrix.identity(size)
    var sum = term
    for number in 1...18 {
      term = (term * small).scaled(by: 1 / Double(number))
      sum = sum.adding(term)
    }
    for _ in 0..<halvings { sum = sum * sum }
    return sum
  }
}
