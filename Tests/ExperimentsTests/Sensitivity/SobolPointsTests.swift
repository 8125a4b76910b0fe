import Studies
import Testing

@testable import Experiments

/// Points that fill the unit cube.
struct SobolPointsTests {
  /// From SciPy 1.17.1: `scipy.stats.qmc.Sobol(255, scramble=False, bits=32).random(16)[:8, k] * 2**32`.
  @Test(arguments: [
    (
      0,
      [
        0, 2_147_483_648, 3_221_225_472, 1_073_741_824, 1_610_612_736, 3_758_096_384, 2_684_354_560,
        536_870_912,
      ]
    ),
    (
      1,
      [
        0, 2_147_483_648, 1_073_741_824, 3_221_225_472, 1_610_612_736, 3_758_096_384, 536_870_912,
        2_684_354_560,
      ]
    ),
    (
      2,
      [
        0, 2_147_483_648, 1_073_741_824, 3_221_225_472, 2_684_354_560, 536_870_912, 3_758_096_384,
        1_610_612_736,
      ]
    ),
    (
      9,
      [
        0, 2_147_483_648, 3_221_225_472, 1_073_741_824, 2_684_354_560, 536_870_912, 1_610_612_736,
        3_758_096_384,
      ]
    ),
    (
      254,
      [
        0, 2_147_483_648, 3_221_225_472, 1_073_741_824, 1_610_612_736, 3_758_096_384, 2_684_354_560,
        536_870_912,
      ]
    ),
  ])
  func `before scrambling they are SciPy's`(dimension: Int, expected: [UInt32]) {
    #expect(SobolPoints.integers(8, dimension: dimension) == expected)
  }

  @Test(arguments: [1, 2, 40, 90, 256]) func `scrambled, each dimension has one point in each of 64 strips`(
    dimensions: Int
  ) {
    let points = SobolPoints(count: 64, dimensions: dimensions, seed: 7).points
    for dimension in 0..<dimensions {
      #expect(Set(points.map { Int($0[dimension] * 64) }).count == 64)
    }
  }

  @Test func `any two of the first dimensions have one point in each of 8 by 8 squares`() {
    // The first two dimensions are a (0, m, 2)-net, which scrambling keeps (Owen 1995).
    let points = SobolPoints(count: 64, dimensions: 2, seed: 11).points
    let squares: [[Int]] = points.map { point in point.map { Int($0 * 8) } }
    #expect(Set(squares).count == 64)
  }

  @Test func `more dimensions than there are numbers get a Latin hypercube`() {
    #expect(SobolPoints.kind(dimensions: 256) == .sobol)
    #expect(SobolPoints.kind(dimensions: 257) == .latinHypercube)
    let points = SobolPoints(count: 50, dimensions: 257, seed: 3).points
    for dimension in 0..<257 { #expect(Set(points.map { Int($0[dimension] * 50) }).count == 50) }
  }

  @Test func `another seed gives other points, and more points begin with the same`() {
    let points = SobolPoints(count: 32, dimensions: 5, seed: 1).points
    #expect(SobolPoints(count: 32, dimensions: 5, seed: 2).points != points)
    #expect(Array(SobolPoints(count: 100, dimensions: 5, seed: 1).points.prefix(32)) == points)
    #expect(points.joined().allSatisfy { $0 > 0 && $0 < 1 })
  }
}
