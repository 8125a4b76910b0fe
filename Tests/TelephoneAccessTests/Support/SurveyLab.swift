import Randomness
import SurveyDesign
import TelephoneAccess

/// A survey without chance: every duration is constant, every call is at a fixed time, so that the day can be worked out by hand.
///
/// A patient talks for ten minutes, an interviewer for two; writing up takes one minute, a message thirty seconds, an
/// acute line twenty seconds.
struct SurveyLab {
  var region: Region
  /// From 8 to 12 and from 12 to 16.
  var slots = [Slot(.hour(8), .hour(12)), Slot(.hour(12), .hour(16))]
  var fieldwork = FieldworkProtocol()
  var calls: [PlannedCall] = []
  /// Wednesday and Thursday.
  var days = Array(RandomScenario.days.prefix(2))

  init(_ telephones: [Telephone]) {
    var patients = PatientModel.undisturbed
    patients.talkWithStaff = .constant(seconds: 600)
    patients.talkWithDoctor = .constant(seconds: 600)
    patients.acuteLineAnswer = .constant(seconds: 20)
    region = Region(
      practices: telephones.enumerated().map { place, telephone in
        RegionPractice(
          streamKey: RandomStream.key(of: "P\(place)"), telephone: telephone, demand: PatientDemand())
      }, patients: patients)
    fieldwork.talk = .constant(seconds: 120)
    fieldwork.wrapUp = .constant(seconds: 60)
    fieldwork.message = .constant(seconds: 30)
  }

  /// Plans a call for the first day or a later one.
  mutating func ring(
    _ practice: Int, at due: String, slot: Int = 0, by interviewer: Int = 0, day: Int = 0
  ) throws {
    calls.append(
      PlannedCall(
        practiceIndex: practice, slotIndex: slot, date: days[day], due: try TimeOfDay(parsing: due),
        interviewer: interviewer))
  }

  /// Lets patients of a practice call at fixed times of every day.
  mutating func patients(of practice: Int, at times: String...) throws {
    region.practices[practice].demand.fixedTimes = try times.map { try TimeOfDay(parsing: $0) }
  }

  var plan: ReplicationInput { ReplicationInput(calls: calls, days: days) }

  func conduct() -> Fieldwork {
    var simulation = Simulation(region: region, slots: slots, fieldwork: fieldwork)
    return simulation.conduct(plan, seed: 1, replication: 0)
  }

  /// What the interviewers wrote down, a line for each attempt.
  var notes: [String] { conduct().attempts.map(\.note) }

  /// What happened.
  var events: [TraceEvent] {
    Simulation.trace(
      practices: nil, region: region, slots: slots, fieldwork: fieldwork, plan: plan, seed: 1, replication: 0
    ).events.map(\.event)
  }
}

extension Telephone {
  /// A queue of three lines; staffed from 8 to 16 unless other periods are given.
  static func lab(
    _ periods: (from: Int, to: Int, state: TelephoneState)..., lines: Int = 3,
    system: TelephoneSystem = .queue, acuteLine: Bool = false, partner: Int? = nil
  ) -> Telephone {
    let periods = periods.isEmpty ? [(from: 8, to: 16, state: .staffed(answerers: 1, by: .staff))] : periods
    return Telephone(
      system: system, lines: lines, hasAcuteLine: acuteLine,
      timetable: Timetable(
        periods.map { TimetablePeriod(from: .hour($0.from), to: .hour($0.to), state: $0.state) }),
      partner: partner)
  }

  /// Off from 8 to 16.
  static func off(_ state: OffState, partner: Int? = nil) -> Telephone {
    .lab((8, 16, .off(state)), partner: partner)
  }
}

extension CallAttempt {
  /// The attempt in a line: `8 April P0 slot 0 try 1 by 0: 09:00:00 at 09:00:00 busy 0 s`, due before dialled.
  var note: String {
    "\(date.day) April P\(practice) slot \(slot) try \(attempt) by \(interviewer): "
      + "\(TimeOfDay(milliseconds: due)) at \(dialled.map { "\(TimeOfDay(milliseconds: $0))" } ?? "never") "
      + "\(disposition.rawValue) \(wait / 1000) s"
  }
}
