/// An instant of a working day, in whole milliseconds since its midnight.
///
/// A day may run on after midnight: 25:30 is half past one in the night that follows. The range is 00:00 to
/// 48:00, both included.
///
/// ```swift
/// let opening = try TimeOfDay(parsing: "8.00")
/// opening.milliseconds  // 28_800_000
/// opening.description  // "08:00:00"
/// ```
public struct TimeOfDay: Hashable, Comparable, Sendable, BitwiseCopyable {
  /// Milliseconds since midnight, from 0 to 172,800,000.
  public let milliseconds: Int

  /// The instant `milliseconds` after midnight; it must be in range, and anything else is a bug of the caller.
  @inlinable
  public init(milliseconds: Int) {
    precondition(
      milliseconds >= 0 && milliseconds <= TimeOfDay.maximumMilliseconds, "a time of day is 00:00 to 48:00")
    self.milliseconds = milliseconds
  }

  /// The instant `milliseconds` after midnight, or `nil` outside 00:00 to 48:00.
  public init?(exactly milliseconds: Int) {
    guard (0...Self.maximumMilliseconds).contains(milliseconds) else { return nil }
    self.milliseconds = milliseconds
  }

  /// The clock time, or `nil` when a part is out of range or the whole comes after 48:00.
  public init?(hour: Int, minute: Int = 0, second: Int = 0) {
    guard (0...48).contains(hour), (0...59).contains(minute), (0...59).contains(second) else { return nil }
    self.init(exactly: ((hour * 60 + minute) * 60 + second) * Self.millisecondsPerSecond)
  }

  /// 00:00.
  public static let midnight = TimeOfDay(milliseconds: 0)

  /// The last instant there is, 48:00, in milliseconds.
  @inlinable public static var maximumMilliseconds: Int { 48 * millisecondsPerHour }

  /// 1,000.
  @inlinable public static var millisecondsPerSecond: Int { 1_000 }

  /// 60,000.
  @inlinable public static var millisecondsPerMinute: Int { 60_000 }

  /// 3,600,000.
  @inlinable public static var millisecondsPerHour: Int { 3_600_000 }

  /// Whole hours since midnight, 0 to 48.
  public var hour: Int { milliseconds / Self.millisecondsPerHour }

  /// Whole minutes since the hour, 0 to 59.
  public var minute: Int { milliseconds / Self.millisecondsPerMinute % 60 }

  /// Whole seconds since the minute, 0 to 59.
  public var second: Int { milliseconds / Self.millisecondsPerSecond % 60 }

  /// Seconds since midnight with their fraction.
  public var seconds: Double { Double(milliseconds) / Double(Self.millisecondsPerSecond) }

  /// Whether the left instant comes before the right one.
  @inlinable
  public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
    left.milliseconds < right.milliseconds
  }
}
