import Scenarios
import Studies
import TelefontidCommand

extension Benchmark {
  /// What a replication costs when the scenario grows in one direction.
  static let growth = Benchmark(
    name: "growth", summary: "A replication with more practices, patients' calls, slots, calls or attempts."
  ) { laboratory, notebook in
    for direction in Growth.directions {
      for step in direction.steps {
        let study = try laboratory.study(setting: step.assignments)
        let count = laboratory.effort.amount(100)
        for _ in 0..<3 {
          let watch = Stopwatch()
          let calls = try await laboratory.runReplications(count, jobs: 1, of: study)
          let (name, time) = ("growth/\(direction.name)-\(step.name)", watch.processorNanoseconds)
          notebook.note(Quantity(name, "ms"), time / 1e6 / Double(count))
          notebook.note(Quantity("\(name)/call", "ns"), time / Double(calls))
        }
      }
    }
  }
}

/// One direction in which the shipped scenario grows.
private struct Growth {
  let name: String
  /// A step's name, and what it sets.
  let steps: [(name: String, assignments: [String])]

  init(_ name: String, path: String, _ values: [String], besides others: [String] = []) {
    self.name = name
    steps = values.map { ($0, others + ["\(path)=\($0)"]) }
  }

  init(_ name: String, steps: [(name: String, assignments: [String])]) {
    self.name = name
    self.steps = steps
  }

  static let directions = [
    Growth("practices", steps: [1, 2, 4].map { ("\($0 * 420)", practices(times: $0)) }),
    Growth("calls-per-1000-listed", path: "patients.calls_per_day_per_1000_listed", ["12.5", "25", "37.5"]),
    Growth(
      "slot-minutes", path: "survey.slots.minutes", ["240", "120", "60", "30", "15"],
      besides: ["survey.pooled_slots=[]"]),
    Growth("slots-per-practice", path: "survey.slots_per_practice", ["1", "2", "4", "8"]),
    Growth("attempts", path: "survey.attempts", ["1", "3", "6"]),
  ]

  /// As many times the practices of each size, all in one municipality.
  private static func practices(times: Int) -> [String] {
    let gps = [190, 118, 63, 29, 9, 6, 3, 1, 1]
    let sizes = gps.enumerated().map { "\"\($0 + 1)\": \($1 * times)" }.joined(separator: ", ")
    return [
      "practices.municipalities={\"Aarhus\": \(gps.reduce(0, +) * times)}", "practices.gps={\(sizes)}",
    ]
  }
}

extension Laboratory {
  /// The study of the scenario with some of its parameters set.
  fileprivate func study(setting assignments: [String]) throws -> Study {
    var document = try ScenarioDocument(reading: scenarioFile)
    for assignment in assignments { try document.set(assignment) }
    return try Study(document.scenario())
  }
}
