import Files
import Scenarios
import Studies
import Tables
import Terminal

/// `sweep`: what if, with the same random numbers in every cell.
struct SweepCommand: Command {
  @Argument("SCENARIO", "A scenario file; several are compared to the first.", readingEach: .scenarioFile)
  var files: [String]
  @Option(
    "vary", "PATH=V1,V2,…",
    "Values of a parameter to try, such as survey.attempts=1,2,6; commas in brackets or quotes divide nothing.",
    readingEach: .variation) var variations: [Variation]
  @Option("set", "PATH=VALUE", "Sets a parameter in every cell.", readingEach: .assignment) var assignments:
    [Assignment]
  @Option(.outputFolder(absent: "results/NAME-sweep")) var folder: String?
  @Option(
    "replications", "N", "How many surveys of each cell: a number, or an inclusive range FIRST-LAST.",
    reading: .replications, absent: "the first scenario's") var replications: Replications?
  @Option(.regions) var regions: Int
  @Option(
    "seed", "S", "What happens in every cell, by chance; practices.seed says in which region.",
    reading: .seed,
    absent: "the first scenario's") var seed: UInt64?
  @Option(.jobs) var jobs: Int
  @Options var parts: PartOptions
  @Option(
    "group", "GROUP",
    "A group to print, such as 15:00-16:00; without it, all calls together. Files hold every group.",
    readingEach: .text, changesResults: false) private var groups: [String]
  @Option(.csv) var format: TableFormat

  static let spec = CommandSpec(
    name: "sweep",
    summary: "Ask what if: compare scenarios under common random numbers.",
    discussion: """
      Simulates every combination of the values, and of the scenario files, with the same seed and the same replications, \
      and compares each cell to the first. What cells have in common draws the same numbers, so that differences are \
      known better than rates. The last parameter varies fastest.

      With --regions the same is done in so many regions, and the change in single regions is shown beside the mean.

      Ctrl-C keeps finished replications; --resume goes on from there. Parts that other machines made are put together by the \
      same command with --take. The bytes are the same in every case.
      """,
    examples: [
      .init(
        command:
          "telefontid sweep scenarios/midtjylland-2015.json --vary survey.attempts=1,2,6 --replications 200",
        purpose: "What redials do:"),
      .init(
        command:
          "telefontid sweep scenarios/midtjylland-2015.json scenarios/what-if-*.json --replications 200",
        purpose: "What remedies do:"),
    ])

  /// The groups that are printed.
  var shownGroups: [String] { groups.isEmpty ? ["all"] : groups }

  func validate(_ faults: inout [String]) {
    if variations.isEmpty, files.count == 1 {
      faults.append("nothing to compare: give '--vary PATH=V1,V2,…' or several scenarios")
    }
    let paths = variations.map(\.path)
    for path in paths where Self.common.contains(path) {
      faults.append("'--vary \(path)': all cells share it; give it with '--\(path)'")
    }
    for (index, path) in paths.enumerated() where paths[..<index].contains(path) {
      faults.append("'--vary \(path)' is given twice: name all its values at once")
    }
    var cells = files.count
    for variation in variations where cells <= Self.mostCells { cells *= variation.values.count }
    if cells > Self.mostCells { faults.append("more than \(Self.mostCells) cells: vary less at a time") }
  }

  /// Parameters that are the same in every cell, each also an option.
  private static let common = ["seed", "replications"]

  /// Cells of one sweep; a product of more is a slip of the keyboard.
  static let mostCells = 1000

  func run(in context: Context) async throws {
    var cells: [Cell] = []
    for file in files {
      for values in Variation.combinations(of: variations) {
        cells.append(try cell(file, values, baseline: cells.first?.study.scenario))
      }
    }
    guard let baseline = cells.first?.study.scenario else { return }
    try checkGroups(of: cells)
    let numbers = (replications ?? Replications(count: baseline.replications)).range
    let path = folder ?? "results/\(baseline.name)-sweep"
    try CommandFiles.refuseInputs(inFolder: path)
    let writer = SweepWriter(
      paths: variations.map(\.path), cells: cells, format: format, numbers: numbers,
      commandLine: context.commandLine)
    let sweep = Sweep(cells.map(\.regional))
    let known = try known(sweep, writer, in: path)
    let own = try parts.numbers(of: numbers)
    // Before the folder is begun, so that no signal leaves a begun one behind.
    Interruption.listen()
    let folder = try ResultFolder(replacing: path)

    let missing = known.done.missing(in: own).reduce(0) { $0 + $1.count }
    var progress = context.progressLine(
      of: missing * cells.count * regions, unit: said("surveys", "undersøgelser"))
    var done = 0
    let result = try await sweep.run(own, knowing: known, jobs: jobs, until: { Interruption.isRequested }) {
      done += 1
      progress.show(done: done)
    }
    progress.finish()
    guard result.replications > 0 else {
      throw CommandError.interrupted(
        "stopped before every cell had finished its first replications; nothing was written")
    }
    try writer.commit(result, to: folder)
    guard result.done.missing(in: own).isEmpty else {
      throw CommandError.interrupted(
        "stopped after \(result.replications) of \(numbers.count) replications of every cell; they are kept in \(path): "
          + "the same command with --resume goes on from there")
    }
    guard result.done.missing(in: numbers).isEmpty else {
      return try context.print(
        said(
          "\(result.replications) of \(numbers.count) replications of every cell: the others are in other parts.\n",
          "\(result.replications) af \(numbers.count) gentagelser af hver celle: De andre er i andre dele.\n")
          + Phrase.written(path))
    }
    try context.print(SweepText(result: result, labels: cells.map(\.label), groups: shownGroups).table)
    try context.print("\n" + Phrase.written(path))
  }

