import Drawing
import Reports
import Scenarios
import SurveyStatistics
import TelephoneAccess
import Terminal

extension PlanMarginCommand {
  /// What is asked: everything but the answer.
  struct Question: Sendable {
    let rate: Double
    let margins: [Double]
    let confidence: Double
    let interval: Method
    let assurance: Double?
    let practices: Int?
    let slots: Int?
    let betweenPractices: Double
    let designEffect: Double
    let lost: Double

    init(_ arguments: inout Arguments) {
      rate = arguments.take(PlanMarginCommand.rate)
      margins = arguments.take(PlanMarginCommand.margins)
      confidence = arguments.take(PlanMarginCommand.confidence)
      interval = arguments.take(PlanMarginCommand.interval)
      assurance = arguments.take(PlanMarginCommand.assurance)
      practices = arguments.take(PlanMarginCommand.practices)
      slots = arguments.take(PlanMarginCommand.slots)
      betweenPractices = arguments.take(PlanMarginCommand.betweenPractices)
      designEffect = arguments.take(PlanMarginCommand.designEffect)
      lost = arguments.take(PlanMarginCommand.lost)
    }

    /// Below this no survey of practices means anything, and the exact sums take long.
    private static let smallestMargin = 0.001
    private static let mostMargins = 10

    /// Refuses what no number of calls can give.
    func isPossible(_ arguments: inout Arguments) -> Bool {
      var faults: [String] = []
      if rate == 0 || rate == 1 {
        faults.append(
          "'--rate \(rate.shortest)': a rate without exceptions has an interval with one end only, and no margin. Ask with the greatest share not reached that you think possible, or ask 'telefontid plan acceptance --good 0 --bad 0.05' how many calls show a share to be small"
        )
      } else {
        for margin in margins where margin > min(rate, 1 - rate) { faults.append(tooWide(margin)) }
      }
      for margin in margins where margin < Self.smallestMargin {
        faults.append(
          "'--margin \(margin.shortest)': a tenth of a point is the finest that can be planned; ask for 0.001 or more"
        )
      }
      if margins.count > Self.mostMargins {
        faults.append("'--margin': \(margins.count) margins; ask for \(Self.mostMargins) at most at a time")
      }
      if lost == 1 {
        faults.append("'--lost 1': if every call is lost, no number of calls is enough; ask with less than 1")
      }
      if betweenPractices > 0, practices == nil {
        faults.append("'--between-practices' needs '--practices': how many there are")
      }
      arguments.reject(faults)
      return faults.isEmpty
    }

    private func tooWide(_ margin: Double) -> String {
      let room = min(rate, 1 - rate)
      let end = rate <= 0.5 ? "below 0 %" : "above 100 %"
      return
        "'--margin \(margin.shortest)': \(PlanText.points(margin)) points around \(PlanText.percent(rate)) reach \(end), so that the answer would say nothing. Ask for '--margin \(room.shortest)' or less"
    }

    /// The steps for one margin, or why there are none.
    func plan(_ margin: Double) throws(PlanRefusal) -> Plan {
      guard let initial = initialSize(margin),
        let chain = SampleSizeChain(
          initial: initial, designEffect: designEffect, population: practices, betweenShare: betweenPractices,
          usableShare: 1 - lost),
        let calls = chain.calls
      else {
        throw PlanRefusal(
          "'--margin \(margin.shortest)' would take more calls than can be counted; ask for a wider margin, fewer lost calls or a smaller design effect"
        )
      }
      if let practices, calls > practices { throw refusal(margin, calls: calls, practices: practices) }
      return self.plan(margin, chain, calls: calls)
    }

    /// What a random sample from an unlimited number of practices needs.
    private func initialSize(_ margin: Double) -> Double? {
      if let assurance {
        return MarginPlan.assuredSize(
          share: rate, margin: margin, assurance: assurance, method: interval.method, confidence: confidence
        ).map { Double($0) }
      }
      if interval == .wald {
        return MarginPlan.waldSize(share: rate, margin: margin, confidence: confidence)
      }
      return MarginPlan.expectedSize(
        share: rate, margin: margin, method: interval.method, confidence: confidence
      ).map { Double($0) }
    }

    private func plan(_ margin: Double, _ chain: SampleSizeChain, calls: Int) -> Plan {
      let usable = min(calls, max(1, Int((Double(calls) * (1 - lost)).rounded())))
      let effective = effectiveCalls(usable)
      let unreached = Int((Double(usable) * rate).rounded())
      return Plan(
        margin: margin, chain: chain, calls: calls, usableCalls: usable, effectiveCalls: effective,
        unreached: unreached, interval: printed(unreached: unreached, of: usable, worth: effective),
        chanceOfNarrow: effective.isFinite
          ? MarginPlan.assurance(
            calls: max(1, Int(effective)), share: rate, margin: margin, method: interval.method,
            confidence: confidence) : 1)
    }

    /// The interval that a survey of so many calls prints if it finds what is expected.
    func interval(calls: Int) -> ConfidenceInterval? {
      if let practices, calls > practices { return nil }
      let usable = min(calls, max(1, Int((Double(calls) * (1 - lost)).rounded())))
      let effective = effectiveCalls(usable)
      guard effective.isFinite else { return nil }
      return ProportionInterval.interval(
        proportion: rate, effectiveSize: effective, method: interval.method, confidence: confidence)
    }

    /// How many independent calls so many are worth.
    private func effectiveCalls(_ calls: Int) -> Double {
      let design = practices.flatMap {
        OneCallPerPractice(calls: calls, practices: $0, betweenShare: betweenPractices)
      }
      return Double(calls) / (designEffect * (design?.varianceFactor ?? 1))
    }

    private func printed(unreached: Int, of calls: Int, worth effective: Double) -> ConfidenceInterval {
      let share = Double(unreached) / Double(calls)
      return ProportionInterval.interval(
        proportion: share, effectiveSize: effective, method: interval.method, confidence: confidence)
        ?? ConfidenceInterval(lower: share, upper: share)
    }

    /// There are not so many practices: what they could give.
    private func refusal(_ margin: Double, calls: Int, practices: Int) -> PlanRefusal {
      let reachable = reachableMargin(above: margin, practices: practices)
      let offer =
        reachable.map { "Ask for '--margin \($0.shortest)' or wider, or leave" }
        ?? "No margin within that rate takes so few: leave"
      return PlanRefusal(
        "'--margin \(margin.shortest)' takes \(calls) calls per slot, but each of the \(practices) practices is rung once per slot at most. \(offer) '--practices' out and ring on several days"
      )
    }

    /// The narrowest margin in whole thousandths that so many practices can give, by bisection.
    private func reachableMargin(above margin: Double, practices: Int) -> Double? {
      var (low, high) = (PlanText.thousandths(of: margin), PlanText.thousandths(of: min(rate, 1 - rate)))
      guard high > low, fits(Double(high) / 1000, practices) else { return nil }
      while high - low > 1 {
        let middle = (low + high) / 2
        if fits(Double(middle) / 1000, practices) { high = middle } else { low = middle }
      }
      return Double(high) / 1000
    }

    private func fits(_ margin: Double, _ practices: Int) -> Bool {
      initialSize(margin).flatMap {
        SampleSizeChain(
          initial: $0, designEffect: designEffect, population: practices, betweenShare: betweenPractices,
          usableShare: 1 - lost)
      }?.calls.map { $0 <= practices } ?? false
    }
  }
}
