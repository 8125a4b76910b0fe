internal import Scenarios
internal import SurveyDesign
package import Surveys
internal import Synchronization
package import TelephoneAccess

/// One replication's result.
package struct Replicate: Sendable {
  /// Which replication.
  package var number: UInt64
  /// What the interviewers brought home.
  package var fieldwork: Fieldwork
  /// How each call ended.
  package var outcomes: [CallOutcome]
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
    let survey = study.scenario.survey
    let calls = study.plan(replication: number).calls
    let plan = FieldworkPlan(
      calls: calls, days: survey.days, practiceDays: study.probedDays(calls: calls, replication: number),
      sendsProbes: true)
    let fieldwork = simulation.value.withLock {
      $0.conduct(plan, seed: study.scenario.seed, replication: number)
    }
    let outcomes = CallOutcome.outcomes(of: fieldwork.attempts)
    let facts = ReplicateFacts(
      fieldwork: fieldwork, estimates: study.estimates(from: outcomes), study: study, counter: &counter,
      rules: &rules)
    return Replicate(number: number, fieldwork: fieldwork, outcomes: outcomes, facts: facts)
  }
}

/// One value that several may use, one at a time.
private final class Shared<Value: ~Copyable>: Sendable {
  let value: Mutex<Value>

  init(_ value: consuming sending Value) { self.value = Mutex(value) }
}