  /// The replications of folders that this command wrote.
  private func known(_ sweep: Sweep, _ writer: SweepWriter, in path: String) throws -> SweepResult {
    var known = sweep.nothing
    try parts.take(
      of: writer.manifest, writing: path,
      checking: { folder in
        guard folder.digest(of: SweepWriter.cells) == writer.digestOfCells else {
          throw CommandError.data([Fault("is of other cells than this run", file: folder.path)])
        }
      }
    ) { try known.add($0) }
    return known
  }

  /// A cell, with the seed of the first, and in its region unless the cell names another.
  private func cell(_ file: String, _ values: [String], baseline: Scenario?) throws -> Cell {
    let varied = zip(variations, values).map { Assignment(path: $0.path, value: $1) }
    var scenario: Scenario
    do {
      scenario = try ScenarioLoader.scenario(
        file, assignments: assignments + varied, seed: seed ?? baseline?.seed)
      if let baseline, !scenario.namesRegion { scenario.regionSeed = baseline.regionSeed }
    } catch let found as ScenarioFaults {
      throw ScenarioFaults(found.faults.map { Self.fault($0, of: varied) })
    }
    let words = varied.map { "\($0.path)=\($0.value)" }
    return Cell(
      regional: try ScenarioLoader.study(scenario, regions: regions, file: file), values: values,
      label: ((files.count > 1 || words.isEmpty ? [scenario.name] : []) + words).joined(separator: " "))
  }

  /// A fault as the command line has it: what is varied was never typed behind `--set`.
  private static func fault(_ fault: ScenarioFault, of varied: [Assignment]) -> ScenarioFault {
    var fault = fault
    for one in varied where fault.file == "--set \(one.path)=\(one.value)" {
      fault.file = "--vary \(one.path)=\(one.value)"
    }
    return fault
  }

  /// Refuses groups to print that no cell has.
  private func checkGroups(of cells: [Cell]) throws {
    var known: [String] = []
    for label in cells.flatMap({ $0.study.groups.map(\.label) }) where !known.contains(label) {
      known.append(label)
    }
    let unknown = shownGroups.filter { !known.contains($0) }
    guard !unknown.isEmpty else { return }
    throw CommandError(
      .usage,
      unknown.map { group in
        let near = Suggestion.nearest(to: group, among: known)
        let hint = near.map { "Did you mean '\($0)'?" } ?? "There are \(known.joined(separator: ", "))."
        return Fault("'--group': no scenario has a group '\(group)'. \(hint)")
      })
  }

  /// One combination of values, ready to run.
  struct Cell: Sendable {
    var regional: RegionalStudy
    /// The study of its first region.
    var study: Study { regional.first }
    var values: [String]
    var label: String
  }
}

/// One `PATH=V1,V2,…` of the command line.
struct Variation: Equatable, Sendable {
  var path: String
  var values: [String]

  /// Every choice of one value each; the last varies fastest.
  static func combinations(of variations: [Variation]) -> [[String]] {
    variations.reduce([[]]) { known, variation in
      known.flatMap { values in variation.values.map { values + [$0] } }
    }
  }

  /// The values between the commas that stand outside brackets and quotes.
  static func divide(_ text: some StringProtocol) -> [String] {
    var parts = [""]
    var depth = 0
    var quote: Character?
    var isEscaped = false
    for character in text {
      if character == ",", depth == 0, quote == nil {
        parts.append("")
        continue
      }
      parts[parts.count - 1].append(character)
      if isEscaped {
        isEscaped = false
      } else if let mark = quote {
        if character == "\\" { isEscaped = true }
        if character == mark { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "[" || character == "{" {
        depth += 1
      } else if character == "]" || character == "}" {
        depth -= 1
      }
    }
    return parts
  }
}

extension ValueReader where Value == Variation {
  /// `PATH=V1,V2,…`, divided at the first equals sign and at commas outside brackets and quotes.
  static let variation = ValueReader(
    expecting: "PATH=V1,V2,… with a value before and after every comma", naming: .scenarioKey
  ) {
    text in
    guard let sign = text.firstIndex(of: "="), sign != text.startIndex else { return nil }
    let values = Variation.divide(text[text.index(after: sign)...])
    guard values.allSatisfy({ !$0.isEmpty }) else { return nil }
    return Variation(path: String(text[..<sign]), values: values)
  }
}
