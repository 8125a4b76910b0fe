import Scenarios
import SurveyDesign
import Tables
import TelephoneAccess
import Testing

@testable import Studies

@Suite("Surveys in several rounds")
struct SurveyInRoundsTests {
  private static func study(_ rounds: String, _ settings: String...) throws -> Study {
    try StudyResultTests.study(["survey.rounds=\(rounds)"] + settings)
  }

  private static let two = #"[{}, {days: ["2015-04-21", "2015-04-22"], slot: "other", attempts: 2}]"#

  private static func replicates(_ study: Study, _ count: UInt64 = 30) -> [Replicate] {
    var worker = Worker(study)
    return (0..<count).map { worker.replicate($0) }
  }

  @Test(
    "The second round rings whom the first did not reach, once the first is over, in the other slot, on its days"
  )
  func secondRound() throws {
    let study = try Self.study(Self.two)
    let definition = study.scenario.survey.definition
    for replicate in Self.replicates(study) {
      let attempts = replicate.fieldwork.attempts
      let first = attempts.filter { $0.round == 1 }
      let unreached = first.filter {
        definition.isReached(disposition: $0.disposition, waitSeconds: Double($0.wait) / 1000) == false
      }
      let second = attempts.filter { $0.round == 2 && $0.attemptInRound == 1 }
      #expect(Set(second.map(\.practice)) == Set(unreached.map(\.practice)))
      #expect(second.count == unreached.count)
      for attempt in second {
        let before = try #require(first.first { $0.practice == attempt.practice })
        #expect(attempt.attempt == 2)
        #expect(attempt.slot != before.slot)
        #expect(attempt.homeSlot == before.slot)
        #expect(study.scenario.survey.rounds[1].days.contains(attempt.date))
        #expect(attempt.due / 60_000 != before.due / 60_000)
      }
      // Redials of the second round go on counting.
      for redial in attempts where redial.round == 2 && redial.attemptInRound == 2 {
        #expect(redial.attempt == 3)
      }
      #expect(attempts.filter { $0.round == 1 }.allSatisfy { $0.attempt == 1 })
    }
  }

  @Test("A call counts for the slot of its first attempt, and its last attempt says how it ended")
  func outcomes() throws {
    for replicate in Self.replicates(try Self.study(Self.two)) {
      #expect(replicate.outcomes.count == 8)
      for outcome in replicate.outcomes {
        let own = replicate.fieldwork.attempts.filter { $0.practice == outcome.practice && $0.dialled != nil }
        let last = try #require(own.max { $0.attempt < $1.attempt })
        #expect(outcome.disposition == last.disposition)
        #expect(outcome.attempt == last.attempt)
        #expect(outcome.round == last.round)
        #expect(outcome.slot == own.first?.slot)
      }
    }
  }

  @Test("The first round is what it is without the second, byte for byte")
  func firstRound() throws {
    let (rounds, single) = (
      Self.replicates(try Self.study(Self.two)), Self.replicates(try StudyResultTests.study())
    )
    for (whole, alone) in zip(rounds, single) {
      #expect(whole.fieldwork.attempts.filter { $0.round == 1 } == alone.fieldwork.attempts)
      #expect(whole.fieldwork.probes.map(\.openOutcome) == alone.fieldwork.probes.map(\.openOutcome))
    }
  }

