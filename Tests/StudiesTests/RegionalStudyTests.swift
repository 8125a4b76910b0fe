import Scenarios
import SurveyDesign
import Tables
import TelephoneAccess
import Testing

@testable import Studies

@Suite("A study of several regions")
struct RegionalStudyTests {
  private static func studies(_ regions: Int, _ settings: String...) throws -> RegionalStudy {
    try RegionalStudy(try StudyResultTests.study(settings).scenario, regions: regions)
  }

  private static func result(
    _ study: RegionalStudy, _ numbers: Range<UInt64>, jobs: Int = 1
  ) async throws -> (result: RegionalResult, order: [String]) {
    var result = RegionalResult(study)
    var order: [String] = []
    try await study.run(
      numbers, jobs: jobs, reducing: { replicate, _ in (facts: replicate.facts, number: replicate.number) },
      each: { reduced, region in
        result.add(reduced.facts, region: region)
        order.append("\(reduced.number) \(region)")
      })
    return (result, order)
  }

  private static func tallies(_ result: RegionalResult) -> [UInt8] {
    StudyTallies.bytes(of: result)
  }

  @Test("regions are those of practices.seed and of the seeds behind it, each as if it were alone")
  func alone() async throws {
    let three = try Self.studies(3, "practices.seed=40")
    #expect(three.regions.map(\.scenario.regionSeed) == [40, 41, 42])
    #expect(Set(three.regions.map { $0.population.frame.bytes() }).count == 3)
    let together = try await Self.result(three, 0..<9, jobs: 2).result
    for (number, seed) in (40...42).enumerated() {
      let alone = try await StudyResultTests.result(
        try StudyResultTests.study("practices.seed=\(seed)"), 0..<9)
      #expect(
        Self.tallies(RegionalResult([together.regions[number]])) == Self.tallies(RegionalResult([alone])))
    }
  }

  @Test(
    "--seed is what happens in a region and moves no practice; without practices.seed the region is the file's own"
  )
  func seeds() throws {
    var scenario = try StudyResultTests.study().scenario
    #expect(scenario.regionSeed == 8)
    let before = try Study(scenario)
    scenario.seed = 99
    let after = try Study(scenario)
    #expect(before.population == after.population)
    #expect(before.plan(replication: 0) != after.plan(replication: 0))
  }

  @Test("any number of jobs gives the same bytes in the same order, and parts put together are the whole")
  func parts() async throws {
    let study = try Self.studies(5)
    let whole = try await Self.result(study, 0..<13)
    #expect(whole.order == (0..<13).flatMap { number in (0..<5).map { "\(number) \($0)" } })
    for jobs in [2, 7] {
      let other = try await Self.result(study, 0..<13, jobs: jobs)
      #expect(other.order == whole.order && Self.tallies(other.result) == Self.tallies(whole.result))
    }
    var parts = try await Self.result(study, 4..<13).result
    parts.add(try await Self.result(study, 0..<4).result)
    #expect(Self.tallies(parts) == Self.tallies(whole.result))
    let read = try RegionalResult(tallies: Table(Self.tallies(parts), file: "tallies.csv"))
    #expect(read.regions.count == 5 && Self.tallies(read) == Self.tallies(parts))
  }

  /// By pencil: rates 0.1, 0.2, 0.3 with standard errors 0.03, 0.04, 0: mean 0.2, error √(0.0009 + 0.0016)/3, variance of the
  /// rates 0.01, of which 0.0025/3 is Monte Carlo noise.
  @Test("Monte Carlo error and spread between regions are two numbers")
  func spread() throws {
    let regions = [(0.1, 0.03), (0.2, 0.04), (0.3, 0)].map {
      MonteCarloMean(value: $0.0, standardError: $0.1)
    }
    let mean = try #require(RegionalMean(regions))
    #expect(abs(mean.mean.value - 0.2) < 1e-12)
    #expect(abs(try #require(mean.mean.standardError) - 0.05 / 3) < 1e-12)
    let spread = try #require(mean.spread)
    #expect(abs(spread.standardDeviation - (0.01 - 0.0025 / 3).squareRoot()) < 1e-12)
    #expect(spread.lowest == 0.1 && spread.highest == 0.3)
    #expect(RegionalMean([regions[0]])?.spread == nil && RegionalMean([]) == nil)
    // Of equal regions nothing is left once noise is taken off.
    #expect(RegionalSpread([regions[0], regions[0]])?.standardDeviation == 0)
    let root = try #require(
      MonteCarloMean(rootMeanSquareOf: [3, 4].map { .init(value: $0, standardError: 1) }))
    let value = 12.5.squareRoot()
    #expect(abs(root.value - value) < 1e-12)
    // d√((3² + 4²)/2) = (3 d₁ + 4 d₂) / (2 √12.5).
    let error = try #require(root.standardError)
    #expect(abs(error - 5 / (2 * value)) < 1e-12)
  }

  @Test("a sweep over regions has the mean of the regions' differences, and their range")
  func sweep() async throws {
    let cells = [try Self.studies(3), try Self.studies(3, "telephone.last_answer={'10:00': 1}")]
    let together = try await Sweep(cells).run(0..<6, jobs: 2)
    var differences: [Double] = []
    for region in 0..<3 {
      let alone = try await Sweep(cells.map { $0.regions[region] }).run(0..<6, jobs: 1)
      let row = try #require(alone.cells[1].row(definition: 0, group: 1, baseline: alone.cells[0]))
      differences.append(try #require(row.difference).value)
    }
    let row = try #require(together.cells[1].row(definition: 0, group: 1, baseline: together.cells[0]))
    let found = try #require(row.difference)
    #expect(abs(found.value - differences.reduce(0, +) / 3) < 1e-9)
    #expect(
      row.differenceSpread?.lowest == differences.min() && row.differenceSpread?.highest == differences.max())
  }
}
