import Drawing
import Files
import Reports
import SurveyStatistics
import Surveys
import Terminal

/// `report`: pictures and text for people, in one page.
struct ReportCommand: Command {
  @Argument(
    "RESULTS",
    "A folder of results, a folder with calls.csv, a calls file, or the lists of several interviewers.",
    readingEach: .inputFile) private var lists: [String]
  @Option(
    "output", short: "o", "FILE", "The page to write; - for standard output.", reading: .outputFile,
    default: "report.html", shown: "report.html", changesResults: false) var output: String
  @Option(.language(of: "the report", changesResults: true)) var language: ReportLanguage
  @Option(
    "svg", "DIR", "Also writes every figure into a folder, as a picture and its numbers as CSV.",
    reading: .folder,
    changesResults: false) var pictures: String?
  @Option("title", "TEXT", "The report's title.", reading: .text, absent: "the scenario's") var title: String?
  @Option(
    "target", "RATE", "The greatest share not reached that is still acceptable, such as 0.05 or 5%.",
    reading: .portion,
    absent: "the scenario's") var target: Double?
  @Option(.errorRisk) var error: Double
  @Option(
    "interval", "METHOD", "How intervals are computed.", reading: .choice,
    absent: "that of the results, or wilson") var method: IntervalMethod?
  @Option(
    "confidence", "LEVEL", "The confidence of intervals, two-sided.", reading: .probability,
    absent: "that of the results, or \(ConfidenceLevel.usual)") var confidence: Double?
  @Option(
    "least-calls", "N", "Groups with fewer calls have no share of their own.",
    reading: .integer(in: 1...1000),
    default: SurveyRate.fewCalls, shown: "\(SurveyRate.fewCalls)") var leastCalls: Int
  @Option(
    "baseline", "RESULTS",
    "An earlier survey, to report the change since then; given several times, its lists.",
    readingEach: .inputFile) private var earlier: [String]
  @Option(
    "scenario", "FILE", "The scenario that was run.", reading: .scenarioFile,
    absent: "the one that the manifest names, if it has not changed") var scenarioFile: String?
  @Option(
    "sensitivity", "DIR",
    "A folder that sensitivity wrote of the same scenario: what holds whatever is assumed, and what hangs on what.",
    reading: .inputFile) var sensitivityFolder: String?
  @Option(
    "practice", "PRACTICE", "Also shows one practice's day in the first simulated survey.", reading: .text)
  var practice: String?
  @Options var options: RealSurveyOptions

  static let spec = CommandSpec(
    name: "report", summary: "Make a report for people: one page with figures, text and tables.",
    discussion: """
      Reads a folder that simulate, sweep or sensitivity wrote, or nothing but a file of calls, and writes one HTML file that \
      needs no network and no script, in light and dark, on screen and on A4.

      Every file is held against its digest. A report is made of what is there, and says what is not; 65 if nothing is. \
      A page for each group, as for talks in quality clusters, comes with --by, such as --by municipality.
      """,
    examples: [
      .init(
        command: "telefontid report results/midtjylland-2015 --language da",
        purpose: "A simulated survey, in Danish:"),
      .init(
        command: "telefontid report scenarios/fieldwork --target 0.10 --by municipality -o feedback.html",
        purpose: "A survey that was made, with feedback to municipalities:"),
      .init(
        command:
          "telefontid report results/midtjylland-2015 --sensitivity results/midtjylland-2015-sensitivity",
        purpose: "With what holds whatever is assumed:"),
      .init(
        command: "telefontid report 2017.csv --baseline 2015.csv", purpose: "Two surveys, side by side:"),
    ])

  var results: String { lists.first ?? "-" }
  var baseline: String? { earlier.first }
  /// The other lists of the survey, and of the earlier one.
  var furtherResults: [String] { Array(lists.dropFirst()) }
  var furtherBaseline: [String] { Array(earlier.dropFirst()) }

  func validate(_ faults: inout [String]) {
    for paths in [lists, earlier] where paths.count > 1 {
      CallFiles(paths: paths).validate(&faults)
      for path in paths where Self.isFolder(path) {
        faults.append("'\(path)' is a folder; several lists of one survey are files")
      }
    }
    if baseline != nil, results == "-" || baseline == "-" {
      faults.append("two surveys are read from files: neither of them can be standard input")
    }
    if method == .hypergeometric {
      faults.append("'--interval hypergeometric' needs '--estimand snapshot', which only estimate has")
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
      context.remark("\(results): \(fault.sentence(in: Speech.language))")
    }
    if output != "-" { try context.print(Phrase.written(output)) }
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
      Self.uses(of: results, $lists.spec) + Self.uses(of: baseline, $earlier.spec)
      + $lists.files.dropFirst() + $earlier.files.dropFirst()
      + Self.uses(of: scenarioFile, $scenarioFile.spec)
    try FileUse.check(
      outputs: [$output.file] + figureFiles.map { FileUse($pictures.spec, $0) },
      inputs: inputs + options.files)
  }

  /// A file by itself, a folder by the tables that are read from it.
  private static func uses(of path: String?, _ parameter: ParameterSpec) -> [FileUse] {
    guard let path else { return [] }
    guard isFolder(path) else { return [FileUse(parameter, path)] }
    return [callsFile, practicesFile].map { FileUse(parameter, "\(path)/\($0)") }
  }
}
