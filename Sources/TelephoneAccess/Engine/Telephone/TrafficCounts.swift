/// What became of patients' calls: counts and sums of whole milliseconds, so that any order of adding gives the same.
///
/// Every call belongs to the practice that was dialled and to the slot in which it was dialled, so that
/// `freshCalls + redials = endedInMenu + answered + calledBack + calledBackInVain + abandoned + blocked + balked + off + stillWaiting`
/// holds per practice-day and slot.
package struct TrafficCounts: Equatable, Sendable, BitwiseCopyable {
  /// First tries.
  package var freshCalls = 0
  /// Later tries.
  package var redials = 0
  /// Calls that the telephone's menu ended, before an answerer or the queue.
  package var endedInMenu = 0
  /// Calls answered by a person, forwarded and acute calls included.
  package var answered = 0
  /// Callers who accepted to be rung back, and whom an answerer reached.
  package var calledBack = 0
  /// Those who did not take that call.
  package var calledBackInVain = 0
  /// From dialling to being rung back, of those reached, in milliseconds.
  package var calledBackWait = 0
  /// Callers who joined a queue, or rang, and hung up.
  package var abandoned = 0
  /// Busy tones.
  package var blocked = 0
  /// Callers who hung up at the queue message.
  package var balked = 0
  /// Calls that met a message or rang out.
  package var off = 0
  /// Callers without an answer when the simulated day was over.
  package var stillWaiting = 0
  /// Of all calls: those that were forwarded at least once.
  package var forwarded = 0
  /// Failing callers who turned to the out-of-hours service.
  package var displaced = 0
  /// Of those answered: those within target.
  package var answeredWithinTarget = 0
  /// Waiting time of those answered, in milliseconds.
  package var wait = 0
  /// Waiting time of those who hung up, in milliseconds.
  package var abandonedWait = 0
  /// Urgent calls answered, a part of `answered`.
  package var urgentAnswered = 0
  /// Their waiting time, in milliseconds, a part of `wait`.
  package var urgentWait = 0
  /// Answerers' time spent on the telephone, survey calls included, in milliseconds.
  package var busy = 0
  /// Answerers' time on duty, in milliseconds.
  package var onDuty = 0

  /// Creates counts of nothing.
  package init() {}

  /// Adds another stretch of traffic.
  package static func += (sum: inout TrafficCounts, other: TrafficCounts) {
    sum.freshCalls += other.freshCalls
    sum.redials += other.redials
    sum.endedInMenu += other.endedInMenu
    sum.answered += other.answered
    sum.calledBack += other.calledBack
    sum.calledBackInVain += other.calledBackInVain
    sum.calledBackWait += other.calledBackWait
    sum.abandoned += other.abandoned
    sum.blocked += other.blocked
    sum.balked += other.balked
    sum.off += other.off
    sum.stillWaiting += other.stillWaiting
    sum.forwarded += other.forwarded
    sum.displaced += other.displaced
    sum.answeredWithinTarget += other.answeredWithinTarget
    sum.wait += other.wait
    sum.abandonedWait += other.abandonedWait
    sum.urgentAnswered += other.urgentAnswered
    sum.urgentWait += other.urgentWait
    sum.busy += other.busy
    sum.onDuty += other.onDuty
  }
}
