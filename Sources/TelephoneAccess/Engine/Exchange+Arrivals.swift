internal import Randomness
internal import SurveyDesign

/// How calls come in, and what they meet.
extension Exchange {
  /// A patient calls.
  ///
  /// - Returns: Whether they stand in line now: otherwise nothing but patients' calls has changed on the agenda.
  @inline(__always)
  mutating func takePatientCall(at practice: Int, _ time: Int) -> Bool {
    let next = nextPatientCall(of: practice)
    if !next.isPatient {
      if next.kind == .undrawn {
        drawFreshCalls(of: practice)
        return false
      }
      findNextUrgentCall(of: practice)
    }
    if !Watcher.isOn, next.isPatient, hasFreeAnswerer(practice, at: time) {
      answerAtOnce(next, at: time, practice)
      return false
    }
    call = Call(next, at: time, home: practice)
    return takeIn(at: time, practice, isFree: hasFreeAnswerer(practice, at: time))
  }

  /// An interviewer's call whose time was known comes in, or a probe.
  mutating func takeCallToCome(at practice: Int, _ time: Int) {
    guard pool.first(in: phones[practice].callsToCome) == time else { return takeProbe(at: practice, time) }
    call = pool.removeFirst(from: &phones[practice].callsToCome)
    updateNextCallToCome(of: practice)
    takeIn(at: time, practice, isFree: hasFreeAnswerer(practice, at: time))
  }

  @inline(__always)
  mutating func updateNextCallToCome(of practice: Int) {
    let known = pool.first(in: phones[practice].callsToCome)
    let probe = Int(phones[practice].nextProbe)
    phones[practice].agenda.callToCome =
      probe < Int(phones[practice].endOfProbes) ? min(known, probes[probe].time) : known
  }

  /// Counts a call and connects it.
  ///
  /// - Returns: Whether it stands in line now.
  @discardableResult @inline(__always)
  mutating func takeIn(at time: Int, _ practice: Int, isFree: Bool) -> Bool {
    if call.isPatient {
      let slot = plan.slots.slot(at: time) &+ Int(phones[practice].firstCount)
      call.token = Int32(truncatingIfNeeded: slot)
      notAnsweredAtOnce[2 &* slot &+ (call.redials > 0 ? 1 : 0)] &+= 1
    }
    if Watcher.isOn {
      let (caller, redials) = (call.kind.caller, Int(call.redials))
      trace(
        .calls(by: caller, redials: redials, inSystem: inSystem(practice, at: time)), time, practice,
        call.key)
    }
    return connect(at: time, practice, isFree: isFree)
  }

  /// Lets a call meet a practice's telephone: its own or, after forwarding, another's.
  ///
  /// Whoever connects it has looked whether an answerer is free.
  ///
  /// - Returns: Whether it stands in line now.
  @inline(__always)
  mutating func connect(at time: Int, _ practice: Int, isFree: Bool) -> Bool {
    if isFree {
      answer(at: time, practice)
      return false
    }
    return switch phones[practice].state {
    case .staffed:
      call.kind == .patient ? joinAsPatient(at: time, practice) : joinAsAnother(at: time, practice)
    case .off(let state): meet(state, at: time, practice)
    }
  }

  /// A patient on the ordinary number finds no answerer free.
  ///
  /// So many do that their way is compiled by itself: who calls is then asked only once.
  private mutating func joinAsPatient(at time: Int, _ practice: Int) -> Bool {
    join(at: time, practice, as: .patient)
  }

  /// Anybody else finds no answerer free.
  private mutating func joinAsAnother(at time: Int, _ practice: Int) -> Bool {
    join(at: time, practice, as: call.kind)
  }

  /// No answerer is free: the caller waits, or goes.
  ///
  /// - Returns: Whether they stand in line now.
  @inline(__always)
  private mutating func join(at time: Int, _ practice: Int, as kind: CallKind) -> Bool {
    let key = call.key
    let hasQueue = plan.practices[practice].hasQueue
    if kind != .urgent {
      if linesInUse(practice, at: time) >= plan.practices[practice].lines {
        meetBusyTone(at: time, practice)
        return false
      }
      if hasQueue, kind == .patient, balks(key, at: time, practice) {
        balk(at: time, practice)
        return false
      }
    }
    let start = phones[practice].freeFrom
    let until = time &+ patience(of: kind, key, hasQueue: hasQueue)
    guard isCertain(practice, at: time, start: start, until: until, as: kind) else {
      standInLine(at: time, until: until, practice)
      return true
    }
    rememberWait(at: practice, start: start, until: until, as: kind)
    if start <= until { answer(at: start, practice) } else { abandon(at: until, practice) }
    return false
  }

  /// How long a caller waits at most, in milliseconds.
  @inline(__always)
  private func patience(of kind: CallKind, _ key: UInt64, hasQueue: Bool) -> Int {
    switch kind {
    case .patient: plan.callers.draw(hasQueue ? .patience : .ringPatience, .patience, key: key)
    case .urgent: plan.callers.draw(.patience, .patience, key: key)
    case .survey, .probe: hasQueue ? plan.callers.holdLimit : plan.callers.ringLimit
    case .openProbe: DurationSampler.endless
    }
  }

  /// Whether a newcomer would be answered at once.
  @inline(__always)
  func hasFreeAnswerer(_ practice: Int, at time: Int) -> Bool {
    phones[practice].answersFrom <= time
  }

  @inline(__always)
  private func balks(_ key: UInt64, at time: Int, _ practice: Int) -> Bool {
    let limit = plan.callers.balksAtCallsInSystem
    return limit < .max && inSystem(practice, at: time) >= limit
      || plan.callers.balking.happens(.balking, to: key)
  }

  /// Puts a caller in line; an urgent one in the line of their own.
  private mutating func standInLine(at time: Int, until: Int, _ practice: Int) {
    if Watcher.isOn {
      let before = inSystem(practice, at: time)
      trace(
        plan.practices[practice].hasQueue ? .queues(inSystem: before) : .rings(inSystem: before), time,
        practice, call.key)
    }
    if call.kind == .urgent {
      pool.append(call, until: until, to: &phones[practice].urgentWaiting)
    } else {
      pool.append(call, until: until, to: &phones[practice].waiting)
      phones[practice].virtualWaiting &+= call.isVirtual ? 1 : 0
    }
    if Int(call.home) != practice { phones[practice].hasVisitors = true }
    phones[practice].agenda.hangUp = min(phones[practice].agenda.hangUp, until)
    phones[practice].agenda.release = phones[practice].freeFrom
    phones[practice].answersFrom = .max
  }
}
