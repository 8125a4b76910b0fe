import Files
import SurveyDesign
import Surveys
import Tables
import Terminal

/// `join`: the filled lists of several interviewers and rounds, put together by their headers.
struct JoinCommand: Command {
  @Argument("CALLS", "The lists that have come back, CSV.", readingEach: .inputFile) var lists: [String]
  @Option(.drawnList) var plan: String?
  @Options var options: JoinOptions
  @Option(.csv) var format: TableFormat
  @Option(.outputFile("The calls file to write; - instead of the table.")) var output: String?

  static let spec = CommandSpec(
    name: "join", summary: "Put the filled lists of several interviewers and rounds together.",
    discussion: """
      Columns are put together by their headers, whatever their order, language or spelling. A call that stands in several \
      lists, as when everybody got all of them, is one: the row with its outcome counts, and what another row has besides is \
      added. Two outcomes of one attempt, or two texts in one cell, are faults that name both places, and nothing is written.

      With --plan, a cell that was changed goes before what was drawn, and calls that no list has are added as not made.
      """,
    examples: [
      .init(
        command: "telefontid join lists/calls-1.csv lists/calls-2.csv --plan calls.csv -o joined.csv",
        purpose: "Two lists that have come back, and who has not returned what:")
    ])

  var files: CallFiles { CallFiles(paths: lists) }

  func validate(_ faults: inout [String]) { files.validate(&faults) }

  func run(in context: Context) async throws {
    try FileUse.refuseCollisions(
      outputs: [$output.file], inputs: $lists.files + options.files + [$plan.file])
    if let output { try ReplacedFile.check(output) }
    let (joined, remarks) = try files.joined(try options.read(), plan: plan)
    if let use = $output.file, let output {
      var bytes: [UInt8] = []
      joined.append(format: format, to: &bytes)
      // The joined lists of yesterday have become longer; what was typed into them since would be lost.
      try use.refuseToLose(bytes)
      var written = try ReplacedFile(output)
      try written.file.append(bytes)
      try written.commit()
      if output == "-" { return }
    }
    try context.print(table(joined, remarks))
    guard let output else {
      return context.remark(
        said(
          "Nothing was written; -o joined.csv writes the calls.",
          "Intet er skrevet; -o joined.csv skriver opkaldene."))
    }
    try context.print(("\n" + Phrase.written(output)).escapingAllButLineEnds)
  }

  /// Who has returned what.
  private func table(_ joined: JoinedCalls, _ remarks: [TableRemark]) -> TextTable {
    let missing = plan == nil ? [] : [TextTable.Column.number("In no list", "På ingen liste")]
    let (calls, lists) = (joined.calls.count, files.paths.count)
    var table = TextTable(
      [
        .text("Interviewer", "Interviewer"), .number("Calls", "Opkald"),
        .number("With an outcome", "Med udfald"), .number("Without", "Uden"),
      ] + missing,
      title: said(
        "\(calls) calls in \(lists) \(lists == 1 ? "list" : "lists")",
        "\(calls) opkald på \(lists) \(lists == 1 ? "liste" : "lister")"),
      notes: notes(joined) + remarks.map(\.sentence))
    func cells(_ name: String, _ shares: [JoinedCalls.Share]) -> [String] {
      let (calls, done) = (shares.reduce(0) { $0 + $1.calls }, shares.reduce(0) { $0 + $1.done })
      let row = [name, "\(calls)", "\(done)", "\(calls - done)"]
      return plan == nil ? row : row + ["\(shares.reduce(0) { $0 + $1.missing })"]
    }
    let shares = joined.shares
    for share in shares {
      table.append(
        cells(share.interviewer.isEmpty ? said("(no name)", "(uden navn)") : share.interviewer, [share]))
    }
    table.appendFooter(cells(Phrase.all, shares))
    return table
  }

  private func notes(_ joined: JoinedCalls) -> [String] {
    var notes: [String] = []
    for (calls, what) in [
      (joined.missing, said("in no list", "på ingen liste")),
      (joined.unplanned, said("not in the plan", "ikke i planen")),
    ]
    where !calls.isEmpty {
      let shown = calls.prefix(Self.mostShown).map { call in
        [call.practice, call.date?.description, call.slot?.label].compactMap(\.self).joined(separator: " ")
      }
      let rest = calls.count - shown.count
      let names = shown.joined(separator: "; ")
      notes.append(
        said(
          "\(calls.count) \(calls.count == 1 ? "call is" : "calls are") \(what): \(names)\(rest > 0 ? " and \(rest) more" : "").",
          "\(calls.count) opkald er \(what): \(names)\(rest > 0 ? " og \(rest) til" : "")."))
    }
    return notes
  }

  /// Calls that are named before the rest is counted.
  private static let mostShown = 5
}

extension TableRemark {
  /// The remark as a sentence below a table.
  var sentence: String {
    let line = said(lines.english, lines.danish)
    return "\(line.prefix(1).uppercased())\(line.dropFirst())."
  }
}
