/// How a finite population shortens a sample.
package enum PopulationCorrection: String, Sendable, Equatable, CaseIterable {
  /// n = n₀/(1 + (n₀ − 1)/N), for a variance with divisor N: Cochran (1977), section 4.4; R's PracTools. The default.
  case cochran
  /// n = n₀/(1 + n₀/N), for a variance with divisor N − 1: R's samplesize4surveys. Shorter by less than one call.
  case plain
}

/// A sample size, step by step: at random, clustered or weighted, from a finite population, with calls lost.
package struct SampleSizeChain: Sendable, Equatable {
  /// What a simple random sample from an unlimited population needs.
  package let initial: Double
  /// The initial size times the design effect.
  package let afterDesignEffect: Double
  /// What remains of that because the population is finite.
  ///
  /// Never more than the population when all variance lies between practices. Else it may be more: then one call per
  /// practice cannot be enough.
  package let afterPopulation: Double
  /// How many calls must be made so that so many are usable.
  package let afterLosses: Double

  /// Nil unless the initial size and design effect are positive and finite, the population is at least 1, and the usable
  /// share is in (0, 1], the share between practices in [0, 1].
  ///
  /// Leave the population out for a long-run rate: a census of practices does not make that known. With a population,
  /// `betweenShare` is ρ, the share of the variance of a call that lies between practices: 1, the default, is the
  /// snapshot with its whole correction; below 1 it is the long-run rate of practices rung once (see
  /// ``OneCallPerPractice``), n = m(N − 1 + ρ)/(N − 1 + ρm) for m independent calls.
  package init?(
    initial: Double, designEffect: Double = 1, population: Int? = nil, betweenShare: Double = 1,
    correction: PopulationCorrection = .cochran, usableShare: Double = 1
  ) {
    guard initial > 0, designEffect > 0, initial * designEffect > 0, initial * designEffect < .infinity,
      usableShare > 0, usableShare <= 1, betweenShare >= 0, betweenShare <= 1, population ?? 1 > 0
    else { return nil }
    self.initial = initial
    afterDesignEffect = initial * designEffect
    afterPopulation =
      population.map {
        Self.corrected(initial * designEffect, for: Double($0), betweenShare, correction)
      } ?? afterDesignEffect
    afterLosses = afterPopulation / usableShare
  }

  private static func corrected(
    _ size: Double, for population: Double, _ betweenShare: Double, _ correction: PopulationCorrection
  ) -> Double {
    guard size > 1, betweenShare > 0 else { return size }
    // Divided through by the size, which may be close to the greatest number there is.
    let others = population - 1
    switch correction {
    case .cochran: return (others + betweenShare) / (others / size + betweenShare)
    case .plain: return population / (population / size + betweenShare)
    }
  }

  /// The calls to make, at least one: the last step rounded up, only there; nil above 2⁵³.
  package var calls: Int? { Self.roundedUp(afterLosses).map { max(1, $0) } }

  /// A size rounded up, except for what rounding of doubles may have added; nil above 2⁵³.
  static func roundedUp(_ size: Double) -> Int? {
    guard size >= 0, size <= Double(Tally.mostTrials) else { return nil }
    return Int((size * (1 - 1e-12)).rounded(.up))
  }
}
