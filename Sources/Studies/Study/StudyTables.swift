internal import Randomness
internal import Scenarios
public import SurveyDesign
internal import Surveys
public import Tables
internal import TelephoneAccess

/// The tables that a study writes: what stands in each column, and how a row is written.
public enum StudyTables {
  private static func perDay(_ name: String, _ description: String) -> Column {
    Column(
      name, .number, "\(description), per practice-day rung or probed",
      .init(required: true, minimum: .integer(0))
    )
  }

  /// `traffic.csv`: one row per slot.
  public static let traffic = TableSchema(
    name: "traffic",
    columns: [
      Column("slot", .string, "Slot in which the call was dialled; outside, for other times; all", .required),
      perDay("fresh_calls", "Patients' first tries"),
      perDay("redials", "Patients' later tries"),
      perDay("answered", "Calls answered by a person"),
      perDay("abandoned", "Callers who waited, or let it ring, and hung up"),
      perDay("blocked", "Busy tones"),
      perDay("balked", "Callers who hung up at the queue message"),
      perDay("off", "Calls that met a message or rang out"),
      perDay("still_waiting", "Callers without an answer when the simulated day was over"),
      perDay("forwarded", "Calls forwarded to a partner, whatever came of them"),
      perDay("displaced_to_out_of_hours", "Failing callers who turned to the out-of-hours service"),
      Column(
        "mean_wait_seconds", .number, "Mean wait of the calls answered, in seconds",
        .init(minimum: .integer(0))),
      .share(
        "answered_within_target",
        "Share answered within target, of calls that met a staffed telephone or an acute line"),
      .share("occupancy", "Share of answerers' time on duty spent on the telephone", maximum: nil),
    ], primaryKey: ["slot"])

  /// `truth.csv`: one row per definition and group.
  public static let truth = TableSchema(
    name: "truth",
    columns: [
      Column("definition", .string, "Definition of reached", .required),
      Column(
        "by", .string, "What the group is made by: slot, pooled, all, or a column of the frame", .required),
      Column("group", .string, "The group", .required),
      .share("rate", "True share not reached under the survey's protocol, every slot with the same weight"),
      .share("monte_carlo_se", "Monte Carlo standard error of the rate"),
      .share("open_rate", "True share not reached by a caller who waits for ever and rings once"),
      .share("open_monte_carlo_se", "Monte Carlo standard error of the open rate"),
    ], primaryKey: ["definition", "by", "group"])

  private static let errorOfMean = "Its Monte Carlo standard error; empty for a single replication"
  private static let errorOfDifferences =
    "Its Monte Carlo standard error, from differences within replications; empty for a single one"
  private static let errorOfSpread =
    "Its Monte Carlo standard error, as for normal estimates; empty for a single replication"
  private static let errorOfShare = "Its Monte Carlo standard error, by Agresti and Coull's plus four"

  /// `summary.csv`: one row per definition and group, over replications.
  public static let summary = TableSchema(
    name: "summary",
    columns: [
      Column("definition", .string, "Definition of reached", .required),
      Column("by", .string, "What the group is made by: slot, pooled or all", .required),
      Column("group", .string, "The group", .required),
      .count("replications", "Replications with an estimate"),
      .share("target", "Share not reached that must not be exceeded; empty for none"),
      .share("truth", "True share not reached under the survey's protocol"),
      .share("truth_se", "Its Monte Carlo standard error"),
      .share("mean_estimate", "Mean of the estimates"),
      .share("mean_estimate_se", errorOfMean),
      Column("bias", .number, "Mean estimate less truth: what sampling, slots and lateness do"),
      .share("bias_se", errorOfDifferences),
      Column(
        "protocol_bias", .number,
        "Truth less the truth for a caller who waits for ever and rings once: what limits and attempts do"),
      .share("protocol_bias_se", errorOfDifferences),
      .share("sd", "Standard deviation of the estimates"),
      .share("sd_se", errorOfSpread),
      .share("rmse", "Root of the mean square error of the estimates"),
      .share("rmse_se", errorOfSpread),
      .share("coverage", "Share of intervals that cover the truth"),
      .share("coverage_se", errorOfShare),
      .share("mean_width", "Mean width of the intervals"),
      .share("mean_width_se", errorOfMean),
      .share("p_meets", "Share of replications with the verdict meets; empty without a target"),
      .share("p_meets_se", errorOfShare),
      .share("p_undecided", "Share of replications with the verdict undecided"),
      .share("p_undecided_se", errorOfShare),
      .share("p_fails", "Share of replications with the verdict fails"),
      .share("p_fails_se", errorOfShare),
      .share(
        "p_false_verdict",
        "Share of replications with a wrong verdict: meets though the truth is not below the target, or fails though it is not above"
      ),
      .share("p_false_verdict_se", errorOfShare),
      .share("late_share", "Share of calls dialled a minute or more late"),
      .share("late_share_se", errorOfMean),
      .share("not_attempted_share", "Share of calls never dialled"),
      .share("not_attempted_share_se", errorOfMean),
      Column(
        "interviewer_hours", .number,
        "Mean hours of interviewers on calls and writing up, in the row of all calls"),
      Column("interviewer_hours_se", .number, errorOfMean),
      Column("days_used", .number, "Mean number of days with a call, in the row of all calls"),
      Column("days_used_se", .number, errorOfMean),
    ], primaryKey: ["definition", "by", "group"])

