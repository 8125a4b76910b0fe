package import SurveyStatistics

/// How a change is judged: which interval, which test, in which direction; the usual ones of each design unless said.
package struct ChangeMethods: Equatable, Sendable {
  /// How the interval of a change is computed, by the names in files.
  package enum Interval: String, Equatable, Sendable, CaseIterable {
    /// Surveys of different practices: Newcombe's (1998) method 10, the usual one.
    case newcombe
    /// Surveys of different practices: Miettinen and Nurminen (1985).
    case miettinenNurminen = "miettinen-nurminen"
    /// Surveys of different practices: Mee (1984).
    case meeScore = "mee-score"
    /// Surveys of different practices: Agresti and Caffo (2000).
    case agrestiCaffo = "agresti-caffo"
    /// The same practices in both: Tango (1998), the usual one.
    case tango
    /// The same practices in both: Newcombe (1998) for pairs.
    case newcombePaired = "newcombe-paired"
    /// The same practices in both: Bonett and Price (2012).
    case bonettPrice = "bonett-price"
    /// The same practices in both: Agresti and Min (2005).
    case agrestiMin = "agresti-min"
    /// Some practices in both: Wilson's intervals squared and added with their correlation, the usual one.
    case twoWaves = "two-waves"
    /// Several calls to a practice, or weights: the same with linearised variances, the only one.
    case linearised
    /// One call to a practice: change plus and minus z standard errors, for comparison only.
    case wald
  }

  /// How no change is tested, by the names in files.
  package enum Test: String, Equatable, Sendable, CaseIterable {
    /// The test that the interval inverts, so that both always say the same.
    case interval
    /// Surveys of different practices: Boschloo's exact test, the usual one.
    case boschloo
    /// Surveys of different practices: Fisher's exact test, the usual one for many calls.
    case fisher
    /// Surveys of different practices: Barnard's exact test.
    case barnard
    /// Surveys of different practices: Pearson's chi-square, without continuity correction.
    case chiSquare = "chi-square"
    /// The same practices in both: McNemar's mid-p, the usual one.
    case mcnemarMidP = "mcnemar-mid-p"
    /// The same practices in both: McNemar's exact test.
    case mcnemarExact = "mcnemar-exact"
    /// The same practices in both: McNemar's asymptotic test.
    case mcnemar
    /// The same practices in both: the same with continuity correction, R's `mcnemar.test`.
    case mcnemarCorrected = "mcnemar-corrected"
    /// Some practices in both: the test that the interval of that name inverts, the usual one.
    case twoWaves = "two-waves"
    /// Several calls to a practice, or weights: the same for the interval of that name, the only one.
    case linearised
  }

  /// The interval; `nil` for the one that belongs to the test, or else the usual one of the design.
  package var interval: Interval?
  /// The test; `nil` for the one that a chosen interval inverts, or else the usual one of the design.
  package var test: Test?
  /// Which change is looked for: `less` an improvement, `greater` a deterioration.
  package var alternative: Alternative

  /// The usual methods, unless others are named.
  package init(interval: Interval? = nil, test: Test? = nil, alternative: Alternative = .twoSided) {
    self.interval = interval
    self.test = test
    self.alternative = alternative
  }
}

/// How two surveys can hang together, for what methods need.
package enum ChangeDesign: Equatable, Sendable, CaseIterable {
  /// No practice was called in both.
  case disjoint
  /// The same practices were called in both, once each.
  case paired
  /// Some practices were called in both, all once.
  case overlapping
  /// Practices were called several times, or have weights or strata.
  case clustered
}

extension ChangeMethods.Interval {
  /// The designs for which the interval is defined.
  package var designs: [ChangeDesign] {
    switch self {
    case .newcombe, .miettinenNurminen, .meeScore, .agrestiCaffo: [.disjoint]
    case .tango, .newcombePaired, .bonettPrice, .agrestiMin: [.paired]
    case .twoWaves: [.overlapping]
    case .linearised: [.clustered]
    case .wald: [.disjoint, .paired, .overlapping]
    }
  }

  /// The usual one of a design.
  static func usual(_ design: ChangeDesign) -> Self {
    switch design {
    case .disjoint: .newcombe
    case .paired: .tango
    case .overlapping: .twoWaves
    case .clustered: .linearised
    }
  }
}

extension ChangeMethods.Test {
  /// The designs for which the test is defined.
  package var designs: [ChangeDesign] {
    switch self {
    case .interval: ChangeDesign.allCases
    case .boschloo, .fisher, .barnard, .chiSquare: [.disjoint]
    case .mcnemarMidP, .mcnemarExact, .mcnemar, .mcnemarCorrected: [.paired]
    case .twoWaves: [.overlapping]
    case .linearised: [.clustered]
    }
  }

