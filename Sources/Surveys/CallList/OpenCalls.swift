package import SurveyDesign
internal import Tables

/// The calls of a survey that is under way, as a later round must know them: what each has come to, and where and when it was tried.
package struct OpenCalls: Sendable {
  /// The calls of a practice, with what came of the last attempt that was made.
  package struct Call: Hashable, Sendable {
    /// What the next round must know.
    package var open: OpenCall
    /// What came of it.
    package var disposition: Disposition
    /// The wait of that attempt, if it was noted.
    package var waitSeconds: Double?
  }

  /// The calls, by practice and slot.
  package let calls: [Call]
  /// The latest round that has a row.
  package let lastRound: Int
  /// The last day that has a row; `nil` for a file without days.
  package let lastDay: CalendarDate?

  /// The calls of the lists that have come back.
  ///
  /// - Parameters:
  ///   - joined: The rows of all lists of all rounds so far.
  ///   - survey: The same rows, read as a survey whose practices are those of the frame.
  ///   - slots: The slots of the design; calls in others are not among them.
  package init(_ joined: JoinedCalls, _ survey: SurveyCalls, slots: SlotGrid) {
    var calls: [Call] = survey.calls.compactMap { call in
      slots.index(of: survey.slots[call.slot]).map { slot in
        Call(
          open: OpenCall(practiceIndex: call.practice, homeSlot: slot), disposition: call.disposition,
          waitSeconds: call.waitSeconds)
      }
    }
    calls.sort { ($0.open.practiceIndex, $0.open.homeSlot) < ($1.open.practiceIndex, $1.open.homeSlot) }
    let places = Dictionary(grouping: calls.indices) { calls[$0].open.practiceIndex }
    let practices = Dictionary(survey.practices.enumerated().map { ($1, $0) }) { first, _ in first }
    for row in joined.calls {
      guard let practice = practices[row.practice], let own = places[practice],
        let slot = row.slot.flatMap(slots.index(of:))
      else { continue }
      // Of several calls each is tried in its own slot only; a single one in any.
      let place = own.count == 1 ? own[0] : own.first { calls[$0].open.homeSlot == slot }
      if let place {
        let attempt = row.attempt ?? calls[place].open.attempts + 1
        calls[place].open.add(attempt: attempt, slot: slot, at: [row.due, row.dialled].compactMap(\.self))
      }
    }
    self.calls = calls
    let round = KnownColumn.round.rawValue
    lastRound = joined.calls.compactMap { $0.cells[round].flatMap { Int($0) } }.max() ?? 1
    lastDay = joined.calls.compactMap(\.date).max()
  }

  /// The calls that a round rings again.
  package func open(for round: SurveyRound, under definition: ReachedDefinition) -> [OpenCall] {
    calls.filter {
      round.rings(
        afterAttempts: $0.open.attempts, ending: $0.disposition, waitSeconds: $0.waitSeconds,
        under: definition
      )
    }.map(\.open)
  }
}
