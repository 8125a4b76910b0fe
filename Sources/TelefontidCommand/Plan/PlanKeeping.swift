import Files
import Scenarios
import Studies
import Tables
import Terminal

/// The folder in which a plan keeps what its simulations add up to, so that a run can go on and its parts be put together.
struct PlanKeeping: OptionGroup {
  @Option(
    "keep", "DIR", "The folder that keeps what has been simulated, for '--resume' and '--take'.",
    reading: .folder, changesResults: false) var path: String?
  @Options var parts: PartOptions

  func validate(_ faults: inout [String]) {
    guard path == nil else { return }
    for name in [parts.$part.nameIfGiven, parts.$resumes.nameIfGiven].compactMap(\.self) {
      faults.append("'\(name)' needs '--keep DIR', a folder for what is simulated")
    }
  }

  /// Refuses an answer of a part, which has none.
  func refuseAnswer(_ output: PlanOutput, _ faults: inout [String]) {
    guard parts.part != nil, let name = output.nameIfGiven else { return }
    faults.append("'--part' makes no answer: give '\(name)' to the command that takes the parts")
  }

  /// What the folder says of itself, with nothing done yet.
  func manifest(_ scenario: Scenario, regions: Int = 1, replications: Int, _ context: Context) -> Manifest {
    Manifest(
      commandLine: context.commandLine,
      scenario: .init(
        name: scenario.name, sha256: SHA256.hexDigest(of: Array(scenario.canonicalText.utf8))),
      seed: scenario.seed, practicesSeed: scenario.regionSeed,
      frameSHA256: [scenario].digestOfFrames, regions: regions,
      replications: .init(first: 0, asked: replications, done: 0), isComplete: false)
  }

  /// Hands over the sums of every folder that is to be taken, and begins the one to be written.
  ///
  /// - Returns: The folder; `nil` where nothing is to be kept.
  func begin(_ run: Manifest, adding add: (Table) throws -> Void) throws -> ResultFolder? {
    // What is read from now on is of this command, and may be replaced.
    if let path { try CommandFiles.refuseInputs(inFolder: path) }
    try parts.take(of: run, writing: path, add)
    return try path.map { try ResultFolder(replacing: $0) }
  }

  /// Puts the folder in its place.
  func commit(_ sums: [UInt8], _ manifest: Manifest, to folder: consuming ResultFolder?) throws {
    guard var folder else { return }
    try folder.write(sums, to: SumRow.fileName)
    try folder.commit(manifest)
  }

  /// That the run was stopped, and what became of what was done; `nil` for nothing.
  func stopped(after done: String?) -> CommandError {
    guard let path, let done else { return .interrupted("stopped; nothing was written") }
    return .interrupted(
      "stopped after \(done); what was simulated is kept in \(path): the same command with --resume goes on from there"
    )
  }

  /// Prints that a part is made.
  func printPart(_ own: Range<UInt64>, of all: Int, in context: Context) throws {
    guard let path else { return }
    try context.print(
      said(
        "\(own.count) of \(all) replications: the others are in other parts.\n",
        "\(own.count) af \(all) gentagelser: De andre er i andre dele.\n") + Phrase.written(path))
  }
}
