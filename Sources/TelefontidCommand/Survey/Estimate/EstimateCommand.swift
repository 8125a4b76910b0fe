import Files
import SurveyStatistics
import Surveys
import Tables
import Terminal

/// `estimate`: what the calls of a survey, simulated or real, say about the share not reached.
struct EstimateCommand: Command {
  @Argument(.calls) var calls: [String]
  @Options var options: RealSurveyOptions
  @Option("interval", "METHOD", "How intervals are computed.", reading: .choice, absent: "wilson")
  var interval: IntervalMethod?
  @Option(.confidence("The confidence of intervals, two-sided.")) var confidence: Double
  @Option(
    "estimand", "WHAT", "The long-run share, or that of the practices as they were when called.",
    reading: .choice, absent: "service")
  var named: Estimand?
  @Flag(
    "fpc", "The same as --estimand snapshot: variances have the finite population correction of each stratum."
  )
  var hasCorrection: Bool
  @Option(
    "practices", "N", "How many practices there are, called or not.",
    reading: .integer(in: 1...1_000_000_000), absent: "the frame's")
  var practices: Int?
  @Option(
    "between-practices", "RHO",
    "Which share of a call's variance lies between practices that were called once each.", reading: .share,
    default: 0, shown: "0, the cautious choice")
  var betweenShare: Double
  @Option(
    "total", "WHAT",
    "What counts the same in rates over several slots or practices: calls, listed patients or hours.",
    reading: .choice, default: .calls)
  var total: SurveyTotal
  @Flag("bounds", "Also the rates if all calls that are not valid had reached the practice, and if none had.")
  var showsBounds
  @Flag("partial-pooling", "Also model-based rates, each group's drawn towards the others'.") var pools
  @Flag(
    "differences", "Also tests whether the groups of each table differ, and whether slots have a trend.")
  private var asksDifferences
  @Option(
    "differences-output", "FILE",
    "The CSV file to write these tests to, besides what is printed; - instead of it.", reading: .outputFile,
    changesResults: false)
  var differencesOutput: String?
  @Flag("waits", "Also how long callers wait for a person: median, nine in ten, shares within minutes.")
  private var asksWaits
  @Option(
    "waits-output", "FILE", "The CSV file to write the waits to, besides what is printed; - instead of it.",
    reading: .outputFile, changesResults: false)
  var waitsOutput: String?
  @Options var tableOutput: TableOutput

  /// What an estimate is about.
  enum Estimand: String, CaseIterable { case service, snapshot }

  var output: String? { tableOutput.path }
  var format: TableFormat { tableOutput.format }

