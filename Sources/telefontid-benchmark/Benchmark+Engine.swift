import Scenarios
import Studies
import SurveyDesign
import TelephoneAccess

extension Benchmark {
  /// All features of the scenario on: one day of every practice, without interviewers.
  static let practiceModel = Benchmark(
    name: "practice-model", summary: "One day of all practices of the scenario, with and without probes."
  ) { laboratory, notebook in
    let days = laboratory.effort.amount(30)
    for (suffix, sendsProbes) in [("", false), ("-with-probes", true)] {
      let region = RegionDays(of: laboratory.study, sendsProbes: sendsProbes)
      let eventsPerCall = region.eventsPerCall
      var simulation = region.makeSimulation()
      await laboratory.repeated {
        let watch = Stopwatch()
        var calls = 0
        for day in 0..<days {
          calls += simulation.conduct(region.plan, seed: region.seed, replication: UInt64(day)).calls
        }
        let time = watch.processorNanoseconds
        let name = "practice-model\(suffix)"
        notebook.note(
          Quantity("\(name)/call", "ns", target: sendsProbes ? nil : .atMost(80)), time / Double(calls))
        notebook.note(Quantity("\(name)/event", "ns"), time / Double(calls) / eventsPerCall)
        notebook.note(Quantity("\(name)/region-day", "ms"), time / Double(days) / 1e6)
        notebook.note(Quantity("\(name)/calls-per-region-day", "calls"), Double(calls) / Double(days))
      }
    }
  }

  /// The plainest queue with patience, to compare with other simulators.
  static let queue = Benchmark(
    name: "queue", summary: "A plain M/M/2+M queue: two answerers, endless lines, exponential patience."
  ) { laboratory, notebook in
    let days = laboratory.effort.amount(40)
    let queue = PeerModel.queue
    var simulation = queue.makeSimulation()
    await laboratory.repeated {
      let watch = Stopwatch()
      var calls = 0
      for day in 0..<days {
        calls += simulation.conduct(queue.plan, seed: 1, replication: UInt64(day)).calls
      }
      notebook.note(Quantity("queue/call", "ns"), watch.processorNanoseconds / Double(calls))
    }
  }
}

/// Days of every practice of a study's region, without interviewers.
struct RegionDays: Sendable {
  let study: Study
  let plan: FieldworkPlan

  init(of study: Study, sendsProbes: Bool) {
    self.study = study
    plan = FieldworkPlan(
      calls: [], days: [],
      practiceDays: study.population.region.practices.indices.map {
        PracticeDay(practice: $0, date: Laboratory.day)
      }, sendsProbes: sendsProbes)
  }

  var seed: UInt64 { study.scenario.seed }

  func makeSimulation() -> Simulation {
    Simulation(
      region: study.population.region, slots: study.scenario.survey.slots.slots,
      fieldwork: study.scenario.survey.fieldwork)
  }

  /// Everything that a trace tells, per patient's call, over two days.
  var eventsPerCall: Double {
    var (events, calls) = (0, 0)
    for replication: UInt64 in 0..<2 {
      let traced = Simulation.trace(
        practices: nil, region: study.population.region, slots: study.scenario.survey.slots.slots,
        fieldwork: study.scenario.survey.fieldwork, plan: plan, seed: seed, replication: replication)
      events += traced.events.count
      calls += traced.fieldwork.calls
    }
    return Double(events) / Double(calls)
  }
}

extension Fieldwork {
  /// Patients' calls, each try counted.
  var calls: Int { traffic.reduce(0) { $0 + $1.freshCalls + $1.redials } }
}
