import Drawing
import Files
import Reports
import SurveyDesign
import SurveyStatistics
import Surveys
import Tables
import Terminal

/// `progress`: how far the fieldwork is while it runs.
struct ProgressCommand: Command {
  static let lists = Parameter<[String]>.positionals(
    "CALLS", "The lists as they are now, CSV.", reading: .inputFile)
  static let reached = Parameter<ReachedDefinition>.option(
    "reached", "DEFINITION", "What counts as reached for the sequential plan.", reading: .reachedDefinition,
    default: .agreement, shown: "agreement")
  static let good = Parameter<Double?>.option(
    "good", "RATE", "With --bad: the share not reached that a sequential plan should accept, such as 0.05.",
    reading: .portion)
  static let bad = Parameter<Double?>.option(
    "bad", "RATE", "The share not reached that it should refuse, such as 0.15.", reading: .portion)
  static let figure = Parameter<String?>.option(
    "figure", "FILE", "Also draws the calls planned and made by day, SVG.", reading: .outputFile,
    changesResults: false)
  static let language = Parameter<ReportLanguage>.option(
    "language", "LANGUAGE", "The language of the figure.", reading: .choice, default: .english, shown: "en")
  static let output = StandardParameters.outputFile(
    "The CSV file to write besides the tables; - instead of them.")

  static let spec = CommandSpec(
    name: "progress", summary: "Say how far the fieldwork is: done, left, late, and how calls ended so far.",
    discussion: """
      The lists are put together as join does. A call is done once an attempt at it was made, and overdue when its day has \
      passed without one. Late are calls that were dialled after their slot had ended.

      With --good and --bad, Wald's sequential plan is followed through the calls in the order in which they were made \
      (telefontid plan sequential): it says when ringing may stop. Look at it after each call or not at all; a glance at \
      estimate every evening has other risks.
      """,
    parameters: [
      lists.spec, JoinCommand.plan.spec, CheckCommand.today.spec, reached.spec, good.spec, bad.spec,
      PlanContrast.producerRisk.spec, PlanContrast.consumerRisk.spec,
    ] + JoinOptions.specs + [figure.spec, language.spec, StandardParameters.csv.spec, output.spec],
    examples: [
      .init(
        command: "telefontid progress lists/calls-1.csv lists/calls-2.csv --plan calls.csv",
        purpose: "What has been done, by whom, and what is overdue:")
    ])

  let files: CallFiles
  let plan: String?
  let today: CalendarDate
  let definition: ReachedDefinition
  let sequential: SequentialPlan?
  let options: JoinOptions
  let figure: String?
  let language: ReportLanguage
  let format: TableFormat
  let output: String?

  init(_ arguments: inout Arguments) throws {
    files = CallFiles(paths: arguments.take(Self.lists))
    files.check(&arguments)
    plan = arguments.take(JoinCommand.plan)
    today = arguments.take(CheckCommand.today) ?? .today
    definition = arguments.take(Self.reached)
    let (good, bad) = (arguments.take(Self.good), arguments.take(Self.bad))
    let risks = (arguments.take(PlanContrast.producerRisk), arguments.take(PlanContrast.consumerRisk))
    sequential = good.flatMap { good in
      bad.flatMap { SequentialPlan(good: good, bad: $0, producerRisk: risks.0, consumerRisk: risks.1) }
    }
    options = JoinOptions(&arguments)
    figure = arguments.take(Self.figure)
    language = arguments.take(Self.language)
    format = arguments.take(StandardParameters.csv).format
    output = arguments.take(Self.output)
    if (good == nil) != (bad == nil) {
      arguments.reject("'--good' and '--bad' go together")
    } else if good != nil, sequential == nil {
      arguments.reject(
        "there is no sequential plan for these; '--good' must be below '--bad', both shares not reached")
    }
    if output == "-", figure == "-" {
      arguments.reject("'--output' and '--figure' both write to standard output")
    }
  }

  func run(in context: Context) async throws {
    let outputs = [
      output.map { FileUse(Self.output.spec, $0) }, figure.map { FileUse(Self.figure.spec, $0) },
    ]
    try FileUse.check(
      outputs: outputs.compactMap(\.self),
      inputs: files.uses(Self.lists.spec) + options.files
        + (plan.map { [FileUse(JoinCommand.plan.spec, $0)] } ?? []))
    let (joined, remarks) = try files.joined(try options.read(), plan: plan)
    let progress = FieldworkProgress(joined, today: today)
    var written = ReplacedFiles()
    if let figure {
      try written.write(Array(ProgressFigure.figure(progress).svg(language: language).utf8), to: figure)
    }
    if let output {
      var file = try ReplacedFile(output)
      write(progress, to: &file.file)
      try written.add(file)
    }
    try written.commit()
    if [output, figure].contains("-") { return }
    for table in tables(progress, remarks) {
      try context.print(table)
      try context.print("\n")
    }
    for file in [output, figure].compactMap(\.self) {
      try context.print("Written to \(file).\n".escapingAllButLineEnds)
    }
  }

