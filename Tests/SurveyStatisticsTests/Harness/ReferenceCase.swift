import Testing

/// One row of Reference/statistics.csv: a method, what goes in, what must come out, and who says so.
struct ReferenceCase: Sendable, CustomTestStringConvertible {
  let method: String
  let inputs: JSONValue
  let expected: JSONValue
  /// Largest absolute difference allowed.
  let tolerance: Double
  let source: String
  let testDescription: String

  /// What a case lacks that a test asks for.
  struct Missing: Error, CustomStringConvertible {
    let description: String
  }

  func number(_ key: String) throws -> Double {
    try found(inputs[key]?.number, key)
  }

  func integer(_ key: String) throws -> Int {
    try found(inputs[key]?.number.flatMap { Int(exactly: $0) }, key)
  }

  func numbers(_ key: String) throws -> [Double] {
    try found(inputs[key]?.numbers, key)
  }

  func integers(_ key: String) throws -> [Int] {
    try numbers(key).map { try found(Int(exactly: $0), key) }
  }

  /// A table of counts, row by row.
  func counts(_ key: String) throws -> [[Int]] {
    try found(inputs[key]?.table, key).map { row in try row.map { try found(Int(exactly: $0), key) } }
  }

  func text(_ key: String) -> String? {
    inputs[key]?.text
  }

  func flag(_ key: String) -> Bool? {
    inputs[key]?.flag
  }

  /// The expected number, or the one under a key of an expected object.
  func expectedNumber(_ key: String? = nil) throws -> Double {
    guard let key else { return try found(expected.number, "expected") }
    return try found(expected[key]?.number, key)
  }

  /// The expected list of numbers, or the one under a key of an expected object.
  func expectedNumbers(_ key: String? = nil) throws -> [Double] {
    guard let key else { return try found(expected.numbers, "expected") }
    return try found(expected[key]?.numbers, key)
  }

  func found<Value>(_ value: Value?, _ key: String) throws -> Value {
    guard let value else { throw Missing(description: "\(method): no usable '\(key)' in \(testDescription)") }
    return value
  }

  /// Records a failure, with the source, unless the value is within the case's tolerance of the wanted one.
  func check(
    _ actual: Double?, _ wanted: Double, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let difference = actual.map { abs($0 - wanted) } ?? .infinity
    #expect(
      difference <= tolerance,
      "\(method): got \(String(describing: actual)), wanted \(wanted) ± \(tolerance). Source: \(source)",
      sourceLocation: sourceLocation)
  }
}
