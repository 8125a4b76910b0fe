/// How many calls a telephone holds.
extension Exchange {
  /// The call that ends first, of those of answerers on duty.
  @inline(__always)
  func nextToBeFree(of practice: PracticePlace) -> CallEnd {
    callEnds[Int(phones[practice].lastAnswerer &- phones[practice].answerers &+ 1)]
  }

  /// Calls in progress or waiting, probes left out.
  ///
  /// O(answerers).
  @inline(__always)
  func inSystem(of practice: PracticePlace, at time: Instant) -> Int {
    talks(of: practice, at: time) { _ in true } + waitingUnseen(of: practice, at: time)
      + phones[practice].inLine + phones[practice].inPriorityLine
  }

  /// Lines taken while all on duty are on the telephone: the acute line is not one of them, nor a number of the professionals' own, nor a probe's.
  ///
  /// O(1), but O(answerers) while an urgent call goes on, or one of an answerer who was on duty before.
  @inline(__always)
  func linesInUse(of practice: PracticePlace, at time: Instant) -> Int {
    let talks =
      phones[practice].unusualUntil > time
      ? talks(of: practice, at: time) { !$0.isUrgent } : Int(phones[practice].answerers)
    return talks &+ waitingUnseen(of: practice, at: time) &+ phones[practice].inLine
      &- Int(phones[practice].linesSaved)
  }

  /// Counts the calls in progress of one kind.
  @inline(__always)
  private func talks(
    of practice: PracticePlace, at time: Instant, isCounted: (CallEnd) -> Bool
  ) -> Int {
    var talks = 0
    for place in plan.practices[practice].answererPlaces {
      let call = callEnds[place]
      talks &+= isCounted(call) && call.time > time ? 1 : 0
    }
    return talks
  }

  /// Counts the callers who wait and are not seen in line, because it is certain what becomes of them.
  @inline(__always)
  private func waitingUnseen(of practice: PracticePlace, at time: Instant) -> Int {
    var callers = 0
    for number in 0..<Self.mostForeseen {
      callers &+= foreseenEnds[foreseenPlace(number, of: practice)] > time ? 1 : 0
    }
    return callers
  }
}
