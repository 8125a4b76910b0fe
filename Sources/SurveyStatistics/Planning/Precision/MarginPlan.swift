/// How many calls make a share's interval as narrow as asked.
///
/// Sizes in `Double` are n₀ of a simple random sample from an unlimited population: feed them to `SampleSizeChain`.
/// All return nil for a share outside (0, 1), a margin that is not positive, or a confidence outside (0, 1).
package enum MarginPlan {
  /// The size at which Wald's half-width equals the margin: z²pq/e².
  ///
  /// Cochran (1977), equation 4.2.
  package static func waldSize(share: Double, margin: Double, confidence: Double = ConfidenceLevel.usual)
    -> Double?
  {
    guard let z = z(share, margin, confidence) else { return nil }
    return z * z * share * (1 - share) / (margin * margin)
  }

  /// The size at which the interval built on the log odds is twice the margin wide.
  ///
  /// Valliant, Dever and Kreuter (2013), section 3.3; R's PracTools `nLogOdds`. Nil for a margin of ½ or more.
  package static func logOddsSize(share: Double, margin: Double, confidence: Double = ConfidenceLevel.usual)
    -> Double?
  {
    guard let z = z(share, margin, confidence), margin < 0.5 else { return nil }
    // With k = q/p and x = exp(z·σ): 1/(1 + k/x) − 1/(1 + kx) = 2e is quadratic in x.
    let odds = (1 - share) / share
    let a = odds * (1 - 2 * margin)
    let b = margin * (1 + odds * odds)
    let c = odds * (1 + 2 * margin)
    let width = log((b + (b * b + a * c).squareRoot()) / a)
    return z * z / (share * (1 - share) * width * width)
  }

  /// The smallest number of calls with which the interval's mean half-width is at most the margin.
  ///
  /// The mean is exact, over all binomial counts at the share; the half-width is half of upper − lower. Nil also for a
  /// margin below 0.001, which no survey asks for, or a method that needs a population or a design.
  /// O(√n log n) intervals.
  package static func expectedSize(
    share: Double, margin: Double, method: IntervalMethod = .wilson,
    confidence: Double = ConfidenceLevel.usual
  ) -> Int? {
    guard z(share, margin, confidence) != nil, margin >= smallestMargin else { return nil }
    func isNarrow(_ calls: Int) -> Bool? {
      Coverage.meanWidth(of: method, trials: calls, probability: share, confidence: confidence)
        .map { 0.5 * $0 <= margin }
    }
    var high = 1
    while true {
      guard let isNarrow = isNarrow(high) else { return nil }
      if isNarrow { break }
      guard high < mostCalls else { return nil }
      high *= 2
    }
    var calls = BinarySearch.firstIndex(in: (high / 2 + 1)..<high) { isNarrow($0) ?? true }
    // The mean width falls with every call but for a few methods at a handful of calls.
    while calls > 1, isNarrow(calls - 1) == true { calls -= 1 }
    return calls
  }

  /// The smallest number of calls, from the expected size on, that keeps the half-width within the margin for sure.
  ///
  /// The assurance is the probability of that; it moves up and down by small steps as n grows, so that a few greater
  /// numbers may fall short again. Nil where the expected size is, or for an assurance outside (0, 1).
  /// O(n − expected size) intervals.
  package static func assuredSize(
    share: Double, margin: Double, assurance: Double, method: IntervalMethod = .wilson,
    confidence: Double = ConfidenceLevel.usual
  ) -> Int? {
    guard assurance > 0, assurance < 1,
      let start = expectedSize(share: share, margin: margin, method: method, confidence: confidence),
      var wide = WideCounts(calls: start, margin: margin, method: method, confidence: confidence)
    else { return nil }
    // Far below four times the expected size even the widest interval, that of half of the calls, fits in.
    while wide.probabilityOfNarrow(share: share) < assurance {
      guard wide.calls < 4 * start + 100 else { return nil }
      wide.addCall()
    }
    return wide.calls
  }

  /// The exact probability that the interval's half-width is within the margin; nil as for the sizes.
  ///
  /// Intervals are taken to widen up to half of the calls and to narrow from there on. O(log calls) intervals.
  package static func assurance(
    calls: Int, share: Double, margin: Double, method: IntervalMethod = .wilson,
    confidence: Double = ConfidenceLevel.usual
  ) -> Double? {
    guard z(share, margin, confidence) != nil, calls > 0, calls <= mostCalls else { return nil }
    return WideCounts(calls: calls, margin: margin, method: method, confidence: confidence)?
      .probabilityOfNarrow(share: share)
  }

  private static func z(_ share: Double, _ margin: Double, _ confidence: Double) -> Double? {
    guard share > 0, share < 1, margin > 0, margin.isFinite,
      let tail = ConfidenceLevel.tail(confidence, .twoSided)
    else { return nil }
    return Normal.quantile(upperTail: tail)
  }

  private static let smallestMargin = 0.001
  private static let mostCalls = 1 << 30
}
