/// Several scenarios surveyed with the same random numbers, so that each can be told from the first.
///
/// Every random draw has an address of seed, replication, practice and purpose. What two cells have in common thus draws the
/// same numbers in both, and most of the chance drops out of the difference within a replication.
package struct Sweep: Sendable {
  /// The scenarios, each in as many regions; the first is what the others are compared to.
  package let cells: [RegionalStudy]

  /// Puts scenarios side by side; they should have the same seeds, and there must be at least one.
  package init(_ cells: [RegionalStudy]) {
    precondition(!cells.isEmpty, "a sweep has at least one cell")
    precondition(
      cells.allSatisfy { $0.regions.count == cells[0].regions.count }, "as many regions in every cell")
    self.cells = cells
  }

  /// Puts scenarios in one region each side by side.
  package init(_ cells: [Study]) { self.init(cells.map { RegionalStudy($0) }) }

  /// The result of no replication, to which parts that were run elsewhere can be added.
  package var nothing: SweepResult { SweepResult(self) }

  /// Runs those replications of every cell that are not known yet.
  ///
  /// Only the first cell's figures of one replication are held, so that memory does not grow with the number of replications.
  /// Replications that are not there of every cell, because it was asked to stop, are dropped.
  ///
  /// - Parameters:
  ///   - numbers: The replications to run.
  ///   - known: What is known of these and others.
  ///   - jobs: Replications that run at the same time, 1 or more; any number gives the same result.
  ///   - shouldStop: Whether to begin nothing more.
  ///   - advanced: Called after every replication of every cell.
  package func run(
    _ numbers: Range<UInt64>, knowing known: SweepResult? = nil, jobs: Int,
    until shouldStop: @Sendable () -> Bool = { false }, advanced: () throws -> Void = {}
  ) async throws -> SweepResult {
    var result = known ?? nothing
    // The cells of a region stand together, its first one before those that are compared to it.
    let studies = cells[0].regions.indices.flatMap { region in cells.map { $0.regions[region] } }
    var baseline: ReplicateFacts?
    try await StudyRunner(studies: studies).run(
      numbers, into: &result, jobs: jobs, until: shouldStop, reducing: { replicate, _ in replicate.facts },
      adding: { result, facts, place in
        let (region, cell) = place.quotientAndRemainder(dividingBy: cells.count)
        if cell == 0 { baseline = facts }
        result.cells[cell].regions[region].add(facts, comparedTo: cell == 0 ? nil : baseline)
      }, advanced: advanced)
    return result
  }
}

/// What the cells of a sweep add up to.
package struct SweepResult: Sendable {
  /// The cells, the first being what the others are compared to.
  package internal(set) var cells: [SweepCell]
  /// Whether professionals ring the practices too, in some cell.
  package var hasProfessionals: Bool { cells.contains { $0.professionals != nil } }
  /// The replications that are there of each cell.
  package var done = ReplicationRanges()

  /// The result of no replication.
  init(_ sweep: Sweep) {
    cells = sweep.cells.map { SweepCell($0, baseline: sweep.cells[0]) }
  }
}
