/// The design of a sample of clusters, of which any domain's share can be estimated in the time that its own calls take.
///
/// The same numbers as `SurveySample.mean(of:where:)` for 0 and 1, where the observations of a cluster share its weight. Sums go over
/// equal counts at once and in an order of their own, so that neither the order nor the labels of clusters move a bit.
///
///     let survey = ClusterDesign(weights: [3, 3, 2], strata: [0, 0, 1])
///     let slot = survey?.share(of: [.init(cluster: 0, trials: 1, successes: 1)])
public struct ClusterDesign: Sendable {
  /// What a domain has of one cluster.
  public struct Count: Sendable, Hashable {
    /// The cluster, by its place in the design.
    public var cluster: Int
    /// Its observations in the domain, at least one.
    public var trials: Int
    /// Of these, the successes.
    public var successes: Int

    /// A count; checked when a share is estimated.
    public init(cluster: Int, trials: Int, successes: Int) {
      self.cluster = cluster
      self.trials = trials
      self.successes = successes
    }
  }

  /// Units of the population per observation, by cluster.
  public let weights: [Double]
  /// The stratum of each cluster, from 0.
  public let strata: [Int]
  /// How many clusters each stratum has.
  public let clustersInStratum: [Int]
  /// The share of each stratum's clusters that were not drawn: 1 without a population size.
  let undrawnShare: [Double]

  /// A design; `nil` for columns of unequal length, a weight that is not positive and finite, a stratum below 0, or a population
  /// below the clusters drawn.
  ///
  /// - Parameters:
  ///   - weights: Of each cluster's observations.
  ///   - strata: Of each cluster. Sums go by this number, so one that comes from names should be in their order.
  ///   - populations: How many clusters each stratum has in the population, for the finite population correction.
  public init?(weights: [Double], strata: [Int], populations: [Int]? = nil) {
    guard weights.count == strata.count, strata.allSatisfy({ $0 >= 0 }),
      weights.allSatisfy({ $0 > 0 && $0.isFinite })
    else { return nil }
    var counts = [Int](repeating: 0, count: (strata.max() ?? -1) + 1)
    for stratum in strata { counts[stratum] += 1 }
    self.weights = weights
    self.strata = strata
    clustersInStratum = counts
    guard let populations else {
      undrawnShare = [Double](repeating: 1, count: counts.count)
      return
    }
    guard populations.count >= counts.count, zip(populations, counts).allSatisfy({ $0 >= $1 }) else {
      return nil
    }
    undrawnShare = zip(populations, counts).map { $1 > 0 ? Double($0 - $1) / Double($0) : 1 }
  }

  /// The share of successes in a domain; `nil` when it is empty.
  ///
  /// Hájek's weighted share with the linearised variance of a domain: a cluster of the design without an observation in it counts with
  /// a score of zero. A stratum with one cluster is compared with zero (R's `adjust`). Each cluster may stand there once.
  ///
  /// - Complexity: O(*k* log *k*) for *k* counts.
  public func share(of domain: [Count]) -> SurveyEstimate? {
    let parts = parts(of: domain)
    guard !parts.isEmpty else { return nil }
    let weight = CompensatedSum.over(parts.indices) { parts[$0].weightOfAll }
    guard weight > 0, weight.isFinite else { return nil }
    let share = CompensatedSum.over(parts.indices) { parts[$0].weightOfSuccesses } / weight
    var variance = CompensatedSum()
    var squares = CompensatedSum()
    var reach = DomainReach()
    var start = 0
    while start < parts.count {
      let stratum = parts[start].stratum
      var end = start
      while end < parts.count, parts[end].stratum == stratum { end += 1 }
      let own = parts[start..<end]
      let size = clustersInStratum[stratum]
      let present = own.reduce(0) { $0 + $1.clusters }
      let mean =
        size > 1
        ? CompensatedSum.over(own.indices) { own[$0].sum(around: share) } / weight / Double(size) : 0
      let deviations = CompensatedSum.over(own.indices) { place in
        let deviation = own[place].score(around: share) / weight - mean
        return Double(own[place].clusters) * deviation * deviation
      }
      let absent = Double(size - present) * mean * mean
      let scale = size > 1 ? Double(size) / Double(size - 1) : 1
      variance.add((deviations + absent) * scale * undrawnShare[stratum])
      for part in own {
        reach.observations += part.clusters * part.trials
        let clusterShare = part.weight * Double(part.trials) / weight
        squares.add(Double(part.clusters) * clusterShare * clusterShare)
      }
      reach.clusters += present
      reach.degreesOfFreedom += size - 1
      start = end
    }
    reach.effectiveClusters = squares.value > 0 ? 1 / squares.value : 0
    return SurveyEstimate(
      share, variance: variance.value, spread: share * (1 - share), weight: weight, reach: reach,
      undrawnShare: undrawnShare)
  }

