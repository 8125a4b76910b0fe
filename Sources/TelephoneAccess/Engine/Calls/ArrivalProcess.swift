internal import Randomness

/// A stretch of constant demand on a day of index 1.
struct RateSegment {
  /// The mean gap between calls, in milliseconds.
  var gap: Double
  /// The time of the call of number 0, were the rate the same all day: half a millisecond before, since the nearest whole number
  /// is then the millisecond begun.
  var start: Double
  /// Expected calls of the day up to its end.
  var through: Double

  /// Creates a stretch.
  ///
  /// - Parameters:
  ///   - from: When it begins, in milliseconds.
  ///   - gap: The mean gap between calls, in milliseconds.
  ///   - before: Expected calls of the day before it.
  ///   - through: Expected calls of the day up to its end.
  init(from: Double, gap: Double, before: Double, through: Double) {
    self.gap = gap
    start = from - before * gap - 0.5
    self.through = through
  }

  /// The whole millisecond in which so many calls of the day are expected.
  @inline(__always)
  func time(of expected: Double) -> Instant {
    Instant(DurationSampler.nearest(max(start + expected * gap, 0)))
  }

  /// Behind the last one of a practice: calls without end, at midnight.
  static var beyond: RateSegment { RateSegment(from: 0, gap: 0, before: 0, through: .infinity) }
}

/// A Poisson process with piecewise constant rates: a process of rate 1, the calls of which come when as many are expected.
///
/// Source: Çınlar, Introduction to Stochastic Processes (1975), the time-change theorem for Poisson processes.
struct ArrivalProcess {
  /// The callers' keys.
  var keys = WyRand(state: 0)
  /// How many calls would be expected up to the last one on a day of index 1.
  var expected = 0.0
  /// What the day's index multiplies gaps by: its inverse.
  var inverseIndex = 1.0
  /// Where the process stands in the table of segments, and where its segments end.
  var segment: Int32 = 0
  var end: Int32 = 0

  /// Draws calls one after the other, until a batch is full or the day has no more.
  ///
  /// A caller's key is also the word from which the gap before the call is drawn: whatever the caller decides is drawn from a
  /// hash of it.
  ///
  /// - Returns: The place behind the last call.
  @inline(__always)
  mutating func draw(
    into calls: inout Slab<PatientCall>, from first: Int, _ segments: borrowing Slab<RateSegment>,
    _ tables: borrowing DrawTables
  ) -> Int {
    var (keys, expected, segment, place) = (keys, expected, Int(segment), first)
    while place < first &+ PatientCall.batch, segment < end {
      let key = keys.next()
      expected += tables.standardExponential(from: key) * inverseIndex
      // Mostly it is this segment or the next one, which a sum without a branch finds.
      segment &+= expected >= segments[segment].through ? 1 : 0
      while expected >= segments[segment].through { segment &+= 1 }
      calls[place] = PatientCall(key: key, time: segments[segment].time(of: expected))
      place &+= segment < end ? 1 : 0
    }
    (self.keys, self.expected, self.segment) = (keys, expected, Int32(truncatingIfNeeded: segment))
    return place
  }
}

extension DrawTables {
  /// The exponential number of mean 1 for which a caller's key stands.
  @inline(__always)
  func standardExponential(from key: UInt64) -> Double {
    var rest = Decision.gap.stream(of: key)
    return rest.standardExponential(from: key) { exponentialEdges[$0] }
  }
}
