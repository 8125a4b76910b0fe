import SurveyDesign
import Testing

@testable import TelephoneAccess

/// Calls whose time is known come in the order of time; at one instant, in the order in which they became known.
@Suite("Calls to come keep their order")
struct CallOrderTests {
  private static func call(_ number: Int) -> Call {
    Call(key: 0, since: .midnight, home: PracticePlace(0), token: number, kind: .survey)
  }

  @Test("a call is put behind those of its time and before later ones")
  func ties() {
    var pool = CallPool()
    var queue = CallQueue()
    let times = [10, 10, 5, 10, 20, 5, 20, 10, 1]
    for (number, time) in times.enumerated() {
      pool.insert(Self.call(number), until: Instant(time), into: &queue)
    }
    var order: [Int] = []
    while !queue.isEmpty { order.append(Int(pool.removeFirst(from: &queue).token)) }
    #expect(order == [8, 2, 5, 0, 1, 3, 7, 4, 6])
  }

  @Test("a line is served first come, first served, whoever gives up before")
  func line() {
    var pool = CallPool()
    var queue = CallQueue()
    for (number, until) in [30, 10, 20, 10, 40].enumerated() {
      pool.append(Self.call(number), until: Instant(until), to: &queue)
    }
    #expect(pool.earliest(in: queue) == Instant(10))
    #expect(pool.removeFirst(until: Instant(9), from: &queue) == nil)
    #expect(pool.removeFirst(until: Instant(10), from: &queue)?.token == 1)
    #expect(pool.removeFirst(until: Instant(10), from: &queue)?.token == 3)
    #expect(pool.removeFirst(until: Instant(10), from: &queue) == nil)
    #expect(pool.earliest(in: queue) == Instant(20))
    #expect(pool.removeFirst(until: .never, from: &queue)?.token == 0)
    #expect(pool.removeFirst(from: &queue).token == 2)
    #expect(pool.removeFirst(from: &queue).token == 4)
    #expect(queue.isEmpty && queue.count == 0 && pool.earliest(in: queue) == .never)
  }

  @Test(
    "of two interviewers who ring one substitute at the same instant, the first to dial is answered first")
  func referrals() throws {
    // Both hear a message of 30 s; the substitute's one answerer talks 120 s to the first.
    var lab = SurveyLab([.off(.referralMessage, partner: 2), .off(.referralMessage, partner: 2), .lab()])
    lab.fieldwork.followsReferrals = true
    for practice in [0, 1] { try lab.ring(practice, at: "9:00", by: practice) }
    let waits = Dictionary(uniqueKeysWithValues: lab.conduct().attempts.map { ($0.practice, $0.wait) })
    #expect(waits == [0: 30_000, 1: 150_000])
  }

  @Test(
    "a probe that follows a referral meets the substitute as it is then, whichever of the two is followed first",
    arguments: [(0, 1), (1, 0)])
  func referredProbe(home: Int, partner: Int) throws {
    // The substitute is free all morning; by the end of the day it is closed.
    var telephones = [Telephone.lab(), .lab()]
    telephones[home] = .off(.referralMessage, partner: partner)
    var lab = SurveyLab(telephones)
    lab.fieldwork.followsReferrals = true
    lab.slots = [Slot(.hour(8), .hour(12))]
    try lab.patients(of: partner, at: "15:55")
    var simulation = Simulation(region: lab.region, slots: lab.slots, fieldwork: lab.fieldwork)
    let plan = ReplicationInput(
      calls: [], days: [], practiceDays: [PracticeDay(practice: home, date: lab.days[0])], sendsProbes: true)
    let outcome = simulation.conduct(plan, seed: 1, replication: 0).probes[0].outcome
    #expect(outcome.disposition == .referralMessage && outcome.wait == 30_000)
  }
}
