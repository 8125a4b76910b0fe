/// Which way a test looks, and which bound an interval gives.
///
/// As in R: `less` tests against smaller values and gives an upper bound only, `greater` the other way round.
package enum Alternative: String, Sendable, Equatable, CaseIterable {
  /// Both directions; an interval with the error split equally over its two ends.
  case twoSided = "two-sided"
  /// Smaller than the null value; an interval with an upper bound only.
  case less
  /// Greater than the null value; an interval with a lower bound only.
  case greater
}
