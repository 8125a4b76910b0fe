internal import SurveyDesign

/// How calls of interviewers end, and those of probes.
extension Exchange {
  /// What an interviewer writes down when a person answers.
  @inline(__always)
  func dispositionOfAnswer(of practice: PracticePlace) -> Disposition {
    if plan.callers.refusal.isPossible, !call.followsReferral,
      plan.callers.refusal.happens(.refusal, to: call.key)
    {
      return .refused
    }
    if call.home != practice { return .forwardedAnswered }
    return phones[practice].answerer.disposition
  }

  /// Lets a professional, or whoever rings as one, choose the number that a practice has for them; professionals are counted apart.
  @inline(never)
  mutating func chooseNumber(of practice: PracticePlace) {
    guard call.kind == .professional || plan.callers.ringsAsProfessional else { return }
    let access = plan.practices[practice].professionals
    if call.kind == .professional { call.token = Int32(truncatingIfNeeded: plan.firstOfProfessionals) }
    call.hasOwnNumber = access.hasOwnNumber
    call.hasPriority = access.hasPriority
  }

  /// Hands the end of a survey call to the interviewer who made it, and that of a probe to the truth.
  ///
  /// A referral that was followed holds good if a person answers; a substitute who only plays a message, even one with
  /// another referral, leaves it unanswered.
  mutating func settle(_ disposition: Disposition, wait: Int, end: Instant) {
    var disposition = disposition
    let (kind, token) = (call.kind, call.token)
    if call.followsReferral {
      disposition = disposition.isByPerson ? .referralMessage : .referralUnanswered
    }
    let outcome = ProbeOutcome(disposition: disposition, wait: wait)
    if kind == .openProbe {
      probes[Int(token)].result.openOutcome = outcome
    } else if kind == .survey {
      settledCalls.append(SettledCall(token: token, disposition: disposition, wait: wait, end: end))
    } else if !redialsProbe(disposition, end: end) {
      probes[Int(token)].result.outcome = outcome
    }
  }

  /// A probe follows the protocol of the survey: while the call is not answered and its slot lasts, it tries again.
  ///
  /// A call that has followed a referral ends as one, and is not tried again.
  private mutating func redialsProbe(_ disposition: Disposition, end: Instant) -> Bool {
    guard
      let next = attempts.next(
        after: Int(call.redials) + 1, ending: disposition, at: end,
        slotEnd: plan.slots.stretch(at: call.since).end)
    else { return false }
    redial(at: next)
    chooseNumber(of: call.home)
    comeLater(of: call.home, at: next)
    return true
  }
}

/// How a survey call ended.
struct SettledCall {
  /// Which interviewer made it.
  var token: Int32
  var disposition: Disposition
  /// From dialling to the answer, or to the end of an attempt in vain, in milliseconds.
  var wait: Int
  /// When the interviewer's line was free again.
  var end: Instant
}

extension Answerer {
  /// What an interviewer writes down when they answer.
  @inline(__always)
  var disposition: Disposition { self == .doctor ? .answeredByDoctor : .answeredByStaff }
}

extension Disposition {
  /// Whether a person answered.
  fileprivate var isByPerson: Bool {
    switch self {
    case .answeredByDoctor, .answeredByStaff, .forwardedAnswered, .acuteLineAnswered, .refused: true
    case .referralMessage, .messageWithoutReferral, .messageToOutOfHours, .referralUnanswered, .busy,
      .noAnswer, .holdLimit, .cutOff, .callbackPromised, .wrongNumber, .notAttempted:
      false
    }
  }
}
