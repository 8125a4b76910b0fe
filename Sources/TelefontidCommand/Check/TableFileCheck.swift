import Files
import Reports
import SurveyDesign
import Surveys
import Tables
import Terminal

/// What `check` is told about CSV files.
struct TableFileOptions: OptionGroup {
  @Option("frame", "FRAME", "The list of all practices that calls may be to.", reading: .inputFile)
  var frameFile: String?
  @Options var columns: ColumnNames
  @Option(.dispositions) var dispositionsFile: String?
  @Option(
    "hours", "FROM-TO", "The hours within which slots lie.", reading: .stretch, absent: "08:00-16:00")
  var hours: Slot?
  @Option(
    "hold-limit", "SECONDS", "The longest wait that an interviewer allows.", reading: .positive, default: 900)
  var holdLimitSeconds: Double
  @Option(.today) var today: CalendarDate

  fileprivate func callsOptions() throws -> CallsFileCheck.Options {
    var options = CallsFileCheck.Options()
    options.columns = columns.ofCalls
    options.frameColumns = columns.ofFrame
    options.codes = try RealSurveyOptions.codes(dispositionsFile)
    options.frame = try frameFile.map { try RealSurveyOptions.frame($0, columns: columns).frame }
    options.hours = hours
    options.holdLimitSeconds = holdLimitSeconds
    options.today = today
    return options
  }
}

/// Checks a CSV file as calls or as a frame, whichever its header says it is, in one reading.
struct TableFileCheck: TableConsumer {
  private var calls: CallsFileCheck
  private var frame: FrameCheck
  private let columns: SurveyColumnNames
  private var isCalls = false

  private init(_ options: CallsFileCheck.Options, columns named: ColumnNames) {
    calls = CallsFileCheck(options)
    frame = FrameCheck(named: named.ofFrame)
    columns = options.columns
  }

  mutating func begin(_ header: TableHeader, faults: inout TableFaults) {
    isCalls = CallsFileCheck.isCalls(header, columns: columns)
    if isCalls { calls.begin(header, faults: &faults) } else { frame.begin(header, faults: &faults) }
  }

  mutating func take(_ row: TableRow, faults: inout TableFaults) {
    if isCalls { calls.take(row, faults: &faults) } else { frame.take(row, faults: &faults) }
  }

  mutating func end(faults: inout TableFaults) {
    if isCalls { calls.end(faults: &faults) } else { frame.end(faults: &faults) }
  }

  /// What there is to say of a file without a fault; with one, an error that has them all.
  ///
  /// Codes that are not known are added to `unknownCodes`, each once.
  static func report(
    on file: String, options: TableFileOptions, unknownCodes: inout [String]
  ) throws -> String {
    var check = TableFileCheck(try options.callsOptions(), columns: options.columns)
    var input = try InputFile(file)
    var reader = CSVReader(file: input.name)
    while !reader.isStopped, try input.read() { reader.feed(input.bytes.span, to: &check) }
    defer { unknownCodes += check.calls.unknownCodes.filter { !unknownCodes.contains($0) } }
    try reader.finish(to: &check)
    let remarks = reader.faults.remarks.map { "  \(said($0.lines.english, $0.lines.danish))\n" }.joined()
    return (try check.summary(file) + remarks).escapingAllButLineEnds
  }

  private func summary(_ file: String) throws -> String {
    guard isCalls else {
      let frame = try frame.frame()
      let names = frame.extraColumns.joined(separator: ", ")
      let columns = names.isEmpty ? "" : said(", with \(names)", ", med \(names)")
      let practices = PlanText.count(frame.count, .practice)
      return "\(file): "
        + said(
          "a frame of \(practices)\(columns); no faults\n",
          "en stikprøveramme med \(practices)\(columns); ingen fejl\n")
    }
    let rows = PlanText.count(calls.rows, .row)
    return "\(file): "
      + said("a calls file of \(rows); no faults\n", "en fil med opkald på \(rows); ingen fejl\n")
  }
}

extension String {
  /// The text with control characters other than line ends written out.
  var escapingAllButLineEnds: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { String($0).escapingControls }
      .joined(separator: "\n")
  }
}

extension Option where Value == CalendarDate {
  /// `--today`: the day before which calls should have been made.
  static var today: Option {
    Option(
      "today", "DATE", "The day before which calls should have been made.", reading: .date,
      default: .today, shown: "today")
  }
}
