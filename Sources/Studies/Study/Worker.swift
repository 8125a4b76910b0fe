internal import Scenarios
package import SurveyDesign
package import Surveys
internal import Synchronization
package import TelephoneAccess

/// One replication's result.
package struct Replicate: Sendable {
  /// Which replication.
  package var number: UInt64
  /// What the interviewers brought home.
  package var fieldwork: Fieldwork
  /// The calls that its rounds meant to make.
  package var planned: [PlannedCall]
  /// How each call ended.
  package var outcomes: [CallOutcome]
  /// Time that interviewers spent on calls in each round, wrap-up included, in milliseconds.
  package var workOfRounds: [Int] = []
  /// What it adds to the study's result.
  package var facts: ReplicateFacts

  /// The estimates, by definition and then by group, in the study's order.
  package var estimates: [[RateEstimate]] { facts.estimates }
}

/// Runs a study's replications one after the other, on storage that is made once.
package struct Worker: Sendable {
  private let study: Study
  /// Behind a lock because a simulation cannot be copied: copies of a worker wait for each other.
  private let simulation: Shared<Simulation>
  private var counter: ProbeCounter
  private var rules = VerdictBook()

  /// Creates a worker for a study.
  package init(_ study: Study) {
    self.study = study
    let survey = study.scenario.survey
    counter = ProbeCounter(
      groups: study.truthGroups, definitions: survey.definitions, slots: survey.slots.slots.count,
      practices: study.population.frame.count)
    simulation = Shared(
      Simulation(region: study.population.region, slots: survey.slots.slots, fieldwork: survey.fieldwork))
  }

  /// Runs one replication; the same number always gives the same result.
  package mutating func replicate(_ number: UInt64) -> Replicate {
    var survey = SurveyInRounds(study, replication: number)
    simulation.value.withLock { simulation in
      survey.conduct(sendsProbes: true) {
        simulation.conduct($0, seed: study.scenario.seed, replication: number)
      }
    }
    let (fieldwork, outcomes) = (survey.fieldwork, survey.outcomes)
    let facts = ReplicateFacts(
      fieldwork: fieldwork, outcomes: outcomes, estimates: study.estimates(from: outcomes), study: study,
      counter: &counter, rules: &rules)
    return Replicate(
      number: number, fieldwork: fieldwork, planned: survey.planned, outcomes: outcomes,
      workOfRounds: survey.workOfRounds, facts: facts)
  }
}

/// One value that several may use, one at a time.
private final class Shared<Value: ~Copyable>: Sendable {
  let value: Mutex<Value>

  init(_ value: consuming sending Value) { self.value = Mutex(value) }
}
