import SurveyStatistics
import Testing

@Suite("Snapshots are planned for their exact interval")
struct SnapshotPlanTests {
  // SciPy 1.17, every n tried: acceptance sets of hypergeom with cdf and sf above 0.025, mean of half their width; the first n within the
  // margin, its mean, and the first n from there on with a chance of 0.9.
  @Test(
    "The smallest samples are those of brute force in SciPy",
    arguments: [
      (420, 42, 0.05, 113, 0.04970994706898263, 127), (420, 42, 0.03, 209, 0.0297873725980729, 222),
      (100, 20, 0.1, 40, 0.09865613148047662, 43), (63, 19, 0.08, 43, 0.0758777148731435, 43),
      (420, 25, 0.04, 115, 0.039743884337913996, 138), (19, 4, 0.1, 14, 0.09806637336374992, 15),
    ])
  func reference(
    _ practices: Int, _ unreached: Int, _ margin: Double, _ calls: Int, _ mean: Double, _ sure: Int
  ) throws {
    let plan = try #require(
      SnapshotPlan(share: Double(unreached) / Double(practices), population: practices))
    #expect(plan.unreached == unreached)
    #expect(plan.expectedSize(margin: margin) == calls)
    #expect(isClose(plan.meanHalfWidth(calls: calls), mean, within: 1e-12))
    #expect(plan.assuredSize(margin: margin, assurance: 0.9) == sure)
  }

  @Test("Anything that can be typed has an answer or none")
  func edges() throws {
    #expect(SnapshotPlan(share: 0.1, population: 0) == nil)
    #expect(SnapshotPlan(share: 0.1, population: 20_001) == nil)
    #expect(SnapshotPlan(share: .nan, population: 20) == nil)
    let lone = try #require(SnapshotPlan(share: 1, population: 1))
    #expect(lone.expectedSize(margin: 0.1) == 1)
    #expect(lone.meanHalfWidth(calls: 2) == nil && lone.meanHalfWidth(calls: 0) == nil)
    let plan = try #require(SnapshotPlan(share: 0.1, population: 420))
    #expect(plan.expectedSize(margin: 0) == nil && plan.assuredSize(margin: 0.05, assurance: 1) == nil)
    // A census leaves nothing open.
    #expect(plan.meanHalfWidth(calls: 420) == 0)
    #expect(plan.expectedSize(margin: 1e-9) == 420)
  }
}
