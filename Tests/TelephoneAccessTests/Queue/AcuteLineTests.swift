import SurveyDesign
import TelephoneAccess
import Testing

/// The acute line, worked out by hand: one answerer, talks of ten minutes.
@Suite("Urgent calls have a line of their own and go first")
struct AcuteLineTests {
  /// Who of the patients who call at some times is urgent, and what happened on a day when just these are.
  ///
  /// Urgency is drawn, so days are tried until one has the pattern that is asked for.
  private func events(
    _ calls: [(time: String, isUrgent: Bool)], lines: Int, _ change: (inout SurveyLab) -> Void = { _ in }
  ) throws -> [String] {
    var lab = SurveyLab([.lab(lines: lines, acuteLine: true)])
    lab.region.patients.urgentShare = 0.5
    lab.region.practices[0].demand.fixedTimes = try calls.map { try TimeOfDay(parsing: $0.time) }
    change(&lab)
    for seed in 0..<200 as Range<UInt64> {
      let events = Simulation.trace(
        practices: nil, region: lab.region, slots: lab.slots, fieldwork: lab.fieldwork,
        plan: .patientsOnly(practices: 1), seed: seed, replication: 0
      ).events.map(\.event)
      let kinds = events.compactMap { event -> Bool? in
        if case .calls(let caller, _, _) = event.kind { caller == .urgent } else { nil }
      }
      if kinds == calls.map(\.isUrgent) { return events.compactMap(\.outcome) }
    }
    Issue.record("no day has these callers")
    return []
  }

