@testable import SurveyStatistics

/// What the formula with ρ is held against: practices whose own probabilities are known.
extension OneCallPerPractice {
  /// The exact variance when every practice's own probability is known: [P(1 − P) − (n − 1)/N · S²]/n.
  ///
  /// P is the mean and S² the variance, with divisor N − 1, of the probabilities. Equal to the formula with ρ. For n of
  /// the N practices drawn without replacement, one independent call each. Nil without practices, for a probability
  /// outside [0, 1], or unless 1 ≤ calls ≤ practices. O(N).
  static func exactVariance(probabilities: [Double], calls: Int) -> Double? {
    let practices = Double(probabilities.count)
    guard calls >= 1, calls <= probabilities.count, probabilities.allSatisfy({ $0 >= 0 && $0 <= 1 }) else {
      return nil
    }
    let mean = CompensatedSum.over(probabilities.indices) { probabilities[$0] } / practices
    let spread = sumOfSquares(probabilities, around: mean)
    let between = calls > 1 ? Double(calls - 1) / practices * (spread / (practices - 1)) : 0
    return (mean * (1 - mean) - between) / Double(calls)
  }

  /// The ρ of practices whose own probabilities are known: their variance (divisor N) over P(1 − P).
  ///
  /// Nil without practices, for a probability outside [0, 1], or when all are 0 or all are 1. O(N).
  static func betweenShare(probabilities: [Double]) -> Double? {
    guard !probabilities.isEmpty, probabilities.allSatisfy({ $0 >= 0 && $0 <= 1 }) else { return nil }
    let practices = Double(probabilities.count)
    let mean = CompensatedSum.over(probabilities.indices) { probabilities[$0] } / practices
    guard mean > 0, mean < 1 else { return nil }
    return min(1, sumOfSquares(probabilities, around: mean) / practices / (mean * (1 - mean)))
  }

  private static func sumOfSquares(_ values: [Double], around mean: Double) -> Double {
    CompensatedSum.over(values.indices) { (values[$0] - mean) * (values[$0] - mean) }
  }
}
