extension ProportionInterval {
  /// Successes and failures, possibly fractional, not both zero.
  struct Counts {
    let successes: Double
    let failures: Double

    var trials: Double { successes + failures }
    var share: Double { successes / trials }
    var complement: Double { failures / trials }

    /// Both ends by one method, each missing the truth with probability `tail`, z deviates away; nil for methods that need more.
    func bounds(_ method: IntervalMethod, tail: Double, z: Double) -> ConfidenceInterval? {
      switch method {
      case .wilson: return wilson(z)
      case .wilsonCC: return wilsonCC(z)
      case .clopperPearson, .kornGraubard: return clopperPearson(tail)
      case .midP: return midP(tail)
      case .jeffreys: return jeffreys(tail)
      case .agrestiCoull: return agrestiCoull(z)
      case .logit: return logit(z)
      case .cloglog: return cloglog(z)
      case .likelihoodRatio: return likelihoodRatio(z)
      case .arcsine: return arcsine(z)
      case .wald: return wald(z, correction: 0)
      case .waldCC: return wald(z, correction: 0.5 / trials)
      case .hypergeometric: return nil
      }
    }

    private func around(_ centre: Double, _ half: Double) -> ConfidenceInterval {
      ConfidenceInterval(lower: centre - half, upper: centre + half)
    }

    func wilson(_ z: Double) -> ConfidenceInterval {
      let spread = z * z / trials
      let half = z * (share * complement / trials + spread / (4 * trials)).squareRoot()
      let both = around(share + 0.5 * spread, half)
      return ConfidenceInterval(
        lower: successes == 0 ? 0 : both.lower / (1 + spread),
        upper: failures == 0 ? 1 : both.upper / (1 + spread))
    }

    /// Fleiss's (1981) closed form, as in Newcombe's method 4; bound 0 or 1 at the edges.
    private func wilsonCC(_ z: Double) -> ConfidenceInterval {
      let square = z * z
      let centre = 2 * successes + square
      let scale = 2 * (trials + square)
      let below = square - 2 - 1 / trials + 4 * share * (failures + 1)
      let above = square + 2 - 1 / trials + 4 * share * (failures - 1)
      return ConfidenceInterval(
        lower: successes == 0 ? 0 : (centre - 1 - z * max(below, 0).squareRoot()) / scale,
        upper: failures == 0 ? 1 : (centre + 1 + z * max(above, 0).squareRoot()) / scale)
    }

    /// Beta quantiles: the lower bound solves P(X ≥ x) = tail, the upper P(X ≤ x) = tail.
    private func clopperPearson(_ tail: Double) -> ConfidenceInterval {
      ConfidenceInterval(
        lower: successes == 0 ? 0 : BetaDistribution(successes, failures + 1).quantile(tail),
        upper: failures == 0 ? 1 : BetaDistribution(successes + 1, failures).quantile(upperTail: tail))
    }

    private func jeffreys(_ tail: Double) -> ConfidenceInterval {
      let posterior = BetaDistribution(successes + 0.5, failures + 0.5)
      return ConfidenceInterval(
        lower: successes == 0 ? 0 : posterior.quantile(tail),
        upper: failures == 0 ? 1 : posterior.quantile(upperTail: tail))
    }

    private func agrestiCoull(_ z: Double) -> ConfidenceInterval {
      let enlarged = Counts(successes: successes + 0.5 * z * z, failures: failures + 0.5 * z * z)
      return enlarged.wald(z, correction: 0)
    }

    private func wald(_ z: Double, correction: Double) -> ConfidenceInterval {
      around(share, z * (share * complement / trials).squareRoot() + correction)
    }

    private func logit(_ z: Double) -> ConfidenceInterval {
      let centre = log(successes / failures)
      let half = z / (trials * share * complement).squareRoot()
      return ConfidenceInterval(
        lower: 1 / (1 + exp(half - centre)), upper: 1 / (1 + exp(-half - centre)))
    }

    private func cloglog(_ z: Double) -> ConfidenceInterval {
      let logShare = successes < failures ? log(share) : log1p(-complement)
      let centre = log(-logShare)
      let half = z * (complement / (trials * share)).squareRoot() / -logShare
      return ConfidenceInterval(lower: exp(-exp(centre + half)), upper: exp(-exp(centre - half)))
    }

    private func arcsine(_ z: Double) -> ConfidenceInterval {
      let centre = asin(((successes + 0.375) / (trials + 0.75)).squareRoot())
      let half = 0.5 * z / trials.squareRoot()
      let low = sin(max(centre - half, 0))
      let high = sin(min(centre + half, 0.5 * Double.pi))
      return ConfidenceInterval(lower: low * low, upper: high * high)
    }
  }
}
