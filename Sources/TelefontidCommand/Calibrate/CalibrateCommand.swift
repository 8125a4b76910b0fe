import Experiments
import Files
import Scenarios
import Studies
import Tables
import TelephoneAccess
import Terminal

/// `calibrate`: parameters that reproduce what was published.
struct CalibrateCommand: Command {
  @Argument("SCENARIO", "The scenario: a file, or the name of a shipped one.", reading: .scenarioFile)
  var file: String
  @Option(
    "to", "TARGETS.csv",
    "The published figures: definition, by, group, statistic, target, tolerance, source.", reading: .inputFile
  ) var targetsFile: String
  @Option(
    "free", "PATH",
    "A number that may be moved. PATH~OTHER takes from OTHER what it gives to PATH; =LOW..HIGH bounds it.",
    readingEach: .freeParameter, isRequired: true) var freed: [FreeParameter]
  @Option("set", "PATH=VALUE", "Sets a parameter before the search.", readingEach: .assignment)
  var assignments: [Assignment]
  @Option(.outputFile("A scenario file to write that extends SCENARIO.")) var outputFile: String?
  @Option(
    "replications", "N", "Surveys at every point of the search: a number, or an inclusive range FIRST-LAST.",
    reading: .replications, default: Replications(count: 100), shown: "100") var replications: Replications
  @Option(
    "regions", "K",
    "Fits the mean over so many regions, from that of practices.seed on; the fit is then shown in as many others.",
    reading: .regions, default: 1) var regions: Int
  @Option("evaluations", "N", "The most points to try.", reading: .integer(in: 1...100_000), default: 120)
  var mostEvaluations: Int
  @Option(
    "points", "FILE",
    "Keeps the points that were tried in this CSV file, and goes on from those that are there: also after Ctrl-C.",
    reading: .keptFile, changesResults: false) var pointsFile: String?
  @Option(.scenarioSeed) var seed: UInt64?
  @Option(.jobs) var jobs: Int

  static let spec = CommandSpec(
    name: "calibrate",
    summary: "Fit parameters of a scenario to published figures.",
    discussion: """
      Least squares under common random numbers: every point of the search is simulated with the same seed and the same \
      replications. The fit is then measured again on as many replications that the search has not seen.

      A scenario's shares can come out otherwise in another region. With --regions the figures are means over regions, and \
      the fit is measured again in as many regions that the search has not seen: those of the seeds behind.

      A fit is not a validation: parameters were moved until these figures came out.

      A search cannot be divided among machines, since each point hangs on those before it. With --points nothing is computed \
      twice: a search that was stopped, or was given too few --evaluations, goes on where it was.
      """,
    examples: [
      .init(
        command: """
          telefontid calibrate scenarios/midtjylland-2015.json --to scenarios/midtjylland-2015.targets.csv \
          --free telephone.when_off[1].shares.rings-out~telephone.when_off[1].shares.referral-message
          """,
        purpose: "More or fewer telephones that ring out, at the cost of messages with a referral:")
    ])

  func validate(_ faults: inout [String]) {
    let moved = freed.map(\.path)
    for path in moved where ["seed", "replications"].contains(path) {
      faults.append("'--free \(path)': it is no parameter of the model and cannot be fitted")
    }
    for (index, path) in moved.enumerated() {
      if moved[..<index].contains(path) { faults.append("'--free \(path)' is given twice") }
      if freed.contains(where: { $0.giver == path }) {
        faults.append("'\(path)' cannot be free and give to another at the same time")
      }
    }
  }

