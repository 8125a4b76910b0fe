/// When an answerer's last call ends, and on which line it was.
struct CallEnd: BitwiseCopyable, Comparable {
  /// Twice the milliseconds, plus one on the acute line.
  private var bits: Int

  /// Creates the end of a call, in milliseconds.
  @inline(__always)
  init(at time: Int, isUrgent: Bool) { bits = time << 1 | (isUrgent ? 1 : 0) }

  /// Nobody has called yet.
  static var none: CallEnd { CallEnd(at: 0, isUrgent: false) }

  /// When, in milliseconds.
  @inline(__always)
  var time: Int { bits >> 1 }

  /// Whether it was on the acute line.
  @inline(__always)
  var isUrgent: Bool { bits & 1 == 1 }

  /// Whether the left one ends first.
  @inline(__always)
  static func < (left: CallEnd, right: CallEnd) -> Bool { left.bits < right.bits }
}
