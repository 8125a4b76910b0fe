/// Shares of many small groups, each drawn towards the common share: a model, not a direct estimate.
///
/// Empirical Bayes with a beta-binomial model: the groups' true shares are taken as draws from one beta distribution,
/// fitted to all groups by maximum likelihood (Griffiths 1973, Biometrics 29:637). A group's posterior is then
/// Beta(a + x, b + n − x). Anything printed from it must say that it is model-based.
public struct PartialPooling: Sendable, Hashable {
  /// One group's count.
  public struct Group: Sendable, Hashable {
    /// Successes (calls not reached), 0…trials.
    public let successes: Double
    /// Trials (valid calls), possibly none.
    public let trials: Double

    /// A count; checked when the model is fitted.
    public init(successes: Int, trials: Int) {
      self.successes = Double(successes)
      self.trials = Double(trials)
    }

    /// What a share from clusters or with weights is worth in independent trials; checked when the model is fitted.
    ///
    /// Proportion × effective size successes, as for the beta-binomial model of Chen, Wakefield and Lumley (2014,
    /// Spatial and Spatio-temporal Epidemiology 11:33).
    public init(proportion: Double, effectiveSize: Double) {
      successes = proportion * effectiveSize
      trials = effectiveSize
    }
  }

  /// The distribution that the groups' true shares are taken from.
  public let prior: BetaDistribution
  /// The groups that were given, in their order.
  public let groups: [Group]

  /// Fits the model; nil for fewer than two groups with trials, or a count outside 0…trials.
  ///
  /// Two bounds keep a small survey honest. The prior weighs at most as much as all calls together, so that groups
  /// which look alike by chance do not get intervals narrower than the pooled share's. And neither shape falls below
  /// Jeffreys' ½, so that groups without a success still leave room for one. O(groups) per step, some thousand steps.
  public init?(groups: [Group]) {
    guard
      groups.allSatisfy({
        $0.trials >= 0 && $0.trials.isFinite && $0.successes >= 0 && $0.successes <= $0.trials
      }),
      groups.count(where: { $0.trials > 0 }) > 1
    else { return nil }
    self.groups = groups
    let trials = groups.reduce(0) { $0 + $1.trials }
    let best = { (logWeight: Double) in
      // The mean stays where both shapes are at least the least.
      let edge = log(Self.leastShape / (exp(logWeight) - Self.leastShape))
      return Maximum.search(from: edge, to: -edge) {
        Self.logLikelihood(groups, Self.prior(logOdds: $0, logWeight: logWeight))
      }
    }
    let logWeight = Maximum.search(from: log(2 * Self.leastShape), to: log(max(trials, 2))) {
      Self.logLikelihood(groups, Self.prior(logOdds: best($0), logWeight: $0))
    }
    prior = Self.prior(logOdds: best(logWeight), logWeight: logWeight)
  }

  /// The posterior of one group, by its place in the order given.
  public func posterior(_ group: Group) -> BetaDistribution {
    BetaDistribution(prior.a + group.successes, prior.b + (group.trials - group.successes))
  }

  /// The model-based share of a group: between its own share and the common one.
  public func share(_ group: Group) -> Double { posterior(group).mean }

  /// How much of a group's share is its own: n/(n + a + b), 0 for a group without trials.
  public func ownWeight(_ group: Group) -> Double {
    group.trials / (group.trials + prior.a + prior.b)
  }

  /// The equal-tailed posterior interval of a group; nil for a confidence outside (0, 1).
  ///
  /// It takes the fitted prior as known, and so is too narrow: with eight groups of 13 trials one of 95 % covers some 80 %.
  public func interval(_ group: Group, confidence: Double = ConfidenceLevel.usual) -> ConfidenceInterval? {
    guard let tail = ConfidenceLevel.tail(confidence, .twoSided) else { return nil }
    let posterior = posterior(group)
    return ConfidenceInterval(lower: posterior.quantile(tail), upper: posterior.quantile(upperTail: tail))
  }

  /// Below Jeffreys' ½ the prior would say that most groups are all or nothing.
  private static let leastShape = 0.5

  private static func prior(logOdds: Double, logWeight: Double) -> BetaDistribution {
    let (mean, complement) = IncompleteBeta.point(logOdds)
    let weight = exp(logWeight)
    return BetaDistribution(weight * mean, weight * complement)
  }

  private static func logLikelihood(_ groups: [Group], _ prior: BetaDistribution) -> Double {
    CompensatedSum.over(groups.indices) {
      let group = groups[$0]
      return BetaBinomial.logMass(group.successes, remainder: group.trials - group.successes, prior)
    }
  }
}
