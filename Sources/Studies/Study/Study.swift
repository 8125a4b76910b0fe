internal import Randomness
package import Scenarios
package import SurveyDesign
internal import SurveyStatistics
package import Surveys
package import TelephoneAccess

/// A scenario ready to be simulated: its population drawn, its calls planned by chance anew in every replication.
///
/// A value that any number of workers share; each makes a ``Worker`` of its own.
package struct Study: Sendable {
  /// What is simulated.
  package let scenario: Scenario
  /// The practices, drawn once for the region's seed.
  package private(set) var population: Population
  /// The practices with the weights that the sampling design gives them: what an estimator needs to know.
  package let designFrame: Frame
  /// The groups that every replication estimates: slots, pooled slots, all.
  package let groups: [StudyGroup]
  /// The groups whose truth is known: the same, and those of the frame's columns.
  package let truthGroups: [StudyGroup]
  /// How they are estimated.
  package let estimator: RateEstimator
  /// The rows of the study's tables.
  package private(set) var outline = StudyOutline(definitions: [], groups: [], estimated: 0, slots: [])

  private let planner: CallPlanner
  /// Which groups are estimated from a slot's calls: they are stretches of the day, never some of the practices.
  private let groupsOfSlot: [[Int]]
  let weights: [Double]
  private let strata: [Int]
  private let strataCount: Int

  /// Draws the population and prepares the plan.
  ///
  /// - Throws: `DesignFaults` for a frame or a design that cannot be, all faults at once.
  package init(_ scenario: Scenario) throws {
    self.scenario = scenario
    let survey = scenario.survey
    population = try Population(model: scenario.population, frame: scenario.frame, seed: scenario.regionSeed)
    {
      var region = Region(
        practices: $0, patients: scenario.patients, weekdayIndex: scenario.weekdayIndex,
        busynessCV: scenario.busynessCV)
      region.professionals = scenario.population.professionals ?? region.professionals
      return region
    }
    let frame = population.frame
    planner = try survey.planner(for: frame)
    designFrame = try planner.sampler.weighted(frame)
    groups = StudyGroup.byTime(slots: survey.slots, pooled: survey.pooledSlots)
    groupsOfSlot = survey.slots.slots.indices.map { [groups] slot in
      groups.indices.filter { groups[$0].contains(practice: 0, slot: slot) }
    }
    truthGroups =
      groups + ["municipality", "gps", "cluster"].flatMap { StudyGroup.by(column: $0, of: frame) }
    estimator = RateEstimator(
      method: survey.interval, confidence: survey.confidence)
    weights = designFrame.practices.map(\.weight)
    let labels = Dictionary(
      frame.strata.enumerated().flatMap { number, group in group.members.map { ($0, number) } },
      uniquingKeysWith: { first, _ in first })
    strata = frame.practices.indices.map { labels[$0] ?? 0 }
    strataCount = frame.strata.count
    outline = makeOutline()
  }

  /// The same study, in which patients' calls are counted for each practice besides.
  func countingCallsOfEachPractice() -> Study {
    var study = self
    study.population.countCallsOfEachPractice()
    return study
  }

  /// The target of a group, if the scenario has one for it.
  package func target(of group: StudyGroup) -> Double? {
    switch scenario.survey.target {
    case .none: return nil
    case .everywhere(let rate): return rate
    case .within(let target): return target.rate
    case .bySlot:
      guard let slot = try? Slot(parsing: group.label) else { return nil }
      return scenario.survey.target?.rate(for: slot)
    }
  }

  /// Which groups are estimated from a slot's calls.
  func groups(ofSlot slot: Int) -> [Int] { groupsOfSlot[slot] }

  /// The calls of one replication.
  package func plan(replication: UInt64) -> CallSchedule {
    planner.plan(seed: scenario.seed, replication: replication)
  }

  /// The practice-day on which each practice is probed in a replication: that of one of its calls, or any day of the survey.
  ///
  /// A call falls on every day of the survey equally often, and so does one drawn from a practice's calls: the truth does not
  /// depend on how many there are. The first of several would come early.
  func probedDays(calls: [PlannedCall], replication: UInt64) -> [PracticeDay] {
    var callCount = [Int](repeating: 0, count: population.frame.count)
    for call in calls { callCount[call.practiceIndex] += 1 }
    // How many of its calls go before the one on whose day a practice is probed.
    var callsBefore = callCount.enumerated().map { practice, count in
      count > 1 ? draw(below: count, for: practice, replication: replication) : 0
    }
    var days: [PracticeDay] = []
    days.reserveCapacity(callCount.count)
    for call in calls {
      if callsBefore[call.practiceIndex] == 0 {
        days.append(PracticeDay(practice: call.practiceIndex, date: call.date))
      }
      callsBefore[call.practiceIndex] -= 1
    }
    for practice in callCount.indices where callCount[practice] == 0 {
      let day = draw(below: scenario.survey.days.count, for: practice, replication: replication)
      days.append(PracticeDay(practice: practice, date: scenario.survey.days[day]))
    }
    return days
  }

  /// The calls of a later round, from 2: the next attempts at open calls.
  func plan(_ round: SurveyRound, number: Int, open: [OpenCall], replication: UInt64) -> [PlannedCall] {
    planner.plan(round, number: number, open: open, seed: scenario.seed, replication: replication)
  }

  /// The first calls to practices that are released from the reserve.
  func released(after made: [CallPlanner.MadeCall], replication: UInt64) -> [OpenCall] {
    planner.released(after: made, seed: scenario.seed, replication: replication)
  }

  /// Draws something of a practice among so many, such as the day on which it is probed; later rounds skip the draws of others.
  func draw(
    below count: Int, for practice: Int, replication: UInt64, _ purpose: Purpose = .probedDay,
    skipping others: Int = 0
  ) -> Int {
    var stream = RandomStream(
      seed: scenario.seed, replication: replication,
      practice: population.region.practices[practice].streamKey,
      purpose: purpose)
    for _ in 0..<others { _ = stream.next() }
    return stream.integer(below: count)
  }

  /// Estimates every group under every definition from the outcomes of a survey; it never sees the truth.
  ///
  /// - Returns: The estimates by definition and then by group.
  package func estimates(from outcomes: [CallOutcome]) -> [[RateEstimate]] {
    let ordered = byPractice(outcomes)
    return scenario.survey.definitions.map { definition in
      var all: [RateEstimator.Observation] = []
      all.reserveCapacity(outcomes.count)
      let factors = strataCount > 1 ? weightingFactors(outcomes, definition) : nil
      var members = [[RateEstimator.Observation]](repeating: [], count: groups.count)
      var invalid = [Int](repeating: 0, count: groups.count)
      for outcome in ordered {
        let isReached = definition.isReached(
          disposition: outcome.disposition, waitSeconds: outcome.waitSeconds)
        guard let isReached else {
          for group in groupsOfSlot[outcome.slot] { invalid[group] += 1 }
          continue
        }
        let stratum = strata[outcome.practice]
        let observation = RateEstimator.Observation(
          practice: outcome.practice, stratum: stratum,
          weight: weights[outcome.practice] * (factors?[stratum] ?? 1), isUnreached: !isReached)
        all.append(observation)
        for group in groupsOfSlot[outcome.slot] { members[group].append(observation) }
      }
      let design = CallDesign(all)
      return groups.indices.map { estimator.estimate(members[$0], in: design, invalid: invalid[$0]) }
    }
  }

  /// The same outcomes practice by practice: estimators count by practice, and need not sort them for each group again.
  private func byPractice(_ outcomes: [CallOutcome]) -> [CallOutcome] {
    var next = [Int](repeating: 0, count: weights.count + 1)
    for outcome in outcomes { next[outcome.practice + 1] += 1 }
    for practice in weights.indices { next[practice + 1] += next[practice] }
    var order = [Int](repeating: 0, count: outcomes.count)
    for (place, outcome) in outcomes.enumerated() {
      order[next[outcome.practice]] = place
      next[outcome.practice] += 1
    }
    return order.map { outcomes[$0] }
  }

  /// What makes the calls that are not valid good within their strata; `nil` where there are none.
  private func weightingFactors(_ outcomes: [CallOutcome], _ definition: ReachedDefinition) -> [Double]? {
    func isValid(_ outcome: CallOutcome) -> Bool {
      definition.isReached(disposition: outcome.disposition, waitSeconds: outcome.waitSeconds) != nil
    }
    guard !outcomes.allSatisfy(isValid) else { return nil }
    var classes = WeightingClasses(strata: strataCount)
    for outcome in outcomes {
      classes.add(
        stratum: strata[outcome.practice], weight: weights[outcome.practice], isValid: isValid(outcome),
        isReserve: outcome.isReserve)
    }
    return classes.factors
  }

  /// Writes down everything that happens on one practice's telephone in a replication.
  ///
  /// - Returns: The events by date and time, on the days when the practice is rung; `nil` for an unknown practice.
  package func trace(practice id: String, replication: UInt64) -> [DatedEvent]? {
    guard let practice = population.frame.index(of: id) else { return nil }
    var survey = SurveyInRounds(self, replication: replication)
    var events: [DatedEvent] = []
    survey.conduct(sendsProbes: false) { plan in
      let traced = Simulation.trace(
        practices: [practice], region: population.region, slots: scenario.survey.slots.slots,
        fieldwork: scenario.survey.fieldwork, plan: plan, seed: scenario.seed, replication: replication)
      events += traced.events
      return traced.fieldwork
    }
    return events
  }
}