  /// Appends the rows of `truth.csv`.
  public static func appendTruth(
    of result: StudyResult, using writer: inout CSVWriter, to bytes: inout [UInt8]
  ) {
    for (place, definition) in result.outline.definitions.enumerated() {
      for (number, group) in result.outline.groups.enumerated() {
        guard let truth = result.truth.truth(place, number) else { continue }
        for text in [definition, group.by, group.label] { writer.field(text, to: &bytes) }
        for value in [truth, result.truth.openTruth(place, number)] {
          append(value, using: &writer, to: &bytes)
        }
        writer.endRow(to: &bytes)
      }
    }
  }

  /// Appends the rows of `summary.csv`.
  public static func appendSummary(
    of result: StudyResult, using writer: inout CSVWriter, to bytes: inout [UInt8]
  ) {
    for (place, definition) in result.outline.definitions.enumerated() {
      for (number, group) in result.outline.groups.prefix(result.outline.estimated).enumerated() {
        guard let row = result.summary(definition: place, group: number) else { continue }
        for text in [definition, group.by, group.label] { writer.field(text, to: &bytes) }
        writer.field(row.replications, to: &bytes)
        writer.field(group.target, to: &bytes)
        for value in [
          row.truth.value, row.truth.standardError, row.meanEstimate, row.meanEstimateStandardError, row.bias,
          row.biasStandardError,
        ] {
          writer.field(value, decimals: 6, to: &bytes)
        }
        let isAll = group.by == "all"
        for value in [
          row.protocolBias, row.standardDeviation, row.rootMeanSquareError, row.coverage, row.width,
          row.meets,
          row.undecided, row.fails, row.falseVerdict, row.late, row.notAttempted,
          isAll ? MonteCarloMean(result.diagnosis.interviewerHours) : nil,
          isAll ? MonteCarloMean(result.diagnosis.daysUsed) : nil,
        ] {
          append(value, using: &writer, to: &bytes)
        }
        writer.endRow(to: &bytes)
      }
    }
  }

  /// Appends a mean and its standard error; two empty fields for nil.
  private static func append(
    _ mean: MonteCarloMean?, using writer: inout CSVWriter, to bytes: inout [UInt8]
  ) {
    writer.field(mean?.value, decimals: 6, to: &bytes)
    writer.field(mean?.standardError, decimals: 6, to: &bytes)
  }

  /// Appends the estimates of one replication to `estimates.csv`.
  public static func append(
    _ replicate: Replicate, of study: Study, using writer: inout CSVWriter, to bytes: inout [UInt8]
  ) {
    for (definition, estimates) in zip(study.outline.definitions, replicate.estimates) {
      for (group, estimate) in zip(study.groups, estimates) {
        SurveyTables.append(
          estimate, replication: Int(clamping: replicate.number), definition: definition, by: group.by,
          group: group.label, estimator: study.estimator, using: &writer, to: &bytes)
        writer.endRow(to: &bytes)
      }
    }
  }

  /// Appends the rows of `traffic.csv`.
  public static func append(_ traffic: TrafficSummary, using writer: inout CSVWriter, to bytes: inout [UInt8])
  {
    let days = Double(max(traffic.practiceDays, 1))
    for row in traffic.rows {
      let counts = row.counts
      writer.field(row.label, to: &bytes)
      for count in [
        counts.freshCalls, counts.redials, counts.answered, counts.abandoned, counts.blocked, counts.balked,
        counts.off, counts.stillWaiting, counts.forwarded, counts.displaced,
      ] {
        writer.field(Double(count) / days, decimals: 6, to: &bytes)
      }
      writer.field(counts.meanWaitSeconds, decimals: 3, to: &bytes)
      writer.field(counts.answeredWithinTargetShare, decimals: 6, to: &bytes)
      writer.field(counts.occupancy, decimals: 6, to: &bytes)
      writer.endRow(to: &bytes)
    }
  }

  /// Appends what the interviewers of one replication wrote down to `calls.csv`.
  public static func append(
    _ replicate: Replicate, of study: Study, using writer: inout CallRecordWriter, to bytes: inout [UInt8]
  ) {
    let frame = study.population.frame
    for attempt in replicate.fieldwork.attempts {
      writer.append(
        CallRecord(
          replication: Int(clamping: replicate.number), practice: frame.practices[attempt.practice].id,
          slot: study.scenario.survey.slots.slots[attempt.slot], date: attempt.date, attempt: attempt.attempt,
          due: TimeOfDay(milliseconds: attempt.due),
          dialled: attempt.dialled.map { TimeOfDay(milliseconds: $0) }, disposition: attempt.disposition,
          waitSeconds: attempt.dialled == nil ? nil : Double(attempt.wait) / 1000,
          interviewer: "\(attempt.interviewer + 1)"), to: &bytes)
    }
  }
}
