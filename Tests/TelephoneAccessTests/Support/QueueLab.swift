import Randomness
import SurveyDesign
import TelephoneAccess

/// One telephone under laboratory conditions, built from the public model types alone.
///
/// Six seconds stand for the model's unit of time, so that a day of 24 hours holds 14,400 of them. What happens in the first two hours and in the last is not measured, so that the queue is stationary when it counts.
struct QueueLab {
  var region: Region
  var slots = [Slot(.midnight, .hour(2)), Slot(.hour(2), .hour(23)), Slot(.hour(23), .hour(24))]

  /// - Parameters:
  ///   - rate: Calls per unit.
  ///   - answerers: Answerers all day.
  ///   - lines: Calls in the system at most.
  ///   - handling: How long a call lasts.
  init(rate: Double, answerers: Int, lines: Int = .max, handling: DurationDistribution) {
    let timetable = Timetable([
      TimetablePeriod(from: .midnight, to: .hour(24), state: .staffed(answerers: answerers, by: .staff))
    ])
    var demand = PatientDemand()
    demand.rates = [RatePeriod(from: .midnight, to: .hour(24), callsPerHour: rate * 3600 / Self.unit)]
    var patients = PatientModel.undisturbed
    patients.talkWithStaff = handling
    region = Region(
      practices: [
        RegionPractice(
          streamKey: RandomStream.key(of: "laboratory"),
          telephone: Telephone(system: .queue, lines: lines, timetable: timetable), demand: demand)
      ], patients: patients)
  }

  /// Lives through some days, each a replication of its own, and gives what was counted in the measured hours.
  func days(_ count: Int, seed: UInt64 = 1) -> [TrafficCounts] {
    var simulation = Simulation(region: region, slots: slots, fieldwork: FieldworkProtocol())
    return (0..<count).map { day in
      simulation.conduct(.patientsOnly(practices: 1), seed: seed, replication: UInt64(day)).traffic[1]
    }
  }

  /// The events of some days, those outside the measured hours left out.
  func tracedDays(_ count: Int, seed: UInt64 = 1) -> [[TraceEvent]] {
    (0..<count).map { day in
      Simulation.trace(
        practices: nil, region: region, slots: slots, fieldwork: FieldworkProtocol(),
        plan: .patientsOnly(practices: 1), seed: seed, replication: UInt64(day)
      ).events.map(\.event).filter {
        $0.time >= slots[1].from.milliseconds && $0.time < slots[1].to.milliseconds
      }
    }
  }

  /// The unit of time, in seconds.
  static let unit = 6.0

  /// The measured time of a day, in units.
  var measuredTime: Double { Double(slots[1].milliseconds).units }
}

extension Double {
  /// Milliseconds as units of laboratory time.
  var units: Double { self / 1000 / QueueLab.unit }
}

extension PatientModel {
  /// Patients who wait for ever, never balk and never call twice.
  static var undisturbed: PatientModel {
    var patients = PatientModel()
    patients.urgentShare = 0
    patients.balkingShare = 0
    patients.patience = .never
    patients.ringPatience = .never
    patients.mostRedials = 0
    return patients
  }
}

extension ReplicationInput {
  /// One ordinary day of every practice, and no interviewer on the telephone.
  static func patientsOnly(practices: Int) -> ReplicationInput {
    let day = CalendarDate(year: 2015, month: 4, day: 8) ?? .first
    return ReplicationInput(
      calls: [], days: [day], practiceDays: (0..<practices).map { PracticeDay(practice: $0, date: day) })
  }
}

extension TimeOfDay {
  static func hour(_ hour: Int) -> TimeOfDay { TimeOfDay(milliseconds: hour * 3_600_000) }
  static func minute(_ minute: Double) -> TimeOfDay { TimeOfDay(milliseconds: Int(minute * 60_000)) }
}

extension Slot {
  init(_ from: TimeOfDay, _ to: TimeOfDay) {
    guard let slot = Slot(from: from, to: to) else { preconditionFailure("a slot ends after it begins") }
    self = slot
  }
}
