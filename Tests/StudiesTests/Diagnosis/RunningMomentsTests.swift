import Testing

@testable import Studies

@Suite("Running moments")
struct RunningMomentsTests {
  private static func moments(_ values: some Sequence<Double>) -> RunningMoments {
    var moments = RunningMoments()
    for value in values { moments.add(value) }
    return moments
  }

  @Test("Mean and standard deviation of eight numbers, by hand")
  func byHand() throws {
    let moments = Self.moments([2, 4, 4, 4, 5, 5, 7, 9])
    #expect(moments.count == 8)
    // Sum 40; squared distances to 5: 9, 1, 1, 1, 0, 0, 4, 16, together 32; 32 / 7 with n − 1.
    #expect(moments.mean == 5)
    #expect(moments.standardDeviation == (32.0 / 7).squareRoot())
    let error = try #require(moments.standardError)
    #expect(abs(error - (32.0 / 7 / 8).squareRoot()) < 1e-15)
  }

  @Test("A spread far smaller than the mean keeps its digits")
  func smallSpread() throws {
    // Multiples of 2⁻³² are kept exactly: half are 4096, half 4096 + 2⁻³⁰, so the variance is 2⁻⁶² · n / (n − 1) with n = 4.
    let moments = Self.moments([4096, 4096 + 0x1p-30, 4096, 4096 + 0x1p-30])
    let spread = try #require(moments.standardDeviation)
    #expect(abs(spread / (0x1p-31 * (4.0 / 3).squareRoot()) - 1) < 1e-12)
  }

  @Test("No numbers, one number, and numbers that are none")
  func edges() {
    #expect(Self.moments([]).mean == 0)
    #expect(Self.moments([0.25]).mean == 0.25)
    #expect(Self.moments([0.25]).standardDeviation == nil)
    #expect(Self.moments([0.25, .nan]).count == 1)
    #expect(Self.moments([.infinity, -.infinity]).mean == 0)
    #expect(Self.moments([.infinity]).mean == 65_536)
  }

  @Test("Order and division into parts change no bit", arguments: [1, 7, 50, 99])
  func parts(cut: Int) {
    let values = (1...100).map { 1 / Double($0) }
    let whole = Self.moments(values)
    #expect(Self.moments(values.reversed()) == whole)
    var parts = Self.moments(values[cut...])
    parts.add(Self.moments(values[..<cut]))
    #expect(parts == whole)
  }

  @Test("Sums that no numbers have are refused")
  func impossible() {
    #expect(RunningMoments(count: 2, sum: 6, sumOfSquares: 18) != nil)
    // The mean square is never below the square of the mean: 2 · 17 < 6².
    #expect(RunningMoments(count: 2, sum: 6, sumOfSquares: 17) == nil)
    #expect(RunningMoments(count: -1, sum: 0, sumOfSquares: 0) == nil)
    #expect(RunningMoments(count: 1, sum: 1 << 100, sumOfSquares: 0) == nil)
    #expect(RunningMoments(count: .max, sum: 0, sumOfSquares: 0) == nil)
  }
}
