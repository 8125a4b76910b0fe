package import SurveyStatistics

/// What changed in one group from a baseline survey to its follow-up.
package struct SurveyChange: Equatable, Sendable {
  /// How the two surveys hang together in this group, which decides on interval and test.
  package enum Design: Equatable, Sendable {
    /// No practice was called in both.
    case disjoint(followUp: Tally, baseline: Tally)
    /// The same practices were called in both; the follow-up is the first of each pair.
    case paired(PairedCounts)
    /// Some practices were called in both.
    case overlapping(OverlappingWaves)
    /// Practices were called several times or have weights: linearised, with practices as clusters in each survey.
    case clustered(ClusteredWaves)
  }

  /// What the test says.
  package enum Conclusion: String, Equatable, Sendable {
    /// Fewer calls are not reached than before.
    case better
    /// More calls are not reached than before.
    case worse
    /// Neither is shown.
    case undecided
  }

  /// What the group is made by.
  package var by: String
  /// The group.
  package var group: String
  /// The baseline's rate.
  package var baseline: RateEstimate
  /// The follow-up's rate.
  package var followUp: RateEstimate
  /// Practices with a valid call in both.
  package var sharedPractices: Int
  /// How the surveys hang together; `nil` unless both have a valid call.
  package var design: Design?
  /// Which interval and test are used.
  package var methods = ChangeMethods()
  /// The p-value of no change; `nil` without a design, or where the test is not for it.
  package internal(set) var pValue: Double?
  /// The same after Holm's correction for all groups of the grouping; `nil` for pooled stretches and all calls together.
  package internal(set) var adjustedPValue: Double?

  /// The follow-up's rate less the baseline's; positive when more calls are not reached.
  package var change: Double? {
    guard let before = baseline.rate, let after = followUp.rate else { return nil }
    return after - before
  }
}

extension SurveyChange {
  /// The interval's method: the one asked for, or else that of the test, or else the usual one; `nil` without a design.
  package var intervalMethod: ChangeMethods.Interval? {
    design.map { methods.interval ?? methods.test?.ownInterval ?? .usual($0.kind) }
  }

  /// The test: the one asked for, or else the one that a chosen interval inverts, or else the usual one; `nil` without a design.
  package var testMethod: ChangeMethods.Test? {
    guard let design else { return nil }
    if let test = methods.test { return test }
    if methods.interval != nil { return .interval }
    switch design {
    case .disjoint(let followUp, let baseline):
      return max(followUp.trials, baseline.trials) <= Self.mostForBoschloo ? .boschloo : .fisher
    case .paired: return .mcnemarMidP
    case .overlapping: return .twoWaves
    case .clustered: return .linearised
    }
  }

  /// The name of the interval's method; `nil` where it is not for this design.
  package var intervalName: String? {
    intervalMethod.flatMap { method in
      design.flatMap { method.designs.contains($0.kind) ? method.rawValue : nil }
    }
  }

  /// The name of the test of no change; `nil` where it is not for this design.
  package var testName: String? {
    guard let design, let test = testMethod, test.designs.contains(design.kind) else { return nil }
    // The test of an interval that is none here is none either.
    return test == .interval && intervalName == nil ? nil : test.rawValue
  }

  /// The interval of the change; one-sided where one direction is looked for; `nil` without a design or degrees of freedom, or where
  /// the method is not for this design.
  package func interval(confidence: Double) -> ConfidenceInterval? {
    intervalMethod.flatMap {
      design?.interval($0, confidence: confidence, methods.alternative)
    }
  }

  /// Computes the p-value, which takes long for some tests.
  mutating func test() {
    guard let design, testName != nil, let test = testMethod, let interval = intervalMethod else { return }
    pValue = design.pValue(test, interval, methods.alternative)
  }

  /// Whether the interval leaves out 0 and the test sees nothing at that error, or the other way round.
  package func isContradicted(error: Double) -> Bool {
    guard let pValue, let change, change != 0, let interval = interval(confidence: 1 - error) else {
      return false
    }
    return (pValue <= error) != (interval.lower >= 0 || interval.upper <= 0)
  }

  /// Fisher's exact p-value, for disjoint surveys.
  package var fisher: Double? { design?.pValue(.fisher, .newcombe, methods.alternative) }

  /// Boschloo's exact p-value, for disjoint surveys of at most ``mostForBoschloo`` calls.
  package var boschloo: Double? {
    guard case .disjoint(let followUp, let baseline) = design,
      followUp.trials <= Self.mostForBoschloo, baseline.trials <= Self.mostForBoschloo
    else { return nil }
    return testMethod == .boschloo ? pValue : design?.pValue(.boschloo, .newcombe, methods.alternative)
  }

  /// Calls of one survey beyond which Boschloo's test takes long and says what Fisher's does.
  package static let mostForBoschloo = 2_000

  /// McNemar's mid-p value, for the same practices.
  package var mcNemar: Double? { design?.pValue(.mcnemarMidP, .tango, methods.alternative) }

  /// What the test says at an error, after Holm's correction where the group is one of several.
  package func conclusion(error: Double) -> Conclusion {
    guard let pValue = adjustedPValue ?? pValue, let change, pValue <= error else { return .undecided }
    return change < 0 ? .better : change > 0 ? .worse : .undecided
  }

  /// Whether the follow-up is shown not to be worse by the margin or more.
  ///
  /// Disjoint surveys: Farrington and Manning's score test; the same practices: Tango's; else the bound of the interval with
  /// twice the error. Whatever interval and test were asked for.
  package func isNotWorse(margin: Double, error: Double) -> Bool {
    switch design {
    case .disjoint(let followUp, let baseline):
      (ProportionDifference.nonInferiority(followUp, minus: baseline, margin: margin)?.pValue ?? 1) <= error
    case .paired(let pairs):
      (PairedDifference.scoreTest(pairs, null: margin, alternative: .less)?.pValue ?? 1) <= error
    case .overlapping, .clustered: (twoSided(confidence: 1 - 2 * error)?.upper ?? 1) < margin
    case nil: false
    }
  }

  /// Whether the two rates are shown to differ by less than the margin, by two one-sided tests.
  package func isEquivalent(margin: Double, error: Double) -> Bool {
    switch design {
    case .disjoint(let followUp, let baseline):
      ProportionDifference.equivalence(
        followUp, minus: baseline, lowerMargin: -margin, upperMargin: margin, error: error)?.isShown ?? false
    case .paired(let pairs):
      PairedDifference.equivalence(pairs, lowerMargin: -margin, upperMargin: margin, error: error)?.isShown
        ?? false
    case .overlapping, .clustered:
      twoSided(confidence: 1 - 2 * error).map { -margin < $0.lower && $0.upper < margin } ?? false
    case nil: false
    }
  }

  /// The usual interval of the design, whatever was asked for.
  private func twoSided(confidence: Double) -> ConfidenceInterval? {
    design.flatMap { $0.interval(.usual($0.kind), confidence: confidence, .twoSided) }
  }
}
