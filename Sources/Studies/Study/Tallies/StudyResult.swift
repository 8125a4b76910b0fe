/// What a run of replications adds up to.
///
/// Everything in it is a sum of whole numbers, so replications may be added in any order and results of parts put together:
/// the outcome is the same to the last bit.
public struct StudyResult: Sendable {
  /// The rows of the tables.
  public let outline: StudyOutline
  /// Patients' calls.
  public internal(set) var traffic: TrafficSummary
  /// What probes met.
  public internal(set) var truth: TruthTally
  /// What the survey is worth.
  public internal(set) var diagnosis: Diagnosis
  /// Replications added.
  public internal(set) var replications = 0

  /// Creates the result of no replication.
  public init(_ study: Study) {
    self.init(study.outline)
  }

  init(_ outline: StudyOutline) {
    self.outline = outline
    traffic = TrafficSummary(labels: outline.slots)
    truth = TruthTally(definitions: outline.definitions.count, groups: outline.groups.count)
    diagnosis = Diagnosis(
      definitions: outline.definitions.count, targets: outline.groups.prefix(outline.estimated).map(\.target))
  }

  /// Forgets everything but the rows of the tables.
  public mutating func removeAll() {
    self = StudyResult(outline)
  }

  /// Adds a replicate.
  public mutating func add(_ replicate: Replicate) {
    add(replicate.facts)
  }

  /// Adds the facts of a replication.
  public mutating func add(_ facts: ReplicateFacts) {
    traffic.add(facts.traffic, practiceDays: facts.practiceDays)
    truth.add(facts.probes)
    diagnosis.add(facts)
    replications += 1
  }

  /// Adds the result of other replications.
  ///
  /// - Precondition: Both are of the same study: their outlines are equal.
  public mutating func add(_ other: StudyResult) {
    precondition(outline == other.outline, "results of the same study")
    traffic.add(other.traffic)
    truth.add(other.truth)
    diagnosis.add(other.diagnosis)
    replications &+= other.replications
  }

  /// The row of `summary.csv` for a definition and one of the study's groups.
  public func summary(definition: Int, group: Int) -> DiagnosisRow? {
    guard let known = truth.truth(definition, group) else { return nil }
    return diagnosis.row(
      definition: definition, group: group, truth: known,
      protocolEffect: truth.protocolEffect(definition, group))
  }

  /// The largest Monte Carlo standard error of any truth and any mean estimate of the groups that are estimated.
  ///
  /// `nil` for fewer than two replications: nothing is known of errors then.
  public var largestMonteCarloError: Double? {
    guard replications > 1 else { return nil }
    var largest = 0.0
    for definition in outline.definitions.indices {
      for group in 0..<outline.estimated {
        largest = max(
          largest, truth.truth(definition, group)?.standardError ?? 0,
          diagnosis.meanEstimate(definition, group)?.standardError ?? 0)
      }
    }
    return largest
  }
}
