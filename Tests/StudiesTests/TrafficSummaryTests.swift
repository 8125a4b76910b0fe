import Studies
import TelephoneAccess
import Testing

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
}
