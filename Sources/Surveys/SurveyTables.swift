internal import SurveyStatistics
package import Tables

/// The tables that the evaluation of a survey writes: every column once.
package enum SurveyTables {
  /// A row of `estimates.csv`.
  package struct EstimateRow: Sendable {
    /// The number of the replication, from 0.
    package var replication: Int
    /// The definition of reached.
    package var definition: String
    /// The rate and what is said beside it.
    package var rate: SurveyRate
    /// How it was estimated.
    package var estimator: RateEstimator
    /// The quantiles of waits, in seconds, where they are asked for.
    package var waits = WaitQuantiles()

    /// Puts a row together.
    package init(replication: Int, definition: String, rate: SurveyRate, estimator: RateEstimator) {
      self.replication = replication
      self.definition = definition
      self.rate = rate
      self.estimator = estimator
    }
  }

  /// Within how many seconds half, and nine tenths, of a group's calls would be answered if none gave up; `nil` where fewer are known to be.
  package struct WaitQuantiles: Equatable, Sendable {
    /// For half.
    package var median: Double?
    /// For nine tenths.
    package var ninetieth: Double?

    /// Creates quantiles; nothing is known unless it is given.
    package init(median: Double? = nil, ninetieth: Double? = nil) {
      (self.median, self.ninetieth) = (median, ninetieth)
    }
  }

  /// Columns of `estimates.csv` that are there only where the user asks for them.
  package struct FurtherEstimates: Equatable, Sendable {
    /// Calls that are not valid, and the rates if all of them had been reached, or none.
    package var bounds = false
    /// How long calls wait.
    package var waits = false
    /// The practices of a group, and how many of them may be unreached.
    package var snapshot = false
    /// Shares drawn towards those of other groups by a model.
    package var model = false
    /// What counts the same in rates over several calls, where it is not the call.
    package var total = SurveyTotal.calls
    /// The columns of the frame to which weights are raked, by name; `nil` where they are not.
    package var raked: String?

    /// None of them.
    package init() {}
  }

  /// `estimates.csv`: one row per replication, definition and group.
  package static let estimates = estimates(with: FurtherEstimates())

  /// `estimates.csv` with further columns.
  package static func estimates(with further: FurtherEstimates) -> RowTable<EstimateRow> {
    RowTable(
      "estimates", primaryKey: ["replication", "definition", "by", "group"],
      [
        .count("replication", "Number of the replication, from 0") { $0.replication },
        .text("definition", "Definition of reached") { $0.definition },
        .text("by", "What the group is made by: slot, pooled, all, or a column of the frame") { $0.rate.by },
        .text("group", "The group") { $0.rate.group },
        .count("calls", "Valid calls") { $0.rate.estimate.calls },
        .count("unreached", "Valid calls that were not reached") { $0.rate.estimate.unreached },
        .share("rate", "Estimated share not reached; empty without a valid call") { $0.rate.estimate.rate },
        .share("standard_error", "Standard error of the rate") { $0.rate.estimate.standardError },
        .share("lower", "Lower bound of the interval") { $0.rate.estimate.interval?.lower },
        .share("upper", "Upper bound of the interval") { $0.rate.estimate.interval?.upper },
        .text("interval", "Method of the interval") { $0.estimator.method(of: $0.rate.estimate).rawValue },
        .share("confidence", "Confidence of the interval, two-sided") { $0.estimator.confidence },
      ],
      further.waits
        ? [
          .number(
            "median_wait_seconds",
            "Wait within which half of the calls would be answered if none gave up (Kaplan and Meier), in seconds",
            .positive, decimals: 3
          ) { $0.waits.median },
          .number(
            "wait_90th_percentile_seconds",
            "Wait within which nine tenths would be answered if none gave up (Kaplan and Meier), in seconds",
            .positive, decimals: 3
          ) { $0.waits.ninetieth },
        ] : [],
      further.bounds
        ? [
          .count("invalid", "Calls that are not valid, beside the denominator") { $0.rate.estimate.invalid },
          .share("rate_if_all_reached", "The rate if every call that is not valid had been reached") {
            $0.rate.bounds?.lower
          },
          .share("rate_if_none_reached", "The rate if none of them had") { $0.rate.bounds?.upper },
        ] : [],
      further.snapshot
        ? [
          .optionalCount("practices", "Practices that the group could hold") { $0.rate.population },
          .optionalCount("unreached_practices_lower", "Fewest practices that may be unreached") {
            $0.rate.unreachedPractices?.lowerBound
          },
          .optionalCount("unreached_practices_upper", "Most practices that may be unreached") {
            $0.rate.unreachedPractices?.upperBound
          },
        ] : [],
      further.model
        ? [
          .share("model_rate", "The share drawn towards the other groups' by a model") { $0.rate.pooledRate },
          .share("model_lower", "Lower bound of the model's interval") { $0.rate.pooledInterval?.lower },
          .share("model_upper", "Upper bound of the model's interval") { $0.rate.pooledInterval?.upper },
        ] : [],
      further.total == .calls
        ? []
        : [
          .text("total", "What counts the same in rates over several calls") { _ in further.total.rawValue }
        ],
      further.raked.map { columns in
        [
          .text("raked", "The frame's columns to which weights are raked") { _ in columns },
          .number(
            "weights_design_effect",
            "Variance that different weights alone would bring, over that of equal ones",
            .positive
          ) { $0.rate.estimate.weightsEffect },
        ]
      } ?? []
    )
  }
}
