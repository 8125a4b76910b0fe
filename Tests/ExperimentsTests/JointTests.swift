import Scenarios
import Studies
import SurveyDesign
import TestSupport
import Testing

@testable import Experiments
@testable import TelephoneAccess

/// Faults that were put in on purpose, and that no other test found.
@Suite("What one part of an experiment hands to the next")
struct JointTests {
  private static func study(_ setting: String) throws -> Study {
    var document = try ScenarioDocument(parsing: SmallRegion.scenario, file: "small.json")
    try document.set(setting)
    return try Study(try document.scenario())
  }

  @Test("A rehearsal adds up reports in minutes and hours, and interviewers are there on every day")
  func rehearsal() throws {
    let study = try Self.study("survey.interviewers=3")
    var rehearsal = TeamRehearsal(study)
    // Eight calls, of which one is dialled a minute and a half late and one never.
    let due = 30_000_000
    let planned = (0..<8).map { TeamRehearsalTests.planned($0, due: due) }
    let attempts = (0..<8).map {
      TeamRehearsalTests.attempt($0, due: due, dialled: $0 == 0 ? nil : $0 == 1 ? due + 90_000 : due)
    }
    rehearsal.add(TeamReport(planned: planned, attempts: attempts, work: 5_400_000))
    #expect(rehearsal.late?.value == 0.25 && rehearsal.neverDialled?.value == 0.125)
    #expect(rehearsal.longestDelay?.value == 1.5)
    #expect(rehearsal.workingHours?.value == 1.5)
    // Three interviewers on two days, from 8 to 16.
    #expect(rehearsal.attendanceHours == 48)
  }

  // Four practices of which two are never reached, all of them rung once: the share is 1/2 in every survey, so its variance is 0. Of
  // one of them, it is that of a coin; of two without replacement, 1/4 ÷ 2 · (4 − 2)/(4 − 1) = 1/12.
  @Test(
    "The variance of a slot's share knows that no practice is drawn twice",
    arguments: [(1, 0.25), (2, 1.0 / 12), (4, 0)])
  func withoutReplacement(practices: Int, variance: Double) {
    var profile = PracticeProfile(practices: 4, slots: 1, definition: .agreement)
    let endings: [Disposition] = [.answeredByStaff, .answeredByStaff, .noAnswer, .noAnswer]
    profile.add(
      endings.enumerated().map { ProbeResult(practice: $0, slot: 0, outcome: ProbeOutcome(disposition: $1)) })
    let theory = DesignTheory(profile, practices: practices, perPractice: 1)
    #expect(abs(theory.covariance(0, 0) - variance) < 1e-12)
  }

  @Test("Answered at once, after the queue and after a redial are all answers, each once")
  func answers() async throws {
    let study = try Self.study("survey.attempts=3")
    let targets = [CalibrationTarget.Statistic.answeredAtOnce, .answeredAfterQueue, .answeredAfterRedial].map
    {
      CalibrationTarget(
        definition: "", by: "slot", group: "08:00-09:00", statistic: $0, target: 0, tolerance: 1, source: "")
    }
    var tally = try CalibrationTally(study, targets: targets)
    var (answers, calls) = (0, 0)
    try await study.run(0..<1, jobs: 1) { replicate in
      tally.add(replicate)
      answers += replicate.fieldwork.attempts.count {
        $0.slot == 0 && [.answeredByDoctor, .answeredByStaff].contains($0.disposition)
      }
      calls += replicate.outcomes.count { $0.slot == 0 && $0.disposition.isValidCall }
    }
    let shares: [Double] = try tally.figures.map { try #require($0).value }
    #expect(shares.allSatisfy { $0 > 0 }, "\(shares)")
    let share = Double(answers) / Double(calls)
    #expect(abs(shares.reduce(0, +) - share) < 1e-6, "\(shares)")
  }
}
