internal import Randomness
internal import SurveyDesign

/// How calls come in, and what they meet.
extension Exchange {
  /// A patient calls for the first time.
  mutating func takeFreshCall(at practice: Int, _ time: Int) {
    let place = practice * FreshCall.batch + Int(phones[practice].nextOfBatch)
    let key = freshCalls[place].key
    if Int(phones[practice].nextOfBatch) + 1 < FreshCall.batch {
      phones[practice].nextOfBatch += 1
      phones[practice].agenda.freshCall = freshCalls[place + 1].time
    } else {
      drawFreshCalls(of: practice)
    }
    if !Watcher.isOn, hasFreeAnswerer(practice, at: time) {
      answerAtOnce(key: key, urgent: isUrgent(key: key, practice), at: time, practice)
    } else {
      takeIn(patient(key: key, at: time, practice), at: time, practice)
    }
  }

  /// Draws the next batch of a practice's fresh calls; behind the day's last one stands `Int.max`.
  mutating func drawFreshCalls(of practice: Int) {
    let first = practice * FreshCall.batch
    var arrivals = phones[practice].arrivals
    for place in first..<first + FreshCall.batch {
      let time = arrivals.next(in: plan.segments)
      freshCalls[place] = FreshCall(time: time, key: arrivals.stream.next())
      if time == .max { break }
    }
    phones[practice].arrivals = arrivals
    phones[practice].nextOfBatch = 0
    phones[practice].agenda.freshCall = freshCalls[first].time
  }

  /// A call whose time was known comes in.
  mutating func takeCallToCome(at practice: Int, _ time: Int) {
    let head = phones[practice].callsToCome.head
    guard head >= 0, pool[head].until == time else { return takeProbe(at: practice, time) }
    let next = pool.removeFirst(from: &phones[practice].callsToCome)
    updateNextCallToCome(of: practice)
    takeIn(next.call, at: time, practice)
  }

  @inline(__always)
  mutating func updateNextCallToCome(of practice: Int) {
    let head = phones[practice].callsToCome.head
    let known = head < 0 ? .max : pool[head].until
    let probe = Int(phones[practice].nextProbe)
    phones[practice].agenda.callToCome =
      probe < Int(phones[practice].endOfProbes) ? min(known, probes[probe].time) : known
  }

  /// Counts a call and connects it.
  mutating func takeIn(_ call: Call, at time: Int, _ practice: Int) {
    var call = call
    if call.isPatient {
      let slot = plan.slots.slot(at: time)
      call.slot = UInt16(truncatingIfNeeded: slot)
      traffic[slot].freshCalls += call.redials == 0 ? 1 : 0
      traffic[slot].redials += call.redials == 0 ? 0 : 1
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
    if hasFreeAnswerer(practice, at: time) { return answer(call, at: time, practice) }
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

  /// Whether a newcomer would be answered at once.
  @inline(__always)
  mutating func hasFreeAnswerer(_ practice: Int, at time: Int) -> Bool {
    guard case .staffed = phones[practice].state, phones[practice].isQueueEmpty else { return false }
    if phones[practice].busy >= phones[practice].answerers {
      // With one answerer there is no need to look for the call that ends first.
      if phones[practice].busy == 1, earliestEnd(of: practice) > time { return false }
      endCalls(of: practice, at: time)
    }
    return phones[practice].busy < phones[practice].answerers
  }

  @inline(__always)
  private func balks(_ call: Call, _ practice: Int) -> Bool {
    if phones[practice].calls >= plan.callers.balksAtCallsInSystem { return true }
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
      let before = phones[practice].calls
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
    phones[practice].agenda.hangUp = min(phones[practice].agenda.hangUp, until)
    if phones[practice].agenda.release == .max { phones[practice].agenda.release = earliestEnd(of: practice) }
  }

  /// Calls in progress or waiting at an instant, for a trace: calls that have ended unheard are left out.
  private func inSystem(_ practice: Int, at time: Int) -> Int {
    let first = Int(plan.practices[practice].firstAnswerer)
    let inProgress = (first..<first + Int(phones[practice].busy)).count { callEnds[$0] >> 1 > time }
    return phones[practice].calls - Int(phones[practice].busy) + inProgress
  }
}
