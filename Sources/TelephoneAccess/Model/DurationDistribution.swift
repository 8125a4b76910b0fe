/// A law of durations, in seconds: how long people talk, wait, pause or ring.
///
/// ```swift
/// patients.talkWithStaff = .lognormal(mean: 140, sd: 110)
/// patients.patience = .never
/// ```
///
/// Every parameter is finite and not negative; the scenario reader says so before a value of this type exists.
package enum DurationDistribution: Equatable, Sendable {
  /// Always the same.
  case constant(seconds: Double)
  /// Exponential with a mean above zero.
  case exponential(mean: Double)
  /// Lognormal with the mean and standard deviation of the duration itself, not of its logarithm.
  case lognormal(mean: Double, sd: Double)
  /// Gamma with a mean and a standard deviation above zero.
  case gamma(mean: Double, sd: Double)
  /// Weibull with a scale in seconds and a shape, both above zero.
  case weibull(scale: Double, shape: Double)
  /// Uniform between two bounds, the lower first.
  case uniform(from: Double, to: Double)
  /// One of the listed values, each as likely; at least one.
  case empirical([Double])
  /// Longer than any day: endless patience.
  case never
}
