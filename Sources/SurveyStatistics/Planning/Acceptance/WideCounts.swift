/// The counts around half of the calls whose interval is wider than a margin allows.
struct WideCounts {
  /// How many calls are made.
  private(set) var calls: Int
  private let margin: Double
  private let method: IntervalMethod
  private let confidence: Double
  /// The fewest successes whose interval is too wide; above half of the calls when none is.
  private var successes = 0
  /// The fewest failures whose interval is too wide; above half of the calls when none is.
  private var failures = 0

  /// Nil when the method gives no interval.
  ///
  /// Intervals are taken to widen up to half of the calls and to narrow from there on. O(log calls) intervals.
  init?(calls: Int, margin: Double, method: IntervalMethod, confidence: Double) {
    guard
      ProportionInterval.interval(successes: 0, trials: calls, method: method, confidence: confidence) != nil
    else { return nil }
    self.calls = calls
    self.margin = margin
    self.method = method
    self.confidence = confidence
    let half = 0..<(calls / 2 + 1)
    successes = BinarySearch.firstIndex(in: half) { isWide(successes: $0) }
    failures = BinarySearch.firstIndex(in: half) { isWide(successes: calls - $0) }
  }

  /// One call more: both ends move by a step or two.
  mutating func addCall() {
    calls += 1
    let calls = calls
    successes = moved(successes) { isWide(successes: $0) }
    failures = moved(failures) { isWide(successes: calls - $0) }
  }

  /// The probability that the interval is within the margin.
  func probabilityOfNarrow(share: Double) -> Double {
    guard successes <= calls / 2, failures <= calls / 2 else { return 1 }
    let distribution = Binomial(trials: calls, probability: share)
    return min(distribution.cdf(successes - 1) + distribution.upperTail(calls - failures + 1), 1)
  }

  private func moved(_ end: Int, _ isWide: (Int) -> Bool) -> Int {
    var end = min(end, calls / 2 + 1)
    while end > 0, isWide(end - 1) { end -= 1 }
    while end <= calls / 2, !isWide(end) { end += 1 }
    return end
  }

  private func isWide(successes: Int) -> Bool {
    let interval = ProportionInterval.interval(
      successes: successes, trials: calls, method: method, confidence: confidence)
    return (interval?.width ?? 0) > 2 * margin
  }
}
