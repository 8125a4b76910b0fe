/// What became of patients' calls: counts and sums of whole milliseconds, so that any order of adding gives the same.
///
/// Every call belongs to the practice that was dialled and to the slot in which it was dialled, so that
/// `freshCalls + redials = answered + abandoned + blocked + balked + off + stillWaiting` holds per practice-day and slot.
public struct TrafficCounts: Hashable, Sendable, BitwiseCopyable {
  /// First tries.
  public var freshCalls = 0
  /// Later tries.
  public var redials = 0
  /// Calls answered by a person, forwarded and acute calls included.
  public var answered = 0
  /// Callers who joined a queue, or rang, and hung up.
  public var abandoned = 0
  /// Busy tones.
  public var blocked = 0
  /// Callers who hung up at the queue message.
  public var balked = 0
  /// Calls that met a message or rang out.
  public var off = 0
  /// Callers without an answer when the simulated day was over.
  public var stillWaiting = 0
  /// Of all calls: those that were forwarded at least once.
  public var forwarded = 0
  /// Failing callers who turned to the out-of-hours service.
  public var displaced = 0
  /// Of those answered: those within target.
  public var answeredWithinTarget = 0
  /// Waiting time of those answered, in milliseconds.
  public var wait = 0
  /// Waiting time of those who hung up, in milliseconds.
  public var abandonedWait = 0
  /// Urgent calls answered, a part of `answered`.
  public var urgentAnswered = 0
  /// Their waiting time, in milliseconds, a part of `wait`.
  public var urgentWait = 0
  /// Answerers' time spent on the telephone, survey calls included, in milliseconds.
  public var busy = 0
  /// Answerers' time on duty, in milliseconds.
  public var onDuty = 0

  /// Creates counts of nothing.
  public init() {}

  /// Adds another stretch of traffic.
  public static func += (sum: inout TrafficCounts, other: TrafficCounts) {
    sum.freshCalls += other.freshCalls
    sum.redials += other.redials
    sum.answered += other.answered
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
