/// What a call meets: an answerer, a place in line, a busy tone, or a telephone that is off.
extension Exchange {
  /// Counts a call and connects it.
  ///
  /// - Returns: Whether it stands in line now.
  @discardableResult @inline(__always)
  mutating func beginCall(of practice: PracticePlace, at time: Instant, isFree: Bool) -> Bool {
    countCall(of: practice, at: time)
    return connectCall(of: practice, at: time, isFree: isFree)
  }

  /// Counts a call, under the slot in which it comes, and writes it down.
  @inline(__always)
  mutating func countCall(of practice: PracticePlace, at time: Instant) {
    if call.isTraffic {
      let slot = plan.slots.slot(at: time) &+ Int(phones[practice].firstCount) &+ call.slot
      call.token = Int32(truncatingIfNeeded: slot)
      notAnsweredAtOnce[2 &* slot &+ (call.redials > 0 ? 1 : 0)] &+= 1
    }
    if Watcher.isOn {
      let (caller, redials) = (call.kind.caller, Int(call.redials))
      trace(
        .calls(by: caller, redials: redials, inSystem: inSystem(of: practice, at: time)), of: practice,
        at: time, call.key)
    }
  }

  /// Lets a call meet a practice's telephone: its own or, after forwarding, another's.
  ///
  /// The caller of this method has looked whether an answerer is free.
  ///
  /// - Returns: Whether it stands in line now.
  @inline(__always)
  mutating func connectCall(of practice: PracticePlace, at time: Instant, isFree: Bool) -> Bool {
    guard isFree else { return meetTelephone(of: practice, at: time) }
    if plan.callers.ringsFirst {
      ringFreeAnswerer(of: practice, at: time)
    } else {
      answerCall(of: practice, at: time)
    }
    return false
  }

  /// No answerer is free for the call: the caller joins those who wait, or meets a telephone that is off.
  @inline(__always)
  mutating func meetTelephone(of practice: PracticePlace, at time: Instant) -> Bool {
    switch phones[practice].state {
    case .staffed:
      call.kind == .patient ? joinAsPatient(of: practice, at: time) : joinAsAnother(of: practice, at: time)
    case .off(let state): meet(state, of: practice, at: time)
    }
  }

  /// Whether a newcomer would be answered at once.
  @inline(__always)
  func hasFreeAnswerer(of practice: PracticePlace, at time: Instant) -> Bool {
    phones[practice].answersFrom <= time
  }

  /// It rings until a free answerer takes the call, or the caller hangs up before.
  ///
  /// The answerer is taken from the first ring on, so that nothing can change what becomes of the call.
  @inline(never)
  private mutating func ringFreeAnswerer(of practice: PracticePlace, at time: Instant) {
    let delay = plan.callers.draw(.answerDelay, .answerDelay, key: call.key)
    let patience = patience(
      of: call.kind, call.key, hasQueue: plan.practices[practice].hasQueue || call.hasOwnNumber)
    if delay <= patience { return answerCall(of: practice, at: time + delay) }
    if !call.isVirtual {
      occupyAnswerer(of: practice, at: time + patience, for: 0, isUrgent: call.hasOwnNumber)
    }
    endWait(of: practice, at: time + patience)
  }

  /// A patient on the ordinary number finds no answerer free.
  ///
  /// So many do that their way is compiled by itself, where they come: who calls is then asked only once.
  @inline(__always)
  private mutating func joinAsPatient(of practice: PracticePlace, at time: Instant) -> Bool {
    join(of: practice, at: time, as: .patient)
  }

  /// Any other caller finds no answerer free.
  private mutating func joinAsAnother(of practice: PracticePlace, at time: Instant) -> Bool {
    join(of: practice, at: time, as: call.kind)
  }

  /// No answerer is free: the caller waits, or goes.
  ///
  /// - Returns: Whether they stand in line now.
  @inline(__always)
  private mutating func join(of practice: PracticePlace, at time: Instant, as kind: CallKind) -> Bool {
    let key = call.key
    let hasQueue = plan.practices[practice].hasQueue
    if kind == .patient || !call.hasOwnNumber {
      if linesInUse(of: practice, at: time) >= plan.practices[practice].lines {
        meetBusyTone(of: practice, at: time)
        return false
      }
      if hasQueue, kind == .patient, balks(of: practice, at: time, key) {
        balk(of: practice, at: time)
        return false
      }
    }
    if plan.practices[practice].isFollowedCallByCall, hasQueue, offerCallback(of: practice, at: time) {
      return true
    }
    let start = phones[practice].freeFrom
    let holds = hasQueue || kind != .patient && call.hasOwnNumber
    // Where it is certain that the caller is answered at the start, it does not matter how much longer they would wait.
    let isAnswerCertain = isCertain(of: practice, at: time, end: start, as: kind)
    let enough = isAnswerCertain ? start - time : DurationSampler.endless
    let until = time + patience(of: kind, key, hasQueue: holds, enough: enough)
    guard isAnswerCertain || until < start && isCertain(of: practice, at: time, end: until, as: kind) else {
      standInLine(of: practice, at: time, until: until)
      return true
    }
    rememberWait(of: practice, start: start, until: until, as: kind)
    if start <= until { answerCall(of: practice, at: start) } else { endWait(of: practice, at: until) }
    return false
  }

  /// How long a caller waits at most, in milliseconds; what is `enough` or more may come as any number that is.
  @inline(__always)
  private func patience(
    of kind: CallKind, _ key: UInt64, hasQueue: Bool, enough: Int = DurationSampler.endless
  ) -> Int {
    // One place that draws, because the code of a draw is long.
    let drawn: DurationKind
    switch kind {
    case .patient: drawn = hasQueue ? .patience : .ringPatience
    case .urgent: drawn = .patience
    case .professional: drawn = hasQueue ? .professionalPatience : .professionalRingPatience
    case .survey, .probe: return plan.callers.limit(key, hasQueue: hasQueue)
    case .openProbe: return DurationSampler.endless
    }
    return plan.callers.draw(drawn, .patience, key: key, enough: enough)
  }

  /// Whether a patient hangs up at the queue message.
  @inline(__always)
  private func balks(of practice: PracticePlace, at time: Instant, _ key: UInt64) -> Bool {
    let limit = plan.callers.balksAtCallsInSystem
    return limit < .max && inSystem(of: practice, at: time) >= limit
      || plan.callers.balking.happens(.balking, to: key)
  }

  /// Puts a caller in line; one with priority in the line that is served first.
  private mutating func standInLine(of practice: PracticePlace, at time: Instant, until: Instant) {
    if Watcher.isOn {
      let before = inSystem(of: practice, at: time)
      trace(
        plan.practices[practice].hasQueue ? .queues(inSystem: before) : .rings(inSystem: before),
        of: practice, at: time, call.key)
    }
    if call.hasPriority {
      pool.append(call, until: until, to: &phones[practice].priorityWaiting)
      phones[practice].virtualPriorityWaiting &+= call.isVirtual ? 1 : 0
    } else {
      pool.append(call, until: until, to: &phones[practice].waiting)
      phones[practice].virtualWaiting &+= call.isVirtual ? 1 : 0
    }
    phones[practice].linesSaved &+= call.lineSaved
    if call.home != practice { phones[practice].hasVisitors = true }
    phones[practice].agenda.hangUp = min(phones[practice].agenda.hangUp, until)
    phones[practice].agenda.release = phones[practice].freeFrom
    phones[practice].answersFrom = .never
  }
}
