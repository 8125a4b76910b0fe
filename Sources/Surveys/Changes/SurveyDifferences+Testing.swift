package import SurveyDesign
internal import SurveyStatistics

extension SurveyAnalysis {
  /// Tests whether the groups of a grouping share one rate, and for slots whether it rises or falls over the day.
  ///
  /// One call to each practice over all groups, with equal weights: Pearson's chi-square, beside it Fisher's exact test of
  /// two groups, and over slots the Cochran–Armitage test. Otherwise practices are clusters within strata, and the
  /// weighted table is tested with Rao and Scott's second-order correction; beside it, where every practice was called once in every
  /// group and weighs the same, Cochran's Q. Groups without a valid call are left out.
  ///
  /// The tests are about the long-run shares, whatever the estimand is, and each stands by itself.
  ///
  /// - Complexity: O(*c*) for *c* calls, with Rao and Scott O(*g* *c* + *g*³) for *g* groups.
  package func differences(
    _ grouping: SurveyGrouping, _ definition: ReachedDefinition, in replication: SurveyCalls.Replication
  ) -> SurveyDifferences {
    let samples = samples(grouping, definition, in: replication).map(\.observations)
    let filled = samples.indices.filter { !samples[$0].isEmpty }
    let groups = filled.map { samples[$0] }
    let tallies = groups.compactMap { group in
      Tally(successes: group.count { $0.isUnreached }, trials: group.count)
    }
    let calls = tallies.reduce(0) { $0 + $1.trials }
    let unreached = tallies.reduce(0) { $0 + $1.successes }
    var differences = SurveyDifferences(
      by: grouping.by, groups: groups.count,
      emptyGroups: samples.indices.filter { samples[$0].isEmpty }.map { grouping.labels[$0] }, calls: calls,
      unreached: unreached, smallestExpected: nil, tests: [])
    if let fewest = tallies.map(\.trials).min() {
      let rarer = Double(min(unreached, calls - unreached)) / Double(calls)
      differences.smallestExpected = Double(fewest) * rarer
    }
    let observations = groups.flatMap { $0 }
    let isSimple = margins == nil && RateEstimator.isBinomial(observations)
    var obstacle: SurveyDifferences.Reason?
    if groups.count < 2 {
      obstacle = .fewerThanTwoGroups
    } else if unreached == 0 || unreached == calls {
      obstacle = .noVariation
    }

    let homogeneity =
      obstacle.map { .undefined($0) }
      ?? (isSimple
        ? Self.chiSquare(tallies)
        : Self.raoScott(groups, observations, design(definition, in: replication)))
    differences.tests.append(.init(method: isSimple ? .chiSquare : .raoScott, finding: homogeneity))
    if !isSimple, margins == nil, case .tested = homogeneity, let finding = Self.cochranQ(groups) {
      differences.tests.append(.init(method: .cochranQ, finding: finding))
    }
    if isSimple, obstacle == nil, tallies.count == 2 {
      let pValue = FisherTest.test(tallies[0], against: tallies[1]).pValue
      differences.tests.append(
        .init(
          method: .fisher,
          finding: .tested(
            statistic: Double(tallies[0].successes), numerator: nil, denominator: nil, pValue: pValue)))
    }
    if grouping.by == SurveyColumn.slot.rawValue {
      let slots = filled.map { self.calls.slots[$0] }
      let finding =
        isSimple
        ? obstacle.map { .undefined($0) } ?? Self.trend(tallies, over: slots)
        : .undefined(obstacle ?? .severalCallsOrWeights)
      differences.tests.append(.init(method: .cochranArmitage, finding: finding))
    }
    return differences
  }

  private static func chiSquare(_ tallies: [Tally]) -> SurveyDifferences.Finding {
    guard let test = HomogeneityTest.chiSquare(tallies) else { return .undefined(.fewerThanTwoGroups) }
    return .tested(
      statistic: test.statistic, numerator: test.degreesOfFreedom, denominator: nil, pValue: test.pValue)
  }

  /// Cochran's Q; `nil` unless each practice has one call in every group, all of the same weight.
  private static func cochranQ(_ groups: [[RateEstimator.Observation]]) -> SurveyDifferences.Finding? {
    guard groups.allSatisfy(RateEstimator.isBinomial),
      Set(groups.compactMap { $0.first?.weight }).count == 1
    else { return nil }
    let ordered = groups.map { group in group.sorted { $0.practice < $1.practice } }
    let practices = ordered.first?.map(\.practice)
    guard ordered.allSatisfy({ $0.map(\.practice) == practices }) else { return nil }
    let outcomes = (0..<(practices?.count ?? 0)).map { place in ordered.map { $0[place].isUnreached } }
    return CochranQTest.test(outcomes).map {
      .tested(
        statistic: $0.statistic, numerator: $0.degreesOfFreedom, denominator: nil, pValue: $0.pValue)
    }
  }

  private static func raoScott(
    _ groups: [[RateEstimator.Observation]], _ observations: [RateEstimator.Observation],
    _ design: CallDesign
  ) -> SurveyDifferences.Finding {
    let labels = groups.enumerated().flatMap { place, group in [Int](repeating: place, count: group.count) }
    // Of a group with a single practice nothing tells how much its practices differ; the formula would count that as nothing.
    guard groups.allSatisfy({ Set($0.map(\.practice)).count > 1 }),
      let sample = design.sample(observations),
      sample.clusterCount - sample.stratumCount > groups.count - 1
    else { return .undefined(.tooFewPractices) }
    guard groups.count <= SurveyDifferences.mostCorrectedGroups else { return .undefined(.tooManyGroups) }
    let columns = observations.map { $0.isUnreached ? 1 : 0 }
    guard let test = try? sample.homogeneity(rows: labels, columns: columns) else {
      return .undefined(.noVariance)
    }
    return .tested(
      statistic: test.statistic, numerator: test.numerator, denominator: test.denominator,
      pValue: test.pValue)
  }

  /// Scores are the middles of the slots, in hours: slots of unequal length do not count as steps of one size.
  private static func trend(_ tallies: [Tally], over slots: [Slot]) -> SurveyDifferences.Finding {
    let middles = slots.map {
      Double($0.from.milliseconds + $0.to.milliseconds) / 2 / Double(TimeOfDay.millisecondsPerHour)
    }
    guard let test = HomogeneityTest.trend(tallies, scores: middles) else { return .undefined(.sameTime) }
    return .tested(statistic: test.statistic, numerator: nil, denominator: nil, pValue: test.pValue)
  }
}
