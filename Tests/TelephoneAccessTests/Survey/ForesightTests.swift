import SurveyDesign
import TelephoneAccess
import Testing

/// Callers who must wait get their end as soon as it is certain; a trace lets every one of them stand in line.
///
/// So a day that is watched and the same day unwatched are lived in two ways, and must come to the same.
@Suite("What is foreseen is what happens")
struct ForesightTests {
  @Test("in random scenarios", arguments: [RandomScenario.Times.any, .wholeMinutes])
  func randomScenarios(times: RandomScenario.Times) {
    for seed in 7000..<7400 as Range<UInt64> { expectSameWatched(RandomScenario(seed: seed, times: times)) }
  }

  @Test("where urgent callers go first, at home and forwarded, and the timetable changes every quarter")
  func urgentCallers() {
    var scenario = RandomScenario(seed: 3, practices: 3)
    let quarters = (32..<64).map { quarter in
      let state: TelephoneState =
        switch quarter % 4 {
        case 0: .staffed(answerers: 2, by: .doctor)
        case 3: .off(.forwarding)
        default: .staffed(answerers: 1, by: .staff)
        }
      return TimetablePeriod(
        from: .minute(Double(15 * quarter)), to: .minute(Double(15 * quarter + 15)), state: state)
    }
    let day = TimetablePeriod(from: .hour(8), to: .hour(16), state: .staffed(answerers: 1, by: .staff))
    for practice in 0..<3 {
      scenario.region.practices[practice].telephone = Telephone(
        system: .queue, lines: 4, hasAcuteLine: practice != 2,
        timetable: Timetable(practice == 0 ? quarters : [day]), partner: practice == 0 ? 2 : nil)
      scenario.region.practices[practice].demand = PatientDemand()
      scenario.region.practices[practice].demand.rates = [
        RatePeriod(from: .hour(8), to: .hour(16), callsPerHour: 16)
      ]
    }
    scenario.region.patients = PatientModel()
    scenario.region.patients.urgentShare = 0.2
    scenario.region.patients.talkWithStaff = .lognormal(mean: 180, sd: 120)
    scenario.region.patients.patience = .exponential(mean: 400)
    scenario.region.patients.redialAfterAbandonment = RedialRule(share: 0.9, delay: .exponential(mean: 100))
    let traffic = expectSameWatched(scenario, replications: 30)
    // Otherwise this would show nothing.
    #expect(traffic.urgentAnswered > 1000 && traffic.abandoned > 1000 && traffic.forwarded > 100)
    #expect(traffic.urgentWait > 10_000_000)
  }

  /// Who waits behind whom, an urgent caller or another, decides how many lines are taken meanwhile.
  @Test(
    "where urgent calls follow one another and the busy tone is near",
    arguments: [1, 2, 3], [nil, 4] as [Int?])
  func urgentLines(answerers: Int, balksAtCallsInSystem: Int?) {
    var scenario = RandomScenario(seed: 5, practices: 3)
    for practice in 0..<3 {
      // Fewer answer at noon: until their calls end those who leave take lines as well.
      let timetable = Timetable([
        TimetablePeriod(from: .hour(8), to: .hour(12), state: .staffed(answerers: answerers, by: .doctor)),
        TimetablePeriod(from: .hour(12), to: .hour(16), state: .staffed(answerers: 1, by: .staff)),
      ])
      scenario.region.practices[practice].telephone = Telephone(
        system: .queue, lines: answerers + practice, hasAcuteLine: true, timetable: timetable, partner: nil)
      scenario.region.practices[practice].demand = PatientDemand()
      scenario.region.practices[practice].demand.rates = [
        RatePeriod(from: .hour(8), to: .hour(16), callsPerHour: 18 * Double(answerers))
      ]
    }
    scenario.region.patients = PatientModel()
    scenario.region.patients.urgentShare = 0.4
    scenario.region.patients.balksAtCallsInSystem = balksAtCallsInSystem
    scenario.region.patients.talkWithDoctor = .lognormal(mean: 200, sd: 200)
    scenario.region.patients.talkWithStaff = .lognormal(mean: 200, sd: 200)
    scenario.region.patients.patience = .exponential(mean: 300)
    scenario.region.patients.redialAfterBusy = RedialRule(share: 0.9, delay: .exponential(mean: 200))
    let traffic = expectSameWatched(scenario, replications: 30)
    // Otherwise this would show nothing.
    #expect(traffic.urgentWait > 100_000_000 && traffic.blocked > 500 && traffic.abandoned > 500)
    #expect(traffic.balked > (balksAtCallsInSystem == nil ? 100 : 500))
  }

  @Test("where many more call than a list holds, from the first minute on")
  func longLists() {
    var scenario = RandomScenario(seed: 4, practices: 2)
    scenario.region.busynessCV = 0
    scenario.region.weekdayIndex = []
    for practice in 0..<2 {
      scenario.region.practices[practice].telephone = Telephone(
        system: .busyTone, lines: 3, hasAcuteLine: practice == 0,
        timetable: Timetable([
          TimetablePeriod(from: .hour(8), to: .hour(16), state: .staffed(answerers: 2, by: .staff))
        ]), partner: nil)
      var demand = PatientDemand()
      demand.burst = OpeningBurst(at: .hour(8), calls: 200, meanDelay: 1200)
      demand.fixedTimes = (0..<150).map { .minute(Double(480 + $0 / 2)) }
      demand.rates = [RatePeriod(from: .hour(8), to: .hour(16), callsPerHour: 60)]
      scenario.region.practices[practice].demand = demand
    }
    scenario.region.patients = PatientModel()
    scenario.region.patients.mostRedials = 20
    scenario.region.patients.redialAfterBusy = RedialRule(share: 1, delay: .exponential(mean: 2000))
    let traffic = expectSameWatched(scenario, replications: 4)
    #expect(traffic.redials > 5000)
    let calls = scenario.trace().events.filter {
      if case .calls(by: .patient, _, _) = $0.event.kind { true } else { false }
    }
    for practice in 0..<2 {
      let times = calls.filter { $0.event.practice == practice }.map { ($0.date.dayNumber, $0.event.time) }
      #expect(times.elementsEqual(times.sorted(by: <), by: ==) && times.count > 1000)
    }
  }

  /// Expects that a scenario is the same when callers stand in line.
  ///
  /// - Returns: Its traffic.
  @discardableResult
  private func expectSameWatched(_ scenario: RandomScenario, replications: UInt64 = 1) -> TrafficCounts {
    var traffic = TrafficCounts()
    for replication in 0..<replications {
      let foreseen = scenario.conduct(replication: replication)
      let watched = scenario.trace(replication: replication).fieldwork
      for counts in foreseen.traffic { traffic += counts }
      #expect(
        foreseen.attempts == watched.attempts,
        "attempts of scenario \(scenario.seed), replication \(replication)")
      #expect(
        foreseen.probes == watched.probes, "probes of scenario \(scenario.seed), replication \(replication)")
      #expect(
        foreseen.traffic == watched.traffic && foreseen.waits == watched.waits,
        "traffic of scenario \(scenario.seed), replication \(replication)")
    }
    return traffic
  }
}
