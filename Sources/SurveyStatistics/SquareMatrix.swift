/// Just enough linear algebra for small systems.
enum SquareMatrix {
  /// The X with A X = B, by Gaussian elimination with row pivoting; nil when A is singular to working precision.
  ///
  /// O(n³) for n rows.
  static func solve(_ a: [[Double]], _ b: [[Double]]) -> [[Double]]? {
    let size = a.count
    var left = a
    var right = b
    let scale = a.joined().reduce(0) { max($0, abs($1)) }
    for pivot in 0..<size {
      let best = (pivot..<size).reduce(pivot) { abs(left[$1][pivot]) > abs(left[$0][pivot]) ? $1 : $0 }
      guard abs(left[best][pivot]) > scale * 1e-13 else { return nil }
      left.swapAt(pivot, best)
      right.swapAt(pivot, best)
      for row in 0..<size where row != pivot {
        let factor = left[row][pivot] / left[pivot][pivot]
        guard factor != 0 else { continue }
        for column in pivot..<size { left[row][column] -= factor * left[pivot][column] }
        for column in right[row].indices { right[row][column] -= factor * right[pivot][column] }
      }
    }
    return (0..<size).map { row in right[row].map { $0 / left[row][row] } }
  }
}
