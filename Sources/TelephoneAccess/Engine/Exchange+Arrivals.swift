internal import Randomness
internal import SurveyDesign

/// How calls come in, and what they meet.
extension Exchange {
  /// A patient calls.
  ///
  /// - Returns: Whether nothing but patients' calls can have changed on the agenda.
  @inline(__always)
  mutating func takePatientCall(at practice: Int, _ time: Int) -> Bool {
    let next = nextPatientCall(of: practice)
    if !next.isPatient {
      if next.kind == .undrawn {
        drawFreshCalls(of: practice)
        return true
      }
      findNextUrgentCall(of: practice)
    }
    let isFree = hasFreeAnswerer(practice, at: time)
    if !Watcher.isOn, isFree {
      answerAtOnce(next, at: time, practice)
      return true
    }
    takeIn(pool.take(Call(next, at: time, home: practice)), at: time, practice, isFree: isFree)
    return false
  }

  /// An interviewer's call whose time was known comes in, or a probe.
  mutating func takeCallToCome(at practice: Int, _ time: Int) {
    let head = phones[practice].callsToCome.head
    guard head >= 0, pool.calls[Int(head)].until == time else { return takeProbe(at: practice, time) }
    let call = pool.removeFirst(from: &phones[practice].callsToCome)
    updateNextCallToCome(of: practice)
    takeIn(call, at: time, practice, isFree: hasFreeAnswerer(practice, at: time))
  }

  @inline(__always)
  mutating func updateNextCallToCome(of practice: Int) {
    let head = phones[practice].callsToCome.head
    let known = head < 0 ? .max : pool.calls[Int(head)].until
    let probe = Int(phones[practice].nextProbe)
    phones[practice].agenda.callToCome =
      probe < Int(phones[practice].endOfProbes) ? min(known, probes[probe].time) : known
  }

  /// Counts a call and connects it.
  @inline(__always)
  mutating func takeIn(_ call: Int, at time: Int, _ practice: Int, isFree: Bool) {
    if pool.calls[call].isPatient {
      let slot = plan.slots.slot(at: time)
      pool.calls[call].token = Int32(truncatingIfNeeded: slot)
      let isFresh = pool.calls[call].redials == 0
      traffic[slot].freshCalls &+= isFresh ? 1 : 0
      traffic[slot].redials &+= isFresh ? 0 : 1
    }
    if Watcher.isOn {
      let (caller, redials) = (pool.calls[call].kind.caller, Int(pool.calls[call].redials))
      trace(
        .calls(by: caller, redials: redials, inSystem: inSystem(practice, at: time)), time, practice,
        pool.calls[call].key)
    }
    connect(call, at: time, practice, isFree: isFree)
  }

  /// Lets a call meet a practice's telephone: its own or, after forwarding, another's.
  ///
  /// Whoever connects it has looked whether an answerer is free.
  @inline(__always)
  mutating func connect(_ call: Int, at time: Int, _ practice: Int, isFree: Bool) {
    if isFree { return answer(call, at: time, practice) }
    switch phones[practice].state {
    case .staffed: join(call, at: time, practice)
    case .off(let state): meet(state, call, at: time, practice)
    }
  }

  /// No answerer is free: the caller waits, or goes.
  private mutating func join(_ call: Int, at time: Int, _ practice: Int) {
    let (kind, key) = (pool.calls[call].kind, pool.calls[call].key)
    let hasQueue = plan.practices[practice].hasQueue
    if kind != .urgent {
      if linesInUse(practice, at: time) >= plan.practices[practice].lines {
        return meetBusyTone(call, at: time, practice)
      }
      if hasQueue, kind == .patient, balks(key, at: time, practice) {
        return balk(call, at: time, practice)
      }
    }
    let start = phones[practice].freeFrom
    let until = time &+ patience(of: kind, key, hasQueue: hasQueue)
    if kind == .urgent || !isCertain(practice, at: time, start: start, until: until) {
      standInLine(call, at: time, until: until, practice)
    } else {
      if !pool.calls[call].isVirtual { remember(end: min(start, until), at: practice) }
      if start <= until { answer(call, at: start, practice) } else { abandon(call, at: until, practice) }
    }
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
    guard case .staffed = phones[practice].state else { return false }
    return phones[practice].freeFrom <= time && phones[practice].isQueueEmpty
  }

  @inline(__always)
  private func balks(_ key: UInt64, at time: Int, _ practice: Int) -> Bool {
    let limit = plan.callers.balksAtCallsInSystem
    return limit < .max && inSystem(practice, at: time) >= limit
      || plan.callers.balking.happens(.balking, to: key)
  }

  /// Puts a caller in line; an urgent one in the line of their own.
  private mutating func standInLine(_ call: Int, at time: Int, until: Int, _ practice: Int) {
    if Watcher.isOn {
      let before = inSystem(practice, at: time)
      trace(
        plan.practices[practice].hasQueue ? .queues(inSystem: before) : .rings(inSystem: before), time,
        practice, pool.calls[call].key)
    }
    pool.calls[call].until = until
    if pool.calls[call].kind == .urgent {
      pool.append(call, to: &phones[practice].urgentWaiting)
    } else {
      pool.append(call, to: &phones[practice].waiting)
      phones[practice].virtualWaiting &+= pool.calls[call].isVirtual ? 1 : 0
    }
    if Int(pool.calls[call].home) != practice { phones[practice].hasVisitors = true }
    phones[practice].agenda.hangUp = min(phones[practice].agenda.hangUp, until)
    phones[practice].agenda.release = phones[practice].freeFrom
  }
}
