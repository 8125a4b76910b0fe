internal import Randomness
internal import SurveyDesign

/// What happens to callers whom nobody answers.
extension Exchange {
  /// Every line is taken.
  mutating func meetBusyTone(_ call: Call, at time: Int, _ practice: Int) {
    trace(.busyTone, time, practice, call)
    guard call.isPatient else { return settle(call, .busy, wait: time - call.since, end: time) }
    traffic[Int(call.slot)].blocked += 1
    tryAgain(call, after: .busy, at: time)
  }

  /// The caller hears that there is a queue and goes.
  mutating func balk(_ call: Call, at time: Int, _ practice: Int) {
    trace(.balks, time, practice, call)
    traffic[Int(call.slot)].balked += 1
    tryAgain(call, after: .abandonment, at: time)
  }

  /// The caller gives up waiting, in a queue or while it rings.
  mutating func abandon(_ call: Call, at time: Int, _ practice: Int) {
    trace(.hangsUp(wait: time - call.since), time, practice, call)
    let hasQueue = plan.practices[practice].hasQueue
    guard call.isPatient else {
      return settle(call, hasQueue ? .holdLimit : .noAnswer, wait: time - call.since, end: time)
    }
    let slot = Int(call.slot)
    traffic[slot].abandoned += 1
    traffic[slot].abandonedWait += time - call.since
    tryAgain(call, after: hasQueue ? .abandonment : .noAnswer, at: time)
  }

  /// Nobody answers newcomers: a message, the partner's telephone, the acute line or just the ringing.
  mutating func meet(_ state: OffState, _ call: Call, at time: Int, _ practice: Int) {
    trace(.meetsOff(state), time, practice, call)
    let partner = Int(plan.practices[practice].partner)
    if state == .forwarding, partner >= 0 {
      trace(.forwarded(to: partner), time, practice, call)
      if call.isPatient, call.home == Int32(practice) {
        traffic[Int(call.slot)].forwarded += 1
      }
      connect(call, at: time, partner)
      return lookAhead(partner)
    }
    if call.isPatient {
      patient(call, meets: state, at: time, practice)
    } else {
      interviewer(call, meets: state, at: time, practice)
    }
  }

  private mutating func patient(_ call: Call, meets state: OffState, at time: Int, _ practice: Int) {
    if call.kind == .urgent, plan.practices[practice].hasAcuteLine {
      let wait = plan.callers.draw(.acuteLineAnswer, .acuteLineAnswer, key: call.key)
      trace(.acuteLineAnswered(wait: wait), time, practice, call)
      return countAnswer(to: call, wait: time - call.since + wait)
    }
    traffic[Int(call.slot)].off += 1
    switch state {
    case .referralMessage, .acuteLine: break
    case .messageWithoutReferral, .messageToOutOfHours: giveUp(call, at: time)
    case .forwarding, .ringsOut:
      let ringing = plan.callers.draw(.ringPatience, .patience, key: call.key)
      tryAgain(call, after: .noAnswer, at: time + ringing)
    }
  }

  private mutating func interviewer(_ call: Call, meets state: OffState, at time: Int, _ practice: Int) {
    let message = plan.callers.draw(.surveyMessage, .message, key: call.key)
    let wait = time - call.since
    switch state {
    case .referralMessage where plan.callers.followsReferrals && !call.followsReferral:
      followReferral(call, at: time + message, practice)
    case .referralMessage: settle(call, .referralMessage, wait: wait, end: time + message)
    case .messageWithoutReferral: settle(call, .messageWithoutReferral, wait: wait, end: time + message)
    case .messageToOutOfHours: settle(call, .messageToOutOfHours, wait: wait, end: time + message)
    case .acuteLine:
      let ringing = plan.callers.draw(.acuteLineAnswer, .acuteLineAnswer, key: call.key)
      let answered = ringing <= plan.callers.ringLimit || call.kind == .openProbe
      let rung = wait + message + (answered ? ringing : plan.callers.ringLimit)
      let talk = plan.callers.draw(.surveyTalk, .talk, key: call.key)
      settle(
        call, answered ? .acuteLineAnswered : .noAnswer, wait: rung,
        end: call.since + rung + (answered ? talk : 0))
    case .forwarding, .ringsOut:
      settle(call, .noAnswer, wait: wait + plan.callers.ringLimit, end: time + plan.callers.ringLimit)
    }
  }

  /// The interviewer rings the substitute whom the message names.
  private mutating func followReferral(_ call: Call, at time: Int, _ practice: Int) {
    let partner = Int(plan.practices[practice].partner)
    guard partner >= 0 else { return settle(call, .referralUnanswered, wait: time - call.since, end: time) }
    trace(.followsReferral(to: partner), time, practice, call)
    var next = call
    next.followsReferral = true
    add(next, at: time, toCallsToComeOf: partner)
  }

  /// The caller redials later in the day, or gives up.
  private mutating func tryAgain(_ call: Call, after reason: Failure, at time: Int) {
    let home = Int(call.home)
    if call.redials < plan.callers.mostRedials {
      var wish = call.draw(.redial)
      if wish.unitUniform() < plan.callers.redialShare(after: reason) {
        let next = time + plan.callers.draw(reason.delay, .redialDelay, key: call.key)
        if next < plan.practices[home].closes {
          trace(.redials(at: next), time, home, call)
          return add(call.again(at: next), at: next, toCallsToComeOf: home)
        }
      }
    }
    giveUp(call, at: time)
  }

  /// The caller fails for the day; some turn to the out-of-hours service.
  private mutating func giveUp(_ call: Call, at time: Int) {
    let share = plan.callers.displacedShare(at: time)
    guard share > 0 else { return }
    var stream = call.draw(.displacement)
    if stream.unitUniform() < share {
      traffic[Int(call.slot)].displaced += 1
      trace(.displaced, time, Int(call.home), call)
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
