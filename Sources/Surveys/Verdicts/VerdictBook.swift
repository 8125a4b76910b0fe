package import SurveyStatistics

/// Rules for verdicts and what follows from them, each worked out once.
///
/// Of thousands of groups with few calls most have the same counts, and so have the replications of a survey. What is remembered
/// changes no verdict and no bit of a probability.
package struct VerdictBook: Sendable {
  /// What a rule is made of.
  private struct Question: Hashable {
    var calls: Int
    var worth: Double
    var target: Double
    var error: Double
  }

  /// A rule, and what is known of it so far.
  private struct Page {
    var rule: VerdictRule
    var chances: [VerdictChances]?
    var pValues: [Double: PValues] = [:]
  }

  private typealias PValues = (meeting: Double, failing: Double)

  private var pages: [Question: Page] = [:]

  /// Further pages are not kept: of calls that are not independent hardly any two groups' are worth the same.
  private static let mostPages = 1_000

  /// A book in which nothing stands yet.
  package init() {}

  /// The verdict on an estimate at the usual risk, as an evaluation of its calls would give it; `nil` without a target or a call.
  package mutating func verdict(on estimate: RateEstimate, target: Double?) -> Verdict? {
    guard let target, estimate.rate != nil else { return nil }
    guard let calls = JudgedCalls(estimate, error: Self.usualError) else { return .undecided }
    return page(for: calls, target: target, error: Self.usualError).map { calls.verdict(by: $0.rule) }
  }

  /// The risk of a wrong verdict, to either side.
  private static var usualError: Double { 0.05 }

  /// What the calls of a group say about a target.
  mutating func judge(_ rate: SurveyRate, target: Double, error: Double) -> SurveyVerdict {
    var result = SurveyVerdict(rate: rate, target: target, verdict: .undecided)
    guard let calls = JudgedCalls(rate.estimate, error: error),
      var page = page(for: calls, target: target, error: error)
    else { return result }
    let rule = page.rule
    let known = calls.tally.flatMap { page.pValues[$0] }
    let chances = page.chances ?? SurveyVerdict.chances(by: rule)
    let pValues = known ?? (calls.pValueOfMeeting(rule), calls.pValueOfFailing(rule))
    result.rule = rule
    result.chances = chances
    result.pValueOfMeeting = pValues.meeting
    result.pValueOfFailing = pValues.failing
    result.verdict = calls.verdict(by: rule)
    if let tally = calls.tally, known == nil || page.chances == nil {
      page.chances = chances
      page.pValues[tally] = pValues
      keep(page, for: calls, target: target, error: error)
    }
    return result
  }

  private mutating func page(for calls: JudgedCalls, target: Double, error: Double) -> Page? {
    let question = Question(calls: calls.calls, worth: calls.worth, target: target, error: error)
    if let page = pages[question] { return page }
    guard let rule = calls.rule(target: target, error: error) else { return nil }
    let page = Page(rule: rule)
    keep(page, for: calls, target: target, error: error)
    return page
  }

  private mutating func keep(_ page: Page, for calls: JudgedCalls, target: Double, error: Double) {
    let question = Question(calls: calls.calls, worth: calls.worth, target: target, error: error)
    guard pages.count < Self.mostPages || pages[question] != nil else { return }
    pages[question] = page
  }
}

/// The chances of each verdict at a true share.
package struct VerdictChances: Equatable, Sendable {
  /// Of being shown to be below the target.
  package var meets: Double
  /// Of neither.
  package var undecided: Double
  /// Of being shown to be above it.
  package var fails: Double

  /// The chances that a rule leaves.
  init(by rule: VerdictRule, atRate share: Double) {
    meets = rule.probability(of: .meets, atRate: share)
    fails = rule.probability(of: .fails, atRate: share)
    undecided = max(0, 1 - meets - fails)
  }
}
