/// One call that the survey means to make: whom to ring, when, and who rings.
///
/// A trivial value: it holds places in lists, not names, so that a plan of thousands of calls is one flat array.
package struct PlannedCall: Equatable, Sendable {
  /// The practice's place in the frame, which is sorted by practice number.
  package var practiceIndex: Int

  /// The slot's place in the list of slots that the plan was made for.
  package var slotIndex: Int

  /// The day of the call.
  package var date: CalendarDate

  /// The instant at which the call should be dialled, inside its slot, at a whole second.
  package var due: TimeOfDay

  /// The interviewer's place in the team, from 0; files show it counted from 1.
  package var interviewer: Int

  /// Which attempt at the call this is, from 1; more than 1 in a later round.
  package var attempt = 1

  /// The slot that the call was drawn for and counts for, in whatever slot a later round rings.
  package var homeSlot: Int

  /// The call with these particulars: a first attempt, in the slot that it was drawn for.
  package init(practiceIndex: Int, slotIndex: Int, date: CalendarDate, due: TimeOfDay, interviewer: Int) {
    self.practiceIndex = practiceIndex
    self.slotIndex = slotIndex
    self.date = date
    self.due = due
    self.interviewer = interviewer
    homeSlot = slotIndex
  }
}

extension PlannedCall: Comparable {
  /// Orders calls by day, then by the instant they are due, then by practice, then by slot.
  package static func < (left: PlannedCall, right: PlannedCall) -> Bool {
    if left.date != right.date { return left.date < right.date }
    if left.due != right.due { return left.due < right.due }
    if left.practiceIndex != right.practiceIndex { return left.practiceIndex < right.practiceIndex }
    return left.slotIndex < right.slotIndex
  }
}
