internal import SurveyDesign
package import SurveyStatistics
package import Surveys
package import TelephoneAccess

/// What a replication adds to a study's result: estimates and counts, without the calls behind them.
package struct ReplicateFacts: Equatable, Sendable {
  /// The estimates, by definition and then by group.
  package var estimates: [[RateEstimate]]
  /// The verdicts on them; `nil` for groups without a target or without a call.
  package var verdicts: [[Verdict?]]
  /// What probes met, by definition and then by truth group.
  package var probes: [[ProbeCount]]
  /// How the calls of each group were made.
  package var timeliness: [CallTimeliness]
  /// Of several rounds, the share of valid calls that had reached their practice by each step, by definition and then by step.
  package var reachedBy: [[Double?]] = []
  /// Patients' calls by slot; the last entry is for times outside every slot.
  package var traffic: [TrafficCounts]
  /// How long those patients waited, by the same places.
  package var waits: [WaitCounts]
  /// Professionals' calls, by the same places; empty where none call.
  package var professionalTraffic: [TrafficCounts] = []
  /// How long professionals waited, by the same places.
  package var professionalWaits: [WaitCounts] = []
  /// How long probes waited for a person, by estimated group; the `abandoned` are censored.
  package var probeWaits: [WaitCounts] = []
  /// Practice-days that were rung or probed: those that traffic counts.
  package var practiceDays: Int
  /// Time that interviewers spent on calls, wrap-up included, in milliseconds.
  package var interviewerTime: Int
  /// Days with at least one attempt.
  package var daysUsed: Int
}

/// How many calls of a group were dialled in time, late, or not at all.
package struct CallTimeliness: Equatable, Sendable {
  /// First attempts planned, in every round.
  package var calls = 0
  /// Of these, dialled a minute or more after they were due.
  package var late = 0
  /// Of these, never dialled.
  package var notAttempted = 0

  /// A call dialled so many milliseconds after it was due is late.
  package static let lateAfter = 60_000

  /// Adds a first attempt by its times, in milliseconds.
  mutating func add(due: Int, dialled: Int?) {
    calls += 1
    guard let dialled else {
      notAttempted += 1
      return
    }
    if dialled - due >= Self.lateAfter { late += 1 }
  }

  static func += (sum: inout CallTimeliness, other: CallTimeliness) {
    sum.calls += other.calls
    sum.late += other.late
    sum.notAttempted += other.notAttempted
  }

  /// How the first attempts of every slot were made, in every round.
  static func bySlot(_ attempts: [CallAttempt], slots: Int) -> [CallTimeliness] {
    var calls = [CallTimeliness](repeating: CallTimeliness(), count: slots)
    for attempt in attempts where attempt.attemptInRound == 1 {
      calls[attempt.slot].add(due: attempt.due, dialled: attempt.dialled)
    }
    return calls
  }
}

extension ReplicateFacts {
  /// The facts of a replication.
  ///
  /// - Parameter rules: The rules for verdicts met so far.
  init(
    fieldwork: Fieldwork, outcomes: [CallOutcome], estimates: [[RateEstimate]], study: Study,
    counter: inout ProbeCounter, rules: inout VerdictBook
  ) {
    reachedBy = study.reachedBy(outcomes)
    self.estimates = estimates
    verdicts = estimates.map { estimates in
      zip(estimates, study.outline.groups).map { rules.verdict(on: $0, target: $1.target) }
    }
    probes = counter.count(fieldwork.probes)
    let slots = CallTimeliness.bySlot(fieldwork.attempts, slots: study.outline.slots.count)
    // What is estimated are stretches of the day, never some of the practices.
    timeliness = study.groups.map { group in
      var calls = CallTimeliness()
      for (slot, own) in slots.enumerated() where group.slots?[slot] ?? true { calls += own }
      return calls
    }
    daysUsed = 0
    var lastDay: CalendarDate?
    // Attempts stand in the order of their dates.
    for attempt in fieldwork.attempts where attempt.dialled != nil && attempt.date != lastDay {
      daysUsed += 1
      lastDay = attempt.date
    }
    traffic = fieldwork.traffic
    waits = fieldwork.waits
    probeWaits = ProbeWaits.byGroup(
      fieldwork.probes, groups: study.groups.count,
      ofSlot: study.outline.slots.indices.map(study.groups(ofSlot:)))
    professionalTraffic = fieldwork.professionalTraffic
    professionalWaits = fieldwork.professionalWaits
    practiceDays = fieldwork.practiceDays
    interviewerTime = fieldwork.interviewerTime
  }
}
