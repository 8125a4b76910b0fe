/// What verdicts a survey of several hours can expect, when the hours' calls are independent.
///
/// "Met in every hour" is an intersection–union claim: each hour must meet the target at the full error, and the error
/// of the whole claim stays within it (Berger 1982, Technometrics 24:295).
package struct VerdictPlan: Sendable, Equatable {
  /// One rule per hour.
  package let rules: [VerdictRule]
  /// The same at the error over the number of hours: what Holm's procedure asks of the hour with the smallest p-value.
  private let strictRules: [VerdictRule]

  /// The same target in every hour; nil when a rule cannot be made or there is no hour.
  ///
  /// - Parameters:
  ///   - calls: The calls of each hour.
  ///   - worth: How many independent calls each hour's are worth; left out, as many.
  ///   - target: The greatest share not reached that is still acceptable.
  ///   - error: The risk of a wrong verdict, to either side.
  package init?(calls: [Int], worth: [Double]? = nil, target: Double, error: Double = 0.05) {
    let worth = worth ?? calls.map(Double.init)
    guard !calls.isEmpty, worth.count == calls.count else { return nil }
    func rules(_ error: Double) -> [VerdictRule] {
      zip(calls, worth).compactMap { VerdictRule(calls: $0, worth: $1, target: target, error: error) }
    }
    self.rules = rules(error)
    // A smaller error is as valid as the error itself.
    strictRules = rules(error / Double(calls.count))
    guard self.rules.count == calls.count else { return nil }
  }

  /// The probability of one verdict in all hours, when the hours have these true shares.
  ///
  /// For `meets` it is the power of "met in every hour". NaN unless there is one share per hour, each in [0, 1].
  package func probabilityInEveryHour(of verdict: Verdict, atRates rates: [Double]) -> Double {
    guard rates.count == rules.count else { return .nan }
    return rules.indices.reduce(1) {
      $0 * rules[$1].probability(of: verdict, atRate: rates[$1])
    }
  }

  /// The probability that Holm's procedure names at least one hour as failing.
  ///
  /// It does exactly when the smallest p-value is at most the error over the number of hours. NaN as above.
  package func probabilityOfNamingAFailingHour(atRates rates: [Double]) -> Double {
    guard rates.count == rules.count else { return .nan }
    let none = strictRules.indices.reduce(1) {
      $0 * (1 - strictRules[$1].probability(of: .fails, atRate: rates[$1]))
    }
    return 1 - none
  }
}
