internal import SurveyStatistics
package import Tables

extension SurveyTables {
  /// A row of `waits.csv`.
  package struct WaitRow: Sendable {
    /// The number of the replication, from 0.
    package var replication: Int
    /// The waits of a group.
    package var waits: SurveyWaits
    /// The confidence of limits.
    package var confidence: Double

    /// Puts a row together.
    package init(replication: Int, waits: SurveyWaits, confidence: Double) {
      self.replication = replication
      self.waits = waits
      self.confidence = confidence
    }
  }

  /// What `estimate --waits-output` writes: one row per replication and group.
  package static let waits = RowTable<WaitRow>(
    "waits", primaryKey: ["replication", "by", "group"],
    [
      .count("replication", "Number of the replication, from 0") { $0.replication },
      .text("by", "What the group is made by: slot, pooled, all, or a column of the frame") { $0.waits.by },
      .text("group", "The group") { $0.waits.group },
      .count("calls", "Calls that waited for a person and whose wait is known") { $0.waits.calls },
      .count("answered", "Of these, answered by a person, or rung back as promised") { $0.waits.answered },
      .count(
        "censored",
        "Of these, not answered: hold limit, no answer, cut off, or a promise to ring back not kept"
      ) {
        $0.waits.censored
      },
      .count("not_waiting", "Calls that met a message or a busy tone, which no waiting would have changed") {
        $0.waits.notWaiting
      },
      .count("wait_unknown", "Calls that waited, without a wait in the file; they are in no other count") {
        $0.waits.unknown
      },
    ],
    limits(
      "median_wait_seconds", "Wait within which half would be answered if none gave up, in seconds", .positive
    ) {
      $0.median
    },
    limits(
      "wait_90th_percentile_seconds",
      "Wait within which nine tenths would be answered if none gave up, in seconds", .positive
    ) { $0.ninetieth },
    SurveyWaits.limits.enumerated().flatMap { place, seconds in
      limits(
        "answered_within_\(seconds)_seconds", "Share answered within \(seconds) seconds if none gave up",
        .share
      ) { $0.within[place] }
    },
    [
      .choice(
        "variance", "Where limits come from: greenwood, clusters (practices as wholes), or none",
        ["greenwood", "clusters", "none"]
      ) { row in
        switch row.waits.variance {
        case .greenwood: "greenwood"
        case .clusters: "clusters"
        case nil: "none"
        }
      },
      .share("confidence", "Confidence of the limits, two-sided") { $0.confidence },
    ])

  private static func limits(
    _ name: String, _ description: String, _ constraints: Column.Constraints,
    _ part: @escaping @Sendable (SurveyWaits) -> KaplanMeier.Estimate
  ) -> [RowColumn<WaitRow>] {
    [
      .number(name, description, constraints) { part($0.waits).value },
      .number("\(name)_lower", "Lower limit of \(name)", constraints) { part($0.waits).lower },
      .number("\(name)_upper", "Upper limit of \(name)", constraints) { part($0.waits).upper },
    ]
  }
}
