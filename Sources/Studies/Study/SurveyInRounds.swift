internal import Scenarios
internal import SurveyDesign
internal import TelephoneAccess

/// One replication of a survey round by round: what interviewers and probes have come to so far, and whom the next round rings.
///
/// Each round is a plan that is conducted whole before the next is made: a round's calls are those that the rounds before left open.
struct SurveyInRounds {
  /// What all rounds brought home together.
  private(set) var fieldwork = Fieldwork()
  /// How each call ended, in the order in which the calls were begun.
  private(set) var outcomes: [CallOutcome] = []
  /// Time that interviewers spent on calls in each round, wrap-up included, in milliseconds.
  private(set) var workOfRounds: [Int] = []
  /// The calls that the rounds meant to make.
  private(set) var planned: [PlannedCall] = []
  private let study: Study
  private let replication: UInt64
  /// What later rounds must know of each call, and where each stands by practice and slot.
  private var calls: [OpenCall] = []
  private var placeOfCall: [Int: Int] = [:]
  /// The same of each probe.
  private var probes: [OpenCall] = []
  private var placeOfProbe: [Int: Int] = [:]

  init(_ study: Study, replication: UInt64) {
    self.study = study
    self.replication = replication
  }

  /// Conducts the rounds of a survey, one after the other.
  ///
  /// - Parameter conduct: Lives through one round's plan.
  mutating func conduct(sendsProbes: Bool, _ conduct: (ReplicationInput) -> Fieldwork) {
    let survey = study.scenario.survey
    let first = study.plan(replication: replication).calls
    var plan = ReplicationInput(calls: first, days: survey.days)
    if sendsProbes {
      plan.practiceDays = study.probedDays(calls: first, replication: replication)
      plan.sendsProbes = true
    }
    planned = first
    fieldwork = conduct(plan)
    workOfRounds = [fieldwork.interviewerTime]
    outcomes = CallOutcome.outcomes(of: fieldwork.attempts)
    guard survey.rounds.count > 1 else { return }
    begin()
    for (place, round) in survey.rounds.enumerated().dropFirst() {
      let next = self.plan(round, number: place + 1, sendsProbes: sendsProbes)
      planned += next.calls
      take(conduct(next))
    }
  }

  private func key(_ practice: Int, _ slot: Int) -> Int {
    practice * study.scenario.survey.slots.slots.count + slot
  }

  /// Notes the calls and probes of the first round.
  private mutating func begin() {
    for (place, outcome) in outcomes.enumerated() {
      calls.append(OpenCall(practiceIndex: outcome.practice, homeSlot: outcome.slot))
      placeOfCall[key(outcome.practice, outcome.slot)] = place
    }
    for attempt in fieldwork.attempts { note(attempt) }
    for (place, probe) in fieldwork.probes.enumerated() {
      var open = OpenCall(practiceIndex: probe.practice, homeSlot: probe.slot)
      open.add(attempt: 1, slot: probe.slot, at: [])
      probes.append(open)
      placeOfProbe[key(probe.practice, probe.slot)] = place
    }
  }

  private mutating func note(_ attempt: CallAttempt) {
    guard let place = placeOfCall[key(attempt.practice, attempt.homeSlot)] else { return }
    let times = [attempt.due, attempt.dialled].compactMap(\.self).map(TimeOfDay.init(milliseconds:))
    calls[place].add(attempt: attempt.attempt, slot: attempt.slot, at: times)
  }

  /// The plan of a later round.
  private mutating func plan(_ round: SurveyRound, number: Int, sendsProbes: Bool) -> ReplicationInput {
    let definition = study.scenario.survey.definition
    let open = outcomes.indices.filter {
      round.rings(
        afterAttempts: calls[$0].attempts, ending: outcomes[$0].disposition,
        waitSeconds: outcomes[$0].waitSeconds, under: definition)
    }.map { calls[$0] }
    let released = release()
    var plan = ReplicationInput(
      calls: study.plan(round, number: number, open: open + released, replication: replication),
      days: round.days)
    plan.round = number
    plan.attempts = round.attempts
    plan.attemptGap = round.attemptGap
    if sendsProbes {
      plan.practiceDays = probedDays(round, number: number)
      plan.sendsProbes = true
    }
    return plan
  }

  /// The first calls to practices that are released from the reserve, noted as not yet made.
  private mutating func release() -> [OpenCall] {
    let released = study.released(
      after: zip(calls, outcomes).map { .init($0, $1.disposition) }, replication: replication)
    for call in released {
      placeOfCall[key(call.practiceIndex, call.homeSlot)] = calls.count
      calls.append(call)
      outcomes.append(.reserve(call))
    }
    return released
  }

  /// The practice-days on which probes go on that have not reached their practice, one for each practice.
  ///
  /// The day is any of the round's, as a call falls on each equally often; so is the slot among those that the rule allows.
  private mutating func probedDays(_ round: SurveyRound, number: Int) -> [PracticeDay] {
    let definition = study.scenario.survey.definition
    let slots = study.scenario.survey.slots.slots.count
    var days: [PracticeDay] = []
    for (place, probe) in fieldwork.probes.enumerated() {
      let outcome = probe.outcome
      guard
        round.rings(
          afterAttempts: probes[place].attempts, ending: outcome.disposition,
          waitSeconds: outcome.waitSeconds, under: definition)
      else { continue }
      let allowed = round.slots(for: probes[place], of: slots)
      let choice =
        allowed.count > 1
        ? study.draw(
          below: allowed.count, for: probe.practice, replication: replication, .probedSlot,
          skipping: (number - 2) * slots + probe.slot) : 0
      probes[place].add(attempt: number, slot: allowed[choice], at: [])
      let next = ProbedSlot(slot: allowed[choice], homeSlot: probe.slot)
      if days.last?.practice == probe.practice {
        days[days.count - 1].probes?.append(next)
        continue
      }
      let day = study.draw(
        below: round.days.count, for: probe.practice, replication: replication, .probedDay,
        skipping: number - 1)
      days.append(PracticeDay(practice: probe.practice, date: round.days[day], probes: [next]))
    }
    return days
  }

  /// Adds what a later round brought home.
  private mutating func take(_ round: Fieldwork) {
    for attempt in round.attempts {
      note(attempt)
      guard let place = placeOfCall[key(attempt.practice, attempt.homeSlot)] else { continue }
      outcomes[place].take(attempt)
    }
    for probe in round.probes {
      guard let place = placeOfProbe[key(probe.practice, probe.slot)] else { continue }
      fieldwork.probes[place].outcome = probe.outcome
    }
    workOfRounds.append(round.interviewerTime)
    fieldwork.add(round)
  }
}

extension Fieldwork {
  /// Adds a later round's attempts, traffic and time; probes go on with those that are there.
  fileprivate mutating func add(_ round: Fieldwork) {
    attempts += round.attempts
    for slot in traffic.indices { traffic[slot] += round.traffic[slot] }
    for slot in waits.indices { waits[slot] += round.waits[slot] }
    for slot in professionalTraffic.indices { professionalTraffic[slot] += round.professionalTraffic[slot] }
    for slot in professionalWaits.indices { professionalWaits[slot] += round.professionalWaits[slot] }
    practiceDays += round.practiceDays
    partnerDays += round.partnerDays
    partnerCalls += round.partnerCalls
    interviewerTime += round.interviewerTime
  }
}
