/// Which replications are done: ranges without a number in two of them.
package struct ReplicationRanges: Equatable, Sendable {
  /// The ranges in order, none empty, with a gap between any two.
  package private(set) var ranges: [Range<UInt64>] = []

  /// No replication.
  package init() {}

  /// How many replications there are.
  package var count: Int { ranges.reduce(0) { $0 + $1.count } }

  /// Adds replications.
  ///
  /// - Complexity: O(*r*) for *r* ranges.
  package mutating func insert(_ range: Range<UInt64>) {
    guard !range.isEmpty else { return }
    var (lower, upper) = (range.lowerBound, range.upperBound)
    var kept: [Range<UInt64>] = []
    for other in ranges {
      if other.upperBound < lower || upper < other.lowerBound {
        kept.append(other)
      } else {
        (lower, upper) = (min(lower, other.lowerBound), max(upper, other.upperBound))
      }
    }
    let place = kept.firstIndex { $0.lowerBound > upper } ?? kept.count
    kept.insert(lower..<upper, at: place)
    ranges = kept
  }

  /// Those of a range that are not there, in order.
  package func missing(in range: Range<UInt64>) -> [Range<UInt64>] {
    var missing: [Range<UInt64>] = []
    var next = range.lowerBound
    for known in ranges {
      let known = known.clamped(to: range)
      guard !known.isEmpty else { continue }
      if next < known.lowerBound { missing.append(next..<known.lowerBound) }
      next = known.upperBound
    }
    if next < range.upperBound { missing.append(next..<range.upperBound) }
    return missing
  }

  /// Whether all of these replications, or some of them, are there, too.
  package func holds(_ other: ReplicationRanges) -> (all: Bool, some: Bool) {
    let missing = other.ranges.flatMap { self.missing(in: $0) }.reduce(0) { $0 + $1.count }
    return (missing == 0, missing < other.count)
  }
}

extension Range<UInt64> {
  /// The K-th of N parts of it, one behind the other and as nearly as they can be of the same length.
  ///
  /// - Parameter part: The part, from 1, and how many there are.
  package func part(_ part: (number: Int, of: Int)) -> Range<UInt64> {
    func start(_ number: Int) -> UInt64 {
      let (whole, rest) = UInt64(count).quotientAndRemainder(dividingBy: UInt64(part.of))
      return lowerBound + UInt64(number) * whole + Swift.min(UInt64(number), rest)
    }
    return start(part.number - 1)..<start(part.number)
  }
}
