package import Tables

extension StudyTables {
  private static let errorOfMean = "Its Monte Carlo standard error; empty for a single replication"
  private static let errorOfDifferences =
    "Its Monte Carlo standard error, from differences within replications; empty for a single one"
  private static let errorOfSpread =
    "Its Monte Carlo standard error, as for normal estimates; empty for a single replication"
  private static let errorOfShare = "Its Monte Carlo standard error, by Agresti and Coull's plus four"

  /// `summary.csv`: one row per definition and group, over replications.
  package static let summary = RowTable<SummaryRow>(
    "summary", primaryKey: ["definition", "by", "group"],
    [
      .text("definition", "Definition of reached") { $0.definition },
      .text("by", "What the group is made by: slot, pooled or all") { $0.group.by },
      .text("group", "The group") { $0.group.label },
      .count("replications", "Replications with an estimate") { $0.row.replications },
      .share("target", "Share not reached that must not be exceeded; empty for none") { $0.group.target },
    ],
    mean("truth", "True share not reached under the survey's protocol", "Its Monte Carlo standard error") {
      $0.row.truth
    },
    mean("mean_estimate", "Mean of the estimates", errorOfMean) {
      MonteCarloMean(value: $0.row.meanEstimate, standardError: $0.row.meanEstimateStandardError)
    },
    mean(
      "bias", "Mean estimate less truth: what sampling, slots and lateness do", errorOfDifferences, .init()
    ) { MonteCarloMean(value: $0.row.bias, standardError: $0.row.biasStandardError) },
    mean(
      "protocol_bias",
      "Truth less the truth for a caller who waits for ever and rings once: what limits and attempts do",
      errorOfDifferences, .init()
    ) { $0.row.protocolBias },
    mean("sd", "Standard deviation of the estimates", errorOfSpread) { $0.row.standardDeviation },
    mean("rmse", "Root of the mean square error of the estimates", errorOfSpread) {
      $0.row.rootMeanSquareError
    },
    mean("coverage", "Share of intervals that cover the truth", errorOfShare) { $0.row.coverage },
    mean("mean_width", "Mean width of the intervals", errorOfMean) { $0.row.width },
    mean("p_meets", "Share of replications with the verdict meets; empty without a target", errorOfShare) {
      $0.row.meets
    },
    mean("p_undecided", "Share of replications with the verdict undecided", errorOfShare) {
      $0.row.undecided
    },
    mean("p_fails", "Share of replications with the verdict fails", errorOfShare) { $0.row.fails },
    mean(
      "p_false_verdict",
      "Share of replications with a wrong verdict: meets though the truth is not below the target, or fails though it is not above",
      errorOfShare
    ) { $0.row.falseVerdict },
    mean("late_share", "Share of calls dialled a minute or more late", errorOfMean) { $0.row.late },
    mean("not_attempted_share", "Share of calls never dialled", errorOfMean) { $0.row.notAttempted },
    mean(
      "interviewer_hours", "Mean hours of interviewers on calls and writing up, in the row of all calls",
      errorOfMean, .init(), errorConstraints: .init()
    ) { $0.interviewerHours },
    mean(
      "days_used", "Mean number of days with a call, in the row of all calls", errorOfMean, .init(),
      errorConstraints: .init()
    ) { $0.daysUsed })

  /// A row of `summary.csv`.
  package struct SummaryRow: Sendable {
    var definition: String
    var group: StudyOutline.Group
    var row: DiagnosisRow
    /// In the row of all calls.
    var interviewerHours: MonteCarloMean?
    /// In the row of all calls.
    var daysUsed: MonteCarloMean?
  }

  /// The rows of `summary.csv`.
  package static func summaryRows(of result: RegionalResult) -> [SummaryRow] {
    result.outline.definitions.enumerated().flatMap { place, definition in
      result.outline.groups.prefix(result.outline.estimated).enumerated().compactMap { number, group in
        guard let row = result.summary(definition: place, group: number) else { return nil }
        let isAll = group.by == "all"
        return SummaryRow(
          definition: definition, group: group, row: row,
          interviewerHours: isAll ? result.interviewerHours : nil,
          daysUsed: isAll ? result.daysUsed : nil)
      }
    }
  }
}