  func run(in context: Context) async throws {
    try FileUse.check(outputs: [$outputFile.file, $pointsFile.file], inputs: [$targetsFile.file])
    var reader = CalibrationTargetReader()
    try CSVReader.read(try InputFile.contents(of: targetsFile), file: targetsFile, to: &reader)
    let targets = reader.targets
    guard !targets.isEmpty else {
      throw CommandError.data([Fault("there is no target: nothing to fit to", file: targetsFile)])
    }
    let space = try CalibrationSpace(
      document: try ScenarioLoader.document(file, assignments: assignments), free: freed)

    Interruption.listen()
    let output = try outputFile.map { try ReplacedFile($0) }
    if let outputFile, outputFile != "-" {
      try CalibratedScenario.check(outputFile, extending: file)
    }
    var progress = context.progressLine(of: mostEvaluations, unit: said("points", "punkter"))
    var done = 0
    var points = try points(space, targets)
    let search = CalibrationSearch(parameters: space.parameters, mostEvaluations: mostEvaluations)
    let start = search.start
    let range = replications.range
    let report: CalibrationReport
    let fitted: ScenarioDocument
    do {
      let fit = try await search.run { point in
        guard let document = try space.document(at: point) else { return nil }
        if points[point] == nil {
          do {
            points.add(point, try await measure(document, targets, over: range))
          } catch is ScenarioFaults where point != start {
            return nil
          }
        }
        done += 1
        progress.show(done: done)
        return points[point].map { zip($0, targets).map { ($0.mean.value - $1.target) / $1.tolerance } }
      }
      progress.finish()
      guard let fit, let document = try space.document(at: fit.values), let before = points[start],
        let after = points[fit.values]
      else { throw CommandError.internalFault("the search came to no point") }
      let behind = regions > 1 ? range : range.upperBound..<range.upperBound + UInt64(range.count)
      report = CalibrationReport(
        space: space, targets: targets, fit: fit, start: start, before: before, after: after,
        unseen: try await measure(
          document, targets, over: behind, regionsBehind: regions > 1 ? UInt64(regions) : 0),
        replications: range.count, regions: regions)
      fitted = document
    } catch let error as CommandError where Interruption.isRequested {
      guard let pointsFile, points.count > 0 else { throw error }
      var files = ReplacedFiles()
      try files.write(CalibrationPoints.table.bytes(of: points.rows), to: pointsFile)
      try files.commit()
      throw CommandError.interrupted(
        "stopped after \(points.count) points; they are kept in \(pointsFile): the same command goes on from there"
      )
    }
    var files = ReplacedFiles()
    if let pointsFile { try files.write(CalibrationPoints.table.bytes(of: points.rows), to: pointsFile) }
    if var output, let outputFile {
      try output.file.append(
        try CalibratedScenario(
          original: file, name: outputFile, assignments: assignments, space: space, targets: targets
        ).json(of: fitted))
      try files.add(output)
    }
    try files.commit()
    for table in report.tables {
      try context.print(table)
      try context.print("\n")
    }
    if let outputFile, outputFile != "-" { try context.print(Phrase.written(outputFile)) }
  }

  /// The points that are known: those of the file, if there is one.
  private func points(_ space: CalibrationSpace, _ targets: [CalibrationTarget]) throws -> CalibrationPoints {
    var scenario = try space.document.scenario()
    if let seed { scenario.seed = seed }
    let run =
      [
        Program.version, scenario.canonicalText, "\(scenario.seed)", "\(scenario.regionSeed)",
        "\(replications.range)", "\(regions)",
      ]
      + [[scenario].digestOfFrames].compactMap(\.self)
      + space.free.flatMap { [$0.path, $0.giver ?? ""] }
      + targets.flatMap {
        [$0.definition, $0.by, $0.group, $0.statistic.rawValue]
          + ($0.caller == .patient ? [] : [$0.caller.rawValue])
      }
    var points = CalibrationPoints(run: SHA256.hexDigest(of: Array(run.joined(separator: "\n").utf8)))
    guard let pointsFile, InputFile.exists(pointsFile) else { return points }
    let bytes = try CommandFiles.looking { try InputFile.contents(of: pointsFile) }
    guard !bytes.isEmpty else { return points }
    do {
      try points.add(
        Table(bytes, file: pointsFile), free: space.free.count, targets: targets.count)
    } catch let faults as CalibrationFaults {
      throw CommandError.data(faults.messages.map { Fault($0, file: pointsFile) })
    }
    return points
  }

  /// The figures of some targets under a scenario, the means over its regions or over as many behind them.
  private func measure(
    _ document: ScenarioDocument, _ targets: [CalibrationTarget], over numbers: Range<UInt64>,
    regionsBehind: UInt64 = 0
  ) async throws -> [RegionalMean] {
    var scenario = try document.scenario()
    if let seed { scenario.seed = seed }
    scenario.regionSeed &+= regionsBehind
    let regional = try ScenarioLoader.study(scenario, regions: regions, file: file)
    let measured: (figures: [RegionalMean?], replications: Int)
    do {
      measured = try await CalibrationTally.run(
        regional, targets: targets, numbers, jobs: jobs, until: { Interruption.isRequested })
    } catch let faults as CalibrationFaults {
      throw CommandError.data(faults.messages.map { Fault($0, file: targetsFile) })
    }
    guard measured.replications == numbers.count else {
      throw CommandError.interrupted("stopped; nothing was written")
    }
    return try zip(measured.figures, targets).map { figure, target in
      guard let figure else {
        throw CommandError.data([
          Fault(
            "\"\(target.statistic.rawValue)\" of \(target.group) never came up in the simulation",
            file: targetsFile)
        ])
      }
      return figure
    }
  }
}

extension ValueReader where Value == String {
  /// A file that is read if it is there and written anew: no pipe can be that.
  fileprivate static let keptFile = ValueReader(expecting: "the name of a file") {
    $0.isEmpty || $0 == "-" ? nil : $0
  }
}
