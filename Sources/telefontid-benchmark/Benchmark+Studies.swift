import Studies
import SurveyDesign
import Tables
import TelefontidCommand
import TelephoneAccess

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
    name: "parts", summary: "The parts of a replication: planning its calls, all of it, and its rows as text."
  ) { laboratory, notebook in
    let study = laboratory.study
    let count = laboratory.effort.amount(100)
    var worker = Worker(study)
    for _ in 0..<laboratory.effort.runs {
      var watch = Stopwatch()
      var calls = 0
      for number in 0..<count { calls += study.plan(replication: UInt64(number)).calls.count }
      notebook.note(Quantity("parts/plan", "ms"), watch.processorNanoseconds / 1e6 / Double(count))
      precondition(calls > 0, "a plan has calls")

      watch = Stopwatch()
      let replicates = (0..<count).map { worker.replicate(UInt64($0)) }
      notebook.note(Quantity("parts/replicate", "ms"), watch.processorNanoseconds / 1e6 / Double(count))
      let lived = replicates.reduce(0) { $0 + $1.fieldwork.practiceDays + $1.fieldwork.partnerDays }
      notebook.note(Quantity("parts/practice-days", "days"), Double(lived) / Double(count))
      let made = replicates.reduce(0) { $0 + $1.fieldwork.calls + $1.fieldwork.partnerCalls }
      notebook.note(Quantity("parts/calls", "calls"), Double(made) / Double(count))

      watch = Stopwatch()
      let bytes = replicates.map {
        ReplicateRows($0, of: study, keepsCalls: false, format: .standard).estimates.count
      }
      notebook.note(Quantity("parts/rows", "ms"), watch.processorNanoseconds / 1e6 / Double(count))
      precondition(bytes.allSatisfy { $0 > 0 }, "a replication has rows")
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
    var calls = 0
    try await study.run(
      0..<UInt64(count), jobs: jobs,
      reducing: {
        (
          rows: ReplicateRows($0, of: study, keepsCalls: $0.number == 0, format: .standard),
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
