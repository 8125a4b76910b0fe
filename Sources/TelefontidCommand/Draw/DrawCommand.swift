import Drawing
import Files
import Reports
import SurveyDesign
import Surveys
import Tables
import Terminal

/// `draw`: the sample and the call list for people who ring.
struct DrawCommand: Command {
  @Argument(
    "SCENARIO", "A scenario, whose survey is drawn.", reading: .scenarioFile,
    absent: "the options below say what is drawn") var scenarioFile: String?
  @Option(
    "frame", "FRAME",
    "The list of all practices, CSV; every column of it, such as the telephone number, stands in the call list.",
    reading: .inputFile, absent: "the scenario's practices") var frameFile: String?
  @Option(.outputFile("The call list to write; - prints it instead of the tables.")) var output: String?
  @Flag("per-interviewer", "Writes a file for each interviewer: calls-1.csv, calls-2.csv, …")
  var isPerInterviewer
  @Option("seed", "S", "Where all random numbers come from.", reading: .seed, absent: "the scenario's, or 1")
  var seed: UInt64?
  @Option(
    "set", "PATH=VALUE", "Sets a parameter of the scenario, such as survey.interviewers=6.",
    readingEach: .assignment) var assignments: [Assignment]
  @Options var wishes: DrawWishes
  @Options var round: DrawRound
  @Options var columns: ColumnNames
  @Option(
    "language", "LANGUAGE",
    "Lays the list out for people who ring, with Danish or English headers: when, whom and which number first; also that of what is printed.",
    reading: .choice, absent: "a calls file for programs") var language: ReportLanguage?
  @Option(
    "pages", "FILE", "Also writes pages to print, one for each interviewer and day, as one HTML file.",
    reading: .outputFile, changesResults: false) var pages: String?
  @Option(
    "codes", "FILE", "Also writes the sheet of codes that interviewers note, CSV.", reading: .outputFile,
    changesResults: false) var codes: String?
  @Option(.csv) var format: TableFormat

  static let defaultSeed: UInt64 = 1

  /// How a stratified sample is divided.
  enum Division: String, CaseIterable { case proportional, equal }

  static let spec = CommandSpec(
    name: "draw", summary: "Draw the sample and the call list for interviewers.",
    discussion: """
      Says whom to ring, in which slot, on which day, at which minute, and who rings: balanced over slots, strata, days \
      and interviewers, and the same again for the same seed. What is drawn is the survey of a scenario, or what the \
      options say of a frame. With both, the scenario's survey is drawn from the frame.

      The list is a calls file without outcomes. Interviewers fill in disposition, and dialled and wait_seconds if they \
      can. Then it goes into check, estimate and evaluate as it is; a row without a disposition counts as not-attempted. \
      The column weight says how many practices each one stands for: one over its inclusion probability.

      With --round 2 the filled list of the first round says who is rung again: those not reached, all, or the calls that were not \
      valid, in the same, other or any slots, on the round's own days and at other minutes than before. The frame, the options and the \
      seed are those of the first round, so that a list of another draw is found out.

      A list that is there is never replaced by another one, so that nothing is lost that an interviewer typed, whichever the column.
      """,
    examples: [
      .init(
        command:
          "telefontid draw --frame scenarios/fieldwork/practices.csv --first-date 2026-09-01 -o calls.csv",
        purpose: "Every practice once, over ten working days:"),
      .init(
        command: "telefontid draw scenarios/midtjylland-2015.json --per-interviewer -o lists/calls.csv",
        purpose: "The survey of a scenario, a file for each interviewer:"),
      .init(
        command:
          "telefontid draw --frame praksis.csv --first-date 2026-09-01 --interviewers Anne,Bo --language da --csv excel-da "
          + "--per-interviewer -o lister/opkald.csv --pages opkald.html",
        purpose: "Danish lists for two people by name, and pages to print:"),
      .init(
        command:
          "telefontid draw --frame scenarios/fieldwork/practices.csv --round 2 --after filled.csv --first-date 2026-09-21 --days 5 "
          + "--slot-rule other -o round-2.csv",
        purpose: "Who was not reached, a week later and in other hours:"),
    ],
    notes: ["With a scenario, its survey is changed with --set, not with the options that describe a design."]
  )

  func validate(_ faults: inout [String]) {
    if [output, pages, codes].count(where: { $0 == "-" }) > 1 {
      faults.append("'--output', '--pages' and '--codes': only one of them can be standard output")
    }
    if scenarioFile != nil {
      for name in wishes.given + round.given {
        faults.append("'\(name)' describes a design, and so does the scenario: change that with '--set'")
      }
    } else if frameFile == nil {
      faults.append("nothing to draw from: name a scenario, or a list of practices with '--frame FRAME'")
    } else {
      if !assignments.isEmpty { faults.append("'--set' changes a scenario, and there is none") }
      if wishes.firstDate == nil {
        faults.append(
          "'--frame' without a scenario needs '--first-date DATE', the first day of the survey")
      }
    }
    if isPerInterviewer, output ?? "-" == "-" {
      faults.append("'--per-interviewer' writes files: name them with '-o calls.csv'")
    }
  }

