internal import Randomness

/// A ``DurationDistribution`` ready for the event loop: parameters worked out, nothing behind a reference.
struct DurationSampler {
  enum Law { case constant, exponential, lognormal, gamma, weibull, uniform, empirical, never }

  var law: Law
  /// Milliseconds for scales; the meaning depends on the law.
  var a = 0.0
  var b = 0.0
  /// Where an empirical law's values lie in the table.
  var first: Int32 = 0
  var count: Int32 = 0

  /// Works the parameters out; an empirical law's values go to the end of `table`, in milliseconds.
  init(_ distribution: DurationDistribution, table: inout [Double]) {
    switch distribution {
    case .constant(let seconds):
      (law, a) = (.constant, seconds * 1000)
    case .exponential(let mean):
      (law, a) = (.exponential, mean * 1000)
    // A duration that is nothing, or that does not vary, has no logarithm or no shape.
    case .lognormal(let mean, _) where mean <= 0, .gamma(let mean, 0),
      .gamma(let mean, _) where mean <= 0:
      (law, a) = (.constant, mean * 1000)
    case .lognormal(let mean, let sd):
      // The mean m and sd s of the duration give σ² = ln(1 + s²/m²) and μ = ln m − σ²/2.
      let variance = PortableMath.log(1 + (sd / mean) * (sd / mean))
      (law, a, b) = (.lognormal, PortableMath.log(mean * 1000) - variance / 2, variance.squareRoot())
    case .gamma(let mean, let sd):
      (law, a, b) = (.gamma, (mean / sd) * (mean / sd), sd * sd / mean * 1000)
    case .weibull(let scale, let shape):
      (law, a, b) = (.weibull, scale * 1000, shape)
    case .uniform(let from, let to):
      (law, a, b) = (.uniform, from * 1000, (to - from) * 1000)
    case .empirical(let values):
      (law, first, count) = (.empirical, Int32(table.count), Int32(values.count))
      table += values.map { $0 * 1000 }
    case .never:
      law = .never
    }
  }

  /// Draws a duration in whole milliseconds; ``endless`` for ``Law/never`` and for anything longer than that.
  @inline(__always)
  func milliseconds(using generator: inout SplitMix64, tables: borrowing DrawTables) -> Int {
    if law == .lognormal {
      let normal = generator.standardNormal { tables.normalEdges[$0] }
      return Self.rounded(PortableMath.quickExp(a + b * normal) { tables.powersOfTwo[$0] })
    }
    if law == .constant { return Self.rounded(a) }
    if law == .exponential {
      return Self.rounded(a * generator.standardExponential { tables.exponentialEdges[$0] })
    }
    return rarer(using: &generator, values: tables.empirical)
  }

  /// The laws that are seldom asked for, kept out of the loop's way.
  @inline(never)
  private func rarer(using generator: inout SplitMix64, values: borrowing Slab<Double>) -> Int {
    switch law {
    case .exponential, .lognormal, .constant, .never: Self.endless
    case .gamma: Self.rounded(b * generator.standardGamma(shape: a))
    case .weibull: Self.rounded(generator.weibull(scale: a, shape: b))
    case .uniform: Self.rounded(a + b * generator.unitUniform())
    case .empirical: Self.rounded(values[Int(first) + generator.integer(below: Int(count))])
    }
  }

  /// The nearest whole number, by adding 2⁵²: it then stands in the low bits of the sum.
  @inline(__always)
  private static func rounded(_ milliseconds: Double) -> Int {
    guard milliseconds < Double(endless) else { return endless }
    return Int(truncatingIfNeeded: (milliseconds + 0x1p52).bitPattern & 0xF_FFFF_FFFF_FFFF)
  }

  /// A year in milliseconds: longer than any day, and short enough for sums over a hundred million calls.
  static var endless: Int { 31_536_000_000 }
}

/// What samplers look up: the tables of ``SamplerTables``, copied to where the event loop reaches them without a call.
struct DrawTables: ~Copyable {
  let normalEdges = Slab(SamplerTables.normalEdges)
  let exponentialEdges = Slab(SamplerTables.exponentialEdges)
  let powersOfTwo = Slab(SamplerTables.powersOfTwo)
  /// The values of all empirical distributions.
  let empirical: Slab<Double>

  init(empirical: [Double]) { self.empirical = Slab(empirical) }
}
