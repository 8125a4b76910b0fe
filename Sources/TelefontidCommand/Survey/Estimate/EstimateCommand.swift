import Files
import SurveyStatistics
import Surveys
import Tables
import Terminal

/// `estimate`: what the calls of a survey, simulated or real, say about the share not reached.
struct EstimateCommand: Command {
  static let interval = Parameter<IntervalMethod?>.option(
    "interval", "METHOD", "How intervals are computed.", reading: .choice, absent: "wilson")
  static let confidence = Parameter<Double>.option(
    "confidence", "LEVEL", "The confidence of intervals, two-sided.", reading: .probability,
    default: ConfidenceLevel.usual, shown: ConfidenceLevel.usual.shortest)
  static let estimand = Parameter<Estimand>.option(
    "estimand", "WHAT", "The long-run share, or that of the practices as they were when called.",
    reading: .choice, default: .service, shown: "service")
  static let practices = Parameter<Int?>.option(
    "practices", "N", "How many practices there are, called or not.",
    reading: .integer(in: 1...1_000_000_000), absent: "the frame's")
  static let betweenPractices = Parameter<Double>.option(
    "between-practices", "RHO",
    "Which share of a call's variance lies between practices that were called once each.", reading: .share,
    default: 0, shown: "0, the cautious choice")
  static let total = Parameter<SurveyTotal>.option(
    "total", "WHAT",
    "What counts the same in rates over several slots or practices: calls, listed patients or hours.",
    reading: .choice, default: .calls, shown: "calls")
  static let bounds = Parameter<Bool>.flag(
    "bounds", "Also the rates if all calls that are not valid had reached somebody, and if none had.")
  static let partialPooling = Parameter<Bool>.flag(
    "partial-pooling", "Also model-based rates, each group's drawn towards the others'.")
  static let differences = Parameter<Bool>.flag(
    "differences", "Also tests whether the groups of each table differ, and whether slots have a trend.")
  static let differencesOutput = Parameter<String?>.option(
    "differences-output", "FILE",
    "The CSV file to write these tests to, besides what is printed; - instead of it.", reading: .outputFile,
    changesResults: false)
  static let csv = StandardParameters.csv
  static let output = StandardParameters.outputFile(
    "The CSV file to write besides the table; - instead of it.")

  /// What an estimate is about.
  enum Estimand: String, CaseIterable { case service, snapshot }

  static let spec = CommandSpec(
    name: "estimate", summary: "Estimate the share not reached from a calls file, with intervals.",
    discussion: """
      Reads what simulate wrote or what people typed into a spreadsheet: comma, semicolon or tab, decimal point or \
      comma, UTF-8 or Windows-1252, English or Danish headers and codes. Needed are the practice, the slot (or the \
      time dialled) and the disposition (or a column reached with yes and no). Of several attempts the last counts.

      Every group is a part of the whole survey: practices called several times are clusters, within the strata of the \
      frame or the calls file. Calls that are not valid are counted beside the rates and made good within their strata.
      """,
    parameters: [RealSurveyOptions.calls.spec] + RealSurveyOptions.specs + [
      interval.spec, confidence.spec, estimand.spec, practices.spec, betweenPractices.spec, total.spec,
      bounds.spec, partialPooling.spec, differences.spec, differencesOutput.spec, csv.spec, output.spec,
    ],
    examples: [
      .init(
        command:
          "telefontid estimate results/midtjylland-2015/calls.csv --frame results/midtjylland-2015/practices.csv --by slot",
        purpose: "Rates by slot:"),
      .init(
        command:
          "telefontid estimate opkald.csv --columns practice=Ydernummer,slot=Tidsrum,disposition=Udfald",
        purpose: "A spreadsheet with headers of its own:"),
      .init(
        command: "telefontid estimate calls.csv --frame practices.csv --total patients",
        purpose: "Practices count by the patients on their lists:"),
      .init(
        command: "telefontid estimate calls.csv --by slot --differences",
        purpose: "Do the slots differ, and does it become worse over the day?"),
      .init(
        command: "telefontid estimate calls.csv --estimand snapshot --practices 420",
        purpose: "How many of the 420 practices were not reached:"),
    ])

  let files: CallFiles
  let options: RealSurveyOptions
  let estimator: RateEstimator
  let estimand: SurveyEstimand
  let practices: Int?
  let total: SurveyTotal
  let showsBounds: Bool
  let pools: Bool
  let testsDifferences: Bool
  let differencesOutput: String?
  let format: TableFormat
  let output: String?

