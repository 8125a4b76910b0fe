/// Shares of many small groups, each drawn towards the common share: a model, not a direct estimate.
///
/// The groups' true shares are taken as draws from one beta distribution of which nothing is known: its mean is as likely anywhere in
/// (0, 1), and so is its correlation within groups 1/(1 + a + b). A group's posterior is the mixture of Beta(a + x, b + n − x) over all
/// such distributions, weighted by how likely they make the counts of all groups (Gelman and others 2013, Bayesian Data Analysis, section
/// 5.3). Anything printed from it must say that it is model-based.
package struct PartialPooling: Sendable {
  /// One group's count.
  package struct Group: Sendable, Hashable {
    /// Successes (calls not reached), 0…trials.
    package let successes: Double
    /// Trials (valid calls), possibly none.
    package let trials: Double

    /// A count; checked when the model is fitted.
    package init(successes: Int, trials: Int) {
      self.successes = Double(successes)
      self.trials = Double(trials)
    }

    /// What a share from clusters or with weights is worth in independent trials; checked when the model is fitted.
    ///
    /// Proportion × effective size successes, as for the beta-binomial model of Chen, Wakefield and Lumley (2014,
    /// Spatial and Spatio-temporal Epidemiology 11:33).
    package init(proportion: Double, effectiveSize: Double) {
      successes = proportion * effectiveSize
      trials = effectiveSize
    }
  }

  /// A distribution that the groups' shares may come from, and its posterior probability.
  struct Node: Sendable {
    var prior: BetaDistribution
    var weight: Double
  }

  /// The distributions that matter, their probabilities adding to 1.
  let nodes: [Node]

  /// Fits the model; nil for fewer than two groups with trials, or a count outside 0…trials.
  ///
  /// Quadrature over the log-odds of the mean and the logarithm of a + b, on a grid that closes in on where the posterior is.
  ///
  /// - Complexity: O(*d*) for *d* different counts, some thousand likelihoods of each.
  package init?(groups: [Group]) {
    guard
      groups.allSatisfy({
        $0.trials >= 0 && $0.trials.isFinite && $0.successes >= 0 && $0.successes <= $0.trials
      }),
      groups.count(where: { $0.trials > 0 }) > 1
    else { return nil }
    let counts = Self.counted(groups)
    var grid = Grid(
      mean: Axis(from: -Self.logOddsEnd, to: Self.logOddsEnd),
      size: Axis(from: Self.logSizes.lowerBound, to: Self.logSizes.upperBound), steps: Self.searchSteps)
    for _ in 0..<Self.mostSearches {
      guard let nearer = grid.closingIn(grid.logDensities(counts)), nearer.isMuchSmaller(than: grid) else {
        break
      }
      grid = nearer
    }
    grid.steps = counts.count <= Self.fewCounts ? Self.finalSteps : Self.searchSteps
    let densities = grid.logDensities(counts)
    guard let most = densities.max(), most.isFinite else { return nil }
    let weights = densities.map { exp($0 - most) }
    let kept = weights.indices.filter { weights[$0] > Self.negligibleWeight }
    let total = kept.reduce(0) { $0 + weights[$1] }
    nodes = kept.map { Node(prior: grid.prior($0), weight: weights[$0] / total) }
  }

  /// The model-based share of a group, its posterior mean: between its own share and the common one.
  package func share(_ group: Group) -> Double {
    nodes.reduce(0) { $0 + $1.weight * $1.posterior(group).mean }
  }

  /// The equal-tailed posterior interval of a group; nil for a confidence outside (0, 1).
  ///
  /// - Complexity: O(nodes) for each of some thirty evaluations.
  package func interval(_ group: Group, confidence: Double = ConfidenceLevel.usual) -> ConfidenceInterval? {
    guard let tail = ConfidenceLevel.tail(confidence, .twoSided) else { return nil }
    let posteriors = nodes.map { ($0.posterior(group), $0.weight) }
    func root(_ mass: (BetaDistribution) -> (Double) -> Double) -> Double? {
      RootFinder.root(from: -Self.logOddsLimit, to: Self.logOddsLimit) { logOdds in
        let point = IncompleteBeta.point(logOdds).x
        return posteriors.reduce(0) { $0 + $1.1 * mass($1.0)(point) } - tail
      }.map { IncompleteBeta.point($0).x }
    }
    // Where all groups may be all or nothing, the quantile lies nearer to the end than any number.
    return ConfidenceInterval(
      lower: root(BetaDistribution.cdf) ?? 0, upper: root(BetaDistribution.upperTail) ?? 1)
  }

  /// Groups with the same count are one term of the likelihood, in an order of its own.
  private static func counted(_ groups: [Group]) -> [(group: Group, times: Double)] {
    let sorted = groups.filter { $0.trials > 0 }.sorted {
      ($0.trials, $0.successes) < ($1.trials, $1.successes)
    }
    var counts: [(group: Group, times: Double)] = []
    for group in sorted {
      if counts.last?.group == group {
        counts[counts.count - 1].times += 1
      } else {
        counts.append((group, 1))
      }
    }
    return counts
  }

  /// Log-odds of the mean beyond which no survey leaves anything.
  private static let logOddsEnd = 16.0
  /// The logarithm of a + b, from groups that are all or nothing to groups that are all the same.
  private static let logSizes = -4.0...16.0
  /// Where quantiles are looked for.
  private static let logOddsLimit = 300.0
  private static let searchSteps = 16
  private static let finalSteps = 32
  private static let mostSearches = 40
  /// With more different counts the posterior is narrow and round, and fewer steps are as good.
  private static let fewCounts = 256
  private static let negligibleWeight = 1e-6
}

