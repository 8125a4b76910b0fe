internal import Scenarios
internal import SurveyDesign
internal import Surveys
internal import TelephoneAccess

/// One scenario of a sweep: running moments of its rates, and of their differences to the first cell.
public struct SweepCell: Sendable {
  /// The scenario.
  public let study: Study
  /// Patients' calls.
  public private(set) var traffic: TrafficSummary
  /// Interviewers' hours per replication.
  public private(set) var interviewerHours = RunningMoments()
  private var truth: TruthTally
  private var estimates: [[RunningMoments]]
  private var differences: [[RunningMoments]]
  private var displaced: [RunningMoments]
  private var displacedDifferences: [RunningMoments]
  /// Where each definition and each group stands in the first cell; `nil` where it has none such.
  private let baselineDefinitions: [Int?]
  private let baselineGroups: [Int?]

  init(_ study: Study, baseline: Study) {
    self.study = study
    let survey = study.scenario.survey
    traffic = TrafficSummary(slots: survey.slots)
    truth = TruthTally(
      groups: study.groups, definitions: survey.definitions, slots: survey.slots.slots.count,
      practices: study.population.frame.count)
    let none = [RunningMoments](repeating: RunningMoments(), count: study.groups.count)
    estimates = .init(repeating: none, count: survey.definitions.count)
    differences = estimates
    displaced = none
    displacedDifferences = none
    baselineDefinitions = survey.definitions.map(baseline.scenario.survey.definitions.firstIndex)
    baselineGroups = study.groups.map { group in
      baseline.groups.firstIndex { $0.by == group.by && $0.label == group.label }
    }
  }

  /// Adds a replicate and gives its figures, for the cells that are compared to it.
  mutating func add(_ replicate: Replicate, comparedTo baseline: SweepFigures?) -> SweepFigures {
    let figures = SweepFigures(
      rates: truth.add(replicate.fieldwork.probes),
      displaced: study.groups.map { Self.displaced(in: replicate.fieldwork, $0) })
    traffic.add(replicate.fieldwork)
    interviewerHours.add(Double(replicate.fieldwork.interviewerTime) / 3_600_000)
    for (definition, rates) in replicate.estimates.enumerated() {
      for (group, estimate) in rates.enumerated() {
        if let rate = estimate.rate { estimates[definition][group].add(rate) }
      }
    }
    for group in study.groups.indices { displaced[group].add(figures.displaced[group]) }
    if let baseline { compare(figures, to: baseline) }
    return figures
  }

  private mutating func compare(_ figures: SweepFigures, to baseline: SweepFigures) {
    for (group, place) in baselineGroups.enumerated() {
      guard let place else { continue }
      displacedDifferences[group].add(figures.displaced[group] - baseline.displaced[place])
      for (definition, row) in baselineDefinitions.enumerated() {
        guard let row, let rate = figures.rates[definition][group], let other = baseline.rates[row][place]
        else { continue }
        differences[definition][group].add(rate - other)
      }
    }
  }

  /// Failing callers of a group's slots who turned to the out-of-hours service, per 1,000 practice-days.
  private static func displaced(in fieldwork: Fieldwork, _ group: StudyGroup) -> Double {
    var count = 0
    for (slot, traffic) in fieldwork.traffic.enumerated() {
      // The last entry is for times outside every slot, which only the group of all calls holds.
      let belongs = group.slots.map { slot < $0.count && $0[slot] } ?? true
      if belongs { count += traffic.displaced }
    }
    return fieldwork.practiceDays > 0 ? 1000 * Double(count) / Double(fieldwork.practiceDays) : 0
  }

  /// The row for a definition and a group; `nil` if no probe told anything.
  ///
  /// - Parameters:
  ///   - definition: The definition, by position.
  ///   - group: The group, by position.
  ///   - baseline: The first cell, for the standard error that independent runs would have had.
  public func row(definition: Int, group: Int, baseline: SweepCell) -> SweepRow? {
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

/// A row of `sweep.csv`: what one definition and group come to in a cell, and how that differs from the first cell.
public struct SweepRow: Hashable, Sendable {
  /// The true share not reached.
  public var rate: MonteCarloMean
  /// That share less the first cell's, with the standard error of differences within replications; `nil` in the first cell.
  public var difference: MonteCarloMean?
  /// The standard error that the difference would have had with independent random numbers.
  public var unpairedError: Double?
  /// The mean of the surveys' estimates; `nil` if no survey had a valid call.
  public var meanEstimate: MonteCarloMean?
  /// Calls displaced to the out-of-hours service per 1,000 practice-days.
  public var displaced: MonteCarloMean
  /// Those less the first cell's.
  public var displacedDifference: MonteCarloMean?
  /// The standard error that this difference would have had with independent random numbers.
  public var displacedUnpairedError: Double?
  /// The share of patients' calls answered within target.
  public var answeredWithinTarget: Double?
  /// The mean wait of patients' calls that were answered, in seconds.
  public var meanWaitSeconds: Double?
  /// Interviewers' hours per survey.
  public var interviewerHours: MonteCarloMean?
}

extension TrafficSummary {
  /// The counts of a group's slots together; a group of no slots in particular has the time outside every slot too.
  func counts(of group: StudyGroup) -> TrafficCounts {
    guard let slots = group.slots else { return total }
    var sum = TrafficCounts()
    for (belongs, traffic) in zip(slots, counts) where belongs { sum += traffic }
    return sum
  }
}
