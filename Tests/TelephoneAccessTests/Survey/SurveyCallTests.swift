import SurveyDesign
import TelephoneAccess
import Testing

/// What a survey call comes to, worked out by hand for one telephone at a time.
@Suite("Survey calls end as they should")
struct SurveyCallTests {
  @Test("a call in a queue stays exactly as long as the hold limit")
  func holdLimit() throws {
    var lab = SurveyLab([.lab()])
    try lab.patients(of: 0, at: "8:55")
    lab.fieldwork.holdLimit = 299_000
    try lab.ring(0, at: "9:00")
    #expect(lab.notes == ["8 April P0 slot 0 try 1 by 0: 09:00:00 at 09:00:00 hold-limit 299 s"])
    // Answered at the very end of the limit is answered.
    lab.fieldwork.holdLimit = 300_000
    #expect(lab.notes == ["8 April P0 slot 0 try 1 by 0: 09:00:00 at 09:00:00 answered-by-staff 300 s"])
  }

  @Test("a call that rings stays exactly as long as the ring limit")
  func ringLimit() throws {
    var lab = SurveyLab([.lab(system: .busyTone)])
    try lab.patients(of: 0, at: "8:50:01")
    try lab.ring(0, at: "9:00")
    lab.fieldwork.ringLimit = 0
    #expect(lab.notes == ["8 April P0 slot 0 try 1 by 0: 09:00:00 at 09:00:00 no-answer 0 s"])
    lab.fieldwork.ringLimit = 1000
    #expect(lab.notes == ["8 April P0 slot 0 try 1 by 0: 09:00:00 at 09:00:00 answered-by-staff 1 s"])
  }

