import Drawing
import Files
import Reports
import SurveyStatistics
import Surveys
import Terminal

/// `report`: pictures and text for people, in one page.
struct ReportCommand: Command {
  static let results = Parameter<[String]>.positionals(
    "RESULTS",
    "A folder of results, a folder with calls.csv, a calls file, or the lists of several interviewers.",
    reading: .inputFile)
  static let output = Parameter<String>.option(
    "output", short: "o", "FILE", "The page to write; - for standard output.", reading: .outputFile,
    default: "report.html", shown: "report.html", changesResults: false)
  static let language = Parameter<ReportLanguage>.option(
    "language", "LANGUAGE", "The language of the report: Danish or English.", reading: .choice,
    default: .english, shown: "en")
  static let pictures = Parameter<String?>.option(
    "svg", "DIR", "Also writes every figure into a folder, as a picture and its numbers as CSV.",
    reading: .folder,
    changesResults: false)
  static let title = Parameter<String?>.option(
    "title", "TEXT", "The report's title.", reading: .text, absent: "the scenario's")
  static let baseline = Parameter<[String]>.options(
    "baseline", "RESULTS",
    "An earlier survey, to report the change since then; given several times, its lists.", reading: .inputFile
  )
  static let scenario = Parameter<String?>.option(
    "scenario", "FILE", "The scenario that was run.", reading: .inputFile,
    absent: "the one that the manifest names, if it has not changed")
  static let practice = Parameter<String?>.option(
    "practice", "PRACTICE", "Also shows one practice's day in the first simulated survey.", reading: .text)
  static let target = Parameter<Double?>.option(
    "target", "RATE", "The greatest share not reached that is still acceptable, such as 0.05 or 5%.",
    reading: .portion,
    absent: "the scenario's")
  static let error = EvaluateCommand.error
  static let interval = Parameter<IntervalMethod?>.option(
    "interval", "METHOD", "How intervals are computed.", reading: .choice,
    absent: "that of the results, or wilson")
  static let confidence = Parameter<Double?>.option(
    "confidence", "LEVEL", "The confidence of intervals, two-sided.", reading: .probability,
    absent: "that of the results, or \(ConfidenceLevel.usual)")
  static let leastCalls = Parameter<Int>.option(
    "least-calls", "N", "Groups with fewer calls have no share of their own.",
    reading: .integer(in: 1...1000),
    default: SurveyRate.fewCalls, shown: "\(SurveyRate.fewCalls)")

  static let spec = CommandSpec(
    name: "report", summary: "Make a report for people: one page with figures, text and tables.",
    discussion: """
      Reads a folder that simulate or sweep wrote, or nothing but somebody's calls, and writes one HTML file that needs \
      no network and no script, in light and dark, on screen and on A4.

      Every file is held against its digest. A report is made of what is there, and says what is not; 65 if nothing is. \
      A page for each group, as for talks in quality clusters, comes with --by, such as --by municipality.
      """,
    parameters: [
      results.spec, output.spec, language.spec, pictures.spec, title.spec, target.spec, error.spec,
      interval.spec, confidence.spec, leastCalls.spec, baseline.spec, scenario.spec, practice.spec,
    ] + RealSurveyOptions.specs,
    examples: [
      .init(
        command: "telefontid report results/midtjylland-2015 --language da",
        purpose: "A simulated survey, in Danish:"),
      .init(
        command: "telefontid report scenarios/fieldwork --target 0.10 --by municipality -o feedback.html",
        purpose: "A survey that was made, with feedback to municipalities:"),
      .init(
        command: "telefontid report 2017.csv --baseline 2015.csv", purpose: "Two surveys, side by side:"),
    ])

  let results: String
  /// The other lists of the survey, and of the earlier one.
  let furtherResults: [String]
  let furtherBaseline: [String]
  let output: String
  let language: ReportLanguage
  let pictures: String?
  let title: String?
  let baseline: String?
  let scenarioFile: String?
  let practice: String?
  let target: Double?
  let error: Double
  let method: IntervalMethod?
  let confidence: Double?
  let leastCalls: Int
  let options: RealSurveyOptions

