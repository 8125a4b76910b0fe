/// What verdicts a survey of several hours can expect, when the hours' calls are independent.
///
/// "Met in every hour" is an intersection–union claim: each hour must meet the target at the full error, and the error
/// of the whole claim stays within it (Berger 1982, Technometrics 24:295).
public struct VerdictPlan: Sendable, Hashable {
  /// One rule per hour.
  public let rules: [VerdictRule]
  /// The same at the error over the number of hours: what Holm's procedure asks of the hour with the smallest p-value.
  private let strictRules: [VerdictRule]

  /// How many calls each hour has, of which its rule judges as many as they are worth.
  private let validCalls: [Int]

  /// The same target in every hour; nil when a rule cannot be made or there is no hour.
  ///
  /// - Parameters:
  ///   - calls: The independent calls of each hour, or those that others are judged as.
  ///   - validCalls: These others; nil where all calls are independent.
  ///   - target: The greatest share not reached that is still acceptable.
  ///   - error: The risk of a wrong verdict, to either side.
  public init?(calls: [Int], validCalls: [Int]? = nil, target: Double, error: Double = 0.05) {
    guard validCalls?.count ?? calls.count == calls.count else { return nil }
    self.validCalls = validCalls ?? calls
    let rules = calls.compactMap { VerdictRule(trials: $0, target: target, error: error) }
    guard !calls.isEmpty, rules.count == calls.count else { return nil }
    self.rules = rules
    // A smaller error is as valid as the error itself.
    strictRules = rules.compactMap {
      VerdictRule(trials: $0.trials, target: target, error: error / Double(rules.count))
    }
  }

  /// The probability of one verdict in all hours, when the hours have these true shares.
  ///
  /// For `meets` it is the power of "met in every hour". NaN unless there is one share per hour, each in [0, 1].
  public func probabilityInEveryHour(of verdict: Verdict, atRates rates: [Double]) -> Double {
    guard rates.count == rules.count else { return .nan }
    return rules.indices.reduce(1) {
      $0 * rules[$1].probability(of: verdict, atRate: rates[$1], calls: validCalls[$1])
    }
  }

  /// The probability that Holm's procedure names at least one hour as failing.
  ///
  /// It does exactly when the smallest p-value is at most the error over the number of hours. NaN as above.
  public func probabilityOfNamingAFailingHour(atRates rates: [Double]) -> Double {
    guard rates.count == rules.count else { return .nan }
    let none = strictRules.indices.reduce(1) {
      $0 * (1 - strictRules[$1].probability(of: .fails, atRate: rates[$1], calls: validCalls[$1]))
    }
    return 1 - none
  }
}
