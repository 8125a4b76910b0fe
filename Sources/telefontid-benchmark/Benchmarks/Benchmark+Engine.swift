import Reports
import Studies
import SurveyStatistics
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
      for _ in 0..<laboratory.effort.runs {
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
    for _ in 0..<laboratory.effort.runs {
      let watch = Stopwatch()
      var calls = 0
      for day in 0..<days {
        calls += simulation.conduct(queue.plan, seed: 1, replication: UInt64(day)).calls
      }
      notebook.note(Quantity("queue/call", "ns"), watch.processorNanoseconds / Double(calls))
    }
  }
}
