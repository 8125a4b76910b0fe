/// A law of durations cut into 256 layers of equal area, so that a draw takes one word, one product and one comparison.
///
/// The ziggurat of Marsaglia & Tsang (2000), "The ziggurat method for generating random variables", Journal of Statistical
/// Software 5(8), for a density that rises to its mode and falls: a layer is what the density is at least as high as, from
/// where it rises through that height to where it falls through it. A point of a layer that also lies in the layer above
/// is under the density for certain; the others are compared with the density, so that the draws follow the law exactly,
/// but for the grain of 2⁻²⁰ units in which edges and points are counted.
///
/// ```swift
/// let law = DurationLayers(logMean: 11.6, logSD: 0.6)!
/// var stream = SplitMix64(state: 1)
/// let milliseconds = law.next(using: &stream)
/// ```
public final class DurationLayers: Sendable {
  /// A stretch of durations, in grains of 2⁻²⁰ units, half a unit too far to the right: cutting the grains off then rounds.
  public struct Layer: BitwiseCopyable, Sendable {
    /// Where the stretch begins.
    @usableFromInline var left: UInt64
    /// How long it is.
    @usableFromInline var width: UInt64

    /// Creates a layer without width.
    public init() { (left, width) = (0, 0) }

    @usableFromInline
    init(from left: Double, to right: Double) {
      self.left = UInt64(left * DurationLayers.grainsPerUnit + 0.5 * DurationLayers.grainsPerUnit)
      width = UInt64((right - left) * DurationLayers.grainsPerUnit)
    }

    /// The point of the layer that a word stands for; its lowest eight bits, which choose the layer, hardly move it.
    @inlinable
    @inline(__always)
    public func point(at word: UInt64) -> UInt64 { left &+ word.multipliedFullWidth(by: width).high }

    /// Whether a point lies in the layer.
    @inlinable
    @inline(__always)
    public func contains(_ point: UInt64) -> Bool { point &- left < width }
  }

  /// The layers from the lowest, with the tails behind it, to the top one, and the mode, where they end: 257 of them.
  public let layers: [Layer]
  /// The density at the lower border of each layer in ``layers``, in parts of its maximum.
  let heights: [Double]
  /// Which density it is.
  fileprivate let density: Density

  /// A density, without the layers that it is cut into.
  fileprivate enum Density: Sendable {
    case exponential(mean: Double)
    /// The tails begin `start` standard deviations from the mode, on the logarithm's scale; `left` is the left one's share.
    case lognormal(mode: Double, logSD: Double, start: Double, left: Double)
  }

  /// The exponential law; `nil` if the mean is so small or so large that grains are too coarse, or too many, for it.
  public init?(exponentialMean mean: Double) {
    density = .exponential(mean: mean)
    heights = (0...256).map { ExponentialZiggurat.densities[$0] }
    guard let layers = Self.layers(edges: (0...256).map { (0, mean * ExponentialZiggurat.edges[$0]) })
    else { return nil }
    self.layers = layers
  }

  /// The lognormal law whose logarithm has a mean and a standard deviation above 0; `nil` if its middle is so narrow or its
  /// tail so long that grains are too coarse, or too many, for it.
  ///
  /// About a thousand logarithms and exponentials.
  public init?(logMean: Double, logSD: Double) {
    guard logSD > 0, logSD <= 4, logMean.magnitude < 40, let cut = LognormalCut(logSD: logSD) else { return nil }
    let mode = PortableMath.exp(logMean - logSD * logSD)
    let (left, right) = (NormalTail.probability(cut.start + logSD), NormalTail.probability(cut.start - logSD))
    density = .lognormal(mode: mode, logSD: logSD, start: cut.start, left: left / (left + right))
    heights = cut.heights
    var edges = cut.distances.map { distance in
      (mode * PortableMath.exp(-logSD * distance), mode * PortableMath.exp(logSD * distance))
    }
    // The lowest layer is its rectangle, and to the right of it as much again as both tails together.
    edges[0] = (edges[1].0, edges[1].0 + mode * cut.area / cut.heights[1])
    guard let layers = Self.layers(edges: edges) else { return nil }
    self.layers = layers
  }

  private static func layers(edges: [(Double, Double)]) -> [Layer]? {
    let narrowest = edges[255].1 - edges[255].0
    guard edges[0].1 * grainsPerUnit < 0x1p60, narrowest * grainsPerUnit >= 0x1p16 else { return nil }
    return edges.map { Layer(from: $0.0, to: $0.1) }
  }

  /// How many grains make a unit.
  @usableFromInline static let grainsPerUnit = 0x1p20

  /// The whole number of units nearest to a point.
  @inlinable
  @inline(__always)
  public static func units(_ point: UInt64) -> Int { Int(truncatingIfNeeded: point &>> 20) }

  /// Draws a duration, rounded to whole units.
  @inlinable
  @inline(__always)
  public func next(using generator: inout some RandomNumberGenerator) -> Int {
    let word = generator.next()
    let place = Int(truncatingIfNeeded: word & 255)
    let point = layers[place].point(at: word)
    if layers[place + 1].contains(point) { return Self.units(point) }
    return outsideTheCore(place: place, point: point, using: &generator)
  }

  /// Finishes a draw that fell beside the layer above, where the density may be lower.
  ///
  /// - Parameters:
  ///   - place: The layer, from its word's lowest eight bits.
  ///   - point: The point of it.
  ///   - generator: Where the word came from.
  @inline(never)
  public func outsideTheCore(place: Int, point: UInt64, using generator: inout some RandomNumberGenerator) -> Int {
    var (place, point) = (place, point)
    for _ in 0..<Rejection.limit {
      if place == 0 { return Self.units(density.tail(using: &generator)) }
      let low = heights[place]
      let height = low + (heights[place + 1] - low) * generator.unitUniform()
      if height < density.height(at: point) { break }
      let word = generator.next()
      place = Int(truncatingIfNeeded: word & 255)
      point = layers[place].point(at: word)
      if layers[place + 1].contains(point) { break }
    }
    return Self.units(point)
  }
}

