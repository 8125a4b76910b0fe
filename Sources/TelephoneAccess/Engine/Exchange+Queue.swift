internal import Randomness
internal import SurveyDesign

/// How answerers take calls, and how calls end.
extension Exchange {
  /// The timetable moves on; answerers who come begin at once, and nobody who leaves cuts a call short.
  mutating func turnTimetable(of practice: Int, at time: Int) {
    phones[practice].period += 1
    let period = plan.periods[Int(phones[practice].period)]
    phones[practice].agenda.timetable = period.end
    phones[practice].touchesFrom = period.touchesFrom
    phones[practice].state = period.state
    if case .staffed(let answerers, let answerer) = period.state {
      phones[practice].answerer = answerer
      setAnswerers(of: practice, to: answerers)
    }
    trace(.timetable(period.state), time, practice)
    releaseAnswerers(of: practice, at: time)
  }

  /// Sets how many answer from now on.
  ///
  /// Those on duty are the ones whose calls end last: whoever leaves does so after their call, and until then no more calls
  /// are taken than there are answerers on duty.
  private mutating func setAnswerers(of practice: Int, to answerers: Int) {
    guard answerers != Int(phones[practice].answerers) else { return }
    let last = Int(phones[practice].lastAnswerer)
    phones[practice].unusualUntil = callEnds[last].time
    phones[practice].answerers = Int32(answerers)
    phones[practice].freeFrom = answerers == 0 ? .max : callEnds[last &- answerers &+ 1].time
  }

  /// Lets the free answerers take those waiting, urgent calls first.
  mutating func releaseAnswerers(of practice: Int, at time: Int) {
    while phones[practice].freeFrom <= time, !phones[practice].isQueueEmpty {
      if phones[practice].urgentWaiting.isEmpty {
        call = pool.removeFirst(from: &phones[practice].waiting)
        phones[practice].virtualWaiting &-= call.isVirtual ? 1 : 0
      } else {
        call = pool.removeFirst(from: &phones[practice].urgentWaiting)
      }
      answer(at: time, practice)
    }
    watchQueue(of: practice)
  }

  /// Sets the agenda after calls have left the queues.
  ///
  /// While somebody waits the next to hang up stays as it is: it may be early, and then nobody hangs up at that time.
  @inline(__always)
  private mutating func watchQueue(of practice: Int) {
    let isEmpty = phones[practice].isQueueEmpty
    let isStaffed = if case .staffed = phones[practice].state { true } else { false }
    phones[practice].agenda.release = isEmpty ? .max : phones[practice].freeFrom
    phones[practice].answersFrom = isEmpty && isStaffed ? phones[practice].freeFrom : .max
    phones[practice].agenda.hangUp = isEmpty ? .max : phones[practice].agenda.hangUp
    if isEmpty { phones[practice].hasVisitors = false }
  }

  /// A free answerer takes the call; a probe takes nobody's time.
  @inline(__always)
  mutating func answer(at time: Int, _ practice: Int) {
    let (kind, key) = (call.kind, call.key)
    let wait = time &- call.since
    switch kind {
    case .probe, .openProbe:
      settle(dispositionOfAnswer(at: practice), wait: wait, end: time)
    case .survey:
      let disposition = dispositionOfAnswer(at: practice)
      // Whoever refuses says so in no time that matters.
      let talk = disposition == .refused ? 0 : plan.callers.draw(.surveyTalk, .talk, key: key)
      traceAnswer(key, wait: wait, until: time + talk, at: time, practice)
      occupyAnswerer(of: practice, from: time, for: talk, isUrgent: false)
      settle(disposition, wait: wait, end: time + talk)
    case .patient, .urgent:
      let talk = talk(key: key, at: practice)
      traceAnswer(key, wait: wait, until: time &+ talk, at: time, practice)
      occupyAnswerer(of: practice, from: time, for: talk, isUrgent: kind == .urgent)
      countAnswer(after: wait)
    }
  }

  @inline(__always)
  private mutating func traceAnswer(_ key: UInt64, wait: Int, until: Int, at time: Int, _ practice: Int) {
    trace(.answered(by: phones[practice].answerer, wait: wait, until: until), time, practice, key)
  }

  /// A patient on the ordinary number meets a free answerer: what happens most, in few steps.
  @inline(__always)
  mutating func answerAtOnce(_ patient: PatientCall, at time: Int, _ practice: Int) {
    let slot = occupyAnswerer(
      of: practice, from: time, for: talk(key: patient.key, at: practice), isUrgent: false)
    answeredAtOnce[2 &* slot &+ (patient.redials > 0 ? 1 : 0)] &+= 1
  }

