internal import Scenarios
package import Studies
internal import SurveyDesign
internal import TelephoneAccess

/// What a study comes to in the figures of some targets, one replicate at a time.
package struct CalibrationTally: Sendable {
  private let places: [Place]
  private var truth: TruthTally
  private var moments: [RunningMoments]
  private var missed: MissedByPractice

  /// Where a target's figure is found.
  private struct Place: Sendable {
    var target: CalibrationTarget
    var definition: Int
    var group: Int
    var members: StudyGroup
  }

  /// Creates a tally of nothing.
  ///
  /// - Throws: ``CalibrationFaults`` with every target whose definition or group the study does not have.
  package init(_ study: Study, targets: [CalibrationTarget]) throws {
    var places: [Place] = []
    var definitions: [ReachedDefinition] = []
    var groups: [StudyGroup] = []
    var faults: [String] = []
    let known = study.truthGroups + StudyGroup.by(column: "stratum", of: study.population.frame)
    for target in targets {
      guard let group = known.first(where: { $0.by == target.by && $0.label == target.group })
      else {
        faults.append("the scenario has no group \"\(target.group)\" by \"\(target.by)\"")
        continue
      }
      if let problem = Self.problem(target.statistic, with: group) { faults.append(problem) }
      if target.caller == .professional, let problem = Self.problem(target, with: group, in: study) {
        faults.append(problem)
      }
      var definition: ReachedDefinition?
      if target.statistic.needsDefinition {
        definition =
          study.scenario.survey.definitions.first { $0.name == target.definition }
          ?? (try? ReachedDefinition(parsing: target.definition))
        if definition == nil { faults.append("the scenario has no definition \"\(target.definition)\"") }
      }
      let known = definition.map { definition in
        definitions.firstIndex(of: definition)
          ?? {
            definitions.append(definition)
            return definitions.count - 1
          }()
      }
      if !groups.contains(group) { groups.append(group) }
      places.append(
        Place(
          target: target, definition: known ?? 0, group: groups.firstIndex(of: group) ?? 0, members: group))
    }
    guard faults.isEmpty else { throw CalibrationFaults(messages: faults) }
    self.places = places
    truth = TruthTally(
      groups: groups, definitions: definitions, slots: study.scenario.survey.slots.slots.count,
      practices: study.population.frame.count)
    moments = .init(repeating: RunningMoments(), count: places.count)
    missed = MissedByPractice(days: study.scenario.survey.days.count)
  }

  /// Why a statistic is not known of a group; `nil` if it is.
  private static func problem(_ statistic: CalibrationTarget.Statistic, with group: StudyGroup) -> String? {
    if statistic.isOfWaits, group.practices != nil {
      return "\"\(statistic.rawValue)\" is known by slot and of all calls, not by \"\(group.by)\""
    }
    if statistic == .missedBetweenPractices, group.practices != nil || group.slots != nil {
      return "\"\(statistic.rawValue)\" is known of all calls only, not by \"\(group.by)\""
    }
    return nil
  }

  /// Why a figure of professionals' calls is not known; `nil` if it is.
  private static func problem(
    _ target: CalibrationTarget, with group: StudyGroup, in study: Study
  ) -> String? {
    guard study.outline.hasProfessionals else {
      return "no professionals ring in the scenario: see professionals.calls_per_day_per_1000_listed"
    }
    if group.practices != nil || target.statistic == .missedBetweenPractices {
      return "professionals' calls are counted by slot and altogether, not by practice: "
        + "\"\(target.statistic.rawValue)\" by \"\(group.by)\" is not known of them"
    }
    return nil
  }

  /// Whether patients' calls must be counted for each practice.
  static func needsPractices(_ targets: [CalibrationTarget]) -> Bool {
    targets.contains { target in
      target.statistic == .missedBetweenPractices
        || !["slot", "pooled", "all"].contains(target.by) && target.statistic.isOfCallers
    }
  }

  /// Adds a replicate.
  package mutating func add(_ replicate: Replicate) {
    let rates = truth.add(replicate.fieldwork.probes)
    let month = replicate.fieldwork.groupedTraffic.isEmpty ? nil : missed.add(replicate.fieldwork)
    for (number, place) in places.enumerated() {
      let value: Double? =
        switch place.target.statistic {
        case .notReached: rates[place.definition][place.group]
        case .reached: rates[place.definition][place.group].map { 1 - $0 }
        case .answeredAtOnce, .answeredAfterQueue, .answeredAfterRedial, .meanQueueWait:
          Self.answered(place.target.statistic, place.members, in: replicate)
        case .missed, .rungBack, .endedInMenu, .answeredInMinute1, .answeredInMinute2, .answeredInMinutes3To5,
          .answeredAfter5Minutes, .missedInMinute1, .missedInMinute2, .missedInMinutes3To5,
          .missedAfter5Minutes:
          Self.calls(
            place.target.statistic, of: place.target.caller, place.members, in: replicate.fieldwork)
        case .missedBetweenPractices: month
        }
      if let value { moments[number].add(value) }
    }
  }

  /// How the calls of a group were answered by a person of the practice.
  private static func answered(
    _ statistic: CalibrationTarget.Statistic, _ group: StudyGroup, in replicate: Replicate
  ) -> Double? {
    let calls = replicate.outcomes.count {
      $0.disposition.isValidCall && group.contains(practice: $0.practice, slot: $0.slot)
    }
    let answers = replicate.fieldwork.attempts.filter {
      ReachedDefinition.person.isReached(disposition: $0.disposition, waitSeconds: 0) == true
        && group.contains(practice: $0.practice, slot: $0.slot)
    }
    let queued = answers.filter { $0.attempt == 1 && $0.wait > 0 }
    func share(_ count: Int) -> Double? { calls > 0 ? Double(count) / Double(calls) : nil }
    switch statistic {
    case .answeredAtOnce: return share(answers.count { $0.attempt == 1 && $0.wait == 0 })
    case .answeredAfterQueue: return share(queued.count)
    case .answeredAfterRedial: return share(answers.count { $0.attempt > 1 })
    case .meanQueueWait:
      let wait = queued.reduce(0) { $0 + $1.wait }
      return queued.isEmpty ? nil : Double(wait) / 1000 / Double(queued.count)
    case .notReached, .reached, .missed, .rungBack, .endedInMenu, .answeredInMinute1, .answeredInMinute2,
      .answeredInMinutes3To5, .answeredAfter5Minutes, .missedInMinute1, .missedInMinute2,
      .missedInMinutes3To5, .missedAfter5Minutes, .missedBetweenPractices:
      return nil
    }
  }

  /// Each target's figure: the mean over replications with its Monte Carlo standard error; `nil` if it never was there.
  package var figures: [MonteCarloMean?] { moments.map { MonteCarloMean($0) } }
}

