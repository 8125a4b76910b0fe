import Drawing
import Files
import Scenarios
import Studies
import Tables
import TelephoneAccess
import Terminal

extension BenchmarkCommand {
  func run(in context: Context) async throws {
    switch work {
    case .list: try list(in: context)
    case .measure(let names): try await measure(names, in: context)
    case .check: try check(in: context)
    case .peakMemory(let replications):
      try await Laboratory(scenarioFile: scenarioFile, effort: effort).runReplications(replications, jobs: 1)
      try Self.print(PeakMemory.megabytes, in: context)
    case .allocations(let days):
      let study = try Laboratory(scenarioFile: scenarioFile, effort: effort).study
      try Self.print(
        AllocationCount.perCall(RegionDays(of: study, sendsProbes: false), count: days), in: context)
    case .peer(let run):
      try context.print(String(decoding: run.table().bytes(), as: UTF8.self))
    }
  }

  private func list(in context: Context) throws {
    var table = TextTable([.text("Name"), .text("What is measured")])
    for benchmark in Benchmark.all { table.append([benchmark.name, benchmark.summary]) }
    try context.print(table)
  }

  private func measure(_ names: [String], in context: Context) async throws {
    let before = try earlier.map(EarlierRun.init(file:))
    let laboratory = try Laboratory(scenarioFile: scenarioFile, effort: effort)
    var notebook = Notebook()
    for benchmark in Benchmark.all where names.isEmpty || names.contains(benchmark.name) {
      context.remark("measuring \(benchmark.name)")
      try await benchmark.measure(laboratory, &notebook)
    }
    let tables = MeasurementTables(measurements: notebook.measurements, earlier: before)
    if let outputFile {
      var written = try ReplacedFile(outputFile)
      written.file.pending += tables.csv
      try written.commit()
      if outputFile == "-" { return }
    }
    if printsMarkdown {
      try context.print(tables.markdown)
    } else {
      try context.print(tables.text)
    }
  }

  private func check(in context: Context) throws {
    let faults = try MemoryCheck(scenarioFile: scenarioFile).faults { try context.print($0) }
    for fault in faults { try context.print("Failed: \(fault)\n") }
    if !faults.isEmpty { Platform.leave(with: 1) }
  }

  /// Prints a number for the process that started this one, or nothing where it cannot be known.
  private static func print(_ number: Double?, in context: Context) throws {
    try context.print(number.map { "\($0)\n" } ?? "")
  }
}
