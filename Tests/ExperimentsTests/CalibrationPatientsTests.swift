import Studies
import TelephoneAccess
import Testing

@testable import Experiments

/// Figures of patients' calls, for scenarios that are fitted to what telephone systems counted.
@Suite("Figures of patients' calls")
struct CalibrationPatientsTests {
  /// Two practices, one slot and the time outside it.
  ///
  /// Practice 0: 10 in the menu, 60 answered, 5 rung back, 1 in vain, 8 abandoned, 4
  /// balked, 2 blocked, past the menu 80. Practice 1, in the slot alone: 20 answered and 20 abandoned.
  @Test("shares of calls missed, rung back and ended in the menu, by pencil")
  func shares() throws {
    var (first, second) = (TrafficCounts(), TrafficCounts())
    (first.endedInMenu, first.answered, first.calledBack, first.calledBackInVain) = (10, 60, 5, 1)
    (first.abandoned, first.balked, first.blocked) = (8, 4, 2)
    (second.answered, second.abandoned) = (20, 20)
    var fieldwork = Fieldwork()
    fieldwork.groupedTraffic = [TrafficCounts(), first, second, TrafficCounts()]
    fieldwork.traffic = [second, first]
    var waits = WaitCounts()
    // At once, after just one minute, after a little more, and after more than five; hung up after two and a half.
    (waits.answered[0], waits.answered[WaitBins.bin(of: 60_000)]) = (10, 20)
    (waits.answered[WaitBins.bin(of: 60_001)], waits.answered[WaitBins.bin(of: 300_001)]) = (20, 10)
    waits.abandoned[WaitBins.bin(of: 150_000)] = 8
    fieldwork.waits = [WaitCounts(), waits]

    let all = StudyGroup(by: "all", label: "all")
    let one = StudyGroup(by: "gps", label: "1", practices: [true, false])
    let slot = StudyGroup(by: "slot", label: "8-9", slots: [true])
    func figure(_ statistic: CalibrationTarget.Statistic, _ group: StudyGroup) -> Double? {
      CalibrationTally.calls(statistic, group, in: fieldwork)
    }
    #expect(figure(.missed, all) == 34.0 / 120 && figure(.missed, one) == 14.0 / 80)
    #expect(figure(.missed, slot) == 0.5)
    #expect(figure(.rungBack, all) == 6.0 / 120 && figure(.endedInMenu, one) == 10.0 / 90)
    // Of 80 answered and 34 missed.
    #expect(figure(.answeredInMinute1, all) == 30.0 / 114 && figure(.answeredInMinute2, all) == 20.0 / 114)
    #expect(figure(.answeredInMinutes3To5, all) == 0 && figure(.answeredAfter5Minutes, all) == 10.0 / 114)
    // Balking and the busy tone are a matter of the first minute.
    #expect(figure(.missedInMinute1, all) == 6.0 / 114 && figure(.missedInMinutes3To5, all) == 8.0 / 114)
    #expect(figure(.answeredInMinute1, slot) == 0)
  }

  /// Patients 30 answered and 10 missed; professionals, in the slot, 6 answered, of these 3 after two minutes, and 2 that heard the busy tone.
  @Test("the same of professionals' calls, by pencil")
  func professionals() {
    var (patients, professionals) = (TrafficCounts(), TrafficCounts())
    (patients.answered, patients.abandoned) = (30, 10)
    (professionals.answered, professionals.blocked) = (6, 2)
    var waits = WaitCounts()
    (waits.answered[0], waits.answered[WaitBins.bin(of: 120_001)]) = (3, 3)
    var fieldwork = Fieldwork()
    fieldwork.traffic = [patients, TrafficCounts()]
    fieldwork.waits = [WaitCounts(), WaitCounts()]
    fieldwork.professionalTraffic = [professionals, TrafficCounts()]
    fieldwork.professionalWaits = [waits, WaitCounts()]
    for group in [
      StudyGroup(by: "all", label: "all"), StudyGroup(by: "slot", label: "8-9", slots: [true]),
    ] {
      func figure(_ statistic: CalibrationTarget.Statistic) -> Double? {
        CalibrationTally.calls(statistic, of: .professional, group, in: fieldwork)
      }
      #expect(figure(.missed) == 0.25 && figure(.missedInMinute1) == 0.25)
      #expect(figure(.answeredInMinute1) == 3.0 / 8 && figure(.answeredInMinutes3To5) == 3.0 / 8)
      #expect(CalibrationTally.calls(.missed, of: .patient, group, in: fieldwork) == 10.0 / 40)
    }
  }

  /// Source: the estimator of Ridout, Demétrio and Firth (1999), worked out by pencil for three practices of 10, 20 and 30 calls with
  /// 1, 6 and 15 missed: p = 22/60, by Python's fractions.
  ///
  ///     x, n = [1, 6, 15], [10, 20, 30]; p = F(sum(x), 60)
  ///     msb = sum((F(a) - b*p)**2/b for a, b in zip(x, n))/2; msw = sum(F(a*(b - a), b) for a, b in zip(x, n))/57
  ///     n0 = (60 - F(sum(b*b for b in n), 60))/2; float((msb - msw)/(msb + (n0 - 1)*msw))
  @Test("the intraclass correlation of missed calls")
  func intraclassCorrelation() throws {
    let found = try #require(MissedByPractice.intraclassCorrelation([1, 6, 15, 0], of: [10, 20, 30, 0]))
    #expect(abs(found - 0.09906396255850235) < 1e-12)
    #expect(MissedByPractice.intraclassCorrelation([0, 0], of: [5, 5]) == nil)
    #expect(MissedByPractice.intraclassCorrelation([1], of: [5]) == nil)
    // All of the variance lies between practices.
    #expect(MissedByPractice.intraclassCorrelation([0, 9], of: [9, 9]) == 1)
  }
}
