internal import SurveyDesign

/// What callers meet while the telephone is off.
extension Exchange {
  /// The telephone takes no newcomers: the caller hears a message, the partner's telephone, the acute line or just the ringing.
  ///
  /// - Returns: Whether the call stands in line now, which is the partner's.
  mutating func meet(_ state: OffState, of practice: PracticePlace, at time: Instant) -> Bool {
    if call.hasOwnNumber, isOpen(practice, at: time) {
      if call.kind == .urgent {
        answerOnAcuteLine(of: practice, at: time)
      } else {
        answerOnOwnNumber(of: practice, at: time)
      }
      return false
    }
    trace(.meetsOff(state), of: practice, at: time, call.key)
    if state == .forwarding, let partner = plan.practices[practice].partner {
      trace(.forwarded(to: partner.index), of: practice, at: time, call.key)
      if call.isTraffic, call.home == practice {
        traffic[call.slot].forwarded += 1
      }
      // At a partner's a caller has no number and no priority of their own.
      call.hasPriority = false
      call.hasOwnNumber = false
      // A partner who is off may be no member of the group, and then its telephone stands elsewhere in the day.
      return switch plan.state(of: partner, at: time) {
      case .staffed:
        connectCall(of: partner, at: time, isFree: hasFreeAnswerer(of: partner, at: time))
      case .off(let state): meet(state, of: partner, at: time)
      }
    }
    if call.isTraffic {
      patientMeets(state, of: practice, at: time)
    } else {
      interviewerMeets(state, of: practice, at: time)
    }
    return false
  }

  /// Whether a practice is open, and with it its acute line and the professionals' own number: whatever the ordinary telephone says to
  /// others meanwhile.
  @inline(__always)
  private func isOpen(_ practice: PracticePlace, at time: Instant) -> Bool {
    plan.periods[Int(plan.practices[practice].firstPeriod)].end <= time
      && time < plan.practices[practice].closes
  }

  /// Whether a patient whose call was forwarded to a message with an acute line's number has use for it.
  ///
  /// A caller hears such a message once: afterwards the call is answered, or the caller does not try again. So this draws the
  /// urgency of a caller whose own practice has no acute line, where none was drawn before.
  @inline(__always)
  private func isUrgentVisitor(of practice: PracticePlace) -> Bool {
    call.kind != .professional && call.home != practice && !plan.practices[call.home].hasAcuteLine
      && plan.callers.urgency.happens(.urgency, to: call.key)
  }

  /// An urgent caller rings an acute line while the telephone is off.
  private mutating func answerOnAcuteLine(of practice: PracticePlace, at time: Instant) {
    let wait = plan.callers.draw(.acuteLineAnswer, .acuteLineAnswer, key: call.key)
    trace(.acuteLineAnswered(wait: wait), of: practice, at: time, call.key)
    call.kind = .urgent
    countAnswer(after: time - call.since + wait)
  }

  /// A professional rings the number of their own while the telephone is off, or an interviewer who rings as one.
  private mutating func answerOnOwnNumber(of practice: PracticePlace, at time: Instant) {
    let key = call.key
    let ringing = plan.callers.draw(.ownNumberAnswer, .acuteLineAnswer, key: key)
    let wait = time - call.since + ringing
    if call.isTraffic {
      trace(.acuteLineAnswered(wait: wait), of: practice, at: time, key)
      return countAnswer(after: wait)
    }
    guard ringing <= plan.callers.ringLimit || call.kind == .openProbe else {
      return settle(
        .noAnswer, wait: plan.callers.ringLimit, end: time + plan.callers.ringLimit)
    }
    let disposition = dispositionOfAnswer(of: practice)
    let talk = disposition == .refused ? 0 : plan.callers.draw(.surveyTalk, .talk, key: key)
    settle(disposition, wait: wait, end: time + ringing + talk)
  }

  private mutating func patientMeets(_ state: OffState, of practice: PracticePlace, at time: Instant) {
    if state == .acuteLine, isUrgentVisitor(of: practice) {
      return answerOnAcuteLine(of: practice, at: time)
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

  private mutating func interviewerMeets(_ state: OffState, of practice: PracticePlace, at time: Instant) {
    let (key, since) = (call.key, call.since)
    let message = plan.callers.draw(.surveyMessage, .message, key: key)
    let wait = time - since
    switch state {
    case .referralMessage where plan.callers.followsReferrals && !call.followsReferral:
      followReferral(of: practice, at: time + message)
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
        end: since + (rung + (answered ? talk : 0)))
    case .forwarding, .ringsOut:
      settle(.noAnswer, wait: wait + plan.callers.ringLimit, end: time + plan.callers.ringLimit)
    }
  }

  /// The interviewer rings the substitute whom the message names.
  private mutating func followReferral(of practice: PracticePlace, at time: Instant) {
    guard let partner = plan.practices[practice].partner else {
      return settle(.referralUnanswered, wait: time - call.since, end: time)
    }
    trace(.followsReferral(to: partner.index), of: practice, at: time, call.key)
    call.followsReferral = true
    call.hasPriority = false
    call.hasOwnNumber = false
    comeLater(of: partner, at: time)
  }
}
