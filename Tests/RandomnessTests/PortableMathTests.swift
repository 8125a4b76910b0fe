import Glibc
import Randomness
import Testing

@Suite("PortableMath against the C library")
struct PortableMathTests {
  /// The distance of two doubles in units in the last place of the second.
  static func ulps(_ ours: Double, _ theirs: Double) -> Double {
    if ours == theirs || (ours.isNaN && theirs.isNaN) { return 0 }
    return abs(ours - theirs) / theirs.ulp
  }

  /// Where the worst of many comparisons stood.
  struct Worst {
    var distance = 0.0
    var argument = 0.0

    mutating func note(_ ours: Double, _ theirs: Double, at argument: Double) {
      let distance = PortableMathTests.ulps(ours, theirs)
      if !(distance <= self.distance) {
        self.distance = distance
        self.argument = argument
      }
    }
  }

  @Test(
    "exp is within 1 ulp of glibc",
    arguments: [
      (-745.2, -707.9), (-708.1, 709.8), (707.9, 709.8), (-40, 40), (-1, 1), (-1e-3, 1e-3), (-1e-15, 1e-15),
    ])
  func exponential(from lower: Double, to upper: Double) {
    var worst = Worst()
    var stream = RandomStream(seed: 1, replication: 0, practice: 0, purpose: Purpose(rawValue: 0))
    for step in 0..<100_000 {
      let x = lower + (upper - lower) * (Double(step) + stream.unitUniform()) / 100_000
      worst.note(PortableMath.exp(x), Glibc.exp(x), at: x)
    }
    #expect(worst.distance <= 1, "worst at \(worst.argument)")
  }

  @Test(
    "log is within 1 ulp of glibc",
    arguments: [(0.0, 1.0), (0.99, 1.01), (0.999_999, 1.000_001), (0.5, 2), (1, 1e6), (1e300, 1.7e308)])
  func logarithm(from lower: Double, to upper: Double) {
    var worst = Worst()
    var stream = RandomStream(seed: 2, replication: 0, practice: 0, purpose: Purpose(rawValue: 0))
    for step in 0..<100_000 {
      let x = lower + (upper - lower) * (Double(step) + stream.unitUniform()) / 100_000
      worst.note(PortableMath.log(x), Glibc.log(x), at: x)
    }
    #expect(worst.distance <= 1, "worst at \(worst.argument)")
  }

  @Test("exp and log are within 1 ulp of glibc at random bit patterns, subnormal ones included")
  func randomBits() {
    var stream = RandomStream(seed: 3, replication: 0, practice: 0, purpose: Purpose(rawValue: 0))
    var exponential = Worst()
    var logarithm = Worst()
    for _ in 0..<200_000 {
      let x = Double(bitPattern: stream.next())
      exponential.note(PortableMath.exp(x), Glibc.exp(x), at: x)
      logarithm.note(PortableMath.log(x.magnitude), Glibc.log(x.magnitude), at: x.magnitude)
      let subnormal = Double(bitPattern: stream.next() >> 12)
      logarithm.note(PortableMath.log(subnormal), Glibc.log(subnormal), at: subnormal)
    }
    #expect(exponential.distance <= 1, "worst at \(exponential.argument)")
    #expect(logarithm.distance <= 1, "worst at \(logarithm.argument)")
  }

  @Test(
    "exp and log at the edges",
    arguments: [
      0, -0.0, 1, -1, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, -.leastNonzeroMagnitude,
      .leastNormalMagnitude, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, 709.782712893384,
      709.7827128933841, -708.3964185322641, -708, 708, -745.1332191019411, -745.1332191019412,
      -744.4400719213812,
      Double(1).nextUp, Double(1).nextDown, 0.703125, Double(0.703125).nextDown, 1.40625, 710, -746,
    ])
  func edges(x: Double) {
    #expect(Self.ulps(PortableMath.exp(x), Glibc.exp(x)) <= 1)
    #expect(PortableMath.exp(x).isNaN == Glibc.exp(x).isNaN)
    #expect(Self.ulps(PortableMath.log(x), Glibc.log(x)) <= 1)
    #expect(PortableMath.log(x).isNaN == Glibc.log(x).isNaN)
  }

  @Test(
    "pow is within its stated error of glibc",
    arguments: [(0.0, 1.0, -2.0, 2.0), (0.5, 2, -100, 100), (1e-3, 1e3, -40, 40), (0.9, 1.1, -5000, 5000)])
  func power(lowerBase: Double, upperBase: Double, lowerExponent: Double, upperExponent: Double) {
    var stream = RandomStream(seed: 9, replication: 0, practice: 0, purpose: Purpose(rawValue: 0))
    var worst = 0.0
    for _ in 0..<50_000 {
      let base = stream.uniform(in: lowerBase..<upperBase)
      let exponent = stream.uniform(in: lowerExponent..<upperExponent)
      let expected = Glibc.pow(base, exponent)
      let error = abs(PortableMath.pow(base, exponent) / expected - 1)
      worst = max(worst, error / ((1 + abs(exponent * Glibc.log(base))) * 0x1p-52))
    }
    #expect(worst <= 1)
  }

  @Test(
    "pow at the edges is what glibc gives",
    arguments: [
      (0, 2), (0, -2), (0, 0), (1, .infinity), (1, .nan), (.infinity, 2), (.infinity, -2), (0.5, .infinity),
      (0.5, -.infinity), (2, .infinity), (2, -.infinity), (.nan, 0), (.nan, 1), (2, .nan), (2, 1025),
      (2, -1080),
      (-2, 0.5),
    ] as [(Double, Double)])
  func powerAtTheEdges(base: Double, exponent: Double) {
    let ours = PortableMath.pow(base, exponent)
    let theirs = Glibc.pow(base, exponent)
    #expect(ours == theirs || (ours.isNaN && theirs.isNaN))
  }

  @Test("exact results: exp(0) = 1, log(1) = 0, and infinities have their signs")
  func exact() {
    #expect(PortableMath.exp(0) == 1)
    #expect(PortableMath.log(1) == 0)
    #expect(PortableMath.log(0) == -.infinity)
    #expect(PortableMath.log(.infinity) == .infinity)
    #expect(PortableMath.exp(.infinity) == .infinity)
    #expect(PortableMath.exp(-.infinity) == 0)
    #expect(PortableMath.log(-1).isNaN)
  }
}
