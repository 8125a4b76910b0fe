internal import SurveyDesign

/// How answerers take calls.
extension Exchange {
  /// A free answerer takes the call; a probe takes no answerer's time.
  @inline(__always)
  mutating func answerCall(of practice: PracticePlace, at time: Instant) {
    let (kind, key) = (call.kind, call.key)
    let wait = time - call.since
    switch kind {
    case .probe, .openProbe:
      settle(dispositionOfAnswer(of: practice), wait: wait, end: time)
    case .survey:
      let disposition = dispositionOfAnswer(of: practice)
      // An answerer who refuses says so in no time that matters.
      let talk = disposition == .refused ? 0 : plan.callers.draw(.surveyTalk, .talk, key: key)
      traceAnswer(of: practice, at: time, wait: wait, until: time + talk, key)
      occupyAnswerer(of: practice, at: time, for: talk, isUrgent: call.hasOwnNumber)
      settle(disposition, wait: wait, end: time + talk)
    case .patient, .urgent, .professional:
      let talk = talk(of: practice, key: key, isProfessional: kind == .professional)
      traceAnswer(of: practice, at: time, wait: wait, until: time + talk, key)
      occupyAnswerer(of: practice, at: time, for: talk, isUrgent: call.hasOwnNumber)
      countAnswer(after: wait)
    }
  }

  @inline(__always)
  private mutating func traceAnswer(
    of practice: PracticePlace, at time: Instant, wait: Int, until: Instant, _ key: UInt64
  ) {
    trace(
      .answered(by: phones[practice].answerer, wait: wait, until: until.milliseconds), of: practice, at: time,
      key)
  }

  /// How long a patient talks to the doctor or the staff on duty, or a professional to whoever it is, in milliseconds.
  @inline(__always)
  func talk(of practice: PracticePlace, key: UInt64, isProfessional: Bool = false) -> Int {
    let ofPatient: DurationKind = phones[practice].answerer == .doctor ? .talkWithDoctor : .talkWithStaff
    return plan.callers.draw(isProfessional ? .talkWithProfessional : ofPatient, .talk, key: key)
  }

  /// The answerer who is free first is on the telephone from a time on.
  ///
  /// - Returns: Where the slot in which the talk begins is counted.
  @discardableResult @inline(__always)
  mutating func occupyAnswerer(
    of practice: PracticePlace, at time: Instant, for talk: Int, isUrgent: Bool
  ) -> Int {
    let end = time + min(talk, Self.longestTalk)
    let callEnd = CallEnd(at: end, isUrgent: isUrgent)
    if isUrgent { phones[practice].unusualUntil = max(phones[practice].unusualUntil, end) }
    let last = Int(phones[practice].lastAnswerer)
    if phones[practice].answerers == 1 {
      // One answerer is what most practices have most of the day.
      callEnds[last] = callEnd
      phones[practice].freeFrom = end
      phones[practice].answersFrom = end
    } else {
      // Without a branch: the processor cannot predict who is free next.
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
      traffic[first &+ stretch.slot].busy &+= end - time
    } else {
      countBusy(from: time, to: end, first: first)
    }
    return first &+ stretch.slot
  }

  /// Four days: a call that never ends keeps its answerer beyond any horizon, and sums stay far from overflow.
  private static var longestTalk: Int { 345_600_000 }
}
