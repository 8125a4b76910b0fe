/// How a finite population shortens a sample.
public enum PopulationCorrection: String, Sendable, Hashable, CaseIterable {
  /// n = n₀/(1 + (n₀ − 1)/N), for a variance with divisor N: Cochran (1977), section 4.4; R's PracTools. The default.
  case cochran
  /// n = n₀/(1 + n₀/N), for a variance with divisor N − 1: R's samplesize4surveys. Shorter by less than one call.
  case plain
}

/// A sample size, step by step: at random, clustered or weighted, from a finite population, with calls lost.
public struct SampleSizeChain: Sendable, Hashable {
  /// What a simple random sample from an unlimited population needs.
  public let initial: Double
  /// The initial size times the design effect.
  public let afterDesignEffect: Double
  /// What remains of that because the population is finite; never more than the population.
  public let afterPopulation: Double
  /// How many calls must be made so that so many are usable.
  public let afterLosses: Double

  /// Nil unless the initial size and design effect are positive and finite, the population is at least 1 and the
  /// usable share in (0, 1].
  ///
  /// Leave the population out for a long-run rate: a census of practices does not make that known.
  public init?(
    initial: Double, designEffect: Double = 1, population: Int? = nil,
    correction: PopulationCorrection = .cochran, usableShare: Double = 1
  ) {
    guard initial > 0, designEffect > 0, initial * designEffect > 0, initial * designEffect < .infinity,
      usableShare > 0, usableShare <= 1
    else { return nil }
    self.initial = initial
    afterDesignEffect = initial * designEffect
    if let population {
      guard population > 0 else { return nil }
      let size = Double(population)
      let corrected: Double
      switch correction {
      case .cochran: corrected = afterDesignEffect / (1 + max(afterDesignEffect - 1, 0) / size)
      case .plain: corrected = afterDesignEffect / (1 + afterDesignEffect / size)
      }
      afterPopulation = min(corrected, size)
    } else {
      afterPopulation = afterDesignEffect
    }
    afterLosses = afterPopulation / usableShare
  }

  /// The calls to make, at least one: the last step rounded up, only there; nil above 2⁵³.
  public var calls: Int? { Self.roundedUp(afterLosses).map { max(1, $0) } }

  /// A size rounded up, except for what rounding of doubles may have added; nil above 2⁵³.
  static func roundedUp(_ size: Double) -> Int? {
    guard size >= 0, size <= Double(Tally.mostTrials) else { return nil }
    return Int((size * (1 - 1e-12)).rounded(.up))
  }
}
