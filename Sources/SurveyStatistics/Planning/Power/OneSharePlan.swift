/// Power and size of a one-sample test of a share against a null value.
///
/// All return nil for shares outside (0, 1) that are equal, an error outside (0, ½], or a power not between the error
/// and 1. One-sided tests look from the null value to the true share.
public enum OneSharePlan {
  /// Which variance the normal approximation gives the test.
  public enum Variance: String, Sendable, Hashable, CaseIterable {
    /// That of the null value when the test rejects, that of the true share for its power: the usual formula.
    case null
    /// That of the true share throughout: R's samplesize4surveys.
    case truth
  }

  /// The size n₀ with the given power, by the normal approximation; feed it to `SampleSizeChain`.
  ///
  /// [z_α√(p₀q₀) + z_β√(pq)]²/(p − p₀)², the first root with pq too for `.truth`. Fleiss, Levin and Paik (2003), 2.9.
  public static func size(
    share: Double, null: Double, power: Double = 0.8, error: Double = 0.05, isTwoSided: Bool = true,
    variance: Variance = .null
  ) -> Double? {
    guard let z = TwoSharePlan.critical(error, isTwoSided), isValid(share, null), power > error, power < 1
    else { return nil }
    let root = z * nullDeviation(share, null, variance) + Normal.quantile(power) * deviation(share)
    return root * root / ((share - null) * (share - null))
  }

  /// The power by the normal approximation, of the tail that the share lies in.
  ///
  /// A population adds the factor 1 − n/N to all variances. Nil also for no trials or more than the population.
  public static func power(
    share: Double, null: Double, trials: Int, error: Double = 0.05, isTwoSided: Bool = true,
    variance: Variance = .null, population: Int? = nil
  ) -> Double? {
    guard let z = TwoSharePlan.critical(error, isTwoSided), isValid(share, null), trials > 0 else {
      return nil
    }
    var size = Double(trials)
    if let population {
      guard trials <= population else { return nil }
      size /= 1 - size / Double(population)
    }
    return TwoSharePlan.tail(
      size.squareRoot() * abs(share - null) - z * nullDeviation(share, null, variance), deviation(share))
  }

  private static func isValid(_ share: Double, _ null: Double) -> Bool {
    share > 0 && share < 1 && null > 0 && null < 1 && share != null
  }

  private static func deviation(_ share: Double) -> Double { (share * (1 - share)).squareRoot() }

  private static func nullDeviation(_ share: Double, _ null: Double, _ variance: Variance) -> Double {
    switch variance {
    case .null: deviation(null)
    case .truth: deviation(share)
    }
  }
}
