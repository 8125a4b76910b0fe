internal import SurveyDesign

/// Callers who hang up, keep their place in line and are rung back.
extension Exchange {
  /// Whether a caller who must wait is offered to be rung back, and accepts.
  @inline(__always)
  func acceptsCallback(of practice: PracticePlace, as kind: CallKind) -> Bool {
    let planned = plan.practices[practice]
    guard phones[practice].waiting.count &- phones[practice].virtualWaiting >= planned.callbackFrom else {
      return false
    }
    return switch kind {
    case .patient: planned.callback.happens(.callback, to: call.key)
    case .survey, .probe:
      plan.callers.acceptsCallbacks && !plan.callers.ringsAsProfessional && !call.followsReferral
    case .urgent, .professional, .openProbe: false
    }
  }

  /// The caller hangs up and keeps the place in line; an interviewer notes the promise and goes on.
  mutating func promiseCallback(of practice: PracticePlace, at time: Instant) {
    trace(.acceptsCallback, of: practice, at: time, call.key)
    call.isCallback = true
    pool.append(call, until: time + DurationSampler.endless, to: &phones[practice].waiting)
    phones[practice].virtualWaiting &+= call.isVirtual ? 1 : 0
    phones[practice].toRingBack &+= call.isVirtual ? 0 : 1
    phones[practice].agenda.release = phones[practice].freeFrom
    phones[practice].answersFrom = .never
    // Until the practice rings back, it has not.
    if call.kind == .survey { settle(.callbackPromised, wait: Self.wholeDay, end: time) }
  }

  /// A free answerer rings back whoever has the first place in line.
  mutating func ringBack(of practice: PracticePlace, at time: Instant) {
    phones[practice].toRingBack &-= call.isVirtual ? 0 : 1
    let wait = time - call.since
    switch call.kind {
    case .probe, .openProbe: settle(.callbackPromised, wait: wait, end: time)
    case .survey:
      let talk = plan.callers.draw(.surveyTalk, .talk, key: call.key)
      trace(.ringsBack(wait: wait, isReached: true), of: practice, at: time, call.key)
      occupyAnswerer(of: practice, at: time, for: talk, isUrgent: false)
      keptPromises.append(KeptPromise(key: call.key, wait: wait))
    case .patient, .urgent, .professional:
      let isReached = plan.callers.callbackReached.happens(.callbackReached, to: call.key)
      let duration =
        isReached
        ? talk(of: practice, key: call.key)
        : plan.callers.draw(.callbackRinging, .callbackReached, key: call.key)
      trace(.ringsBack(wait: wait, isReached: isReached), of: practice, at: time, call.key)
      occupyAnswerer(of: practice, at: time, for: duration, isUrgent: false)
      let slot = call.slot
      if isReached {
        traffic[slot].calledBack += 1
        traffic[slot].calledBackWait += wait
      } else {
        traffic[slot].calledBackInVain += 1
      }
    }
  }
}

/// A practice has rung an interviewer back.
struct KeptPromise {
  /// The key of the interviewer's call.
  var key: UInt64
  /// From dialling to the practice's call, in milliseconds.
  var wait: Int
}
