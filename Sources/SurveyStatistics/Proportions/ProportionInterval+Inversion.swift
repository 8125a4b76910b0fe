extension ProportionInterval.Counts {
  /// The shares at which half of P(X = x) and all beyond it make up `tail`.
  func midP(_ tail: Double) -> ConfidenceInterval {
    let target = log(tail)
    return invert { p, q, isLower in
      let observed = exp(SaddlePoint.logBinomialMass(successes, remainder: failures, p: p, q: q))
      let beyond =
        isLower
        ? (failures == 0 ? 0 : IncompleteBeta.tails(successes + 1, failures, x: p, y: q).lower)
        : (successes == 0 ? 0 : IncompleteBeta.tails(successes, failures + 1, x: p, y: q).upper)
      return log(0.5 * observed + beyond) - target
    }
  }

  /// The shares at which twice the log-likelihood has dropped by z².
  func likelihoodRatio(_ z: Double) -> ConfidenceInterval {
    invert { p, q, _ in
      // The square root makes the drop nearly linear.
      z - likelihoodDrop(p: p, q: q).squareRoot()
    }
  }

  /// Twice the drop of the log-likelihood from its maximum to the share p = 1 − q; infinite at an impossible share.
  func likelihoodDrop(p: Double, q: Double) -> Double {
    let excess = SaddlePoint.excess(successes, remainder: failures, p: p, q: q)
    let fromSuccesses =
      successes == 0 ? trials * p : SaddlePoint.deviance(successes, mean: trials * p, excess: excess)
    let fromFailures =
      failures == 0 ? trials * q : SaddlePoint.deviance(failures, mean: trials * q, excess: -excess)
    return max(0, 2 * (fromSuccesses + fromFailures))
  }

  /// Both zeros, one on each side of the observed share, of a function that falls away from it.
  ///
  /// Solved for the logarithm of the odds, so that a bound next to 0 keeps its digits; bound 0 or 1 at the edges.
  private func invert(_ f: (_ p: Double, _ q: Double, _ isLower: Bool) -> Double) -> ConfidenceInterval {
    let limit = 740.0
    let centre = successes == 0 ? -limit : failures == 0 ? limit : log(successes / failures)
    func bound(_ end: Double, isLower: Bool) -> Double? {
      RootFinder.root(from: centre, to: end) { logit in
        let (p, q) = IncompleteBeta.point(logit)
        return f(p, q, isLower)
      }.map { IncompleteBeta.point($0).x }
    }
    return ConfidenceInterval(
      lower: successes == 0 ? 0 : bound(-limit, isLower: true) ?? share,
      upper: failures == 0 ? 1 : bound(limit, isLower: false) ?? share)
  }
}
