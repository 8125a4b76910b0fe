import Experiments
import Files
import Scenarios
import Studies
import SurveyDesign
import Tables
import Terminal

/// `sensitivity`: which assumption carries which conclusion.
struct SensitivityCommand: Command {
  @Argument(
    "SCENARIO", "A scenario file, and after it those of remedies that are compared to it.",
    readingEach: .scenarioFile)
  var files: [String]
  @Option(.outputFolder(absent: "results/NAME-sensitivity")) var folder: String?
  @Option(
    "worlds", "N", "The most worlds to look at; never fewer than it takes to tell the parameters apart.",
    reading: .integer(in: 1...1_000_000), default: 1024)
  var worlds: Int
  @Option(
    "replications", "R", "Simulated surveys of each scenario in each world.",
    reading: .integer(in: 2...1_000_000),
    default: 20)
  var replications: Int
  @Option("set", "PATH=VALUE", "Sets a parameter, which is certain then.", readingEach: .assignment)
  var assignments: [Assignment]
  @Option(
    "seed", "S", "What happens in every world, by chance, and which worlds there are.", reading: .seed,
    absent: "the scenario's")
  var seed: UInt64?
  @Option(
    "calibrated", "TARGETS.csv",
    "Fits every world to these published figures first, by what '--free' names; worlds that cannot reproduce them do not count.",
    reading: .inputFile)
  var targetsFile: String?
  @Option(
    "free", "PATH",
    "A number that the fit may move. PATH~OTHER takes from OTHER what it gives to PATH; =LOW..HIGH bounds it.",
    readingEach: .freeParameter)
  var freed: [FreeParameter]
  @Option(.jobs) var jobs: Int
  @Option(
    .part(
      "Looks at the K-th of N parts of the worlds that remain after screening, as one of several machines.")
  ) var part: Part?
  @Option(
    .take("A folder of this command, a part or one that broke off: its worlds are not looked at again."))
  var taken: [String]
  @Flag("resume", "Takes the worlds of the folder to be written, if there is one.", changesResults: false)
  var resumes: Bool
  @Option(
    "group", "GROUP",
    "A group to print, such as 15:00-16:00; without it, all calls together. Files hold every group.",
    readingEach: .text, changesResults: false)
  var shownGroups: [String]
  @Option(.csv) var format: TableFormat

  static let spec = CommandSpec(
    name: "sensitivity",
    summary: "Ask which assumption carries which conclusion.",
    discussion: """
      Draws whole worlds from the ranges and values that provenance gives uncertain parameters, simulates each with the \
      same random numbers, and says of every conclusion how it varies over worlds, in what share of them it holds, and \
      which parameters carry it: Sobol' indices by Jansen's estimators, shown where they exceed their own error and the \
      Monte Carlo error.

      Up to ten parameters are each a factor. Of more, eight rows of worlds screen which ten matter most to any \
      conclusion; all others are one factor together, whose index shows whether screening was right.

      Ctrl-C keeps finished worlds; --resume goes on from there. Parts that other machines looked at are put together by \
      the same command with --take. The bytes are the same in every case.
      """,
    examples: [
      .init(
        command: "telefontid sensitivity scenarios/midtjylland-2015.json --group 15:00-16:00",
        purpose: "What the share not reached from 15 to 16 hangs on:"),
      .init(
        command:
          "telefontid sensitivity scenarios/midtjylland-2015.json scenarios/what-if-*.json --worlds 2048",
        purpose: "Which remedy helps most, whatever is assumed:"),
    ])

  func validate(_ faults: inout [String]) {
    if targetsFile != nil, freed.isEmpty {
      faults.append("'--calibrated' needs '--free': a number that the fit may move")
    }
    if targetsFile == nil, !freed.isEmpty { faults.append("'--free' is for '--calibrated'") }
  }

  func run(in context: Context) async throws {
    let documents = try files.map { try ScenarioLoader.document($0, assignments: assignments) }
    let study = try Self.explaining(files[0]) {
      try SensitivityStudy(
        documents, seed: seed, replications: replications, worlds: worlds, fit: try fit(documents[0]))
    }
    try check(study)
    if study.plan.budget > worlds {
      context.remark(
        said(
          "\(study.paths.count) uncertain parameters take \(study.plan.budget) worlds at least; so many are looked at.",
          "\(study.paths.count) usikre forudsætninger kræver mindst \(study.plan.budget) verdener; så mange undersøges."
        ))
    }
    let scenario = study.nominal.scenario
    let path = folder ?? "results/\(scenario.name)-sensitivity"
    var manifest = Manifest(
      commandLine: context.commandLine,
      scenario: .init(name: scenario.name, sha256: try Self.digest(of: documents)),
      seed: study.seed, practicesSeed: scenario.regionSeed,
      frameSHA256: try documents.map { try $0.scenario() }.digestOfFrames)
    let known = try worlds(of: taken + (resumes ? [path] : []), manifest, study)
    // Before the folder is begun, so that no signal leaves a begun one behind.
    Interruption.listen()
    let writer = try SensitivityWriter(study, format: format, folder: path)

    var progress = context.progressLine(of: study.plan.count, unit: said("worlds", "verdener"))
    let result = try await Self.explaining(files[0]) {
      try await study.run(
        knowing: known, part: part.map { ($0.number, $0.of) }, jobs: jobs,
        until: { Interruption.isRequested }
      ) { done, _ in progress.show(done: done) }
    }
    progress.finish()
    guard !result.worlds.isEmpty else {
      throw CommandError.interrupted("stopped before a world was finished; nothing was written")
    }
    manifest.isComplete = result.isComplete
    try writer.commit(result, manifest)
    if Interruption.isRequested, !result.isComplete {
      throw CommandError.interrupted(
        "stopped after \(result.worlds.count) of \(study.plan.count) worlds; they are kept in \(path): "
          + "the same command with --resume goes on from there")
    }
    if result.isComplete {
      let text = SensitivityText(result: result, groups: shownGroups.isEmpty ? ["all"] : shownGroups)
      for table in text.tables {
        try context.print(table)
        try context.print("\n")
      }
    } else {
      try context.print(
        said(
          "\(result.worlds.count) of \(study.plan.count) worlds: the others are in other parts.\n",
          "\(result.worlds.count) af \(study.plan.count) verdener: De andre er i andre dele.\n"))
    }
    try context.print(Phrase.written(path))
  }

