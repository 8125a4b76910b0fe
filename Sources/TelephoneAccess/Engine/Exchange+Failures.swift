internal import Randomness
internal import SurveyDesign

/// What happens to callers whom nobody answers.
extension Exchange {
  /// Every line is taken.
  mutating func meetBusyTone(_ call: Int, at time: Int, _ practice: Int) {
    trace(.busyTone, time, practice, pool.calls[call].key)
    guard pool.calls[call].isPatient else {
      return settle(call, .busy, wait: time - pool.calls[call].since, end: time)
    }
    traffic[pool.calls[call].slot].blocked += 1
    tryAgain(call, after: .busy, at: time)
  }

  /// The caller hears that there is a queue and goes.
  mutating func balk(_ call: Int, at time: Int, _ practice: Int) {
    trace(.balks, time, practice, pool.calls[call].key)
    traffic[pool.calls[call].slot].balked += 1
    tryAgain(call, after: .abandonment, at: time)
  }

  /// The caller gives up waiting, in a queue or while it rings.
  mutating func abandon(_ call: Int, at time: Int, _ practice: Int) {
    let wait = time - pool.calls[call].since
    trace(.hangsUp(wait: wait), time, practice, pool.calls[call].key)
    let hasQueue = plan.practices[practice].hasQueue
    guard pool.calls[call].isPatient else {
      return settle(call, hasQueue ? .holdLimit : .noAnswer, wait: wait, end: time)
    }
    let slot = pool.calls[call].slot
    traffic[slot].abandoned += 1
    traffic[slot].abandonedWait += wait
    tryAgain(call, after: hasQueue ? .abandonment : .noAnswer, at: time)
  }

  /// Nobody answers newcomers: a message, the partner's telephone, the acute line or just the ringing.
  mutating func meet(_ state: OffState, _ call: Int, at time: Int, _ practice: Int) {
    trace(.meetsOff(state), time, practice, pool.calls[call].key)
    let partner = Int(plan.practices[practice].partner)
    if state == .forwarding, partner >= 0 {
      trace(.forwarded(to: partner), time, practice, pool.calls[call].key)
      if pool.calls[call].isPatient, Int(pool.calls[call].home) == practice {
        traffic[pool.calls[call].slot].forwarded += 1
      }
      connect(call, at: time, partner, isFree: hasFreeAnswerer(partner, at: time))
      return
    }
    if pool.calls[call].isPatient {
      patient(call, meets: state, at: time, practice)
    } else {
      interviewer(call, meets: state, at: time, practice)
    }
  }

  private mutating func patient(_ call: Int, meets state: OffState, at time: Int, _ practice: Int) {
    if pool.calls[call].kind == .urgent, plan.practices[practice].hasAcuteLine {
      let wait = plan.callers.draw(.acuteLineAnswer, .acuteLineAnswer, key: pool.calls[call].key)
      trace(.acuteLineAnswered(wait: wait), time, practice, pool.calls[call].key)
      return countAnswer(to: call, wait: time - pool.calls[call].since + wait)
    }
    traffic[pool.calls[call].slot].off += 1
    switch state {
    case .referralMessage, .acuteLine: pool.release(call)
    case .messageWithoutReferral, .messageToOutOfHours: giveUp(call, at: time)
    case .forwarding, .ringsOut:
      let ringing = plan.callers.draw(.ringPatience, .patience, key: pool.calls[call].key)
      tryAgain(call, after: .noAnswer, at: time + ringing)
    }
  }

  private mutating func interviewer(_ call: Int, meets state: OffState, at time: Int, _ practice: Int) {
    let (key, since) = (pool.calls[call].key, pool.calls[call].since)
    let message = plan.callers.draw(.surveyMessage, .message, key: key)
    let wait = time - since
    switch state {
    case .referralMessage where plan.callers.followsReferrals && !pool.calls[call].followsReferral:
      followReferral(call, at: time + message, practice)
    case .referralMessage: settle(call, .referralMessage, wait: wait, end: time + message)
    case .messageWithoutReferral: settle(call, .messageWithoutReferral, wait: wait, end: time + message)
    case .messageToOutOfHours: settle(call, .messageToOutOfHours, wait: wait, end: time + message)
    case .acuteLine:
      let ringing = plan.callers.draw(.acuteLineAnswer, .acuteLineAnswer, key: key)
      let answered = ringing <= plan.callers.ringLimit || pool.calls[call].kind == .openProbe
      let rung = wait + message + (answered ? ringing : plan.callers.ringLimit)
      let talk = plan.callers.draw(.surveyTalk, .talk, key: key)
      settle(
        call, answered ? .acuteLineAnswered : .noAnswer, wait: rung,
        end: since + rung + (answered ? talk : 0))
    case .forwarding, .ringsOut:
      settle(call, .noAnswer, wait: wait + plan.callers.ringLimit, end: time + plan.callers.ringLimit)
    }
  }

  /// The interviewer rings the substitute whom the message names.
  private mutating func followReferral(_ call: Int, at time: Int, _ practice: Int) {
    let partner = Int(plan.practices[practice].partner)
    guard partner >= 0 else {
      return settle(call, .referralUnanswered, wait: time - pool.calls[call].since, end: time)
    }
    trace(.followsReferral(to: partner), time, practice, pool.calls[call].key)
    pool.calls[call].followsReferral = true
    add(call, at: time, toCallsToComeOf: partner)
  }

  /// The caller redials later in the day, or gives up.
  private mutating func tryAgain(_ call: Int, after reason: Failure, at time: Int) {
    let (key, home) = (pool.calls[call].key, Int(pool.calls[call].home))
    if pool.calls[call].redials < plan.callers.mostRedials, plan.callers.redials(key, after: reason) {
      let next = time &+ plan.callers.draw(reason.delay, .redialDelay, key: key)
      if next < plan.practices[home].closes {
        trace(.redials(at: next), time, home, key)
        redial(call, at: next)
        let again = PatientCall(pool.calls[call])
        pool.release(call)
        return insert(again, at: home)
      }
    }
    giveUp(call, at: time)
  }

  /// Makes a call the same caller's next try.
  @inline(__always)
  mutating func redial(_ call: Int, at time: Int) {
    let earlier = pool.calls[call].key
    pool.calls[call].redial(at: time)
    if Watcher.isOn { tracer.recognise(pool.calls[call].key, as: earlier) }
  }

  /// The caller fails for the day; some turn to the out-of-hours service.
  private mutating func giveUp(_ call: Int, at time: Int) {
    if plan.callers.displaces(pool.calls[call].key, at: time) {
      traffic[pool.calls[call].slot].displaced += 1
      trace(.displaced, time, Int(pool.calls[call].home), pool.calls[call].key)
    }
    pool.release(call)
  }
}

/// What makes a caller think of trying again.
enum Failure {
  /// Every line was taken.
  case busy
  /// The caller gave up in a queue or at its message.
  case abandonment
  /// It rang, and nobody answered.
  case noAnswer

  /// How long the caller lets pass.
  var delay: DurationKind {
    switch self {
    case .busy: .redialAfterBusy
    case .abandonment: .redialAfterAbandonment
    case .noAnswer: .redialAfterNoAnswer
    }
  }
}
