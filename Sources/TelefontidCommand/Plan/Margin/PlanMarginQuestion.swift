import SurveyStatistics
import Terminal

extension PlanMarginCommand {
  /// What is asked: everything but the answer.
  struct Question: OptionGroup {
    @Option("rate", "RATE", "The share not reached that is expected, such as 0.10.", reading: .share)
    var rate: Double
    @Option(
      "margin", "E,...", "Half the width that the interval may have, such as 0.03; several are compared.",
      reading: .list(of: .share)) var margins: [Double]
    @Option(.confidence("The confidence of the interval, two-sided.")) var confidence: Double
    @Option(
      "estimand", "WHAT", "The long-run share, or that of the practices as they are when called.",
      reading: .choice, default: .service) var estimand: EstimateCommand.Estimand
    @Option(
      "interval", "METHOD", "The interval that the survey will print.", reading: .choice, absent: "wilson")
    private var method: Method?
    @Option(
      "assurance", "CHANCE", "The chance that the interval is really so narrow, such as 0.9.",
      reading: .probability, absent: "narrow enough on average") var assurance: Double?
    @Option(
      "practices", "N", "How many practices there are; each is rung once per slot at most.",
      reading: .integer(in: 1...1_000_000_000), absent: "more than enough") var practices: Int?
    @Option(  // With at most 2⁵³ calls in each of 1000, the sum can always be counted.
      "slots", "K", "How many slots get so many calls each: adds them up.", reading: .integer(in: 1...1000))
    var slots: Int?
    @Option(
      "between-practices", "RHO",
      "Which share of a call's variance lies between practices: 0 none, 1 all, as if practices never varied.",
      reading: .share, default: 0, shown: "0, the cautious choice") var betweenPractices: Double
    @Options var yield: PlanYield

    var interval: Method { method ?? .wilson }
    var designEffect: Double { yield.designEffect }
    var lost: Double { yield.lost }

    /// The name of the interval that the survey will print.
    var intervalName: String {
      switch estimand {
      case .service: interval.rawValue
      case .snapshot: IntervalMethod.hypergeometric.rawValue
      }
    }

    /// The practices whose snapshot is asked for; `nil` for the long-run rate.
    private var snapshot: SnapshotPlan? {
      switch estimand {
      case .service: nil
      case .snapshot: practices.flatMap { SnapshotPlan(share: rate, population: $0, confidence: confidence) }
      }
    }

    /// Below this no survey of practices means anything, and the exact sums take long.
    private static let smallestMargin = 0.001
    /// Half of the scale: every interval is narrower than all of it.
    private static let greatestMargin = 0.5
    private static let mostMargins = 10

    /// Refuses what no number of calls can give.
    var faults: [String] {
      var faults = yield.faults + snapshotFaults
      if rate == 0 || rate == 1 {
        faults.append(
          "'--rate \(rate.shortest)': a rate without exceptions has an interval with one end only, and no margin. Ask with the greatest share not reached that you think possible, or ask 'telefontid plan acceptance --good 0 --bad 0.05' how many calls show a share to be small"
        )
      }
      for margin in margins where margin >= Self.greatestMargin {
        faults.append(
          "'--margin \(margin.shortest)': with that to either side every interval is narrow enough; ask for less than \(Self.greatestMargin.shortest)"
        )
      }
      for margin in margins where margin < Self.smallestMargin {
        faults.append(
          "'--margin \(margin.shortest)': a tenth of a point is the finest that can be planned; ask for 0.001 or more"
        )
      }
      if margins.count > Self.mostMargins {
        faults.append("'--margin': \(margins.count) margins; ask for \(Self.mostMargins) at most at a time")
      }
      if betweenPractices > 0, practices == nil {
        faults.append("'--between-practices' needs '--practices': how many there are")
      }
      return faults
    }

    /// What a snapshot leaves no room for.
    private var snapshotFaults: [String] {
      guard estimand == .snapshot else { return [] }
      var faults: [String] = []
      if let practices {
        if practices > SnapshotPlan.mostPractices {
          faults.append(
            "'--estimand snapshot' of \(practices) practices: the exact interval is planned for \(SnapshotPlan.mostPractices) at most; of so many ask for the long-run rate"
          )
        } else if let snapshot, snapshot.unreached == 0 || snapshot.unreached == practices, rate > 0, rate < 1
        {
          faults.append(
            "'--rate \(rate.shortest)' of \(PlanText.count(practices, "practice")) is \(snapshot.unreached == 0 ? "none" : "all") of them; ask with a rate that whole practices can have"
          )
        }
      } else {
        faults.append("'--estimand snapshot' needs '--practices': how many there are")
      }
      if method != nil {
        faults.append("'--estimand snapshot' has the hypergeometric interval: leave '--interval' out")
      }
      if betweenPractices > 0 { faults.append("'--between-practices' is for '--estimand service'") }
      if designEffect != 1 {
        faults.append(
          "'--design-effect' is for '--estimand service': the exact interval of a snapshot is that of different practices, drawn by lot"
        )
      }
      return faults
    }

