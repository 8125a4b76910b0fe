import Testing

/// One row of Reference/special-functions.csv: a function, its arguments and its value to twenty digits.
struct ExactValue: Sendable, CustomTestStringConvertible {
  let function: String
  let arguments: [Double]
  let expected: Double
  var testDescription: String { "\(function)\(arguments)" }

  static let all: [ExactValue] = ReferenceCases.rows(ofFile: "special-functions").compactMap { row in
    guard row.count == 3, let arguments = try? JSONValue(parsing: row[1]).numbers,
      let expected = Double(row[2])
    else { return nil }
    return ExactValue(function: row[0], arguments: arguments, expected: expected)
  }

  static func of(_ function: String) -> [ExactValue] {
    all.filter { $0.function == function }
  }

  /// Records a failure unless the value is right to the given relative error.
  func check(
    _ actual: Double, relative tolerance: Double = 1e-12, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    // Below 1e-290 a Double begins to lose digits: nothing better than zero can be asked.
    let allowed = max(abs(expected) * tolerance, 1e-290)
    let error = abs(actual - expected)
    #expect(
      error <= allowed || actual == expected,
      "\(testDescription) = \(actual), wanted \(expected), relative error \(error / abs(expected))",
      sourceLocation: sourceLocation)
  }
}
