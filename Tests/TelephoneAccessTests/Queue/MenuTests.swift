import SurveyDesign
import TelephoneAccess
import Testing

/// Calls that the telephone's menu ends.
@Suite("A menu thins the calls")
struct MenuTests {
  /// A Poisson process of which each call is left out by chance is a Poisson process with the rate that is left: the queue is the
  /// one of the reference row, whose rate is what the menu lets through.
  @Test("the queue behind a menu is Erlang's with the rate that is left", arguments: ReferenceRow.rows("erlang-c"))
  func thinning(row: ReferenceRow) throws {
    let rate = try #require(row.inputs["lambda_per_min"])
    var lab = QueueLab(
      rate: rate / 0.6, answerers: Int(try #require(row.inputs["servers"])),
      handling: .exponential(mean: try #require(row.inputs["handling_min"]) * QueueLab.unit))
    lab.region.practices[0].telephone.menuShare = 0.4
    lab.region.patients.answerTarget = 0
    let days = lab.days(500)
    let menu = RatioEstimate(days.map { (Double($0.endedInMenu), Double($0.freshCalls)) })
    #expect(menu.agrees(with: 0.4))
    #expect(days.allSatisfy { $0.freshCalls > 50_000 })
    let wait = RatioEstimate(days.map { (Double($0.wait).units, Double($0.answered)) })
    for (name, factor) in [("mean_wait_min", 1.0), ("mean_wait_s", 60)] {
      guard let expected = row.expected[name] else { continue }
      #expect(wait.scaled(by: factor).agrees(with: expected), "\(wait.scaled(by: factor))")
    }
    if let expected = row.expected["p_wait"] {
      let waits = RatioEstimate(
        days.map { (Double($0.answered - $0.answeredWithinTarget), Double($0.answered)) })
      #expect(waits.agrees(with: expected), "\(waits)")
    }
  }

  @Test("a telephone that is off has no menu, and a menu of all calls leaves no call to answer")
  func offAndAll() throws {
    var lab = SurveyLab([.lab((8, 12, .staffed(answerers: 1, by: .staff)), (12, 16, .off(.referralMessage)))])
    lab.region.practices[0].telephone.menuShare = 1
    try lab.patients(of: 0, at: "8:10", "9:00", "12:30", "13:00", "13:30")
    // The interviewer is no patient and chooses the way to a person.
    try lab.ring(0, at: "9:00")
    let fieldwork = lab.conduct()
    #expect(fieldwork.traffic.map(\.endedInMenu) == [2, 0, 0])
    #expect(fieldwork.traffic.map(\.off) == [0, 3, 0])
    #expect(fieldwork.traffic.map(\.answered) == [0, 0, 0])
    #expect(fieldwork.attempts.map(\.disposition) == [.answeredByStaff])
  }
}
