/// What worlds came to.
package struct SensitivityResult: Sendable {
  /// What was looked at.
  package let study: SensitivityStudy
  /// What the scenario as it is says.
  package let nominal: WorldOutcome
  /// What each world says.
  package internal(set) var outcomes: [WorldPlan.World: WorldOutcome] = [:]
  /// The factors that are left after screening: single parameters, and at last all others together.
  package internal(set) var factors: [[Int]] = []
  /// Whether every world of the plan was looked at.
  package internal(set) var isComplete = false

  init(_ study: SensitivityStudy, nominal: WorldOutcome) {
    self.study = study
    self.nominal = nominal
  }

  /// The worlds that were looked at, in the order of the plan.
  package var worlds: [WorldPlan.World] {
    (study.plan.firstWorlds + study.plan.lastWorlds(factors: factors)).filter { outcomes[$0] != nil }
  }

  /// The mean squared change that exchanging a parameter makes in the rows that screen, for every rate and every effect.
  ///
  /// What Monte Carlo error alone would make is taken off: the squared errors of both worlds. What the survey makes of rates follows
  /// from them and is left out.
  var effects: [[Double]] {
    let rows = Set(study.plan.firstWorlds.map(\.row)).sorted()
    let substance: Set<Conclusion.Kind> = [.rate, .effect]
    let conclusions = study.conclusions.indices.filter { substance.contains(study.conclusions[$0].kind) }
    return conclusions.map { conclusion in
      study.paths.indices.map { parameter in
        let part = WorldPlan.Part.exchanged([parameter])
        let changes = rows.compactMap { row -> Double? in
          guard let before = value(conclusion, .first, row), let after = value(conclusion, part, row) else {
            return nil
          }
          let errors = [WorldPlan.Part.first, part].compactMap {
            outcomes[WorldPlan.World(row: row, part: $0)]?.errors[conclusion]
          }
          return (after - before) * (after - before) - errors.reduce(0) { $0 + $1 * $1 }
        }
        return changes.isEmpty ? 0 : max(changes.reduce(0, +) / Double(changes.count), 0)
      }
    }
  }

  func value(_ conclusion: Int, _ part: WorldPlan.Part, _ row: Int) -> Double? {
    outcomes[WorldPlan.World(row: row, part: part)]?.values[conclusion]
  }
}
