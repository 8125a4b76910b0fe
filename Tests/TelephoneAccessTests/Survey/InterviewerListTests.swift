import SurveyDesign
import Testing

@testable import TelephoneAccess

@Suite("An interviewer's list")
struct InterviewerListTests {
  @Test("Calls handed over in the morning are dialled in the order of time, those of one time as they came")
  func order() throws {
    var state: UInt64 = 7
    func next(_ below: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % below)
    }
    for count in [0, 1, 2, 50, 400] {
      let calls = (0..<count).map { number in
        DueCall(
          call: PlannedCall(
            practiceIndex: number, slotIndex: 0, date: .first, due: .midnight, interviewer: 0),
          slot: 0, attempt: 1, due: Instant(next(90)))
      }
      var (arranged, inserted) = (Interviewer(), Interviewer())
      for call in calls {
        arranged.hand(over: call)
        inserted.add(call)
      }
      arranged.arrangeList()
      #expect(arranged.nextDial == inserted.nextDial)
      let expected = calls.enumerated().sorted { ($0.element.due, $0.offset) < ($1.element.due, $1.offset) }
        .map(\.offset)
      #expect((0..<count).map { _ in arranged.takeNext()?.call.practiceIndex } == expected)
      #expect((0..<count).map { _ in inserted.takeNext()?.call.practiceIndex } == expected)
    }
  }
}
