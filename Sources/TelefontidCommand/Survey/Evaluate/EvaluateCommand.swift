import Files
import SurveyDesign
import SurveyStatistics
import Surveys
import Tables
import Terminal

/// `evaluate`: whether the share not reached meets a target, group by group and everywhere.
struct EvaluateCommand: Command {
  @Argument(.calls) var calls: [String]
  @Option(
    "target", "TARGET",
    "The greatest share not reached that is still acceptable, such as 0.05 or 5%, or what is to be reached: 90% within 3 minutes.",
    reading: .target)
  var asked: AccessTarget
  @Option(.errorRisk) var error: Double
  @Options var options: RealSurveyOptions
  @Options var tableOutput: TableOutput

  private var output: String? { tableOutput.path }
  private var format: TableFormat { tableOutput.format }

  static let spec = CommandSpec(
    name: "evaluate", summary: "Say whether a target is met, failed or undecided, with exact error risks.",
    discussion: """
      A group meets the target if the exact test shows its share not reached to be below it, fails if the test shows \
      it to be above, and is undecided otherwise. "Met in every group" holds only if each group meets the target by \
      itself. Groups are named as failing after Holm's correction. Whatever the verdict, the exit status is 0.
      """,
    examples: [
      .init(
        command: "telefontid evaluate scenarios/fieldwork/calls.csv --target 0.10",
        purpose: "Are at most 10 % not reached, in every slot?")
    ])

  /// The greatest share not reached.
  private var target: Double { asked.rate }

  func validate(_ faults: inout [String]) {
    CallFiles(paths: calls).validate(&faults)
    asked.reject(options.definitions, &faults)
    tableOutput.refuseIdleStyle(&faults)
  }

  func run(in context: Context) async throws {
    try FileUse.check(outputs: [tableOutput.use], inputs: $calls.files + options.files)
    let survey = try RealSurvey(
      CallFiles(paths: calls), options: options, frame: try options.readFrame(),
      codes: try options.readCodes(), keepsEachCall: false, within: asked)
    let analysis = survey.analysis()
    let groupings = try survey.groupings(options)
    if let output {
      var written = try ReplacedFile(output)
      try write(survey, analysis, groupings, to: &written.file)
      try written.commit()
      if output == "-" { return }
    }
    guard let replication = survey.replications.first else { return }
    if let doubt = Self.doubt(target: target) { context.remark(doubt) }
    for rule in survey.rules {
      let design = analysis.design(rule.definition, in: replication)
      let verdicts = groupings.map { judge(analysis, $0, rule, replication, design) }
      let tables = EvaluateTables(
        survey: survey, rule: rule, analysis: analysis, design: design, replication: replication,
        verdicts: verdicts,
        target: target, error: error,
        ability: context.console.outputAbility)
      for text in tables.texts { try context.print(text + "\n") }
    }
    if let output { try context.print(Phrase.written(output)) }
    context.suggest(
      NextSteps.line("report", calls, options, "--target \(target.shortest)")
        + ["\(Program.name) plan verdict --target \(target.shortest) --calls \(survey.calls.rows)"])
  }

  /// What to say of a target that is more likely the share reached; `nil` for one that is not.
  static func doubt(target: Double) -> String? {
    guard target > 0.5 else { return nil }
    let share = RealSurveyText.percent(target)
    let meant = NumberText.shortest(((1 - target) * 1e9).rounded() / 1e9)
    return said(
      "'--target \(target.shortest)' lets \(share) of calls go unreached: a target is the share not reached, so that \(share) reached is '--target \(meant)'",
      "'--target \(target.shortest)' tillader \(share) af opkaldene at ende uden kontakt: Et mål er andelen uden kontakt, så \(share) med kontakt er '--target \(meant)'"
    )
  }

  private func judge(
    _ analysis: SurveyAnalysis, _ grouping: SurveyGrouping, _ rule: RealSurvey.Rule,
    _ replication: SurveyCalls.Replication, _ design: CallDesign
  ) -> SurveyVerdicts {
    analysis.verdicts(
      grouping, rule.definition, in: replication, target: target, error: error, design: design)
  }

  private func write(
    _ survey: RealSurvey, _ analysis: SurveyAnalysis, _ groupings: [SurveyGrouping],
    to file: inout OutputFile
  ) throws {
    var writer = CSVWriter(format: format)
    SurveyTables.verdicts.header(using: &writer, to: &file.pending)
    for replication in survey.replications {
      for rule in survey.rules {
        let design = analysis.design(rule.definition, in: replication)
        for grouping in groupings {
          for verdict in judge(analysis, grouping, rule, replication, design).verdicts {
            SurveyTables.verdicts.append(
              .init(replication: replication.number, definition: rule.label, verdict: verdict),
              using: &writer, to: &file.pending)
            try file.drain()
          }
        }
      }
    }
  }
}

extension ValueReader where Value == AccessTarget {
  /// A share not reached, or what is to be reached within which wait.
  static let target = ValueReader(
    expecting:
      "a share not reached above 0 and below 1, such as 0.05 or 5%, or what is to be reached: 90% within 3 minutes",
    suggest: ValueReader<Double>.portion.suggest
  ) { try? AccessTarget(parsing: $0) }
}

extension AccessTarget {
  /// Refuses definitions with a wait limit of their own where the target names one.
  func reject(_ definitions: [ReachedDefinition], _ faults: inout [String]) {
    guard withinSeconds != nil else { return }
    for definition in definitions where definition.waitLimitSeconds != nil {
      faults.append(
        "'--target' names a wait, and '--reached \(definition.name)' has one of its own: leave one of them out"
      )
    }
  }
}

extension ValueReader where Value == Double {
  /// The risk of an error on one side.
  static let errorRisk = ValueReader<Double>.probability.map { $0 <= 0.5 ? $0 : nil }
    .expecting("a fraction above 0 and at most 0.5, such as 0.05 or 5%")
}

extension Option where Value == Double {
  /// `--error`: the risk of a wrong verdict.
  static var errorRisk: Option {
    Option(
      "error", "RISK", "The risk of a wrong verdict, to either side.", reading: .errorRisk, default: 0.05)
  }

  /// `--confidence`: how sure intervals are.
  static func confidence(_ help: String) -> Option {
    Option("confidence", "LEVEL", help, reading: .probability, default: ConfidenceLevel.usual)
  }
}
