package import Drawing
package import SurveyStatistics

extension ReportLanguage {
  /// An interval of a share: `6.5–24.8 %`; one bound where none, or all, were counted.
  ///
  /// Where the rate is 0 or 1 and the interval reaches as far, the text is `at most …` or `at least …`.
  package func interval(_ interval: ConfidenceInterval?, rate: Double? = nil, decimals: Int = 1) -> String {
    guard let interval, interval.lower.isFinite, interval.upper.isFinite else { return Self.missing }
    if rate == 0, interval.lower <= 0 {
      return words("at most ", "højst ") + percent(interval.upper, decimals: decimals)
    }
    if rate == 1, interval.upper >= 1 {
      return words("at least ", "mindst ") + percent(interval.lower, decimals: decimals)
    }
    return
      "\(number(interval.lower * 100, decimals: decimals))–\(percent(interval.upper, decimals: decimals))"
  }
}
