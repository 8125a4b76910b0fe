extension Allocation {
  /// Divides a sample among strata in whole units that can really be drawn.
  ///
  /// The counts follow the measures (sizes, or N_h·S_h for Neyman's allocation) as closely as two bounds allow: no
  /// stratum gives more units than it has, and every stratum gives two where it can, so that a variance can be
  /// estimated, or one when the sample is too small for two everywhere. Between the bounds the shares are
  /// proportional to the measures; then the largest remainder makes them whole.
  /// - Parameters:
  ///   - total: how many units are sampled, from the number of strata to the number of units.
  ///   - sizes: how many units each stratum has, at least 1 each.
  ///   - measures: how much each stratum weighs, zero or more, finite, at least one above zero.
  /// - Returns: one count per stratum; their sum is `total`.
  /// - Throws: ``DesignFault`` when `total` or the measures are out of range.
  /// - Complexity: O(H²) for H strata.
  package static func counts(total: Int, sizes: [Int], measures: [Double]) throws -> [Int] {
    precondition(sizes.count == measures.count, "one measure per stratum")
    let units = sizes.reduce(0, +)
    guard total <= units else {
      throw DesignFault("a sample of \(total) from \(units) practices: there are not so many")
    }
    guard total >= sizes.count else {
      throw DesignFault(
        "a sample of \(total) from \(sizes.count) strata: at least one practice per stratum is needed")
    }
    guard measures.allSatisfy({ $0 >= 0 && $0.isFinite }), measures.contains(where: { $0 > 0 }) else {
      throw DesignFault("the allocation needs measures that are zero or more, and one above zero")
    }
    let twoWherePossible = sizes.map { min($0, 2) }
    let least = twoWherePossible.reduce(0, +) <= total ? twoWherePossible : sizes.map { _ in 1 }
    let shares = boundedShares(total: total, least: least, most: sizes, measures: measures)
    return largestRemainder(shares: shares, total: total)
  }

  /// Shares λ·measure, held within bounds, with the one λ that makes them add up to the total.
  ///
  /// The sum grows with λ and is straight between the values of λ at which a stratum meets a bound, so the right piece is
  /// found by looking at those values, and λ is solved there exactly.
  private static func boundedShares(total: Int, least: [Int], most: [Int], measures: [Double]) -> [Double] {
    func held(_ index: Int, at lambda: Double) -> Double {
      min(max(lambda * measures[index], Double(least[index])), Double(most[index]))
    }
    func sum(at lambda: Double) -> Double {
      measures.indices.reduce(0) { $0 + held($1, at: lambda) }
    }
    let varying = measures.indices.filter { measures[$0] > 0 }
    let bends = varying.flatMap { [Double(least[$0]) / measures[$0], Double(most[$0]) / measures[$0]] }
      .sorted()
    let lower = bends.last { sum(at: $0) <= Double(total) } ?? 0
    // Compared as bends, of which it is one: multiplied out again, rounding might hide that a stratum is at its bound.
    let free = varying.filter {
      lower >= Double(least[$0]) / measures[$0] && lower < Double(most[$0]) / measures[$0]
    }
    let freeMeasure = free.reduce(0) { $0 + measures[$1] }
    let missing = Double(total) - sum(at: lower)
    let lambda = freeMeasure > 0 ? lower + missing / freeMeasure : lower
    return filled(measures.indices.map { held($0, at: lambda) }, total: total, most: most)
  }

  /// Shares whose strata without measure take what the others cannot hold, in proportion to their room.
  private static func filled(_ shares: [Double], total: Int, most: [Int]) -> [Double] {
    let missing = Double(total) - shares.reduce(0, +)
    let rooms = zip(shares, most).map { Double($1) - $0 }
    let room = rooms.reduce(0, +)
    // Less than this is rounding, which the largest remainder absorbs.
    let noise = 1e-6
    guard missing > noise, room > 0 else { return shares }
    return zip(shares, rooms).map { $0 + missing * ($1 / room) }
  }
}
