internal import Randomness
internal import Scenarios
internal import Tables

extension UncertainParameter {
  /// What the parameter is in a world, as `--set` takes it.
  ///
  /// - Parameter share: Which part of all that it could be lies below, above 0 and below 1: the inverse of the distribution.
  func value(at share: Double) -> String {
    switch alternatives {
    case .values(let values): return values[min(Int(share * Double(values.count)), values.count - 1)]
    case .range(let range, let law, let likeliest, let isWhole):
      guard isWhole else {
        return NumberText.shortest(Self.value(at: share, of: range, law, likeliest: likeliest))
      }
      // Whole numbers are each the middle of a stretch of length 1.
      let stretch = range.lowerBound - 0.5...range.upperBound + 0.5
      let number = Self.value(at: share, of: stretch, law, likeliest: likeliest).rounded()
      return NumberText.shortest(min(max(number, range.lowerBound), range.upperBound))
    }
  }

  private static func value(
    at share: Double, of range: ClosedRange<Double>, _ law: Provenance.RangeLaw, likeliest: Double
  ) -> Double {
    let (low, high) = (range.lowerBound, range.upperBound)
    let value: Double
    switch law {
    case .uniform: value = low + share * (high - low)
    case .logUniform: value = low * PortableMath.exp(share * PortableMath.log(high / low))
    case .triangular:
      let below = (likeliest - low) / (high - low)
      value =
        share < below
        ? low + (share * (high - low) * (likeliest - low)).squareRoot()
        : high - ((1 - share) * (high - low) * (high - likeliest)).squareRoot()
    }
    return min(max(value, low), high)
  }
}
