internal import Scenarios
package import Studies
internal import SurveyDesign
internal import TelephoneAccess

/// How a team of interviewers gets through a survey's calls, over replications.
package struct TeamRehearsal: PartedSums {
  /// The interviewers in the team.
  package let interviewers: Int
  /// The survey's days.
  package let days: Int
  package var done = ReplicationRanges()
  /// What each round of a survey in several rounds costs and buys; none of a survey of one round.
  package private(set) var rounds: [RoundYield]
  /// Hours that each interviewer is there on a day: from the beginning of the first slot to the end of the last.
  package let hoursADay: Double

  private var planned = 0
  private var lateShares = RunningMoments()
  private var shares = RunningMoments()
  private var delays = RunningMoments()
  private var work = RunningMoments()

  /// Creates a rehearsal without a replication.
  package init(_ study: Study) {
    let survey = study.scenario.survey
    interviewers = survey.interviewers
    rounds = .init(study)
    days = survey.rounds.reduce(0) { $0 + $1.days.count }
    let slots = survey.slots.slots
    let span = (slots.last?.to.milliseconds ?? 0) - (slots.first?.from.milliseconds ?? 0)
    hoursADay = Double(span) / Double(TimeOfDay.millisecondsPerHour)
  }

  /// Runs replications of a study and adds them up.
  ///
  /// - Parameters:
  ///   - study: The survey, with the team to be rehearsed.
  ///   - numbers: The replications.
  ///   - known: What is known of these and others.
  ///   - jobs: Replications that run at the same time; any number gives the same.
  ///   - shouldStop: Whether to begin nothing more.
  ///   - advanced: Called after every replication.
  package static func run(
    _ study: Study, _ numbers: Range<UInt64>, knowing known: TeamRehearsal? = nil, jobs: Int,
    until shouldStop: @Sendable () -> Bool = { false }, advanced: () throws -> Void = {}
  ) async throws -> TeamRehearsal {
    var rehearsal = known ?? TeamRehearsal(study)
    try await StudyRunner(studies: [study]).run(
      numbers, into: &rehearsal, jobs: jobs, until: shouldStop,
      reducing: { replicate, _ in TeamReport(replicate, of: study) },
      adding: { rehearsal, report, _ in rehearsal.add(report) }, advanced: advanced)
    return rehearsal
  }

  mutating func add(_ report: TeamReport) {
    rounds.add(report.rounds)
    planned += report.calls
    let calls = Double(max(report.calls, 1))
    lateShares.add(Double(report.late) / calls)
    shares.add(Double(report.neverDialled) / calls)
    delays.add(Double(report.longestDelay) / Double(TimeOfDay.millisecondsPerMinute))
    work.add(Double(report.work) / Double(TimeOfDay.millisecondsPerHour))
  }

  package mutating func visit<Visitor: PartSumVisitor>(_ visitor: inout Visitor) throws(Visitor.Fault) {
    try visitor.visit(&planned, SumName("calls"))
    try visitor.visit(&lateShares, SumName("late"))
    try visitor.visit(&shares, SumName("never-dialled"))
    try visitor.visit(&delays, SumName("longest-delay-minutes"))
    try visitor.visit(&work, SumName("working-hours"))
    try rounds.visit(&visitor)
  }

  /// Replications added.
  package var replications: Int { lateShares.count }

  /// Planned calls in a replication, of all rounds; the mean, to a whole number, where a round rings those whom the one before missed.
  package var calls: Int {
    replications > 0 ? Int((Double(planned) / Double(replications)).rounded()) : 0
  }

  /// The share of calls that were not dialled when they were due; `nil` without a replication.
  ///
  /// A call is late if it is dialled a minute or more after it was due, on a later day, or never.
  package var late: MonteCarloMean? { MonteCarloMean(lateShares) }

  /// Whether no greater share of calls was late than that; `nil` without a replication.
  package func isLate(atMost limit: Double) -> Bool? {
    // Moments are kept in units of 2⁻³², and a share that is just the limit must not fail by half of one.
    late.map { $0.value <= limit + 0x1p-32 }
  }

  /// The share of calls that were never dialled.
  package var neverDialled: MonteCarloMean? { MonteCarloMean(shares) }

  /// The longest wait of a call for its interviewer on its day, in minutes, the mean over replications.
  package var longestDelay: MonteCarloMean? { MonteCarloMean(delays) }

  /// Hours on the telephone and writing up, of all interviewers together.
  package var workingHours: MonteCarloMean? { MonteCarloMean(work) }

  /// Hours present, of all interviewers together.
  package var attendanceHours: Double { Double(interviewers) * Double(days) * hoursADay }
}

/// What one replication says of its team.
struct TeamReport: Equatable, Sendable {
  /// Planned calls.
  var calls: Int
  /// Of these, not dialled when they were due.
  var late = 0
  /// Of these, never dialled.
  var neverDialled = 0
  /// The longest delay on the planned day, in milliseconds.
  var longestDelay = 0
  /// Time on the telephone and writing up, in milliseconds.
  var work: Int
  /// The rounds of a survey in several.
  var rounds: [RoundReport] = []

  /// What makes a call the same one when it has been moved to another day or slot.
  private struct Key: Hashable {
    var practice: Int
    var due: Int
  }

  init(_ replicate: Replicate, of study: Study) {
    self.init(
      planned: replicate.planned, attempts: replicate.fieldwork.attempts,
      work: replicate.fieldwork.interviewerTime)
    rounds = RoundReport.rounds(of: replicate, in: study)
  }

  /// Compares what was planned with what was done.
  init(planned: [PlannedCall], attempts: [CallAttempt], work: Int) {
    calls = planned.count
    self.work = work
    var dates: [Key: CalendarDate] = [:]
    for call in planned { dates[Key(practice: call.practiceIndex, due: call.due.milliseconds)] = call.date }
    for attempt in attempts where attempt.attemptInRound == 1 {
      guard let dialled = attempt.dialled else {
        neverDialled += 1
        late += 1
        continue
      }
      let date = dates[Key(practice: attempt.practice, due: attempt.due)]
      let delay = dialled - attempt.due
      longestDelay = max(longestDelay, delay)
      if delay >= CallTimeliness.lateAfter || date.map({ attempt.date > $0 }) ?? false { late += 1 }
    }
  }
}
