import SurveyDesign
import TelephoneAccess

extension PopulationModel {
  /// A hundred practices in three municipalities, with every trait in some of them.
  static var lab: PopulationModel {
    var model = PopulationModel()
    model.municipalities = [
      MunicipalityCount(name: "Nord", practices: 60), MunicipalityCount(name: "Syd", practices: 30),
      MunicipalityCount(name: "Vest", practices: 10),
    ]
    model.practiceSizes = [
      SizeCount(gps: 1, practices: 50), SizeCount(gps: 2, practices: 30), SizeCount(gps: 5, practices: 20),
    ]
    model.staffing = [
      StaffingPeriod(
        from: .hour(8), to: .hour(9), answeredBy: .doctor,
        answerers: BySize(steps: [.init(gps: 1, value: 1), .init(gps: 2, value: 2), .init(gps: 5, value: 4)])),
      StaffingPeriod(from: .hour(9), to: .hour(16), answeredBy: .staff, answerers: BySize(1)),
    ]
    model.lunches = [WindowShare(from: .hour(12), to: .hour(13), share: 0.6)]
    model.lastAnswers = [(12, 0.15), (13, 0.25), (14, 0.2), (15, 0.2), (16, 0.2)].map {
      TimeShare(at: .hour($0.0), share: $0.1)
    }
    model.queueShare = BySize(steps: [
      .init(gps: 1, value: 0.45), .init(gps: 2, value: 0.7), .init(gps: 4, value: 0.9),
    ])
    model.acuteLineShare = 0.5
    model.whenOff = [
      OffShares(from: .hour(8), to: .hour(15), shares: shares([0.72, 0.2, 0.08])),
      OffShares(from: .hour(15), to: .hour(16), shares: shares([0.68, 0.2, 0.12])),
    ]
    model.callsPer1000Listed = 25
    model.callShares = [
      WindowShare(from: .hour(8), to: .hour(9), share: 0.5),
      WindowShare(from: .hour(9), to: .hour(16), share: 0.5),
    ]
    model.burstShare = 0.25
    return model
  }

  private static func shares(_ shares: [Double]) -> [OffShares.StateShare] {
    zip([OffState.referralMessage, .forwarding, .ringsOut], shares).map { .init(state: $0, share: $1) }
  }
}

extension Population {
  /// A population of the laboratory's model, or of another one.
  static func lab(seed: UInt64, _ model: PopulationModel = .lab, frame: Frame? = nil) throws -> Population {
    try Population(model: model, frame: frame, seed: seed) {
      Region(practices: $0, patients: PatientModel())
    }
  }
}
