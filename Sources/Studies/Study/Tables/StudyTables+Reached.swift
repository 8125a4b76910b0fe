package import Tables

extension StudyTables {
  /// `reached.csv`: one row per definition and step, over replications; of surveys in several rounds only.
  package static let reached = RowTable<ReachedRow>(
    "reached", primaryKey: ["definition", "by", "group"],
    [
      .text("definition", "Definition of reached") { $0.definition },
      .text("by", "What the group is: attempt or round in which calls reached their practice, or way") {
        $0.step.by.rawValue
      },
      .text(
        "group", "The number of the attempt or round; or first-attempt, after-redialling, never"
      ) { $0.step.label },
    ],
    mean(
      "share", "Share of valid calls that reached their practice there, the mean over replications",
      "Its Monte Carlo standard error; empty for a single replication", errorName: "monte_carlo_se"
    ) { $0.share })

  /// A row of `reached.csv`.
  package struct ReachedRow: Sendable {
    var definition: String
    var step: ReachingStep
    var share: MonteCarloMean
  }

  /// The rows of `reached.csv`; none for a survey of one round.
  package static func reachedRows(of result: RegionalResult) -> [ReachedRow] {
    result.outline.definitions.enumerated().flatMap { place, definition in
      result.outline.steps.enumerated().compactMap { number, step in
        result.reachedBy(definition: place, step: number).map {
          ReachedRow(definition: definition, step: step, share: $0)
        }
      }
    }
  }
}
