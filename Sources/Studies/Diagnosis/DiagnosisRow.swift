/// A row of `summary.csv`: what the estimates of one definition and group were worth.
package struct DiagnosisRow: Equatable, Sendable {
  /// Replications with an estimate.
  package var replications: Int
  /// The true share not reached.
  package var truth: MonteCarloMean
  /// The mean of the estimates.
  package var meanEstimate: Double
  /// Its Monte Carlo standard error; `nil` for a single replication.
  package var meanEstimateStandardError: Double?
  /// Mean estimate less truth: what sampling, slots and lateness do.
  package var bias: Double
  /// The Monte Carlo standard error of the bias, from differences within replications; `nil` for a single one.
  package var biasStandardError: Double?
  /// Truth under the protocol less the truth for a caller who waits for ever and rings once.
  package var protocolBias: MonteCarloMean?
  /// The standard deviation of the estimates; `nil` for a single replication.
  package var standardDeviation: MonteCarloMean?
  /// The root of the mean square error; `nil` for a single replication.
  package var rootMeanSquareError: MonteCarloMean?
  /// The share of intervals that cover the truth.
  package var coverage: MonteCarloMean?
  /// The mean width of the intervals.
  package var width: MonteCarloMean?
  /// The share of replications with the verdict "meets".
  package var meets: MonteCarloMean?
  /// The share of replications with the verdict "undecided".
  package var undecided: MonteCarloMean?
  /// The share of replications with the verdict "fails".
  package var fails: MonteCarloMean?
  /// The share of replications with a verdict that the truth makes wrong: "meets" at or above the target, "fails" at or below.
  package var falseVerdict: MonteCarloMean?
  /// The share of calls dialled a minute or more late.
  package var late: MonteCarloMean?
  /// The share of calls never dialled.
  package var notAttempted: MonteCarloMean?

  /// How far estimates scatter, and how far from the truth they lie.
  package struct Spread {
    /// The standard deviation of the estimates.
    package var standardDeviation: MonteCarloMean
    /// The root of the mean square of their distance from the truth.
    package var rootMeanSquareError: MonteCarloMean

    /// Creates the spread of some estimates; `nil` for fewer than two.
    ///
    /// The standard errors hold for estimates that are about normal, as means of many calls are: that of the variance is
    /// *s*² √(2 / (*n* − 1)), and that of the mean square adds what the bias contributes, 2 |bias| *s* / √*n*.
    package init?(_ estimates: RunningMoments, bias: Double) {
      guard let spread = estimates.standardDeviation else { return nil }
      let count = Double(estimates.count)
      standardDeviation = MonteCarloMean(
        value: spread, standardError: spread / (2 * (count - 1)).squareRoot())
      let variance = spread * spread
      let square = variance + bias * bias
      let squareError =
        (2 * variance * variance / (count - 1) + 4 * bias * bias * variance / count).squareRoot()
      rootMeanSquareError = MonteCarloMean(
        value: square.squareRoot(), standardError: square > 0 ? squareError / (2 * square.squareRoot()) : 0)
    }
  }
}