  static let spec = CommandSpec(
    name: "estimate", summary: "Estimate the share not reached from a calls file, with intervals.",
    discussion: """
      Reads what simulate wrote or what people typed into a spreadsheet: comma, semicolon or tab, decimal point or \
      comma, UTF-8 or Windows-1252, English or Danish headers and codes. Needed are the practice, the slot (or the \
      time dialled) and the disposition (or a column reached with yes and no). Of several attempts the last counts.

      Every group is a part of the whole survey: practices called several times are clusters, within the strata of the \
      frame or the calls file. Calls that are not valid are counted beside the rates and made good within their strata.
      """,
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
        command: "telefontid estimate calls.csv --by slot --waits",
        purpose: "How long do callers wait, those included whom the interviewer gave up on?"),
      .init(
        command: "telefontid estimate calls.csv --frame practices.csv --rake municipality,gps",
        purpose: "Weights that give every municipality and size its share of practices:"),
      .init(
        command: "telefontid estimate calls.csv --estimand snapshot --practices 420",
        purpose: "How many of the 420 practices were not reached:"),
    ])

  var testsDifferences: Bool { asksDifferences || differencesOutput != nil }

  var showsWaits: Bool { asksWaits || waitsOutput != nil }

  /// What the estimate is about.
  var what: Estimand { hasCorrection ? .snapshot : named ?? .service }

  var estimand: SurveyEstimand {
    switch what {
    case .service: .service(practices: practices, betweenShare: betweenShare)
    case .snapshot: .snapshot(practices: practices)
    }
  }

  var estimator: RateEstimator {
    switch what {
    case .service: RateEstimator(method: interval ?? .wilson, confidence: confidence)
    case .snapshot: RateEstimator(method: .hypergeometric, confidence: confidence)
    }
  }

  func validate(_ faults: inout [String]) {
    CallFiles(paths: calls).validate(&faults)
    tableOutput.refuseIdleStyle(besides: differencesOutput ?? waitsOutput, &faults)
    let printed = [
      ("--output", output), ("--differences-output", differencesOutput), ("--waits-output", waitsOutput),
    ]
    .filter { $0.1 == "-" }.map(\.0)
    if printed.count > 1 {
      let names = printed.map { "'\($0)'" }
      faults.append(
        "\(names.dropLast().joined(separator: ", ")) and \(names[names.count - 1]) \(names.count == 2 ? "both" : "all") write to standard output"
      )
    } else if let name = printed.first {
      if testsDifferences, differencesOutput == nil {
        faults.append("'--differences' with '\(name) -' needs '--differences-output FILE'")
      }
      if showsWaits, waitsOutput == nil, output == nil {
        faults.append("'--waits' with '\(name) -' needs '--waits-output FILE'")
      }
    }
    if showsWaits, total != .calls { faults.append("'--waits' is for '--total calls'") }
    if showsWaits, let columns = options.rake, !columns.isEmpty {
      faults.append("'--waits' is for weights as they are: leave '--rake' out")
    }
    if hasCorrection, named == .service {
      faults.append("'--fpc' is for '--estimand snapshot': a long-run share has no finite population")
    }
    if let columns = options.rake, !columns.isEmpty {
      if total == .hours { faults.append("'--rake' is for '--total calls' and '--total patients'") }
      if betweenShare > 0 {
        faults.append("'--between-practices' is for weights as they are: leave '--rake' out")
      }
      if showsBounds { faults.append("'--bounds' is for weights as they are: leave '--rake' out") }
    }
    if total != .calls {
      let option = "'--total \(total.rawValue)'"
      if total == .patients, options.frameFile == nil { faults.append("\(option) needs '--frame'") }
      if what == .snapshot { faults.append("\(option) is for '--estimand service'") }
      if betweenShare > 0 { faults.append("'--between-practices' is for '--total calls'") }
      if pools { faults.append("'--partial-pooling' is for '--total calls'") }
    }
    let isPopulationKnown = practices != nil || options.frameFile != nil
    switch what {
    case .service:
      if interval == .hypergeometric {
        faults.append("'--interval hypergeometric' needs '--estimand snapshot'")
      }
      if betweenShare > 0, !isPopulationKnown {
        faults.append("'--between-practices' needs '--practices' or '--frame'")
      }
    case .snapshot:
      if let interval, interval != .hypergeometric {
        faults.append("'--estimand snapshot' has the hypergeometric interval: leave '--interval' out")
      }
      if betweenShare > 0 { faults.append("'--between-practices' is for '--estimand service'") }
      if testsDifferences { faults.append("'--differences' is for '--estimand service'") }
      if !isPopulationKnown { faults.append("'--estimand snapshot' needs '--practices' or '--frame'") }
    }
  }

  func run(in context: Context) async throws {
    try FileUse.check(
      outputs: [tableOutput.use, $differencesOutput.file, $waitsOutput.file],
      inputs: $calls.files + options.files)
    let frame = try options.readFrame()
    let survey = try RealSurvey(
      CallFiles(paths: calls), options: options, frame: frame, codes: try options.readCodes(),
      needsWaits: showsWaits, keepsEachCall: testsDifferences || total == .hours)
    let analysis = survey.analysis(estimator, estimand: estimand, total: total)
    try checkPractices(survey, analysis)
    try checkTotal(survey, analysis)
    if total == .patients { try survey.checkRaking(frame, total: total) }
    let groupings = try survey.groupings(options)
    let tests = EstimateDifferences(survey: survey, analysis: analysis, groupings: groupings)
    let waits = EstimateWaits(survey: survey, analysis: analysis, groupings: groupings)
    if showsWaits { try checkWaits(survey) }
    let rates = EstimateRates(survey, analysis, groupings, pools: pools)
    try writeFiles(survey, rates, tests, waits)
    if [output, differencesOutput, waitsOutput].contains("-") { return }
    guard let replication = survey.replications.first else { return }
    for (place, rule) in survey.rules.enumerated() {
      let (design, rates) = rates.rates(ofRule: place, in: replication)
      let tables = EstimateTables(
        survey: survey, rule: rule, rates: rates, estimator: estimator, analysis: analysis, design: design,
        replication: replication, estimand: estimand, total: total, showsBounds: showsBounds,
        ability: context.console.outputAbility)
      let texts =
        testsDifferences ? tests.texts(rule, in: replication, for: context.console.outputAbility) : []
      for (place, table) in tables.tables.enumerated() {
        try context.print(table)
        try context.print("\n")
        if texts.indices.contains(place) { try context.print(texts[place] + "\n") }
      }
      if let reached = ReachedTable(survey: survey, rule: rule, replication: replication).table {
        try context.print(reached)
        try context.print("\n")
      }
    }
    if showsWaits {
      for table in waits.tables(in: replication) {
        try context.print(table)
        try context.print("\n")
      }
    }
    for file in [output, differencesOutput, waitsOutput].compactMap({ $0 }) {
      try context.print(Phrase.written(file))
    }
    context.suggest(
      NextSteps.line("evaluate", calls, options, "--target 5%") + NextSteps.line("report", calls, options))
  }

  /// Refuses waits of a file that says only who was reached: nothing tells there what ended a call.
  private func checkWaits(_ survey: RealSurvey) throws {
    guard survey.calls.saysOnlyReached else { return }
    throw CommandError.usage("'--waits' needs dispositions; the file only says who was reached")
  }

  /// Writes the files that were asked for; none takes its place before both are whole.
  private func writeFiles(
    _ survey: RealSurvey, _ rates: EstimateRates, _ tests: EstimateDifferences, _ waits: EstimateWaits
  ) throws {
    var files = ReplacedFiles()
    if let output {
      var estimates = try ReplacedFile(output)
      try write(survey, rates, to: &estimates.file)
      try files.add(estimates)
    }
    if let differencesOutput {
      var differences = try ReplacedFile(differencesOutput)
      try tests.write(tableOutput.style, to: &differences.file)
      try files.add(differences)
    }
    if let waitsOutput {
      var file = try ReplacedFile(waitsOutput)
      try waits.write(tableOutput.style, to: &file.file)
      try files.add(file)
    }
    try files.commit()
  }

  /// Writes the rows of `estimates.csv`, and further columns for what was asked for.
  private func write(_ survey: RealSurvey, _ rates: EstimateRates, to file: inout OutputFile) throws {
    let (analysis, groupings) = (rates.analysis, rates.groupings)
    var writer = CSVWriter(format: format)
    let table = SurveyTables.estimates(with: furtherEstimates(analysis))
    table.header(using: &writer, to: &file.pending)
    for replication in survey.replications {
      let waits = groupings.map { showsWaits ? analysis.waits($0, in: replication) : [] }
      for (number, rule) in survey.rules.enumerated() {
        let rates = rates.rates(ofRule: number, in: replication).rates
        for (rates, waits) in zip(rates, waits) {
          // Groups stand in the order of the grouping in both.
          for (place, rate) in rates.enumerated() {
            var row = SurveyTables.EstimateRow(
              replication: replication.number, definition: rule.label, rate: rate, estimator: estimator)
            if showsWaits { row.waits = waits[place].quantiles }
            table.append(row, using: &writer, to: &file.pending)
            try file.drain()
          }
        }
      }
    }
  }

  private var isSnapshot: Bool {
    switch estimand {
    case .service: false
    case .snapshot: true
    }
  }

  private func furtherEstimates(_ analysis: SurveyAnalysis) -> SurveyTables.FurtherEstimates {
    var further = SurveyTables.FurtherEstimates()
    further.waits = showsWaits
    further.bounds = showsBounds
    further.snapshot = isSnapshot
    further.model = pools
    further.total = total
    further.raked = analysis.margins.map { $0.columns.joined(separator: ",") }
    return further
  }
}
