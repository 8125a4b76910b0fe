/// How the values of an axis, and of the labels beside its marks, are written.
package enum AxisFormat: Equatable, Sendable {
  /// Shares, as percentages.
  case percent
  /// Differences of shares, in percentage points, with their sign.
  case points
  /// Numbers as they are.
  case number
  /// Whole numbers.
  case count

  /// A tick; its decimals are those that tell the ticks apart as plain numbers.
  package func tick(_ value: Double, decimals: Int, in language: ReportLanguage) -> String {
    switch self {
    case .percent: language.percent(value, decimals: max(0, decimals - 2))
    case .points: language.points(value, decimals: max(0, decimals - 2))
    case .number, .count: language.number(value, decimals: decimals)
    }
  }

  /// A value beside its mark.
  package func value(_ value: Double?, in language: ReportLanguage) -> String {
    switch self {
    case .percent: language.percent(value)
    case .points: language.points(value)
    case .number: language.number(value, decimals: 1)
    case .count: language.number(value)
    }
  }

  /// The smallest step between ticks.
  var leastStep: Double {
    switch self {
    case .percent, .points, .number: 0
    case .count: 1
    }
  }
}
