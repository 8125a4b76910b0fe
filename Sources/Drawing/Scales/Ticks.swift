/// Round values for an axis: multiples of 1, 2 or 5 times a power of ten.
package struct Ticks: Equatable, Sendable {
  /// The values, ascending; never empty.
  package let values: [Double]
  /// How many decimals tell them apart.
  package let decimals: Int

  /// The first and the last value.
  package var domain: ClosedRange<Double> { (values.first ?? 0)...max(values.last ?? 1, values.first ?? 0) }

  /// Ticks that enclose a range, at most about `maximum` of them.
  ///
  /// - Parameters:
  ///   - range: what must lie between the first and the last tick; one without width, or not finite, is widened.
  ///   - maximum: at least 3, so that a range around zero has room for its ticks.
  ///   - least: the smallest step, such as 1 for counts.
  package init(enclosing range: ClosedRange<Double>, maximum: Int, least: Double = 0) {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    // Beyond these limits ticks could not be told apart as decimals, and nothing here measures such things.
    let limit = 1e12
    if !lower.isFinite || lower.magnitude > limit { lower = 0 }
    if !upper.isFinite || upper.magnitude > limit { upper = max(lower, 1) }
    let smallest = max(least, 1e-6, max(lower.magnitude, upper.magnitude) * 1e-9)
    if upper - lower < smallest { upper = lower + smallest }
    var step = Step.least(above: smallest)
    // A hair's breadth forgives what binary fractions do to 0.3 / 0.1.
    let hair = 1e-9
    while (upper / step.size - hair).rounded(.up) - (lower / step.size + hair).rounded(.down)
      > Double(max(2, maximum - 1))
    {
      step = step.next
    }
    let first = Int((lower / step.size + hair).rounded(.down))
    let last = max(first + 1, Int((upper / step.size - hair).rounded(.up)))
    values = (first...last).map(step.multiple)
    decimals = max(0, -step.exponent)
  }

  /// A multiple of a power of ten.
  private struct Step {
    var factor: Int
    var exponent: Int

    var size: Double { multiple(1) }

    /// Divided where the power is negative, so that 3 steps of 0.1 are 0.3.
    func multiple(_ count: Int) -> Double {
      var power = 1.0
      for _ in 0..<exponent.magnitude { power *= 10 }
      let whole = Double(count) * Double(factor)
      return exponent < 0 ? whole / power : whole * power
    }

    var next: Step {
      switch factor {
      case 1: Step(factor: 2, exponent: exponent)
      case 2: Step(factor: 5, exponent: exponent)
      default: Step(factor: 1, exponent: exponent + 1)
      }
    }

    static func least(above size: Double) -> Step {
      var step = Step(factor: 1, exponent: -6)
      while step.size < size * (1 - 1e-9) { step = step.next }
      return step
    }
  }
}
