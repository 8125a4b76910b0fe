import SurveyDesign
import TelephoneAccess
import Testing

/// Home nurses and hospital doctors, on a number of their own or the ordinary one, with priority or without.
@Suite("Professionals")
struct ProfessionalTests {
  /// A laboratory in which patients and professionals call at their own rates per unit and talk equally long.
  private func lab(
    patients: Double, professionals: Double, answerers: Int, lines: Int = .max, _ access: ProfessionalAccess
  ) -> QueueLab {
    var lab = QueueLab(
      rate: patients, answerers: answerers, lines: lines, handling: .exponential(mean: QueueLab.unit))
    lab.region.practices[0].telephone.professionals = access
    lab.region.practices[0].professionalDemand.rates = [
      RatePeriod(from: .midnight, to: .hour(24), callsPerHour: professionals * 3600 / QueueLab.unit)
    ]
    lab.region.professionals.talk = .exponential(mean: QueueLab.unit)
    lab.region.professionals.patience = .never
    lab.region.professionals.mostRedials = 0
    return lab
  }

  /// Source: Kella and Yechiali (1985), "Waiting times in the non-preemptive priority M/M/c queue", Stochastic Models 1: mean waits
  /// C/(cμ − λ₁) and C cμ/((cμ − λ₁)(cμ − λ)), C being Erlang's for all calls; without priority both are C/(cμ − λ).
  ///
  /// The numbers are those that `Reference/professionals.py` prints.
  @Test(
    "with priority they are the first class of M/M/c with two classes, without it all wait alike",
    arguments: [
      (ProfessionalAccess(hasPriority: true), 0.32359550561797745, 1.617977528089887),
      (ProfessionalAccess(hasOwnNumber: true, hasPriority: true), 0.32359550561797745, 1.617977528089887),
      (ProfessionalAccess(hasOwnNumber: true), 1.078651685393258, 1.078651685393258),
      (ProfessionalAccess(), 1.078651685393258, 1.078651685393258),
    ])
  func classes(access: ProfessionalAccess, professionals: Double, patients: Double) {
    let days = lab(patients: 1.4, professionals: 1, answerers: 3, access).bothDays(100)
    let first = RatioEstimate(
      days.map { (Double($0.professionals.wait).units, Double($0.professionals.answered)) })
    #expect(first.isWithinThree(of: professionals), "\(first)")
    let second = RatioEstimate(days.map { (Double($0.patients.wait).units, Double($0.patients.answered)) })
    #expect(second.isWithinThree(of: patients), "\(second)")
    #expect(days.allSatisfy { $0.professionals.freshCalls > 0 })
  }

  /// One answerer, exponential patience of mean 2 for patients and 1.5 for professionals, who go first: the Markov chain that
  /// `Reference/professionals.py` solves, with two lines and a number of their own, and with three lines that all share.
  @Test(
    "with lines and patience they are a Markov chain",
    arguments: [
      Chain(
        lines: 2, hasOwnNumber: true, blocked: (0.1880968492074288, 0),
        abandoned: (0.251021655314298, 0.32956619918158686), wait: (0.502043310628596, 0.4943492987723803)),
      Chain(
        lines: 3, hasOwnNumber: false, blocked: (0.14371026777114235, 0.14371026777114235),
        abandoned: (0.25404546330186867, 0.24725486418801756), wait: (0.5080909266037373, 0.37088229628202635)
      ),
    ])
  func chain(_ chain: Chain) {
    var lab = lab(
      patients: 0.7, professionals: 0.5, answerers: 1, lines: chain.lines,
      ProfessionalAccess(hasOwnNumber: chain.hasOwnNumber, hasPriority: true))
    lab.region.patients.patience = .exponential(mean: 2 * QueueLab.unit)
    lab.region.professionals.patience = .exponential(mean: 1.5 * QueueLab.unit)
    let days = lab.bothDays(60)
    func expect(_ count: (TrafficCounts) -> Double, _ exact: (patients: Double, professionals: Double)) {
      let ofPatients = RatioEstimate(days.map { (count($0.patients), Double($0.patients.freshCalls)) })
      #expect(ofPatients.isWithinThree(of: exact.patients), "\(ofPatients)")
      let others = RatioEstimate(days.map { (count($0.professionals), Double($0.professionals.freshCalls)) })
      #expect(others.isWithinThree(of: exact.professionals), "\(others)")
    }
    expect({ Double($0.blocked) }, chain.blocked)
    expect({ Double($0.abandoned) }, chain.abandoned)
    expect({ Double($0.wait + $0.abandonedWait).units }, chain.wait)
  }

