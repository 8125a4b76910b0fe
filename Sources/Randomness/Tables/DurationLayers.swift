/// A law of durations cut into 256 layers of equal area: a draw mostly takes one word and one product.
///
/// ```swift
/// guard let law = DurationLayers(logMean: 11.6, logSD: 0.6) else { return }
/// var stream = SplitMix64(state: 1)
/// let milliseconds = law.next(using: &stream)
/// ```
///
/// This is a ziggurat for a density that rises to its mode and falls: a layer is what the density is at least
/// as high as, from where it rises through that height to where it falls through it. A point of a layer that
/// also lies in the layer above is under the density for certain; the others are compared with the density.
/// So the draws follow the law, but for the grain of 2⁻²⁰ units in which edges and points are counted.
///
/// It is a class because its table of 6 KB is never changed, and would be copied, or its copies counted, for
/// every draw.
///
/// Source: Marsaglia & Tsang (2000), "The ziggurat method for generating random variables", Journal of
/// Statistical Software 5(8), for densities that only fall. Layers with two edges, and two tails in the
/// lowest one, are ours.
public final class DurationLayers: Sendable {
  /// The 256 layers from the lowest, which has the tails behind it, to the top; then the mode, without width.
  public let layers: [Layer]
  /// The density at the lower border of each layer in ``layers``, in parts of its maximum.
  ///
  /// The last is 1 or a hair above, so that the top layer reaches the mode. The first is never asked for:
  /// what lies beside the lowest layer's rectangle is drawn from the tails.
  public let heights: [Double]
  /// What the layers were cut from.
  public let density: Density

  /// The exponential law with a mean in units; `nil` if grains do not fit.
  ///
  /// They are too coarse for a mean below about 1, and a double does not tell them apart for one above about
  /// 10⁹. `nil` comes also for what is no number.
  public init?(exponentialMean mean: Double) {
    density = .exponential(mean: mean)
    heights = (0...256).map { ExponentialZiggurat.densities[$0] }
    guard let layers = Self.layers(edges: (0...256).map { (0, mean * ExponentialZiggurat.edges[$0]) })
    else { return nil }
    self.layers = layers
  }

  /// The law of a normal logarithm with this mean and deviation; `nil` if grains do not fit.
  ///
  /// The logarithm is the natural one of a number of units. Grains are too coarse for a law with a top layer
  /// narrower than 1/16 unit, as that of a standard deviation below about 0.15 units is, and a double does
  /// not tell them apart in one whose lowest layer ends above 2³³ units. `nil` comes also for a `logSD` below
  /// 10⁻⁶ or above 4, and for what is no number.
  ///
  /// Complexity: some thousand logarithms and exponentials.
  public init?(logMean: Double, logSD: Double) {
    guard let cut = LognormalCut(logSD: logSD) else { return nil }
    let mode = PortableMath.exp(logMean - logSD * logSD)
    density = .lognormal(mode: mode, logSD: logSD, start: cut.start, left: cut.leftTailShare)
    heights = cut.heights
    var edges = cut.distances.map { distance in
      (mode * PortableMath.exp(-logSD * distance), mode * PortableMath.exp(logSD * distance))
    }
    // The lowest layer is its rectangle, and to the right of it as much again as both tails together.
    edges[0] = (edges[1].0, edges[1].0 + mode * cut.area / cut.heights[1])
    guard let layers = Self.layers(edges: edges) else { return nil }
    self.layers = layers
  }

  /// Draws a duration, rounded to whole units.
  ///
  /// The result is from 0 to 2⁴², with half a unit rounded up; what would be longer is cut to that. 98 % of
  /// the draws take one word, no exponential and no logarithm; 97 % do if the law's standard deviation is
  /// three times its mean.
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
  ///   - place: The layer, from its word's lowest eight bits: 0 … 255.
  ///   - point: The point of it.
  ///   - generator: Where the word came from.
  /// - Returns: A duration in whole units, at most 2⁴².
  @inlinable
  @inline(never)
  public func outsideTheCore(
    place: Int, point: UInt64, using generator: inout some RandomNumberGenerator
  ) -> Int {
    density.outsideTheCore(place: place, point: point, using: &generator) {
      layers[$0]
    } height: {
      heights[$0]
    }
  }
}

extension DurationLayers.Density {
  /// Finishes a draw that fell beside the layer above, with a caller's own copies of ``DurationLayers/layers`` and
  /// ``DurationLayers/heights``.
  ///
  /// The number is that of ``DurationLayers/outsideTheCore(place:point:using:)``. A caller with copies at hand
  /// need not count references to the law.
  ///
  /// - Parameters:
  ///   - place: The layer: 0 … 255.
  ///   - point: The point of it.
  ///   - generator: Where the word came from.
  ///   - layer: Looks one of the layers up.
  ///   - height: Looks one of the heights up.
  /// - Returns: A duration in whole units, at most 2⁴².
  @inlinable
  @inline(__always)
  public func outsideTheCore(
    place: Int, point: UInt64, using generator: inout some RandomNumberGenerator,
    layer: (Int) -> DurationLayers.Layer, height: (Int) -> Double
  ) -> Int {
    var (place, point) = (place, point)
    for _ in 0..<Rejection.limit {
      if place == 0 { return DurationLayers.units(tail(using: &generator)) }
      let low = height(place)
      if low + (height(place + 1) - low) * generator.unitUniform() < self.height(at: point) { break }
      let word = generator.next()
      place = Int(truncatingIfNeeded: word & 255)
      point = layer(place).point(at: word)
      if layer(place + 1).contains(point) { break }
    }
    return DurationLayers.units(point)
  }
}
