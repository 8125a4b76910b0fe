import SurveyStatistics
import Testing

extension ReferenceCase {
  /// The 2 × 2 table of the inputs as two groups' tallies: rows as groups, or columns where the case says so.
  func groups() throws -> (first: Tally, second: Tally) {
    let table = try counts("table")
    guard table.count == 2, table.allSatisfy({ $0.count == 2 }) else {
      throw Missing(description: "\(method): no 2 × 2 table in \(testDescription)")
    }
    let ((a, b), (c, d)) =
      text("groups") == "columns"
      ? ((table[0][0], table[1][0]), (table[0][1], table[1][1]))
      : ((table[0][0], table[0][1]), (table[1][0], table[1][1]))
    return (
      try found(Tally(successes: a, trials: a + b), "table"),
      try found(Tally(successes: c, trials: c + d), "table")
    )
  }

  /// The tallies x1 of n1 and x2 of n2.
  func tallies() throws -> (first: Tally, second: Tally) {
    (
      try found(Tally(successes: try integer("x1"), trials: try integer("n1")), "x1"),
      try found(Tally(successes: try integer("x2"), trials: try integer("n2")), "x2")
    )
  }

  /// The groups x of n.
  func tallyList() throws -> [Tally] {
    try zip(integers("x"), integers("n")).map { try found(Tally(successes: $0.0, trials: $0.1), "x") }
  }

  /// The paired table [[both, first only], [second only, neither]].
  func pairs() throws -> PairedCounts {
    let table = try counts("table")
    return try found(
      PairedCounts(
        both: table[0][0], firstOnly: table[0][1], secondOnly: table[1][0], neither: table[1][1]), "table")
  }

  /// Checks both ends of an interval, expected as a list or under a key.
  func check(_ interval: ConfidenceInterval?, _ key: String? = nil) throws {
    let wanted = try expectedNumbers(key)
    check(interval?.lower, wanted[0])
    check(interval?.upper, wanted[1])
  }
}

/// The tally x of n, required to be possible.
func tally(_ successes: Int, of trials: Int) throws -> Tally {
  try #require(Tally(successes: successes, trials: trials))
}

/// Whether a value exists and lies within an absolute error of the wanted one.
func isClose(_ value: Double?, _ wanted: Double, within error: Double = 1e-12) -> Bool {
  value.map { abs($0 - wanted) <= error } ?? false
}