  /// What `Reference/professionals.py` prints: of patients, and of professionals.
  struct Chain: Sendable, CustomTestStringConvertible {
    var lines: Int
    var hasOwnNumber: Bool
    var blocked, abandoned, wait: (patients: Double, professionals: Double)
    var testDescription: String { "\(lines) lines, \(hasOwnNumber ? "a number of their own" : "all share")" }
  }

  /// A talk lasts ten minutes with a patient and five with a professional.
  private func day(_ access: ProfessionalAccess, lines: Int = 3) throws -> SurveyLab {
    var lab = SurveyLab([.lab(lines: lines)])
    lab.region.practices[0].telephone.professionals = access
    lab.region.professionals.talk = .constant(seconds: 300)
    lab.region.professionals.patience = .never
    try lab.patients(of: 0, at: "8:00", "8:01")
    return lab
  }

  /// Rung at 8:02: the patient of 8:01 is answered at 8:10 and talks until 8:20; with priority the professional is before.
  @Test("a professional waits in turn, or goes first; redials and volumes are their own, by pencil")
  func byPencil() throws {
    for (access, wait, patientsWait) in [
      (ProfessionalAccess(), 1080, 540), (ProfessionalAccess(hasOwnNumber: true), 1080, 540),
      (ProfessionalAccess(hasPriority: true), 480, 840),
    ] {
      var lab = try day(access)
      lab.region.practices[0].professionalDemand.fixedTimes = [.minute(482)]
      let (patients, professionals) = lab.firstDay
      #expect(professionals.answered == 1 && professionals.wait == 1000 * wait, "\(access)")
      #expect(patients.answered == 2 && patients.wait == 1000 * patientsWait, "\(access)")
      #expect(patients.busy == 1_500_000 && professionals.busy == 0 && professionals.onDuty == 0)
    }
    // Without a free line the ordinary number is busy, and is rung again after two minutes, once; a number of their own is not.
    for (access, answered, blocked) in [
      (ProfessionalAccess(hasPriority: true), 0, 2),
      (ProfessionalAccess(hasOwnNumber: true, hasPriority: true), 1, 0),
    ] {
      var lab = try day(access, lines: 2)
      lab.region.professionals.redialAfterBusy = RedialRule(share: 1, delay: .constant(seconds: 120))
      lab.region.professionals.mostRedials = 1
      lab.region.practices[0].professionalDemand.fixedTimes = [.minute(482)]
      let professionals = lab.firstDay.professionals
      #expect(professionals.answered == answered && professionals.blocked == blocked)
      #expect(professionals.freshCalls == 1 && professionals.redials == blocked - blocked / 2)
      #expect(professionals.displaced == 0)
    }
  }

  @Test(
    "while the telephone is off a number of their own is answered after its own time, others meet the message"
  )
  func whileOff() throws {
    for (access, answered) in [(ProfessionalAccess(hasOwnNumber: true), 1), (ProfessionalAccess(), 0)] {
      var lab = SurveyLab([.off(.messageWithoutReferral)])
      lab.region.practices[0].telephone.professionals = access
      lab.region.professionals.ownNumberAnswer = .constant(seconds: 25)
      lab.region.practices[0].professionalDemand.fixedTimes = [.hour(7), .hour(9)]
      let professionals = lab.firstDay.professionals
      // Before the practice opens its number is closed too.
      #expect(professionals.answered == answered && professionals.off == 1 - answered)
      #expect(professionals.wait == 25_000 * answered)
    }
  }

