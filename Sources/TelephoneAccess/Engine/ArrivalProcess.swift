internal import Randomness

/// A stretch of constant demand on a day of index 1.
struct RateSegment {
  /// When it begins, in milliseconds.
  var from: Double
  /// The mean gap between calls, in milliseconds.
  var gap: Double
  /// Expected calls of the day before it and up to its end.
  var before, through: Double

  /// Behind the last one of a practice: calls without end, at midnight.
  static var beyond: RateSegment { RateSegment(from: 0, gap: 0, before: 0, through: .infinity) }
}

/// A Poisson process with piecewise constant rates: a process of rate 1, the calls of which come when as many are expected.
///
/// Source: Çınlar, Introduction to Stochastic Processes (1975), the time-change theorem for Poisson processes.
struct ArrivalProcess {
  /// Gaps, and the callers' keys.
  var stream = RandomStream(seed: 0, replication: 0, practice: 0, purpose: .arrivals)
  /// How many calls would be expected up to the last one on a day of index 1.
  var expected = 0.0
  /// What the day's index multiplies gaps by: its inverse.
  var inverseIndex = 1.0
  /// Where the process stands in the table of segments, and where its segments end.
  var segment: Int32 = 0
  var end: Int32 = 0

  /// Draws calls one after the other, until a batch is full or the day has no more.
  ///
  /// A caller's key is the word from which the gap before the call was drawn: whatever the caller decides is drawn from a
  /// hash of it.
  ///
  /// - Returns: The place behind the last call.
  @inline(__always)
  mutating func draw(
    into calls: inout Slab<PatientCall>, from first: Int, _ segments: borrowing Slab<RateSegment>,
    _ tables: borrowing DrawTables
  ) -> Int {
    var (stream, expected, segment, place) = (stream, expected, Int(segment), first)
    while place < first &+ PatientCall.batch, segment < end {
      let key = stream.next()
      expected += stream.standardExponential(from: key) { tables.exponentialEdges[$0] } * inverseIndex
      // Mostly it is this segment or the next one, which a sum without a branch finds.
      segment &+= expected >= segments[segment].through ? 1 : 0
      while expected >= segments[segment].through { segment &+= 1 }
      let stretch = segments[segment]
      calls[place] = PatientCall(
        key: key, time: Int(stretch.from + (expected - stretch.before) * stretch.gap))
      place &+= segment < end ? 1 : 0
    }
    (self.stream, self.expected, self.segment) = (stream, expected, Int32(truncatingIfNeeded: segment))
    return place
  }
}
