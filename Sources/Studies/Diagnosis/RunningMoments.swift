/// Mean and variance of numbers that come one by one, kept as exact sums of whole numbers.
///
/// Every number is rounded to a multiple of 2⁻³², which is far below any Monte Carlo error here. From then on nothing is
/// rounded: the order of adding plays no part, and the moments of two runs can be put together as if they had been one.
///
/// ```swift
/// var moments = RunningMoments()
/// for rate in [0.25, 0.5] { moments.add(rate) }
/// moments.mean  // 0.375
/// ```
package struct RunningMoments: Equatable, Sendable {
  /// How many numbers there were.
  package private(set) var count = 0
  /// The sum of the numbers, in units of 2⁻³².
  private(set) var sum: Int128 = 0
  /// The sum of their squares, in units of 2⁻⁶⁴.
  private(set) var sumOfSquares: Int128 = 0

  /// Units that make 1.
  private static var unitsPerOne: Double { 0x1p32 }
  /// The largest number in units: with it, a thousand million squares still fit into 127 bits.
  private static var most: Double { 0x1p48 }

  /// Creates moments of nothing.
  package init() {}

  /// The moments that such sums stand for; `nil` for sums that no numbers have.
  init?(count: Int, sum: Int128, sumOfSquares: Int128) {
    let most = Int128(Self.most)
    guard (0...1_000_000_000).contains(count), sum.magnitude <= UInt128(count) * UInt128(most),
      sumOfSquares >= 0, sumOfSquares <= Int128(count) * most * most
    else { return nil }
    self.count = count
    self.sum = sum
    self.sumOfSquares = sumOfSquares
    guard scatter >= 0 else { return nil }
  }

  /// Adds a number from −65,536 to 65,536; one beyond counts as the nearer of these two, and NaN is not counted.
  package mutating func add(_ value: Double) {
    guard !value.isNaN else { return }
    let units = Int128(Int(min(max((value * Self.unitsPerOne).rounded(), -Self.most), Self.most)))
    count += 1
    sum += units
    sumOfSquares += units * units
  }

  /// Adds other numbers' moments.
  package mutating func add(_ other: RunningMoments) {
    count &+= other.count
    sum &+= other.sum
    sumOfSquares &+= other.sumOfSquares
  }

  /// The mean; 0 for no numbers.
  package var mean: Double { count > 0 ? Double(sum) / Double(count) / Self.unitsPerOne : 0 }

  /// The standard deviation, with *n* − 1; `nil` for fewer than two numbers.
  package var standardDeviation: Double? {
    guard count > 1 else { return nil }
    return (max(scatter, 0) / Double(count) / Double(count - 1)).squareRoot() / Self.unitsPerOne
  }

  /// The standard error of the mean; `nil` for fewer than two numbers.
  package var standardError: Double? {
    standardDeviation.map { $0 / Double(count).squareRoot() }
  }

  /// *n* Σ*x*² − (Σ*x*)².
  private var scatter: Double { Self.scatter(count, sumOfSquares, sum, sum) }

  /// *n* Σ*xy* − Σ*x* Σ*y*, worked out in 256 bits and rounded once.
  static func scatter(_ count: Int, _ products: Int128, _ sum: Int128, _ other: Int128) -> Double {
    let whole = Int128(count).multipliedFullWidth(by: products)
    let square = sum.multipliedFullWidth(by: other)
    let (low, borrows) = whole.low.subtractingReportingOverflow(square.low)
    let high = whole.high &- square.high &- (borrows ? 1 : 0)
    // A negative number is turned around before it is rounded, so that its sign is never lost.
    return high < 0
      ? -(Double(~high) * 0x1p128 + Double(~low) + 1) : Double(high) * 0x1p128 + Double(low)
  }
}
