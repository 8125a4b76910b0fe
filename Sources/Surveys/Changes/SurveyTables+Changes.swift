internal import SurveyStatistics
package import Tables

extension SurveyTables {
  /// A row of the table that `compare` writes.
  package struct ChangeRow: Sendable {
    /// The definition of reached.
    package var definition: String
    /// The change in one group.
    package var change: SurveyChange
    /// The confidence of its interval.
    package var confidence: Double

    /// Puts a row together.
    package init(definition: String, change: SurveyChange, confidence: Double) {
      self.definition = definition
      self.change = change
      self.confidence = confidence
    }
  }

  /// What else `compare` asks of a change.
  package struct ChangeMargin: Equatable, Sendable {
    /// By how much the follow-up may be worse, or different.
    package var margin: Double
    /// The risk of wrongly saying that it is not, one-sided.
    package var error: Double

    /// Puts a question together.
    package init(margin: Double, error: Double) {
      self.margin = margin
      self.error = error
    }
  }

  /// One row per definition and group, with what is said of a margin where one is asked about.
  package static func changes(within margin: ChangeMargin?) -> RowTable<ChangeRow> {
    RowTable(
      "changes", primaryKey: ["definition", "by", "group"],
      [
        .text("definition", "Definition of reached") { $0.definition },
        .text("by", "What the group is made by: slot, pooled, all, or a column of the frame") {
          $0.change.by
        },
        .text("group", "The group") { $0.change.group },
        .count("baseline_calls", "Valid calls of the baseline") { $0.change.baseline.calls },
        .count("baseline_unreached", "Those not reached") { $0.change.baseline.unreached },
        .share("baseline_rate", "The baseline's share not reached") { $0.change.baseline.rate },
        .count("followup_calls", "Valid calls of the follow-up") { $0.change.followUp.calls },
        .count("followup_unreached", "Those not reached") { $0.change.followUp.unreached },
        .share("followup_rate", "The follow-up's share not reached") { $0.change.followUp.rate },
        .count("shared_practices", "Practices with a valid call in both") { $0.change.sharedPractices },
        .number("change", "The follow-up's share less the baseline's") { $0.change.change },
        .number("lower", "Lower bound of the change") {
          $0.change.interval(confidence: $0.confidence)?.lower
        },
        .number("upper", "Upper bound of the change") {
          $0.change.interval(confidence: $0.confidence)?.upper
        },
        .optionalText("interval", "Method of the interval") { $0.change.intervalName },
        .share("confidence", "Confidence of the interval") { $0.confidence },
        .optionalText("test", "Test of no change") { $0.change.testName },
        .text("alternative", "Which change is looked for") { $0.change.methods.alternative.rawValue },
        .share("p_value", "P-value of no change") { $0.change.pValue },
        .share("adjusted_p_value", "The same after Holm's correction") { $0.change.adjustedPValue },
        .text("conclusion", "better, worse or undecided, at a risk of one less the confidence") {
          $0.change.conclusion(error: 1 - $0.confidence).rawValue
        },
        .share("fisher_p_value", "P-value of Fisher's exact test") { $0.change.fisher },
        .share("boschloo_p_value", "P-value of Boschloo's exact test") { $0.change.boschloo },
        .share("mcnemar_p_value", "P-value of McNemar's mid-p test") { $0.change.mcNemar },
      ],
      margin.map { asked in
        [
          .share("margin", "The margin asked about") { _ in asked.margin },
          .share("error", "The risk of wrongly keeping within it, one-sided") { _ in asked.error },
          RowColumn("not_worse", .boolean, "Whether the follow-up is shown to be not worse by the margin") {
            .truth($0.change.isNotWorse(margin: asked.margin, error: asked.error))
          },
          RowColumn("equivalent", .boolean, "Whether the two are shown to differ by less than the margin") {
            .truth($0.change.isEquivalent(margin: asked.margin, error: asked.error))
          },
        ]
      } ?? [])
  }
}
