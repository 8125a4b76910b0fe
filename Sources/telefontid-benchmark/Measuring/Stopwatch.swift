import Files

/// Time since it was started: of this process on all cores, and on the wall.
///
/// Times per call are processor time, which other programs on the machine disturb least.
struct Stopwatch: Sendable {
  private let wall = ContinuousClock.now
  private let processor = Platform.processorNanoseconds

  /// Processor time of this process since the start, in nanoseconds.
  var processorNanoseconds: Double { Double(Platform.processorNanoseconds - processor) }

  /// Time on the wall since the start, in seconds.
  var wallSeconds: Double { (ContinuousClock.now - wall) / .seconds(1) }
}
