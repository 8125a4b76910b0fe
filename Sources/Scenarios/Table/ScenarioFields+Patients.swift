internal import SurveyDesign
internal import TelephoneAccess

extension ScenarioFields {
  /// The patients.
  static let patients: [Key<Scenario>] = [
    Key(
      "calls_per_day_per_1000_listed", \.population.callsPer1000Listed, .number(0, to: 10_000),
      "Fresh calls on an average day per 1,000 listed patients."),
    Key(
      "calls_list_exponent", \.population.callsListExponent, .number(0, to: 2),
      "The power of the list, in thousands, that calls grow with; 1 for as many per patient in every practice."
    ),
    Key(
      "calls_cv_between_practices", \.population.callsCVBetweenPractices, .number(0, to: 3),
      "How calls per listed patient vary from practice to practice (gamma): standard deviation divided by mean."
    ),
    Key(
      "call_shares", \.population.callShares,
      .map(.window, of: .share, rules: [.windowsApart, .sharesAddUpToOne]) { window, share in
        (try? Slot(parsing: window)).map { WindowShare(from: $0.from, to: $0.to, share: share) }
      },
      "How those calls spread over the day, by stretch of the day."),
    .section(
      "opening_burst",
      [
        Key(
          "share", \.population.burstShare, .share,
          "The share of the first stretch's calls that wait for the telephone to open, 0 to 1."),
        Key(
          "mean_seconds", \.population.burstMeanDelay, .number(0.001, to: 3_600),
          "Their mean delay after opening (exponential), in seconds."),
      ],
      "Callers who ring as soon as the telephone opens."),
    Key(
      "calls_per_hour", \.population.callsPerHour,
      .map(.window, of: .number(0, to: 10_000), rules: [.windowsApart]) { window, rate in
        (try? Slot(parsing: window)).map { RatePeriod(from: $0.from, to: $0.to, callsPerHour: rate) }
      },
      "Fresh calls per hour in every practice, whatever its size, in addition."),
    Key(
      "fixed_calls", \.population.fixedCalls, .fixedTimes,
      "Calls at fixed times of every day in every practice, in addition."),
    Key(
      "weekday_index", \.weekdayIndex, .list(of: .number(0, to: 100), count: 5...7),
      "Demand by weekday from Monday; 1 for an average day."),
    Key(
      "busyness_cv", \.busynessCV, .number(0, to: 10),
      "How demand varies from day to day in one practice (gamma): standard deviation divided by mean."),
    Key(
      "talk_with_doctor", \.patients.talkWithDoctor, .duration,
      "How long a call lasts when a doctor answers."),
    Key("talk_with_staff", \.patients.talkWithStaff, .duration, "How long a call lasts when staff answers."),
    Key(
      "answer_delay", \.patients.answerDelay, .duration,
      "How long it rings until an answerer who is free takes a call; whoever is called up from the queue is answered at once."
    ),
    Key(
      "acute_line_answer", \.patients.acuteLineAnswer, .duration,
      "How soon an acute line is answered while the telephone is off."),
    Key("urgent_share", \.patients.urgentShare, .share, "The share of calls that are urgent, 0 to 1."),
    Key(
      "balking_share", \.patients.balkingShare, .share,
      "The share of callers who hang up at the queue message, 0 to 1."),
    Key(
      "balks_at_calls_in_system", \.patients.balksAtCallsInSystem, Form.whole(1...1_000_000).orNull,
      "Callers do not join when so many calls are in progress or waiting; null for no such limit."),
    Key("patience", \.patients.patience, .duration, "How long a caller stays in a queue."),
    Key(
      "ring_patience", \.patients.ringPatience, .duration,
      "How long a caller lets it ring when no answerer takes the call."
    ),
    Key(
      "callback_reached_share", \.patients.callbackReachedShare, .share,
      "The share of those rung back who take the call, 0 to 1."),
    Key(
      "callback_ringing", \.patients.callbackRinging, .duration,
      "How long an answerer lets it ring when a patient rung back does not take the call."),
    .section(
      "redial_after_busy", \.patients.redialAfterBusy, redial, "Trying again after a busy tone."),
    .section(
      "redial_after_abandonment", \.patients.redialAfterAbandonment, redial,
      "Trying again after hanging up in a queue or at its message."),
    .section(
      "redial_after_no_answer", \.patients.redialAfterNoAnswer, redial,
      "Trying again after ringing in vain."),
    Key(
      "most_redials", \.patients.mostRedials, .whole(0...1_000), "The most redials of one patient in a day."),
    Key(
      "displaced_share", \.patients.displacement,
      .map(.time, of: .share) { time, share in
        (try? TimeOfDay(parsing: time)).map { DisplacementShare(from: $0, share: share) }
      },
      "From a time of day on, the share of those failing who turn to the out-of-hours service, 0 to 1."),
    Key(
      "answer_target_seconds", \.patients.answerTarget, .wholeSeconds,
      "A call answered within so many seconds counts as answered within target."),
  ]

  /// A chance to try again and how long until then.
  private static let redial: [Key<RedialRule>] = [
    Key("share", \.share, .share, "The share of callers who try again, 0 to 1."),
    Key("delay", \.delay, .duration, "The time until they do."),
  ]
}

extension Form<[TimeOfDay]> {
  /// Fixed times, listed or counted off; no value when some would come after the end of the second night.
  static var fixedTimes: Form {
    .either(.list(of: .time, count: 0...100_000), or: counted.map({ $0.times }, parts: { _ in nil }))
  }

  private static var counted: Form<CountedTimes> {
    .object(
      CountedTimes(),
      [
        .required("from", \.from, .time, "When the first call comes."),
        .required(
          "every_seconds", \.step, .whole(1...86_400), "The time from one call to the next, in seconds."),
        .required("count", \.count, .whole(1...100_000), "The number of calls."),
      ])
  }
}

/// Times at even distances.
private struct CountedTimes {
  var from = TimeOfDay.midnight
  /// In seconds.
  var step = 0
  var count = 0

  /// The times; `nil` when some would come after the end of the second night.
  var times: [TimeOfDay]? {
    var times: [TimeOfDay] = []
    for number in 0..<count {
      let time = TimeOfDay(exactly: from.milliseconds + number * step * TimeOfDay.millisecondsPerSecond)
      guard let time else { return nil }
      times.append(time)
    }
    return times
  }
}
