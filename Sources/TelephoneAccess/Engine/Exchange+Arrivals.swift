internal import Randomness
internal import SurveyDesign

/// How calls come in, and what they meet.
extension Exchange {
  /// A patient calls for the first time.
  ///
  /// - Returns: Whether the call is answered at once, so that nothing else on the agenda changes.
  @inline(__always)
  mutating func takeFreshCall(at practice: Int, _ time: Int) -> Bool {
    let key = nextFreshCaller(of: practice)
    let isFree = hasFreeAnswerer(practice, at: time)
    if !Watcher.isOn, isFree {
      answerAtOnce(key: key, at: time, practice)
      return true
    }
    takeIn(pool.take(patient(key: key, at: time, practice)), at: time, practice, isFree: isFree)
    return false
  }

  /// The key of the caller whose time has come; the next one's time goes to the agenda.
  @inline(__always)
  private mutating func nextFreshCaller(of practice: Int) -> UInt64 {
    let place = practice &* FreshCall.batch &+ Int(phones[practice].nextOfBatch)
    let key = freshCalls[place].key
    phones[practice].nextOfBatch &+= 1
    if Int(phones[practice].nextOfBatch) < FreshCall.batch {
      phones[practice].agenda.freshCall = freshCalls[place &+ 1].time
    } else {
      drawFreshCalls(of: practice)
    }
    return key
  }

  /// Draws the next batch of a practice's fresh calls; behind the day's last one stands `Int.max`.
  mutating func drawFreshCalls(of practice: Int) {
    let first = practice * FreshCall.batch
    var arrivals = phones[practice].arrivals
    var place = first
    var time = 0
    while place < first &+ FreshCall.batch, time < .max {
      time = arrivals.next(in: plan.segments, plan.callers.tables)
      freshCalls[place] = FreshCall(time: time, key: arrivals.stream.next())
      place &+= 1
    }
    phones[practice].arrivals = arrivals
    phones[practice].nextOfBatch = 0
    phones[practice].agenda.freshCall = freshCalls[first].time
  }

  /// A call whose time was known comes in.
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
  @inline(__always)
  private mutating func join(_ call: Int, at time: Int, _ practice: Int) {
    let kind = pool.calls[call].kind
    if kind == .urgent { return wait(call, at: time, practice, patience: .patience) }
    if linesInUse(practice, at: time) >= plan.practices[practice].lines {
      return meetBusyTone(call, at: time, practice)
    }
    if plan.practices[practice].hasQueue {
      if kind == .patient, balks(call, at: time, practice) { return balk(call, at: time, practice) }
      wait(call, at: time, practice, patience: .patience)
    } else {
      wait(call, at: time, practice, patience: .ringPatience)
    }
  }

  /// Whether a newcomer would be answered at once.
  @inline(__always)
  func hasFreeAnswerer(_ practice: Int, at time: Int) -> Bool {
    guard case .staffed = phones[practice].state else { return false }
    return phones[practice].freeFrom <= time && phones[practice].isQueueEmpty
  }

  @inline(__always)
  private func balks(_ call: Int, at time: Int, _ practice: Int) -> Bool {
    plan.callers.balksAtCallsInSystem < .max && inSystem(practice, at: time) >= plan.callers.balksAtCallsInSystem
      || plan.callers.balking.happens(.balking, to: pool.calls[call].key)
  }

  /// Puts a caller in line; an urgent one in the line of their own.
  private mutating func wait(_ call: Int, at time: Int, _ practice: Int, patience: DurationKind) {
    let kind = pool.calls[call].kind
    let limit: Int
    switch kind {
    case .patient, .urgent: limit = plan.callers.draw(patience, .patience, key: pool.calls[call].key)
    case .survey, .probe:
      limit = plan.practices[practice].hasQueue ? plan.callers.holdLimit : plan.callers.ringLimit
    case .openProbe: limit = DurationSampler.endless
    }
    if Watcher.isOn {
      let before = inSystem(practice, at: time)
      trace(
        plan.practices[practice].hasQueue ? .queues(inSystem: before) : .rings(inSystem: before), time,
        practice, pool.calls[call].key)
    }
    let until = time &+ limit
    pool.calls[call].until = until
    if kind == .urgent {
      pool.append(call, to: &phones[practice].urgentWaiting)
    } else {
      pool.append(call, to: &phones[practice].waiting)
      phones[practice].virtualWaiting &+= pool.calls[call].isVirtual ? 1 : 0
    }
    phones[practice].agenda.hangUp = min(phones[practice].agenda.hangUp, until)
    phones[practice].agenda.release = phones[practice].freeFrom
  }

  /// Calls in progress or waiting at an instant, probes left out.
  private func inSystem(_ practice: Int, at time: Int) -> Int {
    let urgentCalls = (plan.practices[practice].firstAnswerer..<plan.practices[practice].endOfAnswerers)
      .count { callEnds[Int($0)] & 1 == 1 && callEnds[Int($0)] >> 1 > time }
    return linesInUse(practice, at: time) + Int(phones[practice].urgentWaiting.count) + urgentCalls
  }

  /// Lines taken: the acute line is not one of them, and neither is a probe's.
  ///
  /// O(answerers).
  @inline(__always)
  func linesInUse(_ practice: Int, at time: Int) -> Int {
    var lines = phones[practice].inLine
    for place in plan.practices[practice].firstAnswerer..<plan.practices[practice].endOfAnswerers {
      let end = callEnds[Int(place)]
      lines &+= end & 1 == 0 && end >> 1 > time ? 1 : 0
    }
    for place in 0..<Self.mostForeseen {
      lines &+= foreseenEnds[practice &* Self.mostForeseen &+ place] > time ? 1 : 0
    }
    return lines
  }
}
