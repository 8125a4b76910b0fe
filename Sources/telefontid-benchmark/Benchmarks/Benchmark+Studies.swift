import Reports
import Scenarios
import Studies
import SurveyDesign
import SurveyStatistics
import Tables
import TelefontidCommand
import TelephoneAccess
import Terminal

extension Benchmark {
  /// What `simulate` does, without the files.
  static let replications = Benchmark(
    name: "replications", summary: "The survey over and over, as simulate runs it, at 1 and 2 jobs."
  ) { laboratory, notebook in
    let count = laboratory.effort.amount(1000)
    let scale = 1000 / Double(count)
    for _ in 0..<3 {
      var oneJob = 0.0
      for jobs in 1...2 {
        let watch = Stopwatch()
        try await laboratory.runReplications(count, jobs: jobs)
        let (processor, wall) = (watch.processorNanoseconds / 1e9 * scale, watch.wallSeconds * scale)
        let suffix = jobs == 1 ? "1-job" : "2-jobs"
        notebook.note(
          Quantity("replications/1000-processor-\(suffix)", "s", target: jobs == 1 ? .atMost(3) : nil),
          processor)
        notebook.note(Quantity("replications/1000-wall-\(suffix)", "s"), wall)
        if jobs == 1 {
          oneJob = wall
        } else {
          notebook.note(Quantity("replications/speed-up-2-jobs", "x", target: .atLeast(1.9)), oneJob / wall)
        }
      }
    }
  }

  /// Where the time of a replication goes.
  static let parts = Benchmark(
    name: "parts",
    summary: "The parts of a replication: its plan, its days, with probes, with interviewers, all, its rows."
  ) { laboratory, notebook in
    let study = laboratory.study
    let count = laboratory.effort.amount(100)
    var worker = Worker(study)
    let survey = study.scenario.survey
    var simulation = Simulation(
      region: study.population.region, slots: survey.slots.slots, fieldwork: survey.fieldwork)
    for _ in 0..<laboratory.effort.runs {
      var watch = Stopwatch()
      func note(_ part: String) {
        notebook.note(Quantity("parts/\(part)", "ms"), watch.processorNanoseconds / 1e6 / Double(count))
        watch = Stopwatch()
      }
      let plans = (0..<count).map { study.plan(replication: UInt64($0)).calls }
      note("plan")
      for stage in FieldworkStage.allCases {
        let staged = plans.map { stage.plan($0, days: survey.days) }
        watch = Stopwatch()
        for (number, plan) in staged.enumerated() {
          _ = simulation.conduct(plan, seed: study.scenario.seed, replication: UInt64(number))
        }
        note(stage.rawValue)
      }
      let replicates = (0..<count).map { worker.replicate(UInt64($0)) }
      note("replicate")
      let table = StudyTables.estimates(regions: 1)
      let bytes = replicates.map {
        ReplicateRows($0, of: study, estimates: table, keepsCalls: false, format: .standard).estimates.count
      }
      note("rows")
      precondition(bytes.allSatisfy { $0 > 0 }, "a replication has rows")

      let days = replicates.reduce(0) { $0 + $1.fieldwork.daysLived }
      notebook.note(Quantity("parts/practice-days", "days"), Double(days) / Double(count))
      let calls = replicates.reduce(0) { $0 + $1.fieldwork.calls }
      notebook.note(Quantity("parts/calls", "calls"), Double(calls) / Double(count))
    }
  }

  /// The most memory ever used, which must not depend on how much is simulated.
  static let memory = Benchmark(
    name: "memory",
    summary:
      "Peak memory of 1,000 and 10,000 replications, and allocations per call, each in a process of its own."
  ) { laboratory, notebook in
    let (few, many) = (laboratory.effort.amount(1000), laboratory.effort.amount(10_000))
    let ofFew = try ChildProcess.peakMemory(of: few, laboratory.scenarioFile)
    let ofMany = try ChildProcess.peakMemory(of: many, laboratory.scenarioFile)
    notebook.note(Quantity("memory/\(few)-replications", "MB"), ofFew)
    notebook.note(Quantity("memory/\(many)-replications", "MB"), ofMany)
    notebook.note(MemoryCheck.growth, ofMany / ofFew)
    let allocations = try ChildProcess.allocationsPerCall(over: 30, laboratory.scenarioFile)
    notebook.note(MemoryCheck.allocations, allocations)
  }
}

extension Laboratory {
  /// Runs replications as `simulate` does: each is reduced where it was run to what is kept of it, and added up in order.
  ///
  /// - Returns: how many calls patients made.
  @discardableResult
  func runReplications(_ count: Int, jobs: Int, of other: Study? = nil) async throws -> Int {
    let study = other ?? study
    var result = StudyResult(study)
    let table = StudyTables.estimates(regions: 1)
    var calls = 0
    try await study.run(
      0..<UInt64(count), jobs: jobs,
      reducing: {
        (
          rows: ReplicateRows(
            $0, of: study, estimates: table, keepsCalls: $0.number == 0, format: .standard),
          calls: $0.fieldwork.calls
        )
      },
      each: {
        result.add($0.rows.facts)
        calls += $0.calls
      })
    precondition(result.replications == count, "every replication is counted")
    return calls
  }
}

/// What is added to the days on which practices are rung, one thing after the other.
private enum FieldworkStage: String, CaseIterable {
  case patients
  case patientsAndProbes = "patients-and-probes"
  case fieldwork

  /// The days on which a plan's practices are rung, with what belongs to this stage.
  func plan(_ calls: [PlannedCall], days: [CalendarDate]) -> ReplicationInput {
    ReplicationInput(
      calls: self == .fieldwork ? calls : [], days: days,
      practiceDays: Set(calls.map { PracticeDay(practice: $0.practiceIndex, date: $0.date) })
        .sorted { ($0.date, $0.practice) < ($1.date, $1.practice) },
      sendsProbes: self != .patients)
  }
}
