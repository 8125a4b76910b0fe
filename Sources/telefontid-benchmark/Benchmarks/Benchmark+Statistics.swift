import Reports
import Scenarios
import Studies
import SurveyStatistics

extension Benchmark {
  /// The statistics that search, sum or iterate.
  static let statistics = Benchmark(
    name: "statistics", summary: "Boschloo's test, the hypergeometric and Korn-Graubard's interval, the SPRT."
  ) { laboratory, notebook in
    guard let first = Tally(successes: 42, trials: 420), let second = Tally(successes: 25, trials: 420),
      let plan = SequentialPlan(good: 0.05, bad: 0.10)
    else { preconditionFailure("the benchmark's own figures are in range") }
    let calls = try SurveyCallsOfFiveStrata()
    for _ in 0..<laboratory.effort.runs {
      let effort = laboratory.effort
      notebook.time("statistics/boschloo-420-420", effort.amount(20)) {
        UnconditionalTest.boschloo(first, against: second)?.pValue
      }
      notebook.time("statistics/hypergeometric-interval-52-of-420", effort.amount(20_000)) {
        FinitePopulation.interval(successes: 5, draws: 52, population: 420)?.lower
      }
      notebook.time("statistics/korn-graubard-2520-calls", effort.amount(1000)) { calls.interval?.lower }
      notebook.time("statistics/sprt-characteristics", effort.amount(100)) {
        plan.characteristics(atRate: 0.07)?.expectedCalls
      }
    }
  }
}

/// Six calls to each of 420 practices in five strata.
private struct SurveyCallsOfFiveStrata: Sendable {
  let sample: SurveySample
  let values: [Double]

  init() throws {
    let count = 2520
    sample = try SurveySample(
      count: count, weights: (0..<count).map { 1 + Double($0 % 5) }, strata: (0..<count).map { $0 / 6 % 5 },
      clusters: (0..<count).map { $0 / 6 })
    values = (0..<count).map { $0.isMultiple(of: 11) ? 1 : 0 }
  }

  var interval: ConfidenceInterval? {
    (try? sample.mean(of: values))??.shareInterval(method: .kornGraubard)
  }
}

extension Notebook {
  /// Takes down how long something takes, in microseconds.
  fileprivate mutating func time(_ name: String, _ times: Int, _ work: () -> Double?) {
    var sum = 0.0
    let watch = Stopwatch()
    for _ in 0..<times { sum += work() ?? .nan }
    let time = watch.processorNanoseconds / 1000 / Double(times)
    precondition(sum.isFinite, "\(name) has a result")
    note(Quantity(name, "µs"), time)
  }
}
