/// Mean and variance of numbers that come one by one, kept without keeping the numbers.
///
/// Source: Welford, Technometrics 4 (1962) 419–420.
public struct RunningMoments: Hashable, Sendable {
  /// How many numbers there were.
  public private(set) var count = 0
  /// Their mean; 0 for none.
  public private(set) var mean = 0.0
  private var squares = 0.0

  /// Creates moments of nothing.
  public init() {}

  /// Adds a number.
  public mutating func add(_ value: Double) {
    count += 1
    let difference = value - mean
    mean += difference / Double(count)
    squares += difference * (value - mean)
  }

  /// The standard deviation, with *n* − 1; `nil` for fewer than two numbers.
  public var standardDeviation: Double? {
    count > 1 ? (max(squares, 0) / Double(count - 1)).squareRoot() : nil
  }

  /// The standard error of the mean; `nil` for fewer than two numbers.
  public var standardError: Double? {
    standardDeviation.map { $0 / Double(count).squareRoot() }
  }
}
