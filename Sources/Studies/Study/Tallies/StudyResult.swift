/// What a run of replications adds up to.
///
/// Everything in it is a sum of whole numbers, so replications may be added in any order and results of parts put together:
/// the outcome is the same to the last bit.
package struct StudyResult: Sendable {
  /// The rows of the tables.
  package let outline: StudyOutline
  /// Patients' calls.
  package internal(set) var traffic: TrafficSummary
  /// The professionals' calls; `nil` where none call.
  package internal(set) var professionals: TrafficSummary?
  /// How long probes waited, by estimated group.
  var probeWaits: [ProbeWaits]
  /// What probes met.
  package internal(set) var truth: TruthTally
  /// What the survey is worth.
  package internal(set) var diagnosis: Diagnosis
  /// Replications added.
  package internal(set) var replications = 0

  /// Creates the result of no replication.
  package init(_ study: Study) {
    self.init(study.outline)
  }

  init(_ outline: StudyOutline) {
    self.outline = outline
    traffic = TrafficSummary(labels: outline.slots)
    professionals = outline.hasProfessionals ? traffic : nil
    probeWaits = .init(repeating: ProbeWaits(), count: outline.estimated)
    truth = TruthTally(definitions: outline.definitions.count, groups: outline.groups.count)
    diagnosis = Diagnosis(
      definitions: outline.definitions.count, targets: outline.groups.prefix(outline.estimated).map(\.target),
      steps: outline.steps.count)
  }

  /// Forgets everything but the rows of the tables.
  package mutating func removeAll() {
    self = StudyResult(outline)
  }

  /// Adds a replicate.
  package mutating func add(_ replicate: Replicate) {
    add(replicate.facts)
  }

  /// Adds the facts of a replication.
  package mutating func add(_ facts: ReplicateFacts) {
    traffic.add(facts)
    professionals?.add(
      facts.professionalTraffic, facts.professionalWaits, practiceDays: facts.practiceDays)
    truth.add(facts.probes)
    for (group, waits) in facts.probeWaits.enumerated() { probeWaits[group].add(waits) }
    diagnosis.add(facts)
    replications += 1
  }

  /// Adds the result of other replications.
  ///
  /// - Precondition: Both are of the same study: their outlines are equal.
  package mutating func add(_ other: StudyResult) {
    precondition(outline == other.outline, "results of the same study")
    traffic.add(other.traffic)
    if let other = other.professionals { professionals?.add(other) }
    truth.add(other.truth)
    for group in probeWaits.indices { probeWaits[group].add(other.probeWaits[group]) }
    diagnosis.add(other.diagnosis)
    replications &+= other.replications
  }

  /// The row of `summary.csv` for a definition and one of the study's groups.
  package func summary(definition: Int, group: Int) -> DiagnosisRow? {
    guard let known = truth.truth(definition, group) else { return nil }
    return diagnosis.row(
      definition: definition, group: group, truth: known,
      protocolEffect: truth.protocolEffect(definition, group))
  }
}
