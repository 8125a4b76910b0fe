import Studies
import Tables
import TelefontidCommand

extension Benchmark {
  /// What `simulate` does, without the files.
  static let replications = Benchmark(
    name: "replications",
    summary: "The survey over and over, as simulate runs it, at 1 and 2 jobs."
  ) { laboratory, notebook in
    let count = laboratory.effort.amount(1000)
    let scale = 1000 / Double(count)
    for _ in 0..<3 {
      var oneJob = 0.0
      for jobs in 1...2 {
        let watch = Stopwatch()
        try await laboratory.runReplications(count, jobs: jobs)
        let (processor, wall) = (watch.processorNanoseconds / 1e9, watch.wallSeconds)
        notebook.note(
          Quantity("replications/1000-cpu-\(jobs)-jobs", "s", target: jobs == 1 ? .atMost(3) : nil),
          processor * scale)
        notebook.note(Quantity("replications/1000-wall-\(jobs)-jobs", "s"), wall * scale)
        if jobs == 1 {
          oneJob = wall
        } else {
          notebook.note(Quantity("replications/speed-up-2-jobs", "x", target: .atLeast(1.9)), oneJob / wall)
        }
      }
    }
  }

  /// The most memory ever used, which must not depend on how much is simulated.
  static let memory = Benchmark(
    name: "memory", summary: "Peak memory of 1,000 and 10,000 replications, each in a process of its own."
  ) { laboratory, notebook in
    let (few, many) = (laboratory.effort.amount(1000), laboratory.effort.amount(10_000))
    let ofFew = try ChildProcess.peakMemory(of: few, laboratory.scenarioFile)
    let ofMany = try ChildProcess.peakMemory(of: many, laboratory.scenarioFile)
    notebook.note(Quantity("memory/\(few)-replications", "MB"), ofFew)
    notebook.note(Quantity("memory/\(many)-replications", "MB"), ofMany)
    notebook.note(Quantity("memory/growth", "x", target: .atMost(1.05)), ofMany / ofFew)
  }
}

extension Laboratory {
  /// Runs replications as `simulate` does: each is reduced where it was run to what is kept of it, and added up in order.
  func runReplications(_ count: Int, jobs: Int) async throws {
    let study = study
    var result = StudyResult(study)
    try await study.run(
      0..<UInt64(count), jobs: jobs,
      reducing: { ReplicateRows($0, of: study, keepsCalls: $0.number == 0, format: .standard) },
      each: { result.add($0.facts) })
    precondition(result.replications == count, "every replication is counted")
  }
}
