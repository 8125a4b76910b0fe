import Randomness
import Reports
import SurveyDesign
import TelephoneAccess

/// One telephone that other simulators can simulate too, for comparison.
///
/// `Tests/Peers/README.md` describes both models in words; the programs beside it hold the same numbers.
enum PeerModel: String, CaseIterable, Sendable {
  /// M/M/2+M from midnight to midnight, in units of six seconds: two calls a unit, talk of one, patience of two.
  case queue
  /// A practice of two doctors: timetable, opening burst, lines, balking, patience and redials.
  case practice

  /// The telephone and its patients.
  var region: Region {
    switch self {
    case .queue: Self.region(Self.queueTelephone, Self.queueDemand, Self.queuePatients)
    case .practice:
      Self.region(Self.practiceTelephone, Self.practiceDemand, Self.practicePatients, busynessCV: 0.2)
    }
  }

  /// One day of the telephone.
  var plan: ReplicationInput {
    ReplicationInput(
      calls: [], days: [], practiceDays: [PracticeDay(practice: 0, date: Laboratory.day)])
  }

  func makeSimulation() -> Simulation {
    let slots = [Slot(from: .midnight, to: Self.hour(24))].compactMap(\.self)
    return Simulation(region: region, slots: slots, fieldwork: FieldworkProtocol())
  }

  private static func region(
    _ telephone: Telephone, _ demand: PatientDemand, _ patients: PatientModel, busynessCV: Double = 0
  ) -> Region {
    let key = RandomStream.key(of: "peer")
    return Region(
      practices: [RegionPractice(streamKey: key, telephone: telephone, demand: demand)], patients: patients,
      busynessCV: busynessCV)
  }

  private static func hour(_ hour: Int) -> TimeOfDay { TimeOfDay(milliseconds: hour * 3_600_000) }

  private static func period(_ from: Int, _ to: Int, _ state: TelephoneState) -> TimetablePeriod {
    TimetablePeriod(from: hour(from), to: hour(to), state: state)
  }
}

extension PeerModel {
  private static var queueTelephone: Telephone {
    Telephone(
      system: .queue, lines: .max,
      timetable: Timetable([period(0, 24, .staffed(answerers: 2, by: .staff))]))
  }

  private static var queueDemand: PatientDemand {
    var demand = PatientDemand()
    demand.rates = [RatePeriod(from: .midnight, to: hour(24), callsPerHour: 1200)]
    return demand
  }

  private static var queuePatients: PatientModel {
    var patients = PatientModel()
    patients.talkWithStaff = .exponential(mean: 6)
    patients.patience = .exponential(mean: 12)
    patients.urgentShare = 0
    patients.balkingShare = 0
    patients.mostRedials = 0
    return patients
  }
}

extension PeerModel {
  private static var practiceTelephone: Telephone {
    Telephone(
      system: .queue, lines: 5,
      timetable: Timetable([
        period(8, 9, .staffed(answerers: 2, by: .doctor)),
        period(9, 12, .staffed(answerers: 1, by: .staff)),
        period(12, 13, .off(.ringsOut)),
        period(13, 15, .staffed(answerers: 1, by: .staff)),
        period(15, 16, .off(.referralMessage)),
      ]))
  }

  private static var practiceDemand: PatientDemand {
    var demand = PatientDemand()
    let perHour = [19.5, 15, 11, 9, 3, 4.5, 3.75, 2.25]
    demand.rates = perHour.enumerated().map { index, calls in
      RatePeriod(from: hour(8 + index), to: hour(9 + index), callsPerHour: calls)
    }
    demand.burst = OpeningBurst(at: hour(8), calls: 6.5, meanDelay: 120)
    return demand
  }

  /// The defaults of the model, but for urgent calls, which take an acute line.
  private static var practicePatients: PatientModel {
    var patients = PatientModel()
    patients.urgentShare = 0
    return patients
  }
}
