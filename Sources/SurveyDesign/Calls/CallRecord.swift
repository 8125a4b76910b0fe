/// One call attempt as a row of `calls.csv`: planned, simulated, or made by real interviewers.
///
/// What a real file may lack is optional, and so is what a call has not got yet: a call list that is drawn for fieldwork has
/// no dialling time, no disposition and no wait.
package struct CallRecord: Equatable, Sendable {
  /// The replication, from 0; always 0 in a real survey.
  package var replication: Int

  /// The practice's number, as in the frame.
  package var practice: String

  /// The slot that the call stands for.
  package var slot: Slot?

  /// The day of the call.
  package var date: CalendarDate?

  /// Which round of the survey it belongs to, from 1.
  package var round: Int

  /// Which attempt at this planned call it is, from 1.
  package var attempt: Int

  /// When the call should have been dialled.
  package var due: TimeOfDay?

  /// When the call was dialled; `nil` when it was not, or the interviewer did not note it.
  package var dialled: TimeOfDay?

  /// How the call ended; `nil` while it has not been made.
  package var disposition: Disposition?

  /// Seconds from dialling to the answer, or to giving up; `nil` when not made or not noted.
  package var waitSeconds: Double?

  /// Who rang: a number from 1 or a name.
  package var interviewer: String?

  /// The attempt with these particulars.
  package init(
    replication: Int = 0, practice: String, slot: Slot? = nil, date: CalendarDate? = nil, round: Int = 1,
    attempt: Int = 1,
    due: TimeOfDay? = nil, dialled: TimeOfDay? = nil, disposition: Disposition? = nil,
    waitSeconds: Double? = nil,
    interviewer: String? = nil
  ) {
    self.replication = replication
    self.practice = practice
    self.slot = slot
    self.date = date
    self.round = round
    self.attempt = attempt
    self.due = due
    self.dialled = dialled
    self.disposition = disposition
    self.waitSeconds = waitSeconds
    self.interviewer = interviewer
  }

  /// A planned call that no interviewer has made yet.
  ///
  /// - Parameters:
  ///   - call: the call; its places must be those of `frame` and `slots`.
  ///   - frame: where the practice stands.
  ///   - slots: where the slot stands.
  ///   - replication: the replication that the call was planned for.
  package init(_ call: PlannedCall, frame: Frame, slots: SlotGrid, replication: Int = 0) {
    self.init(
      replication: replication, practice: frame.practices[call.practiceIndex].id,
      slot: slots.slots[call.slotIndex], date: call.date, due: call.due,
      interviewer: "\(call.interviewer + 1)")
  }
}
