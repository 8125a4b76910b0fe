internal import SurveyDesign

/// An instant of a simulated day, counted in milliseconds from its midnight.
///
/// A span of time is a plain number of milliseconds, so that an instant and a span cannot be taken for one another:
///
///     let answered = dialled + 20_000
///     let wait = answered - dialled  // 20_000
///
/// Sums wrap around instead of trapping: no day, talk or patience comes near 2⁶³ milliseconds.
struct Instant: BitwiseCopyable, Comparable {
  /// Milliseconds since midnight.
  var milliseconds: Int

  /// Creates an instant from milliseconds since midnight.
  @inline(__always)
  init(_ milliseconds: Int) { self.milliseconds = milliseconds }

  /// Creates the instant of a time of day.
  init(_ time: TimeOfDay) { milliseconds = time.milliseconds }

  /// Where the day begins.
  static var midnight: Instant { Instant(0) }
  /// Behind every instant.
  static var never: Instant { Instant(.max) }

  @inline(__always)
  static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

  /// The instant so many milliseconds later.
  @inline(__always)
  static func + (instant: Instant, milliseconds: Int) -> Instant {
    Instant(instant.milliseconds &+ milliseconds)
  }

  /// The milliseconds from one instant to another.
  @inline(__always)
  static func - (later: Instant, earlier: Instant) -> Int { later.milliseconds &- earlier.milliseconds }
}
