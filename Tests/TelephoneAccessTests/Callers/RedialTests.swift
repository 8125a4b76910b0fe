import SurveyDesign
import TelephoneAccess
import Testing

/// Who calls again and when, worked out by hand: each reason has a delay of its own.
@Suite("Callers try again by the rules")
struct RedialTests {
  /// One patient at nine, and everything after it.
  private func lab(_ telephone: Telephone, redials: Int = 2) throws -> SurveyLab {
    var lab = SurveyLab([telephone])
    try lab.patients(of: 0, at: "9:00")
    lab.region.patients.mostRedials = redials
    lab.region.patients.redialAfterBusy = RedialRule(share: 1, delay: .constant(seconds: 60))
    lab.region.patients.redialAfterAbandonment = RedialRule(share: 1, delay: .constant(seconds: 120))
    lab.region.patients.redialAfterNoAnswer = RedialRule(share: 1, delay: .constant(seconds: 180))
    lab.region.patients.patience = .constant(seconds: 10)
    lab.region.patients.ringPatience = .constant(seconds: 20)
    return lab
  }

  private func trace(_ lab: SurveyLab, seed: UInt64 = 1) -> (fieldwork: Fieldwork, events: [TraceEvent]) {
    let (fieldwork, events) = Simulation.trace(
      practices: nil, region: lab.region, slots: lab.slots, fieldwork: lab.fieldwork,
      plan: .patientsOnly(practices: 1), seed: seed, replication: 0)
    return (fieldwork, events.map(\.event))
  }

  /// When the patient called, by the clock.
  private func tries(_ lab: SurveyLab) -> [String] {
    trace(lab).events.filter { if case .calls = $0.kind { true } else { false } }
      .map { TimeOfDay(milliseconds: $0.time).description }
  }

  @Test("after a busy tone")
  func afterBusy() throws {
    var lab = try lab(.lab((8, 16, .staffed(answerers: 0, by: .staff)), lines: 0))
    #expect(tries(lab) == ["09:00:00", "09:01:00", "09:02:00"])
    lab.region.patients.redialAfterBusy.share = 0
    #expect(tries(lab) == ["09:00:00"])
  }

  @Test("after giving up in a queue, balking included")
  func afterAbandonment() throws {
    var lab = try lab(.lab((8, 16, .staffed(answerers: 0, by: .staff))))
    // Ten seconds of patience and two minutes' delay.
    #expect(tries(lab) == ["09:00:00", "09:02:10", "09:04:20"])
    #expect(trace(lab).fieldwork.traffic.total.abandonedWait == 30_000)
    lab.region.patients.balkingShare = 1
    #expect(tries(lab) == ["09:00:00", "09:02:00", "09:04:00"])
    #expect(trace(lab).fieldwork.traffic.total.balked == 3)
  }

  @Test("after ringing in vain, with a busy tone's telephone or one that rings out")
  func afterNoAnswer() throws {
    let expected = ["09:00:00", "09:03:20", "09:06:40"]
    #expect(try tries(lab(.lab((8, 16, .staffed(answerers: 0, by: .staff)), system: .busyTone))) == expected)
    #expect(try tries(lab(.off(.ringsOut))) == expected)
    #expect(try tries(lab(.off(.forwarding))) == expected)
  }

  @Test(
    "a message is an answer: no patient redials",
    arguments: [
      OffState.referralMessage, .acuteLine, .messageWithoutReferral, .messageToOutOfHours,
    ])
  func afterMessage(state: OffState) throws {
    #expect(try tries(lab(.off(state))) == ["09:00:00"])
  }

  @Test("no patient redials at or after closing")
  func closing() throws {
    var lab = try lab(.lab((8, 16, .staffed(answerers: 0, by: .staff)), lines: 0), redials: 9)
    try lab.patients(of: 0, at: "15:57")
    #expect(tries(lab) == ["15:57:00", "15:58:00", "15:59:00"])
  }

  @Test("whoever fails for good may turn to the out-of-hours service, by the share that holds then")
  func displacement() throws {
    var lab = try lab(.lab((8, 16, .staffed(answerers: 0, by: .staff)), lines: 0))
    lab.region.patients.displacement = [
      DisplacementShare(from: .midnight, share: 0), DisplacementShare(from: .minute(542), share: 1),
    ]
    // The last try fails at 9:02, just when everybody turns there.
    #expect(trace(lab).fieldwork.traffic.total.displaced == 1)
    lab.region.patients.mostRedials = 1
    #expect(trace(lab).fieldwork.traffic.total.displaced == 0)
    lab.region.practices[0].telephone = .off(.referralMessage)
    lab.region.patients.displacement = [DisplacementShare(from: .midnight, share: 1)]
    #expect(trace(lab).fieldwork.traffic.total.displaced == 0)
    lab.region.practices[0].telephone = .off(.messageToOutOfHours)
    #expect(trace(lab).fieldwork.traffic.total.displaced == 1)
  }

  @Test("every try draws anew: delays and patience differ from try to try")
  func triesDrawAnew() throws {
    var lab = try lab(.lab((8, 16, .staffed(answerers: 0, by: .staff))), redials: 8)
    lab.region.patients.patience = .uniform(from: 0, to: 60)
    lab.region.patients.redialAfterAbandonment.delay = .uniform(from: 0, to: 600)
    for seed in 0..<20 as Range<UInt64> {
      let events = trace(lab, seed: seed).events
      let waits = events.compactMap { if case .hangsUp(let wait) = $0.kind { wait } else { nil } }
      let delays = events.compactMap { if case .redials(let next) = $0.kind { next - $0.time } else { nil } }
      // Two of nine waits of whole milliseconds below a minute are equal with a chance of 0.06 %.
      #expect(waits.count == 9 && Set(waits).count == 9)
      #expect(delays.count == 8 && Set(delays).count == 8)
    }
  }

  @Test("of many callers, the stated share tries again")
  func share() throws {
    var lab = try lab(.lab((8, 16, .staffed(answerers: 0, by: .staff)), lines: 0), redials: 1)
    lab.region.patients.redialAfterBusy.share = 0.85
    lab.region.practices[0].demand.fixedTimes = .init(repeating: .hour(10), count: 4000)
    let traffic = trace(lab).fieldwork.traffic.total
    // Four standard errors of a binomial share.
    let standardError: Double = (0.85 * 0.15 / 4000).squareRoot()
    let share = Double(traffic.redials) / 4000
    #expect(abs(share - 0.85) <= 4 * standardError)
  }
}
