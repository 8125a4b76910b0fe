import Scenarios
import SurveyDesign
import Testing

@testable import Studies
@testable import TelephoneAccess

/// Faults that were put in on purpose, and that no other test found.
@Suite("What one part of a study hands to the next")
struct JointTests {
  @Test("What the protocol adds is the share under it less the share without it")
  func protocolEffect() throws {
    var truth = TruthTally(definitions: 1, groups: 1)
    truth.add([[ProbeCount(underProtocol: [8, 4], open: [8, 1])]])
    #expect(truth.protocolEffect(0, 0)?.value == 0.375)
  }

  @Test("Patients displaced outside every slot count among all of them")
  func displacedOutsideSlots() async throws {
    let study = try SweepTests.study()
    let cell = try await Sweep([study]).run(0..<2, jobs: 1).cells[0]
    let all = try #require(study.groups.firstIndex { $0.by == "all" })
    let row = try #require(cell.row(definition: 0, group: all, baseline: cell))
    #expect((cell.traffic.counts.last?.displaced ?? 0) > 0)
    let expected = 1000 * Double(cell.traffic.total.displaced) / Double(cell.traffic.practiceDays)
    #expect(abs(row.displaced.value - expected) < 1e-6)
  }
}
