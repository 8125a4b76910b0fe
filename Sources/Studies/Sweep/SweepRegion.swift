internal import Scenarios
internal import SurveyDesign
internal import Surveys
internal import TelephoneAccess

/// One scenario of a sweep in one region: running moments of its rates, and of their differences to the first cell.
struct SweepRegion: Sendable {
  /// The scenario.
  let study: Study
  /// Patients' calls.
  private(set) var traffic: TrafficSummary
  /// Professionals' calls; `nil` where none call.
  private(set) var professionals: TrafficSummary?
  /// Interviewers' hours per replication.
  private(set) var interviewerHours = RunningMoments()
  private var truth: TruthTally
  private var estimates: [[RunningMoments]]
  private var differences: [[RunningMoments]]
  private var displaced: [RunningMoments]
  private var displacedDifferences: [RunningMoments]
  /// The groups of the first cell, and where each definition and each group of this one stands in it; `nil` where it has none such.
  private let others: [StudyGroup]
  private let baselineDefinitions: [Int?]
  private let baselineGroups: [Int?]

  init(_ study: Study, baseline: Study) {
    self.study = study
    let survey = study.scenario.survey
    traffic = TrafficSummary(slots: survey.slots)
    professionals = study.outline.hasProfessionals ? traffic : nil
    truth = TruthTally(definitions: survey.definitions.count, groups: study.groups.count)
    let none = [RunningMoments](repeating: RunningMoments(), count: study.groups.count)
    estimates = .init(repeating: none, count: survey.definitions.count)
    differences = estimates
    displaced = none
    displacedDifferences = none
    others = baseline.groups
    baselineDefinitions = survey.definitions.map(baseline.scenario.survey.definitions.firstIndex)
    baselineGroups = study.groups.map { group in
      baseline.groups.firstIndex { $0.by == group.by && $0.label == group.label }
    }
  }

  /// Adds a replication's facts, and what the first cell's in the same replication differ by.
  mutating func add(_ facts: ReplicateFacts, comparedTo baseline: ReplicateFacts?) {
    // Slots, pooled slots and all calls stand first among the groups that were probed.
    let probes = facts.probes.map { Array($0.prefix(study.groups.count)) }
    truth.add(probes)
    traffic.add(facts)
    professionals?.add(facts.professionalTraffic, facts.professionalWaits, practiceDays: facts.practiceDays)
    interviewerHours.add(Double(facts.interviewerTime) / 3_600_000)
    for (definition, rates) in facts.estimates.enumerated() {
      for (group, estimate) in rates.enumerated() {
        if let rate = estimate.rate { estimates[definition][group].add(rate) }
      }
    }
    for (group, named) in study.groups.enumerated() {
      let own = Self.displaced(in: facts, named)
      displaced[group].add(own)
      guard let baseline, let place = baselineGroups[group] else { continue }
      displacedDifferences[group].add(own - Self.displaced(in: baseline, others[place]))
      for (definition, row) in baselineDefinitions.enumerated() {
        guard let row, let rate = probes[definition][group].rate, let other = baseline.probes[row][place].rate
        else { continue }
        differences[definition][group].add(rate - other)
      }
    }
  }

  /// Comes to every sum.
  mutating func visit<Visitor: SumVisitor>(_ visitor: inout Visitor) throws(Visitor.Fault) {
    try visitor.visit(&interviewerHours, SumName(.interviewerHours))
    try visitor.visit(&traffic.practiceDays, SumName(.practiceDays))
    try traffic.visitCounts(&visitor)
    try professionals?.visitCounts(&visitor, prefix: StudyTallies.professionalsPrefix)
    for (place, group) in study.groups.enumerated() {
      try visitor.visit(&displaced[place], SumName("displaced", "", group))
      try visitor.visit(&displacedDifferences[place], SumName("displaced-difference", "", group))
    }
    for (number, definition) in study.scenario.survey.definitions.map(\.name).enumerated() {
      for (place, group) in study.groups.enumerated() {
        try truth.cells[number][place].visitRate(&visitor, definition, group)
        try visitor.visit(&estimates[number][place], SumName(.estimate, definition, group))
        try visitor.visit(&differences[number][place], SumName("cell-difference", definition, group))
      }
    }
  }

  /// Failing callers of a group's slots who turned to the out-of-hours service, per 1,000 practice-days.
  private static func displaced(in facts: ReplicateFacts, _ group: StudyGroup) -> Double {
    var count = 0
    for (slot, traffic) in facts.traffic.enumerated() {
      // The last entry is for times outside every slot, which only the group of all calls holds.
      let belongs = group.slots.map { slot < $0.count && $0[slot] } ?? true
      if belongs { count += traffic.displaced }
    }
    return facts.practiceDays > 0 ? 1000 * Double(count) / Double(facts.practiceDays) : 0
  }

  /// The row for a definition and a group; `nil` if no probe told anything.
  ///
  /// - Parameters:
  ///   - definition: The definition, by position.
  ///   - group: The group, by position.
  ///   - baseline: The first cell, for the standard error that independent runs would have had.
  func row(definition: Int, group: Int, baseline: SweepRegion) -> SweepRow? {
    guard let rate = truth.truth(definition, group) else { return nil }
    let counts = traffic.counts(of: study.groups[group])
    var row = SweepRow(
      rate: rate, meanEstimate: MonteCarloMean(estimates[definition][group]),
      displaced: MonteCarloMean(
        value: displaced[group].mean, standardError: displaced[group].standardError),
      answeredWithinTarget: counts.answeredWithinTargetShare, meanWaitSeconds: counts.meanWaitSeconds,
      interviewerHours: MonteCarloMean(interviewerHours))
    guard let place = baselineGroups[group] else { return row }
    row.displacedDifference = MonteCarloMean(displacedDifferences[group])
    row.displacedUnpairedError = row.displacedDifference.flatMap { _ in
      Self.unpaired(displaced[group].standardError, baseline.displaced[place].standardError)
    }
    guard let known = baselineDefinitions[definition], let other = baseline.truth.truth(known, place) else {
      return row
    }
    row.difference = MonteCarloMean(differences[definition][group])
    row.unpairedError = row.difference.flatMap { _ in Self.unpaired(rate.standardError, other.standardError) }
    return row
  }

  private static func unpaired(_ one: Double?, _ other: Double?) -> Double? {
    guard let one, let other else { return nil }
    return (one * one + other * other).squareRoot()
  }
}
