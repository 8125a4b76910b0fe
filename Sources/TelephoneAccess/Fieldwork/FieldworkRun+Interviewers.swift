internal import Randomness
internal import SurveyDesign

/// The interviewers' day: they ring the practices on their lists, wait, write up and ring again.
extension FieldworkRun {
  /// The interviewers' day: whatever comes first happens first, on a telephone that an interviewer rings or at a desk.
  mutating func ringAllPractices() {
    while true {
      let dialling = nextToDial
      if let (group, end) = nextToRing(until: dialling?.time ?? .never) {
        exchange.advance(group: group, to: end)
        writeDownSettledCalls()
      } else if let (interviewer, time) = dialling {
        dial(interviewer, at: time)
        writeDownSettledCalls()
      } else {
        return
      }
    }
  }

  /// The interviewer who can dial first, and when.
  @inline(__always)
  private var nextToDial: (interviewer: Int, time: Instant)? {
    var first: (interviewer: Int, time: Instant)?
    for interviewer in interviewers.indices where interviewers[interviewer].nextDial < first?.time ?? .never {
      first = (interviewer, interviewers[interviewer].nextDial)
    }
    return first
  }

  /// The group, among those an interviewer is waiting in, where something happens first, up to a time; and up to when it can
  /// be followed at once.
  ///
  /// For a practice by itself that is until something happens elsewhere, where its next caller may come from. Members of a
  /// group run ahead of one another, so that they are followed from one thing to the next.
  @inline(__always)
  private func nextToRing(until end: Instant) -> (group: Int, end: Instant)? {
    var (earliest, second, found) = (Instant.never, min(end, Self.horizon), -1)
    for interviewer in interviewers.indices {
      guard let practice = interviewers[interviewer].listensTo else { continue }
      let group = exchange.plan.group(of: practice)
      let time = exchange.nextTime(inGroup: group)
      if time <= end, time < earliest {
        (earliest, second, found) = (time, min(earliest, second), group)
      } else {
        second = min(time, second)
      }
    }
    guard found >= 0 else { return nil }
    return (found, exchange.plan.places(ofGroup: found).count == 1 ? max(earliest, second) : earliest)
  }

  private mutating func dial(_ interviewer: Int, at time: Instant) {
    guard let due = interviewers[interviewer].takeNext() else { return }
    guard let slot = slot(for: due, at: time, interviewer) else { return }
    let practice = due.practice
    if hasWrongNumber[practice.index] { return hearWrongNumber(due, slot: slot, at: time, interviewer) }
    exchange.advance(group: exchange.plan.group(of: practice), to: time)
    var stream = stream(of: practice, .surveyCalls)
    let key = SplitMix64.mix(stream.next() &+ UInt64(due.call.slotIndex) << 32 &+ UInt64(due.attempt))
    interviewers[interviewer].listen(to: due, since: time, slot: slot, key: key)
    exchange.call = Call(
      key: key, since: time, home: practice, token: interviewer, redials: due.attempt - 1, kind: .survey)
    exchange.chooseNumber(of: practice)
    exchange.beginCall(
      of: practice, at: time, isFree: exchange.hasFreeAnswerer(of: practice, at: time))
  }

  /// Whoever answers is no practice: it takes as long to hear as a message, and is written up as any call.
  private mutating func hearWrongNumber(_ due: DueCall, slot: Int, at time: Instant, _ interviewer: Int) {
    var stream = stream(of: due.practice, .surveyCalls)
    let key = SplitMix64.mix(stream.next() &+ UInt64(due.call.slotIndex) << 32 &+ UInt64(due.attempt))
    note(
      CallAttempt(
        due.call, slot: slot, date: today, attemptInRound: due.attempt, due: due.due, dialled: time,
        disposition: .wrongNumber, wait: 0, interviewer: interviewer))
    let heard = time + exchange.plan.callers.draw(.surveyMessage, .message, key: key)
    let written = heard + exchange.plan.callers.draw(.surveyWrapUp, .wrapUp, key: key)
    interviewers[interviewer].writeUp(until: written)
    result.interviewerTime += written - time
  }

  /// The slot that a call dialled at a time counts for; `nil` if the rule for late calls forbids dialling it now.
  private mutating func slot(for due: DueCall, at time: Instant, _ interviewer: Int) -> Int? {
    let planned = due.slot
    if time < Instant(slots[planned].to) { return planned }
    // A redial whose slot is over is not made: the earlier attempt stands.
    guard due.attempt == 1 else { return nil }
    switch fieldwork.lateRule {
    case .dialLate:
      if time.milliseconds < TimeOfDay.maximumMilliseconds { return planned }
    case .recordActualSlot:
      let actual = exchange.plan.slots.slot(at: time)
      if actual < slots.count { return actual }
    case .moveToNextDay:
      if let lastDay, today < lastDay {
        moved.append(due.call)
        return nil
      }
    }
    note(
      CallAttempt(
        due.call, slot: planned, date: today, due: due.due, dialled: nil, disposition: .notAttempted, wait: 0,
        interviewer: interviewer))
    return nil
  }

  private mutating func note(_ attempt: CallAttempt) {
    result.attempts.append(attempt)
    result.attempts[result.attempts.count - 1].round = round
  }

  /// Notes of the practices that have rung back how long that took; the others keep the note of a promise alone.
  mutating func writeDownKeptPromises() {
    for kept in exchange.keptPromises {
      guard let (_, attempt) = promised.first(where: { $0.key == kept.key }) else { continue }
      result.attempts[attempt].wait = kept.wait
    }
    exchange.keptPromises.removeAll(keepingCapacity: true)
    promised.removeAll(keepingCapacity: true)
  }

  private mutating func writeDownSettledCalls() {
    while let settled = exchange.settledCalls.popLast() {
      let interviewer = Int(settled.token)
      guard let (due, dialled, slot, key) = interviewers[interviewer].hangUp() else { continue }
      if settled.disposition == .callbackPromised { promised.append((key, result.attempts.count)) }
      note(
        CallAttempt(
          due.call, slot: slot, date: today, attemptInRound: due.attempt, due: due.due, dialled: dialled,
          disposition: settled.disposition, wait: settled.wait, interviewer: interviewer))

      let written = settled.end + exchange.plan.callers.draw(.surveyWrapUp, .wrapUp, key: key)
      interviewers[interviewer].writeUp(until: written)
      result.interviewerTime += written - dialled

      let again = exchange.attempts.next(
        after: due.attempt, ending: settled.disposition, at: settled.end, slotEnd: Instant(slots[slot].to))
      if let again {
        interviewers[interviewer].add(
          DueCall(call: due.call, slot: slot, attempt: due.attempt + 1, due: again))
      }
    }
  }
}
