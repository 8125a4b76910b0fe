extension ClusterDesign {
  /// The share of a domain that holds all observations of its strata, for the score test over strata; `nil` unless there are two.
  ///
  /// A stratum counts for its weight, and for as many observations as equal weights would need (Kish). Where clusters have several
  /// observations or weights differ within strata, the observations less one are divided by the design effect: the linearised variance
  /// within strata over the binomial one, at least 1. Where no stratum varies nothing is known of it, and every cluster counts once.
  /// Strata with one cluster are put together to one if there are several (Cochran 1977, section 5A.12); a lone one counts as it is.
  ///
  /// - Complexity: O(*k* log *k*) for *k* counts.
  package func stratifiedShare(of domain: [Count]) -> StratifiedShare? {
    let parts = parts(of: domain)
    let wholes = Self.strata(of: parts).map { Whole(stratum: parts[$0.lowerBound].stratum, parts: parts[$0]) }
    guard wholes.count > 1 else { return nil }
    let isPlain = wholes.allSatisfy { $0.isPlain }
    var linearised = 0.0
    var binomial = 0.0
    for whole in wholes where whole.clusters > 1 && !isPlain {
      linearised += whole.linearisedVariance
      binomial += whole.binomialVariance
    }
    let effect: Double? = isPlain ? 1 : binomial > 0 ? max(1, linearised / binomial) : nil
    var strata: [StratifiedShare.Stratum] = []
    var lone: [StratifiedShare.Stratum] = []
    for whole in wholes {
      let trials = effect.map { 1 + (whole.trials - 1) / $0 } ?? whole.effectiveClusters
      let isLone = whole.clusters == 1
      let stratum = StratifiedShare.Stratum(
        weight: whole.weight, share: whole.share, trials: isLone ? 1 : max(1, trials),
        undrawn: undrawn(whole.stratum, whole.clusters))
      // A single practice that is all of its stratum is known.
      if isLone, stratum.undrawn > 0 { lone.append(stratum) } else { strata.append(stratum) }
    }
    var degrees = wholes.reduce(0) { $0 + $1.clusters - 1 }
    if lone.count > 1 {
      let weight = lone.reduce(0) { $0 + $1.weight }
      let squares = lone.reduce(0) { $0 + $1.weight * $1.weight }
      let share = lone.reduce(0) { $0 + $1.weight * $1.share } / weight
      let undrawn = lone.reduce(0) { $0 + $1.weight * $1.weight * $1.undrawn } / squares
      strata.append(
        .init(
          weight: weight, share: min(share, 1), trials: max(1, weight * weight / squares), undrawn: undrawn))
      degrees += lone.count - 1
    } else {
      strata += lone
    }
    return StratifiedShare(strata: strata, degreesOfFreedom: degrees)
  }

  /// All observations of one stratum.
  private struct Whole {
    let stratum: Int
    let parts: ArraySlice<Part>

    var clusters: Int { parts.reduce(0) { $0 + $1.clusters } }
    var weight: Double { parts.reduce(0) { $0 + $1.weightOfAll } }
    var share: Double { min(1, parts.reduce(0) { $0 + $1.weightOfSuccesses } / weight) }

    /// Whether each cluster has one observation of the same weight.
    var isPlain: Bool { parts.allSatisfy { $0.trials == 1 && $0.weight == parts[parts.startIndex].weight } }

    /// (Σw)²/Σw² over observations.
    var trials: Double {
      let squares = parts.reduce(0) { $0 + Double($1.clusters * $1.trials) * $1.weight * $1.weight }
      return weight * weight / squares
    }

    /// (ΣW)²/ΣW² over clusters, W being the weight of all observations of one.
    var effectiveClusters: Double {
      let squares = parts.reduce(0) { sum, part in
        let own = part.weight * Double(part.trials)
        return sum + Double(part.clusters) * own * own
      }
      return weight * weight / squares
    }

    /// The variance of its total, by linearisation around its own share: n/(n − 1)·Σz².
    var linearisedVariance: Double {
      let share = share
      let squares = parts.reduce(0) { sum, part in
        let score = part.score(around: share)
        return sum + Double(part.clusters) * score * score
      }
      return squares * Double(clusters) / Double(clusters - 1)
    }

    /// The variance of its total, if its observations were independent.
    var binomialVariance: Double {
      let share = share
      return weight * weight * share * (1 - share) / max(trials - 1, 0.5)
    }
  }
}
