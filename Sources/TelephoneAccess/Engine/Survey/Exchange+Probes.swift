internal import Randomness
internal import SurveyDesign

/// Probes: virtual interviewers whose calls take no line and no answerer's time.
extension Exchange {
  /// Sends a probe to every slot of a practice's day or, in later rounds, to those that are chosen, once.
  mutating func probe(
    _ practice: PracticePlace, _ slots: [Slot], _ chosen: [ProbedSlot]?, _ stream: consuming WyRand
  ) {
    guard phones[practice].endOfProbes == 0 else { return }
    let first = probeCount
    let count = chosen?.count ?? slots.count
    while probes.count < first + count { probes.grow(by: .none) }
    for number in 0..<count {
      let slot = slots[chosen?[number].slot ?? number]
      let time = Instant(slot.from) + stream.integer(below: slot.milliseconds)
      let probe = Probe(
        time: time, key: stream.next(), practice: practice, slot: chosen?[number].homeSlot ?? number)
      // Slots may be listed in any order.
      var place = first &+ number
      while place > first, probes[place &- 1].time > time {
        probes[place] = probes[place &- 1]
        place &-= 1
      }
      probes[place] = probe
    }
    probeCount = first &+ count
    phones[practice].nextProbe = Int32(truncatingIfNeeded: first)
    phones[practice].endOfProbes = Int32(truncatingIfNeeded: probeCount)
    updateNextCallToCome(of: practice)
  }

  /// A probe comes, and an open one beside it.
  mutating func takeProbe(of practice: PracticePlace, at time: Instant) {
    let place = Int(phones[practice].nextProbe)
    let key = probes[place].key
    phones[practice].nextProbe &+= 1
    updateNextCallToCome(of: practice)
    let isFree = hasFreeAnswerer(of: practice, at: time)
    if !Watcher.isOn, isFree, !plan.callers.refusal.isPossible, !plan.callers.ringsFirst {
      let outcome = ProbeOutcome(disposition: phones[practice].answerer.disposition, wait: 0)
      probes[place].result.outcome = outcome
      probes[place].result.openOutcome = outcome
      return
    }
    call = Call(key: key, since: time, home: practice, token: place, kind: .probe)
    if plan.callers.ringsAsProfessional { chooseNumber(of: practice) }
    beginCall(of: practice, at: time, isFree: isFree)
    let outcome = probes[place].result.outcome
    if !Watcher.isOn, outcome.disposition.bindsNoLimit {
      probes[place].result.openOutcome = outcome
      return
    }
    call = Call(key: key, since: time, home: practice, token: place, kind: .openProbe)
    if plan.callers.ringsAsProfessional { chooseNumber(of: practice) }
    beginCall(of: practice, at: time, isFree: hasFreeAnswerer(of: practice, at: time))
  }

  /// What the probes of all days met; afterwards there are no probes.
  mutating func takeProbeResults() -> [ProbeResult] {
    var results: [ProbeResult] = []
    results.reserveCapacity(probeCount)
    for place in 0..<probeCount { results.append(probes[place].result) }
    probeCount = 0
    return results
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
  static var none: Probe { Probe(time: .midnight, key: 0, practice: PracticePlace(0), slot: 0) }

  init(time: Instant, key: UInt64, practice: PracticePlace, slot: Int) {
    self.key = key
    result = ProbeResult(practice: practice.index, slot: slot)
    storedTime = Int32(truncatingIfNeeded: time.milliseconds)
  }

  /// When it comes.
  var time: Instant { Instant(Int(storedTime)) }
}

extension Disposition {
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
}
