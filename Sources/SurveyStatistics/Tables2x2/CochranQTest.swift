/// Cochran's Q: whether several shares, all counted on the same practices, are equal.
///
/// The counterpart of the homogeneity chi-square for practices rung in every slot; with two shares it is McNemar's.
package enum CochranQTest {
  /// The test over practices (outer) and occasions (inner), true for success.
  ///
  /// Q = (k − 1)(k ΣC² − T²)/(kT − ΣR²) with column sums C, row sums R, total T; chi-square with k − 1 degrees of
  /// freedom. When no practice differs between occasions Q is 0. Nil without practices, with fewer than two occasions,
  /// or with rows of different lengths. Cochran (1950, Biometrika 37:256). O(practices · occasions).
  package static func test(_ outcomes: [[Bool]]) -> TestResult? {
    guard let occasions = outcomes.first?.count, occasions > 1,
      outcomes.allSatisfy({ $0.count == occasions })
    else { return nil }
    var columns = [Double](repeating: 0, count: occasions)
    var total = 0.0
    var rowSquares = 0.0
    for row in outcomes {
      var sum = 0.0
      for (column, isSuccess) in row.enumerated() where isSuccess {
        columns[column] += 1
        sum += 1
      }
      total += sum
      rowSquares += sum * sum
    }
    let k = Double(occasions)
    let within = k * total - rowSquares
    let between = k * columns.reduce(0) { $0 + $1 * $1 } - total * total
    let statistic = within == 0 ? 0 : (k - 1) * between / within
    return TestResult(
      statistic: statistic, degreesOfFreedom: k - 1,
      pValue: ChiSquare(degreesOfFreedom: k - 1).upperTail(statistic))
  }
}
