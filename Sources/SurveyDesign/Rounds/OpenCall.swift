/// A call that the rounds before have made or begun, as far as the next round must know it.
package struct OpenCall: Hashable, Sendable {
  /// The practice's place in the frame.
  package var practiceIndex: Int
  /// The slot that the call was drawn for.
  package var homeSlot: Int
  /// The slots in which it was tried, and those in which it was to be tried.
  package var slotsTried: [Int] = []
  /// The minutes of the day at which it was due or dialled: no later round rings at one of them again.
  package var minutes: Set<Int> = []
  /// The number of its last attempt; 0 for a practice that no round has rung, such as one from the reserve.
  package var attempts = 0

  /// A call that nothing is known of but its slot.
  package init(practiceIndex: Int, homeSlot: Int) {
    self.practiceIndex = practiceIndex
    self.homeSlot = homeSlot
  }

  /// Adds an attempt, made or only planned.
  ///
  /// - Parameters:
  ///   - attempt: Its number.
  ///   - slot: In which slot it was.
  ///   - times: When it was due and when it was dialled, as far as is known.
  package mutating func add(attempt: Int, slot: Int, at times: [TimeOfDay]) {
    attempts = max(attempts, attempt)
    if !slotsTried.contains(slot) { slotsTried.append(slot) }
    for time in times { minutes.insert(time.milliseconds / TimeOfDay.millisecondsPerMinute) }
  }
}
