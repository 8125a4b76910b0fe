import Files
import SurveyStatistics
import Surveys
import Tables
import Terminal

/// `compare`: what changed from one survey to the next.
struct CompareCommand: Command {
  @Argument("BASELINE", "The calls file of the survey before, CSV.", reading: .inputFile)
  var baseline: String
  @Argument("FOLLOWUP", "The calls file of the survey after, CSV.", reading: .inputFile)
  var followUp: String
  @Options var options: RealSurveyOptions
  @Option(
    "more-baseline", "FILE", "A further list of calls of the survey before, put together as join does.",
    readingEach: .inputFile)
  var furtherBaseline: [String]
  @Option(
    "more-followup", "FILE", "A further list of calls of the survey after.", readingEach: .inputFile)
  var furtherFollowUp: [String]
  @Option(
    "followup-frame", "FRAME", "The list of all practices at the follow-up.", reading: .inputFile,
    absent: "that of --frame")
  var followUpFrameFile: String?
  @Option(
    "confidence", "LEVEL",
    "The confidence of intervals; conclusions are drawn at a risk of one less this.",
    reading: .probability, default: ConfidenceLevel.usual)
  var confidence: Double
  @Option(
    "interval", "METHOD", "How the interval of a change is computed.", reading: .choice,
    absent: "newcombe, tango, two-waves or linearised, by the design")
  var interval: ChangeMethods.Interval?
  @Option(
    "test", "METHOD",
    "How no change is tested; interval is the test that the interval inverts, so that both say the same.",
    reading: .choice,
    absent: "boschloo, mcnemar-mid-p, two-waves or linearised; interval where --interval is given")
  var test: ChangeMethods.Test?
  @Option(
    "change", "DIRECTION", "Which change is looked for: any, or one-sided only better or only worse.",
    reading: .choice, default: .any)
  var change: Change
  @Option(
    "margin", "DIFFERENCE",
    "Also asks whether the follow-up is not worse, or not different, by this much, such as 0.03.",
    reading: .probability)
  var margin: Double?
  @Option("error", "RISK", "The risk of wrongly saying so, one-sided.", reading: .errorRisk, default: 0.05)
  var error: Double
  @Options var tableOutput: TableOutput

  /// Which change is looked for.
  enum Change: String, CaseIterable {
    case any, better, worse

    /// A smaller share not reached is better.
    var alternative: Alternative {
      switch self {
      case .any: .twoSided
      case .better: .less
      case .worse: .greater
      }
    }
  }

  private var output: String? { tableOutput.path }
  private var format: TableFormat { tableOutput.format }

  static let spec = CommandSpec(
    name: "compare", summary: "Say what changed between two surveys, using the practices called in both.",
    discussion: """
      A change is the follow-up's share not reached less the baseline's: negative is better. Practices are matched by \
      their numbers. Where both surveys called the same practices once, they are pairs (Tango, McNemar); where none \
      are shared, the surveys are independent (Newcombe, Boschloo); otherwise the overlap enters the variance. Methods of another \
      design than the surveys' are refused. Of several groups the p-values are adjusted by Holm's method: the chance of any \
      wrong conclusion is at most one less the confidence. Pooled stretches and all calls together stand by themselves.
      """,
    examples: [
      .init(
        command: "telefontid compare 2015.csv 2017.csv --by slot --margin 0.03",
        purpose: "Has it improved, and is it at least not worse by 3 points?"),
      .init(
        command: "telefontid compare 2015.csv 2017.csv --interval miettinen-nurminen --change better",
        purpose: "Two surveys of different practices, by the score test, looking for an improvement only:"),
    ])

  private var baselineFiles: CallFiles { CallFiles(paths: [baseline] + furtherBaseline) }
  private var followUpFiles: CallFiles { CallFiles(paths: [followUp] + furtherFollowUp) }

  private var methods: ChangeMethods {
    ChangeMethods(interval: interval, test: test, alternative: change.alternative)
  }

