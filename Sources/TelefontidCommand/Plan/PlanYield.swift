import SurveyStatistics
import Surveys
import Tables
import Terminal

/// What the calls that are made are worth: how many are valid, and how many independent calls these are as good as.
struct PlanYield: OptionGroup {
  /// The variance over that of independent calls, but for what several calls to a practice add.
  @Option(
    "design-effect", "DEFF", "The variance over that of as many independent calls.",
    reading: .number(in: 0.01...1000), default: 1) var designEffect: Double
  @Option(
    "lost", "SHARE", "The share of calls that will not be valid, such as wrong numbers.", reading: .share,
    default: 0) var lost: Double
  private let rotation: Rotation?

  /// Several calls to a practice.
  private struct Rotation: OptionGroup {
    @Option(
      "per-practice", "K",
      "How many of the calls that are judged together go to one practice, in several slots or on several days.",
      reading: .integer(in: 1...1000), default: 1) var perPractice: Int
    @Option(
      "between-practices", "RHO",
      "With --per-practice: which share of a call's variance lies between practices, such as 0.1.",
      reading: .share) var betweenPractices: Double?
  }

  init() { self.init(rotates: false) }

  /// - Parameter rotates: whether the command has the options for several calls to a practice.
  init(rotates: Bool) { rotation = rotates ? Rotation() : nil }

  /// How many of the calls judged together go to one practice.
  var perPractice: Int { rotation?.perPractice ?? 1 }
  var betweenPractices: Double? { rotation?.betweenPractices }

  /// What leaves nothing to judge, and what could be asked instead.
  var faults: [String] {
    var faults: [String] = []
    if lost == 1 {
      faults.append("'--lost 1': if every call is lost, no number of calls is enough; ask with less than 1")
    }
    if perPractice > 1, betweenPractices == nil {
      faults.append(
        "'--per-practice \(perPractice)' needs '--between-practices': how alike the calls to a practice end, from 0, as independent calls do, to 1"
      )
    }
    if perPractice == 1, betweenPractices != nil {
      faults.append(
        "'--between-practices' needs '--per-practice': with one call to each practice the calls are judged as independent"
      )
    }
    return faults
  }

  /// Whether every call is valid and independent.
  var isPlain: Bool { !isClustered && lost == 0 }

  /// Whether the survey says of its calls that they are not as good as so many independent ones.
  var isClustered: Bool { variance != 1 || perPractice > 1 }

  /// The whole design effect: 1 + (k − 1)ρ for k calls to a practice (Kish 1965, Survey Sampling, section 5.4) times the one given.
  var variance: Double { designEffect * (1 + Double(perPractice - 1) * (betweenPractices ?? 0)) }

  /// The valid calls among those made, at least one.
  func valid(_ made: Int) -> Int { min(made, max(1, Int((Double(made) * (1 - lost)).rounded()))) }

  /// How many independent calls the valid ones are worth: never more than there are.
  func effective(_ made: Int) -> Double { Double(valid(made)) / max(1, variance) }

  /// The degrees of freedom that the survey will have: practices less one; nil where its calls count as independent.
  func degreesOfFreedom(_ made: Int) -> Int? { isClustered ? practices(valid(made)) - 1 : nil }

  private func practices(_ valid: Int) -> Int { (valid + perPractice - 1) / perPractice }

  /// The calls at which `evaluate` will judge a survey of so many; nil where it can judge nothing.
  func judged(_ made: Int, error: Double) -> Double? {
    let valid = valid(made)
    guard let degrees = degreesOfFreedom(made) else { return Double(valid) }
    return SurveyVerdict.judgedCalls(
      valid, effective: effective(made), degreesOfFreedom: degrees, error: error)
  }

  /// The fewest calls to make of which a number is reached by a count that rises with them; nil above 2³⁰.
  static func fewest(from least: Int = 1, where isEnough: (_ made: Int) -> Bool) -> Int? {
    var (low, high) = (max(least, 1) - 1, max(least, 1))
    while !isEnough(high) {
      guard high < 1 << 30 else { return nil }
      (low, high) = (high, 2 * high)
    }
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if isEnough(middle) { high = middle } else { low = middle }
    }
    return high
  }

  /// The calls to make for so many that count, by proportion, rounded up; nil for more than can be counted.
  func made(counting calls: Double) -> Int? {
    SampleSizeChain(initial: calls, designEffect: max(1, variance), usableShare: 1 - lost)?.calls
  }

  /// What was assumed of the calls, for the notes below a table.
  var assumption: String {
    var parts = [
      lost == 0
        ? said("all calls are valid", "alle opkald er gyldige")
        : said(
          "\(PlanText.percent(lost)) of the calls made are not valid",
          "\(PlanText.percent(lost)) af de foretagne opkald er ugyldige")
    ]
    if perPractice > 1 {
      let share = PlanText.percent(betweenPractices ?? 0)
      parts.append(
        said(
          "\(perPractice) calls to a practice, of whose variance \(share) lies between practices",
          "\(perPractice) opkald til en praksis, hvis varians for \(share) ligger mellem praksisser"))
    } else if variance == 1 {
      parts.insert(said("independent calls", "uafhængige opkald"), at: 0)
    }
    if variance != 1 {
      let effect = PlanText.trimmed(variance, decimals: 4)
      parts.append(said("a design effect of \(effect)", "en designeffekt på \(effect)"))
    }
    return said("Assumed: ", "Antaget: ") + parts.joined(separator: ", ") + "."
  }
}
