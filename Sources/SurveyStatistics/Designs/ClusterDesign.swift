/// The design of a sample of clusters, of which any domain's share can be estimated in the time that its own calls take.
///
/// The same numbers as `SurveySample.mean(of:where:)` for 0 and 1, where the observations of a cluster share its weight. Sums go over
/// equal counts at once and in an order of their own, so that neither the order nor the labels of clusters move a bit.
///
///     let survey = ClusterDesign(weights: [3, 3, 2], strata: [0, 0, 1])
///     let slot = survey?.share(of: [.init(cluster: 0, trials: 1, successes: 1)])
package struct ClusterDesign: Sendable {
  /// What a domain has of one cluster.
  package struct Count: Sendable, Hashable {
    /// The cluster, by its place in the design.
    package var cluster: Int
    /// Its observations in the domain, at least one.
    package var trials: Int
    /// Of these, the successes.
    package var successes: Int

    /// A count; checked when a share is estimated.
    package init(cluster: Int, trials: Int, successes: Int) {
      self.cluster = cluster
      self.trials = trials
      self.successes = successes
    }
  }

  /// Units of the population per observation, by cluster.
  package let weights: [Double]
  /// The stratum of each cluster, from 0.
  package let strata: [Int]
  /// How many clusters each stratum has.
  package let clustersInStratum: [Int]
  /// How many clusters each stratum has in the population; nil without a finite population correction.
  let populations: [Double]?
  /// What weights were fitted to; nil for weights as they were given.
  let raking: Raking?

  /// A design; `nil` for columns of unequal length, a weight that is not positive and finite, a stratum below 0, or a population
  /// below the clusters drawn.
  ///
  /// - Parameters:
  ///   - weights: Of each cluster's observations.
  ///   - strata: Of each cluster. Sums go by this number, so one that comes from names should be in their order.
  ///   - populations: How many clusters each stratum has in the population: the share is then that of these clusters as they were, and
  ///     the finite population correction is used.
  ///   - raking: What the weights are fitted to, with the clusters as its units; these are then its weights.
  package init?(weights: [Double], strata: [Int], populations: [Double]? = nil, raking: Raking? = nil) {
    let weights = raking?.weights ?? weights
    guard weights.count == strata.count, strata.allSatisfy({ $0 >= 0 }),
      weights.allSatisfy({ $0 > 0 && $0.isFinite })
    else { return nil }
    var counts = [Int](repeating: 0, count: (strata.max() ?? -1) + 1)
    for stratum in strata { counts[stratum] += 1 }
    if let populations {
      guard populations.count == counts.count, zip(populations, counts).allSatisfy({ $0 >= Double($1) })
      else { return nil }
    }
    self.weights = weights
    self.strata = strata
    self.populations = populations
    self.raking = raking
    clustersInStratum = counts
  }

  /// How a domain came into the sample, which only a finite population correction asks.
  package enum Drawing: Sendable, Equatable {
    /// A cluster belongs to it or does not, whether it was drawn or not: as a municipality is.
    case ofClusters
    /// It is what some of the drawn clusters were asked for, as a slot is: the others of the population would have been in it, too.
    case ofObservations
  }

  /// The share of successes in a domain; `nil` when it is empty.
  ///
  /// Hájek's weighted share with the linearised variance of a domain: a cluster of the design without an observation in it counts with
  /// a score of zero. A stratum with one cluster is compared with zero (R's `adjust`). Each cluster may stand there once.
  ///
  /// - Complexity: O(*k* log *k*) for *k* counts; with raking O(clusters × margins) for each of some ten rounds.
  package func share(of domain: [Count], drawn: Drawing = .ofClusters) -> SurveyEstimate? {
    let parts = parts(of: domain)
    guard !parts.isEmpty else { return nil }
    let weight = CompensatedSum.over(parts.indices) { parts[$0].weightOfAll }
    guard weight > 0, weight.isFinite else { return nil }
    let share = CompensatedSum.over(parts.indices) { parts[$0].weightOfSuccesses } / weight
    var reach = DomainReach()
    var undrawnSquares = CompensatedSum()
    var variance = CompensatedSum()
    var plainVariance = CompensatedSum()
    let contributions =
      raking == nil
      ? contributions(parts, share, weight) : rakedContributions(domain, parts, share, weight)
    for (stratum, own, added) in contributions {
      let present = own.reduce(0) { $0 + parts[$1].clusters }
      let size = clustersInStratum[stratum]
      let undrawn = undrawn(stratum, drawn == .ofClusters ? size : present)
      variance.add(added * undrawn)
      plainVariance.add(added)
      for part in parts[own] {
        reach.add(clusters: part.clusters, observations: part.trials, share: part.weight / weight)
        let ofCluster = part.weight * Double(part.trials) / weight
        undrawnSquares.add(undrawn * Double(part.clusters) * ofCluster * ofCluster)
      }
      if present > 0 { reach.degreesOfFreedom += size - 1 }
    }
    let correction =
      plainVariance.value > 0
      ? variance.value / plainVariance.value : undrawnSquares.value / reach.sumOfSquares
    return SurveyEstimate(
      share, variance: variance.value, spread: share * (1 - share), weight: weight, reach: reach,
      correction: populations == nil ? nil : correction, isModerated: true)
  }

  /// What the clusters of one stratum add to a variance, and where they stand among a domain's parts.
  private typealias Contribution = (stratum: Int, parts: Range<Int>, variance: Double)

  /// n/(n − 1) Σ(z − z̄)² over the n clusters of the design, for every stratum of a domain.
  private func contributions(_ parts: [Part], _ share: Double, _ weight: Double) -> [Contribution] {
    Self.strata(of: parts).map { own in
      let stratum = parts[own.lowerBound].stratum
      let size = clustersInStratum[stratum]
      let present = own.reduce(0) { $0 + parts[$1].clusters }
      let mean =
        size > 1 ? CompensatedSum.over(own) { parts[$0].sum(around: share) } / weight / Double(size) : 0
      let deviations = CompensatedSum.over(own) { place in
        let deviation = parts[place].score(around: share) / weight - mean
        return Double(parts[place].clusters) * deviation * deviation
      }
      let absent = Double(size - present) * mean * mean
      return (stratum, own, (deviations + absent) * (size > 1 ? Double(size) / Double(size - 1) : 1))
    }
  }

  /// The same after raking, which gives a domain a variance in strata in which it has no cluster, too.
  private func rakedContributions(
    _ domain: [Count], _ parts: [Part], _ share: Double, _ weight: Double
  ) -> [Contribution] {
    var sums = [CompensatedSum](repeating: CompensatedSum(), count: clustersInStratum.count)
    for (stratum, deviation) in zip(strata, deviations(of: domain, around: share)) {
      sums[stratum].add(deviation * deviation)
    }
    let places = Dictionary(
      uniqueKeysWithValues: Self.strata(of: parts).map { (parts[$0.lowerBound].stratum, $0) })
    return sums.enumerated().map { ($0, places[$0] ?? 0..<0, $1.value) }
  }

  /// One number per cluster, whose squares sum to the variance of a domain's share, and whose products with those of another survey sum
  /// to the covariance: the linearised score less the mean of its stratum, times √(n/(n − 1)).
  ///
  /// A finite population correction is left out.
  /// - Complexity: O(clusters), with raking times margins for each of some ten rounds.
  package func deviations(of domain: [Count], around share: Double) -> [Double] {
    var scores = [Double](repeating: 0, count: weights.count)
    var weight = CompensatedSum()
    for count in domain {
      scores[count.cluster] += Double(count.successes) - Double(count.trials) * share
      weight.add(weights[count.cluster] * Double(count.trials))
    }
    if let raking { scores = raking.residuals(scores) }
    var totals = [CompensatedSum](repeating: CompensatedSum(), count: clustersInStratum.count)
    for cluster in scores.indices {
      scores[cluster] *= weights[cluster] / weight.value
      totals[strata[cluster]].add(scores[cluster])
    }
    return zip(scores, strata).map { score, stratum in
      let size = Double(clustersInStratum[stratum])
      // A cluster alone in its stratum is compared with zero.
      return size > 1 ? (score - totals[stratum].value / size) * (size / (size - 1)).squareRoot() : score
    }
  }

  /// The share of a stratum that was not drawn; 1 without a population.
  func undrawn(_ stratum: Int, _ drawn: Int) -> Double {
    populations.map { max(0, 1 - Double(drawn) / $0[stratum]) } ?? 1
  }
}