  func validate(_ faults: inout [String]) {
    for files in [baselineFiles, followUpFiles] { files.validate(&faults) }
    tableOutput.refuseIdleStyle(&faults)
    if change != .any, confidence < 0.5 {
      faults.append(
        "'--change \(change.rawValue)' has one bound, of a confidence of 0.5 or more: ask for '--confidence \(ConfidenceLevel.usual.shortest)' or '--change any'"
      )
    }
    if let test, let interval, test != .interval, Set(test.designs).isDisjoint(with: interval.designs) {
      faults.append(
        "'--interval \(interval.rawValue)' and '--test \(test.rawValue)' are for different surveys: the first \(CompareRefusal.need(interval.designs)), the second \(CompareRefusal.need(test.designs))"
      )
    }
    if baselineFiles.paths == ["-"], followUpFiles.paths == ["-"] {
      faults.append("standard input can be one of the two surveys, not both")
    }
  }

  func run(in context: Context) async throws {
    let surveys = [$baseline.file] + $furtherBaseline.files + [$followUp.file] + $furtherFollowUp.files
    try FileUse.check(
      outputs: [tableOutput.use], inputs: surveys + options.files + [$followUpFrameFile.file])
    let frame = try options.readFrame()
    let laterFrame =
      try followUpFrameFile.map { try RealSurveyOptions.frame($0, columns: options.columnNames) } ?? frame
    let codes = try options.readCodes()
    let before = try RealSurvey(baselineFiles, options: options, frame: frame, codes: codes)
    let after = try RealSurvey(followUpFiles, options: options, frame: laterFrame, codes: codes)
    guard before.rules.map(\.label) == after.rules.map(\.label) else {
      throw CommandError.data([
        Fault(
          "says only who was reached, and the other survey has dispositions",
          file: (before.calls.saysOnlyReached ? before : after).file)
      ])
    }
    let changes = try compare(before, after)
    try CompareRefusal.check(changes.flatMap(\.groupings).flatMap { $0 }, methods)
    if let output {
      var written = try ReplacedFile(output)
      try write(changes, to: &written.file)
      try written.commit()
      if output == "-" { return }
    }
    let tables = CompareTables(
      before: before, after: after, confidence: confidence, methods: methods, margin: margin, error: error,
      frameChange: comparison(before, after).frameChange)
    for change in changes {
      for table in tables.tables(change) {
        try context.print(table)
        try context.print("\n")
      }
    }
    if let output { try context.print(Phrase.written(output)) }
  }

  /// The changes under one definition, by grouping.
  struct Changes {
    var rule: RealSurvey.Rule
    var groupings: [[SurveyChange]]
  }

  private func comparison(_ before: RealSurvey, _ after: RealSurvey) -> SurveyComparison {
    func analysis(_ survey: RealSurvey) -> SurveyAnalysis {
      survey.analysis(RateEstimator(method: .wilson, confidence: confidence))
    }
    return SurveyComparison(baseline: analysis(before), followUp: analysis(after), methods: methods)
  }

  private func compare(_ before: RealSurvey, _ after: RealSurvey) throws -> [Changes] {
    let comparison = comparison(before, after)
    let groupings = zip(try before.groupings(options), try after.groupings(options))
    guard let baseline = before.replications.first, let followUp = after.replications.first else { return [] }
    return before.rules.map { rule in
      Changes(
        rule: rule,
        groupings: groupings.map {
          comparison.changes($0, $1, rule.definition, in: (baseline, followUp))
        })
    }
  }

  private func write(_ changes: [Changes], to file: inout OutputFile) throws {
    let table = SurveyTables.changes(within: margin.map { .init(margin: $0, error: error) })
    var writer = CSVWriter(format: format)
    table.header(using: &writer, to: &file.pending)
    for part in changes {
      for change in part.groupings.flatMap({ $0 }) {
        table.append(
          .init(definition: part.rule.label, change: change, confidence: confidence), using: &writer,
          to: &file.pending)
      }
      try file.drain()
    }
  }
}
