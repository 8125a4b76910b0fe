import TelephoneAccess
import Testing

@testable import Studies

/// Shares of patients' calls, worked out by hand.
@Suite("Traffic is summed up as its columns say")
struct TrafficSummaryTests {
  @Test("all who met a staffed telephone or an acute line are in the denominator of the service level")
  func serviceLevel() {
    var counts = TrafficCounts()
    counts.answered = 6
    counts.answeredWithinTarget = 4
    #expect(counts.answeredWithinTargetShare == 4.0 / 6)
    counts.abandoned = 1
    #expect(counts.answeredWithinTargetShare == 4.0 / 7)
    counts.blocked = 2
    #expect(counts.answeredWithinTargetShare == 4.0 / 9)
    counts.balked = 3
    #expect(counts.answeredWithinTargetShare == 4.0 / 12)
    // Messages and calls that never end are no part of it.
    counts.off = 100
    counts.stillWaiting = 100
    counts.displaced = 100
    #expect(counts.answeredWithinTargetShare == 4.0 / 12)
    #expect(TrafficCounts().answeredWithinTargetShare == nil)
  }

  @Test("waits are those of answered calls, and occupancy is of time on duty")
  func means() {
    var counts = TrafficCounts()
    #expect(counts.meanWaitSeconds == nil && counts.occupancy == nil)
    counts.answered = 4
    counts.wait = 10_000
    counts.abandoned = 6
    counts.abandonedWait = 1_000_000
    counts.busy = 300
    counts.onDuty = 400
    #expect(counts.meanWaitSeconds == 2.5)
    #expect(counts.occupancy == 0.75)
  }

  // Of 10 callers 2 are answered at once; 3 hang up within 1.875 seconds; 2 of the other 5 are answered by 3.75 seconds, so that
  // 0.8 · 3/5 = 0.48 are left; the other 3 by 7.5 seconds. The median is (0.8 − 0.5) / (0.8 − 0.48) of the way through the first
  // of these bins, the 90th percentile (0.48 − 0.1) / 0.48 of the way through the other.
  @Test("quantiles are Kaplan and Meier's, spread evenly over a bin")
  func quantiles() {
    var waits = WaitCounts()
    waits.answered[0] = 2
    waits.abandoned[1] = 3
    waits.answered[2] = 2
    waits.answered[4] = 3
    let median = waits.quantileSeconds(0.5, stillWaiting: 0) ?? .nan
    #expect(abs(median - (1.875 + 0.9375 * 1.875)) < 1e-12)
    let ninetieth = waits.quantileSeconds(0.9, stillWaiting: 0) ?? .nan
    #expect(abs(ninetieth - (5.625 + 0.38 / 0.48 * 1.875)) < 1e-12)
    #expect(waits.quantileSeconds(0.2, stillWaiting: 0) == 0)
    // 1 of 11 is never answered: 9/11 · 4/6 · (1 − 3/4) = .14 are left.
    #expect(waits.quantileSeconds(0.9, stillWaiting: 1) == nil)
    #expect(WaitCounts().quantileSeconds(0.5, stillWaiting: 0) == nil)
    #expect(waits.answered(within: 3750) == 4 && waits.abandoned(within: 1874) == 3)
  }

  private static func stretch(days: Int, fresh: Int = 0, wait: Int = 0, answered: Int = 0) -> TrafficStretch {
    var stretch = TrafficStretch(practiceDays: days)
    stretch.counts.freshCalls = fresh
    stretch.counts.wait = wait
    stretch.counts.answered = answered
    stretch.waits.answered[1] = answered
    return stretch
  }

  private static func region(_ replications: [TrafficStretch]) -> (TrafficStretch, TrafficSpread) {
    var (sum, spread) = (TrafficStretch(), TrafficSpread())
    for replication in replications {
      sum += replication
      sum.practiceDays += replication.practiceDays
      spread.add(replication)
    }
    return (sum, spread)
  }

  private static func figure(_ name: String, _ regions: [(TrafficStretch, TrafficSpread)]) throws
    -> MonteCarloMean
  {
    let place = try #require(TrafficFigure.all.firstIndex { $0.name == name })
    return try #require(MonteCarloMean(traffic: place, regions))
  }

  // 4, 6 and 8 calls on 2 practice-days each: *e* is −2, 0, 2 with variance 4, and √(3 · 4) / 6 = .577. Waits of 1 second for one call and
  // 3 for two: 4/3 a call, *e* is ∓1/3 with variance 2/9, and √(2 · 2/9) / 3 = 2/9. Two regions of 4 and 6, and 20 and 24 calls: variances
  // 2 and 8 within them, √(2 · 2 + 2 · 8) / 8.
  @Test("errors of means are those of a ratio estimator, within regions")
  func errors() throws {
    let one = Self.region([4, 6, 8].map { Self.stretch(days: 2, fresh: $0) })
    let fresh = try Self.figure("fresh_calls", [one])
    #expect(fresh.value == 3)
    #expect(abs((fresh.standardError ?? .nan) - 12.0.squareRoot() / 6) < 1e-12)
    let waits = Self.region([
      Self.stretch(days: 1, wait: 1000, answered: 1), Self.stretch(days: 1, wait: 3000, answered: 2),
    ])
    let mean = try Self.figure("mean_wait_seconds", [waits])
    #expect(abs(mean.value - 4.0 / 3) < 1e-12 && abs((mean.standardError ?? .nan) - 2.0 / 9) < 1e-12)
    let regions = [[4, 6], [20, 24]].map { Self.region($0.map { Self.stretch(days: 2, fresh: $0) }) }
    let both = try Self.figure("fresh_calls", regions)
    #expect(both.value == 54.0 / 8)
    #expect(abs((both.standardError ?? .nan) - 20.0.squareRoot() / 8) < 1e-12)
    #expect(
      try Self.figure("fresh_calls", [Self.region([Self.stretch(days: 2, fresh: 4)])]).standardError == nil)
    let wait = try #require(TrafficFigure.all.firstIndex { $0.name == "mean_wait_seconds" })
    #expect(MonteCarloMean(traffic: wait, [one]) == nil)
  }

  /// All of a replication's calls are answered in one bin of 1.875 seconds, so that every median is half of that.
  @Test("a quantile has an error where every replication has one")
  func quantileErrors() {
    let known = Self.region([1, 2].map { Self.stretch(days: 1, answered: $0) })
    #expect(MonteCarloMean(wait: .median, [known]) == MonteCarloMean(value: 0.9375, standardError: 0))
    let unknown = Self.region([0, 2].map { Self.stretch(days: 1, answered: $0) })
    #expect(MonteCarloMean(wait: .median, [unknown]) == MonteCarloMean(value: 0.9375, standardError: nil))
    #expect(MonteCarloMean(wait: .median, [Self.region([Self.stretch(days: 1)])]) == nil)
  }
}
