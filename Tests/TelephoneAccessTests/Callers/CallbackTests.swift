import SurveyDesign
import TelephoneAccess
import Testing

/// Callers who hang up, keep their place in line and are rung back.
@Suite("Callbacks")
struct CallbackTests {
  /// Whoever must wait and accepts has endless patience, the others' is exponential: a queue M/M/n+G with a mixture of patiences.
  ///
  /// Source: Zeltyn and Mandelbaum (2005), "Call centers with impatient customers: many-server asymptotics of the M/M/n+G
  /// queue", Queueing Systems 51, section 3: with H the integral of the survival of patience and J that of exp(λH(x) − nμx), P(wait)
  /// is λJ/(ε + λJ), P(abandon) (1 + (λ − nμ)J)/(ε + λJ); the mean wait of those rung back is the integral of x·exp(λH(x) − nμx)
  /// over J. The integrals by SciPy 1.17: `quad(lambda x: exp(lam*(q*x + (1-q)*(1-exp(-th*x))/th) - n*mu*x), 0, inf)`.
  @Test(
    "a virtual queue with exponential patience is M/M/n+G",
    arguments: [
      Mixture(
        rate: 3.2, answerers: 3, accepted: 0.5, patience: 2, waits: 0.7874544332515679,
        abandons: 0.16597913187993685, callbackWait: 1.317645732238336),
      Mixture(
        rate: 1.1, answerers: 1, accepted: 0.3, patience: 4, waits: 0.8268027627150177,
        abandons: 0.2483611248045294, callbackWait: 2.7129334740356357),
    ])
  func mixture(_ mixture: Mixture) {
    var lab = QueueLab(
      rate: mixture.rate, answerers: mixture.answerers, handling: .exponential(mean: QueueLab.unit))
    lab.region.patients.patience = .exponential(mean: mixture.patience * QueueLab.unit)
    lab.region.practices[0].telephone.callback = CallbackOffer(
      fromWaiting: 0, acceptedShare: mixture.accepted)
    let days = lab.days(60)
    let accepted = RatioEstimate(days.map { (Double($0.calledBack), Double($0.freshCalls)) })
    #expect(accepted.agrees(with: mixture.accepted * mixture.waits), "\(accepted)")
    let abandoned = RatioEstimate(days.map { (Double($0.abandoned), Double($0.freshCalls)) })
    #expect(abandoned.agrees(with: mixture.abandons), "\(abandoned)")
    let wait = RatioEstimate(days.map { (Double($0.calledBackWait).units, Double($0.calledBack)) })
    #expect(wait.agrees(with: mixture.callbackWait), "\(wait)")
  }

  /// A queue with a mixture of patiences.
  struct Mixture: Sendable, CustomTestStringConvertible {
    var rate: Double
    var answerers: Int
    var accepted, patience, waits, abandons, callbackWait: Double
    var testDescription: String { "λ \(rate), n \(answerers), accepted \(accepted)" }
  }

