/// A mean over replications and its Monte Carlo standard error.
package struct MonteCarloMean: Equatable, Sendable {
  /// The mean.
  package var value: Double
  /// Its standard error; `nil` where nothing is known of it, as from the spread of a single replication.
  package var standardError: Double?

  /// Creates a mean.
  package init(value: Double, standardError: Double?) {
    self.value = value
    self.standardError = standardError
  }

  /// A share of replications, with a standard error that stays above 0 where none or all of them count.
  ///
  /// Of *n* replications *x* count. The value is *x* / *n*. The standard error is that of Agresti and Coull's plus four, with
  /// two successes and two failures added: √(*p̃* (1 − *p̃*) / (*n* + 4)) with *p̃* = (*x* + 2) / (*n* + 4). The plain
  /// √(*p* (1 − *p*) / *n*) is 0 at 0 and at 1, as if ten replications could tell that something never happens.
  ///
  /// ```swift
  /// MonteCarloMean.share(of: 0, among: 10)  // 0, standard error 0.094
  /// ```
  ///
  /// Source: Agresti and Coull (1998), Approximate is better than "exact" for interval estimation of binomial proportions,
  /// The American Statistician 52(2), 119–126.
  ///
  /// - Parameters:
  ///   - count: The replications that count, from 0 to `total`.
  ///   - total: All replications.
  /// - Returns: `nil` without a replication.
  package static func share(of count: Int, among total: Int) -> MonteCarloMean? {
    guard total > 0 else { return nil }
    let trials = Double(total) + 4
    let centre = (Double(count) + 2) / trials
    return MonteCarloMean(
      value: Double(count) / Double(total), standardError: (centre * (1 - centre) / trials).squareRoot())
  }

  /// The mean of numbers over replications; `nil` for none.
  ///
  /// The standard error comes from their spread: `nil` for a single one, and 0 where the number was the same in every
  /// replication, which does not say that it can never be another.
  package init?(_ moments: RunningMoments) {
    guard moments.count > 0 else { return nil }
    self.init(value: moments.mean, standardError: moments.standardError)
  }

  /// The mean of shares of calls; for a single replication the standard error is that of so many calls.
  init?(_ moments: RunningMoments, calls: Int) {
    guard moments.count > 0 else { return nil }
    let binomial = (max(moments.mean * (1 - moments.mean), 0) / Double(max(calls, 1))).squareRoot()
    self.init(value: moments.mean, standardError: moments.standardError ?? binomial)
  }
}
