internal import SurveyDesign
internal import TelephoneAccess

extension ScenarioFields {
  /// The telephones.
  static let telephone: [Key<PopulationModel>] = [
    Key("opens", \.opens, .time, "When the telephone day begins."),
    Key("closes", \.closes, .time, "When it ends; later calls meet the out-of-hours service."),
    .required(
      "staffing", \.staffing, .staffing,
      "Who answers when; between and outside these stretches the telephone is off."),
    Key(
      "staffing_scale", \.staffingScale, .number(0, to: 1_000),
      "What answerers per 1,000 listed patients are multiplied by, in every stretch."),
    Key(
      "staffing_list_exponent", \.staffingListExponent, .number(0, to: 3),
      "The power of the list, in thousands, that they grow with; 1 for as many per patient in every practice."
    ),
    Key(
      "staffing_calls_exponent", \.staffingCallsExponent, .number(0, to: 3),
      "The power of a practice's own calls per patient, relative to the average, that they grow with; 0 for not at all."
    ),
    Key(
      "lunch", \.lunches, .lunches,
      "Lunch closings and the share of practices that keep each; no practice keeps two."),
    Key(
      "last_answer", \.lastAnswers,
      .map(.time, of: .share, rules: [.sharesAddUpToOne]) { time, share in
        (try? TimeOfDay(parsing: time)).map { TimeShare(at: $0, share: share) }
      },
      "When the last personal answer is given, and the share of practices for each; {} for always until it closes."
    ),
    Key(
      "queue_share", \.queueShare, .bySize(.share),
      "The share of practices with a queue system, 0 to 1, or steps by number of GPs; the others have a busy tone."
    ),
    .section(
      "queue_lines", \.queueLines, lines,
      "Lines of a practice with a queue: those talking and those waiting."),
    .section("busy_tone_lines", \.busyToneLines, lines, "Lines of a practice with a busy tone."),
    Key(
      "acute_line_share", \.acuteLineShare, .share, "The share of practices with an acute line, 0 to 1."),
    Key(
      "menu_share", \.menuShare, .bySize(.share),
      "The share of patients' calls that end in the telephone's menu, before an answerer or the queue, 0 to 1, or steps by number of GPs."
    ),
    .section(
      "callback",
      [
        Key(
          "share", \.callbackShare, .bySize(.share),
          "The share of practices with a queue that offer it, 0 to 1, or steps by number of GPs."),
        Key(
          "from_waiting", \.callbackFromWaiting, .whole(0...10_000),
          "How many wait already when it is offered, those to be rung back included."),
        Key(
          "accepted_share", \.callbackAcceptedShare, .bySize(.share),
          "The share of patients who accept, 0 to 1, or steps by number of GPs."),
      ],
      "A queue's offer to ring back: the caller hangs up, keeps the place in line and takes no line."),
    Key(
      "when_off", \.whenOff, .whenOff,
      "What callers meet while the telephone is off; in stretches left out, a message to the out-of-hours service."
    ),
  ]

  private static let lines: [Key<LineRule>] = [
    Key("at_least", \.atLeast, .whole(1...10_000), "The fewest lines."),
    Key(
      "beyond_answerers", \.beyondAnswerers, Form.whole(0...10_000).orNull,
      "Lines beyond the largest number of answerers; null for no limit."),
  ]
}

extension Form<[StaffingPeriod]> {
  fileprivate static var staffing: Form {
    let blank = StaffingPeriod(from: .midnight, to: .midnight, answeredBy: .staff, answerers: BySize(0))
    let keys =
      Key<StaffingPeriod>.window + [
        .required("answered_by", \.answeredBy, .word, "Who answers; it decides how long calls last."),
        .required(
          "answerers", \.answerers, .bySize(.whole(0...1_000)),
          "People answering at once, or steps by number of GPs: {\"1\": 1, \"3\": 2} is 2 from 3 GPs on."),
        .absentOr(
          "answerers_per_1000_listed", \.answerersPer1000Listed, .number(0, to: 1_000),
          "People answering for every 1,000 listed patients, where they are more; a fraction of one answers in that share of practices."
        ),
      ]
    return list(of: .object(blank, keys), count: 1...1_000, rules: [.windowsApart])
      .map {
        $0.sorted { $0.from < $1.from }
      } parts: {
        $0
      }
  }
}

extension Form<[WindowShare]> {
  fileprivate static var lunches: Form {
    let blank = WindowShare(from: .midnight, to: .midnight, share: 0)
    let keys =
      Key<WindowShare>.window + [.required("share", \.share, .share, "The share of practices, 0 to 1.")]
    return list(of: .object(blank, keys), count: 0...100, rules: [.windowsInOrder, .sharesAtMostOne])
  }
}

extension Form<[OffShares]> {
  fileprivate static var whenOff: Form {
    let shares = Form<[OffShares.StateShare]>.map(
      .choice(OffState.allCases.map(\.rawValue)), of: .share, rules: [.notEmpty, .sharesAddUpToOne]
    ) { state, share in
      OffState(rawValue: state).map { OffShares.StateShare(state: $0, share: share) }
    }
    let keys =
      Key<OffShares>.window + [
        .required("shares", \.shares, shares, "The share of practices in each state, 0 to 1.")
      ]
    return list(
      of: .object(OffShares(from: .midnight, to: .midnight, shares: []), keys), count: 0...100,
      rules: [.windowsApart]
    )
    .map {
      $0.sorted { $0.from < $1.from }
    } parts: {
      $0
    }
  }
}
