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
  @Argument("CALLS", "The lists as they are now, CSV.", readingEach: .inputFile) var lists: [String]
  @Option(.drawnList) var plan: String?
  @Option(.today) var today: CalendarDate
  @Option(
    "reached", "DEFINITION", "What counts as reached for the sequential plan.", reading: .reachedDefinition,
    default: .agreement, shown: "agreement")
  var definition: ReachedDefinition
  @Option(
    "good", "RATE", "With --bad: the share not reached that a sequential plan should accept, such as 0.05.",
    reading: .portion)
  var good: Double?
  @Option("bad", "RATE", "The share not reached that it should refuse, such as 0.15.", reading: .portion)
  var bad: Double?
  @Options var risks: PlanRisks
  @Options var options: JoinOptions
  @Option(
    "figure", "FILE", "Also draws the calls planned and made by day, SVG.", reading: .outputFile,
    changesResults: false)
  var figure: String?
  @Option(.language(of: "the figure")) var language: ReportLanguage
  @Options var tableOutput: TableOutput

  private var output: String? { tableOutput.path }
  private var format: TableFormat { tableOutput.format }

  static let spec = CommandSpec(
    name: "progress", summary: "Say how far the fieldwork is: done, left, late, and how calls ended so far.",
    discussion: """
      The lists are put together as join does. A call is done once an attempt at it was made, and overdue when its day has \
      passed without one. Late are calls that were dialled after their slot had ended.

      With --good and --bad, Wald's sequential plan is followed through the calls in the order in which they were made \
      (telefontid plan sequential): it says when ringing may stop. Look at it after each call or not at all; a glance at \
      estimate every evening has other risks.
      """,
    examples: [
      .init(
        command: "telefontid progress lists/calls-1.csv lists/calls-2.csv --plan calls.csv",
        purpose: "What has been done, by whom, and what is overdue:")
    ])

  var files: CallFiles { CallFiles(paths: lists) }

  private var sequential: SequentialPlan? {
    guard let good, let bad else { return nil }
    return SequentialPlan(
      good: good, bad: bad, producerRisk: risks.producerRisk, consumerRisk: risks.consumerRisk)
  }

  func validate(_ faults: inout [String]) {
    files.validate(&faults)
    tableOutput.refuseIdleStyle(&faults)
    if (good == nil) != (bad == nil) {
      faults.append("'--good' and '--bad' go together")
    } else if good != nil, sequential == nil {
      faults.append(
        "there is no sequential plan for these; '--good' must be below '--bad', both shares not reached")
    }
    if output == "-", figure == "-" {
      faults.append("'--output' and '--figure' both write to standard output")
    }
  }

  func run(in context: Context) async throws {
    try FileUse.check(
      outputs: [tableOutput.use, $figure.file], inputs: $lists.files + options.files + [$plan.file])
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
      try context.print(Phrase.written(file).escapingAllButLineEnds)
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
    let rows = groups(progress).flatMap { by, groups in groups.map { (by: by, group: $0) } }
    file.pending += Self.table.bytes(of: rows, format: format)
  }

  /// One row per interviewer, slot and day, and one for all.
  private static let table = RowTable<(by: String, group: FieldworkProgress.Group)>(
    "progress", primaryKey: ["by", "group"],
    [
      .text("by", "What the group is made by: interviewer, slot, date or all") { $0.by },
      .text("group", "The group") { $0.group.label },
    ],
    FieldworkProgress.Count.shown.map { column in
      .count(column.name, column.description) { $0.group.count[keyPath: column.path] }
    })

  private func tables(_ progress: FieldworkProgress, _ remarks: [TableRemark]) -> [TextTable] {
    let columns: [TextTable.Column] = FieldworkProgress.Count.shown.map {
      .number(Speech.language.capitalised(said($0.name, $0.danish)))
    }
    var tables: [TextTable] = []
    for (by, groups) in groups(progress)
    where by != "all" && by != SurveyColumn.date.rawValue && !groups.isEmpty {
      var table = TextTable(
        [.text(RealSurveyText.header(by))] + columns,
        title: tables.isEmpty ? said("\(files.title), as of \(today)", "\(files.title), pr. \(today)") : "")
      for group in groups { table.append([group.label] + group.count.numbers.map { "\($0)" }) }
      table.appendFooter([Phrase.all] + progress.all.numbers.map { "\($0)" })
      tables.append(table)
    }
    var outcomes = TextTable([.text("Outcome so far", "Udfald indtil nu"), .number("Calls", "Opkald")])
    for (disposition, calls) in progress.dispositions {
      outcomes.append([Phrase.name(of: disposition), "\(calls)"])
    }
    outcomes.appendFooter([Phrase.all, "\(progress.outcomes.count)"])
    outcomes.notes = [sequentialNote(progress)].compactMap(\.self) + remarks.map(\.sentence)
    return tables + [outcomes]
  }

  /// Where the sequential plan stands, in words.
  private func sequentialNote(_ progress: FieldworkProgress) -> String? {
    guard let sequential else { return nil }
    let state = progress.state(of: sequential, definition: definition)
    let rule = Phrase.rule(definition.name, definition)
    let count = said(
      "\(state.unreached) of \(state.calls) valid calls not reached by \(rule)",
      "\(state.unreached) af \(state.calls) gyldige opkald uden kontakt efter \(rule)")
    switch state.decision {
    case .accept:
      return said(
        "Sequential plan: stop, the share is taken as good: \(count).",
        "Sekventiel plan: stop, andelen regnes for god: \(count).")
    case .refuse:
      return said(
        "Sequential plan: stop, the share is taken as bad: \(count).",
        "Sekventiel plan: stop, andelen regnes for dårlig: \(count).")
    case .goOn:
      let accept = sequential.acceptIfAtMost(after: state.calls)
      let refuse = sequential.refuseIfAtLeast(after: state.calls)
      let good =
        accept < 0 ? said("none yet", "endnu ingen") : said("\(accept) or fewer", "\(accept) eller færre")
      return said(
        "Sequential plan: go on: \(count); \(good) would be good, \(refuse) or more bad.",
        "Sekventiel plan: fortsæt: \(count); \(good) ville være godt, \(refuse) eller flere dårligt.")
    }
  }
}

extension FieldworkProgress.Count {
  /// What is counted, in the order in which it is shown.
  fileprivate static let shown:
    [(name: String, danish: String, description: String, path: any KeyPath<Self, Int> & Sendable)] = [
      ("planned", "planlagt", "Calls planned", \.planned),
      ("done", "foretaget", "Those that were made", \.done),
      ("late", "for sent", "Those of them that were dialled after their slot had ended", \.late),
      ("left", "tilbage", "Those still to be made on their day", \.left),
      ("overdue", "over tiden", "Those not made whose day has passed", \.overdue),
    ]

  fileprivate var numbers: [Int] { Self.shown.map { self[keyPath: $0.path] } }
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