  init(_ arguments: inout Arguments) throws {
    let lists = arguments.take(Self.results)
    (results, furtherResults) = (lists.first ?? "-", Array(lists.dropFirst()))
    output = arguments.take(Self.output)
    language = arguments.take(Self.language)
    pictures = arguments.take(Self.pictures)
    title = arguments.take(Self.title)
    let earlier = arguments.take(Self.baseline)
    (baseline, furtherBaseline) = (earlier.first, Array(earlier.dropFirst()))
    for paths in [lists, earlier] where paths.count > 1 {
      CallFiles(paths: paths).check(&arguments)
      for path in paths where Self.isFolder(path) {
        arguments.reject("'\(path)' is a folder; several lists of one survey are files")
      }
    }
    scenarioFile = arguments.take(Self.scenario)
    practice = arguments.take(Self.practice)
    target = arguments.take(Self.target)
    error = arguments.take(Self.error)
    method = arguments.take(Self.interval)
    confidence = arguments.take(Self.confidence)
    leastCalls = arguments.take(Self.leastCalls)
    options = RealSurveyOptions(&arguments)
    if baseline != nil, results == "-" || baseline == "-" {
      arguments.reject("two surveys are read from files: neither of them can be standard input")
    }
    if method == .hypergeometric {
      arguments.reject("'--interval hypergeometric' needs '--estimand snapshot', which only estimate has")
    }
  }

  func run(in context: Context) async throws {
    if let doubt = target.flatMap(EvaluateCommand.doubt) { context.remark(doubt) }
    try refuseToReplace([])
    let report = try makeReport()
    guard !report.isEmpty else { throw nothingToReport(report) }
    let figures = pictures.map { files(of: report.figures(language: language), in: $0) } ?? []
    try refuseToReplace(figures.flatMap { [$0.path, Self.numbers(beside: $0.path)] })
    var outputs = ReplacedFiles()
    for (path, figure) in figures {
      try outputs.write(Array(figure.svg(language: language).utf8), to: path)
      try outputs.write(figure.dataTable(language: language).csv, to: Self.numbers(beside: path))
    }
    try outputs.write(Array(report.page(language: language).utf8), to: output)
    try outputs.commit()
    for fault in report.reading?.faults ?? [] {
      context.remark("\(results): \(fault.sentence(in: .english))")
    }
    if output != "-" { try context.print("Written to \(output).\n") }
  }

  /// The file of the numbers behind a picture: of the same name, beside it.
  static func numbers(beside picture: String) -> String {
    (picture.hasSuffix(".svg") ? String(picture.dropLast(4)) : picture) + ".csv"
  }

  private func nothingToReport(_ report: Report) -> CommandError {
    let faults = (report.reading?.faults ?? []).map { Fault($0.sentence(in: .english), file: results) }
    return .data(faults.isEmpty ? [Fault("holds nothing to report", file: results)] : faults)
  }

  /// Figures with their files; those of a name that several have are numbered.
  private func files(of figures: [any Figure], in folder: String) -> [(path: String, figure: any Figure)] {
    var uses: [String: Int] = [:]
    return figures.map { figure in
      uses[figure.name, default: 0] += 1
      let number = uses[figure.name, default: 1]
      let name = number == 1 ? figure.name : "\(figure.name)-\(number)"
      return ("\(folder)/\(name).svg", figure)
    }
  }

  /// Refuses a page or a figure in the place of a file that the report is made of.
  private func refuseToReplace(_ figureFiles: [String]) throws {
    let inputs =
      Self.uses(of: results, Self.results.spec) + Self.uses(of: baseline, Self.baseline.spec)
      + furtherResults.map { FileUse(Self.results.spec, $0) }
      + furtherBaseline.map { FileUse(Self.baseline.spec, $0) }
    let figures = figureFiles.map { FileUse(Self.pictures.spec, $0) }
    try FileUse.check(
      outputs: [FileUse(Self.output.spec, output)] + figures,
      inputs: inputs + Self.uses(of: scenarioFile, Self.scenario.spec) + options.files)
  }

  /// A file by itself, a folder by the tables that are read from it.
  private static func uses(of path: String?, _ parameter: ParameterSpec) -> [FileUse] {
    guard let path else { return [] }
    guard isFolder(path) else { return [FileUse(parameter, path)] }
    return [callsFile, practicesFile].map { FileUse(parameter, "\(path)/\($0)") }
  }
}
