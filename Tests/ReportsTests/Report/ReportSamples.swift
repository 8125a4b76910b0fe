import SurveyDesign
import SurveyStatistics

@testable import Reports
@testable import Surveys

/// Small reports for tests: two slots, one of them with few calls, a target, and hostile names.
enum ReportSamples {
  /// A name as it might stand in a user's file.
  static let hostile = "<script>alert(\"1\")</script>"

  static func group(
    _ by: String, _ group: String, calls: Int, unreached: Int, target: Double? = 0.2
  ) -> GroupFinding {
    let rule = target.flatMap { VerdictRule(trials: calls, target: $0) }
    let verdict = rule?.verdict(unreached: unreached)
    return GroupFinding(
      by: by, group: group, calls: calls, unreached: unreached,
      rate: calls > 0 ? Double(unreached) / Double(calls) : nil,
      interval: ProportionInterval.interval(
        successes: unreached, trials: calls, method: .wilson, confidence: 0.95),
      target: target, verdict: verdict, rule: rule,
      // A grouping of one group, as all calls are, is named by Holm where it misses the target by itself.
      isNamedFailing: by == "all" && verdict == .fails)
  }

  /// A survey that was made, with feedback to municipalities.
  static func made(target: Double? = 0.2) -> Report {
    var report = Report(source: "2015 & after.csv")
    var survey = SurveyFindings(
      definition: .agreement,
      slots: [
        group("slot", "08:00-09:00", calls: 20, unreached: 2, target: target),
        group("slot", "09:00-10:00", calls: 5, unreached: 1, target: target),
      ], all: group("all", "all", calls: 25, unreached: 3, target: target))
    survey.all.invalid = 1
    survey.dispositions = [
      .init(
        slot: "08:00-09:00",
        counts: [.init(disposition: .answeredByStaff, calls: 18), .init(disposition: .busy, calls: 2)]),
      .init(
        slot: "09:00-10:00",
        counts: [.init(disposition: .answeredByDoctor, calls: 4), .init(disposition: .noAnswer, calls: 1)]),
    ]
    survey.otherDefinitions = [
      .init(
        definition: .person, all: group("all", "all", calls: 25, unreached: 4, target: target),
        slots: [
          group("slot", "08:00-09:00", calls: 20, unreached: 3, target: target),
          group("slot", "09:00-10:00", calls: 5, unreached: 1, target: target),
        ])
    ]
    survey.groupings = [
      .init(
        by: "municipality",
        groups: [
          group("municipality", hostile, calls: 15, unreached: 3, target: target),
          group("municipality", "Samsø", calls: 10, unreached: 0, target: target),
          group("municipality", "Læsø", calls: 1, unreached: 1, target: target),
        ])
    ]
    let days = [4, 7].compactMap { CalendarDate(year: 2015, month: $0, day: 7) }
    survey.fieldwork = FieldworkFacts(
      rows: 30, calls: 27, madeCalls: 26, validCalls: 25, practicesListed: 27, practicesCalled: 26,
      practicesValid: 25, practicesInFrame: 27, days: days[0]...days[1], dayCount: 2,
      vagueWords: [.init(word: "`\(hostile)`", disposition: .noAnswer, rows: 2)])
    report.survey = survey
    return report
  }
}