  init(_ arguments: inout Arguments) throws {
    files = CallFiles(paths: arguments.take(RealSurveyOptions.calls))
    files.check(&arguments)
    options = RealSurveyOptions(&arguments)
    let method = arguments.take(Self.interval)
    let confidence = arguments.take(Self.confidence)
    let what = arguments.take(Self.estimand)
    practices = arguments.take(Self.practices)
    let betweenShare = arguments.take(Self.betweenPractices)
    total = arguments.take(Self.total)
    showsBounds = arguments.take(Self.bounds)
    pools = arguments.take(Self.partialPooling)
    let differencesFile = arguments.take(Self.differencesOutput)
    testsDifferences = arguments.take(Self.differences) || differencesFile != nil
    differencesOutput = differencesFile
    format = arguments.take(Self.csv).format
    output = arguments.take(Self.output)
    if output == "-", differencesFile == "-" {
      arguments.reject("'--output' and '--differences-output' both write to standard output")
    } else if output == "-", testsDifferences, differencesFile == nil {
      arguments.reject("'--differences' with '--output -' needs '--differences-output FILE'")
    }
    if total != .calls {
      let option = "'--total \(total.rawValue)'"
      if total == .patients, options.frameFile == nil { arguments.reject("\(option) needs '--frame'") }
      if what == .snapshot { arguments.reject("\(option) is for '--estimand service'") }
      if betweenShare > 0 { arguments.reject("'--between-practices' is for '--total calls'") }
      if pools { arguments.reject("'--partial-pooling' is for '--total calls'") }
    }
    let isPopulationKnown = practices != nil || options.frameFile != nil
    switch what {
    case .service:
      if method == .hypergeometric {
        arguments.reject("'--interval hypergeometric' needs '--estimand snapshot'")
      }
      if betweenShare > 0, !isPopulationKnown {
        arguments.reject("'--between-practices' needs '--practices' or '--frame'")
      }
      estimand = .service(practices: practices, betweenShare: betweenShare)
      estimator = RateEstimator(method: method ?? .wilson, confidence: confidence)
    case .snapshot:
      if let method, method != .hypergeometric {
        arguments.reject("'--estimand snapshot' has the hypergeometric interval: leave '--interval' out")
      }
      if betweenShare > 0 { arguments.reject("'--between-practices' is for '--estimand service'") }
      if testsDifferences { arguments.reject("'--differences' is for '--estimand service'") }
      if !isPopulationKnown { arguments.reject("'--estimand snapshot' needs '--practices' or '--frame'") }
      estimand = .snapshot(practices: practices)
      estimator = RateEstimator(method: .hypergeometric, confidence: confidence)
    }
  }

  func run(in context: Context) async throws {
    let outputs = [
      output.map { FileUse(Self.output.spec, $0) },
      differencesOutput.map { FileUse(Self.differencesOutput.spec, $0) },
    ]
    try FileUse.check(
      outputs: outputs.compactMap { $0 },
      inputs: files.uses(RealSurveyOptions.calls.spec) + options.files)
    let survey = try RealSurvey(
      files, options: options, frame: try options.readFrame(), codes: try options.readCodes())
    let analysis = survey.analysis(estimator, estimand: estimand, total: total)
    try checkPractices(survey)
    try checkTotal(survey, analysis)
    let groupings = try survey.groupings(options)
    let tests = EstimateDifferences(survey: survey, analysis: analysis, groupings: groupings)
    try writeFiles(survey, analysis, groupings, tests)
    if [output, differencesOutput].contains("-") { return }
    guard let replication = survey.replications.first else { return }
    for rule in survey.rules {
      let rates = groupings.map { analysis.rates($0, rule.definition, in: replication, pools: pools) }
      let tables = EstimateTables(
        survey: survey, rule: rule, rates: rates, estimator: estimator, analysis: analysis,
        replication: replication, estimand: estimand, total: total, showsBounds: showsBounds,
        ability: context.console.outputAbility)
      let texts =
        testsDifferences ? tests.texts(rule, in: replication, for: context.console.outputAbility) : []
      for (place, table) in tables.tables.enumerated() {
        try context.print(table)
        try context.print("\n")
        if texts.indices.contains(place) { try context.print(texts[place] + "\n") }
      }
    }
    for file in [output, differencesOutput].compactMap({ $0 }) { try context.print("Written to \(file).\n") }
  }

  /// Writes the files that were asked for; neither takes its place before both are whole.
  private func writeFiles(
    _ survey: RealSurvey, _ analysis: SurveyAnalysis, _ groupings: [SurveyGrouping],
    _ tests: EstimateDifferences
  ) throws {
    var files = ReplacedFiles()
    if let output {
      var estimates = try ReplacedFile(output)
      try write(survey, analysis, groupings, to: &estimates.file)
      try files.add(estimates)
    }
    if let differencesOutput {
      var differences = try ReplacedFile(differencesOutput)
      try tests.write(format, to: &differences.file)
      try files.add(differences)
    }
    try files.commit()
  }

  /// Writes the rows of `estimates.csv`, and further columns for what was asked for.
  private func write(
    _ survey: RealSurvey, _ analysis: SurveyAnalysis, _ groupings: [SurveyGrouping],
    to file: inout OutputFile
  ) throws {
    var writer = CSVWriter(format: format)
    let table = SurveyTables.estimates(with: furtherEstimates)
    table.header(using: &writer, to: &file.pending)
    for replication in survey.replications {
      for rule in survey.rules {
        for rate in groupings.flatMap({ analysis.rates($0, rule.definition, in: replication, pools: pools) })
        {
          table.append(
            .init(
              replication: replication.number, definition: rule.label, rate: rate, estimator: estimator),
            using: &writer, to: &file.pending)
        }
        try file.drain()
      }
    }
  }

  private var isSnapshot: Bool {
    switch estimand {
    case .service: false
    case .snapshot: true
    }
  }

  private var furtherEstimates: SurveyTables.FurtherEstimates {
    var further = SurveyTables.FurtherEstimates()
    further.bounds = showsBounds
    further.snapshot = isSnapshot
    further.model = pools
    further.total = total
    return further
  }
}
