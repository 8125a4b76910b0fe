/// The limits between which the shares of groups lie that differ by chance alone: a funnel over the number of calls.
///
/// For a count k of n independent calls with a share p₀, a group lies above the upper limit exactly where
/// P(X ≥ k) ≤ (1 − level)/2, and below the lower one where P(X ≤ k) ≤ (1 − level)/2, X binomial. Between whole counts the
/// incomplete beta function joins them, so the limits are smooth curves that every whole count is judged by exactly.
///
/// ```swift
/// let limits = FunnelLimits(centre: 0.1, level: 0.95)
/// limits?.upper(calls: 50)            // 0.1996: 10 of 50 lies above, 9 of 50 does not
/// limits?.place(of: 0.2, calls: 50)   // .above
/// ```
///
/// Source: Spiegelhalter, D. J. (2005), Funnel plots for comparing institutional performance, Statistics in Medicine
/// 24:1185–1202, whose exact limits interpolate between binomial quantiles instead.
package struct FunnelLimits: Equatable, Sendable {
  /// The share that all groups have if chance alone makes them differ.
  package let centre: Double
  /// The share of groups that the limits hold, at least.
  package let level: Double

  /// Limits around a share above 0 and below 1; `nil` for any other, or for a level that is none.
  package init?(centre: Double, level: Double) {
    guard centre > 0, centre < 1, level > 0, level < 1 else { return nil }
    self.centre = centre
    self.level = level
  }

  /// On which side of the funnel a share lies.
  package enum Place: Hashable, Sendable {
    case below, within, above
  }

  /// Where a share of a number of calls lies; the calls need not be whole, as effective ones are not.
  package func place(of share: Double, calls: Double) -> Place {
    guard calls > 0 else { return .within }
    let count = share * calls
    if upperTail(count, of: calls) <= tail { return .above }
    if lowerTail(count, of: calls) <= tail { return .below }
    return .within
  }

  /// The share from which on a group lies above the funnel, at most 1; 1 where no count does.
  package func upper(calls: Double) -> Double {
    guard calls > 0, upperTail(calls, of: calls) <= tail else { return 1 }
    let start = centre * calls
    return (RootFinder.root(from: start, to: calls) { upperTail($0, of: calls) - tail } ?? calls) / calls
  }

  /// The share up to which a group lies below the funnel, at least 0; 0 where only an empty share, or none, does.
  package func lower(calls: Double) -> Double {
    guard calls > 0, lowerTail(0, of: calls) <= tail else { return 0 }
    let end = centre * calls
    return (RootFinder.root(from: 0, to: end) { lowerTail($0, of: calls) - tail } ?? 0) / calls
  }

  private var tail: Double { (1 - level) / 2 }

  /// P(X ≥ k) = I_p(k, n − k + 1).
  private func upperTail(_ count: Double, of calls: Double) -> Double {
    guard count > 0 else { return 1 }
    return IncompleteBeta.tails(count, max(calls - count, 0) + 1, x: centre, y: 1 - centre).lower
  }

  /// P(X ≤ k) = 1 − I_p(k + 1, n − k).
  private func lowerTail(_ count: Double, of calls: Double) -> Double {
    guard count < calls else { return 1 }
    return IncompleteBeta.tails(count + 1, calls - count, x: centre, y: 1 - centre).upper
  }
}
