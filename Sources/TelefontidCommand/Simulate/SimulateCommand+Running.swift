import Files
import Scenarios
import Studies
import SurveyDesign
import Tables
import Terminal

extension SimulateCommand {
  func run(in context: Context) async throws {
    let scenario = try ScenarioLoader.scenario(file, assignments: assignments, seed: seed)
    let study = try ScenarioLoader.study(scenario, regions: regions, file: file)
    let absent = precision == nil ? scenario.replications : PrecisionRule.most
    let numbers = (replications ?? Replications(count: absent)).range
    if let tracedPractice {
      return try context.print(
        TraceText(study: study.first, practice: tracedPractice, replication: numbers.lowerBound).text())
    }
    try await run(study, numbers, in: context)
  }

  private func run(_ regional: RegionalStudy, _ numbers: Range<UInt64>, in context: Context) async throws {
    let study = regional.first
    let path = folder ?? "results/\(study.scenario.name)"
    let rule = precision.map(PrecisionRule.init)
    let (format, keepsAll) = (format, keepCalls == .all)
    try CommandFiles.refuseInputs(inFolder: path)
    var manifest = Manifest(
      commandLine: context.commandLine,
      scenario: .init(
        name: study.scenario.name, sha256: SHA256.hexDigest(of: Array(study.scenario.canonicalText.utf8))),
      seed: study.scenario.seed, practicesSeed: study.scenario.regionSeed,
      regions: regional.regions.count,
      replications: .init(first: Int(clamping: numbers.lowerBound), asked: numbers.count, done: 0))
    let practices = study.designFrame.bytes(format: format)
    let earlier = resumes ? try earlierRun(in: path, of: manifest, practices) : nil
    // Before the folder is begun, so that no signal leaves a begun one behind.
    Interruption.listen()
    var writer = try StudyWriter(RegionalResult(regional), format: format, folder: path)
    if let earlier { try writer.add(earlier, try Self.result(of: earlier, for: regional)) }

    let table = StudyTables.estimates(regions: regional.regions.count)
    var progress = context.progressLine(of: numbers.count, unit: said("replications", "gentagelser"))
    while let batch = Self.batch(after: writer.result, of: numbers, rule: rule) {
      try await regional.run(
        batch, jobs: jobs, until: { Interruption.isRequested },
        reducing: { replicate, region in
          ReplicateRows(
            replicate, of: regional.regions[region], region: region, estimates: table,
            keepsCalls: keepsAll || replicate.number == 0 && region == 0, format: format)
        },
        each: { rows, region in
          try writer.add(rows, region: region)
          progress.show(done: writer.result.replications, remark: Self.remark(on: writer.result))
        })
      if Interruption.isRequested { break }
    }
    progress.finish()

    let result = writer.result
    guard result.replications > 0 else {
      throw CommandError.interrupted("stopped before a replication was finished; nothing was written")
    }
    manifest.replications?.done = result.replications
    manifest.isComplete = Self.batch(after: result, of: numbers, rule: rule) == nil
    try writer.commit(manifest, practices: practices, package: .study(study))
    guard manifest.isComplete else {
      throw CommandError.interrupted(
        "stopped after \(result.replications) of \(numbers.count) replications; they are kept in \(path): "
          + "the same command with --resume goes on from there")
    }
    try show(result, of: study, first: numbers.lowerBound, in: path, context)
  }

  /// The replications to run next; `nil` when the run is at its end.
  private static func batch(
    after result: RegionalResult, of numbers: Range<UInt64>, rule: PrecisionRule?
  ) -> Range<UInt64>? {
    let done = result.replications
    guard done < numbers.count else { return nil }
    guard let rule else { return numbers.lowerBound + UInt64(done)..<numbers.upperBound }
    if rule.isSatisfied(by: result) { return nil }
    let look = min(PrecisionRule.nextLook(after: done), numbers.count)
    return numbers.lowerBound + UInt64(done)..<numbers.lowerBound + UInt64(look)
  }

  private static func remark(on result: RegionalResult) -> String {
    result.largestMonteCarloError.map {
      let error = spoken($0, decimals: 4)
      return said("Monte Carlo error \(error)", "Monte Carlo-fejl \(error)")
    } ?? ""
  }

