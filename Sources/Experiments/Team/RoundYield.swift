internal import Scenarios
package import Studies
internal import SurveyDesign
internal import TelephoneAccess

/// What each round of a survey costs and buys, over replications.
///
/// A team and a slot design both ask for it: whether another round is worth its hours.
package struct RoundYield: Sendable {
  /// Working days of the round.
  package let days: Int
  private var planned = RunningMoments()
  private var work = RunningMoments()
  private var shares = RunningMoments()
  private var sums = RunningMoments()

  init(days: Int) { self.days = days }

  /// Calls of the round that were dialled or meant to be, the mean over replications.
  package var calls: MonteCarloMean? { MonteCarloMean(planned) }
  /// Interviewers' hours on the telephone and writing up.
  package var hours: MonteCarloMean? { MonteCarloMean(work) }
  /// The share of all valid calls of the survey that reached their practice in the round, by the survey's definition.
  package var reached: MonteCarloMean? { MonteCarloMean(shares) }
  /// The share that this round or one before it reached.
  package var reachedByThen: MonteCarloMean? { MonteCarloMean(sums) }

  mutating func add(_ report: RoundReport) {
    planned.add(Double(report.calls))
    work.add(Double(report.work) / Double(TimeOfDay.millisecondsPerHour))
    if let reached = report.reached { shares.add(reached) }
    if let reached = report.reachedByThen { sums.add(reached) }
  }

  /// Comes to every sum.
  mutating func visit<Visitor: SumVisitor>(_ visitor: inout Visitor, _ round: StudyGroup) throws(Visitor
    .Fault)
  {
    try visitor.visit(&planned, SumName("calls", "", round))
    try visitor.visit(&work, SumName("working-hours", "", round))
    try visitor.visit(&shares, SumName("reached", "", round))
    try visitor.visit(&sums, SumName("reached-by-then", "", round))
  }
}

/// What one replication says of a round.
struct RoundReport: Equatable, Sendable {
  /// First attempts of the round.
  var calls: Int
  /// Interviewers' time on the telephone and writing up, in milliseconds.
  var work: Int
  /// The share of all valid calls that reached their practice in it; `nil` without a valid call.
  var reached: Double?
  /// The share that it or a round before it reached.
  var reachedByThen: Double?

  /// The rounds of a replication; none of a survey of one round.
  static func rounds(of replicate: Replicate, in study: Study) -> [RoundReport] {
    let steps = study.outline.steps.enumerated().filter { $1.by == .round }
    var sum: Double? = 0
    return zip(steps, replicate.workOfRounds).map { step, work in
      let reached = replicate.facts.reachedBy.first?[step.offset]
      sum = sum.flatMap { sum in reached.map { sum + $0 } }
      return RoundReport(
        calls: replicate.fieldwork.attempts.count {
          "\($0.round)" == step.element.label && $0.attemptInRound == 1
        }, work: work, reached: reached, reachedByThen: sum)
    }
  }
}

extension [RoundYield] {
  /// The rounds of a survey without a replication; none of a survey of one round.
  init(_ study: Study) {
    let rounds = study.scenario.survey.rounds
    self = rounds.count > 1 ? rounds.map { RoundYield(days: $0.days.count) } : []
  }

  mutating func add(_ reports: [RoundReport]) {
    for (place, report) in reports.enumerated() { self[place].add(report) }
  }

  /// Comes to every sum of every round.
  mutating func visit<Visitor: SumVisitor>(_ visitor: inout Visitor) throws(Visitor.Fault) {
    for place in indices {
      try self[place].visit(&visitor, StudyGroup(by: "round", label: "\(place + 1)"))
    }
  }
}