    /// The steps for one margin, or why there are none.
    func plan(_ margin: Double) throws(PlanRefusal) -> Plan {
      guard let initial = initialSize(margin), let chain = chain(initial), let calls = chain.calls else {
        throw PlanRefusal(
          "'--margin \(margin.shortest)' would take more calls than can be counted; ask for a wider margin, fewer lost calls or a smaller design effect"
        )
      }
      if let practices, calls > practices { throw refusal(margin, calls: calls, practices: practices) }
      return self.plan(margin, chain, calls: calls)
    }

    /// From the calls that a random sample needs to those to make.
    private func chain(_ initial: Double) -> SampleSizeChain? {
      switch estimand {
      case .service:
        SampleSizeChain(
          initial: initial, designEffect: designEffect, population: practices, betweenShare: betweenPractices,
          usableShare: 1 - lost)
      case .snapshot: SampleSizeChain(initial: initial, usableShare: 1 - lost)
      }
    }

    /// What a random sample from an unlimited number of practices needs, or for a snapshot from these practices.
    private func initialSize(_ margin: Double) -> Double? {
      if let snapshot {
        let size =
          assurance.map { snapshot.assuredSize(margin: margin, assurance: $0) }
          ?? snapshot.expectedSize(margin: margin)
        return size.map { Double($0) }
      }
      if let assurance {
        return MarginPlan.assuredSize(
          share: rate, margin: margin, assurance: assurance, method: interval.method, confidence: confidence
        ).map { Double($0) }
      }
      switch interval {
      case .wald: return MarginPlan.waldSize(share: rate, margin: margin, confidence: confidence)
      case .logit: return MarginPlan.logOddsSize(share: rate, margin: margin, confidence: confidence)
      case .wilson, .clopperPearson: break
      }
      return MarginPlan.expectedSize(
        share: rate, margin: margin, method: interval.method, confidence: confidence
      ).map { Double($0) }
    }

    private func plan(_ margin: Double, _ chain: SampleSizeChain, calls: Int) -> Plan {
      let usable = yield.valid(calls)
      let unreached = Int((Double(usable) * rate).rounded())
      if let snapshot {
        let share = Double(unreached) / Double(usable)
        return Plan(
          margin: margin, chain: chain, calls: calls, usableCalls: usable, unreached: unreached,
          interval: FinitePopulation.interval(
            successes: unreached, draws: usable, population: snapshot.population, confidence: confidence)
            ?? ConfidenceInterval(lower: share, upper: share),
          chanceOfNarrow: snapshot.assurance(calls: usable, margin: margin))
      }
      let effective = effectiveCalls(usable)
      let independent = effective.isFinite ? max(1, Int(effective)) : nil
      return Plan(
        margin: margin, chain: chain, calls: calls, usableCalls: usable, unreached: unreached,
        interval: printed(unreached: unreached, of: usable, worth: effective),
        chanceOfNarrow: independent.map {
          MarginPlan.assurance(
            calls: $0, share: rate, margin: margin, method: interval.method, confidence: confidence)
        } ?? 1,
        chanceOfCovering: independent.map {
          Coverage.exact(of: interval.method, trials: $0, probability: rate, confidence: confidence)
        } ?? 1)
    }

    /// The interval that a survey of so many calls prints if it finds what is expected.
    func interval(calls: Int) -> ConfidenceInterval? {
      if let practices, calls > practices { return nil }
      let usable = yield.valid(calls)
      if let snapshot {
        return FinitePopulation.interval(
          successes: Int((Double(usable) * rate).rounded()), draws: usable, population: snapshot.population,
          confidence: confidence)
      }
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
        ?? "No margin takes so few: leave"
      return PlanRefusal(
        "'--margin \(margin.shortest)' takes \(calls) calls per slot, but each of the \(practices) practices is rung once per slot at most. \(offer) '--practices' out and ring on several days"
      )
    }

    /// The narrowest margin in whole thousandths that so many practices can give, by bisection.
    private func reachableMargin(above margin: Double, practices: Int) -> Double? {
      var (low, high) = (PlanText.thousandths(of: margin), PlanText.thousandths(of: Self.greatestMargin) - 1)
      guard high > low, fits(Double(high) / 1000, practices) else { return nil }
      while high - low > 1 {
        let middle = (low + high) / 2
        if fits(Double(middle) / 1000, practices) { high = middle } else { low = middle }
      }
      return Double(high) / 1000
    }

    private func fits(_ margin: Double, _ practices: Int) -> Bool {
      initialSize(margin).flatMap(chain)?.calls.map { $0 <= practices } ?? false
    }
  }
}
