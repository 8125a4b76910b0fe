internal import Scenarios
package import Studies
internal import SurveyDesign
package import SurveyStatistics
internal import Surveys
internal import TelephoneAccess

/// What a slot design is worth by simulation.
package struct DesignTrial: Sendable {
  private let pair: (Int, Int)?
  private let slots: [StudyGroup]
  private let hasTarget: [Bool]
  private var rates: [RunningMoments]
  private var widths: [RunningMoments]
  private var meanWidth = RunningMoments()
  private var widthOfAll = RunningMoments()
  private var rateOfAll = RunningMoments()
  private var differences = RunningMoments()
  private var rejections = RunningMoments()
  private var verdicts: [[RunningMoments]]
  private var meanVerdicts: [RunningMoments]
  private var verdictsEverywhere: [RunningMoments]
  private var attempts = RunningMoments()
  private var hours = RunningMoments()
  private var late = RunningMoments()
  /// What each round of a survey in several rounds costs and buys; none of a survey of one round.
  package private(set) var rounds: [RoundYield]

  /// Creates a trial without a replication.
  ///
  /// - Parameters:
  ///   - study: The survey.
  ///   - pair: Two slots, by position, whose difference is tested; `nil` for none.
  package init(_ study: Study, between pair: (Int, Int)?) {
    self.pair = pair
    rounds = .init(study)
    slots = study.groups.filter { $0.by == "slot" }
    hasTarget = slots.map { study.target(of: $0) != nil }
    rates = .init(repeating: RunningMoments(), count: slots.count)
    widths = rates
    verdicts = .init(
      repeating: .init(repeating: RunningMoments(), count: slots.count), count: Verdict.allCases.count)
    meanVerdicts = .init(repeating: RunningMoments(), count: Verdict.allCases.count)
    verdictsEverywhere = meanVerdicts
  }

  mutating func add(_ report: DesignReport) {
    rateOfAll.addIfThere(report.all.rate)
    widthOfAll.addIfThere(report.all.interval?.width)
    var known: [Double] = []
    for (slot, estimate) in report.slots.enumerated() {
      rates[slot].addIfThere(estimate.rate)
      widths[slot].addIfThere(estimate.interval?.width)
      if let width = estimate.interval?.width { known.append(width) }
    }
    if !known.isEmpty { meanWidth.add(known.reduce(0, +) / Double(known.count)) }
    let judged = report.verdicts.indices.filter { hasTarget[$0] && report.verdicts[$0] != nil }
    for (place, verdict) in Verdict.allCases.enumerated() where !judged.isEmpty {
      var found = 0
      for slot in judged {
        let isFound = report.verdicts[slot] == verdict
        verdicts[place][slot].add(isFound ? 1 : 0)
        found += isFound ? 1 : 0
      }
      meanVerdicts[place].add(Double(found) / Double(judged.count))
      verdictsEverywhere[place].add(found == hasTarget.count { $0 } ? 1 : 0)
    }
    differences.addIfThere(report.difference)
    rejections.addIfThere(report.isRejected.map { $0 ? 1 : 0 })
    attempts.add(report.attemptsPerPractice)
    hours.add(report.hours)
    late.addIfThere(report.late)
    rounds.add(report.rounds)
  }

  /// Comes to every sum.
  mutating func visit<Visitor: SumVisitor>(_ visitor: inout Visitor) throws(Visitor.Fault) {
    for (place, slot) in slots.enumerated() {
      try visitor.visit(&rates[place], SumName("rate", "", slot))
      try visitor.visit(&widths[place], SumName("interval-width", "", slot))
      for (number, verdict) in Verdict.allCases.enumerated() {
        try visitor.visit(&verdicts[number][place], SumName(verdict.rawValue, "", slot))
      }
    }
    for (number, verdict) in Verdict.allCases.enumerated() {
      try visitor.visit(&meanVerdicts[number], SumName("share-of-slots-\(verdict.rawValue)"))
      try visitor.visit(&verdictsEverywhere[number], SumName("every-slot-\(verdict.rawValue)"))
    }
    try visitor.visit(&meanWidth, SumName("interval-width-of-slots"))
    try visitor.visit(&widthOfAll, SumName("interval-width"))
    try visitor.visit(&rateOfAll, SumName("rate"))
    try visitor.visit(&differences, SumName("difference"))
    try visitor.visit(&rejections, SumName("rejected"))
    try visitor.visit(&attempts, SumName("attempts-per-practice"))
    try visitor.visit(&hours, SumName("working-hours"))
    try visitor.visit(&late, SumName("late"))
    try rounds.visit(&visitor)
  }

  /// Replications added.
  package var replications: Int { hours.count }
  /// The mean width of a slot's interval.
  package func meanWidth(slot: Int) -> MonteCarloMean? { MonteCarloMean(widths[slot]) }
  /// The same over all slots.
  package var meanWidthOfSlots: MonteCarloMean? { MonteCarloMean(meanWidth) }
  /// The mean width of the interval of all calls together.
  package var meanWidthOfAll: MonteCarloMean? { MonteCarloMean(widthOfAll) }
  /// The standard deviation of a slot's share.
  package func standardDeviation(slot: Int) -> MonteCarloMean? { Self.spread(rates[slot]) }
  /// The standard deviation of the share over all calls.
  package var standardDeviationOfAll: MonteCarloMean? { Self.spread(rateOfAll) }
  /// The standard deviation of the difference between the two slots.
  package var standardDeviationOfDifference: MonteCarloMean? { Self.spread(differences) }
  /// How often the test told the two slots apart, of the replications in which it could be made.
  package var power: MonteCarloMean? { Self.share(rejections) }
  /// How often a slot got a verdict; `nil` without a target.
  package func probability(of verdict: Verdict, slot: Int) -> MonteCarloMean? {
    Verdict.allCases.firstIndex(of: verdict).flatMap { Self.share(verdicts[$0][slot]) }
  }
  /// The share of slots with a verdict, the mean over replications; `nil` without a target.
  package func meanProbability(of verdict: Verdict) -> MonteCarloMean? {
    Verdict.allCases.firstIndex(of: verdict).flatMap { MonteCarloMean(meanVerdicts[$0]) }
  }
  /// How often every slot got a verdict; `nil` without a target.
  package func probabilityEverywhere(of verdict: Verdict) -> MonteCarloMean? {
    Verdict.allCases.firstIndex(of: verdict).flatMap { Self.share(verdictsEverywhere[$0]) }
  }
  /// How often the telephone of a practice that is in the survey rings for it.
  package var attemptsPerPractice: MonteCarloMean? { MonteCarloMean(attempts) }
  /// Interviewers' hours on the telephone and writing up.
  package var interviewerHours: MonteCarloMean? { MonteCarloMean(hours) }
  /// The share of calls that were dialled a minute or more late, or never.
  package var lateShare: MonteCarloMean? { MonteCarloMean(late) }

  private static func share(_ moments: RunningMoments) -> MonteCarloMean? {
    .share(of: Int((moments.mean * Double(moments.count)).rounded()), among: moments.count)
  }

  /// As `DiagnosisRow.Spread`: the error holds for estimates that are about normal.
  private static func spread(_ moments: RunningMoments) -> MonteCarloMean? {
    DiagnosisRow.Spread(moments, bias: 0)?.standardDeviation
  }
}

extension RunningMoments {
  fileprivate mutating func addIfThere(_ value: Double?) {
    if let value { add(value) }
  }
}