  @Test("an urgent call takes no ordinary line")
  func takesNoLine() throws {
    #expect(
      try events([("9:00", true), ("9:01", false), ("9:02", false)], lines: 1) == [
        "09:00:00 answered after 0 s", "09:02:00 busy", "09:10:00 answered after 540 s",
      ])
  }

  @Test("an urgent call that is over has freed nothing but its answerer")
  func freesItsLine() throws {
    #expect(
      try events([("9:00", true), ("9:20", false), ("9:21", true), ("9:22", false)], lines: 1) == [
        "09:00:00 answered after 0 s", "09:20:00 answered after 0 s", "09:22:00 busy",
        "09:30:00 answered after 540 s",
      ])
  }

  @Test("an urgent call waits however many lines are taken, and is served first without interrupting anybody")
  func goesFirst() throws {
    #expect(
      try events(
        [("9:00", false), ("9:01", false), ("9:02", false), ("9:03", true), ("9:04", true)], lines: 2)
        == [
          "09:00:00 answered after 0 s", "09:02:00 busy", "09:10:00 answered after 420 s",
          "09:20:00 answered after 960 s", "09:30:00 answered after 1740 s",
        ])
  }

  @Test("urgent callers have patience too")
  func patience() throws {
    let found = try events([("9:00", false), ("9:01", true), ("9:02", false)], lines: 3) {
      $0.region.patients.patience = .constant(seconds: 300)
    }
    #expect(
      found == [
        "09:00:00 answered after 0 s", "09:06:00 hangs up after 300 s", "09:07:00 hangs up after 300 s",
      ])
  }

  @Test("while the telephone is off the acute line is answered after its own time; others meet the message")
  func whileOff() throws {
    let found = try events([("9:00", false), ("9:01", true)], lines: 3) {
      $0.region.practices[0].telephone.timetable = Telephone.off(.messageWithoutReferral).timetable
    }
    #expect(
      found == [
        "09:00:00 meets message-without-referral", "09:01:00 acute line after 20 s",
      ])
  }

  /// An acute line is a number of its own, open while the practice should be; the ordinary telephone's state plays no part.
  @Test(
    "an acute line answers urgent patients whatever the ordinary telephone does when it is off, but not after closing",
    arguments: OffState.allCases)
  func everyState(state: OffState) throws {
    var lab = SurveyLab([.off(state), .off(.ringsOut)])
    lab.region.patients.urgentShare = 1
    lab.region.practices[0].telephone.hasAcuteLine = true
    lab.region.practices[0].telephone.partner = 1
    lab.region.practices[0].telephone.timetable = Timetable([
      .init(from: .hour(8), to: .hour(10), state: .off(state))
    ])
    lab.region.practices[0].demand.fixedTimes = try ["7:30", "8:00", "9:59", "10:00"].map(
      TimeOfDay.init(parsing:))
    let events = Simulation.trace(
      practices: nil, region: lab.region, slots: lab.slots, fieldwork: lab.fieldwork,
      plan: .patientsOnly(practices: 2), seed: 1, replication: 0
    ).events.compactMap(\.event.outcome)
    #expect(
      events == [
        "07:30:00 meets message-to-out-of-hours", "08:00:00 acute line after 20 s",
        "09:59:00 acute line after 20 s",
        "10:00:00 meets message-to-out-of-hours",
      ])
  }

  /// By pencil: every urgent caller is answered and no other, whatever their own practice has.
  @Test("a forwarded caller's urgency is the caller's own", arguments: [0.0, 1.0], [false, true])
  func visitors(urgentShare: Double, homeHasOne: Bool) throws {
    var lab = SurveyLab([.off(.forwarding), .off(.acuteLine)])
    lab.region.patients.urgentShare = urgentShare
    lab.region.practices[0].telephone.hasAcuteLine = homeHasOne
    lab.region.practices[0].telephone.partner = 1
    try lab.patients(of: 0, at: "9:00")
    var simulation = Simulation(region: lab.region, slots: lab.slots, fieldwork: lab.fieldwork)
    let traffic = simulation.conduct(.patientsOnly(practices: 2), seed: 1, replication: 0).traffic[0]
    #expect(traffic.answered == Int(urgentShare) && traffic.off == 1 - Int(urgentShare))
  }

  @Test("of forwarded callers as many are urgent as of all")
  func shareOfVisitors() throws {
    var lab = SurveyLab([.off(.forwarding), .off(.acuteLine)])
    lab.region.patients.urgentShare = 0.3
    lab.region.practices[0].telephone.partner = 1
    lab.region.practices[0].demand.fixedTimes = (0..<3000).map {
      TimeOfDay(milliseconds: 32_400_000 + 1000 * $0)
    }
    var simulation = Simulation(region: lab.region, slots: lab.slots, fieldwork: lab.fieldwork)
    let traffic = simulation.conduct(.patientsOnly(practices: 2), seed: 1, replication: 0).traffic
      .reduce(into: TrafficCounts()) { $0 += $1 }
    // Four standard errors of a binomial share of 3,000; a correct program fails with a chance of 6 in 100,000.
    let deviation = (3000 * 0.3 * 0.7).squareRoot()
    #expect(abs(Double(traffic.answered) - 900) <= 4 * deviation, "\(traffic.answered)")
    #expect(traffic.answered + traffic.off == 3000)
  }

  @Test("a state that offers an acute line means that there is one; without one no call is urgent")
  func whoHasOne() throws {
    var lab = SurveyLab([.off(.acuteLine), .off(.ringsOut)])
    lab.region.patients.urgentShare = 1
    try lab.patients(of: 0, at: "9:00")
    try lab.patients(of: 1, at: "9:00")
    var simulation = Simulation(region: lab.region, slots: lab.slots, fieldwork: lab.fieldwork)
    let traffic = simulation.conduct(.patientsOnly(practices: 2), seed: 1, replication: 0).traffic[0]
    #expect(traffic.urgentAnswered == 1 && traffic.answered == 1 && traffic.urgentWait == 20_000)
    #expect(traffic.off == 1)
  }
}

extension TraceEvent {
  /// What became of a call, in words, if this is the end of its waiting.
  fileprivate var outcome: String? {
    let time = TimeOfDay(milliseconds: time)
    return switch kind {
    case .answered(_, let wait, _): "\(time) answered after \(wait / 1000) s"
    case .acuteLineAnswered(let wait): "\(time) acute line after \(wait / 1000) s"
    case .hangsUp(let wait): "\(time) hangs up after \(wait / 1000) s"
    case .busyTone: "\(time) busy"
    case .meetsOff(let state): "\(time) meets \(state.rawValue)"
    case .day, .timetable, .calls, .endsInMenu, .acceptsCallback, .ringsBack, .queues, .rings, .balks,
      .forwarded, .followsReferral, .redials,
      .displaced:
      nil
    }
  }
}