extension PartialPooling.Node {
  /// The posterior of a group's share if this is the distribution that shares come from.
  fileprivate func posterior(_ group: PartialPooling.Group) -> BetaDistribution {
    BetaDistribution(prior.a + group.successes, prior.b + (group.trials - group.successes))
  }
}

/// A stretch that is divided into steps.
private struct Axis {
  var from: Double
  var to: Double

  func point(_ step: Int, of steps: Int) -> Double { from + (to - from) * Double(step) / Double(steps) }
}

/// Points over the log-odds of the mean and the logarithm of a + b.
private struct Grid {
  var mean: Axis
  var size: Axis
  var steps: Int

  /// The distribution at a point; points run through the sizes first.
  func prior(_ point: Int) -> BetaDistribution {
    let (mean, complement) = IncompleteBeta.point(self.mean.point(point / (steps + 1), of: steps))
    let size = exp(self.size.point(point % (steps + 1), of: steps))
    return BetaDistribution(size * mean, size * complement)
  }

  /// The logarithm of prior times likelihood at all points; minus infinity where there is no number.
  func logDensities(_ counts: [(group: PartialPooling.Group, times: Double)]) -> [Double] {
    (0..<(steps + 1) * (steps + 1)).map { point in
      let prior = prior(point)
      let size = prior.a + prior.b
      // Uniform in the mean and in 1/(1 + size), for the log-odds and the logarithm.
      var sum = CompensatedSum()
      sum.add(log(prior.a / size) + log(prior.b / size) + log(size) - 2 * log(1 + size))
      for (group, times) in counts {
        sum.add(
          times * BetaBinomial.logMass(group.successes, remainder: group.trials - group.successes, prior))
      }
      return sum.value.isNaN ? -.infinity : sum.value
    }
  }

  /// The grid over the points that matter and one step around them.
  func closingIn(_ densities: [Double]) -> Grid? {
    guard let most = densities.max(), most.isFinite else { return nil }
    let points = densities.indices.filter { densities[$0] > most - Self.depth }
    func narrowed(_ axis: Axis, _ steps: [Int]) -> Axis {
      let (first, last) = (steps.min() ?? 0, steps.max() ?? self.steps)
      return Axis(
        from: axis.point(max(first - 1, 0), of: self.steps),
        to: axis.point(min(last + 1, self.steps), of: self.steps))
    }
    return Grid(
      mean: narrowed(mean, points.map { $0 / (steps + 1) }),
      size: narrowed(size, points.map { $0 % (steps + 1) }), steps: steps)
  }

  func isMuchSmaller(than other: Grid) -> Bool {
    (mean.to - mean.from) < Self.gain * (other.mean.to - other.mean.from)
      || (size.to - size.from) < Self.gain * (other.size.to - other.size.from)
  }

  /// Densities lower than the highest by this factor's logarithm add nothing: e⁻¹⁶.
  private static let depth = 16.0
  private static let gain = 0.8
}
