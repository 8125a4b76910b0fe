/// The highest point of a function of one variable.
enum Maximum {
  /// The place of the maximum between two ends: the best of a grid, refined by golden section.
  ///
  /// Finds the highest hill when the grid can tell the hills apart. About 80 evaluations; the place is known to about
  /// 1e-8 of the range, the height to the last digits (Kiefer 1953).
  static func search(from start: Double, to end: Double, _ f: (Double) -> Double) -> Double {
    let step = (end - start) / Double(gridSteps)
    var bestIndex = 0
    var bestValue = -Double.infinity
    for index in 0...gridSteps {
      let value = f(start + Double(index) * step)
      if value > bestValue { (bestIndex, bestValue) = (index, value) }
    }
    var low = start + Double(max(bestIndex - 1, 0)) * step
    var high = start + Double(min(bestIndex + 1, gridSteps)) * step
    var left = high - golden * (high - low)
    var right = low + golden * (high - low)
    var leftValue = f(left)
    var rightValue = f(right)
    for _ in 0..<goldenSteps {
      if leftValue >= rightValue {
        (high, right, rightValue) = (right, left, leftValue)
        left = high - golden * (high - low)
        leftValue = f(left)
      } else {
        (low, left, leftValue) = (left, right, rightValue)
        right = low + golden * (high - low)
        rightValue = f(right)
      }
    }
    return 0.5 * (low + high)
  }

  private static let gridSteps = 40
  private static let goldenSteps = 36
  /// (√5 − 1)/2.
  private static let golden = 0.618033988749894848204586834365638118
}
