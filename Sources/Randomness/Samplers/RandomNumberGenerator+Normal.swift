extension RandomNumberGenerator {
  /// Draws from the normal distribution with mean 0 and standard deviation 1, exactly, by a ziggurat of 256
  /// layers.
  ///
  /// The result is finite. 98.5 % of the draws take one word, no exponential and no logarithm.
  ///
  /// Source: Marsaglia & Tsang (2000), "The ziggurat method for generating random variables", Journal of
  /// Statistical Software 5(8); layer and position come from different bits of the word, as Doornik (2005)
  /// asks.
  @inlinable
  @inline(__always)
  public mutating func standardNormal() -> Double {
    let word = next()
    let layer = Int(truncatingIfNeeded: word & 255)
    let x = OpenUnit.signedValue(of: word) * NormalZiggurat.edges[layer]
    if x.magnitude < NormalZiggurat.edges[layer + 1] { return x }
    return normalOutsideTheCore(layer: layer, x: x)
  }

  /// Finishes a draw that fell beside the rectangle that lies wholly below the density.
  @inlinable
  @inline(never)
  mutating func normalOutsideTheCore(layer: Int, x: Double) -> Double {
    var layer = layer
    var x = x
    for _ in 0..<Rejection.limit {
      if layer == 0 {
        let tail = normalTail()
        return x < 0 ? -tail : tail
      }
      let low = NormalZiggurat.densities[layer]
      let high = NormalZiggurat.densities[layer + 1]
      if low + (high - low) * unitUniform() < PortableMath.exp(-0.5 * x * x) { return x }
      let word = next()
      layer = Int(truncatingIfNeeded: word & 255)
      x = OpenUnit.signedValue(of: word) * NormalZiggurat.edges[layer]
      if x.magnitude < NormalZiggurat.edges[layer + 1] { return x }
    }
    return x
  }

  /// Draws from the normal distribution beyond the start of the tail.
  @inlinable
  mutating func normalTail() -> Double { normalTail(from: NormalZiggurat.tailStart) }

  /// Draws from the normal distribution beyond a point: from 1/2 up through exponentials, else by waiting for
  /// it.
  ///
  /// The result is finite. An attempt succeeds with probability above 0.3 wherever the tail starts.
  ///
  /// Source: Marsaglia (1964), "Generating a variable from the tail of the normal distribution",
  /// Technometrics 6(1).
  @inlinable
  mutating func normalTail(from start: Double) -> Double {
    var excess = 0.0
    for _ in 0..<Rejection.limit {
      if start < 0.5 {
        excess = standardNormal() - start
        if excess > 0 { break }
      } else {
        excess = -PortableMath.log(openUnitUniform()) / start
        let height = -PortableMath.log(openUnitUniform())
        if 2 * height > excess * excess { break }
      }
    }
    return start + max(excess, 0)
  }
}
