internal import SurveyDesign

/// The telephones of a region while one day goes by: the hot loop.
///
/// Practices touch each other only through forwarding, so each group tied by forwarding is advanced by itself, in one
/// stretch, up to the instant at which an interviewer rings it. A caller who must wait stands in line only where
/// something may still come between; mostly it is certain from the start what becomes of them, and nothing needs to
/// happen later. All storage is kept from day to day.
///
///     exchange.open(group: group, on: address)
///     exchange.advance(group: group, to: noon)
///     exchange.close(group: group)
///
/// ``advance(_:to:)`` is the loop; what follows from an event stands in the file of its name. Every method takes the practice
/// first and the instant second: `of: practice, at: time`. Methods that do not mutate are inlined always: called as functions
/// from the loop they make the compiler (6.3) copy the exchange, although it cannot be copied, measured at a tenth of its time.
struct Exchange<Watcher: Tracer>: ~Copyable {
  let plan: RegionTables
  /// When interviewers and probes try again within a slot.
  var attempts: AttemptRule
  var phones: Slab<Phone>
  /// When each answerer's last call ends, practice by practice.
  ///
  /// Those of a practice stand from its `firstAnswerer` on in the order of time, so that those on duty are the last ones.
  var callEnds: Slab<CallEnd>
  /// Until when callers wait of whom it is certain what becomes of them, ``mostForeseen`` per practice.
  var foreseenEnds: Slab<Instant>
  /// Patients' calls to come, one list after the other, and where today's last list ends.
  var patientCalls = Slab<PatientCall>([])
  var listsEnd = 0
  /// Those behind the front of long lists.
  var laterCalls = LaterCalls()
  /// Calls that will be put on a list.
  var callsSetAside = Slab<PatientCall>([])
  var numberSetAside = 0
  var pool = CallPool()
  /// The call to which something happens just now.
  var call = Call(key: 0, since: .midnight, home: PracticePlace(0), kind: .patient)
  /// What became of patients' calls, by slot, and behind these outside every slot, one group of practices after the other; then the
  /// same once more for practices that only live along; and behind all that, where there are professionals, once more for their calls.
  var traffic: Slab<TrafficCounts>
  /// Patients' calls on the ordinary number answered without waiting, and all others, by the same places: first tries at the even
  /// numbers, later ones behind them at the odd ones.
  var answeredAtOnce: Slab<Int>
  var notAnsweredAtOnce: Slab<Int>
  /// How long patients waited who were not answered at once: by the same places, for calls answered and behind them for callers who
  /// hung up, the ``WaitBins``.
  var waits: Slab<Int32>
  /// Survey calls whose end is known and that their interviewers have not fetched yet.
  var settledCalls: [SettledCall] = []
  /// Interviewers whom a practice has rung back today.
  var keptPromises: [KeptPromise] = []
  /// The probes of all days up to now and how many there are, practice-day by practice-day; within one in the order of
  /// time.
  var probes = Slab<Probe>([])
  var probeCount = 0
  var tracer: Watcher

  init(plan: consuming RegionTables, attempts: AttemptRule, tracer: Watcher) {
    self.attempts = attempts
    phones = Slab(repeating: Phone(), count: plan.practices.count)
    foreseenEnds = Slab(repeating: .midnight, count: plan.practices.count * Self.mostForeseen)
    callEnds = Slab(repeating: .none, count: plan.answererCount)
    traffic = Slab(
      repeating: TrafficCounts(), count: plan.firstOfProfessionals * (plan.hasProfessionals ? 2 : 1))
    answeredAtOnce = Slab(repeating: 0, count: 2 * traffic.count)
    notAnsweredAtOnce = Slab(repeating: 0, count: 2 * traffic.count)
    waits = Slab(repeating: 0, count: 2 * traffic.count * WaitBins.count)
    self.plan = plan
    self.tracer = tracer
  }

  /// Writes an event down, with the caller's key or 0 where nothing but the telephone acts, if the practice is watched.
  @inline(__always)
  mutating func trace(
    _ kind: TraceEvent.Kind, of practice: PracticePlace, at time: Instant, _ key: UInt64 = 0
  ) {
    if Watcher.isOn {
      tracer.record(.init(time: time.milliseconds, practice: practice.index, caller: key, kind: kind))
    }
  }
}
