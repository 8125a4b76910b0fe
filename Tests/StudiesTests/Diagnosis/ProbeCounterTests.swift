import SurveyDesign
import Testing

@testable import Studies
@testable import TelephoneAccess

@Suite("Counting probes")
struct ProbeCounterTests {
  /// Limits that are whole milliseconds as written but not as doubles, that lie between two, and beyond every wait.
  static let limits = [0, 0.0004, 0.001, 0.0015, 0.07, 0.29, 0.57, 1.001, 4.35, 60, 859.999, 1e12, 1e300]

  @Test("a probe is judged as a survey's call is, up to the last millisecond of the limit", arguments: limits)
  func waitLimit(limit: Double) throws {
    let definition = try ReachedDefinition(
      name: "soon", dispositions: [.answeredByStaff], waitLimitSeconds: limit)
    let last = Int(min(limit * 1000, 1e6))
    for wait in max(last - 2, 0)...last + 2 {
      let outcome = ProbeOutcome(disposition: .answeredByStaff, wait: wait)
      var counter = ProbeCounter(
        groups: [StudyGroup(by: "all", label: "all", slots: [true])], definitions: [definition], slots: 1,
        practices: 1)
      let counted = counter.count([
        ProbeResult(practice: 0, slot: 0, outcome: outcome, openOutcome: .init(disposition: .busy))
      ])
      let isReached = definition.isReached(
        disposition: outcome.disposition, waitSeconds: Double(wait) / 1000)
      #expect(counted[0][0].probes == 1 && counted[0][0].openUnreached == 1)
      #expect(counted[0][0].unreached == (isReached == true ? 0 : 1), "a wait of \(wait) ms")
    }
  }
}
