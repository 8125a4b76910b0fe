internal import Scenarios
internal import SurveyDesign
internal import SurveyStatistics
internal import TelephoneAccess

/// What a run of replications adds up to, one replicate at a time and in order.
public struct StudyResult: Sendable {
  /// The study.
  public let study: Study
  /// Patients' calls.
  public private(set) var traffic: TrafficSummary
  /// What probes met.
  public private(set) var truth: TruthTally
  /// What the survey is worth.
  public private(set) var diagnosis: Diagnosis
  /// Replications added.
  public private(set) var replications = 0

  /// Creates the result of no replication.
  public init(_ study: Study) {
    self.study = study
    let survey = study.scenario.survey
    traffic = TrafficSummary(slots: survey.slots)
    truth = TruthTally(
      groups: study.truthGroups, definitions: survey.definitions, slots: survey.slots.slots.count,
      practices: study.population.frame.count)
    diagnosis = Diagnosis(
      definitions: survey.definitions.count, targets: study.groups.map { study.target(of: $0) })
  }

  /// Adds a replicate; always in the order of their numbers, so that sums come out the same to the last bit.
  public mutating func add(_ replicate: Replicate) {
    traffic.add(replicate.fieldwork)
    let probed = truth.add(replicate.fieldwork.probes)
    diagnosis.add(replicate, probed: probed, groups: study.groups, slots: study.scenario.survey.slots.slots)
    replications += 1
  }

  /// The row of `summary.csv` for a definition and one of the study's groups.
  public func summary(definition: Int, group: Int) -> DiagnosisRow? {
    guard let known = truth.truth(definition, group) else { return nil }
    return diagnosis.row(
      definition: definition, group: group, truth: known, openTruth: truth.openTruth(definition, group))
  }
}
