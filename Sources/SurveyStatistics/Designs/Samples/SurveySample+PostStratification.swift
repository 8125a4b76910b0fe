extension SurveySample {
  /// The same sample with weights that reproduce known population sizes of groups.
  ///
  /// Corrects for groups that the sample met too often or too rarely, and removes the differences between groups from
  /// the variance (Holt and Smith 1979, JRSS A 142:33; as R's `postStratify`). Groups of which there is no observation
  /// are ignored: their units are then not represented.
  ///
  /// - Parameters:
  ///   - groups: The post-stratum of each observation, any labels.
  ///   - populations: The number of units of each label in the population.
  /// - Throws: `SurveySampleError` for a wrong length or a group without a positive population size.
  /// - Complexity: O(count).
  package func postStratified(by groups: [Int], populations: [Int: Double]) throws -> SurveySample {
    try Self.check("groups", groups.count, count)
    var numbers: [Int: Int] = [:]
    var sizes: [Double] = []
    var numbered: [Int] = []
    for group in groups {
      let number = numbers[group] ?? sizes.count
      if number == sizes.count {
        guard let size = populations[group], size > 0, size.isFinite else {
          throw SurveySampleError.postStratumWithoutPopulation(group: group)
        }
        numbers[group] = number
        sizes.append(size)
      }
      numbered.append(number)
    }
    var sums = [CompensatedSum](repeating: CompensatedSum(), count: sizes.count)
    for row in 0..<count { sums[numbered[row]].add(weights[row]) }
    let adjusted = (0..<count).map { row in
      weights[row] * (sizes[numbered[row]] / sums[numbered[row]].value)
    }
    return SurveySample(self, weights: adjusted, postStrata: numbered)
  }
}
