internal import Randomness
internal import SurveyDesign

/// The telephones of a region while one day goes by: the hot loop.
///
/// Practices touch each other only through forwarding, so each group tied by forwarding is advanced by itself, in one
/// stretch, up to the instant at which somebody from outside touches it. All storage is kept from day to day.
///
/// Methods that do not mutate are inlined always: called as functions from the loop they make the compiler (6.3) copy the
/// exchange, although it cannot be copied, measured at a tenth of its time.
struct Exchange<Watcher: Tracer>: ~Copyable {
  let plan: ExchangePlan
  var phones: Slab<Phone>
  /// When each answerer's last call ends, twice the milliseconds, plus one on the acute line; per practice from its
  /// ``PlannedPhone/firstAnswerer`` on. The first ``Phone/answerers`` of them are on duty.
  var callEnds: Slab<Int>
  /// Until when callers wait whose fate is known, ``mostForeseen`` per practice.
  var foreseenEnds: Slab<Int>
  /// While a group of several is advanced: when anything happens next, by place in ``ExchangePlan/members``.
  private var nextTimes: Slab<Int>
  /// The fresh calls drawn ahead, ``FreshCall/batch`` per practice.
  var freshCalls: Slab<FreshCall>
  var pool = CallPool()
  /// What became of patients' calls, by slot; the last entry is for times outside every slot.
  var traffic: Slab<TrafficCounts>
  /// Of those, the patients answered at their first try without waiting, kept apart because they are so many.
  var answeredAtOnce: Slab<AnsweredAtOnce>
  /// Survey calls whose end is known and that nobody has fetched yet.
  var settledCalls: [SettledCall] = []
  /// The probes of all days up to now and how many there are, practice-day by practice-day; within one in the order of
  /// time.
  var probes = Slab<Probe>([])
  var probeCount = 0
  var tracer: Watcher

  init(plan: consuming ExchangePlan, tracer: Watcher) {
    phones = Slab(repeating: Phone(), count: plan.practices.count)
    nextTimes = Slab(repeating: .max, count: plan.practices.count)
    foreseenEnds = Slab(repeating: 0, count: plan.practices.count * Self.mostForeseen)
    callEnds = Slab(repeating: 0, count: plan.answererCount)
    freshCalls = Slab(
      repeating: FreshCall(time: .max, key: 0), count: plan.practices.count * FreshCall.batch)
    traffic = Slab(repeating: TrafficCounts(), count: plan.slots.count + 1)
    answeredAtOnce = Slab(repeating: AnsweredAtOnce(), count: plan.slots.count + 1)
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
    return earliest
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
    while settledCalls.isEmpty {
      let next = phones[practice].agenda.earliestButFresh
      // Fresh calls are most of what happens, and the last at an instant.
      var isNextUnchanged = true
      while isNextUnchanged, phones[practice].agenda.freshCall < min(next, end &+ 1) {
        isNextUnchanged = takeFreshCall(at: practice, phones[practice].agenda.freshCall)
      }
      if isNextUnchanged {
        if next > end { return }
        stepButFresh(practice, at: next)
      }
    }
  }

  /// Lets everything happen in a group of several: to each member by itself while none can touch another, and then one
  /// thing after the other.
  private mutating func advance(groupAt places: Range<Int>, to end: Int) {
    while true {
      let meeting = nextMeeting(of: places)
      for place in places where meeting > 0 {
        advance(practice: Int(plan.members[place]), to: min(meeting &- 1, end))
      }
      if meeting > end { return }
      for place in places { lookAhead(Int(plan.members[place])) }
      repeat {
        guard settledCalls.isEmpty else { return }
        let place = earliest(of: places)
        let time = nextTimes[place]
        if time > end { return }
        let practice = Int(plan.members[place])
        step(practice, at: time)
        lookAhead(practice)
      } while nextMeeting(of: places) == 0
    }
  }

  /// From when on the members of a group may touch each other; 0 for already.
  ///
  /// They do where one forwards calls, or where somebody waits who may have come from another.
  @inline(__always)
  private func nextMeeting(of places: Range<Int>) -> Int {
    var meeting = plan.callers.followsReferrals ? 0 : Int.max
    for place in places {
      let practice = Int(plan.members[place])
      if !phones[practice].isQueueEmpty { return 0 }
      guard plan.practices[practice].forwards else { continue }
      if case .off(.forwarding) = phones[practice].state { return 0 }
      meeting = min(meeting, phones[practice].agenda.timetable)
    }
    return meeting
  }

  /// Notes when anything happens next on a telephone that something has happened to.
  @inline(__always)
  mutating func lookAhead(_ practice: Int) {
    nextTimes[Int(plan.placeOf[practice])] = phones[practice].agenda.earliest
  }

  /// Lets the next thing happen on a practice's telephone.
  private mutating func step(_ practice: Int, at time: Int) {
    if time < phones[practice].agenda.earliestButFresh {
      _ = takeFreshCall(at: practice, time)
    } else {
      stepButFresh(practice, at: time)
    }
  }

  /// Lets the next thing happen that is no fresh call.
  @inline(__always)
  private mutating func stepButFresh(_ practice: Int, at time: Int) {
    switch phones[practice].agenda.event(at: time) {
    case .timetable: turnTimetable(of: practice, at: time)
    case .release: releaseAnswerers(of: practice, at: time)
    case .hangUp: hangUp(at: practice, time)
    case .callToCome: takeCallToCome(at: practice, time)
    case .freshCall: break
    }
  }

  /// Where in a group something happens first.
  ///
  /// At one instant the events' priority decides across the group, so that a forwarded call meets a telephone that is up to
  /// date; then the order of the group's members, which is that of their stream keys and not of their positions.
  @inline(__always)
  private func earliest(of places: Range<Int>) -> Int {
    var found = places.lowerBound
    var earliest = nextTimes[found]
    for place in places.lowerBound &+ 1..<places.upperBound {
      let time = nextTimes[place]
      if time == earliest {
        if event(at: place) < event(at: found) { found = place }
      } else {
        found = time < earliest ? place : found
        earliest = min(earliest, time)
      }
    }
    return found
  }

  @inline(__always)
  private func event(at place: Int) -> PhoneEvent {
    phones[Int(plan.members[place])].agenda.event(at: nextTimes[place])
  }

  /// Writes an event down, of the caller with a key or of nobody, if somebody watches.
  @inline(__always)
  mutating func trace(_ kind: TraceEvent.Kind, _ time: Int, _ practice: Int, _ key: UInt64 = 0) {
    if Watcher.isOn {
      tracer.record(.init(time: time, practice: practice, caller: key, kind: kind))
    }
  }
}

/// Patients answered at their first try, without waiting, in one slot.
struct AnsweredAtOnce {
  var calls = 0
  var urgent = 0
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