  @Test(
    "limits go by the telephone's system: Stockholm's 90 seconds where it rings, and ten minutes where there is a queue"
  )
  func limitsBySystem() throws {
    var lab = SurveyLab([.lab(), .lab(system: .busyTone)])
    try lab.patients(of: 0, at: "8:59")
    try lab.patients(of: 1, at: "8:59")
    (lab.fieldwork.ringLimit, lab.fieldwork.holdLimit) = (90_000, 500_000)
    try lab.ring(0, at: "9:00", by: 0)
    try lab.ring(1, at: "9:00", by: 1)
    #expect(
      lab.notes == [
        "8 April P0 slot 0 try 1 by 0: 09:00:00 at 09:00:00 hold-limit 500 s",
        "8 April P1 slot 0 try 1 by 1: 09:00:00 at 09:00:00 no-answer 90 s",
      ])
  }

  @Test(
    "a connection that breaks does so before the limit, is tried again, and spares those answered at once")
  func cutOff() throws {
    var lab = SurveyLab([.lab(), .lab()])
    try lab.patients(of: 0, at: "8:59")
    lab.fieldwork.cutOffShare = 1
    lab.fieldwork.holdLimit = 500_000
    lab.fieldwork.attempts = 2
    lab.fieldwork.attemptGap = 1000
    try lab.ring(0, at: "9:00", by: 0)
    try lab.ring(1, at: "9:00", by: 1)
    let attempts = lab.conduct().attempts
    #expect(attempts.filter { $0.practice == 1 }.map(\.disposition) == [.answeredByStaff])
    let own = attempts.filter { $0.practice == 0 }
    #expect(own.map(\.disposition).first == .cutOff)
    #expect(own.count == 2)
    #expect(own[0].wait < 500_000)
    lab.fieldwork.cutOffShare = 0
    #expect(lab.conduct().attempts.first { $0.practice == 0 }?.disposition == .holdLimit)
  }

  @Test("a wrong number is noted, heard as long as a message, and touches no telephone")
  func wrongNumber() throws {
    var lab = SurveyLab([.lab()])
    lab.region.practices[0].hasWrongNumber = true
    try lab.ring(0, at: "9:00")
    let fieldwork = lab.conduct()
    #expect(
      fieldwork.attempts.map(\.note) == [
        "8 April P0 slot 0 try 1 by 0: 09:00:00 at 09:00:00 wrong-number 0 s"
      ])
    // Thirty seconds of listening and a minute of writing.
    #expect(fieldwork.interviewerTime == 90_000)
    #expect(fieldwork.traffic[0].busy == 0)
    var plan = lab.plan
    plan.practiceDays = [PracticeDay(practice: 0, date: lab.days[0])]
    plan.sendsProbes = true
    var simulation = Simulation(region: lab.region, slots: lab.slots, fieldwork: lab.fieldwork)
    #expect(simulation.conduct(plan, seed: 1, replication: 0).probes.isEmpty)
  }

  @Test("a survey call takes an answerer: a patient waits because of it")
  func takesAnAnswerer() throws {
    var lab = SurveyLab([.lab()])
    try lab.patients(of: 0, at: "9:01")
    try lab.ring(0, at: "9:00")
    let traffic = lab.conduct().traffic[0]
    #expect(traffic.answered == 1)
    #expect(traffic.wait == 60_000)
    // Ten minutes with the patient, two with the interviewer.
    #expect(traffic.busy == 720_000)
    lab.calls = []
    var simulation = Simulation(region: lab.region, slots: lab.slots, fieldwork: lab.fieldwork)
    var alone = lab.plan
    alone.practiceDays = [PracticeDay(practice: 0, date: lab.days[0])]
    #expect(simulation.conduct(alone, seed: 1, replication: 0).traffic[0].wait == 0)
  }

  @Test("a survey call takes a line: a patient hears the busy tone because of it")
  func takesALine() throws {
    var lab = SurveyLab([.lab(lines: 2)])
    try lab.patients(of: 0, at: "8:55", "9:01")
    try lab.ring(0, at: "9:00")
    #expect(lab.conduct().traffic[0].blocked == 1)
    lab.calls[0].due = .hour(10)
    #expect(lab.conduct().traffic[0].blocked == 0)
  }

  @Test("with a refusal share of 1 everybody refuses, at once, and the line is free again")
  func refusals() throws {
    var lab = SurveyLab([.lab(lines: 1)])
    lab.fieldwork.refusalShare = 1
    try lab.patients(of: 0, at: "9:00:30")
    try lab.ring(0, at: "9:00")
    let fieldwork = lab.conduct()
    #expect(
      fieldwork.attempts.map(\.note) == [
        "8 April P0 slot 0 try 1 by 0: 09:00:00 at 09:00:00 refused 0 s"
      ])
    #expect(fieldwork.traffic[0].blocked == 0 && fieldwork.traffic[0].wait == 0)
  }

  @Test(
    "each state of a telephone that is off has its disposition",
    arguments: [
      (OffState.referralMessage, Disposition.referralMessage, 0),
      (.messageWithoutReferral, .messageWithoutReferral, 0),
      (.messageToOutOfHours, .messageToOutOfHours, 0),
      // It rings for as long as the limit of a minute allows.
      (.ringsOut, .noAnswer, 60),
      // Forwarding without a partner rings out.
      (.forwarding, .noAnswer, 60),
      // Thirty seconds of message and twenty of ringing.
      (.acuteLine, .acuteLineAnswered, 50),
    ])
  func offStates(state: OffState, disposition: Disposition, wait: Int) throws {
    var lab = SurveyLab([.off(state)])
    try lab.ring(0, at: "9:00")
    #expect(
      lab.notes == ["8 April P0 slot 0 try 1 by 0: 09:00:00 at 09:00:00 \(disposition.rawValue) \(wait) s"])
  }

  @Test("before the first and after the last period a message sends callers to the out-of-hours service")
  func closed() throws {
    var lab = SurveyLab([.lab((9, 11, .staffed(answerers: 1, by: .doctor)))])
    try lab.ring(0, at: "8:59:59")
    try lab.ring(0, at: "9:01")
    try lab.ring(0, at: "11:00")
    #expect(
      lab.notes == [
        "8 April P0 slot 0 try 1 by 0: 08:59:59 at 08:59:59 message-to-out-of-hours 0 s",
        "8 April P0 slot 0 try 1 by 0: 09:01:00 at 09:01:29 answered-by-doctor 0 s",
        "8 April P0 slot 0 try 1 by 0: 11:00:00 at 11:00:00 message-to-out-of-hours 0 s",
      ])
  }

  @Test("an acute line that is not answered within the ring limit is no answer")
  func acuteLine() throws {
    var lab = SurveyLab([.off(.acuteLine)])
    lab.region.patients.acuteLineAnswer = .constant(seconds: 61)
    try lab.ring(0, at: "9:00")
    #expect(lab.notes == ["8 April P0 slot 0 try 1 by 0: 09:00:00 at 09:00:00 no-answer 90 s"])
    lab.region.patients.acuteLineAnswer = .constant(seconds: 60)
    #expect(lab.notes == ["8 April P0 slot 0 try 1 by 0: 09:00:00 at 09:00:00 acute-line-answered 90 s"])
  }

  @Test("the interviewer is free when talk and message are over, not before")
  func interviewersTime() throws {
    // Message, ringing and talk, then a minute of writing: 30 + 20 + 120 + 60 seconds.
    var lab = SurveyLab([.off(.acuteLine)])
    try lab.ring(0, at: "9:00")
    #expect(lab.conduct().interviewerTime == 230_000)
    lab = SurveyLab([.off(.referralMessage)])
    try lab.ring(0, at: "9:00")
    #expect(lab.conduct().interviewerTime == 90_000)
    lab = SurveyLab([.off(.ringsOut)])
    try lab.ring(0, at: "9:00")
    #expect(lab.conduct().interviewerTime == 120_000)
  }

  @Test("a partner who answers makes it forwarded; a partner whose lines are taken makes it busy")
  func forwarding() throws {
    var lab = SurveyLab([.off(.forwarding, partner: 1), .lab(lines: 1)])
    try lab.ring(0, at: "9:00")
    #expect(lab.notes == ["8 April P0 slot 0 try 1 by 0: 09:00:00 at 09:00:00 forwarded-answered 0 s"])
    try lab.patients(of: 1, at: "8:55")
    #expect(lab.notes == ["8 April P0 slot 0 try 1 by 0: 09:00:00 at 09:00:00 busy 0 s"])
  }

  @Test("a call goes along a chain of forwarding, to its end")
  func chain() throws {
    var lab = SurveyLab([
      .off(.forwarding, partner: 1), .off(.forwarding, partner: 2), .off(.referralMessage),
    ])
    try lab.patients(of: 0, at: "10:00")
    try lab.ring(0, at: "9:00")
    #expect(lab.notes == ["8 April P0 slot 0 try 1 by 0: 09:00:00 at 09:00:00 referral-message 0 s"])
    // A patient's call is forwarded once, however far it goes.
    let traffic = lab.conduct().traffic[0]
    #expect(traffic.forwarded == 1 && traffic.off == 1 && traffic.freshCalls == 1)
  }

  /// A practice with a referral message, and its substitute.
  private func referral(to substitute: Telephone) throws -> SurveyLab {
    var lab = SurveyLab([.off(.referralMessage, partner: 1), substitute, .lab()])
    lab.fieldwork.followsReferrals = true
    try lab.ring(0, at: "9:00")
    return lab
  }

  @Test("a referral is followed to the substitute, who answers")
  func referralAnswered() throws {
    var lab = try referral(to: .lab())
    #expect(lab.notes == ["8 April P0 slot 0 try 1 by 0: 09:00:00 at 09:00:00 referral-message 30 s"])
    // Thirty seconds of message, two minutes of talk, a minute of writing.
    #expect(lab.conduct().interviewerTime == 210_000)
    // The substitute is on the telephone until 9:05:30, five minutes after the message.
    try lab.patients(of: 1, at: "8:55:30")
    #expect(lab.notes == ["8 April P0 slot 0 try 1 by 0: 09:00:00 at 09:00:00 referral-message 330 s"])
  }

  @Test("a substitute whose lines are taken leaves the referral unanswered")
  func referralBusy() throws {
    var lab = try referral(to: .lab(lines: 1))
    try lab.patients(of: 1, at: "8:55")
    #expect(lab.notes == ["8 April P0 slot 0 try 1 by 0: 09:00:00 at 09:00:00 referral-unanswered 30 s"])
  }

  @Test(
    "a substitute who only plays a message, of whatever kind, or rings out leaves the referral unanswered",
    arguments: [
      OffState.referralMessage, .messageWithoutReferral, .messageToOutOfHours, .ringsOut, .forwarding,
    ])
  func referralToAMessage(state: OffState) throws {
    let attempts = try referral(to: .off(state)).conduct().attempts
    #expect(attempts.map(\.disposition) == [.referralUnanswered])
  }

  @Test("a substitute who is reached through forwarding or an acute line has been reached")
  func referralReached() throws {
    for substitute in [Telephone.off(.forwarding, partner: 2), .off(.acuteLine)] {
      #expect(try referral(to: substitute).conduct().attempts.map(\.disposition) == [.referralMessage])
    }
  }

  @Test("a referral without a partner is unanswered when it is followed")
  func referralWithoutPartner() throws {
    var lab = try referral(to: .lab())
    lab.region.practices[0].telephone.partner = nil
    #expect(lab.conduct().attempts.map(\.disposition) == [.referralUnanswered])
  }

  @Test("two practices that refer to each other are no circle")
  func mutualReferral() throws {
    var lab = try referral(to: .off(.referralMessage, partner: 0))
    try lab.ring(1, at: "9:30")
    #expect(lab.conduct().attempts.map(\.disposition) == [.referralUnanswered, .referralUnanswered])
  }
}
