/// The size of a one-sided test of a share against a null value.
package enum OneSharePlan {
  /// The size with the given power, by the normal approximation; an exact search starts from it.
  ///
  /// [z_α√(p₀q₀) + z_β√(pq)]²/(p − p₀)²: Fleiss, Levin and Paik (2003), 2.9. The test looks from the null value to the true share. Nil for
  /// shares outside (0, 1) or equal, an error outside (0, ½], or a power not between the error and 1.
  package static func size(share: Double, null: Double, power: Double = 0.8, error: Double = 0.05) -> Double?
  {
    guard let z = TwoSharePlan.critical(error, false), share > 0, share < 1, null > 0, null < 1,
      share != null,
      power > error, power < 1
    else { return nil }
    let root =
      z * (null * (1 - null)).squareRoot() + Normal.quantile(power) * (share * (1 - share)).squareRoot()
    return root * root / ((share - null) * (share - null))
  }
}