  /// The share of a domain that holds all observations of its strata, for the score test over strata; `nil` unless there are two.
  ///
  /// A stratum counts for its weight, and for as many observations as equal weights would need (Kish). Where clusters have several
  /// observations or weights differ within strata, the observations less one are divided by the design effect: the linearised variance
  /// within strata over the binomial one, at least 1. Where no stratum varies nothing is known of it, and every cluster counts once.
  /// Strata with one cluster are put together to one if there are several (Cochran 1977, section 5A.12); a lone one counts as it is.
  ///
  /// - Complexity: O(*k* log *k*) for *k* counts.
  public func stratifiedShare(of domain: [Count]) -> StratifiedShare? {
    let parts = parts(of: domain)
    var wholes: [Whole] = []
    for part in parts {
      if wholes.last?.stratum != part.stratum { wholes.append(Whole(stratum: part.stratum)) }
      wholes[wholes.count - 1].add(part)
    }
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
      let stratum = StratifiedShare.Stratum(
        weight: whole.weight, share: whole.share, trials: whole.clusters > 1 ? max(1, trials) : 1)
      if whole.clusters > 1 { strata.append(stratum) } else { lone.append(stratum) }
    }
    var degrees = wholes.reduce(0) { $0 + $1.clusters - 1 }
    if lone.count > 1 {
      let weight = lone.reduce(0) { $0 + $1.weight }
      let squares = lone.reduce(0) { $0 + $1.weight * $1.weight }
      let share = lone.reduce(0) { $0 + $1.weight * $1.share } / weight
      strata.append(.init(weight: weight, share: min(share, 1), trials: max(1, weight * weight / squares)))
      degrees += lone.count - 1
    } else {
      strata += lone
    }
    return StratifiedShare(strata: strata, degreesOfFreedom: degrees)
  }

  /// All observations of one stratum.
  private struct Whole {
    let stratum: Int
    var parts: [Part] = []

    init(stratum: Int) { self.stratum = stratum }

    mutating func add(_ part: Part) { parts.append(part) }

    var clusters: Int { parts.reduce(0) { $0 + $1.clusters } }
    var weight: Double { parts.reduce(0) { $0 + $1.weightOfAll } }
    var share: Double { min(1, parts.reduce(0) { $0 + $1.weightOfSuccesses } / weight) }

    /// Whether each cluster has one observation of the same weight.
    var isPlain: Bool { parts.allSatisfy { $0.trials == 1 && $0.weight == parts[0].weight } }

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

  /// Clusters of a domain that are alike in everything but their names.
  struct Part: Hashable {
    var stratum: Int
    var weight: Double
    var trials: Int
    var successes: Int
    var clusters: Int

    var weightOfAll: Double { Double(clusters * trials) * weight }
    var weightOfSuccesses: Double { Double(clusters * successes) * weight }

    /// The weighted sum of one cluster's deviations from a share.
    func score(around share: Double) -> Double { weight * (Double(successes) - Double(trials) * share) }

    /// The same of all of them.
    func sum(around share: Double) -> Double { Double(clusters) * score(around: share) }
  }

  /// The clusters of a domain put together where they are alike, by stratum, weight and count.
  func parts(of domain: [Count]) -> [Part] {
    let single = domain.map { count in
      Part(
        stratum: strata[count.cluster], weight: weights[count.cluster], trials: count.trials,
        successes: count.successes, clusters: 1)
    }
    let sorted = single.sorted { left, right in
      if left.stratum != right.stratum { return left.stratum < right.stratum }
      if left.weight != right.weight { return left.weight < right.weight }
      return (left.trials, left.successes) < (right.trials, right.successes)
    }
    var parts: [Part] = []
    for part in sorted {
      if let last = parts.last, last.stratum == part.stratum, last.weight == part.weight,
        last.trials == part.trials, last.successes == part.successes
      {
        parts[parts.count - 1].clusters += 1
      } else {
        parts.append(part)
      }
    }
    return parts
  }
}
