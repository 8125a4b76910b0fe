import Randomness
import SurveyDesign
import TelephoneAccess
import Testing

/// Whatever a scenario says: the simulation comes to its end, loses no call and counts nothing below zero.
@Suite("Extremes never trap")
struct ExtremesTests {
  /// A change to a laboratory of two practices, the first of which forwards from noon to one.
  struct Extreme: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var change: @Sendable (inout SurveyLab) -> Void

    init(_ name: String, _ change: @escaping @Sendable (inout SurveyLab) -> Void) {
      testDescription = name
      self.change = change
    }
  }

  static let extremes: [Extreme] = [
    Extreme("nothing changed") { _ in },
    Extreme("zero rates") { lab in
      lab.everywhere { $0.demand.rates = [RatePeriod(from: .hour(8), to: .hour(16), callsPerHour: 0)] }
    },
    Extreme("the smallest rates there are") { lab in
      lab.everywhere {
        $0.demand.rates = [RatePeriod(from: .hour(8), to: .hour(16), callsPerHour: .leastNonzeroMagnitude)]
        $0.demand.burst = OpeningBurst(
          at: .hour(8), calls: .leastNonzeroMagnitude, meanDelay: .leastNonzeroMagnitude)
      }
    },
    Extreme("a burst with an endless mean delay") { lab in
      lab.everywhere { $0.demand.burst = OpeningBurst(at: .hour(8), calls: 50, meanDelay: 1e300) }
    },
    Extreme("days of demand from nothing to a multitude") { lab in lab.region.busynessCV = 10 },
    Extreme("a weekday without demand") { lab in lab.region.weekdayIndex = [0, 0, 0, 0, 0, 0, 0] },
    Extreme("one millisecond of patience") { lab in
      lab.region.patients.patience = .constant(seconds: 0.001)
      lab.region.patients.ringPatience = .constant(seconds: 0.001)
    },
    Extreme("no patience, and redials at once") { lab in
      lab.region.patients.patience = .constant(seconds: 0)
      lab.region.patients.ringPatience = .constant(seconds: 0)
      lab.region.patients.mostRedials = 50
      let atOnce = RedialRule(share: 1, delay: .constant(seconds: 0))
      lab.region.patients.redialAfterBusy = atOnce
      lab.region.patients.redialAfterAbandonment = atOnce
      lab.region.patients.redialAfterNoAnswer = atOnce
    },
    Extreme("redials after a thousand years, as often as one likes") { lab in
      lab.region.patients.patience = .exponential(mean: 10)
      lab.region.patients.mostRedials = .max
      let late = RedialRule(share: 1, delay: .exponential(mean: 3e10))
      lab.region.patients.redialAfterBusy = late
      lab.region.patients.redialAfterAbandonment = RedialRule(share: 1, delay: .never)
      lab.region.patients.redialAfterNoAnswer = late
    },
    Extreme("talks longer than the day") { lab in
      lab.region.patients.talkWithStaff = .constant(seconds: 200_000)
      lab.region.patients.talkWithDoctor = .lognormal(mean: 1e9, sd: 1e12)
    },
    Extreme("talks without end, patience without end") { lab in
      lab.region.patients.talkWithStaff = .never
      lab.region.patients.patience = .never
      lab.region.patients.ringPatience = .never
    },
    Extreme("talks of no time at all") { lab in
      lab.region.patients.talkWithStaff = .constant(seconds: 0)
      lab.fieldwork.talk = .lognormal(mean: 0, sd: 0)
      lab.fieldwork.wrapUp = .uniform(from: 0, to: 0)
    },
    Extreme("durations that do not vary") { lab in
      lab.region.patients.talkWithStaff = .lognormal(mean: 60, sd: 0)
      lab.region.patients.patience = .gamma(mean: 60, sd: 0)
      lab.fieldwork.talk = .gamma(mean: 0, sd: 0)
    },
    Extreme("no limit on lines") { lab in lab.everywhere { $0.telephone.lines = .max } },
    Extreme("one line") { lab in lab.everywhere { $0.telephone.lines = 1 } },
    Extreme("no line") { lab in lab.everywhere { $0.telephone.lines = 0 } },
    Extreme("no practice answers") { lab in
      lab.everywhere {
        $0.telephone = .lab((8, 16, .staffed(answerers: 0, by: .staff)), lines: .max, acuteLine: true)
      }
    },
    Extreme("a thousand calls at one instant") { lab in
      lab.everywhere { $0.demand.fixedTimes = .init(repeating: .hour(9), count: 1000) }
    },
    Extreme("a thousand calls at one instant, all lines free and all urgent") { lab in
      lab.region.patients.urgentShare = 1
      lab.everywhere {
        $0.demand.fixedTimes = .init(repeating: .hour(9), count: 1000)
        $0.telephone.lines = .max
        $0.telephone.hasAcuteLine = true
      }
    },
    Extreme("empty timetables") { lab in lab.everywhere { $0.telephone.timetable = Timetable([]) } },
    Extreme("hold limit 0") { lab in lab.fieldwork.holdLimit = 0 },
    Extreme("ring limit 0") { lab in
      lab.fieldwork.ringLimit = 0
      lab.everywhere { $0.telephone.system = .busyTone }
    },
    Extreme("limits and gap without limit") { lab in
      lab.fieldwork.holdLimit = .max
      lab.fieldwork.ringLimit = .max
      lab.fieldwork.attemptGap = .max
      lab.fieldwork.attempts = .max
      lab.everywhere { $0.telephone = .lab((8, 16, .staffed(answerers: 0, by: .staff))) }
    },
    Extreme("a hundred attempts without a gap") { lab in
      lab.fieldwork.attempts = 100
      lab.fieldwork.attemptGap = 0
      lab.everywhere { $0.telephone.lines = 0 }
      lab.fieldwork.wrapUp = .constant(seconds: 0)
    },
    Extreme("interviewers who never stop writing") { lab in lab.fieldwork.wrapUp = .never },
    Extreme("interviewers who never stop talking") { lab in lab.fieldwork.talk = .never },
    Extreme("messages without end, to be followed") { lab in
      lab.fieldwork.message = .never
      lab.fieldwork.followsReferrals = true
      lab.everywhere { $0.telephone.timetable = Telephone.off(.referralMessage).timetable }
    },
    Extreme("an acute line without an answer") { lab in
      lab.region.patients.acuteLineAnswer = .never
      lab.region.patients.urgentShare = 1
      lab.everywhere {
        $0.demand.fixedTimes = .init(repeating: .hour(9), count: 20)
        $0.telephone = .off(.acuteLine)
      }
    },
    Extreme("everything in milliseconds") { lab in
      lab.region.patients.patience = .exponential(mean: 0.001)
      lab.region.patients.talkWithStaff = .weibull(scale: 0.001, shape: 0.1)
      lab.region.patients.redialAfterBusy = RedialRule(share: 1, delay: .exponential(mean: 0.001))
    },
    Extreme("slots of a minute") { lab in
      lab.slots = (480..<500).map { Slot(.minute(Double($0)), .minute(Double($0 + 1))) }
    },
    Extreme("days of 48 hours") { lab in
      lab.slots = (0..<48).map { Slot(.hour($0), .hour($0 + 1)) }
      lab.everywhere {
        $0.telephone.timetable = Telephone.lab((0, 48, .staffed(answerers: 1, by: .staff))).timetable
        $0.demand.rates = [RatePeriod(from: .midnight, to: .hour(48), callsPerHour: 10)]
        $0.demand.fixedTimes = [.midnight, .hour(24), .hour(48)]
      }
    },
    Extreme("one slot of 48 hours, and calls that outlast it") { lab in
      lab.slots = [Slot(.midnight, .hour(48))]
      lab.region.patients.talkWithStaff = .constant(seconds: 10_000)
      lab.fieldwork.attempts = 5
      lab.everywhere {
        $0.telephone.timetable = Telephone.lab((0, 48, .staffed(answerers: 1, by: .staff))).timetable
        $0.demand.rates = [RatePeriod(from: .hour(40), to: .hour(48), callsPerHour: 10)]
      }
    },
  ]

  @Test("the day ends, and every call with it", arguments: extremes, LateRule.allCases)
  func extreme(extreme: Extreme, rule: LateRule) {
    var lab = SurveyLab([
      .lab(
        (8, 12, .staffed(answerers: 1, by: .staff)), (12, 13, .off(.forwarding)),
        (13, 16, .staffed(answerers: 2, by: .doctor)), acuteLine: true, partner: 1),
      .lab((8, 16, .staffed(answerers: 1, by: .staff)), system: .busyTone),
    ])
    lab.everywhere {
      $0.demand.rates = [RatePeriod(from: .hour(8), to: .hour(16), callsPerHour: 15)]
      $0.demand.burst = OpeningBurst(at: .hour(8), calls: 10, meanDelay: 60)
    }
    lab.region.patients.mostRedials = 3
    lab.region.patients.displacement = [DisplacementShare(from: .midnight, share: 0.5)]
    lab.fieldwork.lateRule = rule
    extreme.change(&lab)
    lab.ringEverySlot()
    var plan = lab.plan
    plan.sendsProbes = true
    plan.practiceDays = lab.days.flatMap { day in [0, 1].map { PracticeDay(practice: $0, date: day) } }
    var simulation = Simulation(region: lab.region, slots: lab.slots, fieldwork: lab.fieldwork)
    for replication in 0..<2 as Range<UInt64> {
      let fieldwork = simulation.conduct(plan, seed: 4, replication: replication)
      #expect(fieldwork.practiceDays == 4)
      #expect(fieldwork.probes.count == 4 * lab.slots.count)
      for traffic in fieldwork.traffic {
        #expect(traffic.lost == 0 && traffic.isPossible, "\(traffic)")
      }
      // One first attempt for every call, whatever became of it; and a time of day for every one that was dialled.
      #expect(fieldwork.attempts.count { $0.attempt == 1 } == lab.calls.count)
      #expect(fieldwork.attempts.allSatisfy { TimeOfDay(exactly: $0.dialled ?? $0.due) != nil })
      #expect(fieldwork.attempts.allSatisfy { $0.wait >= 0 } && fieldwork.interviewerTime >= 0)
    }
  }

  @Test("a region of no practices, and a plan of nothing, are over at once")
  func nothing() {
    let region = Region(practices: [], patients: PatientModel())
    var simulation = Simulation(region: region, slots: [], fieldwork: FieldworkProtocol())
    let fieldwork = simulation.conduct(ReplicationInput(calls: [], days: []), seed: 0, replication: .max)
    #expect(fieldwork.attempts.isEmpty && fieldwork.practiceDays == 0)
    #expect(fieldwork.traffic == [TrafficCounts()])
  }

  @Test("what happens after 48:00 belongs to no slot")
  func afterTheDay() {
    var lab = SurveyLab([.lab((0, 48, .staffed(answerers: 1, by: .staff)))])
    lab.slots = [Slot(.midnight, .hour(48))]
    // Ten minutes before the end, a talk of an hour.
    lab.region.patients.talkWithStaff = .constant(seconds: 3600)
    lab.region.practices[0].demand.fixedTimes = [.minute(2870), .minute(2875), .hour(48)]
    lab.days = [RandomScenario.days[0]]
    var plan = lab.plan
    plan.practiceDays = [PracticeDay(practice: 0, date: lab.days[0])]
    var simulation = Simulation(region: lab.region, slots: lab.slots, fieldwork: lab.fieldwork)
    let traffic = simulation.conduct(plan, seed: 1, replication: 0).traffic
    #expect(traffic[0].freshCalls == 2 && traffic[1].freshCalls == 1)
    #expect(traffic[0].busy == 600_000)
    #expect(traffic[1].busy == 3000_000 + 3_600_000)
  }

  @Test("a call that cannot be dialled before 48:00 is not dialled")
  func tooLate() throws {
    var lab = SurveyLab([.lab()])
    lab.fieldwork.wrapUp = .constant(seconds: 200_000)
    try lab.ring(0, at: "9:00")
    try lab.ring(0, at: "9:30")
    #expect(
      lab.notes == [
        "8 April P0 slot 0 try 1 by 0: 09:00:00 at 09:00:00 answered-by-staff 0 s",
        "8 April P0 slot 0 try 1 by 0: 09:30:00 at never not-attempted 0 s",
      ])
  }
}

extension SurveyLab {
  /// Changes every practice.
  fileprivate mutating func everywhere(_ change: (inout RegionPractice) -> Void) {
    for place in region.practices.indices { change(&region.practices[place]) }
  }

  /// Two calls to every slot of every practice on both days.
  fileprivate mutating func ringEverySlot() {
    for day in days {
      for (place, slot) in slots.enumerated() {
        for practice in region.practices.indices {
          for late in [0, slot.milliseconds - 1000] {
            calls.append(
              PlannedCall(
                practiceIndex: practice, slotIndex: place, date: day,
                due: TimeOfDay(milliseconds: slot.from.milliseconds + late), interviewer: practice))
          }
        }
      }
    }
  }
}
