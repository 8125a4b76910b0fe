public import SurveyDesign
public import SurveyStatistics
public import Tables

/// What the calls of one group say about a target.
public struct SurveyVerdict: Hashable, Sendable {
  /// The group's rate.
  public var rate: SurveyRate
  /// The greatest share not reached that is still acceptable.
  public var target: Double
  /// The verdict on this group by itself.
  public var verdict: Verdict
  /// The exact p-value of "not above the target": small when the group is shown to fail; `nil` without a call.
  public var pValueOfFailing: Double?
  /// The same after Holm's correction for all groups of the grouping.
  public var adjustedPValueOfFailing: Double?
  /// The exact p-value of "not below the target": small when the group is shown to meet it; `nil` without a call.
  public var pValueOfMeeting: Double?
  /// The rule for the number of calls, or of effective calls; `nil` without a call.
  public var rule: VerdictRule?

  /// The greatest count of the judged calls that meets the target; `nil` for none, and over strata, where no count decides.
  public var meetsIfAtMost: Int? { hasCriticalCounts ? rule?.meetsIfAtMost : nil }

  /// The smallest count of the judged calls that fails the target; `nil` for none, and over strata, where no count decides.
  public var failsIfAtLeast: Int? { hasCriticalCounts ? rule?.failsIfAtLeast : nil }

  /// Whether a count of calls decides: not over several strata, where it matters in which stratum a call was.
  public var hasCriticalCounts: Bool { rate.estimate.overStrata == nil }

  /// Whether the rule is for effective calls, because practices were called several times or have weights.
  public var usesEffectiveCalls: Bool { rate.estimate.effectiveCalls != nil }

  /// The probabilities of meeting, staying undecided and failing at a true share; `nil` without a call.
  public func operatingCharacteristic(atRate share: Double) -> (
    meets: Double, undecided: Double, fails: Double
  )? {
    guard let rule else { return nil }
    let share = min(max(share, 0), 1)
    return (
      rule.probability(of: .meets, atRate: share), rule.probability(of: .undecided, atRate: share),
      rule.probability(of: .fails, atRate: share)
    )
  }
}

/// The verdicts on all groups of one grouping.
public struct SurveyVerdicts: Hashable, Sendable {
  /// The verdicts in the order of the groups.
  public var verdicts: [SurveyVerdict]
  /// The error probability of a single verdict, to either side.
  public var error: Double

  /// Whether the target is shown to be met in every group.
  ///
  /// An intersection–union test (Berger 1982, Technometrics 24:295): every group must meet the target by itself, at the
  /// full error, and no correction is due. A group without a call has not met it.
  public var isMetEverywhere: Bool { !verdicts.isEmpty && verdicts.allSatisfy { $0.verdict == .meets } }

  /// The groups that may be named as failing: the chance of naming any wrongly is at most the error (Holm 1979).
  public var failing: [SurveyVerdict] {
    verdicts.filter { $0.adjustedPValueOfFailing.map { $0 <= error } ?? false }
  }
}

extension SurveyAnalysis {
  /// Judges every group of a grouping against a target with exact binomial tests, rates over strata with the score test over strata.
  ///
  /// Calls that are no independent ones are judged at a smaller number: see `JudgedCalls`.
  public func verdicts(
    _ grouping: SurveyGrouping, _ definition: ReachedDefinition, in replication: SurveyCalls.Replication,
    target: Double, error: Double
  ) -> SurveyVerdicts {
    var verdicts = rates(grouping, definition, in: replication).map {
      Self.verdict($0, target: target, error: error)
    }
    let tested = verdicts.indices.filter { verdicts[$0].pValueOfFailing != nil }
    let adjusted = Multiplicity.holm.adjusted(tested.compactMap { verdicts[$0].pValueOfFailing }) ?? []
    for (place, value) in zip(tested, adjusted) { verdicts[place].adjustedPValueOfFailing = value }
    return SurveyVerdicts(verdicts: verdicts, error: error)
  }

  private static func verdict(_ rate: SurveyRate, target: Double, error: Double) -> SurveyVerdict {
    var result = SurveyVerdict(rate: rate, target: target, verdict: .undecided)
    guard let calls = JudgedCalls(rate.estimate, error: error),
      let rule = VerdictRule(trials: calls.trials, target: target, error: error)
    else { return result }
    result.rule = rule
    result.pValueOfMeeting = calls.pValueOfMeeting(rule)
    result.pValueOfFailing = calls.pValueOfFailing(rule)
    result.verdict = calls.verdict(by: rule)
    return result
  }
}

extension SurveyTables {
  /// Multiples of the target at which the operating characteristic is written.
  public static let targetMultiples: [(name: String, factor: Double)] = [
    ("half_target", 0.5), ("target", 1), ("one_and_a_half_target", 1.5),
  ]

  /// The column names of `verdicts.csv`.
  public static let verdictColumns =
    [
      "replication", "definition", "by", "group", "calls", "unreached", "rate", "target", "verdict",
      "p_value",
      "adjusted_p_value", "p_value_of_meeting", "judged_calls", "meets_if_at_most", "fails_if_at_least",
    ] + targetMultiples.flatMap { ["meets_at_\($0.name)", "undecided_at_\($0.name)", "fails_at_\($0.name)"] }

  /// Appends one row of `verdicts.csv`.
  ///
  /// The critical counts are those of `judged_calls`: the calls themselves, or fewer where calls are not independent.
  public static func append(
    _ verdict: SurveyVerdict, replication: Int, definition: String, using writer: inout CSVWriter,
    to bytes: inout [UInt8]
  ) {
    let estimate = verdict.rate.estimate
    writer.field(replication, to: &bytes)
    for text in [definition, verdict.rate.by, verdict.rate.group] { writer.field(text, to: &bytes) }
    writer.field(estimate.calls, to: &bytes)
    writer.field(estimate.unreached, to: &bytes)
    writer.field(estimate.rate, to: &bytes)
    writer.field(verdict.target, to: &bytes)
    writer.field(verdict.verdict.rawValue, to: &bytes)
    for value in [verdict.pValueOfFailing, verdict.adjustedPValueOfFailing, verdict.pValueOfMeeting] {
      writer.field(value, to: &bytes)
    }
    for count in [verdict.rule?.trials, verdict.meetsIfAtMost, verdict.failsIfAtLeast] {
      writer.field(count, to: &bytes)
    }
    for multiple in targetMultiples {
      let chances = verdict.operatingCharacteristic(atRate: multiple.factor * verdict.target)
      for chance in [chances?.meets, chances?.undecided, chances?.fails] {
        writer.field(chance, decimals: 6, to: &bytes)
      }
    }
    writer.endRow(to: &bytes)
  }
}
