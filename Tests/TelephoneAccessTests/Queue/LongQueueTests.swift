import Randomness
import SurveyDesign
import Testing

@testable import TelephoneAccess

/// In a long queue a heap finds who hangs up next, and many calls to come are a heap too: both must give what looking through
/// everything gives.
@Suite("Long queues")
struct LongQueueTests {
  /// A line of calls in an array, looked through from the front.
  private struct Line {
    var calls: [(key: UInt64, until: Instant)] = []

    mutating func removeFirst(until time: Instant) -> UInt64? {
      calls.firstIndex { $0.until <= time }.map { calls.remove(at: $0).key }
    }
    var earliest: Instant { calls.map(\.until).min() ?? .never }
  }

  @Test("The pool gives the callers that a plain array gives", arguments: 0..<20 as Range<UInt64>)
  func pool(seed: UInt64) {
    var dice = SplitMix64(state: SplitMix64.mix(seed))
    var pool = CallPool()
    var queues = [CallQueue(), CallQueue()]
    var lines = [Line(), Line()]
    for key in 0..<4000 as Range<UInt64> {
      let which = dice.integer(below: 4) == 0 ? 1 : 0
      // Now more callers come, now more leave, so that queues become long and empty again.
      let comes = dice.integer(below: 100) < (key / 500 % 2 == 0 ? 75 : 25)
      if comes {
        // Few different times: many hang up at one instant, and then the first in line goes first.
        let until = Instant(dice.integer(below: seed % 2 == 0 ? 40 : 1_000_000))
        let call = Call(key: key, since: .midnight, home: PracticePlace(0), kind: .patient)
        pool.append(call, until: until, to: &queues[which])
        lines[which].calls.append((key, until))
      } else if dice.integer(below: 2) == 0 {
        let time = lines[which].earliest
        #expect(pool.earliest(in: queues[which]) == time)
        #expect(pool.removeFirst(until: time + -1, from: &queues[which]) == nil)
        #expect(
          pool.removeFirst(until: time, from: &queues[which])?.key == lines[which].removeFirst(until: time))
      } else if !lines[which].calls.isEmpty {
        #expect(pool.removeFirst(from: &queues[which]).key == lines[which].calls.removeFirst().key)
      }
      #expect(Int(queues[which].count) == lines[which].calls.count)
      #expect(queues[which].isEmpty == lines[which].calls.isEmpty)
    }
    for which in 0...1 {
      while !queues[which].isEmpty {
        #expect(pool.removeFirst(from: &queues[which]).key == lines[which].calls.removeFirst().key)
      }
    }
  }

  @Test("Later calls come in their order", arguments: 0..<20 as Range<UInt64>)
  func laterCalls(seed: UInt64) {
    var dice = SplitMix64(state: SplitMix64.mix(seed))
    var calls = LaterCalls()
    var roots: [Int32] = [-1, -1]
    var plain: [[PatientCall]] = [[], []]
    for round in 0..<3000 {
      let which = dice.integer(below: 2)
      if dice.integer(below: 100) < (round / 400 % 2 == 0 ? 70 : 30) {
        let call = PatientCall(
          key: dice.next(), time: Instant(dice.integer(below: 500)), redials: UInt16(dice.integer(below: 3)))
        calls.insert(call, into: &roots[which])
        plain[which].append(call)
        plain[which].sort { $0.precedes($1) }
      } else if roots[which] >= 0 {
        let expected = plain[which].removeFirst()
        #expect(calls.first(of: roots[which]).key == expected.key)
        #expect(calls.removeFirst(of: &roots[which]).key == expected.key)
      }
      #expect((roots[which] < 0) == plain[which].isEmpty)
    }
  }

  /// Calls come every 1.007 s, talks last 37.013 s, callers wait at most 20 minutes and call again 7 minutes later.
  ///
  /// The second program has no calendar: it follows one call after the other in the order of time.
  @Test(
    "A queue of a thousand callers without chance: the counts of a program that has no calendar",
    arguments: [0, 2])
  func withoutChance(mostRedials: Int) {
    let (count, talk, patience, pause) = (12_000, 37_013, 1_200_000, 420_000)
    let first = TimeOfDay.hour(8).milliseconds
    var lab = QueueLab(rate: 0, answerers: 2, handling: .constant(seconds: Double(talk) / 1000))
    lab.region.practices[0].demand = PatientDemand()
    lab.region.practices[0].demand.fixedTimes = (0..<count).map { TimeOfDay(milliseconds: first + $0 * 1007) }
    lab.region.patients.patience = .constant(seconds: Double(patience) / 1000)
    lab.region.patients.mostRedials = mostRedials
    lab.region.patients.redialAfterAbandonment = RedialRule(
      share: 1, delay: .constant(seconds: Double(pause) / 1000))

    var (answered, abandoned, wait, redials) = (0, 0, 0, 0)
    var free = [0, 0]
    // Constant times keep each wave of redials in the order of time, so that a merge of waves is one of sorted lists.
    var waves = [(0..<count).map { first + $0 * 1007 }] + [[Int]](repeating: [], count: mostRedials)
    var next = [Int](repeating: 0, count: mostRedials + 1)
    while true {
      // At one instant the one who has tried more often goes first.
      let waiting = waves.indices.filter { next[$0] < waves[$0].count }
      guard
        let wave = waiting.min(by: {
          (waves[$0][next[$0]], -$0) < (waves[$1][next[$1]], -$1)
        })
      else { break }
      let time = waves[wave][next[wave]]
      next[wave] += 1
      redials += wave > 0 ? 1 : 0
      let start = max(time, free[0])
      if start - time <= patience {
        (answered, wait) = (answered + 1, wait + start - time)
        free[0] = start + talk
        free.sort()
      } else {
        abandoned += 1
        let again = time + patience + pause
        if wave < mostRedials, again < TimeOfDay.hour(24).milliseconds { waves[wave + 1].append(again) }
      }
    }
    let traffic = lab.days(1)[0]
    #expect(traffic.answered == answered && answered > 500)
    #expect(traffic.abandoned == abandoned && abandoned > 5000)
    #expect(traffic.wait == wait)
    #expect(traffic.redials == redials)
    #expect(traffic.abandonedWait == abandoned * patience)
  }

  /// While no answerer is ever idle, the mean of the queue is (λ − 2)/θ: two answer two calls a unit of time between them.
  ///
  /// The others leave at their own rate θ. Source: Garnett, Mandelbaum & Reiman (2002), "Designing a call center with impatient
  /// customers", Manufacturing & Service Operations Management 4; exact here, since no answerer is ever idle in practice.
  @Test("A hundred callers wait, with exponential patience: shares and mean as Erlang A has them")
  func erlangA() {
    var lab = QueueLab(rate: 12, answerers: 2, handling: .exponential(mean: QueueLab.unit))
    lab.region.patients.patience = .exponential(mean: 10 * QueueLab.unit)
    let days = lab.days(2)
    let calls = days.reduce(0) { $0 + $1.freshCalls }
    let answered = days.reduce(0) { $0 + $1.answered }
    let waited = days.reduce(0) { $0 + $1.wait + $1.abandonedWait }
    let units = lab.measuredTime * Double(days.count)
    // Four standard errors each: of Poisson counts of 50,000 and 300,000, and of a queue that forgets within ten units. A correct
    // program fails once in 5,000.
    #expect(abs(Double(answered) / units / 2 - 1) < 0.018)
    #expect(abs(Double(calls) / units / 12 - 1) < 0.0075)
    #expect(abs(Double(waited).units / units / 100 - 1) < 0.0125)
  }

  @Test("A day of 200,000 calls ends, urgent ones and redials included", .timeLimit(.minutes(5)))
  func manyCalls() {
    var lab = QueueLab(rate: 12, answerers: 3, handling: .lognormal(mean: 30, sd: 20))
    var patients = PatientModel()
    patients.talkWithStaff = .lognormal(mean: 30, sd: 20)
    patients.patience = .weibull(scale: 900, shape: 0.6)
    patients.urgentShare = 0.01
    lab.region.patients = patients
    lab.region.practices[0].telephone.hasAcuteLine = true
    lab.slots = [Slot(.midnight, .hour(24))]
    var simulation = Simulation(region: lab.region, slots: lab.slots, fieldwork: FieldworkProtocol())
    let traffic = simulation.conduct(.patientsOnly(practices: 1), seed: 1, replication: 0).traffic[0]
    #expect(traffic.freshCalls + traffic.redials > 200_000)
    #expect(traffic.urgentAnswered > 1000)
    // Every call ends in one way; those who waited at midnight are counted as waiting still.
    let ends =
      traffic.answered + traffic.abandoned + traffic.blocked + traffic.balked + traffic.off
      + traffic.stillWaiting
    #expect(ends == traffic.freshCalls + traffic.redials)
  }
}