  func run(in context: Context) async throws {
    let drawn = try drawn()
    let files = CallListFiles(list: drawn.list, layout: layout, format: format)
    let names = output.map { isPerInterviewer ? files.names(for: $0) : [$0] } ?? []
    try FileUse.refuseCollisions(
      outputs: names.map { FileUse($output.spec, $0) } + [$pages.file, $codes.file],
      inputs: [$scenarioFile.file, $frameFile.file] + round.files)
    try FileUse.check(outputs: [$pages.file], inputs: [])
    for path in names { try ReplacedFile.check(path) }
    try files.refuseToLoseEntries(in: names)
    let sheets = CallSheets(drawn.list, language: language ?? .english)
    var written = ReplacedFiles()
    if let pages { try written.write(Array(sheets.pages().utf8), to: pages) }
    if let codes {
      let bytes = sheets.codes(format: format)
      try $codes.file?.refuseToLose(bytes)
      try written.write(bytes, to: codes)
    }
    if let output { try files.write(to: output, perInterviewer: isPerInterviewer, into: &written) }
    try written.commit()
    if [output, pages, codes].contains("-") { return }
    let tables = DrawTables(list: drawn.list, design: drawn.description)
    for table in tables.tables {
      try context.print(table)
      try context.print("\n")
    }
    for file in [pages, codes].compactMap(\.self) {
      try context.print(Phrase.written(file).escapingAllButLineEnds)
    }
    guard let output else {
      return context.remark(
        said(
          "Nothing was written; -o calls.csv writes the call list.",
          "Intet er skrevet; -o calls.csv skriver ringelisten."))
    }
    if isPerInterviewer {
      let last = names[names.count - 1]
      let range = names.count > 1 ? said("\(names[0]) to \(last)", "\(names[0]) til \(last)") : names[0]
      let strays = files.strays(beside: output).joined(separator: ", ")
      let warning =
        strays.isEmpty
        ? ""
        : said(
          "Of an earlier draw, and not of this one: \(strays).\n",
          "Fra en tidligere udtrækning og ikke fra denne: \(strays).\n")
      let written = said(
        "Written to \(range), a file for each interviewer.\n",
        "Skrevet til \(range), en fil til hver interviewer.\n")
      try context.print((written + warning).escapingAllButLineEnds)
    } else {
      try context.print(Phrase.written(output).escapingAllButLineEnds)
    }
    context.suggest(NextSteps.afterDraw(names, frame: frameFile))
  }

  private var layout: CallList.Layout {
    switch language {
    case .danish: .danish
    case .english: .english
    case nil: .data
    }
  }
}

/// The people who ring: how many, or by name.
enum Team: Equatable, Sendable {
  case size(Int)
  case names([String])

  /// How many they are.
  var count: Int {
    switch self {
    case .size(let count): count
    case .names(let names): names.count
    }
  }

  /// Their names, if they were given.
  var names: [String]? {
    switch self {
    case .size: nil
    case .names(let names): names
    }
  }
}

extension ValueReader where Value == Team {
  /// A number of people, or their names with commas between them, which stand in the names of files.
  static let team = ValueReader(
    expecting:
      "a whole number from 1 to \(CallPlanner.mostInterviewers), or different names with a comma between them, without '/'"
  ) { text in
    if let count = Int(text) {
      return (1...CallPlanner.mostInterviewers).contains(count) ? .size(count) : nil
    }
    guard let names = ValueReader<[String]>.list(of: .text).read(text)?.map({ foldedEnds($0) }),
      names.count <= CallPlanner.mostInterviewers, Set(names.map(foldedText)).count == names.count,
      names.allSatisfy({ !foldedText($0).isEmpty && !$0.contains("/") && !$0.hasPrefix(".") })
    else { return nil }
    return .names(names)
  }

  /// A name without spaces around it.
  private static func foldedEnds(_ name: String) -> String {
    String(name.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

extension ValueReader where Value == SlotDesign {
  /// In how many slots each practice is rung.
  static let slotDesign = ValueReader(expecting: "a number from 1, or all") { text in
    if text == "all" { return .allSlots }
    guard let count = Int(text), (1...1_440).contains(count) else { return nil }
    return count == 1 ? .onePerPractice : .rotation(slotsPerPractice: count)
  }
}

extension ValueReader where Value == CalendarDate {
  /// A day.
  static let date = ValueReader(expecting: "a day, such as 2026-09-01") { try? CalendarDate(parsing: $0) }
}
