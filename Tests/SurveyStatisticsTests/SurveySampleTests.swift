import Testing

@testable import SurveyStatistics

/// Samples as the reference rows describe them, by counts.
extension ReferenceCase {
  /// One row per observation: stratum or cluster, value, weight and population size.
  struct Expanded {
    var groups: [Int] = []
    var values: [Double] = []
    var weights: [Double] = []
    var populations: [Int] = []
  }

  /// Strata of `Nh` units, `nh` drawn, `xh` of them 1.
  func strata() throws -> Expanded {
    var rows = Expanded()
    let sizes = try integers("Nh")
    let drawn = try integers("nh")
    let successes = try integers("xh")
    for stratum in sizes.indices {
      for unit in 0..<drawn[stratum] {
        rows.groups.append(stratum)
        rows.values.append(unit < successes[stratum] ? 1 : 0)
        rows.weights.append(Double(sizes[stratum]) / Double(drawn[stratum]))
        rows.populations.append(sizes[stratum])
      }
    }
    return rows
  }

  /// Clusters of `cluster_n` units, `cluster_x` of them 1, from `N_clusters` in the population.
  func clusters() throws -> Expanded {
    var rows = Expanded()
    let sizes = try integers("cluster_n")
    let successes = try integers("cluster_x")
    for cluster in sizes.indices {
      for unit in 0..<sizes[cluster] {
        rows.groups.append(cluster)
        rows.values.append(unit < successes[cluster] ? 1 : 0)
        rows.populations.append(try integer("N_clusters"))
      }
    }
    return rows
  }

  /// The estimated share and its design, with or without finite population correction.
  func estimatedShare(corrected: Bool) throws -> SurveyEstimate? {
    let isStratified = inputs["Nh"] != nil
    let rows = isStratified ? try strata() : try clusters()
    // A row is a cluster of its own where strata are given.
    let clusters = isStratified ? Array(rows.values.indices) : rows.groups
    return try ClusterDesign.share(
      of: rows.values, clusters: clusters, strata: isStratified ? rows.groups : nil,
      weights: isStratified ? rows.weights : nil, populations: corrected ? rows.populations : nil)
  }
}

extension ClusterDesign {
  /// The share of values 0 and 1 of observations, all in the domain unless it is given, as columns have them.
  static func share(
    of values: [Double], clusters: [Int], strata: [Int]? = nil, weights: [Double]? = nil,
    populations: [Int]? = nil, where domain: [Bool]? = nil
  ) throws -> SurveyEstimate? {
    let names = Set(clusters).sorted()
    let rows = names.map { name in clusters.indices.filter { clusters[$0] == name } }
    let first = rows.map { $0[0] }
    let labels = Set(strata ?? [0]).sorted()
    let ofCluster = first.map { row in strata.flatMap { labels.firstIndex(of: $0[row]) } ?? 0 }
    let sizes = populations.map { populations in
      labels.indices.map { label in
        ofCluster.firstIndex(of: label).map { Double(populations[first[$0]]) } ?? 0
      }
    }
    let design = try #require(
      ClusterDesign(
        weights: first.map { weights?[$0] ?? (populations.map { Double($0[0]) / Double(names.count) } ?? 1) },
        strata: ofCluster, populations: sizes))
    return design.share(
      of: rows.enumerated().compactMap { place, rows in
        let inside = rows.filter { domain?[$0] ?? true }
        guard !inside.isEmpty else { return nil }
        return .init(
          cluster: place, trials: inside.count, successes: inside.count { values[$0] == 1 })
      })
  }
}

@Suite("Design-based estimates agree with R's survey on the reference rows")
struct SurveySampleReferenceTests {
  @Test(
    arguments: ReferenceCases.named("survey.proportion.cluster")
      + ReferenceCases.named("survey.proportion.stratified"))
  func proportion(_ reference: ReferenceCase) throws {
    let estimate = try reference.estimatedShare(corrected: reference.flag("fpc") == true)
    reference.check(estimate?.value, try reference.expectedNumber("p"))
    reference.check(estimate?.standardError, try reference.expectedNumber("se"))
  }

  @Test(arguments: ReferenceCases.named("survey.proportion.srs-fpc"))
  func simple(_ reference: ReferenceCase) throws {
    let x = try reference.integer("x")
    let n = try reference.integer("n")
    let estimate = try ClusterDesign.share(
      of: (0..<n).map { $0 < x ? 1 : 0 }, clusters: Array(0..<n),
      populations: [Int](repeating: try reference.integer("N"), count: n))
    reference.check(estimate?.value, try reference.expectedNumber("p"))
    reference.check(estimate?.standardError, try reference.expectedNumber("se"))
    #expect(estimate?.degreesOfFreedom == n - 1)
    // A simple random sample is its own yardstick.
    #expect(abs((estimate?.designEffect ?? 0) - 1) < 1e-12)
  }

  static let names = ["E", "H", "M"]

