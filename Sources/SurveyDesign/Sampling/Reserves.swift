/// Practices held in reserve for those of a sample that turn out to be no practices: wrong numbers, closed, moved.
///
/// Reserves come from the same random order as the sample, behind it, in each stratum; a later round rings them in that order.
package enum Reserves: Equatable, Sendable {
  /// So many for every practice sampled, in each stratum, rounded up; as many as the stratum has left.
  case share(Double)
  /// So many in each of these strata, by label; none in others.
  case byStratum([String: Int])

  /// How many a stratum has.
  ///
  /// - Parameters:
  ///   - label: The stratum's label.
  ///   - sampled: How many practices are sampled from it.
  ///   - left: How many are not.
  /// - Throws: ``DesignFault`` for more than there are.
  func count(in label: String, sampled: Int, left: Int) throws -> Int {
    switch self {
    case .share(let share): return min(Int((share * Double(sampled)).rounded(.up)), left)
    case .byStratum(let counts):
      let count = counts[label] ?? 0
      guard count <= left else {
        throw DesignFault(
          "\(count) reserves in stratum \"\(label)\": it has \(left) practices that are not sampled")
      }
      return count
    }
  }
}
