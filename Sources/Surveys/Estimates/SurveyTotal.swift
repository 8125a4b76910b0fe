package import SurveyDesign

/// What counts the same when calls are put together to one rate.
package enum SurveyTotal: String, Equatable, Sendable, CaseIterable {
  /// Calls, or practices by their weights: a slot counts by the number of its calls.
  case calls
  /// Listed patients: a practice's calls count by the length of its list, times its weight.
  case patients
  /// Hours: a slot counts by its length, whatever the number of its calls.
  case hours
}

extension SurveyAnalysis {
  /// The practices that were called and have no listed patients in the frame, by number in the frame's order.
  package var practicesWithoutPatients: [String] {
    guard let frame else { return [] }
    var isCalled = [Bool](repeating: false, count: calls.practices.count)
    for call in calls.calls { isCalled[call.practice] = true }
    return zip(frame.practices, isCalled).filter { $0.listedPatients == 0 && $1 }.map(\.0.id)
  }

  /// The slots of the file without a valid call in one replication: their hours cannot be estimated.
  ///
  /// - Complexity: O(calls + slots).
  package func slotsWithoutValidCall(
    _ definition: ReachedDefinition, in replication: SurveyCalls.Replication
  ) -> [Slot] {
    let parts = samples(calls.slots.count, definition, in: replication) { calls.calls[$0].slot }
    return zip(calls.slots, parts).filter { $1.observations.isEmpty }.map(\.0)
  }
}

extension SurveyCalls {
  /// The first two slots that share an instant, whose hours would count twice; `nil` when none do.
  package var overlappingSlots: (Slot, Slot)? {
    zip(slots, slots.dropFirst()).first { $0.overlaps($1) }
  }
}
