internal import Randomness
internal import SurveyDesign

/// How calls of interviewers end.
extension Exchange {
  /// What an interviewer writes down when a person answers.
  @inline(__always)
  func dispositionOfAnswer(at practice: Int) -> Disposition {
    if plan.callers.refusal.isPossible, !call.followsReferral,
      plan.callers.refusal.happens(.refusal, to: call.key)
    {
      return .refused
    }
    if Int(call.home) != practice { return .forwardedAnswered }
    return phones[practice].answerer.disposition
  }

  /// Sends a probe to every slot of a practice's day, once.
  mutating func probe(_ practice: Int, _ slots: [Slot], _ stream: consuming WyRand) {
    guard phones[practice].endOfProbes == 0 else { return }
    let first = probeCount
    while probes.count < first + slots.count { probes.grow(by: .none) }
    for number in 0..<slots.count {
      let (from, length) = (slots[number].from.milliseconds, slots[number].milliseconds)
      let time = from &+ stream.integer(below: length)
      let probe = Probe(time: time, key: stream.next(), practice: practice, slot: number)
      // Slots may be listed in any order.
      var place = first &+ number
      while place > first, probes[place &- 1].time > time {
        probes[place] = probes[place &- 1]
        place &-= 1
      }
      probes[place] = probe
    }
    probeCount = first &+ slots.count
    phones[practice].nextProbe = Int32(truncatingIfNeeded: first)
    phones[practice].endOfProbes = Int32(truncatingIfNeeded: probeCount)
    updateNextCallToCome(of: practice)
  }

  /// A probe comes, and an open one beside it.
  mutating func takeProbe(at practice: Int, _ time: Int) {
    let place = Int(phones[practice].nextProbe)
    let key = probes[place].key
    phones[practice].nextProbe &+= 1
    updateNextCallToCome(of: practice)
    let isFree = hasFreeAnswerer(practice, at: time)
    if !Watcher.isOn, isFree, !plan.callers.refusal.isPossible {
      let outcome = ProbeOutcome(disposition: phones[practice].answerer.disposition, wait: 0)
      probes[place].result.outcome = outcome
      probes[place].result.openOutcome = outcome
      return
    }
    call = Call(key: key, since: time, home: practice, token: place, kind: .probe)
    takeIn(at: time, practice, isFree: isFree)
    let outcome = probes[place].result.outcome
    if !Watcher.isOn, outcome.disposition.bindsNoLimit {
      probes[place].result.openOutcome = outcome
      return
    }
    call = Call(key: key, since: time, home: practice, token: place, kind: .openProbe)
    takeIn(at: time, practice, isFree: hasFreeAnswerer(practice, at: time))
  }

  /// What all probes met, and begins to expect anew.
  mutating func takeProbeResults() -> [ProbeResult] {
    var results: [ProbeResult] = []
    results.reserveCapacity(probeCount)
    for place in 0..<probeCount { results.append(probes[place].result) }
    probeCount = 0
    return results
  }

  /// Hands the end of a survey call to whoever waits for it, and that of a probe to the truth.
  ///
  /// A referral that was followed holds good if a person answers; a substitute who only plays a message, even one with
  /// another referral, leaves it unanswered.
  mutating func settle(_ disposition: Disposition, wait: Int, end: Int) {
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

  /// A probe follows the protocol of the survey: while nobody answers and its slot lasts, it tries again.
  private mutating func redialsProbe(_ disposition: Disposition, end: Int) -> Bool {
    guard disposition.isWorthRedialling, Int(call.redials) + 1 < plan.callers.attempts else {
      return false
    }
    let next = end + plan.callers.attemptGap
    guard plan.slots.slot(at: next) == plan.slots.slot(at: call.since) else { return false }
    redial(at: next)
    call.followsReferral = false
    comeLater(at: next, to: Int(call.home))
    return true
  }
}

/// A virtual interviewer's call, with an open one beside it.
struct Probe {
  /// Its key, and that of the open probe.
  let key: UInt64
  /// What it meets.
  var result: ProbeResult
  private let storedTime: Int32

  /// A place without a probe.
  static var none: Probe { Probe(time: 0, key: 0, practice: 0, slot: 0) }

  init(time: Int, key: UInt64, practice: Int, slot: Int) {
    self.key = key
    result = ProbeResult(practice: practice, slot: slot)
    storedTime = Int32(truncatingIfNeeded: time)
  }

  /// When, in milliseconds.
  var time: Int { Int(storedTime) }
}

extension Answerer {
  /// What an interviewer writes down when they answer.
  @inline(__always)
  fileprivate var disposition: Disposition { self == .doctor ? .answeredByDoctor : .answeredByStaff }
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

  /// Whether an attempt ended so without any limit of the protocol: one without limits would have ended the same.
  @inline(__always)
  fileprivate var bindsNoLimit: Bool {
    switch self {
    case .answeredByDoctor, .answeredByStaff, .forwardedAnswered, .acuteLineAnswered, .referralMessage,
      .messageWithoutReferral, .messageToOutOfHours, .busy:
      true
    case .noAnswer, .holdLimit, .cutOff, .referralUnanswered, .callbackPromised, .refused, .wrongNumber,
      .notAttempted:
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