  private func show(
    _ result: RegionalResult, of study: Study, first: UInt64, in path: String, _ context: Context
  ) throws {
    if let precision, let error = result.largestMonteCarloError, error > precision {
      let (largest, asked) = (spoken(error, decimals: 5), spoken(precision.shortest))
      context.remark(
        said(
          "The largest Monte Carlo standard error is \(largest), above \(asked): the precision asked for takes more replications.",
          "Den største Monte Carlo-standardfejl er \(largest), mere end \(asked): Den ønskede præcision kræver flere gentagelser."
        ))
    }
    var worker = Worker(study)
    let tables = SimulationTables(
      study: study, result: result, first: worker.replicate(first), ability: context.console.outputAbility)
    for table in tables.tables {
      try context.print(table)
      try context.print("\n")
    }
    try context.print(Phrase.written(path))
    context.suggest(NextSteps.afterSimulation(in: path, target: study.scenario.survey.target))
  }

  /// What an earlier run's replications add up to.
  private static func result(of earlier: Shard, for study: RegionalStudy) throws -> RegionalResult {
    let result = try earlier.result()
    guard result.regions.count == study.regions.count, result.outline == study.first.outline else {
      throw CommandError.data([Fault("its tallies have other rows than this run", file: earlier.path)])
    }
    return result
  }

  /// The run to go on from; `nil` if there is nothing yet.
  private func earlierRun(in path: String, of manifest: Manifest, _ practices: [UInt8]) throws -> Shard? {
    let shard: Shard
    do {
      shard = try Shard(path)
    } catch let fault as FileFault where fault.kind == .noInput {
      return nil
    }
    var faults = shard.differences(
      from: manifest, csv: format == .standard ? nil : CSVStyle.excelDanish.rawValue,
      keepCalls: keepCalls == .first ? nil : keepCalls.rawValue, called: "this run")
    // Where seed and scenario are the same, this tells a frame that has changed.
    if faults.isEmpty, shard.digest(of: "practices.csv") != SHA256.hexDigest(of: practices) {
      faults.append("has other practices than this run")
    }
    if let asked = manifest.replications {
      if shard.replications.first != asked.first {
        faults.append("begins with replication \(shard.replications.first), this run with \(asked.first)")
      }
      if shard.replications.done > asked.asked {
        faults.append(
          "holds \(shard.replications.done) replications, more than the \(asked.asked) of this run")
      }
    }
    guard faults.isEmpty else { throw CommandError.data(faults.map { Fault($0, file: path) }) }
    return shard
  }
}

extension Shard {
  /// What makes its replications not part of another run, each as the end of a sentence.
  ///
  /// - Parameters:
  ///   - other: The other run's manifest.
  ///   - csv: The style that run was given; `nil` for the default.
  ///   - keepCalls: Which calls it was told to keep; `nil` for the default.
  ///   - name: The other run, for messages.
  func differences(from other: Manifest, csv: String?, keepCalls: String?, called name: String) -> [String] {
    var faults: [String] = []
    func compare<Value: Equatable>(_ what: String, _ own: Value?, _ others: Value?, absent: String = "none") {
      guard own != others else { return }
      func shown(_ value: Value?) -> String { value.map { "\($0)" } ?? absent }
      faults.append("\(what) \(shown(own)), \(name) \(shown(others))")
    }
    compare("was written by version", manifest.version, other.version)
    if manifest.scenario?.name != other.scenario?.name {
      compare("is of scenario", manifest.scenario?.name, other.scenario?.name)
    } else {
      compare("is of a scenario with digest", manifest.scenario?.sha256, other.scenario?.sha256)
    }
    compare("has seed", manifest.seed, other.seed)
    compare("has practices.seed", manifest.practicesSeed, other.practicesSeed)
    compare("has --regions", manifest.regions, other.regions)
    compare("has --csv", option("csv"), csv, absent: CSVStyle.standard.rawValue)
    compare("has --keep-calls", option("keep-calls"), keepCalls, absent: "first")
    return faults
  }
}
