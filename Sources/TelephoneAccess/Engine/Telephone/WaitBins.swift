/// The fixed bins in which patients' waits are counted, so that no call needs memory of its own.
///
/// The first bin is for no wait at all. Behind it stand 64 bins of 1.875 seconds, up to two minutes; from there on every doubling
/// has 32 bins of the same width: 3.75 seconds up to four minutes, 7.5 up to eight and so on, at most 3.1 % of the wait. The last bin
/// is for waits above 8 hours and 32 minutes. A bin holds the waits above its lower bound, up to and with its upper one; 1, 2, 3, 5
/// and 10 minutes are such bounds, so that shares within them are exact.
///
/// Source: Tene (2012), HdrHistogram, for bins that are as wide as a fixed share of what they count.
package enum WaitBins {
  /// How many there are.
  package static var count: Int { last + 1 }

  /// The bin without an upper bound.
  @inline(__always)
  package static var last: Int { 321 }

  /// The bin of a wait in milliseconds.
  @inline(__always)
  package static func bin(of wait: Int) -> Int {
    if wait <= 0 { return 0 }
    let unit = (wait &- 1) / unitsMilliseconds
    let doublings = max(Int.bitWidth &- unit.leadingZeroBitCount &- 6, 0)
    return min(1 &+ 32 &* doublings &+ unit &>> doublings, last)
  }

  /// The longest wait in a bin, in milliseconds; `nil` for the last.
  package static func upper(of bin: Int) -> Int? {
    guard bin < last else { return nil }
    guard bin > 64 else { return bin * unitsMilliseconds }
    let doublings = (bin - 1) / 32 - 1
    return (bin - 32 * doublings) << doublings * unitsMilliseconds
  }

  /// The longest wait that is shorter than all in a bin, in milliseconds; 0 for the first.
  package static func lower(of bin: Int) -> Int { upper(of: max(bin, 1) - 1) ?? 0 }

  /// The width of the narrowest bins, in milliseconds.
  @inline(__always)
  fileprivate static var unitsMilliseconds: Int { 1875 }
}

/// The bins of all waits, looked up: a call then costs no look for the highest bit.
struct WaitBinTable: ~Copyable {
  /// By the wait in units of 1.875 seconds, rounded up.
  private let bins: Slab<UInt16>

  init() {
    let longest = WaitBins.lower(of: WaitBins.last) / WaitBins.unitsMilliseconds
    bins = Slab((0...longest + 1).map { UInt16(WaitBins.bin(of: $0 * WaitBins.unitsMilliseconds)) })
  }

  /// The bin of a wait in milliseconds, 0 or more.
  @inline(__always)
  subscript(wait: Int) -> Int {
    let units = UInt(bitPattern: wait &+ WaitBins.unitsMilliseconds &- 1) / UInt(WaitBins.unitsMilliseconds)
    return Int(bins[Int(bitPattern: min(units, UInt(bitPattern: bins.count &- 1)))])
  }
}

/// How long patients waited until they were answered or hung up, by ``WaitBins``.
package struct WaitCounts: Equatable, Sendable {
  /// Calls answered, those answered at once in the first bin.
  package var answered = [Int](repeating: 0, count: WaitBins.count)
  /// Callers who waited, or let it ring, and hung up.
  package var abandoned = [Int](repeating: 0, count: WaitBins.count)

  /// Creates counts of nothing.
  package init() {}

  /// Creates counts from those of all bins.
  package init(answered: [Int], abandoned: [Int]) {
    self.answered = answered
    self.abandoned = abandoned
  }

  /// Adds other calls' waits.
  package static func += (sum: inout WaitCounts, other: WaitCounts) {
    add(other.answered, to: &sum.answered)
    add(other.abandoned, to: &sum.abandoned)
  }

  /// Spans are added several bins at a time, where arrays would be asked for each bin whether their storage is shared.
  private static func add(_ counts: [Int], to sums: inout [Int]) {
    let counts = counts.span
    var sums = sums.mutableSpan
    for bin in 0..<min(counts.count, sums.count) { sums[bin] &+= counts[bin] }
  }
}
