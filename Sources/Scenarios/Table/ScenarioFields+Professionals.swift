internal import SurveyDesign
internal import TelephoneAccess

extension ScenarioFields {
  /// The professionals who ring practices too; there are none without this object.
  static let professionals = Form<Professionals>.object(
    Professionals(),
    [
      own(
        "calls_per_day_per_1000_listed", \.callsPer1000Listed, .number(0, to: 10_000),
        "Their first tries per 1,000 listed patients on every day; weekday and busyness do not change them."),
      own(
        "call_shares", \.callShares,
        .map(.window, of: .share, rules: [.windowsApart, .sharesAddUpToOne]) { window, share in
          (try? Slot(parsing: window)).map { WindowShare(from: $0.from, to: $0.to, share: share) }
        },
        "How those calls spread over the day, by stretch of the day."),
      own(
        "calls_per_hour", \.callsPerHour,
        .map(.window, of: .number(0, to: 10_000), rules: [.windowsApart]) { window, rate in
          (try? Slot(parsing: window)).map { RatePeriod(from: $0.from, to: $0.to, callsPerHour: rate) }
        },
        "Their first tries per hour in every practice, whatever its size, in addition."),
      own(
        "own_number_share", \.ownNumberShare, .share,
        "The share of practices with a number of their own for professionals, 0 to 1: it takes no line and has no queue message, menu or callback."
      ),
      own(
        "priority_share", \.priorityShare, .share,
        "The share of practices that answer professionals before those who wait without priority, on whichever number, 0 to 1."
      ),
      own(
        "own_number_answer", \.ownNumberAnswer, .duration,
        "How soon a number of their own is answered while the telephone is off."),
      own("talk", \.talk, .duration, "How long a professional's call lasts, whoever answers."),
      own(
        "patience", \.patience, .duration,
        "How long a professional stays in a queue, or on a number of their own."),
      own(
        "ring_patience", \.ringPatience, .duration,
        "How long a professional lets the ordinary number ring where there is no queue."),
      own(
        "redial_after_busy", \.redialAfterBusy, redial, "Trying again after a busy tone."),
      own(
        "redial_after_abandonment", \.redialAfterAbandonment, redial,
        "Trying again after hanging up in a queue, or on a number of their own."),
      own(
        "redial_after_no_answer", \.redialAfterNoAnswer, redial, "Trying again after ringing in vain."),
      own(
        "most_redials", \.mostRedials, .whole(0...1_000), "The most redials of one professional in a day."),
    ])

  /// A key of the object, whose standard is that of new professionals.
  private static func own<Value: Sendable>(
    _ name: String, _ property: Property<Professionals, Value>, _ form: Form<Value>, _ summary: String
  ) -> Key<Professionals> {
    .optional(name, property, form, or: Professionals()[keyPath: property], summary)
  }

  /// A chance to try again and how long until then.
  private static let redial = Form<RedialRule>.object(
    RedialRule(share: 0, delay: .never),
    [
      .required("share", \.share, .share, "The share of professionals who try again, 0 to 1."),
      .required("delay", \.delay, .duration, "The time until they do."),
    ])
}
