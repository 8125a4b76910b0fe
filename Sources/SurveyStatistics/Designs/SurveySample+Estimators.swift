extension SurveySample {
  /// The weighted mean Σwy/Σw over a domain (Hájek 1971); a share when the values are 0 and 1.
  ///
  /// A ratio of two estimated totals, so that the population's size need not be known. Observations outside the
  /// domain still tell how many clusters there were. Nil when the domain is empty.
  /// - Throws: `SurveySampleError` for columns of another length or a value that is not finite.
  /// - Complexity: O(count).
  public func mean(of values: [Double], where domain: [Bool]? = nil) throws -> SurveyEstimate? {
    try check(values, domain)
    guard let mean = linearisedMean(of: values, where: domain) else { return nil }
    let spread =
      CompensatedSum.over(0..<count) { row in
        let deviation = values[row] - mean.value
        return Self.isInside(domain, row) ? weights[row] * deviation * deviation : 0
      } / mean.weight
    return estimate(mean.value, terms: mean.terms, spread: spread, weight: mean.weight, domain: domain)
  }

  /// The expanded total Σwy over a domain (Horvitz and Thompson 1952).
  ///
  /// Needs weights that are inverse inclusion probabilities, or populations. An empty domain has total 0. Errors and
  /// cost as for the mean.
  public func total(of values: [Double], where domain: [Bool]? = nil) throws -> SurveyEstimate {
    try check(values, domain)
    let terms = (0..<count).map { Self.isInside(domain, $0) ? weights[$0] * values[$0] : 0 }
    return estimate(sum(terms), terms: terms, spread: nil, weight: 0, domain: domain)
  }

  /// The total divided by a known number of units (Horvitz and Thompson's mean).
  ///
  /// Usually less precise than the weighted mean, and possibly above 1 for a share. Nil unless the number is positive.
  public func mean(of values: [Double], populationSize: Double) throws -> SurveyEstimate? {
    try check(values, nil)
    guard populationSize > 0, populationSize.isFinite else { return nil }
    let terms = (0..<count).map { weights[$0] * values[$0] / populationSize }
    return estimate(sum(terms), terms: terms, spread: nil, weight: 0, domain: nil)
  }

  /// The ratio of two totals Σwy/Σwx over a domain; nil when the lower one is zero.
  ///
  /// Cochran (1977), chapter 6. Errors and cost as for the mean.
  public func ratio(
    of values: [Double], to denominators: [Double], where domain: [Bool]? = nil
  ) throws -> SurveyEstimate? {
    try check(values, domain)
    try check(denominators, domain)
    let lower = sum((0..<count).map { Self.isInside(domain, $0) ? weights[$0] * denominators[$0] : 0 })
    let upper = sum((0..<count).map { Self.isInside(domain, $0) ? weights[$0] * values[$0] : 0 })
    guard lower != 0 else { return nil }
    let ratio = upper / lower
    let terms = (0..<count).map { row in
      Self.isInside(domain, row) ? weights[row] * (values[row] - ratio * denominators[row]) / lower : 0
    }
    return estimate(ratio, terms: terms, spread: nil, weight: 0, domain: domain)
  }

  /// The mean in one domain minus that in another, with the covariance that shared clusters give them.
  ///
  /// The right answer for two slots in which the same practices were rung. Degrees of freedom are those of both domains
  /// together. Nil when either is empty. Errors and cost as for the mean.
  public func difference(
    of values: [Double], between first: [Bool], and second: [Bool]
  ) throws -> SurveyEstimate? {
    try check(values, first)
    try check(values, second)
    guard let left = linearisedMean(of: values, where: first),
      let right = linearisedMean(of: values, where: second)
    else { return nil }
    let terms = zip(left.terms, right.terms).map { $0 - $1 }
    let either = zip(first, second).map { $0 || $1 }
    return estimate(left.value - right.value, terms: terms, spread: nil, weight: 0, domain: either)
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

  private func sum(_ terms: [Double]) -> Double {
    CompensatedSum.over(terms.indices) { terms[$0] }
  }

  /// Puts the estimate together; `spread` is the values' weighted variance where a design effect makes sense.
  private func estimate(
    _ value: Double, terms: [Double], spread: Double?, weight: Double, domain: [Bool]?
  ) -> SurveyEstimate {
    SurveyEstimate(
      value, variance: variance(of: terms), spread: spread, weight: weight, reach: reach(of: domain),
      undrawnShare: undrawnShare)
  }

  /// How much of the design a domain touches.
  private func reach(of domain: [Bool]?) -> DomainReach {
    var reach = DomainReach()
    var clusterWeights = [Double](repeating: 0, count: clusterCount)
    for row in 0..<count where Self.isInside(domain, row) {
      reach.observations += 1
      clusterWeights[clusterOfRow[row]] += weights[row]
    }
    var isStratumTouched = [Bool](repeating: false, count: stratumCount)
    for cluster in 0..<clusterCount where clusterWeights[cluster] > 0 {
      reach.clusters += 1
      isStratumTouched[stratumOfCluster[cluster]] = true
    }
    for stratum in 0..<stratumCount where isStratumTouched[stratum] {
      reach.degreesOfFreedom += clustersInStratum[stratum] - 1
    }
    let total = max(clusterWeights.reduce(0, +), .leastNormalMagnitude)
    let squares = clusterWeights.reduce(0) { $0 + ($1 / total) * ($1 / total) }
    reach.effectiveClusters = squares > 0 ? 1 / squares : 0
    return reach
  }
}
