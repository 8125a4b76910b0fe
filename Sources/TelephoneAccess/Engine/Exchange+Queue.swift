internal import Randomness
internal import SurveyDesign

/// How answerers take calls, and how calls end.
extension Exchange {
  /// The timetable moves on; answerers who come begin at once, and nobody who leaves cuts a call short.
  mutating func turnTimetable(of practice: Int, at time: Int) {
    phones[practice].period += 1
    let period = plan.periods[Int(phones[practice].period)]
    phones[practice].agenda.timetable = period.end
    phones[practice].state = period.state
    if case .staffed(let answerers, let answerer) = period.state {
      phones[practice].answerers = Int32(answerers)
      phones[practice].answerer = answerer
    }
    trace(.timetable(period.state), time, practice)
    releaseAnswerers(of: practice, at: time)
  }

  /// Ends the calls that are over and lets the free answerers take those waiting, urgent calls first.
  mutating func releaseAnswerers(of practice: Int, at time: Int) {
    endCalls(of: practice, at: time)
    while phones[practice].busy < phones[practice].answerers, !phones[practice].isQueueEmpty {
      let next: WaitingCall
      if phones[practice].urgentWaiting.isEmpty {
        next = pool.removeFirst(from: &phones[practice].waiting)
        phones[practice].virtualWaiting -= next.call.isVirtual ? 1 : 0
      } else {
        next = pool.removeFirst(from: &phones[practice].urgentWaiting)
      }
      if next.until == phones[practice].agenda.hangUp { updateNextHangUp(of: practice) }
      answer(next.call, at: time, practice)
    }
    phones[practice].agenda.release = phones[practice].isQueueEmpty ? .max : earliestEnd(of: practice)
  }

  /// Forgets the calls that have ended.
  ///
  /// O(answerers).
  mutating func endCalls(of practice: Int, at time: Int) {
    let first = Int(plan.practices[practice].firstAnswerer)
    var behind = first
    var busyUrgent = 0
    // Without a branch: whether a call has ended is what nobody can predict.
    for place in first..<first &+ Int(phones[practice].busy) {
      let end = callEnds[place]
      callEnds[behind] = end
      let goesOn = end >> 1 > time ? 1 : 0
      behind &+= goesOn
      busyUrgent &+= goesOn & end
    }
    phones[practice].busy = Int32(truncatingIfNeeded: behind &- first)
    phones[practice].busyUrgent = Int32(truncatingIfNeeded: busyUrgent)
  }

  /// When the first call in progress ends; `Int.max` when there is none.
  ///
  /// O(answerers).
  @inline(__always)
  func earliestEnd(of practice: Int) -> Int {
    let first = Int(plan.practices[practice].firstAnswerer)
    var earliest = Int.max
    for place in first..<first + Int(phones[practice].busy) { earliest = min(earliest, callEnds[place] >> 1) }
    return earliest
  }

  /// A free answerer takes a call; a probe takes nobody's time.
  mutating func answer(_ call: Call, at time: Int, _ practice: Int) {
    let answerer = phones[practice].answerer
    let wait = time - call.since
    switch call.kind {
    case .probe, .openProbe:
      settle(call, disposition(ofAnswerTo: call, at: practice), wait: wait, end: time)
    case .survey:
      let disposition = disposition(ofAnswerTo: call, at: practice)
      // Whoever refuses says so in no time that matters.
      let talk =
        disposition == .refused ? 0 : plan.callers.draw(.surveyTalk, .talk, key: call.key)
      occupyAnswerer(of: practice, from: time, for: talk, urgent: false)
      trace(.answered(by: answerer, wait: wait, until: time + talk), time, practice, call)
      settle(call, disposition, wait: wait, end: time + talk)
    case .patient, .urgent:
      let talk = talk(key: call.key, at: practice)
      occupyAnswerer(of: practice, from: time, for: talk, urgent: call.kind == .urgent)
      trace(.answered(by: answerer, wait: wait, until: time + talk), time, practice, call)
      countAnswer(to: call, wait: wait)
    }
  }

  /// A patient who calls for the first time meets a free answerer: what happens most, in few steps.
  @inline(__always)
  mutating func answerAtOnce(key: UInt64, urgent: Bool, at time: Int, _ practice: Int) {
    let slot = plan.slots.slot(at: time)
    traffic[slot].freshCalls += 1
    traffic[slot].answered += 1
    if plan.callers.answerTarget >= 0 { traffic[slot].answeredWithinTarget += 1 }
    traffic[slot].urgentAnswered += urgent ? 1 : 0
    occupyAnswerer(of: practice, from: time, for: talk(key: key, at: practice), urgent: urgent)
  }

  /// How long a patient talks to whoever answers.
  @inline(__always)
  private func talk(key: UInt64, at practice: Int) -> Int {
    plan.callers.draw(
      phones[practice].answerer == .doctor ? .talkWithDoctor : .talkWithStaff, .talk, key: key)
  }

  @inline(__always)
  private mutating func occupyAnswerer(of practice: Int, from time: Int, for talk: Int, urgent: Bool) {
    let end = time + min(talk, Self.longestTalk)
    callEnds[Int(plan.practices[practice].firstAnswerer + phones[practice].busy)] =
      end << 1 | (urgent ? 1 : 0)
    phones[practice].busy += 1
    phones[practice].busyUrgent += urgent ? 1 : 0
    plan.slots.forEachSlot(from: time, to: end) { slot, time in traffic[slot].busy += time }
  }

  /// Four days: a call that never ends keeps its answerer beyond any horizon, and sums stay far from overflow.
  private static var longestTalk: Int { 345_600_000 }

  mutating func countAnswer(to call: Call, wait: Int) {
    let slot = Int(call.slot)
    traffic[slot].answered += 1
    traffic[slot].wait += wait
    if wait <= plan.callers.answerTarget { traffic[slot].answeredWithinTarget += 1 }
    if call.kind == .urgent {
      traffic[slot].urgentAnswered += 1
      traffic[slot].urgentWait += wait
    }
  }

  /// Somebody has waited long enough.
  mutating func hangUp(at practice: Int, _ time: Int) {
    var found = pool.removeFirst(until: time, from: &phones[practice].waiting)
    if found == nil { found = pool.removeFirst(until: time, from: &phones[practice].urgentWaiting) }
    if let call = found?.call {
      if call.isVirtual { phones[practice].virtualWaiting -= 1 }
      updateNextHangUp(of: practice)
      if phones[practice].isQueueEmpty { phones[practice].agenda.release = .max }
      abandon(call, at: time, practice)
    }
  }

  private mutating func updateNextHangUp(of practice: Int) {
    phones[practice].agenda.hangUp = min(
      pool.earliest(in: phones[practice].waiting), pool.earliest(in: phones[practice].urgentWaiting))
  }
}
