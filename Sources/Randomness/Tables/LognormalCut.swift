/// The layers under a lognormal density of mode 1.
///
/// With `s` the logarithm's distance from the mode in standard deviations σ, the density is exp(−s²/2) of its
/// maximum on both sides, and a layer reaches from exp(−σs) to exp(σs).
struct LognormalCut {
  /// How far from the mode the tails begin.
  let start: Double
  /// The area of each layer.
  let area: Double
  /// The part of both tails' probability that lies in the left one.
  let leftTailShare: Double
  /// How far each layer reaches, from the lowest up; the last is 0.
  let distances: [Double]
  /// At which height each layer begins; the last is where the top one ends.
  let heights: [Double]

  /// The cut for a σ from 10⁻⁶ to 4; `nil` for any other.
  ///
  /// For a smaller one the difference of two edges would lose too many digits; no larger one has been tried.
  ///
  /// Complexity: six to some twenty passes through the layers, each with two elementary functions a layer.
  init?(logSD: Double) {
    guard (1e-6...4).contains(logSD), let start = Self.start(logSD) else { return nil }
    self.start = start
    let area = Self.area(start: start, logSD)
    self.area = area
    let (left, right) = (NormalTail.probability(start + logSD), NormalTail.probability(start - logSD))
    leftTailShare = left / (left + right)
    var distances = [start, start]
    var heights = [0, PortableMath.exp(-0.5 * start * start)]
    for layer in 1..<256 {
      heights.append(heights[layer] + area / Self.width(distances[layer], logSD))
      distances.append(layer == 255 ? 0 : (-2 * PortableMath.log(heights[layer + 1])).squareRoot())
    }
    (self.distances, self.heights) = (distances, heights)
  }

  /// Where the tails have to begin for 255 layers above the lowest to reach the top; `nil` if none was found.
  private static func start(_ logSD: Double) -> Double? {
    // The number of layers falls with their area, and that with the start of the tails, nearly in a straight
    // line.
    let (tolerance, longestStep) = (1e-5, 0.5)
    // Where the tails of a normal density begin, about.
    var (start, step) = (3.6, 0.1)
    var excess = Self.excess(start: start, logSD)
    for _ in 0..<60 where excess.magnitude > tolerance {
      let next = Self.excess(start: start + step, logSD)
      guard next != excess else { return nil }
      let slope = (next - excess) / step
      (start, excess) = (start + step, next)
      step = max(-longestStep, min(-excess / slope, longestStep))
    }
    // Layers must reach the top: a little too large they are still right, because points above the density
    // are rejected.
    for _ in 0..<60 where excess > 0 {
      start -= tolerance
      excess = Self.excess(start: start, logSD)
    }
    // A quarter of a layer too high is far more than the search leaves, and the layer below still ends under
    // the top.
    return (-1e-3...0).contains(excess) ? start : nil
  }

  /// By how much the layers above the lowest outnumber 255, in parts of that; the top one counts in part.
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

  /// The area of the lowest layer: a rectangle and the tails.
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
