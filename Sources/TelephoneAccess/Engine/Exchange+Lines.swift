internal import SurveyDesign

/// How many calls a telephone holds.
extension Exchange {
  /// The call that ends first, of those of answerers on duty.
  @inline(__always)
  func nextToBeFree(at practice: Int) -> CallEnd {
    callEnds[Int(phones[practice].lastAnswerer &- phones[practice].answerers &+ 1)]
  }

  /// Calls in progress or waiting, probes left out.
  ///
  /// O(answerers).
  @inline(__always)
  func inSystem(_ practice: Int, at time: Int) -> Int {
    talks(at: practice, time) { _ in true } + waitingUnseen(at: practice, time) + phones[practice].inLine
      + Int(phones[practice].urgentWaiting.count)
  }

  /// Lines taken while all on duty are on the telephone: the acute line is not one of them, and neither is a probe's.
  ///
  /// O(1), but O(answerers) while an urgent call goes on, or one of somebody who was on duty before.
  @inline(__always)
  func linesInUse(_ practice: Int, at time: Int) -> Int {
    let talks =
      phones[practice].unusualUntil > time
      ? talks(at: practice, time) { !$0.isUrgent } : Int(phones[practice].answerers)
    return talks &+ waitingUnseen(at: practice, time) &+ phones[practice].inLine
  }

  /// Counts the calls in progress of one kind.
  @inline(__always)
  private func talks(at practice: Int, _ time: Int, isCounted: (CallEnd) -> Bool) -> Int {
    var talks = 0
    for place in plan.practices[practice].answererPlaces {
      let call = callEnds[place]
      talks &+= isCounted(call) && call.time > time ? 1 : 0
    }
    return talks
  }

  /// Counts those who wait and are not seen in line, because it is certain what becomes of them.
  @inline(__always)
  private func waitingUnseen(at practice: Int, _ time: Int) -> Int {
    var callers = 0
    for place in 0..<Self.mostForeseen {
      callers &+= foreseenEnds[practice &* Self.mostForeseen &+ place] > time ? 1 : 0
    }
    return callers
  }
}