  private func groups(_ progress: FieldworkProgress) -> [(by: String, groups: [FieldworkProgress.Group])] {
    [
      (SurveyColumn.interviewer.rawValue, progress.interviewers),
      (SurveyColumn.slot.rawValue, progress.slots),
      (SurveyColumn.date.rawValue, progress.days), ("all", [.init(label: "all", count: progress.all)]),
    ]
  }

  private func write(_ progress: FieldworkProgress, to file: inout OutputFile) {
    var writer = CSVWriter(format: format)
    writer.header(["by", "group", "planned", "done", "late", "left", "overdue"], to: &file.pending)
    for (by, groups) in groups(progress) {
      for group in groups {
        writer.field(by, to: &file.pending)
        writer.field(group.label, to: &file.pending)
        for number in group.count.numbers { writer.field(number, to: &file.pending) }
        writer.endRow(to: &file.pending)
      }
    }
  }

  private func tables(_ progress: FieldworkProgress, _ remarks: [TableRemark]) -> [TextTable] {
    let columns: [TextTable.Column] = ["Planned", "Done", "Late", "Left", "Overdue"].map { .number($0) }
    var tables: [TextTable] = []
    for (by, groups) in groups(progress)
    where by != "all" && by != SurveyColumn.date.rawValue && !groups.isEmpty {
      var table = TextTable(
        [.text(RealSurveyText.header(by))] + columns,
        title: tables.isEmpty ? "\(files.name), as of \(today)" : "")
      for group in groups { table.append([group.label] + group.count.numbers.map { "\($0)" }) }
      table.appendFooter(["all"] + progress.all.numbers.map { "\($0)" })
      tables.append(table)
    }
    var outcomes = TextTable([.text("Outcome so far"), .number("Calls")])
    for (disposition, calls) in progress.dispositions { outcomes.append([disposition.rawValue, "\(calls)"]) }
    outcomes.appendFooter(["all", "\(progress.outcomes.count)"])
    outcomes.notes = [sequentialNote(progress)].compactMap(\.self) + remarks.map(\.sentence)
    return tables + [outcomes]
  }

  /// Where the sequential plan stands, in words.
  private func sequentialNote(_ progress: FieldworkProgress) -> String? {
    guard let sequential else { return nil }
    let state = progress.state(of: sequential, definition: definition)
    let count = "\(state.unreached) of \(state.calls) valid calls not reached by \"\(definition.name)\""
    switch state.decision {
    case .accept: return "Sequential plan: stop, the share is taken as good: \(count)."
    case .refuse: return "Sequential plan: stop, the share is taken as bad: \(count)."
    case .goOn:
      let accept = sequential.acceptIfAtMost(after: state.calls)
      let refuse = sequential.refuseIfAtLeast(after: state.calls)
      return
        "Sequential plan: go on: \(count); \(accept < 0 ? "none yet" : "\(accept) or fewer") would be good, \(refuse) or more bad."
    }
  }
}

extension FieldworkProgress.Count {
  /// The numbers in the order in which they are shown.
  fileprivate var numbers: [Int] { [planned, done, late, left, overdue] }
}

/// The picture of `progress`.
enum ProgressFigure {
  /// Calls planned and made, summed up by day of the survey.
  static func figure(_ progress: FieldworkProgress) -> CurveFigure {
    func sums(_ number: (FieldworkProgress.Count) -> Int) -> [CurveFigure.Place] {
      var sum = 0
      return [.init(0, 0)]
        + progress.days.enumerated().map { day, group in
          sum += number(group.count)
          return .init(Double(day + 1), Double(sum))
        }
    }
    return CurveFigure(
      name: "progress", title: Words("Calls planned and made", "Opkald planlagt og foretaget"),
      caption: Words(
        "\(progress.all.done) of \(progress.all.planned) calls made, \(progress.all.overdue) overdue.",
        "\(progress.all.done) af \(progress.all.planned) opkald foretaget, \(progress.all.overdue) over tiden."
      ),
      x: .init(Words("Day of the survey", "Undersøgelsesdag"), .count),
      y: .init(Words("Calls", "Opkald"), .count),
      series: [
        .init(Words("planned", "planlagt"), sums(\.planned)), .init(Words("made", "foretaget"), sums(\.done)),
      ])
  }
}