  /// What fits a world to the targets; `nil` where none are given.
  private func fit(_ document: ScenarioDocument) throws -> SensitivityStudy.Fit? {
    guard let targetsFile else { return nil }
    var reader = CalibrationTargetReader()
    try CSVReader.read(try InputFile.contents(of: targetsFile), file: targetsFile, to: &reader)
    let (targets, free, replications) = (reader.targets, freed, replications)
    guard !targets.isEmpty else {
      throw CommandError.data([Fault("there is no target: nothing to fit to", file: targetsFile)])
    }
    // What is wrong with paths or targets is said before any world is drawn.
    _ = try CalibrationSpace(document: document, free: free)
    do {
      _ = try CalibrationTally(try Study(try document.scenario()), targets: targets)
    } catch let faults as CalibrationFaults {
      throw CommandError.data(faults.messages.map { Fault($0, file: targetsFile) })
    }
    return { world, seed in
      let space = try CalibrationSpace(document: world, free: free)
      let search = CalibrationSearch(parameters: space.parameters, mostEvaluations: Self.mostPoints)
      let found = try await search.run { point in
        guard let document = try space.document(at: point) else { return nil }
        var scenario = try document.scenario()
        scenario.seed = seed
        let study = try Study(scenario)
        var (tally, worker) = (try CalibrationTally(study, targets: targets), Worker(study))
        for replication in 0..<UInt64(replications) { tally.add(worker.replicate(replication)) }
        let figures = tally.figures.compactMap(\.self)
        guard figures.count == targets.count else { return nil }
        return zip(figures, targets).map { ($0.value - $1.target) / $1.tolerance }
      }
      guard let found, found.residuals.allSatisfy({ abs($0) <= 1 }) else { return nil }
      return space.assignments(at: found.values).map { "\($0.path)=\(NumberText.shortest($0.value))" }
    }
  }

  /// Points that a fit tries in a world.
  private static let mostPoints = 30

  /// Refuses groups to print that the scenario does not have.
  private func check(_ study: SensitivityStudy) throws {
    let known = study.nominal.groups.map(\.label)
    let unknown = shownGroups.filter { !known.contains($0) }
    guard !unknown.isEmpty else { return }
    throw CommandError(
      .usage,
      unknown.map { group in
        let near = Suggestion.nearest(to: group, among: known)
        let hint = near.map { "Did you mean '\($0)'?" } ?? "There are \(known.joined(separator: ", "))."
        return Fault("'--group': the scenario has no group '\(group)'. \(hint)")
      })
  }

  /// The worlds of folders that this command wrote.
  private func worlds(
    of folders: [String], _ manifest: Manifest, _ study: SensitivityStudy
  ) throws -> KnownWorlds {
    var known = KnownWorlds()
    let name = "\(SensitivityTables.outcomes.schema.name).csv"
    for path in folders {
      guard let folder = try PartFolder(path, of: manifest, isNeeded: taken.contains(path)) else { continue }
      let bytes = try folder.contents(of: name)
      do {
        try known.add(Table(bytes, file: "\(path)/\(name)"), conclusions: study.conclusions.count)
      } catch let fault as SensitivityTableFault {
        throw CommandError.data([Fault(fault.message, file: "\(path)/\(name)")])
      }
    }
    return known
  }

  /// The digest of all scenarios together.
  private static func digest(of documents: [ScenarioDocument]) throws -> String {
    SHA256.hexDigest(of: Array(try documents.map { try $0.scenario().canonicalText }.joined().utf8))
  }
}

extension SensitivityCommand {
  /// Runs something, with its faults as the command line reports them.
  private static func explaining<Made>(
    _ file: String, isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> Made
  ) async throws -> Made {
    do { return try await body() } catch { throw explained(error, file) }
  }

  private static func explaining<Made>(_ file: String, _ body: () throws -> Made) throws -> Made {
    do { return try body() } catch { throw explained(error, file) }
  }

  private static func explained(_ error: any Error, _ file: String) -> any Error {
    switch error {
    case SensitivityFault.nothingUncertain:
      CommandError.data([
        Fault(
          "no parameter is uncertain: give entries of provenance a \"range\" or \"values\" (and '--set' makes certain)",
          file: file, path: "provenance")
      ])
    case SensitivityFault.otherGroups(let settings):
      CommandError.data([
        Fault("other slots or definitions come of \(settings): the survey must stay the same", file: file)
      ])
    case let fault as DesignFault: CommandError.data([Fault(fault.message, file: file)])
    case let faults as DesignFaults:
      CommandError.data(faults.faults.map { Fault($0.message, file: file) })
    default: error
    }
  }
}
