internal import Randomness
internal import SurveyDesign

/// What happens to callers whom nobody answers.
extension Exchange {
  /// Every line is taken.
  mutating func meetBusyTone(at time: Int, _ practice: Int) {
    trace(.busyTone, time, practice, call.key)
    guard call.isPatient else {
      return settle(.busy, wait: time - call.since, end: time)
    }
    traffic[call.slot].blocked += 1
    tryAgain(after: .busy, at: time)
  }

  /// The caller hears that there is a queue and goes.
  mutating func balk(at time: Int, _ practice: Int) {
    trace(.balks, time, practice, call.key)
    traffic[call.slot].balked += 1
    tryAgain(after: .abandonment, at: time)
  }

  /// The caller gives up waiting, in a queue or while it rings.
  mutating func abandon(at time: Int, _ practice: Int) {
    let wait = time - call.since
    trace(.hangsUp(wait: wait), time, practice, call.key)
    let hasQueue = plan.practices[practice].hasQueue
    guard call.isPatient else {
      return settle(hasQueue ? .holdLimit : .noAnswer, wait: wait, end: time)
    }
    let slot = call.slot
    traffic[slot].abandoned += 1
    traffic[slot].abandonedWait += wait
    tryAgain(after: hasQueue ? .abandonment : .noAnswer, at: time)
  }

  /// Nobody answers newcomers: a message, the partner's telephone, the acute line or just the ringing.
  ///
  /// - Returns: Whether the call stands in line now, which is the partner's.
  mutating func meet(_ state: OffState, at time: Int, _ practice: Int) -> Bool {
    trace(.meetsOff(state), time, practice, call.key)
    let partner = Int(plan.practices[practice].partner)
    if state == .forwarding, partner >= 0 {
      trace(.forwarded(to: partner), time, practice, call.key)
      if call.isPatient, Int(call.home) == practice {
        traffic[call.slot].forwarded += 1
      }
      // A partner who is off may be no member of the group, and then its telephone stands elsewhere in the day.
      return switch plan.state(of: partner, at: time) {
      case .staffed: connect(at: time, partner, isFree: hasFreeAnswerer(partner, at: time))
      case .off(let state): meet(state, at: time, partner)
      }
    }
    if call.isPatient {
      patient(meets: state, at: time, practice)
    } else {
      interviewer(meets: state, at: time, practice)
    }
    return false
  }

  private mutating func patient(meets state: OffState, at time: Int, _ practice: Int) {
    if call.kind == .urgent, plan.practices[practice].hasAcuteLine {
      let wait = plan.callers.draw(.acuteLineAnswer, .acuteLineAnswer, key: call.key)
      trace(.acuteLineAnswered(wait: wait), time, practice, call.key)
      return countAnswer(after: time - call.since + wait)
    }
    traffic[call.slot].off += 1
    switch state {
    case .referralMessage, .acuteLine: break
    case .messageWithoutReferral, .messageToOutOfHours: giveUp(at: time)
    case .forwarding, .ringsOut:
      let ringing = plan.callers.draw(.ringPatience, .patience, key: call.key)
      tryAgain(after: .noAnswer, at: time + ringing)
    }
  }

  private mutating func interviewer(meets state: OffState, at time: Int, _ practice: Int) {
    let (key, since) = (call.key, call.since)
    let message = plan.callers.draw(.surveyMessage, .message, key: key)
    let wait = time - since
    switch state {
    case .referralMessage where plan.callers.followsReferrals && !call.followsReferral:
      followReferral(at: time + message, practice)
    case .referralMessage: settle(.referralMessage, wait: wait, end: time + message)
    case .messageWithoutReferral: settle(.messageWithoutReferral, wait: wait, end: time + message)
    case .messageToOutOfHours: settle(.messageToOutOfHours, wait: wait, end: time + message)
    case .acuteLine:
      let ringing = plan.callers.draw(.acuteLineAnswer, .acuteLineAnswer, key: key)
      let answered = ringing <= plan.callers.ringLimit || call.kind == .openProbe
      let rung = wait + message + (answered ? ringing : plan.callers.ringLimit)
      let talk = plan.callers.draw(.surveyTalk, .talk, key: key)
      settle(
        answered ? .acuteLineAnswered : .noAnswer, wait: rung,
        end: since + rung + (answered ? talk : 0))
    case .forwarding, .ringsOut:
      settle(.noAnswer, wait: wait + plan.callers.ringLimit, end: time + plan.callers.ringLimit)
    }
  }

  /// The interviewer rings the substitute whom the message names.
  private mutating func followReferral(at time: Int, _ practice: Int) {
    let partner = Int(plan.practices[practice].partner)
    guard partner >= 0 else {
      return settle(.referralUnanswered, wait: time - call.since, end: time)
    }
    trace(.followsReferral(to: partner), time, practice, call.key)
    call.followsReferral = true
    comeLater(at: time, to: partner)
  }

  /// The caller redials later in the day, or gives up.
  @inline(__always)
  private mutating func tryAgain(after reason: Failure, at time: Int) {
    let (key, home) = (call.key, Int(call.home))
    if call.redials < plan.callers.mostRedials, plan.callers.redials(key, after: reason) {
      let next = time &+ plan.callers.draw(reason.delay, .redialDelay, key: key)
      if next < plan.practices[home].closes {
        trace(.redials(at: next), time, home, key)
        redial(at: next)
        return insert(PatientCall(call), at: home)
      }
    }
    giveUp(at: time)
  }

  /// Makes the call the same caller's next try.
  @inline(__always)
  mutating func redial(at time: Int) {
    let earlier = call.key
    call.redial(at: time)
    if Watcher.isOn { tracer.recognise(call.key, as: earlier) }
  }

  /// The caller fails for the day; some turn to the out-of-hours service.
  private mutating func giveUp(at time: Int) {
    if plan.callers.displaces(call.key, at: time) {
      traffic[call.slot].displaced += 1
      trace(.displaced, time, Int(call.home), call.key)
    }
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
