internal import Randomness
internal import SurveyDesign

/// The telephones of a region while one day goes by: the hot loop.
///
/// Practices touch each other only through forwarding, so each group tied by forwarding is advanced by itself, in one
/// stretch, up to the instant at which somebody from outside touches it. All storage is kept from day to day.
///
/// Methods that do not mutate are inlined always: called as functions from the loop they copy the exchange, measured at a
/// third of its time.
struct Exchange<Watcher: Tracer>: Sendable {
  let plan: ExchangePlan
  var phones: ContiguousArray<Phone>
  /// When each call in progress ends, twice the milliseconds, plus one on the acute line; per practice from its
  /// ``PlannedPhone/firstAnswerer`` on, ``Phone/busy`` of them, in no order.
  var callEnds: ContiguousArray<Int>
  var pool = CallPool()
  /// What became of patients' calls, by slot; the last entry is for times outside every slot.
  var traffic: ContiguousArray<TrafficCounts>
  /// Survey calls whose end is known and that nobody has fetched yet.
  var settledCalls: [SettledCall] = []
  /// Probes whose end is known.
  var settledProbes: [SettledCall] = []
  var tracer: Watcher

  init(plan: ExchangePlan, tracer: Watcher) {
    self.plan = plan
    self.tracer = tracer
    phones = .init(repeating: Phone(), count: plan.practices.count)
    callEnds = .init(repeating: 0, count: plan.answererCount)
    traffic = .init(repeating: TrafficCounts(), count: plan.slots.count + 1)
  }

  /// When anything happens next in a group; `Int.max` for never.
  @inline(__always)
  func nextTime(inGroup group: Int) -> Int {
    var earliest = Int.max
    for position in plan.groupStart[group]..<plan.groupStart[group + 1] {
      earliest = min(earliest, phones[Int(plan.members[Int(position)])].nextTime)
    }
    return earliest
  }

  /// Lets everything happen in a group up to and including an instant, or until a survey call is settled.
  mutating func advance(group: Int, to end: Int) {
    let (first, last) = (plan.groupStart[group], plan.groupStart[group + 1])
    if last - first == 1 {
      let practice = Int(plan.members[Int(first)])
      while phones[practice].nextTime <= end, settledCalls.isEmpty { step(practice) }
    } else {
      while settledCalls.isEmpty, let practice = earliest(inGroup: group, until: end) { step(practice) }
    }
  }

  /// Lets the next thing happen on a practice's telephone.
  private mutating func step(_ practice: Int) {
    switch phones[practice].nextEvent {
    case .timetable: turnTimetable(of: practice)
    case .release: releaseAnswerers(of: practice, at: phones[practice].nextRelease)
    case .hangUp: hangUp(at: practice, phones[practice].nextHangUp)
    case .callToCome: takeCallToCome(at: practice)
    case .freshCall: takeFreshCall(at: practice)
    }
  }

  /// The practice of a group where something happens first, up to a time.
  ///
  /// At one instant the events' priority decides across the group, so that a forwarded call meets a telephone that is up to
  /// date; then the order of the group's members, which is that of their stream keys and not of their positions.
  @inline(__always)
  private func earliest(inGroup group: Int, until end: Int) -> Int? {
    var (earliest, found): (Int, Int?) = (.max, nil)
    for position in plan.groupStart[group]..<plan.groupStart[group + 1] {
      let practice = Int(plan.members[Int(position)])
      let time = phones[practice].nextTime
      guard time <= end, time <= earliest else { continue }
      if let found, time == earliest, phones[practice].nextEvent >= phones[found].nextEvent { continue }
      (earliest, found) = (time, practice)
    }
    return found
  }

  mutating func trace(_ kind: TraceEvent.Kind, _ time: Int, _ practice: Int, _ call: Call? = nil) {
    if Watcher.isOn {
      tracer.record(.init(time: time, practice: practice, caller: call?.origin ?? 0, kind: kind))
    }
  }
}

/// How a survey call or a probe ended.
struct SettledCall {
  /// Which one.
  var token: Int32
  /// Whether an open probe ended, rather than one that follows the survey's protocol.
  var isOpen: Bool
  var disposition: Disposition
  /// From dialling to the answer, or to the end of an attempt in vain, in milliseconds.
  var wait: Int
  /// When the line was free again.
  var end: Int
}
