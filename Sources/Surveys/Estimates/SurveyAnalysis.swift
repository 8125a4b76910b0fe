package import SurveyDesign
package import SurveyStatistics

/// What an estimate is an estimate of.
package enum SurveyEstimand: Equatable, Sendable {
  /// The long-run share not reached. With a number of practices and ρ, the share of the variance between practices,
  /// one call per practice is a little more precise than independent calls.
  case service(practices: Int?, betweenShare: Double)
  /// The share of a finite number of practices that was not reached when they were called; `nil` for the frame's number.
  case snapshot(practices: Int?)
}

/// The rate of one group of a survey, and all that is said beside it.
package struct SurveyRate: Equatable, Sendable {
  /// What the group is made by.
  package var by: String
  /// The group.
  package var group: String
  /// The estimate.
  package var estimate: RateEstimate
  /// The rate if every call that is not valid had been reached, and if none had; `nil` without a call.
  package var bounds: ConfidenceInterval?
  /// Practices that the group could hold; `nil` where it is not known.
  package var population: Int?
  /// How many practices the snapshot's interval allows to be unreached; `nil` for a service rate.
  package var unreachedPractices: ClosedRange<Int>?
  /// The share drawn towards the other groups' by a model, beside the direct estimate; `nil` unless asked for.
  package var pooledRate: Double?
  /// The model's interval.
  package var pooledInterval: ConfidenceInterval?

  /// A rate with nothing beside it but what is given.
  package init(
    by: String, group: String, estimate: RateEstimate, bounds: ConfidenceInterval? = nil,
    population: Int? = nil
  ) {
    self.by = by
    self.group = group
    self.estimate = estimate
    self.bounds = bounds
    self.population = population
  }

  /// Calls below which a rate says next to nothing: a 95 % interval then spans more than a quarter of the scale.
  package static let fewCalls = 10

  /// Whether the group is too small to mean anything by itself.
  package var isSmall: Bool { estimate.calls < Self.fewCalls }
}

/// What becomes of the calls that are not valid.
package enum InvalidCalls: String, Equatable, Sendable, CaseIterable {
  /// Each stratum keeps the weight of all its calls: the valid ones stand for those that are not.
  case madeGood = "made-good"
  /// They leave the sample, and with them their stratum's share of it.
  case leftOut = "left-out"
}

