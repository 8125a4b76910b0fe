internal import Scenarios
package import Studies
internal import SurveyDesign
internal import TelephoneAccess

/// Several slot designs tried in the same regions, with the same random numbers.
package struct DesignTrials: PartedSums {
  package var done = ReplicationRanges()
  /// What each design came to, in one region after the other.
  package private(set) var trials: [[DesignTrial]]
  /// How often each practice of a region is not reached, from the probes of all designs.
  package private(set) var profiles: [PracticeProfile]
  private let designs: [RegionalStudy]
  private let pair: (Int, Int)?

  /// Creates trials without a replication.
  ///
  /// - Parameters:
  ///   - designs: The survey with each design, at least one; all in the same regions.
  ///   - pair: Two slots, by position, whose difference is tested; `nil` for none.
  package init(_ designs: [RegionalStudy], between pair: (Int, Int)?) {
    precondition(!designs.isEmpty, "a design is tried")
    self.designs = designs
    self.pair = pair
    trials = designs.map { $0.regions.map { DesignTrial($0, between: pair) } }
    profiles = designs[0].regions.map { study in
      let survey = study.scenario.survey
      return PracticeProfile(
        practices: study.population.frame.count, slots: survey.slots.slots.count,
        definition: survey.definition)
    }
  }

  /// Runs those replications of every design in every region that are not there yet.
  ///
  /// - Parameters:
  ///   - numbers: The replications.
  ///   - jobs: Replications that run at the same time; any number gives the same.
  ///   - shouldStop: Whether to begin nothing more.
  ///   - advanced: Called after every replication of every design in every region.
  package mutating func run(
    _ numbers: Range<UInt64>, jobs: Int, until shouldStop: @Sendable () -> Bool = { false },
    advanced: () throws -> Void = {}
  ) async throws {
    let (regions, pair) = (profiles.count, pair)
    let studies = designs.flatMap(\.regions)
    try await StudyRunner(studies: studies).run(
      numbers, into: &self, jobs: jobs, until: shouldStop,
      reducing: { replicate, study in DesignReport(replicate, of: studies[study], between: pair) },
      adding: { trials, report, study in
        trials.trials[study / regions][study % regions].add(report)
        trials.profiles[study % regions].add(report.probes)
      }, advanced: advanced)
  }

  package mutating func visit<Visitor: PartSumVisitor>(_ visitor: inout Visitor) throws(Visitor.Fault) {
    for region in profiles.indices {
      for design in trials.indices {
        visitor.study = region * trials.count + design
        try trials[design][region].visit(&visitor)
      }
      try profiles[region].visit(&visitor)
    }
  }
}