  @Test(arguments: ReferenceCases.named("survey.domain.proportion"))
  func domain(_ reference: ReferenceCase) throws {
    let rows = try reference.strata()
    for (stratum, name) in Self.names.enumerated() {
      let estimate = try ClusterDesign.share(
        of: rows.values, clusters: Array(rows.values.indices), strata: rows.groups, weights: rows.weights,
        populations: rows.populations, where: rows.groups.map { $0 == stratum })
      let wanted = try reference.expectedNumbers(name)
      reference.check(estimate?.value, wanted[0])
      reference.check(estimate?.standardError, wanted[1])
    }
  }

  static let intervals: [(IntervalMethod, ReferenceCase)] = [
    ("beta-korn-graubard", .kornGraubard), ("logit", .logit), ("arcsine", .arcsine),
  ].flatMap { name, method in ReferenceCases.named("survey.ciprop." + name).map { (method, $0) } }

  @Test(arguments: intervals)
  func shareInterval(_ method: IntervalMethod, _ reference: ReferenceCase) throws {
    let estimate = try #require(try reference.estimatedShare(corrected: true))
    #expect(Double(estimate.degreesOfFreedom) == (try reference.number("df")))
    let interval = estimate.shareInterval(method: method, confidence: try reference.number("conf"))
    let wanted = try reference.expectedNumbers()
    reference.check(interval?.lower, wanted[0])
    reference.check(interval?.upper, wanted[1])
  }

  // R interpolates the profile with a spline, from weights that its iterations left 6e-5 off: its ends are right to
  // about 3e-6, three times the row's tolerance. The exact roots are those of Reference/survey_designs.R's `exact`.
  @Test(arguments: ReferenceCases.named("survey.ciprop.likelihood-rao-scott"))
  func likelihoodInterval(_ reference: ReferenceCase) throws {
    let estimate = try #require(try reference.estimatedShare(corrected: true))
    let interval = try #require(estimate.shareInterval(method: .likelihoodRatio))
    let wanted = try reference.expectedNumbers()
    #expect(abs(interval.lower - wanted[0]) < 4 * reference.tolerance)
    #expect(abs(interval.upper - wanted[1]) < 4 * reference.tolerance)
    #expect(abs(interval.lower - 0.127587338371478) < 1e-12)
    #expect(abs(interval.upper - 0.223588978084954) < 1e-12)
  }

  @Test(arguments: ReferenceCases.named("survey.ciprop.wald-t"))
  func wald(_ reference: ReferenceCase) throws {
    let estimate = try #require(try reference.estimatedShare(corrected: true))
    let confidence = try reference.number("conf")
    let wanted = try reference.expectedNumbers()
    let clipped = estimate.shareInterval(method: .wald, confidence: confidence)
    reference.check(clipped?.lower, max(0, wanted[0]))
    reference.check(clipped?.upper, wanted[1])
  }
}

/// Twenty calls to ten practices in three strata; Reference/survey_designs.R prints every expected number below
/// (R 4.2.2, survey 4.1.1).
@Suite("A small stratified, clustered, weighted survey agrees with R's survey in every estimator")
struct SurveySampleTests {
  static let stratum = [1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3]
  static let practice = [1, 1, 2, 2, 2, 3, 4, 4, 5, 6, 6, 7, 7, 7, 7, 8, 8, 9, 10, 10]
  static let weight: [Double] = [2, 2, 3, 3, 3, 2.5, 4, 4, 10, 8, 8, 9, 9, 9, 9, 1, 1, 1.5, 1, 1]
  static let slot = [1, 2, 1, 2, 3, 2, 1, 3, 3, 1, 2, 1, 2, 3, 3, 1, 3, 2, 1, 2]
  static let y: [Double] = [0, 1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 1]

  static func sample() throws -> SurveySample {
    try SurveySample(count: 20, weights: weight, strata: stratum, clusters: practice)
  }

  /// The share of some of the calls; with the finite population correction as `ClusterDesign` has it.
  static func share(corrected: Bool, where domain: [Bool]? = nil) throws -> SurveyEstimate? {
    let share = try ClusterDesign.share(
      of: y, clusters: practice, strata: stratum, weights: weight,
      populations: corrected ? stratum.map { [0, 9, 5, 40][$0] } : nil, where: domain)
    guard !corrected else { return share }
    // Without it both ways of computing it agree.
    let sample = try sample().mean(of: y, where: domain)
    for (one, other) in [
      (share?.value, sample?.value), (share?.standardError, sample?.standardError),
      (share?.designEffect, sample?.designEffect), (share?.effectiveSize, sample?.effectiveSize),
    ] {
      #expect((one == nil) == (other == nil))
      if let one, let other { #expect(abs(one - other) <= 1e-12 * max(1, abs(other))) }
    }
    return share
  }

  func close(_ actual: Double?, _ wanted: Double, _ what: String, to tolerance: Double = 1e-12) {
    let error = actual.map { abs($0 - wanted) } ?? .infinity
    #expect(
      error <= tolerance * max(abs(wanted), 1), "\(what): \(String(describing: actual)), wanted \(wanted)")
  }