/// Estimates rates from the calls of a file, as a simulated survey's are estimated.
package struct SurveyAnalysis: Sendable {
  /// The calls.
  package let calls: SurveyCalls
  /// The frame, with weights and strata; `nil` when every practice counts the same.
  package let frame: Frame?
  /// How rates are estimated.
  package let estimator: RateEstimator
  /// What is estimated.
  package let estimand: SurveyEstimand
  /// What counts the same in rates over several calls.
  package let total: SurveyTotal
  /// What becomes of calls that are not valid where there are strata.
  package let invalidCalls: InvalidCalls
  /// What weights are raked to; `nil` for weights as they are.
  package let margins: RakedMargins?

  let weights: [Double]
  let strata: [Int]
  /// Whether all practices called weigh alike.
  private let hasEqualWeights: Bool
  /// The names of the strata by their numbers.
  let strataNames: [String]
  let numberOfStratum: [String: Int]
  /// The stratum of each practice by its name.
  let strataLabels: [String]

  /// Puts calls and frame together.
  ///
  /// Totals over patients need a frame in which every practice that was called has patients
  /// (``practicesWithoutPatients``), totals over hours slots that do not overlap. Calls that are not valid are made good within their
  /// strata unless anything else is said, or the file has different weights of its own: these may have been made for its valid calls.
  /// Weights are raked as the last of all, to columns that the frame must have; not in totals over hours.
  package init(
    _ calls: SurveyCalls, frame: Frame?, estimator: RateEstimator,
    estimand: SurveyEstimand = .service(practices: nil, betweenShare: 0), total: SurveyTotal = .calls,
    invalidCalls: InvalidCalls? = nil, rakedTo columns: [String] = []
  ) {
    margins = columns.isEmpty ? nil : frame.flatMap { RakedMargins(columns, of: $0, total: total) }
    self.invalidCalls = invalidCalls ?? (calls.hasDifferentWeights ? .leftOut : .madeGood)
    self.calls = calls
    self.frame = frame
    self.estimator = estimator
    self.estimand = estimand
    self.total = total
    // What a drawn call list says of its own sample is known better than what the frame says of everybody.
    let practiceWeights =
      calls.weights ?? frame?.practices.map(\.weight) ?? [Double](repeating: 1, count: calls.practices.count)
    switch total {
    case .calls, .hours: weights = practiceWeights
    case .patients:
      let patients = frame?.practices.map { Double($0.listedPatients) }
      weights = patients.map { zip(practiceWeights, $0).map { $0 * $1 } } ?? practiceWeights
    }
    let firstWeight = calls.calls.first.map { [weights] in weights[$0.practice] }
    hasEqualWeights = calls.calls.allSatisfy { [weights] in weights[$0.practice] == firstWeight }
    strataLabels =
      calls.strata ?? frame?.practices.map(\.stratum) ?? [String](repeating: "", count: calls.practices.count)
    var numbers: [String: Int] = [:]
    strataNames = NaturalOrder.sorted(strataLabels)
    for (number, label) in strataNames.enumerated() { numbers[label] = number }
    numberOfStratum = numbers
    strata = strataLabels.map { numbers[$0] ?? 0 }
  }

  /// The valid calls of one group, and what is known of those that are not valid.
  struct Sample {
    var observations: [RateEstimator.Observation] = []
    var invalid = 0
    /// Calls by the weights of their practices, as they are before anything is made good; of equal weights all stand under 1.
    private var counts: [Double: (valid: Int, unreached: Int, invalid: Int)] = [:]
    private var equal = (valid: 0, unreached: 0, invalid: 0)

    init() {}

    /// Adds calls, if they may be joined to those of the same practice that ended alike: these stand among the last two.
    mutating func add(_ calls: RateEstimator.Observation, joining: Bool) {
      if joining {
        for place in observations.indices.suffix(2) where observations[place].join(calls) { return }
      }
      observations.append(calls)
    }

    /// Counts calls; `nil` for those that are not valid.
    mutating func note(_ count: Int, weight: Double, isReached: Bool?, areEqual: Bool) {
      let (valid, unreached, invalid) = (
        isReached == nil ? 0 : count, isReached == false ? count : 0, isReached == nil ? count : 0
      )
      guard !areEqual else {
        equal = (equal.valid + valid, equal.unreached + unreached, equal.invalid + invalid)
        return
      }
      let own = counts[weight, default: (0, 0, 0)]
      counts[weight] = (own.valid + valid, own.unreached + unreached, own.invalid + invalid)
    }

    /// What the calls that are not valid could have changed at most; `nil` without a call.
    var bounds: ConfidenceInterval? {
      var (valid, unreached, invalid) = (
        Double(equal.valid), Double(equal.unreached), Double(equal.invalid)
      )
      for (weight, own) in counts.sorted(by: { $0.key < $1.key }) {
        valid += weight * Double(own.valid)
        unreached += weight * Double(own.unreached)
        invalid += weight * Double(own.invalid)
      }
      let total = valid + invalid
      guard total > 0 else { return nil }
      return ConfidenceInterval(lower: unreached / total, upper: (unreached + invalid) / total)
    }
  }

  /// The design of one replication, of which every group is a domain: that of all calls that are valid under a definition.
  ///
  /// - Complexity: O(*c*) for *c* calls.
  package func design(_ definition: ReachedDefinition, in replication: SurveyCalls.Replication) -> CallDesign
  {
    CallDesign(
      samples(1, definition, in: replication) { _ in 0 }[0].observations,
      populations: isSnapshot ? strataPopulations(in: replication) : nil, margins: margins)
  }

  /// The calls of every group of one replication under a definition.
  ///
  /// - Complexity: O(*c*) for *c* calls.
  func samples(
    _ grouping: SurveyGrouping, _ definition: ReachedDefinition, in replication: SurveyCalls.Replication
  ) -> [Sample] {
    samples(grouping.labels.count, definition, in: replication) { grouping.group(of: $0) }
  }

  /// The calls of so many groups, each call being put where a closure says; below zero for nowhere.
  func samples(
    _ count: Int, _ definition: ReachedDefinition, in replication: SurveyCalls.Replication,
    group groupOfCall: (Int) -> Int
  ) -> [Sample] {
    var samples = [Sample](repeating: Sample(), count: count)
    // Room for what comes, and no more: arrays that grow are copied, and end up to twice as long.
    var sizes = [Int](repeating: 0, count: count)
    for place in replication.calls {
      let group = groupOfCall(place)
      if group >= 0 { sizes[group] += 1 }
    }
    for (group, size) in sizes.enumerated() { samples[group].observations.reserveCapacity(size) }
    let factors =
      invalidCalls == .madeGood ? weightingClasses(definition, in: replication)?.factors : nil
    for place in replication.calls {
      let group = groupOfCall(place)
      guard group >= 0 else { continue }
      let call = calls.calls[place]
      let stratum = strata[call.practice]
      let weight = weights[call.practice]
      let isReached = definition.isReached(disposition: call.disposition, waitSeconds: call.waitSeconds)
      samples[group].note(call.count, weight: weight, isReached: isReached, areEqual: hasEqualWeights)
      if let isReached {
        samples[group].add(
          .init(
            practice: call.practice, stratum: stratum, weight: weight * (factors?[stratum] ?? 1),
            isUnreached: !isReached, count: call.count), joining: calls.areCounted)
      } else {
        samples[group].invalid += call.count
      }
    }
    return samples
  }

  /// The rate of every group.
  ///
  /// - Parameters:
  ///   - grouping: What the groups are made by.
  ///   - definition: What counts as reached.
  ///   - replication: The calls.
  ///   - pools: Whether groups are also drawn towards each other by a model; never in totals over hours.
  ///   - known: The design of the same calls under the same definition, if it is at hand.
  /// - Complexity: O(*c* log *c*) for *c* calls.
  package func rates(
    _ grouping: SurveyGrouping, _ definition: ReachedDefinition, in replication: SurveyCalls.Replication,
    pools: Bool = false, design known: CallDesign? = nil
  ) -> PerGroup<SurveyRate> {
    if total == .hours, !grouping.isBySlot {
      return PerGroup(hourRates(grouping, definition, in: replication))
    }
    let design = known ?? design(definition, in: replication)
    let drawn = isSnapshot ? drawing(of: grouping, in: replication) : .ofClusters
    let samples = samples(grouping, definition, in: replication)
    let rates = PerGroup(count: samples.count) { rate(samples[$0], design, grouping, $0, drawn: drawn) }
    guard pools, grouping.labels.count > 1 else { return rates }
    var pooled = Array(rates)
    pool(&pooled)
    return PerGroup(pooled)
  }

  /// The rate of one group, calls counting by their practices' weights.
  func rate(
    _ sample: Sample, _ design: CallDesign, _ grouping: SurveyGrouping, _ place: Int,
    drawn: ClusterDesign.Drawing = .ofClusters
  ) -> SurveyRate {
    var rate = SurveyRate(
      by: grouping.by, group: grouping.labels[place],
      estimate: estimator.estimate(sample.observations, in: design, drawn: drawn, invalid: sample.invalid),
      bounds: sample.bounds, population: grouping.practices?[place] ?? frame?.count)
    switch estimand {
    case .service(let practices, let betweenShare):
      rate.population = grouping.practices?[place] ?? practices ?? rate.population
      if betweenShare > 0, design.isBinomial(sample.observations) { narrow(&rate, betweenShare) }
    case .snapshot(let practices):
      // A number given for the whole is not the number of a group of practices.
      let whole = grouping.by == "all" || grouping.practices == nil ? practices : nil
      rate.population = whole ?? rate.population
      // Strata can only make such calls more precise, as they do for the long-run share.
      let isKnownGroup = grouping.by == "all" || grouping.practices != nil || drawn == .ofObservations
      if isKnownGroup, !design.isRaked, RateEstimator.isBinomial(sample.observations) {
        photograph(&rate, isOneStratum: design.isBinomial)
      }
    }
    return rate
  }

  /// Uses that the calls of one survey went to different practices.
  private func narrow(_ rate: inout SurveyRate, _ betweenShare: Double) {
    guard let value = rate.estimate.rate, let population = rate.population,
      let design = OneCallPerPractice(
        calls: rate.estimate.calls, practices: population, betweenShare: betweenShare)
    else { return }
    rate.estimate.standardError = design.variance(rate: value).squareRoot()
    rate.estimate.interval = design.interval(
      unreached: rate.estimate.unreached, method: estimator.method, confidence: estimator.confidence)
    rate.estimate.basis = nil
    rate.estimate.designEffect = design.varianceFactor
    rate.estimate.effectiveCalls = design.effectiveSize
  }

  /// The exact interval of a share of a finite number of practices, of which each was called once; none where the number is not known.
  ///
  /// Over strata the standard error stays that of the design.
  private func photograph(_ rate: inout SurveyRate, isOneStratum: Bool) {
    rate.estimate.interval = nil
    rate.estimate.basis = nil
    (rate.estimate.designEffect, rate.estimate.effectiveCalls) = (nil, nil)
    guard let population = rate.population else {
      rate.estimate.standardError = nil
      return
    }
    let (unreached, calls) = (rate.estimate.unreached, rate.estimate.calls)
    if isOneStratum {
      rate.estimate.standardError = FinitePopulation.standardError(
        successes: unreached, draws: calls, population: population)
    }
    rate.estimate.interval = FinitePopulation.interval(
      successes: unreached, draws: calls, population: population, confidence: estimator.confidence)
    rate.unreachedPractices = FinitePopulation.acceptedCounts(
      successes: unreached, draws: calls, population: population, confidence: estimator.confidence)
  }

  /// Draws the groups of one grouping towards each other, each counting for its effective calls, at most for its calls.
  private func pool(_ rates: inout [SurveyRate]) {
    let groups = rates.map { rate in
      let estimate = rate.estimate
      if let effective = estimate.effectiveCalls, let share = estimate.rate {
        return PartialPooling.Group(
          proportion: share, effectiveSize: min(effective, Double(estimate.calls)))
      }
      return PartialPooling.Group(successes: estimate.unreached, trials: estimate.calls)
    }
    guard let model = PartialPooling(groups: groups) else { return }
    // Of thousands of groups with few calls most have the same count.
    var known: [PartialPooling.Group: (share: Double, interval: ConfidenceInterval?)] = [:]
    for (place, group) in groups.enumerated() {
      let found =
        known[group] ?? (model.share(group), model.interval(group, confidence: estimator.confidence))
      known[group] = found
      (rates[place].pooledRate, rates[place].pooledInterval) = found
    }
  }
}
