internal import Randomness

/// A ``DurationDistribution`` ready for the event loop: parameters worked out, nothing behind a reference.
struct DurationSampler {
  enum Law { case layered, constant, exponential, lognormal, gamma, weibull, uniform, empirical, never }

  var law: Law
  /// Milliseconds for scales; the meaning depends on the law.
  var a = 0.0
  var b = 0.0
  /// Where an empirical law's values or a Weibull law's powers lie among the numbers; below 0 without any.
  var first: Int32 = -1
  var count: Int32 = 0

  /// Works the parameters out; what a law looks up goes to the end of `table`, an empirical law's values in milliseconds.
  init(_ distribution: DurationDistribution, table: inout [Double], laws: inout [DurationLayers]) {
    self.init(distribution, table: &table)
    if law == .weibull, let powers = PowerTable.values(scale: a, power: 1 / b) {
      first = Int32(table.count)
      table += powers
    }
    let layers: DurationLayers? =
      switch law {
      case .exponential: DurationLayers(exponentialMean: a)
      case .lognormal: DurationLayers(logMean: a, logSD: b)
      case .layered, .constant, .gamma, .weibull, .uniform, .empirical, .never: nil
      }
    if let layers {
      law = .layered
      first = Int32(laws.count * 257)
      laws.append(layers)
    }
  }

  private init(_ distribution: DurationDistribution, table: inout [Double]) {
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

  /// Draws a duration in whole milliseconds from a stream of its own; ``endless`` for ``Law/never`` and for anything longer
  /// than that.
  ///
  /// A duration that is `enough` or more may come as any that is: where it is known early that it is so long, the rest is not drawn.
  @inline(__always)
  func milliseconds(from stream: WyRand, tables: borrowing DrawTables, enough: Int) -> Int {
    var rest = stream
    if law == .layered {
      let word = rest.next()
      let layer = Int(truncatingIfNeeded: word & 255)
      let place = Int(truncatingIfNeeded: first) &+ layer
      let point = tables.layers[place].point(at: word)
      if tables.layers[place &+ 1].contains(point) { return DurationLayers.units(point) }
      return Self.outsideTheCore(place, point, rest, tables.layers, tables.heights, tables.densities)
    }
    if law == .constant { return Self.rounded(a) }
    if law == .weibull { return weibull(from: stream, tables.numbers, enough: enough) }
    return rarer(from: stream, numbers: tables.numbers)
  }

  @inline(never)
  private static func outsideTheCore(
    _ place: Int, _ point: UInt64, _ stream: WyRand, _ layers: borrowing Slab<DurationLayers.Layer>,
    _ heights: borrowing Slab<Double>, _ densities: borrowing Slab<DurationLayers.Density>
  ) -> Int {
    var stream = stream
    let (law, layer) = place.quotientAndRemainder(dividingBy: 257)
    let first = place &- layer
    let drawn = densities[law].outsideTheCore(place: layer, point: point, using: &stream) {
      layers[first &+ $0]
    } height: {
      heights[first &+ $0]
    }
    return min(drawn, endless)
  }

  /// The laws that are seldom asked for, kept out of the loop's way.
  @inline(never)
  private func rarer(from stream: WyRand, numbers: borrowing Slab<Double>) -> Int {
    var generator = stream
    return switch law {
    case .layered, .constant, .weibull, .never: Self.endless
    case .exponential: Self.rounded(a * generator.standardExponential())
    case .lognormal: Self.rounded(generator.lognormal(logMean: a, logSD: b))
    case .gamma: Self.rounded(b * generator.standardGamma(shape: a))
    case .uniform: Self.rounded(a + b * generator.unitUniform())
    case .empirical: Self.rounded(numbers[Int(first) + generator.integer(below: Int(count))])
    }
  }

  /// Patience often has this law: it is asked for by itself, in few steps.
  @inline(never)
  private func weibull(from stream: WyRand, _ numbers: borrowing Slab<Double>, enough: Int) -> Int {
    var generator = stream
    let exponential = generator.standardExponential { numbers[$0] }
    if first >= 0, let drawn = PowerTable.rounded(exponential, numbers, from: Int(first), enough: enough) {
      return drawn
    }
    return Self.rounded(a * PortableMath.pow(exponential, 1 / b))
  }

  /// The nearest whole number, at most ``endless``.
  @inline(__always)
  private static func rounded(_ milliseconds: Double) -> Int {
    milliseconds < Double(endless) ? nearest(milliseconds) : endless
  }

  /// The nearest whole number to one from 0 to below 2⁵², by adding 2⁵²: it then stands in the low bits of the sum.
  @inline(__always)
  static func nearest(_ milliseconds: Double) -> Int {
    Int(truncatingIfNeeded: (milliseconds + 0x1p52).bitPattern & 0xF_FFFF_FFFF_FFFF)
  }

  /// A year in milliseconds: longer than any day, and short enough for sums over a hundred million calls.
  static var endless: Int { 31_536_000_000 }
}

/// What samplers look up: the tables of ``SamplerTables``, copied to where the event loop reaches them without a call.
struct DrawTables: ~Copyable {
  let exponentialEdges = Slab(SamplerTables.exponentialEdges)
  /// The layers of all laws and their heights, 257 each, and the laws' densities.
  let layers: Slab<DurationLayers.Layer>
  let heights: Slab<Double>
  let densities: Slab<DurationLayers.Density>
  /// The exponential edges once more, the values of all empirical distributions and the powers of all Weibull ones: one slab, because
  /// each is an argument of its own for a draw.
  let numbers: Slab<Double>

  /// The numbers of no law yet.
  static var firstNumbers: [Double] { SamplerTables.exponentialEdges }

  init(numbers: [Double], laws: [DurationLayers]) {
    self.numbers = Slab(numbers)
    layers = Slab(laws.flatMap(\.layers))
    heights = Slab(laws.flatMap(\.heights))
    densities = Slab(laws.map(\.density))
  }
}