  /// How long a patient talks to whoever answers.
  @inline(__always)
  private func talk(key: UInt64, at practice: Int) -> Int {
    plan.callers.draw(
      phones[practice].answerer == .doctor ? .talkWithDoctor : .talkWithStaff, .talk, key: key)
  }

  /// The answerer who is free first is on the telephone from a time on.
  ///
  /// - Returns: Where the slot in which the talk begins is counted.
  @discardableResult @inline(__always)
  private mutating func occupyAnswerer(
    of practice: Int, from time: Int, for talk: Int, isUrgent: Bool
  ) -> Int {
    let end = time &+ min(talk, Self.longestTalk)
    let callEnd = CallEnd(at: end, isUrgent: isUrgent)
    if isUrgent { phones[practice].unusualUntil = max(phones[practice].unusualUntil, end) }
    let last = Int(phones[practice].lastAnswerer)
    if phones[practice].answerers == 1 {
      // One answerer is what most practices have most of the day.
      callEnds[last] = callEnd
      phones[practice].freeFrom = end
      phones[practice].answersFrom = end
    } else {
      // Without a branch: who is free next is what nobody can predict.
      var place = last &- Int(phones[practice].answerers) &+ 1
      phones[practice].freeFrom = min(end, callEnds[place &+ 1].time)
      phones[practice].answersFrom = phones[practice].freeFrom
      var later = callEnd
      while place < last {
        let other = callEnds[place &+ 1]
        callEnds[place] = min(other, later)
        later = max(other, later)
        place &+= 1
      }
      callEnds[last] = later
    }
    let stretch = plan.slots.stretch(at: time)
    let first = Int(phones[practice].firstCount)
    if end <= stretch.end {
      traffic[first &+ stretch.slot].busy &+= end &- time
    } else {
      countBusy(from: time, to: end, first: first)
    }
    return first &+ stretch.slot
  }

  /// Adds an answerer's time on the telephone to the slots that it touches.
  @inline(never)
  private mutating func countBusy(from time: Int, to end: Int, first: Int) {
    plan.slots.forEachSlot(from: time, to: end) { slot, time in traffic[first + slot].busy += time }
  }

  /// Four days: a call that never ends keeps its answerer beyond any horizon, and sums stay far from overflow.
  private static var longestTalk: Int { 345_600_000 }

  /// Counts a patient's call that is answered.
  mutating func countAnswer(after wait: Int) {
    let slot = call.slot
    traffic[slot].answered &+= 1
    traffic[slot].wait &+= wait
    traffic[slot].answeredWithinTarget &+= wait <= plan.callers.answerTarget ? 1 : 0
    if call.kind == .urgent {
      traffic[slot].urgentAnswered &+= 1
      traffic[slot].urgentWait &+= wait
    }
  }

  /// What became of patients' calls, by slot, of practices that count and then of those that only lived along; and begins to
  /// count anew.
  mutating func takeTraffic() -> [TrafficCounts] {
    var taken = traffic.elements
    for slot in 0..<traffic.count {
      let (fresh, redials) = (2 * slot, 2 * slot + 1)
      let atOnce = answeredAtOnce[fresh] + answeredAtOnce[redials]
      taken[slot].freshCalls = answeredAtOnce[fresh] + notAnsweredAtOnce[fresh]
      taken[slot].redials = answeredAtOnce[redials] + notAnsweredAtOnce[redials]
      taken[slot].answered += atOnce
      taken[slot].answeredWithinTarget += plan.callers.answerTarget >= 0 ? atOnce : 0
      traffic[slot] = TrafficCounts()
      for place in [fresh, redials] {
        answeredAtOnce[place] = 0
        notAnsweredAtOnce[place] = 0
      }
    }
    return taken
  }

  /// Somebody has waited long enough, unless they were answered meanwhile.
  mutating func hangUp(at practice: Int, _ time: Int) {
    var found = pool.removeFirst(until: time, from: &phones[practice].waiting)
    if found == nil { found = pool.removeFirst(until: time, from: &phones[practice].urgentWaiting) }
    phones[practice].agenda.hangUp = min(
      pool.earliest(in: phones[practice].waiting), pool.earliest(in: phones[practice].urgentWaiting))
    if let found {
      call = found
      phones[practice].virtualWaiting &-= call.isVirtual ? 1 : 0
      watchQueue(of: practice)
      abandon(at: time, practice)
    }
  }
}
