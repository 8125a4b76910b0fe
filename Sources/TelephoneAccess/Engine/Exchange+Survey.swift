internal import Randomness
internal import SurveyDesign

/// How calls of interviewers end.
extension Exchange {
  /// What an interviewer writes down when a person answers.
  @inline(__always)
  func disposition(ofAnswerTo call: Call, at practice: Int) -> Disposition {
    if plan.callers.refusalShare > 0, !call.followsReferral {
      var refusal = call.draw(.refusal)
      if refusal.unitUniform() < plan.callers.refusalShare { return .refused }
    }
    if call.home != Int32(practice) { return .forwardedAnswered }
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
    takeProbe(
      Call(key: key, origin: key, since: time, home: Int32(practice), token: token, kind: .probe), at: time,
      practice)
    takeProbe(
      Call(key: key, origin: key, since: time, home: Int32(practice), token: token, kind: .openProbe),
      at: time, practice)
  }

  @inline(__always)
  private mutating func takeProbe(_ call: Call, at time: Int, _ practice: Int) {
    if !Watcher.isOn, hasFreeAnswerer(practice, at: time) {
      settle(call, disposition(ofAnswerTo: call, at: practice), wait: 0, end: time)
    } else {
      takeIn(call, at: time, practice)
    }
  }

  /// Hands the end of a survey call to whoever waits for it, and that of a probe to the truth.
  ///
  /// A referral that was followed holds good if a person answers; a substitute who only plays a message, even one with
  /// another referral, leaves it unanswered.
  mutating func settle(_ call: Call, _ disposition: Disposition, wait: Int, end: Int) {
    var disposition = disposition
    if call.followsReferral { disposition = disposition.isByPerson ? .referralMessage : .referralUnanswered }
    if call.kind == .survey {
      settledCalls.append(
        SettledCall(token: call.token, disposition: disposition, wait: wait, end: end))
    } else if call.kind == .openProbe || !redialsProbe(call, disposition, end: end) {
      let probe = probes[Int(call.token)]
      settledProbes.append(
        ProbeResult(
          practice: probe.practice, slot: probe.slot, isOpen: call.kind == .openProbe,
          disposition: disposition, wait: wait))
    }
  }

  /// A probe follows the protocol of the survey: while nobody answers and its slot lasts, it tries again.
  private mutating func redialsProbe(_ call: Call, _ disposition: Disposition, end: Int) -> Bool {
    guard disposition.isWorthRedialling, Int(call.redials) + 1 < plan.callers.attempts else {
      return false
    }
    let next = end + plan.callers.attemptGap
    guard plan.slots.slot(at: next) == plan.slots.slot(at: call.since) else { return false }
    var again = call.again(at: next)
    again.followsReferral = false
    add(again, at: next, toCallsToComeOf: Int(call.home))
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
