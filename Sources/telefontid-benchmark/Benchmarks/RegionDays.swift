import Reports
import Scenarios
import Studies
import SurveyDesign
import TelephoneAccess

/// Days of every practice of a study's region, without interviewers.
struct RegionDays: Sendable {
  let study: Study
  let plan: ReplicationInput
  private var region: Region

  init(of study: Study, sendsProbes: Bool) {
    self.study = study
    region = study.population.region
    plan = ReplicationInput(
      calls: [], days: [],
      practiceDays: study.population.region.practices.indices.map {
        PracticeDay(practice: $0, date: Laboratory.day)
      }, sendsProbes: sendsProbes)
  }

  var seed: UInt64 { study.scenario.seed }

  /// The same days with more patients' calls, or fewer.
  func withDemand(times factor: Double) -> RegionDays {
    var days = self
    for practice in days.region.practices.indices {
      var demand = days.region.practices[practice].demand
      for period in demand.rates.indices { demand.rates[period].callsPerHour *= factor }
      demand.burst?.calls *= factor
      days.region.practices[practice].demand = demand
    }
    return days
  }

  func makeSimulation() -> Simulation {
    Simulation(
      region: region, slots: study.scenario.survey.slots.slots,
      fieldwork: study.scenario.survey.fieldwork)
  }

  /// Everything that a trace tells, per patient's call, over two days.
  var eventsPerCall: Double {
    var (events, calls) = (0, 0)
    for replication: UInt64 in 0..<2 {
      let traced = Simulation.trace(
        practices: nil, region: region, slots: study.scenario.survey.slots.slots,
        fieldwork: study.scenario.survey.fieldwork, plan: plan, seed: seed, replication: replication)
      events += traced.events.count
      calls += traced.fieldwork.calls
    }
    return Double(events) / Double(calls)
  }
}

extension Fieldwork {
  /// Patients' calls, each try counted, those of partners who only live along too.
  var calls: Int { traffic.reduce(partnerCalls) { $0 + $1.freshCalls + $1.redials } }
  /// The days that telephones were followed, those of partners too.
  var daysLived: Int { practiceDays + partnerDays }
}
