internal import SurveyDesign

/// Callers who hang up, keep their place in line and are rung back.
extension Exchange {
  /// Offers a caller who must wait to be rung back, where so many wait that this is offered.
  ///
  /// - Returns: Whether the caller accepts, and now stands in line without holding it.
  @inline(never)
  mutating func offerCallback(of practice: PracticePlace, at time: Instant) -> Bool {
    let others = phones[practice].waiting.count &- phones[practice].virtualWaiting
    guard others >= plan.practices[practice].callbackFrom, acceptsCallback(of: practice) else { return false }
    promiseCallback(of: practice, at: time)
    return true
  }

  @inline(__always)
  private func acceptsCallback(of practice: PracticePlace) -> Bool {
    switch call.kind {
    case .patient: plan.practices[practice].callback.happens(.callback, to: call.key)
    case .survey, .probe:
      plan.callers.acceptsCallbacks && !plan.callers.ringsAsProfessional && !call.followsReferral
    case .urgent, .professional, .openProbe: false
    }
  }

  /// The caller hangs up and keeps the place in line; an interviewer notes the promise and goes on.
  private mutating func promiseCallback(of practice: PracticePlace, at time: Instant) {
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
  @inline(never)
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
