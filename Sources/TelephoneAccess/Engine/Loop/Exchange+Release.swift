/// A call ends while others wait.
extension Exchange {
  /// Lets the free answerers take those waiting, calls with priority first.
  mutating func releaseAnswerers(of practice: PracticePlace, at time: Instant) {
    while phones[practice].freeFrom <= time, !phones[practice].isQueueEmpty {
      if phones[practice].priorityWaiting.isEmpty {
        call = pool.removeFirst(from: &phones[practice].waiting)
      } else {
        call = pool.removeFirst(from: &phones[practice].priorityWaiting)
      }
      if call.kind != .patient { leaveLine(of: practice) }
      if call.isCallback { ringBack(of: practice, at: time) } else { answerCall(of: practice, at: time) }
    }
    watchQueue(of: practice)
  }

  /// Counts a caller out who has been taken off a line: ``standInLine`` the other way round.
  @inline(__always)
  mutating func leaveLine(of practice: PracticePlace) {
    if call.isVirtual {
      phones[practice].virtualWaiting &-= call.hasPriority ? 0 : 1
      phones[practice].virtualPriorityWaiting &-= call.hasPriority ? 1 : 0
    }
    phones[practice].linesSaved &-= call.lineSaved
  }

  /// Sets the agenda after calls have left the queues.
  ///
  /// While callers wait the next to hang up stays as it is: that caller may have been answered, and then the event finds no
  /// caller to hang up.
  @inline(__always)
  mutating func watchQueue(of practice: PracticePlace) {
    let isEmpty = phones[practice].isQueueEmpty
    let isStaffed = if case .staffed = phones[practice].state { true } else { false }
    phones[practice].agenda.release = isEmpty ? .never : phones[practice].freeFrom
    phones[practice].answersFrom = isEmpty && isStaffed ? phones[practice].freeFrom : .never
    phones[practice].agenda.hangUp = isEmpty ? .never : phones[practice].agenda.hangUp
    if isEmpty { phones[practice].hasVisitors = false }
  }
}
