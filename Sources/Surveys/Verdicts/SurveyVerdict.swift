package import SurveyDesign
package import SurveyStatistics
package import Tables

/// What the calls of one group say about a target.
package struct SurveyVerdict: Equatable, Sendable {
  /// The group's rate.
  package var rate: SurveyRate
  /// The greatest share not reached that is still acceptable.
  package var target: Double
  /// The verdict on this group by itself.
  package var verdict: Verdict
  /// The exact p-value of "not above the target": small when the group is shown to fail; `nil` without a call.
  package var pValueOfFailing: Double?
  /// The same after Holm's correction for all groups of the grouping.
  package var adjustedPValueOfFailing: Double?
  /// The exact p-value of "not below the target": small when the group is shown to meet it; `nil` without a call.
  package var pValueOfMeeting: Double?
  /// The rule for the number of calls, or of effective calls; `nil` without a call.
  package var rule: VerdictRule?
  /// The chances of each verdict at the multiples of the target that tables name; none without a call.
  package var chances: [VerdictChances] = []

  /// The greatest count of calls, all weighing alike, that meets the target; `nil` for none, and over strata, where no count decides.
  package var meetsIfAtMost: Int? { hasCriticalCounts ? rule?.meetsIfAtMost : nil }

  /// The smallest count of calls, all weighing alike, that fails the target; `nil` for none, and over strata, where no count decides.
  package var failsIfAtLeast: Int? { hasCriticalCounts ? rule?.failsIfAtLeast : nil }

  /// Whether a count of calls decides: not over several strata, where it matters in which stratum a call was.
  package var hasCriticalCounts: Bool { rate.estimate.overStrata == nil }

  /// Whether the rule is for effective calls, because practices were called several times or have weights.
  package var usesEffectiveCalls: Bool { rate.estimate.effectiveCalls != nil }

  /// The chances of each verdict by a rule, at multiples of its target.
  package static func chances(by rule: VerdictRule) -> [VerdictChances] {
    SurveyTables.targetMultiples.map { multiple in
      VerdictChances(by: rule, atRate: min(max(multiple.factor * rule.target, 0), 1))
    }
  }
}

/// The verdicts on all groups of one grouping.
package struct SurveyVerdicts: Sendable {
  /// The verdicts in the order of the groups.
  package var verdicts: PerGroup<SurveyVerdict>
  /// The error probability of a single verdict, to either side.
  package var error: Double

  /// Whether the target is shown to be met in every group.
  ///
  /// An intersection–union test (Berger 1982, Technometrics 24:295): every group must meet the target by itself, at the
  /// full error, and no correction is due. A group without a call has not met it.
  package var isMetEverywhere: Bool { !verdicts.isEmpty && verdicts.allSatisfy { $0.verdict == .meets } }

  /// The groups that may be named as failing: the chance of naming any wrongly is at most the error (Holm 1979).
  package var failing: [SurveyVerdict] {
    verdicts.filter { $0.adjustedPValueOfFailing.map { $0 <= error } ?? false }
  }
}

extension SurveyAnalysis {
  /// Judges every group of a grouping against a target with exact binomial tests, rates over strata with the score test over strata.
  ///
  /// Calls that are no independent ones are judged at a smaller number: see `JudgedCalls`.
  package func verdicts(
    _ grouping: SurveyGrouping, _ definition: ReachedDefinition, in replication: SurveyCalls.Replication,
    target: Double, error: Double, design: CallDesign? = nil
  ) -> SurveyVerdicts {
    let rates = rates(grouping, definition, in: replication, design: design)
    var book = VerdictBook()
    let pValues = rates.map { book.judge($0, target: target, error: error).pValueOfFailing }
    let adjusted = Multiplicity.holm(pValues.compactMap(\.self)) ?? []
    var next = adjusted.makeIterator()
    let adjustedOfGroup = pValues.map { $0 == nil ? nil : next.next() }
    let verdicts = PerGroup(count: rates.count) { [book] place in
      var book = book
      var verdict = book.judge(rates[place], target: target, error: error)
      verdict.adjustedPValueOfFailing = adjustedOfGroup[place]
      return verdict
    }
    return SurveyVerdicts(verdicts: verdicts, error: error)
  }
}

extension SurveyTables {
  /// Multiples of the target at which the operating characteristic is written.
  package static let targetMultiples: [(name: String, factor: Double)] = [
    ("half_target", 0.5), ("target", 1), ("one_and_a_half_target", 1.5),
  ]

  /// A row of `verdicts.csv`.
  package struct VerdictRow: Sendable {
    /// The number of the replication, from 0.
    package var replication: Int
    /// The definition of reached.
    package var definition: String
    /// What its calls say about the target.
    package var verdict: SurveyVerdict

    /// Puts a row together.
    package init(replication: Int, definition: String, verdict: SurveyVerdict) {
      self.replication = replication
      self.definition = definition
      self.verdict = verdict
    }
  }

  /// `verdicts.csv`: one row per replication, definition and group.
  ///
  /// The critical counts are of the calls, as if all weighed alike, judged as `judged_calls`.
  package static let verdicts = RowTable<VerdictRow>(
    "verdicts", primaryKey: ["replication", "definition", "by", "group"],
    [
      .count("replication", "Number of the replication, from 0") { $0.replication },
      .text("definition", "Definition of reached") { $0.definition },
      .text("by", "What the group is made by") { $0.verdict.rate.by },
      .text("group", "The group") { $0.verdict.rate.group },
      .count("calls", "Valid calls") { $0.verdict.rate.estimate.calls },
      .count("unreached", "Valid calls that were not reached") { $0.verdict.rate.estimate.unreached },
      .share("rate", "Estimated share not reached; empty without a valid call") {
        $0.verdict.rate.estimate.rate
      },
      .share("target", "The greatest share not reached that is still acceptable") { $0.verdict.target },
      .text("verdict", "What the calls say of this group by itself: meets, fails or undecided") {
        $0.verdict.verdict.rawValue
      },
      .share("p_value", "Of \"not above the target\": small when the group is shown to fail") {
        $0.verdict.pValueOfFailing
      },
      .share("adjusted_p_value", "The same after Holm's correction for all groups") {
        $0.verdict.adjustedPValueOfFailing
      },
      .share("p_value_of_meeting", "Of \"not below the target\": small when the group is shown to meet it") {
        $0.verdict.pValueOfMeeting
      },
      .optionalCount("judged_calls", "Independent calls that would be as precise") {
        $0.verdict.rule?.trials
      },
      .optionalCount("meets_if_at_most", "The target is met with so many calls unreached, or fewer") {
        $0.verdict.meetsIfAtMost
      },
      .optionalCount("fails_if_at_least", "The target is failed with so many calls unreached, or more") {
        $0.verdict.failsIfAtLeast
      },
    ],
    targetMultiples.enumerated().flatMap { chances($1.name, $1.factor, place: $0) })

  /// The chances of each verdict at a multiple of the target.
  private static func chances(_ name: String, _ factor: Double, place: Int) -> [RowColumn<VerdictRow>] {
    @Sendable func chance(_ row: VerdictRow) -> VerdictChances? {
      row.verdict.chances.indices.contains(place) ? row.verdict.chances[place] : nil
    }
    return [
      .share(
        "meets_at_\(name)", "Chance of the verdict meets at a true share of \(factor) targets", decimals: 6
      ) { chance($0)?.meets },
      .share("undecided_at_\(name)", "Chance of the verdict undecided there", decimals: 6) {
        chance($0)?.undecided
      },
      .share("fails_at_\(name)", "Chance of the verdict fails there", decimals: 6) { chance($0)?.fails },
    ]
  }
}
