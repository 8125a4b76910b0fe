import Testing

@testable import Studies

@Suite("Ranges of replications")
struct ReplicationRangesTests {
  @Test(
    "Whatever comes in which order, the ranges are those of the set of numbers, and what is missing is the rest"
  )
  func sets() {
    var state: UInt64 = 1
    func next(_ below: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % below
    }
    for _ in 0..<300 {
      var ranges = ReplicationRanges()
      var numbers = Set<UInt64>()
      for _ in 0..<next(9) {
        let first = next(40)
        let range = first..<first + next(12)
        ranges.insert(range)
        numbers.formUnion(range)
      }
      #expect(ranges.count == numbers.count)
      #expect(ranges.ranges.flatMap { Array($0) } == numbers.sorted())
      #expect(zip(ranges.ranges, ranges.ranges.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound })
      let lower = next(30)
      let asked = lower..<lower + next(30)
      #expect(ranges.missing(in: asked).flatMap { Array($0) } == asked.filter { !numbers.contains($0) })
      var others = ReplicationRanges()
      others.insert(asked)
      let shared = asked.filter(numbers.contains)
      #expect(ranges.holds(others) == (shared.count == asked.count, !shared.isEmpty))
    }
  }

  @Test(
    "Parts follow each other, hold everything once, and differ by one at most",
    arguments: [1, 2, 3, 7, 11, 12])
  func parts(count: Int) {
    let whole: Range<UInt64> = 5..<16
    let parts = (1...count).map { whole.part(($0, count)) }
    #expect(parts.flatMap { Array($0) } == Array(whole))
    let lengths = parts.map(\.count)
    #expect((lengths.max() ?? 0) - (lengths.min() ?? 0) <= 1)
  }
}
