package import Studies
package import SurveyStatistics
internal import Surveys

/// One slot design of several that cost the same: what it is worth by simulation and by formula, side by side.
package struct DesignComparison: Sendable {
  /// Practices that are rung.
  package let practices: Int
  /// Slots in which each of them is rung.
  package let perPractice: Int
  /// By simulation.
  package let trial: DesignTrial
  /// By formula.
  package let theory: DesignTheory
  /// The names of the slots.
  package let slots: [String]
  /// The two slots that are told apart, by position; `nil` where there is one slot.
  package let pair: (Int, Int)?
  private let method: IntervalMethod
  private let confidence: Double
  private let targets: [Double?]

  /// Puts both sides of one design together.
  ///
  /// - Parameters:
  ///   - study: The survey with this design.
  ///   - practices: Practices that are rung.
  ///   - perPractice: Slots in which each of them is rung.
  ///   - trial: What its replications came to.
  ///   - profile: How often each practice is not reached.
  ///   - pair: The two slots that are told apart.
  package init(
    _ study: Study, practices: Int, perPractice: Int, trial: DesignTrial, profile: PracticeProfile,
    between pair: (Int, Int)?
  ) {
    self.practices = practices
    self.perPractice = perPractice
    self.trial = trial
    self.pair = pair
    theory = DesignTheory(profile, practices: practices, perPractice: perPractice)
    let groups = study.groups.filter { $0.by == "slot" }
    slots = groups.map(\.label)
    targets = groups.map(study.target(of:))
    method = study.estimator.method
    confidence = study.estimator.confidence
  }

  /// What a number is about.
  package enum Measure: String, CaseIterable, Sendable {
    /// The mean width of the interval.
    case intervalWidth = "interval-width"
    /// The standard deviation of the estimated share not reached.
    case standardDeviation = "standard-deviation"
    /// The chance of the verdict "meets".
    case meets = "p-meets"
    /// The chance of the verdict "undecided".
    case undecided = "p-undecided"
    /// The chance of the verdict "fails".
    case fails = "p-fails"
    /// The standard deviation of the difference between two slots.
    case differenceDeviation = "difference-standard-deviation"
    /// The chance that a test tells two slots apart.
    case power
    /// How often the telephone of a practice in the survey rings for it.
    case attemptsPerPractice = "attempts-per-practice"
    /// Interviewers' hours on the telephone and writing up.
    case interviewerHours = "interviewer-hours"
    /// The share of calls dialled a minute or more late, or never.
    case late

    fileprivate static func probability(of verdict: Verdict) -> Measure {
      switch verdict {
      case .meets: .meets
      case .undecided: .undecided
      case .fails: .fails
      }
    }
  }

  /// One number, found in two ways where there are two.
  package struct Figure: Sendable {
    /// What it is about.
    package var measure: Measure
    /// The slot, `all`, `mean of slots`, `every slot`, or two slots with `/` between them.
    package var group: String
    /// By simulation, with its Monte Carlo standard error.
    package var simulated: MonteCarloMean?
    /// By formula.
    package var analytic: Double?
  }

  /// Every number, in a fixed order.
  package var figures: [Figure] {
    var figures: [Figure] = []
    for (slot, label) in slots.enumerated() {
      figures.append(
        Figure(
          measure: .intervalWidth, group: label, simulated: trial.meanWidth(slot: slot),
          analytic: theory.meanWidth(slot: slot, method: method, confidence: confidence)))
      figures.append(
        Figure(
          measure: .standardDeviation, group: label, simulated: trial.standardDeviation(slot: slot),
          analytic: theory.covariance(slot, slot).squareRoot()))
      for verdict in Verdict.allCases where targets[slot] != nil {
        figures.append(
          Figure(
            measure: .probability(of: verdict), group: label,
            simulated: trial.probability(of: verdict, slot: slot),
            analytic: probability(of: verdict, slot: slot)))
      }
    }
    figures.append(width)
    figures += Verdict.allCases.compactMap { meanProbability(of: $0) }
    figures += Verdict.allCases.compactMap { verdict in
      trial.probabilityEverywhere(of: verdict).map {
        Figure(measure: .probability(of: verdict), group: Self.everySlot, simulated: $0, analytic: nil)
      }
    }
    figures.append(
      Figure(measure: .intervalWidth, group: "all", simulated: trial.meanWidthOfAll, analytic: nil))
    figures.append(spreadOfAll)
    if let spread = spreadOfDifference, let power { figures += [spread, power] }
    for (measure, simulated) in [
      (Measure.attemptsPerPractice, trial.attemptsPerPractice), (.interviewerHours, trial.interviewerHours),
      (.late, trial.lateShare),
    ] {
      figures.append(Figure(measure: measure, group: "all", simulated: simulated, analytic: nil))
    }
    return figures
  }

  private static let meanOfSlots = "mean of slots"
  private static let everySlot = "every slot"

  /// The width of a slot's interval, the mean over slots.
  package var width: Figure {
    let widths = slots.indices.compactMap {
      theory.meanWidth(slot: $0, method: method, confidence: confidence)
    }
    return Figure(
      measure: .intervalWidth, group: Self.meanOfSlots, simulated: trial.meanWidthOfSlots,
      analytic: widths.count == slots.count ? widths.reduce(0, +) / Double(max(widths.count, 1)) : nil)
  }

  /// The standard deviation of the share over all calls.
  package var spreadOfAll: Figure {
    Figure(
      measure: .standardDeviation, group: "all", simulated: trial.standardDeviationOfAll,
      analytic: theory.standardDeviationOfAll)
  }

  /// The standard deviation of the difference between the two slots; `nil` where there is one slot.
  package var spreadOfDifference: Figure? {
    pair.map { pair in
      Figure(
        measure: .differenceDeviation, group: names(of: pair), simulated: trial.standardDeviationOfDifference,
        analytic: theory.standardDeviationOfDifference(pair.0, pair.1))
    }
  }

  /// The power to tell the two slots apart; `nil` where there is one slot.
  package var power: Figure? {
    pair.map { pair in
      Figure(
        measure: .power, group: names(of: pair), simulated: trial.power,
        analytic: theory.power(between: pair.0, and: pair.1))
    }
  }

  /// The chance of a verdict, the mean over slots that have a target; `nil` where none has.
  package func meanProbability(of verdict: Verdict) -> Figure? {
    let chances = slots.indices.compactMap { probability(of: verdict, slot: $0) }
    guard !chances.isEmpty else { return nil }
    return Figure(
      measure: .probability(of: verdict), group: Self.meanOfSlots,
      simulated: trial.meanProbability(of: verdict), analytic: chances.reduce(0, +) / Double(chances.count))
  }

  private func probability(of verdict: Verdict, slot: Int) -> Double? {
    targets[slot].flatMap { theory.probability(of: verdict, slot: slot, target: $0) }
  }

  private func names(of pair: (Int, Int)) -> String { "\(slots[pair.0]) / \(slots[pair.1])" }
}
