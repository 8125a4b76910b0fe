package import SurveyDesign
package import TelephoneAccess

/// What probes met, by definition of reached and by group: the estimand that estimates are judged by.
///
/// Every practice is probed once in every slot of a replication, so a group's truth is the mean over its practices and
/// slots, each slot with the same weight whatever its width, over minutes and over days.
package struct TruthTally: Sendable {
  var cells: [[Cell]]
  /// `nil` where only counts are added.
  private var counter: ProbeCounter?

  /// One definition and group.
  struct Cell: Hashable, Sendable {
    var rates = RunningMoments()
    var openRates = RunningMoments()
    /// Share not reached under the protocol less that of the open probes, within each replication.
    var protocolEffects = RunningMoments()
    /// Probes of all replications.
    var probes = 0
    var openProbes = 0
  }

  /// Creates a tally of nothing that probes are added to.
  package init(groups: [StudyGroup], definitions: [ReachedDefinition], slots: Int, practices: Int) {
    self.init(definitions: definitions.count, groups: groups.count)
    counter = ProbeCounter(groups: groups, definitions: definitions, slots: slots, practices: practices)
  }

  /// Creates a tally of nothing that counts are added to.
  init(definitions: Int, groups: Int) {
    cells = .init(repeating: .init(repeating: Cell(), count: groups), count: definitions)
  }

  /// Adds a replication's probes and gives the share not reached in it, by definition and then by group.
  package mutating func add(_ probes: [ProbeResult]) -> [[Double?]] {
    guard let counts = counter?.count(probes) else { return [] }
    add(counts)
    return counts.map { $0.map(\.rate) }
  }

  /// Adds a replication's counts, by definition and then by group.
  package mutating func add(_ counts: [[ProbeCount]]) {
    for (definition, counts) in counts.enumerated() {
      for (group, count) in counts.enumerated() { cells[definition][group].add(count) }
    }
  }

  /// Adds what other replications of the same study met.
  mutating func add(_ other: TruthTally) {
    for definition in cells.indices {
      for group in cells[definition].indices { cells[definition][group].add(other.cells[definition][group]) }
    }
  }

  /// The true share not reached under the survey's protocol, with its Monte Carlo standard error.
  ///
  /// With a single replication the standard error is binomial; `nil` for a group without a probe.
  package func truth(_ definition: Int, _ group: Int) -> MonteCarloMean? {
    let cell = cells[definition][group]
    return MonteCarloMean(cell.rates, calls: cell.probes)
  }

  /// The share that a caller would not reach who waits for ever and rings once.
  package func openTruth(_ definition: Int, _ group: Int) -> MonteCarloMean? {
    let cell = cells[definition][group]
    return MonteCarloMean(cell.openRates, calls: cell.openProbes)
  }

  /// What the protocol adds to the share not reached: truth less open truth, with the error of differences within
  /// replications.
  package func protocolEffect(_ definition: Int, _ group: Int) -> MonteCarloMean? {
    MonteCarloMean(cells[definition][group].protocolEffects)
  }
}

extension TruthTally.Cell {
  mutating func add(_ count: ProbeCount) {
    if let rate = count.rate { rates.add(rate) }
    if let open = count.openRate { openRates.add(open) }
    if let rate = count.rate, let open = count.openRate { protocolEffects.add(rate - open) }
    probes += count.probes
    openProbes += count.openProbes
  }

  mutating func add(_ other: TruthTally.Cell) {
    rates.add(other.rates)
    openRates.add(other.openRates)
    protocolEffects.add(other.protocolEffects)
    probes &+= other.probes
    openProbes &+= other.openProbes
  }
}
