import Reports
import SurveyStatistics
import Terminal

/// A good and a bad share that a survey is to tell apart, and the risks that may be run.
struct PlanContrast: OptionGroup {
  @Option("good", "RATE", "The share not reached that should be accepted, such as 0.05.", reading: .share)
  var good: Double
  @Option("bad", "RATE", "The share that should be refused, such as 0.15.", reading: .share) var bad: Double
  @Options private var risks: PlanRisks
  @Option(
    "practices", "N", "How many practices there are, each rung once at most (hypergeometric).",
    reading: .integer(in: 1...1_000_000), absent: "no limit (binomial)") var practices: Int?

  var producerRisk: Double { risks.producerRisk }
  var consumerRisk: Double { risks.consumerRisk }

  /// Why the shares leave nothing to tell apart, and what could be asked instead; `nil` if they do.
  var fault: String? {
    guard good >= bad else { return nil }
    let advice =
      good > bad && bad > 0.5
      ? "; these look like shares reached, and rates here are shares not reached, so ask for '--good \(PlanText.trimmed(1 - good, decimals: 6)) --bad \(PlanText.trimmed(1 - bad, decimals: 6))'"
      : good > bad
        ? "; 'not reached' is what is bad, so ask for '--good \(bad.shortest) --bad \(good.shortest)'"
        : "; ask for the share that is still good and the one that is bad already, such as '\(example)'"
    return "'--good \(good.shortest)' is not below '--bad \(bad.shortest)'" + advice
  }

  /// A question that has an answer, near one with two equal shares.
  private var example: String {
    good < 1
      ? "--bad \(PlanText.trimmed(min(1, max(2 * good, 0.05)), decimals: 6))" : "--good 0.5"
  }

  /// The smallest single plan that keeps both risks.
  var smallestPlan: AcceptancePlan? {
    AcceptancePlan.smallest(
      good: good, bad: bad, producerRisk: producerRisk, consumerRisk: consumerRisk, population: practices)
  }

  /// What is to be told apart, for a title.
  var title: String {
    let (good, bad) = (PlanText.percent(good), PlanText.percent(bad))
    let count = practices.map { PlanText.count($0, .practice) }
    return said("Telling \(good) from \(bad) not reached", "At skelne \(good) fra \(bad) uden kontakt")
      + (count.map { said(" of \($0)", " af \($0)") } ?? "")
  }

  /// The worst good share that whole practices can have.
  var worstGood: Double { whole(good, .down) }

  /// The best bad share that whole practices can have.
  var bestBad: Double { whole(bad, .up) }

  private func whole(_ share: Double, _ rule: FloatingPointRoundingRule) -> Double {
    guard let practices else { return share }
    let exact = share * Double(practices)
    let nearest = exact.rounded()
    // Rounding of doubles may have moved a whole count by a trifle.
    return (abs(exact - nearest) < 1e-9 * max(1, exact) ? nearest : exact.rounded(rule)) / Double(practices)
  }

  /// What to say of a plan that does not keep the risks.
  ///
  /// - Parameters:
  ///   - refusal: the chance of refusing what is good.
  ///   - acceptance: the chance of accepting what is bad.
  func warnings(refusal: Double, acceptance: Double) -> [String] {
    var warnings: [String] = []
    if refusal > producerRisk {
      let risk = PlanText.percent(producerRisk)
      warnings.append(
        said(
          "Refuses what is good more often than the \(risk) asked for.",
          "Afviser det gode oftere end de \(risk), der blev bedt om."))
    }
    if acceptance > consumerRisk {
      let risk = PlanText.percent(consumerRisk)
      warnings.append(
        said(
          "Accepts what is bad more often than the \(risk) asked for.",
          "Godkender det dårlige oftere end de \(risk), der blev bedt om."))
    }
    return warnings
  }

  /// True shares between which a plan goes from accepting nearly everything to accepting nearly nothing.
  ///
  /// - Parameter count: about how many; the good and the bad one are among them.
  func rates(of plan: AcceptancePlan, count: Int) -> [Double] {
    var (start, end) = (good, bad)
    while start > Self.smallestStart, plan.acceptance(atRate: start) < 1 - Self.negligible { start /= 1.1 }
    if start < 0.5 * good { start = 0 }
    while end < 1, plan.acceptance(atRate: end) > Self.negligible { end = min(1, end * 1.1) }
    return PlanRates(
      from: start, upTo: end, count: count, practices: practices, asked: [worstGood, bestBad]
    ).values
  }

  /// Where a characteristic has nothing left to show.
  private static let negligible = 0.001
  private static let smallestStart = 1e-6
}

extension AcceptancePlan {
  /// The calls expected when ringing stops as soon as the answer is certain; `nil` where that takes long to compute.
  func curtailedCalls(atRate rate: Double) -> Double? {
    calls * (acceptIfAtMost + 1) <= Self.mostSteps ? expectedCallsWhenCurtailed(atRate: rate) : nil
  }

  private static let mostSteps = 200_000
}

/// The risks of a plan that tells a good from a bad share.
struct PlanRisks: OptionGroup {
  @Option("producer-risk", "RISK", "The risk of refusing what is good.", reading: .errorRisk, default: 0.05)
  var producerRisk: Double
  @Option(
    "consumer-risk", "RISK", "The risk of accepting what is bad.", reading: .errorRisk, default: 0.10,
    shown: "0.10")
  var consumerRisk: Double
}
