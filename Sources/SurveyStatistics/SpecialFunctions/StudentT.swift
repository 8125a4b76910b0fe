internal import Synchronization

/// Student's t distribution with any positive, also fractional or infinite, degrees of freedom.
///
/// Infinite degrees of freedom are the normal distribution. Degrees that are not positive make every value NaN.
package struct StudentT: Sendable, Equatable {
  /// The degrees of freedom ν, NaN when they were not positive.
  package let degreesOfFreedom: Double

  /// Any number; one that is not positive becomes NaN.
  package init(degreesOfFreedom: Double) {
    self.degreesOfFreedom = degreesOfFreedom > 0 ? degreesOfFreedom : .nan
  }

  /// Density at t.
  package func pdf(_ t: Double) -> Double {
    let df = degreesOfFreedom
    guard df < Self.practicallyNormal else { return df.isNaN ? .nan : Normal.pdf(t) }
    guard t != 0 else { return exp(logCentralDensity) }
    let square = t * t
    return exp(logCentralDensity - 0.5 * (df + 1) * log1p(square / df))
  }

  /// Probability of a value up to t.
  ///
  /// Half of I_x(ν/2, ½) at x = ν/(ν + t²) (Abramowitz and Stegun 1964, 26.7.1). O(√ν).
  package func cdf(_ t: Double) -> Double {
    t <= 0 ? tail(t) : 1 - tail(t)
  }

  /// Probability of a value above t, accurate in relative terms where it is small.
  package func upperTail(_ t: Double) -> Double {
    cdf(-t)
  }

  /// The t below which a value falls with the given probability; ±∞ at 0 and 1, NaN outside [0, 1].
  package func quantile(_ probability: Double) -> Double {
    let df = degreesOfFreedom
    guard !df.isNaN, probability >= 0, probability <= 1 else { return .nan }
    guard df < Self.practicallyNormal else { return Normal.quantile(probability) }
    if probability == 0.5 { return 0 }
    let smaller = min(probability, 1 - probability)
    guard smaller > 0 else { return probability == 0 ? -.infinity : .infinity }
    let magnitude = KnownQuantiles.magnitude(degreesOfFreedom: df, tail: smaller)
    return probability < 0.5 ? -magnitude : magnitude
  }

  /// The t that is exceeded with the given probability: −quantile(probability), without the rounding of 1 − p.
  package func quantile(upperTail probability: Double) -> Double {
    -quantile(probability)
  }

  /// From here on t and normal differ by less than the last bit.
  private static let practicallyNormal = 1e17

  /// log of the density at 0: Γ((ν+1)/2) / (Γ(ν/2) √(νπ)).
  private var logCentralDensity: Double {
    let half = 0.5 * degreesOfFreedom
    guard half >= 10 else {
      return GammaFunction.logGamma(half + 0.5) - GammaFunction.logGamma(half)
        - 0.5 * log(2 * half * Double.pi)
    }
    // The large parts of Stirling's formula are cancelled by hand.
    return half * log1p(0.5 / half) - 0.5 - GammaFunction.halfLogTwoPi
      + GammaFunction.stirlingRemainder(half + 0.5) - GammaFunction.stirlingRemainder(half)
  }

  /// Probability beyond |t| on one side.
  private func tail(_ t: Double) -> Double {
    let df = degreesOfFreedom
    guard df < Self.practicallyNormal else { return df.isNaN ? .nan : Normal.cdf(-abs(t)) }
    guard !t.isNaN else { return .nan }
    let square = t * t
    guard square < .infinity else { return 0 }
    let sum = df + square
    return 0.5 * IncompleteBeta.tails(0.5 * df, 0.5, x: df / sum, y: square / sum).lower
  }
}

/// Quantiles that were worked out before.
///
/// Every group of a survey asks for the same few. They are a function of their arguments, so that it does not show who asked first.
private enum KnownQuantiles {
  private struct Question: Hashable {
    var degreesOfFreedom: Double
    var tail: Double
  }

  /// Further ones are worked out again: a survey has at most so many different strata and sizes of groups, nearly always.
  private static let most = 4_096
  private static let known = Mutex<[Question: Double]>([:])

  /// The t that is exceeded with a probability below one half.
  static func magnitude(degreesOfFreedom: Double, tail: Double) -> Double {
    let question = Question(degreesOfFreedom: degreesOfFreedom, tail: tail)
    if let value = known.withLock({ $0[question] }) { return value }
    let (x, y) = IncompleteBeta.inverse(0.5 * degreesOfFreedom, 0.5, lower: 2 * tail, upper: 1 - 2 * tail)
    let value = (degreesOfFreedom * y / x).squareRoot()
    known.withLock { if $0.count < most { $0[question] = value } }
    return value
  }
}
