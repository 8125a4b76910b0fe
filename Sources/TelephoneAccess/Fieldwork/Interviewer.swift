internal import SurveyDesign

/// A call on an interviewer's list for the day.
struct DueCall {
  /// Which planned call.
  var call: PlannedCall
  /// The slot that it counts for: the planned one, or for a redial that of the attempt before.
  var slot: Int
  /// 1 for the first attempt of the round.
  var attempt: Int
  /// When it is to be dialled.
  var due: Instant

  /// The practice that is rung.
  var practice: PracticePlace { PracticePlace(call.practiceIndex) }
}

/// One interviewer's day: a list of due calls, taken in order of time, and a telephone.
struct Interviewer {
  /// The calls left, latest first, so that the next is taken off the end.
  private var calls: [DueCall] = []
  /// When the last call was written up.
  private var freeFrom = Instant.midnight
  /// The call in progress: when it was dialled, the slot it counts for, and the key of what it draws.
  private var current: (call: DueCall, dialled: Instant, slot: Int, key: UInt64)?
  /// The practice that is rung, `nil` without a call in progress.
  private(set) var listensTo: PracticePlace?
  /// When the next call can be dialled; ``Instant/never`` with nothing to do or a telephone in hand.
  private(set) var nextDial = Instant.never

  /// Hands over a call in the morning, before any is dialled; ``arrangeList()`` puts all of them in order.
  mutating func hand(over call: DueCall) { calls.append(call) }

  /// Puts the calls that were handed over in order: those due at the same time as they came.
  ///
  /// - Complexity: O(*n* log *n*) for *n* calls, O(*n*) where they came in order.
  mutating func arrangeList() {
    calls.reverse()
    // The sort is stable: of calls due at the same time the first one stays the last, which is taken first.
    calls.sort { $0.due > $1.due }
    updateNextDial()
  }

  /// Puts a call on the list, behind those due before it or at the same time.
  ///
  /// - Complexity: O(*k*) for the *k* calls due before it, which are few for a call that is tried again.
  mutating func add(_ call: DueCall) {
    var place = calls.count
    while place > 0, calls[place - 1].due <= call.due { place -= 1 }
    calls.insert(call, at: place)
    updateNextDial()
  }

  /// Takes the next call off the list.
  mutating func takeNext() -> DueCall? {
    defer { updateNextDial() }
    return calls.popLast()
  }

  /// Begins a call.
  mutating func listen(to call: DueCall, since dialled: Instant, slot: Int, key: UInt64) {
    current = (call, dialled, slot, key)
    listensTo = call.practice
    updateNextDial()
  }

  /// Ends the call in progress, if there is one.
  mutating func hangUp() -> (call: DueCall, dialled: Instant, slot: Int, key: UInt64)? {
    defer {
      current = nil
      listensTo = nil
      updateNextDial()
    }
    return current
  }

  /// Notes that the interviewer writes until a time and dials no call before it.
  mutating func writeUp(until time: Instant) {
    freeFrom = time
    updateNextDial()
  }

  /// Begins a day.
  mutating func reset() {
    calls.removeAll(keepingCapacity: true)
    freeFrom = .midnight
    current = nil
    listensTo = nil
    nextDial = .never
  }

  private mutating func updateNextDial() {
    guard listensTo == nil, let next = calls.last else { return nextDial = .never }
    nextDial = max(freeFrom, next.due)
  }
}
