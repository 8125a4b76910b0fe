package import Tables

/// Whether the groups of one grouping differ in the share not reached.
package struct SurveyDifferences: Equatable, Sendable {
  /// One test of the groups.
  package struct Test: Equatable, Sendable {
    /// Which test it is.
    package var method: Method
    /// What it found, or why it is not defined here.
    package var finding: Finding
  }

  /// The tests by the names that they have in files.
  package enum Method: String, Equatable, Sendable {
    /// Pearson's chi-square of homogeneity, for one call to each practice and equal weights.
    case chiSquare = "chi-square"
    /// The same of the weighted table with Rao and Scott's second-order correction: R's `svychisq`, statistic "F".
    case raoScott = "rao-scott-f"
    /// Cochran's Q, where every practice was called once in every group: it compares each practice with itself.
    case cochranQ = "cochran-q"
    /// Fisher's exact test of two groups.
    case fisher
    /// The Cochran–Armitage test for a linear trend over the middles of the slots; above 0 the share rises.
    case cochranArmitage = "cochran-armitage"
  }

  /// What a test came to.
  package enum Finding: Equatable, Sendable {
    /// A statistic, its degrees of freedom above and below the line, where it has them, and the two-sided p-value.
    case tested(statistic: Double, numerator: Double?, denominator: Double?, pValue: Double)
    /// No number, because it would be a wrong one.
    case undefined(Reason)
  }

  /// Why a test is not defined, by the names in files.
  package enum Reason: String, Equatable, Sendable {
    /// Fewer than two groups have a valid call.
    case fewerThanTwoGroups = "fewer-than-two-groups"
    /// Every valid call was reached, or none was.
    case noVariation = "no-variation"
    /// Practices less strata are no more than the groups less one: Rao and Scott's correction knows too little.
    case tooFewPractices = "too-few-practices"
    /// Rao and Scott's correction, whose cost grows with the square of the groups, is for ``mostCorrectedGroups`` at most.
    case tooManyGroups = "too-many-groups"
    /// Rao and Scott's correction has no variance to work with, as when every practice had the same result in all slots.
    case noVariance = "no-variance"
    /// The test is for one call to each practice and equal weights.
    case severalCallsOrWeights = "several-calls-or-weights"
    /// All slots have the same middle.
    case sameTime = "same-time"
  }

  /// What the groups are made by.
  package var by: String
  /// Groups with a valid call: those that are compared.
  package var groups: Int
  /// The names of the groups without a valid call, which are left out.
  package var emptyGroups: [String]
  /// Valid calls in all groups.
  package var calls: Int
  /// Of these, the calls that did not reach anybody.
  package var unreached: Int
  /// The smallest count of a group's calls, reached or not, to be expected if the groups do not differ; `nil` for no group.
  package var smallestExpected: Double?
  /// Homogeneity first; then Cochran's Q where the same practices are in every group, Fisher's for two groups of independent calls, and
  /// the trend where groups are slots.
  package var tests: [Test]

  /// Expected counts below this make chi-square doubtful (Cochran 1954, Biometrics 10:417; R warns below it, too).
  package static let fewExpected = 5.0

  /// More groups than these get no correction by Rao and Scott.
  package static let mostCorrectedGroups = 200

  /// Whether chi-square is only a rough approximation.
  package var isRough: Bool { smallestExpected.map { $0 < Self.fewExpected } ?? false }
}

extension SurveyTables {
  /// A row of what tests of differences are written to.
  package struct DifferenceRow: Sendable {
    /// The number of the replication, from 0.
    package var replication: Int
    /// The definition of reached.
    package var definition: String
    /// The groups that are tested.
    package var differences: SurveyDifferences
    /// One of the tests.
    package var test: SurveyDifferences.Test

    /// Puts a row together.
    package init(
      replication: Int, definition: String, differences: SurveyDifferences, test: SurveyDifferences.Test
    ) {
      self.replication = replication
      self.definition = definition
      self.differences = differences
      self.test = test
    }
  }

  /// What tests of differences are written to; one that is not defined has no numbers, and its reason in the last column.
  package static let differences = RowTable<DifferenceRow>(
    "differences", primaryKey: ["replication", "definition", "by", "test"],
    [
      .count("replication", "Number of the replication, from 0") { $0.replication },
      .text("definition", "Definition of reached") { $0.definition },
      .text("by", "What the groups are made by") { $0.differences.by },
      .count("groups", "Groups with a valid call") { $0.differences.groups },
      .count("empty_groups", "Groups without one, which are left out") { $0.differences.emptyGroups.count },
      .count("calls", "Valid calls in all groups") { $0.differences.calls },
      .count("unreached", "Valid calls that were not reached") { $0.differences.unreached },
      .number("smallest_expected", "Smallest count to be expected in a group", .positive) {
        $0.differences.smallestExpected
      },
      .text("test", "The test") { $0.test.method.rawValue },
      .number("statistic", "Its statistic") { $0.test.finding.numbers?.statistic },
      .number("df", "Its degrees of freedom", .positive) { $0.test.finding.numbers?.numerator },
      .number("denominator_df", "Those below the line", .positive) { $0.test.finding.numbers?.denominator },
      .share("p_value", "Its p-value, two-sided") { $0.test.finding.numbers?.pValue },
      .optionalText("undefined", "Why there is no number") { $0.test.finding.reason?.rawValue },
    ])
}

extension SurveyDifferences.Finding {
  /// What a test that is defined came to.
  fileprivate var numbers: (statistic: Double, numerator: Double?, denominator: Double?, pValue: Double)? {
    switch self {
    case .tested(let statistic, let numerator, let denominator, let pValue):
      (statistic, numerator, denominator, pValue)
    case .undefined: nil
    }
  }

  fileprivate var reason: SurveyDifferences.Reason? {
    switch self {
    case .tested: nil
    case .undefined(let reason): reason
    }
  }
}
