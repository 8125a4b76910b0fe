internal import TelephoneAccess

extension Form<DurationDistribution> {
  /// A law of durations.
  static let duration: Form = kinds(
    "distribution", DurationParts(),
    [
      KindForm(
        name: "constant",
        keys: [.required("seconds", \.seconds, seconds(from: 0), "The duration, in seconds.")],
        summary: "always the same", make: { .constant(seconds: $0.seconds) },
        parts: { if case .constant(let seconds) = $0 { DurationParts(seconds: seconds) } else { nil } }),
      KindForm(
        name: "exponential", keys: [mean], summary: "exponential", make: { .exponential(mean: $0.mean) },
        parts: { if case .exponential(let mean) = $0 { DurationParts(mean: mean) } else { nil } }),
      KindForm(
        name: "lognormal",
        keys: [
          mean,
          .required(
            "sd_seconds", \.sd, seconds(from: 0),
            "The standard deviation of the duration itself, not of its logarithm, in seconds."),
        ],
        summary: "lognormal", make: { .lognormal(mean: $0.mean, sd: $0.sd) },
        parts: {
          if case .lognormal(let mean, let sd) = $0 { DurationParts(mean: mean, sd: sd) } else { nil }
        }),
      KindForm(
        name: "gamma",
        keys: [mean, .required("sd_seconds", \.sd, seconds(), "The standard deviation, in seconds.")],
        summary: "gamma", make: { .gamma(mean: $0.mean, sd: $0.sd) }),
      KindForm(
        name: "weibull",
        keys: [
          .required("scale_seconds", \.scale, seconds(), "The scale, in seconds."),
          .required("shape", \.shape, .number(0.1, to: 100), "The shape, without a unit."),
        ],
        summary: "Weibull", make: { .weibull(scale: $0.scale, shape: $0.shape) }),
      KindForm(
        name: "uniform",
        keys: [
          .required("from_seconds", \.from, seconds(from: 0), "The shortest duration, in seconds."),
          .required("to_seconds", \.to, seconds(from: 0), "The longest duration, in seconds."),
        ],
        rules: [.boundsInOrder], summary: "uniform between two bounds",
        make: { .uniform(from: $0.from, to: $0.to) }),
      KindForm(
        name: "empirical",
        keys: [
          .required(
            "values_seconds", \.values, .list(of: seconds(from: 0), count: 1...100_000),
            "Durations, each as likely, in seconds.")
        ],
        summary: "one of the listed values, each as likely", make: { .empirical($0.values) }),
      KindForm(
        name: "never", keys: [], summary: "longer than any day: endless patience", make: { _ in .never }),
    ])

  private static var mean: Key<DurationParts> {
    .required("mean_seconds", \.mean, seconds(), "The mean, in seconds.")
  }

  /// At most a day; the lower limit of a millisecond keeps ratios of two durations within the machine's numbers.
  private static func seconds(from lower: Double = 0.001) -> Form<Double> {
    .number(lower, to: ScenarioFields.secondsPerDay)
  }
}

/// The parameters of the laws of durations.
private struct DurationParts {
  var seconds = 0.0
  var mean = 0.0
  var sd = 0.0
  var scale = 0.0
  var shape = 0.0
  var from = 0.0
  var to = 0.0
  var values: [Double] = []
}
