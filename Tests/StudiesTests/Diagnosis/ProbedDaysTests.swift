import Scenarios
import SurveyDesign
import TelephoneAccess
import Testing

@testable import Studies

@Suite("The days on which practices are probed")
struct ProbedDaysTests {
  @Test(
    "Every day of the survey comes equally often, however many calls a practice gets",
    arguments: [
      ["survey.slots_per_practice=1"], ["survey.slots_per_practice=2"], ["survey.slots_per_practice=3"],
      ["survey.slots_per_practice=4"],
      ["survey.slots_per_practice=2", #"survey.sampling={"design": "simple-random", "practices": 3}"#],
    ])
  func uniform(settings: [String]) throws {
    let study = try Self.study(settings)
    let days = study.scenario.survey.days
    let replications = 2000
    var counts = [CalendarDate: Int]()
    for number in 0..<UInt64(replications) {
      let calls = study.plan(replication: number).calls
      let probed = study.probedDays(calls: calls, replication: number)
      // Each practice once, and one that is rung on a day on which it is.
      #expect(Set(probed.map(\.practice)).count == study.population.frame.count)
      #expect(probed.count == study.population.frame.count)
      let isRung = Set(calls.map(\.practiceIndex))
      let rung = Set(calls.map { PracticeDay(practice: $0.practiceIndex, date: $0.date) })
      #expect(probed.allSatisfy { rung.contains($0) || !isRung.contains($0.practice) })
      for day in probed { counts[day.date, default: 0] += 1 }
    }
    // Days are dealt out evenly, so that counts vary less than a multinomial's. Six standard deviations of that are exceeded by
    // chance in fewer than one of ten million runs of the 25 counts; the first of two calls would be 60 beyond.
    let total = Double(replications * study.population.frame.count)
    let expected = total / Double(days.count)
    let deviation = (expected * (1 - 1 / Double(days.count))).squareRoot()
    for day in days { #expect(abs(Double(counts[day] ?? 0) - expected) < 6 * deviation, "\(day)") }
  }

  @Test("The truth of days that differ does not depend on the number of calls")
  func truth() async throws {
    // Mondays have five times the calls of Tuesdays. The two truths are from days drawn independently of each other.
    var truths: [MonteCarloMean] = []
    for slots in 1...2 {
      let study = try StudyResultTests.study(
        #"survey.days=["2015-04-14", "2015-04-20"]"#, "survey.slots_per_practice=\(slots)",
        "patients.weekday_index=[2.5, 0.5, 1, 1, 1]")
      let result = try await StudyResultTests.result(study, 0..<400)
      truths.append(try #require(result.truth.truth(0, 0)))
    }
    // Five standard errors: by chance fewer than one in a million seeds. On Tuesdays alone it would be less than half.
    let errors = try truths.map { try #require($0.standardError) }
    let error = (errors[0] * errors[0] + errors[1] * errors[1]).squareRoot()
    #expect(abs(truths[0].value - truths[1].value) < 5 * error)
    #expect(truths[0].value > 0.05 && error < 0.02)
  }

  /// Eight practices, four slots and five days.
  private static func study(_ settings: [String]) throws -> Study {
    try StudyResultTests.study(
      [
        #"survey.slots=["08:00-08:30", "08:30-09:00", "09:00-09:30", "09:30-10:00"]"#,
        #"survey.days=["2015-04-13", "2015-04-14", "2015-04-15", "2015-04-16", "2015-04-17"]"#,
      ] + settings)
  }
}
