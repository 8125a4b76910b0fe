import Scenarios
import Testing

@testable import Studies

/// A key has no effect if another value gives the same survey: that is what is tried here, by simulation, beside the remark.
@Suite("Keys that can have no effect")
struct EffectTests {
  private static func paths(_ settings: [String]) throws -> [String] {
    try StudyResultTests.study(settings).keysWithoutEffect.map(\.path)
  }

  /// What three replications come to.
  private static func facts(_ settings: [String]) throws -> [ReplicateFacts] {
    var worker = Worker(try StudyResultTests.study(settings))
    return (0..<3).map { worker.replicate($0).facts }
  }

  /// A region in which the key has no effect, the key, a setting of it, and what makes the same setting have one.
  struct Case: Sendable, CustomTestStringConvertible {
    var path: String
    var setting: String
    var without: [String]
    var with: [String]
    var testDescription: String { path }
  }

  private static let busyTones = "telephone.queue_share=0"
  private static let queues = "telephone.queue_share=1"
  private static let acuteLines = "telephone.acute_line_share=0.5"
  private static let sample = "survey.sampling={'design': 'simple-random', 'practices': 4}"
  private static let secondRound = "survey.rounds=[{}, {'days': ['2015-04-21']}]"
  /// Calls enough for one answerer not to be enough.
  private static let crowd = "patients.calls_per_hour={'08:00-10:00': 40}"

  static let cases = [
    Case(
      path: "patients.balks_at_calls_in_system", setting: "patients.balks_at_calls_in_system=1",
      without: [busyTones], with: [queues]),
    Case(
      path: "patients.balking_share", setting: "patients.balking_share=0.9", without: [busyTones],
      with: [queues]
    ),
    Case(
      path: "patients.urgent_share", setting: "patients.urgent_share=0.7", without: [], with: [acuteLines]),
    Case(
      path: "patients.acute_line_answer",
      setting: "patients.acute_line_answer={'distribution': 'constant', 'seconds': 500}",
      without: [], with: [acuteLines, "patients.urgent_share=0.7"]),
    Case(
      path: "patients.patience", setting: "patients.patience={'distribution': 'constant', 'seconds': 1}",
      without: [busyTones, crowd], with: [queues, crowd]),
    Case(
      path: "patients.redial_after_abandonment",
      setting: "patients.redial_after_abandonment.share=0", without: [busyTones, crowd],
      with: [queues, crowd]),
    Case(
      path: "patients.redial_after_busy", setting: "patients.redial_after_busy.share=0.1",
      without: [busyTones, crowd, "patients.most_redials=0"], with: [busyTones, crowd]),
    Case(
      path: "patients.redial_after_busy.delay",
      setting: "patients.redial_after_busy.delay={'distribution': 'constant', 'seconds': 1}",
      without: [busyTones, crowd, "patients.redial_after_busy.share=0"], with: [busyTones, crowd]),
    Case(
      path: "patients.most_redials", setting: "patients.most_redials=1",
      without: [busyTones, crowd]
        + ["busy", "abandonment", "no_answer"].map { "patients.redial_after_\($0).share=0" },
      with: [busyTones, crowd]),
    Case(
      path: "patients.talk_with_doctor",
      setting: "patients.talk_with_doctor={'distribution': 'constant', 'seconds': 900}",
      without: [crowd], with: [crowd, "telephone.staffing[0].answered_by=doctor"]),
    Case(
      path: "patients.opening_burst.mean_seconds", setting: "patients.opening_burst.mean_seconds=3000",
      without: [],
      with: [
        "patients.calls_per_day_per_1000_listed=50", "patients.call_shares={'08:00-10:00': 1}",
        "patients.opening_burst.share=0.8",
      ]),
    Case(
      path: "patients.busyness_cv", setting: "patients.busyness_cv=2",
      without: [
        "patients.calls_per_hour={}",
        "patients.fixed_calls={'from': '08:00', 'every_seconds': 30, 'count': 200}",
      ], with: [crowd]),
    Case(
      path: "patients.weekday_index", setting: "patients.weekday_index=[9, 9, 9, 9, 9]",
      without: [
        "patients.calls_per_hour={}",
        "patients.fixed_calls={'from': '08:00', 'every_seconds': 30, 'count': 200}",
      ], with: []),
    Case(
      path: "patients.call_shares", setting: "patients.call_shares={'08:00-09:00': 1}", without: [],
      with: ["patients.calls_per_day_per_1000_listed=50", "patients.call_shares={'08:00-10:00': 1}"]),
    Case(
      path: "practices.listed_patients_per_gp", setting: "practices.listed_patients_per_gp.mean=1200",
      without: [],
      with: ["patients.calls_per_day_per_1000_listed=50", "patients.call_shares={'08:00-10:00': 1}"]),
    Case(
      path: "telephone.queue_lines", setting: "telephone.queue_lines.beyond_answerers=0",
      without: [busyTones, crowd], with: [queues, crowd]),
    Case(
      path: "telephone.busy_tone_lines", setting: "telephone.busy_tone_lines.at_least=1",
      without: [queues, crowd], with: [busyTones, crowd]),
    Case(
      path: "telephone.acute_line_share", setting: "telephone.acute_line_share=0.9",
      without: ["patients.urgent_share=0"], with: ["patients.urgent_share=0.7"]),
    Case(
      path: "survey.attempt_gap_seconds", setting: "survey.attempt_gap_seconds=60", without: [],
      with: ["survey.attempts=6", crowd]),
    Case(
      path: "survey.reserves", setting: "survey.reserves=1", without: [sample, secondRound],
      with: [sample, secondRound, "practices.invalid_share=0.5"]),
    Case(
      path: "survey.hold_limit_seconds", setting: "survey.hold_limit_seconds=1", without: [busyTones, crowd],
      with: [queues, crowd]),
    Case(
      path: "survey.follow_referrals", setting: "survey.follow_referrals=true",
      without: ["telephone.when_off[0].shares={'rings-out': 1}"], with: []),
  ]

  @Test("where one is remarked on, another value changes nothing; where it is not, it does", arguments: cases)
  func each(_ one: Case) throws {
    #expect(try Self.paths(one.without + [one.setting]).contains(one.path))
    #expect(try Self.facts(one.without + [one.setting]) == Self.facts(one.without))
    #expect(try !Self.paths(one.with + [one.setting]).contains(one.path))
    #expect(try Self.facts(one.with + [one.setting]) != Self.facts(one.with))
    // What has its standard value is not remarked on.
    #expect(try !Self.paths(one.without).contains(one.path))
  }

  @Test("a stretch in which no telephone is off, and a state that no practice is in")
  func off() throws {
    #expect(try Self.paths(["telephone.last_answer={'10:00': 1}"]) == ["telephone.when_off[0]"])
    #expect(
      try Self.paths(["telephone.when_off[0].shares={'rings-out': 0.99, 'referral-message': 0.01}"])
        == ["telephone.when_off[0].shares.referral-message"])
  }

  @Test("there are none where every key does something")
  func none() throws {
    #expect(try Self.paths([]).isEmpty)
  }
}
