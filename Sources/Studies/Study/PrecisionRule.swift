/// Runs until every reported figure is sure enough.
///
/// The result is looked at after 100 replications, 200, 400 and so on, each time twice as many, counted from the first that
/// was asked for. The run ends at the first look at which the Monte Carlo standard error of every truth and every mean
/// estimate of slots, pooled slots and all calls is at or below the precision. The looks stand at fixed numbers, so
/// neither the number of jobs nor an interruption plays a part in where the run ends.
package struct PrecisionRule: Equatable, Sendable {
  /// The largest Monte Carlo standard error allowed, as a fraction.
  package var precision: Double

  /// The replications before the first look.
  package static let firstLook = 100
  /// The replications after which a run ends in any case, unless another number is asked for.
  package static let most = 100_000

  /// Creates a rule.
  package init(precision: Double) {
    self.precision = precision
  }

  /// Whether a result is sure enough; only ever after a number of replications at which it is looked at.
  package func isSatisfied(by result: RegionalResult) -> Bool {
    guard Self.nextLook(after: result.replications - 1) == result.replications,
      let error = result.largestMonteCarloError
    else { return false }
    return error <= precision
  }

  /// The next number of replications, above `done`, at which the result is looked at.
  package static func nextLook(after done: Int) -> Int {
    var look = firstLook
    while look <= done {
      let (twice, overflow) = look.multipliedReportingOverflow(by: 2)
      if overflow { return .max }
      look = twice
    }
    return look
  }
}
