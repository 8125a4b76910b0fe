/// The design of a sample: the weight, stratum and cluster of every observation.
///
/// Observations rung in the same cluster (a practice that was rung several times) may depend on each other; clusters
/// were drawn independently within strata; a stratum with a single one adds its deviation from zero (R's `adjust`). Variances are Taylor
/// linearised (Särndal, Swensson and Wretman 1992, chapter 5; Lumley 2010), as in R's `survey` with ultimate clusters.
///
///     let calls = try SurveySample(count: 5, clusters: [1, 1, 2, 3, 3])
///     let rate = try calls.mean(of: [0, 1, 0, 0, 0])
package struct SurveySample: Sendable {
  /// How many observations there are.
  package let count: Int
  /// How many distinct clusters there are, a cluster being known by its stratum and its label.
  package let clusterCount: Int
  /// How many distinct strata there are.
  package let stratumCount: Int

  /// How many units of the population each observation stands for.
  let weights: [Double]
  /// The cluster of each observation, numbered in order of first appearance.
  let clusterOfRow: [Int]
  /// The stratum of each cluster, numbered in order of first appearance.
  let stratumOfCluster: [Int]
  /// The number of clusters seen in each stratum.
  let clustersInStratum: [Int]
  /// The post-stratum of each observation, where there are any.
  let postStrata: [Int]?
  /// What weights were fitted to, each observation being a unit; nil for none.
  let raking: Raking?

  /// Checks and numbers the design.
  ///
  /// - Parameters:
  ///   - count: The number of observations.
  ///   - weights: Units of the population per observation. Left out, every observation counts the same.
  ///   - strata: The stratum of each observation, any labels; left out, there is one.
  ///   - clusters: The cluster of each observation, any labels, distinct within a stratum; left out, each
  ///     observation is its own.
  ///   - raking: What the weights are fitted to, with the observations as its units; these are then its weights.
  /// - Throws: `SurveySampleError`.
  /// - Complexity: O(count).
  package init(
    count: Int, weights: [Double]? = nil, strata: [Int]? = nil, clusters: [Int]? = nil,
    raking: Raking? = nil
  ) throws {
    let weights = raking?.weights ?? weights
    try Self.check("weights", weights?.count, count)
    try Self.check("strata", strata?.count, count)
    try Self.check("clusters", clusters?.count, count)
    var numbering = Numbering()
    for row in 0..<max(count, 0) {
      numbering.add(stratum: strata?[row] ?? 0, cluster: clusters?[row] ?? row)
    }
    self.count = max(count, 0)
    clusterOfRow = numbering.clusterOfRow
    stratumOfCluster = numbering.stratumOfCluster
    clustersInStratum = numbering.clustersInStratum
    clusterCount = stratumOfCluster.count
    stratumCount = clustersInStratum.count
    postStrata = nil
    self.raking = raking

    if let weights {
      for (row, weight) in weights.enumerated() where !(weight > 0 && weight.isFinite) {
        throw SurveySampleError.weightNotPositive(row: row)
      }
      self.weights = weights
    } else {
      self.weights = [Double](repeating: 1, count: self.count)
    }
  }

  /// The same design with other weights, residuals being taken within post-strata.
  init(_ design: SurveySample, weights: [Double], postStrata: [Int]) {
    count = design.count
    clusterCount = design.clusterCount
    stratumCount = design.stratumCount
    clusterOfRow = design.clusterOfRow
    stratumOfCluster = design.stratumOfCluster
    clustersInStratum = design.clustersInStratum
    self.weights = weights
    self.postStrata = postStrata
    raking = nil
  }

  static func check(_ column: String, _ rows: Int?, _ expected: Int) throws {
    if let rows, rows != expected {
      throw SurveySampleError.wrongLength(column: column, rows: rows, expected: expected)
    }
  }

  /// Turns labels into numbers in order of first appearance.
  private struct Numbering {
    private struct Label: Hashable {
      let stratum: Int
      let cluster: Int
    }

    private var strata: [Int: Int] = [:]
    private var clusters: [Label: Int] = [:]
    var clusterOfRow: [Int] = []
    var stratumOfCluster: [Int] = []
    var clustersInStratum: [Int] = []

    mutating func add(stratum label: Int, cluster: Int) {
      let stratum = strata[label] ?? clustersInStratum.count
      if stratum == clustersInStratum.count {
        strata[label] = stratum
        clustersInStratum.append(0)
      }
      let key = Label(stratum: stratum, cluster: cluster)
      let number = clusters[key] ?? stratumOfCluster.count
      if number == stratumOfCluster.count {
        clusters[key] = number
        stratumOfCluster.append(stratum)
        clustersInStratum[stratum] += 1
      }
      clusterOfRow.append(number)
    }
  }
}
