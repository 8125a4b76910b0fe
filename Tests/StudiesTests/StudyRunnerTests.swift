import Scenarios
import Synchronization
import TestSupport
import Testing

@testable import Studies

@Suite("Replications on many cores")
struct StudyRunnerTests {
  /// The first replication takes as long as its neighbour takes for all the blocks that may wait for it.
  ///
  /// On one core it waits in vain, and goes on after a while.
  @Test("A run is not over because one replication is slow")
  func slow() async throws {
    let study = try SweepTests.study()
    let others = Atomic<Int>(0)
    var handedOver: [UInt64] = []
    try await StudyRunner(studies: [study]).run(
      0..<400, jobs: 2, until: { false },
      reducing: { replicate, _ in
        guard replicate.number == 0 else {
          others.add(1, ordering: .relaxed)
          return replicate.number
        }
        let start = ContinuousClock.now
        while others.load(ordering: .relaxed) < 32 * 8, .now < start + .seconds(20) {}
        return replicate.number
      }
    ) { number, _ in handedOver.append(number) }
    #expect(handedOver == Array(0..<400))
  }
}
