import Randomness
import SurveyDesign
import TelephoneAccess
import Testing

/// Practices tied by forwarding live their days one by one while none of them can touch another.
///
/// That is a matter of speed. Where interviewers follow referrals they live in step all day, because a referral may touch
/// the substitute at any time; so where no message names one, whether referrals are followed must change nothing.
@Suite("Living apart and living in step are the same")
struct MeetingTests {
  @Test("in random scenarios", arguments: [RandomScenario.Times.any, .wholeMinutes])
  func randomScenarios(times: RandomScenario.Times) {
    for seed in 0..<300 as Range<UInt64> {
      var scenario = RandomScenario(seed: seed, times: times)
      for practice in scenario.region.practices.indices {
        let periods = scenario.region.practices[practice].telephone.timetable.periods
        scenario.region.practices[practice].telephone.timetable = Timetable(
          periods.map { period in
            var period = period
            if period.state == .off(.referralMessage) { period.state = .off(.forwarding) }
            return period
          })
      }
      expectSameInStep(scenario, replications: 1)
    }
  }

  @Test("where two practices forward every other quarter, and callers who give up there call again at home")
  func busyForwarders() {
    var scenario = RandomScenario(seed: 1, practices: 3)
    let quarters = (32..<64).map { quarter in
      let from = TimeOfDay.minute(Double(15 * quarter))
      let to = TimeOfDay.minute(Double(15 * quarter + 15))
      let state: TelephoneState = quarter % 2 == 0 ? .staffed(answerers: 1, by: .staff) : .off(.forwarding)
      return TimetablePeriod(from: from, to: to, state: state)
    }
    let day = TimetablePeriod(from: .hour(8), to: .hour(16), state: .staffed(answerers: 2, by: .staff))
    for practice in 0..<3 {
      scenario.region.practices[practice].telephone = Telephone(
        system: .queue, lines: 4, timetable: Timetable(practice < 2 ? quarters : [day]),
        partner: practice < 2 ? 2 : nil)
      scenario.region.practices[practice].demand = PatientDemand()
      scenario.region.practices[practice].demand.rates = [
        RatePeriod(from: .hour(8), to: .hour(16), callsPerHour: 12)
      ]
    }
    scenario.region.patients = PatientModel()
    scenario.region.patients.patience = .exponential(mean: 200)
    scenario.region.patients.redialAfterAbandonment = RedialRule(share: 0.9, delay: .exponential(mean: 100))
    let traffic = expectSameInStep(scenario, replications: 20)
    // Otherwise this would show nothing.
    #expect(traffic.forwarded > 1000 && traffic.abandoned > 1000 && traffic.redials > 1000)
  }

  @Test("a practice whose forwarded calls can only meet a message is followed by itself")
  func messages() throws {
    var lab = SurveyLab([.off(.forwarding, partner: 1), .off(.ringsOut)])
    lab.region.patients.ringPatience = .constant(seconds: 60)
    for practice in 0..<2 { try lab.patients(of: practice, at: "9:00", "10:00", "13:00") }
    try lab.ring(0, at: "9:00")
    var fieldwork = lab.conduct()
    #expect(fieldwork.practiceDays == 1 && fieldwork.partnerDays == 0)
    #expect(lab.notes == ["8 April P0 slot 0 try 1 by 0: 09:00:00 at 09:00:00 no-answer 60 s"])
    #expect(fieldwork.traffic[0].off == 2 && fieldwork.traffic[0].forwarded == 2)
    // What callers from elsewhere meet is no part of a day that is not followed.
    #expect(Set(lab.events.map(\.practice)) == [0])

    // An hour in which the partner answers ties the two.
    lab.region.practices[1].telephone.timetable = Timetable([
      TimetablePeriod(from: .hour(13), to: .hour(14), state: .staffed(answerers: 1, by: .staff)),
      TimetablePeriod(from: .hour(14), to: .hour(16), state: .off(.ringsOut)),
    ])
    fieldwork = lab.conduct()
    #expect(fieldwork.practiceDays == 1 && fieldwork.partnerDays == 1)
    #expect(Set(lab.events.map(\.practice)) == [0, 1])
    // Three patients of each call. At 13:00 both telephone for ten minutes, and who is first is for their keys to say; the
    // partner's call is no patient's traffic.
    #expect(fieldwork.partnerCalls == 3)
    let afternoon = fieldwork.traffic[1]
    #expect(afternoon.answered == 1 && [0, 600_000].contains(afternoon.wait))
    // It does not matter who would answer at a time at which no practice forwards calls.
    lab.region.practices[0].telephone = .lab(
      (8, 13, .off(.forwarding)), (13, 16, .off(.referralMessage)), partner: 1)
    #expect(lab.conduct().partnerDays == 0)
  }

  @Test("a partner's callers who are never answered are no traffic, unless the partner is rung too")
  func stillWaiting() throws {
    var lab = SurveyLab([
      .lab((8, 9, .off(.forwarding)), partner: 1),
      .lab((8, 9, .staffed(answerers: 1, by: .staff)), (9, 10, .staffed(answerers: 0, by: .staff))),
    ])
    try lab.patients(of: 1, at: "8:50", "8:55")
    try lab.ring(0, at: "8:10")
    var fieldwork = lab.conduct()
    #expect(fieldwork.partnerDays == 1 && fieldwork.partnerCalls == 2)
    #expect(fieldwork.traffic.allSatisfy { $0 == TrafficCounts() })

    try lab.ring(1, at: "8:30")
    fieldwork = lab.conduct()
    #expect(fieldwork.partnerDays == 0 && fieldwork.partnerCalls == 0)
    #expect(fieldwork.traffic[0].answered == 1 && fieldwork.traffic[0].stillWaiting == 1)
  }

  /// Expects that a scenario without referral messages is the same with and without following referrals.
  ///
  /// - Returns: Its traffic.
  @discardableResult
  private func expectSameInStep(_ scenario: RandomScenario, replications: UInt64) -> TrafficCounts {
    var (apart, inStep) = (scenario, scenario)
    apart.fieldwork.followsReferrals = false
    inStep.fieldwork.followsReferrals = true
    var traffic = TrafficCounts()
    for replication in 0..<replications {
      let one = apart.conduct(replication: replication)
      let other = inStep.conduct(replication: replication)
      for counts in one.traffic { traffic += counts }
      // Other partners live along where referrals are followed, but their patients are not counted.
      let isSame =
        one.attempts == other.attempts && one.probes == other.probes && one.traffic == other.traffic
        && one.practiceDays == other.practiceDays && one.partnerDays <= other.partnerDays
      #expect(isSame, "scenario \(scenario.seed), replication \(replication)")
    }
    return traffic
  }
}
