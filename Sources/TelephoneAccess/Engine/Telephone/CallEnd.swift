/// When an answerer's last call ends, and on which line it was.
struct CallEnd: BitwiseCopyable, Comparable {
  /// Twice the milliseconds, plus one on the acute line.
  private var bits: Int

  /// Creates the end of a call.
  @inline(__always)
  init(at time: Instant, isUrgent: Bool) { bits = time.milliseconds << 1 | (isUrgent ? 1 : 0) }

  /// The answerer has had no call yet.
  static var none: CallEnd { CallEnd(at: .midnight, isUrgent: false) }

  /// When.
  @inline(__always)
  var time: Instant { Instant(bits >> 1) }

  /// Whether it was on the acute line.
  @inline(__always)
  var isUrgent: Bool { bits & 1 == 1 }

  /// Whether the left one ends first.
  @inline(__always)
  static func < (left: CallEnd, right: CallEnd) -> Bool { left.bits < right.bits }
}
