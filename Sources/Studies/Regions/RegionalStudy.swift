package import Scenarios
internal import TelephoneAccess

/// The same study in several of the regions that its scenario can draw.
///
/// All regions have the same shares, practices, survey and seed; who has which trait differs. What happens in one region in a
/// replication does not depend on how many others there are.
package struct RegionalStudy: Sendable {
  /// The study of each region, in the order of their seeds; at least one.
  package let regions: [Study]

  /// Draws the region of a scenario and those of the seeds behind it.
  ///
  /// - Parameters:
  ///   - scenario: What is simulated; its `regionSeed` is that of the first region.
  ///   - regions: How many regions, 1 or more.
  /// - Throws: `DesignFaults` as ``Study/init(_:)`` does.
  package init(_ scenario: Scenario, regions: Int) throws {
    precondition(regions > 0, "a study has a region")
    self.regions = try (0..<UInt64(regions)).map { number in
      var scenario = scenario
      scenario.regionSeed &+= number
      return try Study(scenario)
    }
  }

  /// A study of one region.
  package init(_ study: Study) { regions = [study] }

  private init(regions: [Study]) { self.regions = regions }

  /// The same study, in which patients' calls are counted for each practice besides: slower, and for sums over practices only.
  package func countingCallsOfEachPractice() -> RegionalStudy {
    RegionalStudy(regions: regions.map { $0.countingCallsOfEachPractice() })
  }

  /// The study of the first region.
  package var first: Study { regions[0] }

  /// Runs replications in every region, reduces each to what is needed of it where it was run, and hands that over in order:
  /// replication by replication, and within one region by region.
  ///
  /// Any number of jobs gives the same.
  ///
  /// - Parameters:
  ///   - numbers: The replications to run.
  ///   - jobs: Replications that run at the same time, 1 or more.
  ///   - shouldStop: Asked now and then; once it says yes no work begins, and replications that are not there of every region are
  ///     dropped.
  ///   - reduce: Makes what is handed over of a replicate of a region, named by its position.
  ///   - body: Takes what was made and the region's position; what it throws ends the run.
  package func run<Reduced: Sendable>(
    _ numbers: Range<UInt64>, jobs: Int, until shouldStop: @Sendable () -> Bool = { false },
    reducing reduce: @escaping @Sendable (Replicate, Int) -> Reduced, each body: (Reduced, Int) throws -> Void
  ) async throws {
    try await StudyRunner(studies: regions).run(
      numbers, jobs: jobs, until: shouldStop, reducing: reduce, each: body)
  }
}