  /// The interviewer rings at 8:02: in turn the wait would end at 8:20, before the patient of 8:01 it ends at 8:10.
  @Test("an interviewer may ring as a professional, and a probe with them")
  func survey() throws {
    for (access, lines, notes) in [
      (ProfessionalAccess(hasOwnNumber: true, hasPriority: true), 2, "answered-by-staff 480 s"),
      (ProfessionalAccess(hasPriority: true), 3, "answered-by-staff 480 s"),
      (ProfessionalAccess(hasPriority: true), 2, "busy 0 s"),
      (ProfessionalAccess(), 3, "hold-limit 900 s"),
    ] {
      var lab = try day(access, lines: lines)
      lab.fieldwork.caller = .professional
      try lab.ring(0, at: "8:02")
      #expect(lab.notes == ["8 April P0 slot 0 try 1 by 0: 08:02:00 at 08:02:00 \(notes)"], "\(access)")
      // A probe at the same minute meets the same.
      lab.calls = []
      lab.slots = [Slot(.minute(482), .minute(483))]
      let met = try #require(lab.probe)
      #expect(notes.hasPrefix(met.disposition.rawValue))
      // As a patient the interviewer waits in turn.
      lab.fieldwork.caller = .patient
      lab.fieldwork.holdLimit = 3_600_000
      #expect(lab.probe?.disposition == (lines == 2 ? .busy : .answeredByStaff))
    }
    var lab = SurveyLab([.off(.ringsOut)])
    lab.region.practices[0].telephone.professionals = ProfessionalAccess(hasOwnNumber: true)
    lab.region.professionals.ownNumberAnswer = .constant(seconds: 25)
    lab.fieldwork.caller = .professional
    try lab.ring(0, at: "9:00")
    #expect(lab.notes == ["8 April P0 slot 0 try 1 by 0: 09:00:00 at 09:00:00 answered-by-staff 25 s"])
    lab.region.professionals.ownNumberAnswer = .constant(seconds: 61)
    #expect(lab.notes == ["8 April P0 slot 0 try 1 by 0: 09:00:00 at 09:00:00 no-answer 60 s"])
  }

  @Test(
    "where none call and no practice has anything for them, nothing changes; nor do patients' calls by who else might ring"
  )
  func nothing() {
    for seed in 30_000..<30_040 as Range<UInt64> {
      let scenario = RandomScenario(seed: seed)
      var other = scenario
      other.region.professionals.patience = .constant(seconds: 1)
      other.fieldwork.caller = .professional
      #expect(other.conduct() == scenario.conduct(), "scenario \(seed)")
    }
  }

  @Test("every call has one end in 300 random regions, watched or not")
  func conservation() {
    var total = TrafficCounts()
    for seed in 31_000..<31_300 as Range<UInt64> {
      let scenario = RandomScenario(seed: seed).withProfessionals()
      let fieldwork = scenario.conduct()
      for (slot, traffic) in (fieldwork.traffic + fieldwork.professionalTraffic).enumerated() {
        #expect(traffic.lost == 0 && traffic.isPossible, "scenario \(seed), \(slot): \(traffic)")
      }
      #expect(
        fieldwork.professionalTraffic.map(\.answered)
          == fieldwork.professionalWaits.map { $0.answered.reduce(0, +) })
      for traffic in fieldwork.professionalTraffic { total += traffic }
      #expect(scenario.trace().fieldwork == fieldwork, "scenario \(seed)")
    }
    // Otherwise this would show nothing.
    #expect(total.answered > 2000 && total.abandoned > 200 && total.blocked > 50 && total.redials > 200)
    #expect(total.displaced == 0 && total.calledBack == 0 && total.endedInMenu == 0)
  }
}

extension RatioEstimate {
  /// Whether a value lies within three standard errors; a zero must be met.
  fileprivate func isWithinThree(of expected: Double) -> Bool {
    expected == 0
      ? value == 0 : abs(value - expected) <= 3 * standardError && standardError <= 0.02 * expected
  }
}

extension QueueLab {
  /// What was counted in the measured hours of some days, of patients and of professionals.
  fileprivate func bothDays(_ count: Int) -> [(patients: TrafficCounts, professionals: TrafficCounts)] {
    var simulation = Simulation(region: region, slots: slots, fieldwork: FieldworkProtocol())
    return (0..<count).map { day in
      let fieldwork = simulation.conduct(.patientsOnly(practices: 1), seed: 1, replication: UInt64(day))
      return (fieldwork.traffic[1], fieldwork.professionalTraffic[1])
    }
  }
}

extension SurveyLab {
  /// What the first day's probe meets.
  fileprivate var probe: ProbeOutcome? {
    var simulation = Simulation(region: region, slots: slots, fieldwork: fieldwork)
    let plan = ReplicationInput(
      calls: [], days: days, practiceDays: [PracticeDay(practice: 0, date: days[0])], sendsProbes: true)
    return simulation.conduct(plan, seed: 1, replication: 0).probes.first?.outcome
  }

  /// What was counted in the slots of the first day without interviewers.
  fileprivate var firstDay: (patients: TrafficCounts, professionals: TrafficCounts) {
    var simulation = Simulation(region: region, slots: slots, fieldwork: fieldwork)
    let fieldwork = simulation.conduct(
      ReplicationInput(
        calls: [], days: days, practiceDays: [PracticeDay(practice: 0, date: days[0])]), seed: 1,
      replication: 0)
    return (fieldwork.traffic[0], fieldwork.professionalTraffic[0])
  }
}
