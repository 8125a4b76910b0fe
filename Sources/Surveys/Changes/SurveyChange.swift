public import SurveyStatistics
internal import Tables

/// What changed in one group from a baseline survey to its follow-up.
public struct SurveyChange: Hashable, Sendable {
  /// How the two surveys hang together in this group, which decides on interval and test.
  public enum Design: Hashable, Sendable {
    /// No practice was called in both.
    case disjoint(followUp: Tally, baseline: Tally)
    /// The same practices were called in both; the follow-up is the first of each pair.
    case paired(PairedCounts)
    /// Some practices were called in both.
    case overlapping(OverlappingWaves)
    /// Practices were called several times or have weights: linearised, with practices as clusters in each survey.
    case clustered(ClusteredWaves)
  }

  /// What the two-sided test says.
  public enum Conclusion: String, Hashable, Sendable {
    /// Fewer calls reach nobody than before.
    case better
    /// More calls reach nobody than before.
    case worse
    /// Neither is shown.
    case undecided
  }

  /// What the group is made by.
  public var by: String
  /// The group.
  public var group: String
  /// The baseline's rate.
  public var baseline: RateEstimate
  /// The follow-up's rate.
  public var followUp: RateEstimate
  /// Practices with a valid call in both.
  public var sharedPractices: Int
  /// How the surveys hang together; `nil` unless both have a valid call.
  public var design: Design?

  /// The follow-up's rate less the baseline's; positive when more calls reach nobody.
  public var change: Double? {
    guard let before = baseline.rate, let after = followUp.rate else { return nil }
    return after - before
  }
}

extension SurveyChange {
  /// The name of the interval's method.
  public var intervalName: String? {
    switch design {
    case .disjoint: DifferenceMethod.newcombe.rawValue
    case .paired: PairedDifferenceMethod.tango.rawValue
    case .overlapping: "two-waves"
    case .clustered: "linearised"
    case nil: nil
    }
  }

  /// The interval of the change, two-sided; `nil` without a design or degrees of freedom.
  public func interval(confidence: Double) -> ConfidenceInterval? {
    switch design {
    case .disjoint(let followUp, let baseline):
      ProportionDifference.interval(followUp, minus: baseline, confidence: confidence)
    case .paired(let pairs): PairedDifference.interval(pairs, confidence: confidence)
    case .overlapping(let waves): waves.interval(confidence: confidence)
    case .clustered(let waves): waves.interval(confidence: confidence)
    case nil: nil
    }
  }

  /// The name of the test of no change.
  public var testName: String? {
    switch design {
    case .disjoint: boschloo == nil ? "fisher" : "boschloo"
    case .paired: "mcnemar-mid-p"
    case .overlapping: "two-waves"
    case .clustered: "linearised"
    case nil: nil
    }
  }

  /// The two-sided p-value of no change.
  public var pValue: Double? {
    switch design {
    case .disjoint: boschloo ?? fisher
    case .paired: mcNemar
    case .overlapping(let waves): waves.test()?.pValue
    case .clustered(let waves): waves.pValue
    case nil: nil
    }
  }

  /// Fisher's exact p-value, for disjoint surveys.
  public var fisher: Double? {
    guard case .disjoint(let followUp, let baseline) = design else { return nil }
    return FisherTest.test(followUp, against: baseline).pValue
  }

  /// Boschloo's exact p-value, for disjoint surveys of at most ``mostForBoschloo`` calls.
  public var boschloo: Double? {
    guard case .disjoint(let followUp, let baseline) = design,
      followUp.trials <= Self.mostForBoschloo, baseline.trials <= Self.mostForBoschloo
    else { return nil }
    return UnconditionalTest.boschloo(followUp, against: baseline)?.pValue
  }

  /// Calls of one survey beyond which Boschloo's test takes long and says what Fisher's does.
  public static let mostForBoschloo = 2_000

  /// McNemar's mid-p value, for the same practices.
  public var mcNemar: Double? {
    guard case .paired(let pairs) = design else { return nil }
    return McNemarTest.midP(pairs).pValue
  }

  /// What the two-sided test says at an error.
  public func conclusion(error: Double) -> Conclusion {
    guard let pValue, let change, pValue <= error else { return .undecided }
    return change < 0 ? .better : change > 0 ? .worse : .undecided
  }

  /// Whether the follow-up is shown not to be worse by the margin or more.
  ///
  /// Disjoint surveys: Farrington and Manning's score test; the same practices: Tango's; else the bound of the interval with
  /// twice the error.
  public func isNotWorse(margin: Double, error: Double) -> Bool {
    switch design {
    case .disjoint(let followUp, let baseline):
      (ProportionDifference.nonInferiority(followUp, minus: baseline, margin: margin)?.pValue ?? 1) <= error
    case .paired(let pairs):
      (PairedDifference.scoreTest(pairs, null: margin, alternative: .less)?.pValue ?? 1) <= error
    case .overlapping, .clustered: (interval(confidence: 1 - 2 * error)?.upper ?? 1) < margin
    case nil: false
    }
  }

  /// Whether the two rates are shown to differ by less than the margin, by two one-sided tests.
  public func isEquivalent(margin: Double, error: Double) -> Bool {
    switch design {
    case .disjoint(let followUp, let baseline):
      ProportionDifference.equivalence(
        followUp, minus: baseline, lowerMargin: -margin, upperMargin: margin, error: error)?.isShown ?? false
    case .paired(let pairs):
      PairedDifference.equivalence(pairs, lowerMargin: -margin, upperMargin: margin, error: error)?.isShown
        ?? false
    case .overlapping, .clustered:
      interval(confidence: 1 - 2 * error).map { -margin < $0.lower && $0.upper < margin } ?? false
    case nil: false
    }
  }
}
