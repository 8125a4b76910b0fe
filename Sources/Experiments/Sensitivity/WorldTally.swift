internal import Studies

/// What a world's replications come to in every conclusion: the scenario's own first, then each remedy's.
struct WorldTally {
  private let conclusions: [Conclusion]
  private let remedies: [String]
  private var own: StudyResult?
  /// The share not reached by replication and group, under the definition that the survey judges by.
  private var baseline: [[Double?]] = []
  /// By remedy and group: the change within replications.
  private var effects: [[RunningMoments]] = []
  private var replication = 0

  init(conclusions: [Conclusion], remedies: [String]) {
    self.conclusions = conclusions
    self.remedies = remedies
  }

  /// Goes on to the next scenario.
  mutating func begin(_ study: Study) {
    replication = 0
    if own == nil {
      own = StudyResult(study)
    } else {
      effects.append(.init(repeating: RunningMoments(), count: study.groups.count))
    }
  }

  /// Adds a replication of the scenario that was begun last.
  mutating func add(_ facts: ReplicateFacts) {
    let rates = facts.probes.first?.map(\.rate) ?? []
    if effects.isEmpty {
      own?.add(facts)
      baseline.append(rates)
    } else {
      let last = effects.count - 1
      for group in effects[last].indices {
        guard let rate = rates[group], let before = baseline[replication][group] else { continue }
        effects[last][group].add(rate - before)
      }
    }
    replication += 1
  }

  /// The values and errors of all conclusions.
  func outcome(order nominal: WorldOutcome?) -> WorldOutcome {
    guard let own else { return WorldOutcome(values: [], errors: []) }
    var outcome = WorldOutcome(values: [], errors: [])
    var place: [StudyGroup: Int] = [:]
    for conclusion in conclusions where place[conclusion.group] == nil {
      place[conclusion.group] = place.count
    }
    let definitions = own.outline.definitions
    for conclusion in conclusions {
      let group = place[conclusion.group] ?? 0
      let definition = definitions.firstIndex(of: conclusion.definition) ?? 0
      let mean = mean(conclusion, own, definition: definition, group: group, order: nominal)
      outcome.values.append(mean?.value)
      outcome.errors.append(mean?.standardError)
    }
    return outcome
  }

  private func mean(
    _ conclusion: Conclusion, _ own: StudyResult, definition: Int, group: Int, order nominal: WorldOutcome?
  ) -> MonteCarloMean? {
    func row() -> DiagnosisRow? { own.summary(definition: definition, group: group) }
    switch conclusion.kind {
    case .rate: return own.truth.truth(definition, group)
    case .bias: return row().map { MonteCarloMean(value: $0.bias, standardError: $0.biasStandardError) }
    case .coverage: return row()?.coverage
    case .meets: return row()?.meets
    case .fails: return row()?.fails
    case .effect:
      return remedies.firstIndex(of: conclusion.remedy).flatMap { MonteCarloMean(effects[$0][group]) }
    case .best:
      guard let remedy = remedies.firstIndex(of: conclusion.remedy) else { return nil }
      return MonteCarloMean(value: ranking(group).first == remedy ? 1 : 0, standardError: nil)
    case .order:
      guard let nominal else { return MonteCarloMean(value: 1, standardError: nil) }
      let then = remedies.map { name in
        conclusions.firstIndex { $0.kind == .effect && $0.remedy == name && $0.group == conclusion.group }
          .flatMap { nominal.values[$0] } ?? 0
      }
      let before = then.indices.sorted { (then[$0], $0) < (then[$1], $1) }
      return MonteCarloMean(value: order(group) == before ? 1 : 0, standardError: nil)
    }
  }

  /// The remedies from the one that helps most, by position; equal ones as they were named.
  private func order(_ group: Int) -> [Int] {
    let means = effects.map { $0[group].mean }
    return means.indices.sorted { (means[$0], $0) < (means[$1], $1) }
  }

  /// The same without those that do not help.
  private func ranking(_ group: Int) -> [Int] { order(group).filter { effects[$0][group].mean < 0 } }
}