extension DurationLayers.Density {
  /// The density at a point, in parts of its maximum.
  fileprivate func height(at point: UInt64) -> Double {
    let x = Double(point) / DurationLayers.grainsPerUnit - 0.5
    switch self {
    case .exponential(let mean): return PortableMath.exp(-x / mean)
    case .lognormal(let mode, let logSD, _, _):
      guard x > 0 else { return 0 }
      let distance = PortableMath.log(x / mode) / logSD
      return PortableMath.exp(-0.5 * distance * distance)
    }
  }

  /// Draws from what lies outside the lowest layer's rectangle.
  fileprivate func tail(using generator: inout some RandomNumberGenerator) -> UInt64 {
    let x: Double
    switch self {
    case .exponential(let mean):
      // The tail of an exponential distribution is the distribution itself, moved.
      x = mean * (ExponentialZiggurat.tailStart - PortableMath.log(generator.openUnitUniform()))
    case .lognormal(let mode, let logSD, let start, let left):
      // Around the mean, which lies a standard deviation's square above the mode's logarithm, the tails are normal.
      let normal =
        generator.unitUniform() < left
        ? -generator.normalTail(from: start + logSD) : generator.normalTail(from: start - logSD)
      x = mode * PortableMath.exp(logSD * (normal + logSD))
    }
    return UInt64(min(x * DurationLayers.grainsPerUnit + 0.5 * DurationLayers.grainsPerUnit, 0x1p62))
  }
}

/// The layers under a lognormal density of mode 1.
///
/// With `s` the logarithm's distance from the mode in standard deviations σ, the density is exp(−s²/2) of its maximum on
/// both sides, and a layer reaches from exp(−σs) to exp(σs).
private struct LognormalCut {
  /// Where the tails begin.
  var start: Double
  /// The area of each layer.
  var area: Double
  /// How far each layer reaches, and at which height it begins.
  var distances: [Double]
  var heights: [Double]

  init?(logSD: Double) {
    // The number of layers falls with their area, and that with the start of the tails, nearly in a straight line.
    var (start, step) = (3.6, 0.1)
    var excess = Self.excess(start: start, logSD)
    for _ in 0..<60 where excess.magnitude > 1e-5 {
      let next = Self.excess(start: start + step, logSD)
      guard next != excess else { return nil }
      let slope = (next - excess) / step
      (start, excess) = (start + step, next)
      step = max(-0.5, min(-excess / slope, 0.5))
    }
    // Layers must reach the top: a little too large they are still right, because points above the density are rejected.
    while excess > 0 {
      start -= 1e-5
      excess = Self.excess(start: start, logSD)
    }
    guard start > 0.5, excess > -1e-2 else { return nil }
    self.start = start
    area = Self.area(start: start, logSD)
    distances = [start, start]
    heights = [0, PortableMath.exp(-0.5 * start * start)]
    for layer in 1..<256 {
      heights.append(heights[layer] + area / Self.width(distances[layer], logSD))
      distances.append(layer == 255 ? 0 : (-2 * PortableMath.log(heights[layer + 1])).squareRoot())
    }
  }

  /// By how much the layers above the lowest outnumber 255, in parts; counted on beyond the top one in fractions.
  private static func excess(start: Double, _ logSD: Double) -> Double {
    let area = area(start: start, logSD)
    var distance = start
    var height = PortableMath.exp(-0.5 * start * start)
    var count = 0.0
    while count < 1024 {
      let layer = area / width(distance, logSD)
      if height + layer >= 1 { return (count + (1 - height) / layer) / 255 - 1 }
      height += layer
      distance = (-2 * PortableMath.log(height)).squareRoot()
      count += 1
    }
    return 4
  }

  /// The lowest layer: a rectangle and the tails.
  private static func area(start: Double, _ logSD: Double) -> Double {
    let whole = logSD * PortableMath.exp(0.5 * logSD * logSD) * (2 * Double.pi).squareRoot()
    return width(start, logSD) * PortableMath.exp(-0.5 * start * start)
      + whole * (NormalTail.probability(start - logSD) + NormalTail.probability(start + logSD))
  }

  /// How wide the density is at a distance from the mode.
  private static func width(_ distance: Double, _ logSD: Double) -> Double {
    let ratio = PortableMath.exp(logSD * distance)
    return ratio - 1 / ratio
  }
}

/// The normal distribution's upper tail.
enum NormalTail {
  /// The probability that a standard normal number is above `z`.
  ///
  /// Accurate to 1e-14 of itself for `z` > −6. Below 3 by the series of the distribution function, above by the continued fraction of
  /// Mills' ratio: Abramowitz & Stegun (1964), Handbook of Mathematical Functions, 26.2.11 and 26.2.14.
  static func probability(_ z: Double) -> Double {
    let density = PortableMath.exp(-0.5 * z * z) / (2 * Double.pi).squareRoot()
    if z < 3 {
      var (term, sum, divisor) = (z, z, 1.0)
      while term.magnitude > 1e-17 * sum.magnitude {
        divisor += 2
        term *= z * z / divisor
        sum += term
      }
      return 0.5 - density * sum
    }
    var fraction = z
    for depth in stride(from: 120.0, through: 1, by: -1) { fraction = z + depth / fraction }
    return density / fraction
  }
}
