import Randomness
import SurveyDesign
import TelephoneAccess

/// One telephone that other simulators can simulate too, for comparison.
struct PeerModel: Sendable {
  var region: Region

  /// M/M/2+M from midnight to midnight, in units of six seconds: two calls a unit, talk of one, patience of two.
  static var queue: PeerModel {
    let unit = 6.0
    var demand = PatientDemand()
    demand.rates = [RatePeriod(from: .midnight, to: hour(24), callsPerHour: 2 * 3600 / unit)]
    var patients = PatientModel()
    patients.talkWithStaff = .exponential(mean: unit)
    patients.patience = .exponential(mean: 2 * unit)
    patients.urgentShare = 0
    patients.balkingShare = 0
    patients.mostRedials = 0
    let timetable = Timetable([
      TimetablePeriod(from: .midnight, to: hour(24), state: .staffed(answerers: 2, by: .staff))
    ])
    return PeerModel(
      region: Region(
        practices: [
          RegionPractice(
            streamKey: RandomStream.key(of: "peer"),
            telephone: Telephone(system: .queue, lines: .max, timetable: timetable), demand: demand)
        ], patients: patients))
  }

  /// One day of the telephone.
  var plan: FieldworkPlan {
    FieldworkPlan(
      calls: [], days: [], practiceDays: [PracticeDay(practice: 0, date: Laboratory.day)])
  }

  func makeSimulation() -> Simulation {
    let slots = [Slot(from: .midnight, to: Self.hour(24))].compactMap(\.self)
    return Simulation(region: region, slots: slots, fieldwork: FieldworkProtocol())
  }

  private static func hour(_ hour: Int) -> TimeOfDay { TimeOfDay(milliseconds: hour * 3_600_000) }
}
