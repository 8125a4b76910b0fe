/// A row of `summary.csv`: what the estimates of one definition and group were worth.
public struct DiagnosisRow: Hashable, Sendable {
  /// Replications with an estimate.
  public var replications: Int
  /// The true share not reached.
  public var truth: MonteCarloMean
  /// The mean of the estimates.
  public var meanEstimate: Double
  /// Its Monte Carlo standard error; `nil` for a single replication.
  public var meanEstimateStandardError: Double?
  /// Mean estimate less truth: what sampling, slots and lateness do.
  public var bias: Double
  /// The Monte Carlo standard error of the bias, from differences within replications; `nil` for a single one.
  public var biasStandardError: Double?
  /// Truth under the protocol less the truth for a caller who waits for ever and rings once.
  public var protocolBias: MonteCarloMean?
  /// The standard deviation of the estimates; `nil` for a single replication.
  public var standardDeviation: MonteCarloMean?
  /// The root of the mean square error; `nil` for a single replication.
  public var rootMeanSquareError: MonteCarloMean?
  /// The share of intervals that cover the truth.
  public var coverage: MonteCarloMean?
  /// The mean width of the intervals.
  public var width: MonteCarloMean?
  /// The share of replications with the verdict "meets".
  public var meets: MonteCarloMean?
  /// The share of replications with the verdict "undecided".
  public var undecided: MonteCarloMean?
  /// The share of replications with the verdict "fails".
  public var fails: MonteCarloMean?
  /// The share of replications with a verdict that the truth makes wrong: "meets" at or above the target, "fails" at or below.
  public var falseVerdict: MonteCarloMean?
  /// The share of calls dialled a minute or more late.
  public var late: MonteCarloMean?
  /// The share of calls never dialled.
  public var notAttempted: MonteCarloMean?

  /// How far estimates scatter, and how far from the truth they lie.
  struct Spread {
    var standardDeviation: MonteCarloMean
    var rootMeanSquareError: MonteCarloMean

    /// The standard errors hold for estimates that are about normal, as means of many calls are: that of the variance is
    /// *s*² √(2 / (*n* − 1)), and that of the mean square adds what the bias contributes, 2 |bias| *s* / √*n*.
    init?(_ estimates: RunningMoments, bias: Double) {
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
