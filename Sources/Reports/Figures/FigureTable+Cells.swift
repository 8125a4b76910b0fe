internal import Drawing
internal import SurveyStatistics

extension ReportLanguage {
  /// The name of a group in a table.
  func cell(group label: String) -> FigureTable.Cell { .init(name: group(label), of: label) }

  /// An interval of a share in a table.
  func cell(interval: ConfidenceInterval?, rate: Double? = nil) -> FigureTable.Cell {
    .init(self.interval(interval, rate: rate), interval?.lower, interval?.upper)
  }

  /// An interval of a difference in a table.
  func cell(span interval: ConfidenceInterval?) -> FigureTable.Cell {
    .init(interval.map(span) ?? Self.missing, interval?.lower, interval?.upper)
  }

  /// `−4.6 to +3.7`: an interval of a difference, in points.
  func span(_ interval: ConfidenceInterval) -> String {
    let (lower, upper) = (points(interval.lower), points(interval.upper))
    return words("\(lower) to \(upper)", "\(lower) til \(upper)")
  }

  /// A length of time in a table, in seconds.
  func cell(seconds: Double?) -> FigureTable.Cell { .init(duration(seconds: seconds), seconds) }

  /// The head of a column of intervals, which are two columns in a file.
  func intervalColumn(_ confidence: Double) -> FigureTable.Column {
    let level = roundPercent(confidence)
    return .init(words("\(level) interval", "\(level)-interval"), "lower", "upper")
  }
}
