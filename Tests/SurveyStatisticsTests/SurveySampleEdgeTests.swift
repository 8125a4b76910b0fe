import Testing

@testable import SurveyStatistics

@Suite("Survey samples at the edges")
struct SurveySampleEdgeTests {
  @Test("No unreached call in several practices: a one-sided bound that knows the clusters")
  func noEvents() throws {
    let sample = try SurveySample(count: 12, clusters: [1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3])
    let estimate = try #require(try sample.mean(of: [Double](repeating: 0, count: 12)))
    #expect(estimate.effectiveSize == 3)
    #expect(estimate.designEffect == nil)
    for method in IntervalMethod.allCases where method != .hypergeometric {
      let interval = try #require(estimate.shareInterval(method: method))
      #expect(interval.lower == 0)
      // Twelve independent calls would give no more than 0.27 (Clopper–Pearson): three practices say much less.
      #expect(interval.upper > 0.27 && interval.upper < 1, "\(method): \(interval)")
    }
    let all = try #require(try sample.mean(of: [Double](repeating: 1, count: 12)))
    #expect(all.shareInterval()?.upper == 1)
    #expect((all.shareInterval()?.lower ?? 1) < 0.73)
  }

  @Test("A census of the snapshot knows the share; one practice alone gives no interval")
  func census() throws {
    let known = try #require(
      try ClusterDesign.share(of: [0, 1, 0, 0], clusters: [0, 1, 2, 3], populations: [4, 4, 4, 4]))
    #expect(known.standardError == 0)
    #expect(known.shareInterval() == ConfidenceInterval(lower: 0.25, upper: 0.25))
    let one = try SurveySample(count: 3, clusters: [5, 5, 5])
    let lonely = try #require(try one.mean(of: [0, 1, 0]))
    #expect(lonely.degreesOfFreedom == 0)
    #expect(lonely.shareInterval() == nil)
    let none = try SurveySample(count: 0)
    #expect(try none.mean(of: []) == nil)
    #expect(try none.homogeneity(rows: [], columns: []) == nil)
  }

  @Test("Practices that agree by chance do not make the interval collapse")
  func identicalClusters() throws {
    let sample = try SurveySample(count: 4, clusters: [1, 1, 2, 2])
    let estimate = try #require(try sample.mean(of: [0, 1, 1, 0]))
    #expect(estimate.standardError == 0)
    #expect((estimate.shareInterval()?.width ?? 0) > 0.5)
  }

  @Test("Impossible designs are refused with the row at fault")
  func refusals() throws {
    #expect(throws: SurveySampleError.wrongLength(column: "weights", rows: 1, expected: 2)) {
      try SurveySample(count: 2, weights: [1])
    }
    #expect(throws: SurveySampleError.weightNotPositive(row: 1)) {
      try SurveySample(count: 2, weights: [1, 0])
    }
    #expect(throws: SurveySampleError.weightNotPositive(row: 0)) {
      try SurveySample(count: 1, weights: [.nan])
    }
    #expect(ClusterDesign(weights: [1, 1], strata: [0, 0], populations: [1]) == nil)
    #expect(ClusterDesign(weights: [1, 1], strata: [0, 0], populations: [3, 3]) == nil)
    let sample = try SurveySample(count: 2)
    #expect(throws: SurveySampleError.valueNotFinite(row: 1)) { try sample.mean(of: [0, .infinity]) }
    #expect(throws: SurveySampleError.wrongLength(column: "domain", rows: 1, expected: 2)) {
      try sample.mean(of: [0, 1], where: [true])
    }
    #expect(throws: SurveySampleError.postStratumWithoutPopulation(group: 8)) {
      try sample.postStratified(by: [7, 8], populations: [7: 3])
    }
  }
}
