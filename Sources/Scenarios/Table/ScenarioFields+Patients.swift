extension ScenarioFields {
  /// The patients.
  static let patients: [Field] = [
    .standard(
      "calls_per_day_per_1000_listed", .number(NumberRange(lower: 0, upper: 10_000)), "0",
      "Fresh calls on an average day per 1,000 listed patients."),
    .standard(
      "call_shares", .map(.window, of: share, rules: [.windowsApart, .sharesAddUpToOne]), "{}",
      "How those calls spread over the day, by stretch of the day."),
    .section(
      "opening_burst",
      [
        .standard(
          "share", share, "0",
          "The share of the first stretch's calls that wait for the telephone to open, 0 to 1."),
        .standard(
          "mean_seconds", .number(NumberRange(lower: 0.001, upper: 3_600)), "120",
          "Their mean delay after opening (exponential), in seconds."),
      ],
      "Callers who ring as soon as the telephone opens."),
    .standard(
      "calls_per_hour",
      .map(.window, of: .number(NumberRange(lower: 0, upper: 10_000)), rules: [.windowsApart]), "{}",
      "Fresh calls per hour in every practice, whatever its size, in addition."),
    .standard(
      "fixed_calls",
      .either([
        .list(of: .time, count: 0...100_000),
        .object([
          .required("from", .time, "When the first call comes."),
          .required("every_seconds", .whole(1...86_400), "The time from one call to the next, in seconds."),
          .required("count", .whole(1...100_000), "The number of calls."),
        ]),
      ]),
      "[]", "Calls at fixed times of every day in every practice, in addition."),
    .standard(
      "weekday_index", .list(of: .number(NumberRange(lower: 0, upper: 100)), count: 5...7), "[1, 1, 1, 1, 1]",
      "Demand by weekday from Monday; 1 for an average day."),
    .standard(
      "busyness_cv", .number(NumberRange(lower: 0, upper: 10)), "0",
      "How demand varies from day to day in one practice (gamma): standard deviation divided by mean."),
    duration(
      "talk_with_doctor", #"{"distribution": "lognormal", "mean_seconds": 210, "sd_seconds": 150}"#,
      "How long a call lasts when a doctor answers."),
    duration(
      "talk_with_staff", #"{"distribution": "lognormal", "mean_seconds": 140, "sd_seconds": 110}"#,
      "How long a call lasts when staff answers."),
    duration(
      "acute_line_answer", #"{"distribution": "exponential", "mean_seconds": 20}"#,
      "How soon an acute line is answered while the telephone is off."),
    .standard("urgent_share", share, "0.08", "The share of calls that are urgent, 0 to 1."),
    .standard(
      "balking_share", share, "0.05", "The share of callers who hang up at the queue message, 0 to 1."),
    .standard(
      "balks_at_calls_in_system", .nullable(.whole(1...1_000_000)), "null",
      "Callers do not join when so many calls are in progress or waiting; null for no such limit."),
    duration(
      "patience", #"{"distribution": "exponential", "mean_seconds": 1200}"#,
      "How long a caller stays in a queue."),
    duration(
      "ring_patience", #"{"distribution": "exponential", "mean_seconds": 60}"#,
      "How long a caller lets it ring when nobody answers."),
    .section("redial_after_busy", redial(0.85, meanSeconds: 240), "Trying again after a busy tone."),
    .section(
      "redial_after_abandonment", redial(0.6, meanSeconds: 1500),
      "Trying again after hanging up in a queue or at its message."),
    .section("redial_after_no_answer", redial(0.6, meanSeconds: 1800), "Trying again after ringing in vain."),
    .standard("most_redials", .whole(0...1_000), "8", "The most redials of one patient in a day."),
    .standard(
      "displaced_share", .map(.time, of: share), "{}",
      "From a time of day on, the share of those failing who turn to the out-of-hours service, 0 to 1."),
    .standard(
      "answer_target_seconds", wholeSeconds, "300",
      "A call answered within so many seconds counts as answered within target."),
  ]

  static func duration(_ key: String, _ standard: String, _ summary: String) -> Field {
    .standard(key, distribution, standard, summary)
  }
}
