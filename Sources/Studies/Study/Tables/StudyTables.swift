internal import Scenarios
package import SurveyDesign
package import Surveys
package import Tables
internal import TelephoneAccess

/// The tables that a study writes: every column once, and the rows of a result.
package enum StudyTables {
  /// `truth.csv`: one row per definition and group; of several regions the last columns say how much they differ.
  package static func truth(regions: Int) -> RowTable<TruthRow> {
    RowTable(
      "truth", primaryKey: ["definition", "by", "group"],
      [
        .text("definition", "Definition of reached") { $0.definition },
        .text("by", "What the group is made by: slot, pooled, all, or a column of the frame") { $0.group.by },
        .text("group", "The group") { $0.group.label },
      ],
      mean(
        "rate", "True share not reached under the survey's protocol, every slot with the same weight",
        "Monte Carlo standard error of the rate", errorName: "monte_carlo_se"
      ) { $0.truth },
      mean(
        "open_rate", "True share not reached by a caller who waits for ever and rings once",
        "Monte Carlo standard error of the open rate", errorName: "open_monte_carlo_se"
      ) { $0.openTruth },
      TrafficQuantile.allCases.enumerated().flatMap { place, quantile in
        mean(
          quantile.rawValue, "\(quantile.description), of probes; empty for columns of the frame",
          "Monte Carlo standard error of \(quantile.rawValue), from those of single replications", .positive,
          errorConstraints: .positive, decimals: 3
        ) { $0.waits[place] }
      },
      regions > 1 ? regionalColumns : [])
  }

  private static let regionalColumns: [RowColumn<TruthRow>] = [
    .count("regions", "Regions that the rates are means over") { $0.regions },
    .share(
      "between_regions_sd", "Standard deviation of the rate between regions, Monte Carlo error taken off",
      decimals: 6
    ) { $0.spread?.standardDeviation },
    .share("lowest_region", "The lowest rate of a region", decimals: 6) { $0.spread?.lowest },
    .share("highest_region", "The highest rate of a region", decimals: 6) { $0.spread?.highest },
  ]

  /// A row of `truth.csv`.
  package struct TruthRow: Sendable {
    var definition: String
    var group: StudyOutline.Group
    var truth: MonteCarloMean
    var openTruth: MonteCarloMean?
    /// By ``TrafficQuantile/allCases``.
    var waits: [MonteCarloMean?]
    var regions: Int
    var spread: RegionalSpread?
  }

  /// The rows of `truth.csv`.
  package static func truthRows(of result: RegionalResult) -> [TruthRow] {
    let waits = result.outline.groups.indices.map { group in
      TrafficQuantile.allCases.map { result.wait($0, group: group) }
    }
    return result.outline.definitions.enumerated().flatMap { place, definition in
      result.outline.groups.enumerated().compactMap { number, group in
        guard let truth = result.truth(place, number) else { return nil }
        return TruthRow(
          definition: definition, group: group, truth: truth.mean,
          openTruth: result.openTruth(place, number)?.mean, waits: waits[number],
          regions: result.regions.count, spread: truth.spread)
      }
    }
  }

  /// Two columns, of six decimals if nothing else is said: a mean over replications, and its Monte Carlo standard error; both empty where there is none.
  static func mean<Row>(
    _ name: String, _ description: String, _ error: String, errorName: String? = nil,
    _ constraints: Column.Constraints = .share, errorConstraints: Column.Constraints = .share,
    decimals: Int = 6, cell: @escaping @Sendable (Row) -> MonteCarloMean?
  ) -> [RowColumn<Row>] {
    [
      .number(name, description, constraints, decimals: decimals) { cell($0)?.value },
      .number(errorName ?? "\(name)_se", error, errorConstraints, decimals: decimals) {
        cell($0)?.standardError
      },
    ]
  }
}

extension StudyTables {
  /// A row of `estimates.csv`, and the number of its region.
  package struct RegionalEstimateRow: Sendable {
    var row: SurveyTables.EstimateRow
    var region: Int
  }

  /// `estimates.csv` of so many regions: where there are several, the last column says which.
  package static func estimates(regions: Int) -> RowTable<RegionalEstimateRow> {
    var further = SurveyTables.FurtherEstimates()
    further.waits = true
    let column = RowColumn<RegionalEstimateRow>.count("region", "Number of the region, from 0") { $0.region }
    return SurveyTables.estimates(with: further).within(
      adding: regions > 1 ? [column] : [], key: regions > 1 ? ["region"] : []
    ) { $0.row }
  }

  /// The rows of one replication of a region in `estimates.csv`.
  package static func estimateRows(
    of replicate: Replicate, of study: Study, region: Int
  ) -> [RegionalEstimateRow] {
    estimateRows(of: replicate, of: study).map { RegionalEstimateRow(row: $0, region: region) }
  }

  /// The rows of one replication in `estimates.csv`.
  package static func estimateRows(of replicate: Replicate, of study: Study) -> [SurveyTables.EstimateRow] {
    let waits = study.waits(of: replicate.outcomes)
    return zip(study.outline.definitions, replicate.estimates).flatMap { definition, estimates in
      zip(study.groups, estimates).enumerated().map { place, both in
        let (group, estimate) = both
        var row = SurveyTables.EstimateRow(
          replication: Int(clamping: replicate.number), definition: definition,
          rate: SurveyRate(by: group.by, group: group.label, estimate: estimate), estimator: study.estimator)
        row.waits = waits[place]
        return row
      }
    }
  }

  /// Appends what the interviewers of one replication wrote down to `calls.csv`; the writer has rounds if the survey has several.
  package static func append(
    _ replicate: Replicate, of study: Study, using writer: inout CallRecordWriter, to bytes: inout [UInt8]
  ) {
    let frame = study.population.frame
    for attempt in replicate.fieldwork.attempts {
      writer.append(
        CallRecord(
          replication: Int(clamping: replicate.number), practice: frame.practices[attempt.practice].id,
          slot: study.scenario.survey.slots.slots[attempt.slot], date: attempt.date, round: attempt.round,
          attempt: attempt.attempt,
          due: TimeOfDay(milliseconds: attempt.due),
          dialled: attempt.dialled.map { TimeOfDay(milliseconds: $0) }, disposition: attempt.disposition,
          waitSeconds: attempt.dialled == nil ? nil : Double(attempt.wait) / 1000,
          interviewer: "\(attempt.interviewer + 1)"), to: &bytes)
    }
  }
}
