extension SurveySample {
  /// The weighted mean Σwy/Σw over a domain (Hájek 1971); a share when the values are 0 and 1.
  ///
  /// A ratio of two estimated totals, so that the population's size need not be known. Observations outside the
  /// domain still tell how many clusters there were. Nil when the domain is empty.
  /// - Throws: `SurveySampleError` for columns of another length or a value that is not finite.
  /// - Complexity: O(count).
  package func mean(of values: [Double], where domain: [Bool]? = nil) throws -> SurveyEstimate? {
    try check(values, domain)
    guard let mean = linearisedMean(of: values, where: domain) else { return nil }
    let spread =
      CompensatedSum.over(0..<count) { row in
        let deviation = values[row] - mean.value
        return Self.isInside(domain, row) ? weights[row] * deviation * deviation : 0
      } / mean.weight
    return SurveyEstimate(
      mean.value, variance: variance(of: mean.terms), spread: spread, weight: mean.weight,
      reach: reach(of: domain))
  }

  /// A mean, the weight it rests on, and the weighted linearised values that its variance is made of.
  func linearisedMean(
    of values: [Double], where domain: [Bool]?
  ) -> (value: Double, weight: Double, terms: [Double])? {
    let weight = CompensatedSum.over(0..<count) { Self.isInside(domain, $0) ? weights[$0] : 0 }
    guard weight > 0, weight.isFinite else { return nil }
    let total = CompensatedSum.over(0..<count) { Self.isInside(domain, $0) ? weights[$0] * values[$0] : 0 }
    let mean = total / weight
    let terms = (0..<count).map { row in
      Self.isInside(domain, row) ? weights[row] * (values[row] - mean) / weight : 0
    }
    return (mean, weight, terms)
  }

  static func isInside(_ domain: [Bool]?, _ row: Int) -> Bool {
    domain.map { $0[row] } ?? true
  }

  func check(_ values: [Double], _ domain: [Bool]?) throws {
    try Self.check("values", values.count, count)
    try Self.check("domain", domain?.count, count)
    for (row, value) in values.enumerated() where !value.isFinite {
      throw SurveySampleError.valueNotFinite(row: row)
    }
  }

  /// How much of the design a domain touches.
  private func reach(of domain: [Bool]?) -> DomainReach {
    var reach = DomainReach()
    var sizes = [Int](repeating: 0, count: clusterCount)
    var clusterWeights = [Double](repeating: 0, count: clusterCount)
    for row in 0..<count where Self.isInside(domain, row) {
      sizes[clusterOfRow[row]] += 1
      clusterWeights[clusterOfRow[row]] += weights[row]
    }
    let total = max(clusterWeights.reduce(0, +), .leastNormalMagnitude)
    var isStratumTouched = [Bool](repeating: false, count: stratumCount)
    for cluster in 0..<clusterCount where sizes[cluster] > 0 {
      // Observations of one cluster have one weight, or nearly: their mean stands for each.
      reach.add(observations: sizes[cluster], share: clusterWeights[cluster] / Double(sizes[cluster]) / total)
      isStratumTouched[stratumOfCluster[cluster]] = true
    }
    for stratum in 0..<stratumCount where isStratumTouched[stratum] {
      reach.degreesOfFreedom += clustersInStratum[stratum] - 1
    }
    return reach
  }
}
