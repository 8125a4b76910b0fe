/// All calls of one replication of the survey: which practice is rung in which slot, on which day, when and by whom.
package struct CallSchedule: Equatable, Sendable {
  /// The replication that the plan is for, from 0.
  package let replication: UInt64

  /// The practices that are rung.
  package let sample: Sample

  /// The calls by day, then by the instant they are due, then by practice.
  package let calls: [PlannedCall]

  /// A plan of these calls.
  package init(replication: UInt64, sample: Sample, calls: [PlannedCall]) {
    self.replication = replication
    self.sample = sample
    self.calls = calls
  }
}
