internal import Randomness

/// A stretch of constant demand, in milliseconds.
struct RateSegment {
  var from: Double
  var to: Double
  /// Expected calls per millisecond on a day of index 1, above 0.
  var rate: Double
  /// Its inverse: the mean gap between calls.
  var gap: Double
}

/// A patient who will call for the first time.
struct FreshCall {
  /// When, in milliseconds; `Int.max` for nobody.
  var time: Int
  /// The caller's key.
  var key: UInt64

  /// How many of a practice are drawn in one go: their numbers then stay in registers.
  static var batch: Int { 64 }
}

/// A Poisson process with piecewise constant rates, drawn exactly by spending unit exponentials along the rates.
///
/// Source: Çınlar, Introduction to Stochastic Processes (1975), the time-change theorem for Poisson processes.
struct ArrivalProcess {
  /// Gaps, and the callers' keys.
  var stream = RandomStream(seed: 0, replication: 0, practice: 0, purpose: .arrivals)
  /// The time of the last call, before rounding.
  var clock = 0.0
  /// What the day multiplies the rates by, and its inverse.
  var index = 1.0
  var inverseIndex = 1.0
  /// Where the process stands in the table of segments, and where its segments end.
  var segment: Int32 = 0
  var end: Int32 = 0

  /// Moves on to the next call and gives its time in milliseconds, or `Int.max` when there is none.
  @inline(__always)
  mutating func next(in segments: borrowing Slab<RateSegment>, _ tables: borrowing DrawTables) -> Int {
    var budget = stream.standardExponential { tables.exponentialEdges[$0] }
    while segment < end {
      let stretch = segments[Int(segment)]
      if clock < stretch.from { clock = stretch.from }
      let time = clock + budget * stretch.gap * inverseIndex
      if time < stretch.to {
        clock = time
        return Int(time)
      }
      budget -= (stretch.to - clock) * stretch.rate * index
      if budget < 0 { budget = 0 }
      clock = stretch.to
      segment += 1
    }
    return .max
  }
}
