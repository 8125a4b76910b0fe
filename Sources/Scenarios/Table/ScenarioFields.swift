/// The keys of a scenario document: the one place where they are described.
enum ScenarioFields {
  /// The whole document.
  static let root: [Field] = [
    .standard(
      "extends", .nullable(.text(.file)), "null",
      "The scenario file this one starts from, relative to this file; what this file says replaces what that one says."
    ),
    .required(
      "name", .text(.name),
      "The scenario's name, which also names its folder of results; the file's base name when it is absent."),
    .required("title", .text(.line), "A title for tables and reports; the name when it is absent."),
    .standard("description", .text(.prose), #""""#, "What the scenario is, in a few sentences."),
    .standard("seed", .seed, "1", "Where all random numbers come from; `--seed` overrides it."),
    .standard(
      "replications", .whole(1...1_000_000), "1",
      "How many surveys are simulated; `--replications` overrides it."),
    .section("practices", practices, "The practices of the region: how many, where, how large."),
    .section(
      "telephone", telephone,
      "Their telephones: who answers when, how many lines, what happens when it is off."),
    .section("patients", patients, "How patients call, wait and try again."),
    .section("survey", survey, "The survey: whom to ring, when, how, and what counts as reached."),
    .standard(
      "provenance", .map(.path, of: .object(provenance)), "{}",
      "Where each parameter comes from, by its path or the beginning of its path; the longest beginning wins."
    ),
  ]

  /// Keys that say which scenario this is and where it comes from; they are no parameters of it.
  static let labels: Set<String> = [
    "extends", "name", "title", "description", "seed", "replications", "provenance",
  ]

  private static let provenance: [Field] = [
    .required(
      "basis", .choice(Provenance.Basis.allCases.map(\.rawValue)),
      "Observed (published or measured), derived (worked out from what was observed) or assumed."),
    .required("source", .text(.prose), "Who says so, or how it was worked out, or why it is assumed."),
  ]

  // Limits that no region comes near, and that keep every sum and product within the machine's numbers.
  static let mostPractices = 100_000
  static let mostCalls = 2_000_000
  static let secondsPerDay = 86_400.0

  static let share = Shape.number(NumberRange(lower: 0, upper: 1))
  static let wholeSeconds = Shape.whole(0...86_400)
  static let sizeSteps = MapKey.size
}

extension ScenarioFields {
  /// A law of durations.
  static let distribution = Shape.kinds(
    key: "distribution",
    [
      Kind(
        name: "constant",
        fields: [.required("seconds", duration(orZero: true), "The duration, in seconds.")],
        summary: "always the same"),
      Kind(
        name: "exponential", fields: [mean], summary: "exponential"),
      Kind(
        name: "lognormal",
        fields: [
          mean,
          .required(
            "sd_seconds", duration(orZero: true),
            "The standard deviation of the duration itself, not of its logarithm, in seconds."),
        ],
        summary: "lognormal"),
      Kind(
        name: "gamma",
        fields: [mean, .required("sd_seconds", duration(), "The standard deviation, in seconds.")],
        summary: "gamma"),
      Kind(
        name: "weibull",
        fields: [
          .required("scale_seconds", duration(), "The scale, in seconds."),
          .required("shape", .number(NumberRange(lower: 0.1, upper: 100)), "The shape, without a unit."),
        ],
        summary: "Weibull"),
      Kind(
        name: "uniform",
        fields: [
          .required("from_seconds", duration(orZero: true), "The shortest duration, in seconds."),
          .required("to_seconds", duration(orZero: true), "The longest duration, in seconds."),
        ],
        rules: [.boundsInOrder], summary: "uniform between two bounds"),
      Kind(
        name: "empirical",
        fields: [
          .required(
            "values_seconds", .list(of: duration(orZero: true), count: 1...100_000),
            "Durations, each as likely, in seconds.")
        ],
        summary: "one of the listed values, each as likely"),
      Kind(name: "never", fields: [], summary: "longer than any day: endless patience"),
    ])

  private static let mean = Field.required("mean_seconds", duration(), "The mean, in seconds.")

  /// At most a day; the lower limit of a millisecond keeps ratios of two durations within the machine's numbers.
  private static func duration(orZero: Bool = false) -> Shape {
    .number(NumberRange(lower: orZero ? 0 : 0.001, upper: secondsPerDay))
  }

  /// A chance to try again and how long until then.
  static func redial(_ share: Double, meanSeconds: Int) -> [Field] {
    [
      .standard("share", Self.share, "\(share)", "The share of callers who try again, 0 to 1."),
      .standard(
        "delay", distribution,
        #"{"distribution": "lognormal", "mean_seconds": \#(meanSeconds), "sd_seconds": \#(meanSeconds)}"#,
        "The time until they do."),
    ]
  }

  /// A value for every size of practice, or steps by number of GPs.
  static func bySize(_ value: Shape) -> Shape {
    .either([value, .map(sizeSteps, of: value, rules: [.notEmpty])])
  }

  /// A stretch of the day and more.
  static func window(_ fields: Field...) -> Shape {
    .object(
      [
        .required("from", .time, "When it begins."),
        .required("to", .time, "When it ends; this instant is not in it."),
      ] + fields)
  }
}
