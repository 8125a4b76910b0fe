/// What a significance test found.
package struct TestResult: Sendable, Equatable {
  /// The test statistic, in the scale that the test documents.
  package let statistic: Double
  /// The degrees of freedom that the statistic was judged with, where there are any.
  package let degreesOfFreedom: Double?
  /// How probable a statistic at least as extreme is under the null hypothesis, 0…1.
  package let pValue: Double

  /// A finished result; the p-value is clipped to [0, 1], which rounding can leave by a last bit.
  package init(statistic: Double, degreesOfFreedom: Double? = nil, pValue: Double) {
    self.statistic = statistic
    self.degreesOfFreedom = degreesOfFreedom
    self.pValue = min(max(pValue, 0), 1)
  }
}
