extension RandomNumberGenerator {
  /// Draws from the exponential distribution with mean 1, exactly, by a ziggurat of 256 layers.
  ///
  /// The result is positive and finite. 97.8 % of the draws take one word and no logarithm.
  ///
  /// Source: Marsaglia & Tsang (2000), "The ziggurat method for generating random variables", Journal of
  /// Statistical Software 5(8); layer and position come from different bits of the word, as Doornik (2005)
  /// asks.
  @inlinable
  @inline(__always)
  public mutating func standardExponential() -> Double {
    standardExponential { ExponentialZiggurat.edges[$0] }
  }

  /// Draws from the exponential distribution of mean 1 with a caller's own copy of
  /// ``SamplerTables/exponentialEdges``.
  ///
  /// The number is that of ``standardExponential()``; see ``SamplerTables`` for what the copy is good for.
  ///
  /// - Parameter edge: Looks one of the edges up.
  @inlinable
  @inline(__always)
  public mutating func standardExponential(edge: (Int) -> Double) -> Double {
    standardExponential(from: next(), edge: edge)
  }

  /// Turns a word of this generator into a number from the exponential distribution of mean 1.
  ///
  /// The number is that of ``standardExponential(edge:)`` where the word would have been the next one:
  /// positive and finite. 2.2 % of the words are not enough, and more are taken from this generator.
  ///
  /// - Parameters:
  ///   - word: The word taken last.
  ///   - edge: Looks one of the edges up.
  @inlinable
  @inline(__always)
  public mutating func standardExponential(from word: UInt64, edge: (Int) -> Double) -> Double {
    let layer = Int(truncatingIfNeeded: word & 255)
    let x = OpenUnit.value(of: word) * edge(layer)
    if x < edge(layer &+ 1) { return x }
    // A copy goes there and back, so that the generator may stay in registers where this is not needed.
    var generator = self
    defer { self = generator }
    return generator.exponentialOutsideTheCore(layer: layer, x: x)
  }

  /// Finishes a draw that fell beside the rectangle that lies wholly below the density.
  @inlinable
  @inline(never)
  mutating func exponentialOutsideTheCore(layer: Int, x: Double) -> Double {
    var layer = layer
    var x = x
    for _ in 0..<Rejection.limit {
      if layer == 0 {
        // The tail of an exponential distribution is the distribution itself, moved.
        return ExponentialZiggurat.tailStart - PortableMath.log(openUnitUniform())
      }
      let low = ExponentialZiggurat.densities[layer]
      let high = ExponentialZiggurat.densities[layer + 1]
      if low + (high - low) * unitUniform() < PortableMath.exp(-x) { return x }
      let word = next()
      layer = Int(truncatingIfNeeded: word & 255)
      x = OpenUnit.value(of: word) * ExponentialZiggurat.edges[layer]
      if x < ExponentialZiggurat.edges[layer + 1] { return x }
    }
    return x
  }
}

/// How the samplers that reject proposals are kept from looping for ever.
@usableFromInline
enum Rejection {
  /// How many proposals a sampler makes before it takes the last one as it is.
  ///
  /// Every sampler here accepts a proposal with probability above 0.3, so a sound generator gets there with
  /// probability below 2⁻¹³⁰: never. A broken one, such as a constant, gets an answer that is finite and in
  /// range.
  @usableFromInline static let limit = 256
}
