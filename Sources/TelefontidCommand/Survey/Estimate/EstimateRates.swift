import Dispatch
import Surveys
import Synchronization

/// The rates that `estimate` writes and prints.
///
/// Those of the first replication come twice, in the file and in the tables. So they are worked out beforehand, of all rules at the same
/// time, and kept; unless their groups are so many that they are worked out one by one whenever they are asked for (`PerGroup`).
struct EstimateRates {
  /// The rates of every grouping under one rule, and the design of which their groups are domains.
  typealias OfRule = (design: CallDesign, rates: [PerGroup<SurveyRate>])

  let analysis: SurveyAnalysis
  let groupings: [SurveyGrouping]
  private let rules: [RealSurvey.Rule]
  private let pools: Bool
  private let kept: [OfRule?]
  private let keptNumber: Int?

  init(_ survey: RealSurvey, _ analysis: SurveyAnalysis, _ groupings: [SurveyGrouping], pools: Bool) {
    self.analysis = analysis
    self.groupings = groupings
    self.pools = pools
    let rules = survey.rules
    self.rules = rules
    guard let first = survey.replications.first,
      groupings.allSatisfy({ PerGroup<SurveyRate>.keeps($0.labels.count) })
    else {
      (kept, keptNumber) = ([], nil)
      return
    }
    let found = Mutex([OfRule?](repeating: nil, count: rules.count))
    DispatchQueue.concurrentPerform(iterations: rules.count) { number in
      let own = Self.rates(analysis, groupings, rules[number], in: first, pools: pools)
      found.withLock { $0[number] = own }
    }
    (kept, keptNumber) = (found.withLock { $0 }, first.number)
  }

  /// The rates of a replication under a rule, by the rule's place.
  func rates(ofRule number: Int, in replication: SurveyCalls.Replication) -> OfRule {
    if replication.number == keptNumber, let own = kept[number] { return own }
    return Self.rates(analysis, groupings, rules[number], in: replication, pools: pools)
  }

  private static func rates(
    _ analysis: SurveyAnalysis, _ groupings: [SurveyGrouping], _ rule: RealSurvey.Rule,
    in replication: SurveyCalls.Replication, pools: Bool
  ) -> OfRule {
    let design = analysis.design(rule.definition, in: replication)
    return (
      design,
      groupings.map {
        analysis.rates($0, rule.definition, in: replication, pools: pools, design: design)
      }
    )
  }
}
