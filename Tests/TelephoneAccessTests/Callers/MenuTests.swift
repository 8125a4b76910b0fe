import SurveyDesign
import TelephoneAccess
import Testing

/// Calls that the telephone's menu ends.
@Suite("A menu thins the calls")
struct MenuTests {
  /// A Poisson process of which each call is left out by chance is a Poisson process with the rate that is left.
  ///
  /// Of one call a unit half are left: M/M/1 with ρ = 1/2, where half of the calls wait, and the mean wait is ρ/(1 − ρ) = 1 unit.
  ///
  /// Source: Kingman, Poisson Processes (1993), the colouring theorem; M/M/1 as in every textbook.
  @Test("the queue behind a menu is M/M/1 with the rate that is left")
  func thinning() {
    var lab = QueueLab(rate: 1, answerers: 1, handling: .exponential(mean: QueueLab.unit))
    lab.region.practices[0].telephone.menuShare = 0.5
    lab.region.patients.answerTarget = 0
    let days = lab.days(120)
    let menu = RatioEstimate(days.map { (Double($0.endedInMenu), Double($0.freshCalls)) })
    #expect(menu.agrees(with: 0.5), "\(menu)")
    let waits = RatioEstimate(
      days.map { (Double($0.answered - $0.answeredWithinTarget), Double($0.answered)) })
    #expect(waits.agrees(with: 0.5), "\(waits)")
    let wait = RatioEstimate(days.map { (Double($0.wait).units, Double($0.answered)) })
    #expect(wait.agrees(with: 1), "\(wait)")
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
