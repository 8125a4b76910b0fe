/// What makes the columns of a survey sample unusable.
package enum SurveySampleError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A column has another number of rows than the sample.
  case wrongLength(column: String, rows: Int, expected: Int)
  /// A weight is not a positive finite number.
  case weightNotPositive(row: Int)
  /// A value is not a finite number.
  case valueNotFinite(row: Int)
  /// A post-stratum has rows but no positive population size.
  case postStratumWithoutPopulation(group: Int)

  /// One sentence; rows are counted from 0.
  package var description: String {
    switch self {
    case .wrongLength(let column, let rows, let expected):
      "The column '\(column)' has \(rows) rows, the sample has \(expected)."
    case .weightNotPositive(let row):
      "The weight in row \(row) is not a positive number."
    case .valueNotFinite(let row):
      "The value in row \(row) is not a finite number."
    case .postStratumWithoutPopulation(let group):
      "The post-stratum \(group) has rows but no positive population size."
    }
  }
}
