internal import Randomness
internal import SurveyDesign

/// How calls of interviewers end.
extension Exchange {
  /// What an interviewer writes down when a person answers.
  @inline(__always)
  func disposition(ofAnswerTo call: Int, at practice: Int) -> Disposition {
    if plan.callers.refusal.isPossible, !pool[call].followsReferral,
      plan.callers.refusal.happens(.refusal, to: pool[call].key)
    {
      return .refused
    }
    if Int(pool[call].home) != practice { return .forwardedAnswered }
    return phones[practice].answerer == .doctor ? .answeredByDoctor : .answeredByStaff
  }

  /// Expects a practice's probes of today, once.
  mutating func expect(_ probes: [Probe], at practice: Int) {
    guard phones[practice].endOfProbes == 0 else { return }
    phones[practice].nextProbe = Int32(self.probes.count)
    self.probes += probes.sorted { $0.time < $1.time }
    phones[practice].endOfProbes = Int32(self.probes.count)
    updateNextCallToCome(of: practice)
  }

  /// A probe comes, and an open one beside it.
  mutating func takeProbe(at practice: Int, _ time: Int) {
    let token = phones[practice].nextProbe
    let key = probes[Int(token)].key
    phones[practice].nextProbe += 1
    updateNextCallToCome(of: practice)
    let probe = Call(key: key, since: time, home: practice, token: Int(token), kind: .probe)
    let openProbe = Call(key: key, since: time, home: practice, token: Int(token), kind: .openProbe)
    takeIn(pool.take(probe), at: time, practice, isFree: hasFreeAnswerer(practice, at: time))
    takeIn(pool.take(openProbe), at: time, practice, isFree: hasFreeAnswerer(practice, at: time))
  }

  /// Hands the end of a survey call to whoever waits for it, and that of a probe to the truth.
  ///
  /// A referral that was followed holds good if a person answers; a substitute who only plays a message, even one with
  /// another referral, leaves it unanswered.
  mutating func settle(_ call: Int, _ disposition: Disposition, wait: Int, end: Int) {
    var disposition = disposition
    let (kind, token) = (pool[call].kind, pool[call].token)
    if pool[call].followsReferral { disposition = disposition.isByPerson ? .referralMessage : .referralUnanswered }
    if kind == .survey {
      settledCalls.append(SettledCall(token: token, disposition: disposition, wait: wait, end: end))
    } else if kind == .openProbe || !redialsProbe(call, disposition, end: end) {
      let probe = probes[Int(token)]
      settledProbes.append(
        ProbeResult(
          practice: probe.practice, slot: probe.slot, isOpen: kind == .openProbe,
          disposition: disposition, wait: wait))
    } else {
      return
    }
    pool.release(call)
  }

  /// A probe follows the protocol of the survey: while nobody answers and its slot lasts, it tries again.
  private mutating func redialsProbe(_ call: Int, _ disposition: Disposition, end: Int) -> Bool {
    guard disposition.isWorthRedialling, Int(pool[call].redials) + 1 < plan.callers.attempts else {
      return false
    }
    let next = end + plan.callers.attemptGap
    guard plan.slots.slot(at: next) == plan.slots.slot(at: pool[call].since) else { return false }
    redial(call, at: next)
    pool[call].followsReferral = false
    add(call, at: next, toCallsToComeOf: Int(pool[call].home))
    return true
  }
}

/// A virtual interviewer's call to come.
struct Probe {
  /// When, in milliseconds.
  var time: Int
  /// Its key, and that of the open probe beside it.
  var key: UInt64
  /// Whom it rings, and the slot it stands for.
  var practice: Int
  var slot: Int
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

  /// Whether an interviewer with attempts left tries again: nobody was there to say anything.
  var isWorthRedialling: Bool {
    switch self {
    case .busy, .noAnswer, .holdLimit, .cutOff: true
    case .answeredByDoctor, .answeredByStaff, .forwardedAnswered, .acuteLineAnswered, .referralMessage,
      .messageWithoutReferral, .messageToOutOfHours, .referralUnanswered, .callbackPromised, .refused,
      .wrongNumber, .notAttempted:
      false
    }
  }
}
