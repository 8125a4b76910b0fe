import Foundation
import SurveyDesign
import Testing

@testable import TelephoneAccess

/// Waits in bins, against what bins promise and against queueing theory.
@Suite("Waits are counted in fixed bins")
struct WaitBinsTests {
  @Test("every bin holds its upper bound and nothing above it, and none is wider than promised")
  func bounds() {
    #expect(WaitBins.bin(of: 0) == 0 && WaitBins.bin(of: -1) == 0 && WaitBins.bin(of: 1) == 1)
    for bin in 0..<WaitBins.last {
      guard let upper = WaitBins.upper(of: bin) else {
        Issue.record("bin \(bin) has no bound")
        continue
      }
      #expect(WaitBins.bin(of: upper) == bin)
      #expect(WaitBins.bin(of: upper + 1) == bin + 1)
      #expect(WaitBins.lower(of: bin + 1) == upper)
      let width = Double(upper - WaitBins.lower(of: bin))
      #expect(width <= max(1875, 0.03126 * Double(WaitBins.lower(of: bin))))
    }
    #expect(WaitBins.upper(of: WaitBins.last) == nil)
    #expect(WaitBins.bin(of: .max) == WaitBins.last && WaitBins.count == WaitBins.last + 1)
  }

  @Test("the bins of all waits that are looked up are those worked out")
  func lookedUp() {
    let table = WaitBinTable()
    for bin in 0..<WaitBins.last {
      let upper = WaitBins.upper(of: bin) ?? 0
      for wait in [max(upper - 1, 0), upper, upper + 1, upper + 1874, upper + 1875] {
        #expect(table[wait] == WaitBins.bin(of: wait), "\(wait)")
      }
    }
    #expect(table[86_400_000] == WaitBins.last && table[31_536_000_000] == WaitBins.last)
  }

  @Test("1, 2, 3, 5 and 10 minutes are bounds", arguments: [1, 2, 3, 5, 10])
  func minutes(minutes: Int) {
    #expect(WaitBins.upper(of: WaitBins.bin(of: minutes * 60_000)) == minutes * 60_000)
  }

  @Test("the bins hold the waits that a watched telephone shows")
  func traced() {
    var answered = 0
    for seed in 0..<100 as Range<UInt64> {
      var scenario = RandomScenario(seed: seed, practices: 1)
      // What is written down of a practice is then what counts.
      scenario.plan.calls = []
      let (fieldwork, events) = scenario.trace()
      let days = Set(scenario.plan.practiceDays.map(\.date))
      var shown = WaitCounts()
      var callers: [UInt64: TraceEvent.Caller] = [:]
      for event in events where days.contains(event.date) {
        if case .calls(let caller, _, _) = event.event.kind { callers[event.event.caller] = caller }
        guard callers[event.event.caller].map({ [.patient, .urgent].contains($0) }) ?? false else { continue }
        switch event.event.kind {
        case .answered(_, let wait, _), .acuteLineAnswered(let wait):
          shown.answered[WaitBins.bin(of: wait)] += 1
        case .hangsUp(let wait): shown.abandoned[WaitBins.bin(of: wait)] += 1
        case .day, .timetable, .calls, .endsInMenu, .acceptsCallback, .ringsBack, .queues, .rings, .busyTone,
          .balks, .meetsOff, .forwarded, .followsReferral, .redials, .displaced:
          break
        }
      }
      let counted = fieldwork.waits.reduce(into: WaitCounts()) { $0 += $1 }
      #expect(counted == shown, "scenario \(seed)")
      answered += counted.answered.reduce(0, +) - counted.answered[0]
    }
    #expect(answered > 150)
  }

  // Erlang C: of 4 calls a unit to 5 answerers who talk for one unit, P(W > t) = C exp(−(5 − 4) t), and C = .554113 by its formula.
  // A unit is a minute here, so that waits fill many bins.
  @Test("waits without abandonment have the exponential tail of Erlang C")
  func erlangC() throws {
    var lab = QueueLab(rate: 0.4, answerers: 5, handling: .exponential(mean: 60))
    lab.region.patients.answerTarget = 0
    let days = lab.waits(days: 600)
    let offered = (0..<5).reduce(0.0) { $0 + pow(4, Double($1)) / Self.factorial($1) }
    let top = pow(4, 5) / Self.factorial(5) * 5
    let delayed = top / (offered + top)
    #expect(abs(delayed - 0.554113) < 1e-6)
    for minutes in [1, 2, 3, 5] {
      let share = RatioEstimate(
        days.map { waits in
          let within = waits.answered[...WaitBins.bin(of: 60_000 * minutes)].reduce(0, +)
          return (Double(within), Double(waits.answered.reduce(0, +)))
        })
      #expect(share.agrees(with: 1 - delayed * exp(-Double(minutes))), "\(minutes): \(share)")
    }
  }

  private static func factorial(_ number: Int) -> Double { tgamma(Double(number) + 1) }
}

extension QueueLab {
  /// How long those patients waited who rang in the measured hours of some days.
  func waits(days: Int, seed: UInt64 = 1) -> [WaitCounts] {
    var simulation = Simulation(region: region, slots: slots, fieldwork: FieldworkProtocol())
    return (0..<days).map { day in
      simulation.conduct(.patientsOnly(practices: 1), seed: seed, replication: UInt64(day)).waits[1]
    }
  }
}
