extension SurveySample {
  /// The variance of a total whose terms are the given weighted, linearised values; one per observation.
  ///
  /// Σ over strata of (1 − f) n/(n − 1) Σ over clusters of the squared deviation of the cluster's sum from the
  /// stratum's mean cluster sum. O(count).
  func variance(of terms: [Double]) -> Double {
    let deviations = scaledDeviations(terms)
    return CompensatedSum.over(deviations.indices) { deviations[$0] * deviations[$0] }
  }

  /// The covariance of two totals from the same sample: the product of their scaled deviations, summed.
  func covariance(of first: [Double], and second: [Double]) -> Double {
    let left = scaledDeviations(first)
    let right = scaledDeviations(second)
    return CompensatedSum.over(left.indices) { left[$0] * right[$0] }
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
      return (sums[cluster] - mean) * (undrawnShare[stratum] * scale(clustersInStratum[stratum])).squareRoot()
    }
  }

  /// The factor n/(n − 1), and for a single cluster what the rule says.
  private func scale(_ clusters: Int) -> Double {
    if clusters > 1 { return Double(clusters) / Double(clusters - 1) }
    switch singleClusters {
    case .deviationFromZero: return 1
    case .certainty: return 0
    }
  }

  private func clusterSums(_ terms: [Double]) -> [Double] {
    var sums = [CompensatedSum](repeating: CompensatedSum(), count: clusterCount)
    for row in 0..<count { sums[clusterOfRow[row]].add(terms[row]) }
    return sums.map(\.value)
  }

  /// After post-stratification only deviations from the post-stratum's mean still vary.
  private func residuals(_ terms: [Double]) -> [Double] {
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
