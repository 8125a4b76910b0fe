package import SurveyDesign

/// A region's telephones and the interviewers who ring them, ready to live through one replication after another.
///
/// ```swift
/// var simulation = Simulation(region: region, slots: slots, fieldwork: fieldwork)
/// let first = simulation.conduct(plan, seed: 2015, replication: 0)
/// first.attempts.count  // how often an interviewer dialled
/// ```
///
/// All storage is made once and used again, so a worker needs one simulation however many replications it runs; it cannot be
/// copied, so that no write asks whether it is shared. One task uses it at a time: hand it over, or keep it in a
/// mutex. The same region, slots, protocol, seed and replication give the same fieldwork, in whatever order replications are run.
package struct Simulation: ~Copyable {
  private var run: FieldworkRun<NoTracer>

  /// Creates a simulation.
  ///
  /// - Precondition: the slots are whole minutes and do not overlap, and no calls are forwarded in a circle.
  package init(region: Region, slots: [Slot], fieldwork: FieldworkProtocol) {
    run = FieldworkRun(region: region, slots: slots, fieldwork: fieldwork, tracer: NoTracer())
  }

  /// Lives through one replication: every call of a plan, and the practice-days around them.
  ///
  /// - Complexity: O(*c*) for *c* calls of patients on the practice-days simulated, unless queues grow without limit.
  package mutating func conduct(_ plan: ReplicationInput, seed: UInt64, replication: UInt64) -> Fieldwork {
    run.conduct(plan, seed: seed, replication: replication)
  }

  /// Lives through one replication and writes down everything that happens on some practices' telephones.
  ///
  /// - Parameters:
  ///   - practices: The practices to watch; `nil` for all.
  ///   - region: What callers meet.
  ///   - slots: The slots of the day, of whole minutes and without overlap.
  ///   - fieldwork: What interviewers do.
  ///   - plan: Whom to ring and when.
  ///   - seed: Where all random numbers come from.
  ///   - replication: Which replication.
  /// - Returns: The fieldwork, the same as without watching, and the events by date, practice and time.
  package static func trace(
    practices: Set<Int>?, region: Region, slots: [Slot], fieldwork: FieldworkProtocol, plan: ReplicationInput,
    seed: UInt64, replication: UInt64
  ) -> (fieldwork: Fieldwork, events: [DatedEvent]) {
    var run = FieldworkRun(
      region: region, slots: slots, fieldwork: fieldwork, tracer: TraceLog(practices: practices))
    let result = run.conduct(plan, seed: seed, replication: replication)
    return (result, run.datedEvents)
  }
}

/// A trace event and its date.
package struct DatedEvent: Equatable, Sendable {
  /// The day.
  package var date: CalendarDate
  /// What happened.
  package var event: TraceEvent
}
