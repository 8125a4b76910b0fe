internal import SurveyDesign
internal import TelephoneAccess

extension ScenarioFields {
  /// The survey.
  static let survey: [Field] = [
    .standard(
      "slots",
      .either([
        .list(of: .window, count: 1...1_440, rules: [.windowsApart, .wholeMinutes]),
        .object([
          .required("from", .time, "When the first slot begins."),
          .required("to", .time, "When the last slot ends."),
          .required(
            "minutes", .whole(1...2_880), "The width of a slot, in minutes; the last may be shorter."),
        ]),
      ]),
      #"{"from": "08:00", "to": "16:00", "minutes": 60}"#,
      "The slots in which calls are made, within opening hours: a list, or the day cut into equal parts."),
    .standard(
      "pooled_slots", .list(of: .window, count: 0...100, rules: [.noRepeats]), "[]",
      "Longer stretches whose slots are also reported together, such as \"13:00-15:00\"."),
    .required(
      "days",
      .either([
        .list(of: .date, count: 1...CallPlanner.mostDays, rules: [.noRepeats]),
        .object([
          .required("from", .date, "The first day."),
          .required("to", .date, "The last day."),
          .standard("except", .list(of: .date, count: 0...1_000), "[]", "Days between them without calls."),
        ]),
      ]),
      "The days of the survey: the working days (no weekends, no Danish public holidays) from one day to another, or a list."
    ),
    .standard("sampling", sampling, #"{"design": "census"}"#, "Which practices are rung."),
    .standard(
      "slots_per_practice", .either([.whole(1...1_440), .choice(["all"])]), "1",
      "In how many slots each practice is rung: 1, a number by balanced rotation, or \"all\"."),
    .standard(
      "slots_balanced_by", .nullable(.text(.line)), "null",
      "The column of the frame within whose groups every slot gets equally many practices, such as gps; null for none."
    ),
    .standard(
      "interviewers", .whole(1...CallPlanner.mostInterviewers), "4", "The number of interviewers."),
    .standard(
      "ring_limit_seconds", wholeSeconds, "60",
      "How long it rings before the interviewer hangs up, in seconds."),
    .standard(
      "hold_limit_seconds", wholeSeconds, "900", "How long the interviewer stays in a queue, in seconds."),
    .standard(
      "attempts", .whole(1...100), "1", "The most attempts at one call; 6 is one call and five redials."),
    .standard(
      "attempt_gap_seconds", wholeSeconds, "600",
      "The pause from the end of one attempt to the next, in seconds."),
    .standard(
      "late_calls", .choice(LateRule.allCases.map(\.rawValue)), #""dial-late""#,
      "What becomes of a call for which no interviewer is free in its slot."),
    .standard(
      "follow_referrals", .flag, "false", "Whether the substitute whom a message names is rung too."),
    duration(
      "talk", #"{"distribution": "lognormal", "mean_seconds": 80, "sd_seconds": 45}"#,
      "How long the interviewer talks to whoever answers."),
    duration(
      "message", #"{"distribution": "constant", "seconds": 30}"#,
      "How long an answering machine's message lasts."),
    duration(
      "wrap_up", #"{"distribution": "constant", "seconds": 60}"#,
      "How long the interviewer writes afterwards."),
    .standard("refusal_share", share, "0", "The share of those answering who refuse to take part, 0 to 1."),
    .standard(
      "definitions",
      .list(
        of: .object([
          .required("name", .text(.name), "Its name: small letters, digits and hyphens."),
          .required(
            "dispositions",
            .list(of: .choice(Disposition.allCases.filter(\.isValidCall).map(\.rawValue)), count: 1...16),
            "The outcomes that count as reached."),
          .standard(
            "within_seconds", .nullable(.number(NumberRange(lower: 0, upper: secondsPerDay))), "null",
            "The longest wait that still counts, in seconds; null for any wait."),
        ]),
        count: 0...100),
      "[]", "Definitions of reached beyond agreement, person and person-within=SECONDS."),
    .standard(
      "definition", .text(.line), #""agreement""#,
      "The definition of reached that is used first: agreement, person, person-within=SECONDS or one of your own."
    ),
    .standard(
      "target",
      .nullable(.either([rate, .map(.window, of: rate)])), "null",
      "The share not reached that must not be exceeded, or one for each slot or pooled stretch; null for none."
    ),
    .standard(
      "interval", .choice(intervals), #""wilson""#, "The method by which intervals are computed."),
    .standard(
      "confidence", .number(NumberRange(lower: 0.5, upper: 1, excludesUpper: true)), "0.95",
      "The confidence of intervals."),
  ]

  private static let rate = Shape.number(
    NumberRange(lower: 0, upper: 1, excludesLower: true, excludesUpper: true))

  /// The methods that the statistics know; a test over there holds the two lists together.
  static let intervals = [
    "wilson", "wilson-cc", "clopper-pearson", "mid-p", "jeffreys", "agresti-coull", "logit", "cloglog",
    "likelihood-ratio", "arcsine", "wald", "wald-cc", "hypergeometric", "korn-graubard",
  ]

  private static let practicesToRing = Field.required(
    "practices", .whole(1...mostPractices), "The number of practices in the sample.")

  /// Which practices are rung.
  static let sampling = Shape.kinds(
    key: "design",
    [
      Kind(name: "census", fields: [], summary: "every practice"),
      Kind(name: "simple-random", fields: [practicesToRing], summary: "every set of practices as likely"),
      Kind(
        name: "stratified",
        fields: [
          practicesToRing,
          .standard(
            "strata", .text(.line), #""stratum""#, "The column of the frame whose values are the strata."),
          .standard(
            "division", .choice(["proportional", "equal", "neyman"]), #""proportional""#,
            "How the sample is divided among the strata."),
          .standard(
            "standard_deviations", .map(.label, of: .number(NumberRange(lower: 0, upper: 1_000))), "{}",
            "For Neyman's division, the standard deviation expected within each stratum."),
        ],
        summary: "random samples within strata"),
      Kind(
        name: "systematic",
        fields: [
          practicesToRing,
          .standard(
            "ordered_by", .nullable(.text(.line)), "null",
            "The column by which the frame is ordered first; null for practice numbers alone."),
        ],
        summary: "at even distances in the frame"),
      Kind(
        name: "proportional-to-size",
        fields: [
          practicesToRing,
          .standard(
            "size", .text(.line), #""listed_patients""#,
            "The column of numbers that probabilities are proportional to."),
        ],
        summary: "with probabilities proportional to size, without replacement"),
    ])
}
