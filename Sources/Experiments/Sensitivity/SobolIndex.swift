internal import Randomness

/// Which part of a variance a parameter carries: alone, and with all that it does together with others.
///
/// With rows of two independent points *A* and *B*, and *A* with the parameter's coordinate of *B* (*AB*), over *n* rows:
/// first = 1 − Σ (f(B) − f(AB))² / (2 *n* *V*), total = Σ (f(A) − f(AB))² / (2 *n* *V*), where *V* is the variance of the 2 *n*
/// values at *A* and *B* (with 2 *n* as its divisor). The limits are ± 1.96 standard deviations over resampled rows.
///
/// Source: Jansen (1999), Analysis of variance designs for model output, Computer Physics Communications 117, 35–43; Saltelli and
/// others (2010), Computer Physics Communications 181(2), 259–270, formulas (c) and (f).
package struct SobolIndex: Equatable, Sendable {
  /// The part that the parameter carries alone; an estimate, which may fall below 0.
  package var first: Double
  /// Half the width of its 95 % limits.
  package var firstHalfWidth: Double
  /// The part that would go if the parameter were known, with all that it does together with others.
  package var total: Double
  /// Half the width of its 95 % limits.
  package var totalHalfWidth: Double

  /// Whether the total index is told from nothing: it exceeds what Monte Carlo error alone would make of it by more than its limits.
  ///
  /// - Parameter noise: The part of the variance that Monte Carlo error could make, which is also what it adds to every total index.
  package func isShown(noise: Double) -> Bool { total > totalHalfWidth + noise }

  /// Estimates an index.
  ///
  /// - Parameters:
  ///   - a: The values at *A*, by row; at least two rows.
  ///   - b: The values at *B*.
  ///   - exchanged: The values at *A* with the parameter of *B*.
  ///   - seed: Decides the resampling.
  /// - Returns: `nil` where the values do not vary.
  /// - Complexity: O(*r* *n*) for *r* = ``resamples``.
  init?(a: [Double], b: [Double], exchanged: [Double], seed: UInt64) {
    let rows = Array(a.indices)
    guard rows.count > 1, let indices = Self.indices(rows, a, b, exchanged) else { return nil }
    (first, total) = indices
    var stream = RandomStream(seed: seed, replication: 0, practice: 0, purpose: .indexBootstrap)
    var (firsts, totals): ([Double], [Double]) = ([], [])
    for _ in 0..<Self.resamples {
      let sample = rows.map { _ in stream.integer(below: rows.count) }
      guard let again = Self.indices(sample, a, b, exchanged) else { continue }
      firsts.append(again.first)
      totals.append(again.total)
    }
    firstHalfWidth = 1.96 * Self.standardDeviation(firsts)
    totalHalfWidth = 1.96 * Self.standardDeviation(totals)
  }

  /// How often rows are drawn anew.
  static let resamples = 200

  private static func indices(
    _ rows: [Int], _ a: [Double], _ b: [Double], _ exchanged: [Double]
  ) -> (first: Double, total: Double)? {
    let count = Double(rows.count)
    let mean = rows.reduce(0) { $0 + a[$1] + b[$1] } / (2 * count)
    func square(_ x: Double) -> Double { x * x }
    let variance = rows.reduce(0) { $0 + square(a[$1] - mean) + square(b[$1] - mean) } / (2 * count)
    guard variance > 0 else { return nil }
    let first = rows.reduce(0) { $0 + square(b[$1] - exchanged[$1]) } / (2 * count * variance)
    let total = rows.reduce(0) { $0 + square(a[$1] - exchanged[$1]) } / (2 * count * variance)
    return (1 - first, total)
  }

  private static func standardDeviation(_ values: [Double]) -> Double {
    guard values.count > 1 else { return 0 }
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(values.count - 1)).squareRoot()
  }
}