  /// The interval that the test belongs to; `nil` where no interval says the same.
  var ownInterval: ChangeMethods.Interval? {
    switch self {
    case .interval, .boschloo, .fisher, .barnard, .mcnemarMidP, .mcnemarExact, .mcnemarCorrected: nil
    case .chiSquare: .meeScore
    case .mcnemar: .tango
    case .twoWaves: .twoWaves
    case .linearised: .linearised
    }
  }
}

extension SurveyChange.Design {
  /// What kind of design it is.
  package var kind: ChangeDesign {
    switch self {
    case .disjoint: .disjoint
    case .paired: .paired
    case .overlapping: .overlapping
    case .clustered: .clustered
    }
  }

  /// The interval of the change; `nil` for a method of another design, or where the design has none.
  func interval(
    _ method: ChangeMethods.Interval, confidence: Double, _ alternative: Alternative
  ) -> ConfidenceInterval? {
    guard method.designs.contains(kind) else { return nil }
    switch self {
    case .disjoint(let followUp, let baseline):
      return method.ofDifference.flatMap {
        ProportionDifference.interval(
          followUp, minus: baseline, method: $0, confidence: confidence, alternative: alternative)
      }
    case .paired(let pairs):
      return method.ofPairs.flatMap {
        PairedDifference.interval(pairs, method: $0, confidence: confidence, alternative: alternative)
      }
    case .overlapping(let waves):
      return method == .wald
        ? waves.waldInterval(confidence: confidence, alternative: alternative)
        : waves.interval(confidence: confidence, alternative: alternative)
    case .clustered(let waves): return waves.interval(confidence: confidence, alternative: alternative)
    }
  }

  /// The p-value of the test that an interval inverts.
  func pValue(inverting method: ChangeMethods.Interval, _ alternative: Alternative) -> Double? {
    switch self {
    case .disjoint(let followUp, let baseline):
      method.ofDifference.map {
        ProportionDifference.test(followUp, minus: baseline, method: $0, alternative: alternative).pValue
      }
    case .paired(let pairs):
      method.ofPairs.map { PairedDifference.test(pairs, method: $0, alternative: alternative).pValue }
    case .overlapping(let waves):
      method == .wald
        ? waves.waldTest(alternative: alternative)?.pValue : waves.test(alternative: alternative)?.pValue
    case .clustered(let waves): waves.pValue(alternative)
    }
  }

  /// The p-value of a test; `nil` for one of another design, and where exact tests would take too long.
  func pValue(_ test: ChangeMethods.Test, _ interval: ChangeMethods.Interval, _ alternative: Alternative)
    -> Double?
  {
    guard test.designs.contains(kind) else { return nil }
    func ofTallies(_ exact: (_ first: Tally, _ second: Tally) -> Double?) -> Double? {
      guard case .disjoint(let followUp, let baseline) = self else { return nil }
      return exact(followUp, baseline)
    }
    func ofPairs(_ exact: (PairedCounts) -> TestResult) -> Double? {
      guard case .paired(let pairs) = self else { return nil }
      return exact(pairs).pValue
    }
    switch test {
    case .boschloo:
      return ofTallies { UnconditionalTest.boschloo($0, against: $1, alternative: alternative)?.pValue }
    case .barnard:
      return ofTallies { UnconditionalTest.barnard($0, against: $1, alternative: alternative)?.pValue }
    case .fisher: return ofTallies { FisherTest.test($0, against: $1, alternative: alternative).pValue }
    case .mcnemarMidP: return ofPairs { McNemarTest.midP($0, alternative: alternative) }
    case .mcnemarExact: return ofPairs { McNemarTest.exact($0, alternative: alternative) }
    case .mcnemarCorrected:
      return ofPairs { McNemarTest.asymptotic($0, isCorrected: true, alternative: alternative) }
    case .interval, .chiSquare, .mcnemar, .twoWaves, .linearised:
      return pValue(inverting: test.ownInterval ?? interval, alternative)
    }
  }
}

extension ChangeMethods.Interval {
  fileprivate var ofDifference: DifferenceMethod? {
    switch self {
    case .newcombe: .newcombe
    case .miettinenNurminen: .miettinenNurminen
    case .meeScore: .meeScore
    case .agrestiCaffo: .agrestiCaffo
    case .wald: .wald
    case .tango, .newcombePaired, .bonettPrice, .agrestiMin, .twoWaves, .linearised: nil
    }
  }

  fileprivate var ofPairs: PairedDifferenceMethod? {
    switch self {
    case .tango: .tango
    case .newcombePaired: .newcombe
    case .bonettPrice: .bonettPrice
    case .agrestiMin: .agrestiMin
    case .wald: .wald
    case .newcombe, .miettinenNurminen, .meeScore, .agrestiCaffo, .twoWaves, .linearised: nil
    }
  }
}