  @Test("Share and design effect", arguments: [false, true])
  func estimators(corrected: Bool) throws {
    let mean = try #require(try Self.share(corrected: corrected))
    close(mean.value, 0.368131868131868, "mean")
    close(mean.standardError, corrected ? 0.0900435315216521 : 0.13784246844851, "se of mean")
    close(mean.designEffect, corrected ? 0.848812598571661 : 1.55199321172394, "deff")
    #expect(mean.degreesOfFreedom == 7)
    #expect(mean.observations == 20)
    #expect(mean.clusters == 10)
  }

  @Test("Domains keep the whole design", arguments: [false, true])
  func domains(corrected: Bool) throws {
    let wanted: [(Double, Double)] =
      corrected
      ? [(0, 0), (0.537037037037037, 0.189362048026466), (0.527777777777778, 0.0995847856703818)]
      : [(0, 0), (0.537037037037037, 0.289913944549393), (0.527777777777778, 0.151953287159025)]
    for (slot, (value, error)) in wanted.enumerated() {
      let estimate = try #require(
        try Self.share(corrected: corrected, where: Self.slot.map { $0 == slot + 1 }))
      close(estimate.value, value, "slot \(slot + 1)")
      close(estimate.standardError, error, "se of slot \(slot + 1)")
      // Every slot touches all three strata, of ten practices: Stata's rule. R counts the practices with a call in the slot.
      #expect(estimate.degreesOfFreedom == 7)
    }
    #expect(try Self.sample().mean(of: Self.y, where: [Bool](repeating: false, count: 20)) == nil)
  }

  @Test("Post-stratification")
  func postStratification() throws {
    let sample = try Self.sample().postStratified(by: Self.slot, populations: [1: 30, 2: 40, 3: 50])
    let mean = try #require(try sample.mean(of: Self.y))
    close(mean.value, 0.39891975308642, "mean")
    close(mean.standardError, 0.116812023758266, "se of mean")
  }

  /// R stops its iterations for logit early; the likelihood's ends are the exact roots of the script's last line.
  @Test(
    "Intervals of a share, as svyciprop",
    arguments: [
      (false, IntervalMethod.wald, 0.95, 0.0421862243391073, 0.694077511924629, 1e-11),
      (false, .wald, 0.9, 0.106978476536526, 0.62928525972721, 1e-11),
      (false, .logit, 0.95, 0.125484419888715, 0.702871521709813, 1e-7),
      (false, .logit, 0.9, 0.159367076790424, 0.641634605347693, 1e-7),
      (false, .arcsine, 0.95, 0.0954225853247143, 0.698811688718976, 1e-11),
      (false, .kornGraubard, 0.95, 0.0988660753062248, 0.71857222589527, 1e-11),
      (false, .kornGraubard, 0.9, 0.130792911530794, 0.66577466515857, 1e-11),
      (false, .likelihoodRatio, 0.95, 0.105519199681135, 0.70393748939428, 1e-11),
      (true, .wald, 0.95, 0.15521274979671, 0.581050986467026, 1e-11),
      (true, .logit, 0.95, 0.189143599160478, 0.59269205565845, 1e-7),
      (true, .arcsine, 0.95, 0.174704622979211, 0.586844776471548, 1e-11),
      (true, .kornGraubard, 0.95, 0.177192981840781, 0.595162525173428, 1e-11),
    ])
  func intervals(
    _ corrected: Bool, _ method: IntervalMethod, _ confidence: Double, _ lower: Double, _ upper: Double,
    _ tolerance: Double
  ) throws {
    let estimate = try #require(try Self.share(corrected: corrected))
    let interval = try #require(estimate.shareInterval(method: method, confidence: confidence))
    close(interval.lower, lower, "lower", to: tolerance)
    close(interval.upper, upper, "upper", to: tolerance)
  }

  @Test("Chi-square with an empty cell")
  func homogeneity() throws {
    let test = try #require(
      try Self.sample().homogeneity(rows: Self.y.map { Int($0) }, columns: Self.slot))
    close(test.statistic, 2.79478571959058, "F", to: 1e-11)
    close(test.numerator, 1.37368876942515, "ndf", to: 1e-11)
    close(test.denominator, 9.61582138597602, "ddf", to: 1e-11)
    close(test.pValue, 0.120747086952605, "p", to: 1e-11)
  }

  @Test("A stratum with one practice, as R's adjust")
  func single() throws {
    let sample = try SurveySample(
      count: 21, weights: Self.weight + [5], strata: Self.stratum + [4], clusters: Self.practice + [11])
    let mean = try #require(try sample.mean(of: Self.y + [1]))
    close(mean.value, 0.401041666666667, "mean")
    close(mean.standardError, 0.134093250789696, "se")
    #expect(mean.degreesOfFreedom == 7)
  }

  @Test("Labels mean nothing but equality, and order does not matter")
  func invariance() throws {
    let plain = try #require(try Self.sample().mean(of: Self.y))
    let reversed = try SurveySample(
      count: 20, weights: Self.weight.reversed(), strata: Self.stratum.reversed().map { -7 * $0 },
      clusters: Self.practice.reversed().map { 1_000_000 - $0 })
    let mean = try #require(try reversed.mean(of: Self.y.reversed()))
    close(mean.value, plain.value, "mean", to: 1e-15)
    close(mean.standardError, plain.standardError, "se", to: 1e-14)
  }
}