  @Test("The shares of those reached by attempt, by round and by way are counts of the attempts")
  func steps() async throws {
    let study = try Self.study(Self.two)
    for replicate in Self.replicates(study) {
      let shares = replicate.facts.reachedBy[0]
      func share(_ by: ReachingStep.By, _ label: String) -> Double? {
        study.outline.steps.firstIndex(of: .init(by: by, label: label)).flatMap { shares[$0] }
      }
      let reached = replicate.outcomes.filter {
        study.scenario.survey.definition.isReached(disposition: $0.disposition, waitSeconds: $0.waitSeconds)
          == true
      }
      let all = Double(replicate.outcomes.count)
      #expect(share(.way, "first-attempt") == Double(reached.count { $0.attempt == 1 }) / all)
      #expect(share(.way, "after-redialling") == Double(reached.count { $0.attempt > 1 }) / all)
      #expect(share(.way, "never") == 1 - Double(reached.count) / all)
      #expect(share(.round, "2") == Double(reached.count { $0.round == 2 }) / all)
      #expect(share(.attempt, "3") == Double(reached.count { $0.attempt == 3 }) / all)
    }
    #expect(
      study.outline.steps.map(\.label) == [
        "1", "2", "3", "1", "2", "first-attempt", "after-redialling", "never",
      ])
    #expect(try StudyResultTests.study().outline.steps.isEmpty)
  }

  @Test(
    "Estimates agree with the truth, whose probes follow the rounds: no more than four standard errors off")
  func truth() async throws {
    // With one call per practice at a random minute and day, an estimate is unbiased for the truth under the same rounds; with as many
    // interviewers as practices no call is late. Four standard errors are passed once in 16,000 correct programs.
    for rounds in [
      Self.two, #"[{}, {days: ["2015-04-21"], slot: "same"}, {days: ["2015-04-28"], slot: "any"}]"#,
    ] {
      let study = try Self.study(rounds, "survey.interviewers=8")
      let result = RegionalResult([try await StudyResultTests.result(study, 0..<600)])
      for (place, group) in study.groups.enumerated() {
        let row = try #require(result.summary(definition: 0, group: place))
        let error = try #require(row.biasStandardError)
        #expect(abs(row.bias) < 4 * error + 1e-9, "\(group.label): \(row.bias) ± \(error)")
      }
    }
  }

  @Test(
    "Any number of jobs, and tallies read back, give the same; a trace changes nothing and covers both rounds"
  )
  func sameBytes() async throws {
    let study = try Self.study(Self.two)
    let (one, two) = (
      try await StudyResultTests.result(study, 0..<20),
      try await StudyResultTests.result(study, 0..<20, jobs: 3)
    )
    func bytes(_ result: RegionalResult) -> [UInt8] {
      StudyTallies.bytes(of: result)
        + StudyTables.reached.bytes(of: StudyTables.reachedRows(of: result), format: .standard)
    }
    let written = bytes(RegionalResult([one]))
    #expect(written == bytes(RegionalResult([two])))
    let tallies = StudyTallies.bytes(of: RegionalResult([one]))
    #expect(bytes(try RegionalResult(tallies: Table(tallies, file: "tallies.csv"))) == written)

    let replicate = Self.replicates(study, 3)[2]
    let again = try #require(replicate.fieldwork.attempts.first { $0.round == 2 })
    let id = study.population.frame.practices[again.practice].id
    let events = try #require(study.trace(practice: id, replication: 2))
    #expect(events.contains { $0.date == again.date && $0.event.time == again.dialled })
  }

  @Test(
    "Reserves take the places of wrong numbers, in later rounds, and strata keep the weight that they had")
  func reserves() throws {
    let study = try Self.study(
      #"[{}, {days: ["2015-04-21", "2015-04-22"]}]"#, "practices.invalid_share=0.5", "survey.reserves=1",
      #"survey.sampling={design: "stratified", strata: "municipality", practices: 4, division: "equal"}"#,
      "survey.slots_balanced_by=municipality")
    // Four of the eight practices, dealt by quota.
    #expect(study.population.region.practices.count(where: \.hasWrongNumber) == 4)
    var released = 0
    for replicate in Self.replicates(study) {
      let wrong = Set(replicate.outcomes.filter { $0.disposition == .wrongNumber }.map(\.practice))
      #expect(wrong.allSatisfy { study.population.region.practices[$0].hasWrongNumber })
      let first = Set(replicate.fieldwork.attempts.filter { $0.round == 1 }.map(\.practice))
      #expect(first.count == 4)
      let reserves = replicate.outcomes.filter(\.isReserve)
      released += reserves.count
      // Municipality A has five practices, B three: two of each are sampled, and two and one are left in reserve.
      for (municipality, left) in [("A", 2), ("B", 1)] {
        func isThere(_ practice: Int) -> Bool {
          study.population.frame.practices[practice].municipality == municipality
        }
        let invalid = first.intersection(wrong).count(where: isThere)
        #expect(reserves.count { isThere($0.practice) } == min(invalid, left))
      }
      #expect(reserves.allSatisfy { !first.contains($0.practice) })
      let rows = replicate.fieldwork.attempts.filter { attempt in
        reserves.contains { $0.practice == attempt.practice }
      }
      #expect(rows.allSatisfy { $0.round == 2 })
    }
    #expect(released > 10)
  }

  @Test(
    "A limit over all rounds stops calls and probes alike, and those from the reserve have as many attempts")
  func attemptsInAll() throws {
    let rounds =
      #"[{}, {days: ["2015-04-21"]}, {days: ["2015-04-22"]}, {days: ["2015-04-23"]}, {days: ["2015-04-24"]}]"#
    let study = try Self.study(
      rounds, "survey.attempts_in_all=2", "practices.invalid_share=0.5", "survey.reserves=1",
      #"survey.sampling={design: "simple-random", practices: 4}"#, "survey.slots_balanced_by=null")
    #expect(study.outline.steps.filter { $0.by == .attempt }.map(\.label) == ["1", "2"])
    var late = 0
    for replicate in Self.replicates(study) {
      let attempts = replicate.fieldwork.attempts
      #expect(attempts.allSatisfy { $0.attempt <= 2 })
      // The sample is left alone after round 2; whoever was released then has a second attempt in round 3.
      let sampled = Set(attempts.filter { $0.round == 1 }.map(\.practice))
      #expect(attempts.allSatisfy { $0.round <= 2 || !sampled.contains($0.practice) })
      late += attempts.count { $0.round == 3 && $0.attempt == 2 }
    }
    #expect(late > 0)
  }

  @Test("Refusals come in the share that is said: 0.3 of those answering, within four standard errors")
  func refusals() throws {
    let study = try Self.study(Self.two, "survey.refusal_share=0.3")
    let dispositions = Self.replicates(study, 60).flatMap(\.outcomes).map(\.disposition)
    let refused = dispositions.count { $0 == .refused }
    let answered = dispositions.count { $0 == .answeredByDoctor || $0 == .answeredByStaff }
    let all = Double(refused + answered)
    #expect(all > 100)
    #expect(abs(Double(refused) / all - 0.3) < 4 * (0.21 / all).squareRoot())
  }

  @Test("A round for calls that are not valid rings those never dialled, and all rings every practice")
  func whom() throws {
    let hurried = try Self.study(
      #"[{}, {days: ["2015-04-21"], rings: "not-valid"}]"#, "survey.interviewers=1",
      "survey.late_calls=record-actual-slot", "survey.wrap_up={distribution: \"constant\", seconds: 7000}")
    var rung = 0
    for replicate in Self.replicates(hurried) {
      let never = replicate.fieldwork.attempts.filter { $0.round == 1 && $0.dialled == nil }
      let second = replicate.fieldwork.attempts.filter { $0.round == 2 }
      #expect(Set(second.map(\.practice)) == Set(never.map(\.practice)))
      rung += second.count
    }
    #expect(rung > 0)
    for replicate in Self.replicates(try Self.study(#"[{}, {days: ["2015-04-21"], rings: "all"}]"#), 5) {
      #expect(replicate.fieldwork.attempts.count { $0.round == 2 } == 8)
    }
  }
}
