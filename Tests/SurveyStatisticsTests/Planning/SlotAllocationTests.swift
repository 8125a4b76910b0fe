import SurveyStatistics
import Testing

@Suite("Minimax allocation over slots")
struct SlotAllocationTests {
  @Test("No other division of 24 calls over three slots has a narrower widest interval")
  func optimal() throws {
    for rates in [[0.05, 0.1, 0.4], [0, 0.5, 0.9], [0.1, 0.1, 0.1]] {
      func widest(_ counts: [Int]) -> Double {
        zip(counts, rates).map { calls, rate in
          ProportionInterval.interval(proportion: rate, effectiveSize: Double(calls))?.width ?? 2
        }.max() ?? 2
      }
      let found = try #require(SlotAllocation.minimax(calls: 24, rates: rates))
      #expect(found.reduce(0, +) == 24)
      let best = (1...22).flatMap { a in (1...(23 - a)).map { [a, $0, 24 - a - $0] } }.map(widest).min()
      #expect(isClose(widest(found), best ?? 0, within: 1e-15))
    }
  }

  @Test("Equal rates give equal calls, the rest to the first; the wider share gets more")
  func ties() throws {
    #expect(SlotAllocation.minimax(calls: 11, rates: [0.1, 0.1, 0.1]) == [4, 4, 3])
    let counts = try #require(SlotAllocation.minimax(calls: 1200, rates: [0.06, 0.1, 0.06, 0.2]))
    #expect(counts.reduce(0, +) == 1200)
    #expect(counts[3] > counts[1] && counts[1] > counts[0] && counts[0] >= counts[2])
  }

  @Test(
    "A slot that is full gives its turn to the next widest; no other division within the limits is better")
  func limits() throws {
    let (rates, limits) = ([0.05, 0.1, 0.4], [20, 5, 6])
    func widest(_ counts: [Int]) -> Double {
      zip(counts, rates).map { calls, rate in
        ProportionInterval.interval(proportion: rate, effectiveSize: Double(calls))?.width ?? 2
      }.max() ?? 2
    }
    let found = try #require(SlotAllocation.minimax(calls: 20, rates: rates, limits: limits))
    #expect(found.reduce(0, +) == 20)
    #expect(zip(found, limits).allSatisfy { $0 <= $1 })
    let all = (1...5).flatMap { b in (1...6).map { [20 - b - $0, b, $0] } }
    #expect(isClose(widest(found), all.map(widest).min() ?? 0, within: 1e-15))
    // Exactly as many calls as fit leave no choice; one more fits nowhere.
    #expect(SlotAllocation.minimax(calls: 31, rates: rates, limits: limits) == limits)
    #expect(SlotAllocation.minimax(calls: 32, rates: rates, limits: limits) == nil)
    #expect(SlotAllocation.minimax(calls: 20, rates: rates, limits: [20, 20]) == nil)
    #expect(SlotAllocation.minimax(calls: 20, rates: rates, limits: [20, 20, 0]) == nil)
    #expect(SlotAllocation.minimax(calls: 3, rates: rates, limits: [.max, .max, .max]) == [1, 1, 1])
  }

  @Test("Impossible questions get nothing")
  func edges() {
    #expect(SlotAllocation.minimax(calls: 10, rates: []) == nil)
    #expect(SlotAllocation.minimax(calls: 1, rates: [0.1, 0.2]) == nil)
    #expect(SlotAllocation.minimax(calls: 10, rates: [0.1, 1.2]) == nil)
    #expect(SlotAllocation.minimax(calls: 10, rates: [.nan]) == nil)
    #expect(SlotAllocation.minimax(calls: 10, rates: [0.1], method: .hypergeometric) == nil)
    #expect(SlotAllocation.minimax(calls: Int.max, rates: [0.1]) == nil)
  }
}
