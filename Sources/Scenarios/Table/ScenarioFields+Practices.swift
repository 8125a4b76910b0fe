internal import TelephoneAccess

extension ScenarioFields {
  /// The practices and what sets them apart.
  static let practices: [Field] = [
    .standard(
      "frame", .nullable(.text(.file)), "null",
      "A CSV of practices, relative to this file; what it leaves open is drawn. Without it, all practices are drawn."
    ),
    .standard(
      "municipalities", .map(.label, of: .whole(1...mostPractices)), "{}",
      "Practices in each municipality; needed when there is no frame."),
    .standard(
      "gps", .map(sizeSteps, of: .whole(0...mostPractices)), "{}",
      "Practices by number of general practitioners; as many as in the municipalities. Needed when there is no frame."
    ),
    .section(
      "listed_patients_per_gp",
      [
        .standard("mean", patients(from: 1), "1509", "The mean before the tails are cut off, in patients."),
        .standard(
          "cv", .number(NumberRange(lower: 0, upper: 2)), "0.18",
          "Standard deviation divided by mean, before the cut."),
        .standard("smallest", patients(from: 0), "900", "The smallest list, in patients."),
        .standard("largest", patients(from: 1), "2300", "The largest list, in patients."),
      ],
      rules: [.meanWithinLimits],
      "Listed patients per general practitioner: normal, without the tails."),
    .standard(
      "practices_per_cluster", .nullable(.whole(1...10_000)), "null",
      "Practices in a quality cluster, neighbours in the frame; null for no clusters."),
  ]

  private static func patients(from lower: Double) -> Shape {
    .number(NumberRange(lower: lower, upper: 100_000))
  }

  /// The telephones.
  static let telephone: [Field] = [
    .standard("opens", .time, #""08:00""#, "When the telephone day begins."),
    .standard("closes", .time, #""16:00""#, "When it ends; later calls meet the out-of-hours service."),
    .required(
      "staffing",
      .list(
        of: window(
          .required(
            "answered_by", .choice(Answerer.allCases.map(\.rawValue)),
            "Who answers; it decides how long calls last."),
          .required(
            "answerers", bySize(.whole(0...1_000)),
            "People answering at once, or steps by number of GPs: {\"1\": 1, \"3\": 2} is 2 from 3 GPs on.")),
        count: 1...1_000, rules: [.windowsApart]),
      "Who answers when; between and outside these stretches the telephone is off."),
    .standard(
      "lunch",
      .list(
        of: window(.required("share", share, "The share of practices, 0 to 1.")), count: 0...100,
        rules: [.windowsInOrder, .sharesAtMostOne]),
      "[]", "Lunch closings and the share of practices that keep each; no practice keeps two."),
    .standard(
      "last_answer", .map(.time, of: share, rules: [.sharesAddUpToOne]), "{}",
      "When the last personal answer is given, and the share of practices for each; {} for always until it closes."
    ),
    .standard(
      "queue_share", bySize(share), "0",
      "The share of practices with a queue system, 0 to 1, or steps by number of GPs; the others have a busy tone."
    ),
    .section(
      "queue_lines", lines(beyondAnswerers: 3),
      "Lines of a practice with a queue: those talking and those waiting."),
    .section("busy_tone_lines", lines(beyondAnswerers: 0), "Lines of a practice with a busy tone."),
    .standard(
      "acute_line_share", share, "0", "The share of practices with an acute line, 0 to 1."),
    .standard(
      "when_off",
      .list(
        of: window(
          .required(
            "shares",
            .map(
              .choice(OffState.allCases.map(\.rawValue)), of: share, rules: [.notEmpty, .sharesAddUpToOne]),
            "The share of practices in each state, 0 to 1.")),
        count: 0...100, rules: [.windowsApart]),
      "[]",
      "What callers meet while the telephone is off; in stretches left out, a message to the out-of-hours service."
    ),
  ]

  private static func lines(beyondAnswerers: Int) -> [Field] {
    [
      .standard("at_least", .whole(1...10_000), "2", "The fewest lines."),
      .standard(
        "beyond_answerers", .nullable(.whole(0...10_000)), "\(beyondAnswerers)",
        "Lines beyond the largest number of answerers; null for no limit."),
    ]
  }
}