  /// A patient talks for ten minutes.
  ///
  /// The second, at 8:01, accepts and takes no line, so that the third finds the last of two; the
  /// fourth hears the busy tone. The second is rung at 8:10 and the third answered at 8:20.
  @Test("who accepts takes no line and keeps the place, by pencil")
  func lines() throws {
    var lab = SurveyLab([.lab(lines: 2)])
    lab.region.practices[0].telephone.callback = CallbackOffer(fromWaiting: 0, acceptedShare: 1)
    try lab.patients(of: 0, at: "8:00", "8:01")
    try lab.ring(0, at: "8:02", by: 0)
    try lab.ring(0, at: "8:03", by: 1)
    lab.fieldwork.holdLimit = 3_600_000
    #expect(
      lab.notes == [
        "8 April P0 slot 0 try 1 by 0: 08:02:00 at 08:02:00 answered-by-staff 1080 s",
        "8 April P0 slot 0 try 1 by 1: 08:03:00 at 08:03:00 busy 0 s",
      ])
    let traffic = lab.conduct().traffic[0]
    #expect(traffic.answered == 1 && traffic.calledBack == 1 && traffic.calledBackWait == 540_000)
    // Two patients for ten minutes and an interviewer for two.
    #expect(traffic.busy == 1_320_000)
  }

  @Test("an interviewer who accepts notes the promise and how long it took, and rings on meanwhile")
  func promise() throws {
    var lab = SurveyLab([.lab(), .lab()])
    lab.region.practices[0].telephone.callback = CallbackOffer(fromWaiting: 0, acceptedShare: 0)
    lab.fieldwork.acceptsCallbacks = true
    try lab.patients(of: 0, at: "8:00", "9:00")
    try lab.ring(0, at: "8:04")
    try lab.ring(1, at: "8:05")
    #expect(
      lab.notes == [
        "8 April P0 slot 0 try 1 by 0: 08:04:00 at 08:04:00 callback-promised 360 s",
        "8 April P1 slot 0 try 1 by 0: 08:05:00 at 08:05:00 answered-by-staff 0 s",
      ])
    // A definition says within how many minutes that counts as reached.
    let soon = try ReachedDefinition(
      name: "soon", dispositions: [.answeredByStaff, .callbackPromised], waitLimitSeconds: 360)
    let sooner = try ReachedDefinition(
      name: "sooner", dispositions: [.answeredByStaff, .callbackPromised], waitLimitSeconds: 359)
    let first = try #require(lab.conduct().attempts.first)
    for (definition, isReached) in [(soon, true), (sooner, false)] {
      let found = definition.isReached(
        disposition: first.disposition, waitSeconds: Double(first.wait) / 1000)
      #expect(found == isReached)
    }
    // The practice talks to the interviewer for two minutes when it rings back.
    #expect(lab.conduct().traffic[0].busy == 1_320_000 + 120_000)
    // Whoever is still to be rung when answerers have gone home is rung by those on the telephone, and else never.
    lab.region.practices[0].telephone.timetable = Timetable([
      TimetablePeriod(from: .hour(8), to: .minute(485), state: .staffed(answerers: 1, by: .staff)),
      TimetablePeriod(from: .minute(485), to: .hour(16), state: .staffed(answerers: 0, by: .staff)),
    ])
    #expect(lab.notes[0] == "8 April P0 slot 0 try 1 by 0: 08:04:00 at 08:04:00 callback-promised 86400 s")
  }

  /// A patient calls at 8:00 and talks for ten minutes; the probe comes in the fifth minute and is rung back at 8:10.
  @Test("a probe that accepts meets a promise, an open one waits")
  func probe() throws {
    var lab = SurveyLab([.lab()])
    lab.slots = [Slot(.minute(484), .minute(485))]
    lab.region.practices[0].telephone.callback = CallbackOffer(fromWaiting: 0, acceptedShare: 0)
    lab.fieldwork.acceptsCallbacks = true
    try lab.patients(of: 0, at: "8:00")
    var simulation = Simulation(region: lab.region, slots: lab.slots, fieldwork: lab.fieldwork)
    let plan = ReplicationInput(
      calls: [], days: lab.days, practiceDays: [PracticeDay(practice: 0, date: lab.days[0])],
      sendsProbes: true)
    let fieldwork = simulation.conduct(plan, seed: 1, replication: 0)
    let probe = try #require(fieldwork.probes.first)
    #expect(
      probe.outcome.disposition == .callbackPromised && probe.openOutcome.disposition == .answeredByStaff)
    #expect(probe.outcome.wait > 300_000 && probe.outcome.wait <= 360_000)
    #expect(probe.openOutcome.wait == probe.outcome.wait)
    // It takes neither a line nor an answerer's time.
    #expect(fieldwork.traffic[1].busy + fieldwork.traffic[0].busy == 600_000)
  }

  @Test("a patient who does not take the call costs the time that it rings")
  func inVain() throws {
    var lab = SurveyLab([.lab()])
    lab.region.practices[0].telephone.callback = CallbackOffer(fromWaiting: 0, acceptedShare: 1)
    lab.region.patients.callbackReachedShare = 0
    lab.region.patients.callbackRinging = .constant(seconds: 40)
    try lab.patients(of: 0, at: "8:00", "8:01")
    let traffic = lab.patientsAlone.traffic[0]
    #expect(traffic.calledBackInVain == 1 && traffic.calledBack == 0)
    #expect(traffic.busy == 640_000)
  }

  @Test("from so many waiting on, those to be rung back included")
  func fromWaiting() throws {
    var lab = SurveyLab([.lab(lines: 9)])
    lab.region.practices[0].telephone.callback = CallbackOffer(fromWaiting: 2, acceptedShare: 1)
    try lab.patients(of: 0, at: "8:00", "8:01", "8:02", "8:03", "8:04")
    let traffic = lab.patientsAlone.traffic[0]
    #expect(traffic.answered == 3 && traffic.calledBack == 2)
  }
}

extension SurveyLab {
  /// The first day without interviewers.
  fileprivate var patientsAlone: Fieldwork {
    var simulation = Simulation(region: region, slots: slots, fieldwork: fieldwork)
    let day = PracticeDay(practice: 0, date: days[0])
    return simulation.conduct(
      ReplicationInput(calls: [], days: days, practiceDays: [day]), seed: 1, replication: 0)
  }
}
