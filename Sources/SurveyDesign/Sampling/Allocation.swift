/// How a sample is divided among strata: the ideal shares, as real numbers.
///
/// The shares are those of the textbooks and may exceed a stratum's size. ``counts(total:sizes:measures:)`` turns
/// them into whole practices that can be drawn.
///
/// Source: W. G. Cochran, Sampling Techniques, 3rd edition (1977), sections 5.5 to 5.9.
package enum Allocation {
  /// Divides a sample in proportion to the sizes of the strata.
  ///
  /// - Parameters:
  ///   - total: how many units are sampled in all.
  ///   - sizes: how many units each stratum has, N_h.
  /// - Returns: n·N_h/ΣN_h; zeros when all sizes are zero.
  package static func proportional(total: Double, sizes: [Double]) -> [Double] {
    shares(total: total, measures: sizes)
  }

  /// Divides a sample equally among the strata, whatever their sizes.
  ///
  /// - Returns: n/H for each of `strata` = H strata.
  package static func equal(total: Double, strata: Int) -> [Double] {
    shares(total: total, measures: [Double](repeating: 1, count: max(strata, 0)))
  }

  /// Divides a sample so that the variance of the mean is smallest for a given number of units.
  ///
  /// - Parameters:
  ///   - total: how many units are sampled in all.
  ///   - sizes: how many units each stratum has, N_h.
  ///   - standardDeviations: the standard deviation of the studied value within each stratum, S_h.
  /// - Returns: n·N_h·S_h/Σ(N_h·S_h); zeros when no stratum varies.
  /// - Precondition: as many standard deviations as sizes.
  package static func neyman(total: Double, sizes: [Double], standardDeviations: [Double]) -> [Double] {
    shares(total: total, measures: products(sizes, standardDeviations))
  }

  /// The whole numbers nearest to shares, with the same total, by the method of the largest remainder.
  ///
  /// Every share is cut down to a whole number; the units that are left go to the largest fractions, and among
  /// equal fractions to the first. Each result differs from its share by less than one.
  /// - Precondition: the shares are at least zero and add up to `total`.
  package static func largestRemainder(shares: [Double], total: Int) -> [Int] {
    var counts = shares.map { Int($0) }
    let left = total - counts.reduce(0, +)
    let byFraction = shares.indices.sorted { first, second in
      let fractions = (shares[first] - Double(counts[first]), shares[second] - Double(counts[second]))
      return fractions.0 != fractions.1 ? fractions.0 > fractions.1 : first < second
    }
    for index in byFraction.prefix(max(0, left)) { counts[index] += 1 }
    return counts
  }

  private static func shares(total: Double, measures: [Double]) -> [Double] {
    let sum = measures.reduce(0, +)
    return measures.map { sum > 0 ? total * ($0 / sum) : 0 }
  }

  private static func products(_ left: [Double], _ right: [Double]) -> [Double] {
    precondition(left.count == right.count, "one standard deviation per stratum")
    return zip(left, right).map { $0 * $1 }
  }
}
