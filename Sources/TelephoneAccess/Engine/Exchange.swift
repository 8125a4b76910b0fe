internal import Randomness
internal import SurveyDesign

/// The telephones of a region while one day goes by: the hot loop.
///
/// Practices touch each other only through forwarding, so each group tied by forwarding is advanced by itself, in one
/// stretch, up to the instant at which somebody from outside touches it. A caller who must wait stands in line only where
/// something may still come between; mostly it is certain from the start what becomes of them, and nothing needs to
/// happen later. All storage is kept from day to day.
///
/// Methods that do not mutate are inlined always: called as functions from the loop they make the compiler (6.3) copy the
/// exchange, although it cannot be copied, measured at a tenth of its time.
struct Exchange<Watcher: Tracer>: ~Copyable {
  let plan: ExchangePlan
  var phones: Slab<Phone>
  /// When each answerer's last call ends, practice by practice.
  ///
  /// Those of a practice stand from its `firstAnswerer` on in the order of time, so that those on duty are the last ones.
  var callEnds: Slab<CallEnd>
  /// Until when callers wait of whom it is certain what becomes of them, ``mostForeseen`` per practice.
  var foreseenEnds: Slab<Int>
  /// Patients' calls to come, one list after the other, and where today's last list ends.
  var patientCalls = Slab<PatientCall>([])
  var listsEnd = 0
  /// Calls that will be put on a list.
  var callsSetAside = Slab<PatientCall>([])
  var numberSetAside = 0
  var pool = CallPool()
  /// The call to which something happens just now.
  var call = Call(key: 0, since: 0, home: 0, kind: .patient)
  /// What became of patients' calls, by slot, and behind these outside every slot; then the same once more for practices that
  /// only live along.
  var traffic: Slab<TrafficCounts>
  /// Patients' calls on the ordinary number answered without waiting, and all others, by the same places: first tries at the even
  /// numbers, later ones behind them at the odd ones.
  var answeredAtOnce: Slab<Int>
  var notAnsweredAtOnce: Slab<Int>
  /// Survey calls whose end is known and that nobody has fetched yet.
  var settledCalls: [SettledCall] = []
  /// The probes of all days up to now and how many there are, practice-day by practice-day; within one in the order of
  /// time.
  var probes = Slab<Probe>([])
  var probeCount = 0
  var tracer: Watcher

  init(plan: consuming ExchangePlan, tracer: Watcher) {
    phones = Slab(repeating: Phone(), count: plan.practices.count)
    foreseenEnds = Slab(repeating: 0, count: plan.practices.count * Self.mostForeseen)
    callEnds = Slab(repeating: .none, count: plan.answererCount)
    traffic = Slab(repeating: TrafficCounts(), count: 2 * (plan.slots.count + 1))
    answeredAtOnce = Slab(repeating: 0, count: 2 * traffic.count)
    notAnsweredAtOnce = Slab(repeating: 0, count: 2 * traffic.count)
    self.plan = plan
    self.tracer = tracer
  }

  /// When anything happens next in a group; `Int.max` for never.
  @inline(__always)
  func nextTime(inGroup group: Int) -> Int {
    var earliest = Int.max
    for place in plan.places(ofGroup: group) {
      earliest = min(earliest, phones[Int(plan.members[place])].agenda.earliest)
    }
    return earliest < PatientCall.never ? earliest : .max
  }

  /// Lets everything happen in a group up to and including an instant, or until a survey call is settled.
  mutating func advance(group: Int, to end: Int) {
    let places = plan.places(ofGroup: group)
    if places.count == 1 {
      advance(practice: Int(plan.members[places.lowerBound]), to: end)
    } else {
      advance(groupAt: places, to: end)
    }
  }

  /// Lets everything happen on one telephone up to and including an instant, or until a survey call is settled.
  private mutating func advance(practice: Int, to end: Int) {
    guard settledCalls.isEmpty else { return }
    while true {
      let next = phones[practice].agenda.earliestButPatientCall
      // Patients' calls are most of what happens, and the last at an instant; none of them ends an interviewer's.
      let limit = min(next, end &+ 1)
      var standsInLine = false
      while !standsInLine, phones[practice].agenda.patientCall < limit {
        standsInLine = takePatientCall(at: practice, phones[practice].agenda.patientCall)
      }
      if standsInLine { continue }
      if next > end { return }
      stepButPatientCall(practice, at: next)
      guard settledCalls.isEmpty else { return }
    }
  }

  /// Lets everything happen in a group of several: to each member by itself until one may touch another, and at that
  /// instant one thing after the other.
  private mutating func advance(groupAt places: Range<Int>, to end: Int) {
    while true {
      let meeting = nextMeeting(of: places)
      for place in places {
        let practice = Int(plan.members[place])
        if phones[practice].agenda.earliest < meeting {
          advance(practice: practice, to: min(meeting &- 1, end))
        }
      }
      guard meeting <= end, settledCalls.isEmpty else { return }
      if let practice = next(of: places, at: meeting) { step(practice, at: meeting) }
    }
  }

  /// When a member of a group may touch another next: something happens to one that forwards calls, or somebody hangs up
  /// where a visitor waits, who will dial another number again.
  @inline(__always)
  private func nextMeeting(of places: Range<Int>) -> Int {
    var meeting = Int.max
    for place in places {
      let practice = Int(plan.members[place])
      let from = phones[practice].touchesFrom
      if from < meeting { meeting = min(meeting, max(from, phones[practice].agenda.earliest)) }
      if phones[practice].hasVisitors { meeting = min(meeting, phones[practice].agenda.hangUp) }
    }
    return meeting
  }

  /// Lets the next thing happen on a practice's telephone.
  private mutating func step(_ practice: Int, at time: Int) {
    if time < phones[practice].agenda.earliestButPatientCall {
      _ = takePatientCall(at: practice, time)
    } else {
      stepButPatientCall(practice, at: time)
    }
  }

  /// Lets the next thing happen that is no patient's call.
  @inline(__always)
  private mutating func stepButPatientCall(_ practice: Int, at time: Int) {
    switch phones[practice].agenda.event(at: time) {
    case .timetable: turnTimetable(of: practice, at: time)
    case .release: releaseAnswerers(of: practice, at: time)
    case .hangUp: hangUp(at: practice, time)
    case .callToCome: takeCallToCome(at: practice, time)
    case .patientCall, .never: break
    }
  }

  /// The practice of a group to which something happens at an instant, if there is one.
  ///
  /// At one instant the events' priority decides across the group, so that a forwarded call meets a telephone that is up to
  /// date; then the order of the group's members, which is that of their stream keys and not of their positions.
  @inline(__always)
  private func next(of places: Range<Int>, at time: Int) -> Int? {
    var found: (practice: Int, event: PhoneEvent)?
    for place in places {
      let practice = Int(plan.members[place])
      guard phones[practice].agenda.earliest == time else { continue }
      let event = phones[practice].agenda.event(at: time)
      if event < found?.event ?? .never { found = (practice, event) }
    }
    return found?.practice
  }

  /// Writes an event down, of the caller with a key or of nobody, if somebody watches.
  @inline(__always)
  mutating func trace(_ kind: TraceEvent.Kind, _ time: Int, _ practice: Int, _ key: UInt64 = 0) {
    if Watcher.isOn {
      tracer.record(.init(time: time, practice: practice, caller: key, kind: kind))
    }
  }
}

/// How a survey call ended.
struct SettledCall {
  /// Which one.
  var token: Int32
  var disposition: Disposition
  /// From dialling to the answer, or to the end of an attempt in vain, in milliseconds.
  var wait: Int
  /// When the line was free again.
  var end: Int
}
