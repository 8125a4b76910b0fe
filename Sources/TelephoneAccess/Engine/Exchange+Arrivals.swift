internal import Randomness
internal import SurveyDesign

/// How calls come in, and what they meet.
extension Exchange {
  /// A patient calls for the first time.
  mutating func takeFreshCall(at practice: Int) {
    let time = phones[practice].nextFreshCall
    // In a statement of its own: inside the call below it would copy the exchange, arrays and all.
    let key = phones[practice].freshCalls.stream.next()
    let call = patient(key: key, at: time, practice)
    phones[practice].nextFreshCall = phones[practice].freshCalls.next(in: plan.segments)
    takeIn(call, at: time, practice)
  }

  /// A call whose time was known comes in.
  mutating func takeCallToCome(at practice: Int) {
    let next = pool.removeFirst(from: &phones[practice].callsToCome)
    let head = phones[practice].callsToCome.head
    phones[practice].nextCallToCome = head < 0 ? .max : pool[head].until
    takeIn(next.call, at: next.until, practice)
  }

  /// Counts a call and connects it.
  mutating func takeIn(_ call: Call, at time: Int, _ practice: Int) {
    if call.isPatient {
      let slot = plan.slots.slot(at: time)
      if call.redials == 0 { traffic[slot].freshCalls += 1 } else { traffic[slot].redials += 1 }
    }
    if Watcher.isOn {
      let inSystem = inSystem(practice, at: time)
      trace(.calls(by: call.who, redials: Int(call.redials), inSystem: inSystem), time, practice, call)
    }
    connect(call, at: time, practice)
  }

  /// Lets a call meet a practice's telephone: its own or, after forwarding, another's.
  mutating func connect(_ call: Call, at time: Int, _ practice: Int) {
    switch phones[practice].state {
    case .staffed: join(call, at: time, practice)
    case .off(let state): meet(state, call, at: time, practice)
    }
  }

  /// An answerer is free, or the caller waits, or goes.
  private mutating func join(_ call: Call, at time: Int, _ practice: Int) {
    endCalls(of: practice, at: time)
    if phones[practice].busy < phones[practice].answerers, phones[practice].isQueueEmpty {
      return answer(call, at: time, practice)
    }
    if call.kind == .urgent {
      return wait(call, at: time, practice, patience: .patience, urgently: true)
    }
    if phones[practice].linesInUse >= plan.practices[practice].lines {
      return meetBusyTone(call, at: time, practice)
    }
    if plan.practices[practice].hasQueue {
      if call.kind == .patient, balks(call, practice) { return balk(call, at: time, practice) }
      wait(call, at: time, practice, patience: .patience, urgently: false)
    } else {
      wait(call, at: time, practice, patience: .ringPatience, urgently: false)
    }
  }

  @inline(__always)
  private func balks(_ call: Call, _ practice: Int) -> Bool {
    if calls(at: practice) >= plan.callers.balksAtCallsInSystem { return true }
    guard plan.callers.balkingShare > 0 else { return false }
    var balking = call.draw(.balking)
    return balking.unitUniform() < plan.callers.balkingShare
  }

  /// Puts a caller in line.
  private mutating func wait(
    _ call: Call, at time: Int, _ practice: Int, patience: DurationKind, urgently: Bool
  ) {
    let limit: Int
    switch call.kind {
    case .patient, .urgent:
      limit = plan.callers.draw(patience, .patience, key: call.key)
    case .survey, .probe:
      limit = plan.practices[practice].hasQueue ? plan.callers.holdLimit : plan.callers.ringLimit
    case .openProbe: limit = DurationSampler.endless
    }
    if Watcher.isOn {
      let before = calls(at: practice)
      trace(
        plan.practices[practice].hasQueue ? .queues(inSystem: before) : .rings(inSystem: before), time,
        practice, call)
    }
    let until = time + limit
    if urgently {
      pool.append(call, until: until, to: &phones[practice].urgentWaiting)
    } else {
      pool.append(call, until: until, to: &phones[practice].waiting)
      if call.isVirtual { phones[practice].virtualWaiting += 1 }
    }
    phones[practice].nextHangUp = min(phones[practice].nextHangUp, until)
    phones[practice].nextRelease = earliestEnd(of: practice)
  }

  /// Calls in progress or waiting, probes left out.
  func calls(at practice: Int) -> Int { phones[practice].calls }

  /// Calls in progress or waiting at an instant, for a trace: calls that have ended unheard are left out.
  private func inSystem(_ practice: Int, at time: Int) -> Int {
    let first = Int(plan.practices[practice].firstAnswerer)
    let inProgress = callEnds[first..<first + Int(phones[practice].busy)].count { $0 >> 1 > time }
    return calls(at: practice) - Int(phones[practice].busy) + inProgress
  }
}