extension CalibrationTally {
  /// The figures of some targets in a study: each the mean over its regions.
  ///
  /// - Returns: The figures, `nil` for one that never was there; and the replications that were made in every region.
  /// - Throws: ``CalibrationFaults`` with every target whose definition or group the study does not have.
  package static func run(
    _ study: RegionalStudy, targets: [CalibrationTarget], _ numbers: Range<UInt64>, jobs: Int,
    until shouldStop: @Sendable () -> Bool = { false }
  ) async throws -> (figures: [RegionalMean?], replications: Int) {
    let study = needsPractices(targets) ? study.countingCallsOfEachPractice() : study
    var tallies = try study.regions.map { try CalibrationTally($0, targets: targets) }
    var surveys = 0
    try await study.run(
      numbers, jobs: jobs, until: shouldStop, reducing: { replicate, _ in replicate }
    ) { replicate, region in
      tallies[region].add(replicate)
      surveys += 1
    }
    let figures = tallies.map(\.figures)
    return (
      targets.indices.map { target in RegionalMean(figures.compactMap { $0[target] }) },
      surveys / study.regions.count
    )
  }
}

/// Targets that do not fit a scenario.
package struct CalibrationFaults: Error, Equatable, Sendable {
  /// What is wrong, a sentence for each.
  package var messages: [String]
}
