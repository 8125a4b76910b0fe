/// Wald's sequential probability ratio test of a good against a bad share: stop ringing when the answer is known.
///
/// After n calls with x unreached: accept when x ≤ slope·n + lowerIntercept, refuse when x ≥ slope·n + upperIntercept.
/// Wald (1947), Sequential Analysis, chapter 5.
package struct SequentialPlan: Sendable, Equatable {
  /// What to do after a call.
  package enum Decision: String, Sendable, Equatable, CaseIterable {
    /// Stop: the share is taken as good.
    case accept
    /// Stop: the share is taken as bad.
    case refuse
    /// Make another call.
    case goOn = "continue"
  }

  /// The share that should be accepted.
  package let good: Double
  /// The share that should be refused.
  package let bad: Double
  /// The unreached calls by which both lines rise with every call.
  package let slope: Double
  /// Where the line of refusal starts; positive.
  package let upperIntercept: Double
  /// Where the line of acceptance starts; negative.
  package let lowerIntercept: Double
  /// The call after which a decision is forced.
  package let mostCalls: Int
  /// The greatest count that is accepted when the decision is forced.
  package let finalAcceptIfAtMost: Int

  /// Draws the lines for two risks; the true risks are those of `characteristics`.
  ///
  /// Without a truncation given, ringing ends after three times the calls of the smallest single plan with the same
  /// risks, and the forced decision falls along the middle between the lines. Nil unless 0 < good < bad < 1, both
  /// risks are positive with a sum below 1, and the truncation (1…1,000,000) and its count make sense.
  package init?(
    good: Double, bad: Double, producerRisk: Double = 0.05, consumerRisk: Double = 0.10,
    mostCalls: Int? = nil, finalAcceptIfAtMost: Int? = nil
  ) {
    guard good > 0, good < bad, bad < 1, producerRisk > 0, consumerRisk > 0, producerRisk + consumerRisk < 1
    else {
      return nil
    }
    // The evidence that an unreached call gives for "bad" over "good", and a reached one for "good" over "bad".
    let unreached = log(bad / good)
    let reached = log((1 - good) / (1 - bad))
    slope = reached / (unreached + reached)
    upperIntercept = log((1 - consumerRisk) / producerRisk) / (unreached + reached)
    lowerIntercept = log(consumerRisk / (1 - producerRisk)) / (unreached + reached)
    // Shares that differ by rounding only have no lines.
    guard upperIntercept < Self.farthestIntercept, lowerIntercept > -Self.farthestIntercept else {
      return nil
    }
    self.good = good
    self.bad = bad
    guard
      let most = mostCalls
        ?? AcceptancePlan.smallest(
          good: good, bad: bad, producerRisk: producerRisk, consumerRisk: consumerRisk
        ).map({ 3 * $0.calls }),
      most > 0, most <= 1_000_000
    else { return nil }
    let middle = slope * Double(most) + 0.5 * (upperIntercept + lowerIntercept)
    let final = finalAcceptIfAtMost ?? min(max(Int(middle.rounded(.down)), -1), most)
    guard final >= -1, final <= most else { return nil }
    self.mostCalls = most
    self.finalAcceptIfAtMost = final
  }

  /// The greatest count that is accepted after so many calls; negative while none can be.
  package func acceptIfAtMost(after calls: Int) -> Int {
    calls >= mostCalls
      ? finalAcceptIfAtMost : Int((slope * Double(calls) + lowerIntercept + Self.rounding).rounded(.down))
  }

  /// The smallest count that is refused after so many calls; above the calls while none can be.
  package func refuseIfAtLeast(after calls: Int) -> Int {
    calls >= mostCalls
      ? finalAcceptIfAtMost + 1 : Int((slope * Double(calls) + upperIntercept - Self.rounding).rounded(.up))
  }

  /// What to do after so many calls with so many unreached.
  package func decision(unreached: Int, calls: Int) -> Decision {
    if unreached <= acceptIfAtMost(after: calls) { return .accept }
    return unreached >= refuseIfAtLeast(after: calls) ? .refuse : .goOn
  }

  /// The exact operating characteristic and number of calls at a true share; nil for one outside [0, 1].
  ///
  /// With a population the calls are draws without replacement, and the plan must fit into it. O(mostCalls · distance of
  /// the lines).
  package func characteristics(atRate rate: Double, population: Int? = nil) -> SequentialCharacteristics? {
    if let population, population < mostCalls { return nil }
    return SequentialRule(
      mostCalls: mostCalls, acceptIfAtMost: acceptIfAtMost(after:), refuseIfAtLeast: refuseIfAtLeast(after:)
    ).characteristics(atRate: rate, population: population)
  }

  /// A count on a line counts as having reached it, whatever the rounding of the line.
  private static let rounding = 1e-9
  private static let farthestIntercept = 1e12
}
