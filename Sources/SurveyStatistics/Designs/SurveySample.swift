/// How a stratum with a single cluster enters a variance, which it cannot estimate by itself.
public enum SingleClusterRule: Sendable, Hashable {
  /// As its deviation from zero, the mean of every linearised total: somewhat too large (R's `adjust`); the default.
  case deviationFromZero
  /// Not at all, as if it had been taken with certainty (R's `certainty`): too small unless that is so.
  case certainty
}

/// The design of a sample: the weight, stratum and cluster of every observation.
///
/// Observations rung in the same cluster (a practice that was rung several times) may depend on each other; clusters
/// were drawn independently within strata. Variances are Taylor linearised (Särndal, Swensson and Wretman 1992,
/// chapter 5; Lumley 2010), as in R's `survey` with ultimate clusters.
///
///     let calls = try SurveySample(count: 5, clusters: [1, 1, 2, 3, 3])
///     let rate = try calls.mean(of: [0, 1, 0, 0, 0])
public struct SurveySample: Sendable {
  /// How many observations there are.
  public let count: Int
  /// How many distinct clusters there are, a cluster being known by its stratum and its label.
  public let clusterCount: Int
  /// How many distinct strata there are.
  public let stratumCount: Int
  /// What a stratum with a single cluster contributes.
  public let singleClusters: SingleClusterRule

  /// How many units of the population each observation stands for.
  let weights: [Double]
  /// The cluster of each observation, numbered in order of first appearance.
  let clusterOfRow: [Int]
  /// The stratum of each cluster, numbered in order of first appearance.
  let stratumOfCluster: [Int]
  /// The number of clusters seen in each stratum.
  let clustersInStratum: [Int]
  /// The share of each stratum's clusters that were not drawn: 1 without a population size.
  let undrawnShare: [Double]
  /// The post-stratum of each observation, where there are any.
  let postStrata: [Int]?

  /// Checks and numbers the design.
  ///
  /// - Parameters:
  ///   - count: The number of observations.
  ///   - weights: Units of the population per observation. Left out, every observation counts the same; with
  ///     populations, it counts for (clusters in the population)/(clusters drawn) of its stratum.
  ///   - strata: The stratum of each observation, any labels; left out, there is one.
  ///   - clusters: The cluster of each observation, any labels, distinct within a stratum; left out, each
  ///     observation is its own.
  ///   - populations: The number of clusters in the population of the observation's stratum. Given, the finite
  ///     population correction is used: the estimate is about the snapshot of these clusters. Leave it out for a
  ///     long-run rate.
  ///   - singleClusters: What a stratum with one cluster contributes.
  /// - Throws: `SurveySampleError`.
  /// - Complexity: O(count).
  public init(
    count: Int, weights: [Double]? = nil, strata: [Int]? = nil, clusters: [Int]? = nil,
    populations: [Int]? = nil, singleClusters: SingleClusterRule = .deviationFromZero
  ) throws {
    try Self.check("weights", weights?.count, count)
    try Self.check("strata", strata?.count, count)
    try Self.check("clusters", clusters?.count, count)
    try Self.check("populations", populations?.count, count)
    var numbering = Numbering()
    for row in 0..<max(count, 0) {
      numbering.add(stratum: strata?[row] ?? 0, cluster: clusters?[row] ?? row)
    }
    self.count = max(count, 0)
    self.singleClusters = singleClusters
    clusterOfRow = numbering.clusterOfRow
    stratumOfCluster = numbering.stratumOfCluster
    clustersInStratum = numbering.clustersInStratum
    clusterCount = stratumOfCluster.count
    stratumCount = clustersInStratum.count
    postStrata = nil

    var sizes = [Int?](repeating: nil, count: stratumCount)
    if let populations {
      for row in 0..<self.count {
        let stratum = stratumOfCluster[clusterOfRow[row]]
        let isFirst = sizes[stratum] == nil
        guard isFirst || sizes[stratum] == populations[row], populations[row] >= clustersInStratum[stratum]
        else { throw SurveySampleError.populationImpossible(row: row) }
        sizes[stratum] = populations[row]
      }
    }
    undrawnShare = zip(sizes, clustersInStratum).map { size, drawn in
      size.map { Double($0 - drawn) / Double($0) } ?? 1
    }
    if let weights {
      for (row, weight) in weights.enumerated() where !(weight > 0 && weight.isFinite) {
        throw SurveySampleError.weightNotPositive(row: row)
      }
      self.weights = weights
    } else {
      let drawn = clustersInStratum
      let perStratum = zip(sizes, drawn).map { size, drawn in size.map { Double($0) / Double(drawn) } ?? 1 }
      self.weights = clusterOfRow.map { [stratumOfCluster] in perStratum[stratumOfCluster[$0]] }
    }
  }

  /// The same design with other weights, residuals being taken within post-strata.
  init(_ design: SurveySample, weights: [Double], postStrata: [Int]) {
    count = design.count
    clusterCount = design.clusterCount
    stratumCount = design.stratumCount
    singleClusters = design.singleClusters
    clusterOfRow = design.clusterOfRow
    stratumOfCluster = design.stratumOfCluster
    clustersInStratum = design.clustersInStratum
    undrawnShare = design.undrawnShare
    self.weights = weights
    self.postStrata = postStrata
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
