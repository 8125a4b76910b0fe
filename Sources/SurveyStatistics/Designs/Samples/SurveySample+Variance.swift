extension SurveySample {
  /// The variance of a total whose terms are the given weighted, linearised values; one per observation.
  ///
  /// Σ over strata of n/(n − 1) Σ over clusters of the squared deviation of the cluster's sum from the
  /// stratum's mean cluster sum. O(count).
  func variance(of terms: [Double]) -> Double {
    let deviations = scaledDeviations(terms)
    return CompensatedSum.over(deviations.indices) { deviations[$0] * deviations[$0] }
  }

  /// One number per cluster, whose squares sum to the variance and whose products sum to covariances.
  func scaledDeviations(_ terms: [Double]) -> [Double] {
    let sums = clusterSums(residuals(terms))
    var totals = [CompensatedSum](repeating: CompensatedSum(), count: stratumCount)
    for cluster in 0..<clusterCount { totals[stratumOfCluster[cluster]].add(sums[cluster]) }
    return (0..<clusterCount).map { cluster in
      let stratum = stratumOfCluster[cluster]
      let size = Double(clustersInStratum[stratum])
      // The mean of a single cluster is that cluster: its deviation is taken from zero instead.
      let mean = size > 1 ? totals[stratum].value / size : 0
      return (sums[cluster] - mean) * (size > 1 ? size / (size - 1) : 1).squareRoot()
    }
  }

  private func clusterSums(_ terms: [Double]) -> [Double] {
    var sums = [CompensatedSum](repeating: CompensatedSum(), count: clusterCount)
    for row in 0..<count { sums[clusterOfRow[row]].add(terms[row]) }
    return sums.map(\.value)
  }

  /// After raking only what the margins do not explain still varies, and after post-stratification only deviations from the post-stratum's mean still vary.
  private func residuals(_ terms: [Double]) -> [Double] {
    if let raking {
      return zip(raking.residuals(zip(terms, weights).map { $0 / $1 }), weights).map { $0 * $1 }
    }
    guard let postStrata else { return terms }
    let groups = (postStrata.max() ?? -1) + 1
    var termSum = [CompensatedSum](repeating: CompensatedSum(), count: groups)
    var weightSum = termSum
    for row in 0..<count {
      termSum[postStrata[row]].add(terms[row])
      weightSum[postStrata[row]].add(weights[row])
    }
    return (0..<count).map { row in
      let group = postStrata[row]
      return terms[row] - weights[row] * (termSum[group].value / weightSum[group].value)
    }
  }
}
