package import SurveyDesign

/// What one replication of a survey brought home: what interviewers wrote down, and what happened around them.
package struct Fieldwork: Equatable, Sendable {
  /// Every attempt, and every call never dialled, ordered by date, time and practice.
  package var attempts: [CallAttempt] = []
  /// What became of the calls of patients of the practices asked for, by slot; the last entry is for calls outside every slot.
  package var traffic: [TrafficCounts] = []
  /// The same of each group of practices, one after the other; empty where all are one group.
  package var groupedTraffic: [TrafficCounts] = []
  /// How long those patients waited, by the same places.
  package var waits: [WaitCounts] = []
  /// What became of the professionals' calls, by the same places; empty where none call.
  ///
  /// Answerers' times stand with the patients' calls.
  package var professionalTraffic: [TrafficCounts] = []
  /// How long professionals waited, by the same places.
  package var professionalWaits: [WaitCounts] = []
  /// The practice-days asked for: a practice is rung, or was to be lived through in any case.
  package var practiceDays = 0
  /// The practice-days of partners that were lived along, because calls may be forwarded.
  package var partnerDays = 0
  /// The calls of their patients, which do not count for the traffic.
  package var partnerCalls = 0
  /// What the probes met, practice-day by practice-day.
  package var probes: [ProbeResult] = []
  /// Time that interviewers spent on calls, wrap-up included, in milliseconds.
  package var interviewerTime = 0

  /// Creates an empty fieldwork.
  package init() {}
}

/// One attempt of an interviewer at one planned call.
package struct CallAttempt: Hashable, Sendable {
  /// The practice, as a position in the frame.
  package var practice: Int
  /// The slot that the call counts for, as a position in the list of slots.
  package var slot: Int
  /// The day.
  package var date: CalendarDate
  /// 1 for the first attempt of all rounds.
  package var attempt: Int
  /// When the attempt was due, in milliseconds since midnight.
  package var due: Int
  /// When it was dialled; `nil` if it never was.
  package var dialled: Int?
  /// What came of it.
  package var disposition: Disposition
  /// From dialling to the answer, or to the end of an attempt in vain, in milliseconds; 0 for a message.
  package var wait: Int
  /// Who rang, from 0.
  package var interviewer: Int
  /// Which attempt of its round it is, from 1.
  package var attemptInRound: Int
  /// The round, from 1.
  package var round = 1
  /// The slot that the whole call counts for: where it was first tried.
  package var homeSlot: Int

  /// An attempt at a planned call.
  init(
    _ call: PlannedCall, slot: Int, date: CalendarDate, attemptInRound: Int = 1, due: Instant,
    dialled: Instant?,
    disposition: Disposition, wait: Int, interviewer: Int
  ) {
    practice = call.practiceIndex
    self.slot = slot
    self.date = date
    attempt = call.attempt + attemptInRound - 1
    self.due = due.milliseconds
    self.dialled = dialled?.milliseconds
    self.disposition = disposition
    self.wait = wait
    self.interviewer = interviewer
    self.attemptInRound = attemptInRound
    // A first attempt may be recorded in another slot than the planned one: from then on it counts for that.
    homeSlot = call.attempt == 1 ? slot : call.homeSlot
  }
}

/// One practice's day, to be lived through whether or not an interviewer calls.
package struct PracticeDay: Hashable, Sendable {
  /// The practice, as a position in the frame.
  package var practice: Int
  /// The day.
  package var date: CalendarDate
  /// The probes of the day, where the plan sends any; `nil` for one to every slot.
  package var probes: [ProbedSlot]?

  /// Creates a practice-day.
  package init(practice: Int, date: CalendarDate, probes: [ProbedSlot]? = nil) {
    self.practice = practice
    self.date = date
    self.probes = probes
  }
}

/// A probe of a later round: where it rings, and what it goes on with.
package struct ProbedSlot: Hashable, Sendable {
  /// The slot in which it rings.
  package var slot: Int
  /// The slot that it counts for: that of the first round's probe.
  package var homeSlot: Int

  /// A probe of a slot that goes on with that of another.
  package init(slot: Int, homeSlot: Int) {
    self.slot = slot
    self.homeSlot = homeSlot
  }
}

/// Everything that one replication is made of, besides the region.
///
/// ```swift
/// let day = PracticeDay(practice: 0, date: date)
/// let plan = ReplicationInput(calls: calls, days: [date], practiceDays: [day], sendsProbes: true)
/// ```
package struct ReplicationInput: Equatable, Sendable {
  /// The calls to make, in any order; slots and practices by position.
  package var calls: [PlannedCall]
  /// The survey's days in order, for calls that move to the next one.
  package var days: [CalendarDate]
  /// Practice-days to live through in any case.
  package var practiceDays: [PracticeDay]
  /// Whether those practice-days are probed: to every slot one probe that follows the protocol, and an open one beside it.
  package var sendsProbes: Bool
  /// The round that the plan is for, from 1.
  package var round = 1
  /// The most attempts at one call within the round; `nil` for those of the protocol.
  package var attempts: Int?
  /// The pause between them, in milliseconds; `nil` for that of the protocol.
  package var attemptGap: Int?

  /// Creates the plan of a first round.
  package init(
    calls: [PlannedCall], days: [CalendarDate], practiceDays: [PracticeDay] = [], sendsProbes: Bool = false
  ) {
    self.calls = calls
    self.days = days
    self.practiceDays = practiceDays
    self.sendsProbes = sendsProbes
  }
}
