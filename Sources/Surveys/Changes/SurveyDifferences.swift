public import Tables

/// Whether the groups of one grouping differ in the share not reached.
public struct SurveyDifferences: Hashable, Sendable {
  /// One test of the groups.
  public struct Test: Hashable, Sendable {
    /// Which test it is.
    public var method: Method
    /// What it found, or why it is not defined here.
    public var finding: Finding
  }

  /// The tests by the names that they have in files.
  public enum Method: String, Hashable, Sendable {
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
  public enum Finding: Hashable, Sendable {
    /// A statistic, its degrees of freedom above and below the line, where it has them, and the two-sided p-value.
    case tested(statistic: Double, numerator: Double?, denominator: Double?, pValue: Double)
    /// No number, because it would be a wrong one.
    case undefined(Reason)
  }

  /// Why a test is not defined, by the names in files.
  public enum Reason: String, Hashable, Sendable {
    /// Fewer than two groups have a valid call.
    case fewerThanTwoGroups = "fewer-than-two-groups"
    /// Every valid call reached somebody, or none did.
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
  public var by: String
  /// Groups with a valid call: those that are compared.
  public var groups: Int
  /// The names of the groups without a valid call, which are left out.
  public var emptyGroups: [String]
  /// Valid calls in all groups.
  public var calls: Int
  /// Of these, the calls that did not reach anybody.
  public var unreached: Int
  /// The smallest count of a group's calls, reached or not, to be expected if the groups do not differ; `nil` for no group.
  public var smallestExpected: Double?
  /// Homogeneity first; then Cochran's Q where the same practices are in every group, Fisher's for two groups of independent calls, and
  /// the trend where groups are slots.
  public var tests: [Test]

  /// Expected counts below this make chi-square doubtful (Cochran 1954, Biometrics 10:417; R warns below it, too).
  public static let fewExpected = 5.0

  /// More groups than these get no correction by Rao and Scott.
  public static let mostCorrectedGroups = 200

  /// Whether chi-square is only a rough approximation.
  public var isRough: Bool { smallestExpected.map { $0 < Self.fewExpected } ?? false }
}

extension SurveyTables {
  /// The column names of what tests of differences are written to.
  public static let differenceColumns = [
    "replication", "definition", "by", "groups", "empty_groups", "calls", "unreached", "smallest_expected",
    "test", "statistic", "df", "denominator_df", "p_value", "undefined",
  ]

  /// Appends a row for each test; one that is not defined has no numbers, and its reason in the last column.
  public static func append(
    _ differences: SurveyDifferences, replication: Int, definition: String, using writer: inout CSVWriter,
    to bytes: inout [UInt8]
  ) {
    for test in differences.tests {
      writer.field(replication, to: &bytes)
      for text in [definition, differences.by] { writer.field(text, to: &bytes) }
      for count in [
        differences.groups, differences.emptyGroups.count, differences.calls, differences.unreached,
      ] {
        writer.field(count, to: &bytes)
      }
      writer.field(differences.smallestExpected, to: &bytes)
      writer.field(test.method.rawValue, to: &bytes)
      var numbers: [Double?] = [nil, nil, nil, nil]
      var reason: String?
      switch test.finding {
      case .tested(let statistic, let numerator, let denominator, let pValue):
        numbers = [statistic, numerator, denominator, pValue]
      case .undefined(let why): reason = why.rawValue
      }
      for number in numbers { writer.field(number, to: &bytes) }
      writer.field(reason, to: &bytes)
      writer.endRow(to: &bytes)
    }
  }
}
