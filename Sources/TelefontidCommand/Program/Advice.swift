import Files
import SurveyDesign
import Surveys
import Tables
import Terminal

/// What is said of a refusal besides: which file was meant, and which command to run next.
enum Advice {
  /// An error with the ways out of it.
  static func on(_ error: CommandError, of command: GivenCommand) -> CommandError {
    switch error.status {
    case .data: onData(error, command)
    case .noInput: onMissing(error, command)
    case .inputOutput where error.faults.contains { $0.message.hasSuffix("Bad file descriptor") }:
      error.trying("the same with '> FILE' in place of '>&-': standard output is closed")
    case .inputOutput:
      error.trying("free what is in the way, such as a full disk, then run the same command again")
    case .interrupted where !error.faults.contains { $0.message.contains("--resume") }:
      error.trying("run the same command again; it begins anew")
    case .cannotCreate where !error.faults.contains(where: \.namesAnotherPlace):
      error.trying("the same with another name for what is written")
    case .done, .usage, .internalFault, .cannotCreate, .interrupted: error
    }
  }

  // MARK: Files of another kind, or with faults

  private static func onData(_ error: CommandError, _ command: GivenCommand) -> CommandError {
    var error = error
    let scenarios = command.arguments.named(.scenario)
    let tables = command.arguments.named(.inputFile)
    if command.arguments.texts["--resume"] != nil {
      error = error.trying("the same without --resume, which begins anew")
    } else if command.name == "\(Program.name) \(MergeCommand.spec.name)" {
      error = error.trying("run that part again with the others' scenario, seed and version, then merge")
    }
    for file in files(error) where (scenarios + tables).contains(file) {
      let kind = FileKind(of: file)
      error = onColumn(error, file, command)
      if scenarios.contains(file) {
        if let kind, kind != .scenario { error = error.mistaking(file, kind, for: .scenario) }
      } else if kind == .scenario, !takesScenarios(command) {
        error = error.mistaking(file, .scenario, for: nil)
      } else if kind == .frame, !isCheck(command), command.arguments.parameter(of: file)?.form == .positional
      {
        error = error.mistaking(file, .frame, for: .calls)
      }
      if error.ways.isEmpty, let kind, kind != .workbook, !file.hasSuffix(Manifest.fileName),
        error.faults.contains(where: { $0.place?.file == file && $0.place?.line != nil && !$0.namesColumns })
      {
        error = error.trying(
          isCheck(command)
            ? "\(check(file))  # once it is mended" : "\(check(file))  # everything that is wrong with it")
      }
    }
    return error
  }

  /// An error about a column to group by that is not there, with where it may come from.
  private static func onColumn(_ error: CommandError, _ file: String, _ command: GivenCommand) -> CommandError
  {
    let columns = (command.arguments.texts["--by"] ?? []).flatMap { $0.split(separator: ",") }.map(
      String.init)
    let missing = columns.first { column in
      error.faults.contains {
        $0.place?.file == file && $0.message.hasPrefix("there is no column '\(column)'")
      }
    }
    guard let missing else { return error }
    guard let frame = command.arguments.texts["--frame"]?.first else {
      return error.trying("the same with --frame FRAME, a list of practices that has the column")
    }
    let others = KnownColumn.columns(named: missing).first?.tellingHeaders ?? []
    return error.suggesting(FileKind.header(of: frame)?.nearest(to: missing, or: others), for: file)
  }

  private static func check(_ file: String) -> String {
    "\(Program.name) \(CheckCommand.spec.name) \(file.asWord)"
  }

  private static func isCheck(_ command: GivenCommand) -> Bool {
    command.name == "\(Program.name) \(CheckCommand.spec.name)"
  }

  /// Commands whose files may be scenarios, too.
  private static func takesScenarios(_ command: GivenCommand) -> Bool {
    isCheck(command) || !command.arguments.named(.scenario).isEmpty
  }

  /// The files that faults name, each once.
  private static func files(_ error: CommandError) -> [String] {
    error.faults.compactMap(\.place?.file).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  // MARK: Files that are not there

  private static func onMissing(_ error: CommandError, _ command: GivenCommand) -> CommandError {
    var error = error
    let scenarios = command.arguments.named(.scenario)
    for file in files(error) {
      if scenarios.contains(file) || isCheck(command) && file.hasSuffix(".json") {
        if InputFile.isMissing(file) { error = error.suggesting(scenario(near: file), for: file) }
        error = error.trying("\(Program.name) scenarios  # what is shipped")
        error = error.trying("\(Program.name) init scenario -o mine.json  # one of your own")
      } else if InputFile.isMissing(file) {
        error = error.suggesting(neighbour(of: file), for: file)
        error = error.trying(InitCommand.way(for: file, command) ?? "ls \(folder(of: file).asWord)")
      } else if InputFile.exists("\(file)/\(Manifest.fileName)") {
        error = error.trying("\(Program.name) report \(file.asWord)")
        error = error.trying("the same with a file in it, such as \(file)/calls.csv")
      } else {
        error = error.trying("ls \(file.asWord)")
      }
    }
    return error
  }

  /// The folder of a file that is not there, or the nearest above it that is.
  private static func folder(of file: String) -> String {
    var folder = file
    while let slash = folder.lastIndex(of: "/") {
      folder = String(folder[..<slash])
      if !folder.isEmpty, !InputFile.isMissing(folder) { return folder + "/" }
      if folder.isEmpty { return "/" }
    }
    return "."
  }

  /// The shipped scenario, or the file beside, that a name most likely meant.
  private static func scenario(near name: String) -> String? {
    Suggestion.nearest(to: name, among: ShippedFiles.scenarios)
      ?? Suggestion.nearest(
        to: String(name.split(separator: "/").last ?? ""), among: ShippedFiles.scenarios.map { $0 + ".json" })
      ?? neighbour(of: name)
  }

  /// The file in the same folder whose name is nearest.
  private static func neighbour(of file: String) -> String? {
    let folder = folder(of: file)
    let name = folder == "." ? file : String(file.dropFirst(folder.count))
    let found = Suggestion.nearest(to: name, among: InputFile.names(in: folder).filter { !$0.hasPrefix(".") })
    return found.map { folder == "." ? $0 : folder + $0 }
  }
}

/// What a file that is read looks like.
enum FileKind: Equatable {
  case scenario, calls, frame, table, workbook

  /// The kind of a plain file, `nil` for one that is none of these or cannot be read.
  init?(of path: String) {
    guard path != "-",
      let head = try? CommandFiles.looking({ try InputFile.head(of: path, length: FileLook.length) })
    else {
      return nil
    }
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .workbook
      return
    }
    let text = head.drop { [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
    if text.first == UInt8(ascii: "{") || text.starts(with: "//".utf8) || text.starts(with: "/*".utf8) {
      self = .scenario
      return
    }
    guard let header = Self.header(head) else { return nil }
    let known = header.names.map { KnownColumn.columns(named: $0) }
    func has(_ column: KnownColumn) -> Bool { known.contains { $0.contains(column) } }
    if has(.disposition) || has(.reached) || has(.slot) {
      self = .calls
    } else if has(.practice) {
      self = .frame
    } else if header.names.count > 1 {
      self = .table
    } else {
      return nil
    }
  }

  /// The header of a table; `nil` of anything else.
  fileprivate static func header(of path: String) -> TableHeader? {
    (try? CommandFiles.looking { try InputFile.head(of: path, length: FileLook.length) }).flatMap(header)
  }

  private static func header(_ head: [UInt8]) -> TableHeader? {
    var options = CSVReadingOptions()
    options.requiresRows = false
    let line = head.prefix { $0 != UInt8(ascii: "\n") }
    return try? Table(Array(line), file: "", options: options).header
  }

  /// What it is, as the end of a sentence.
  fileprivate var words: String {
    switch self {
    case .scenario: "a scenario (JSON)"
    case .calls: "a table of calls"
    case .frame: "a list of practices"
    case .table: "a table"
    case .workbook: "a workbook (or another ZIP archive)"
    }
  }

  /// What to do with one.
  fileprivate func way(_ file: String) -> String? {
    switch self {
    case .scenario: "\(Program.name) simulate \(file.asWord)"
    case .calls: "\(Program.name) estimate \(file.asWord)"
    case .frame: "\(Program.name) draw --frame \(file.asWord) --first-date 2026-09-01 -o calls.csv"
    case .table, .workbook: nil
    }
  }
}

extension CommandError {
  /// The same with another way out, said once.
  fileprivate func trying(_ way: String) -> CommandError {
    var error = self
    if !ways.contains(way) { error.ways.append(way) }
    return error
  }

  /// The same with one fault for a file that is of another kind than the command reads, whatever was found in it.
  fileprivate func mistaking(_ file: String, _ kind: FileKind, for wanted: FileKind?) -> CommandError {
    var error = self
    let meant = wanted.map { $0.words } ?? "a table (CSV)"
    let fault = Fault("is \(kind.words); expected \(meant)", file: file)
    let place = faults.firstIndex { $0.place?.file == file } ?? 0
    error.faults.removeAll { $0.place?.file == file }
    error.faults.insert(fault, at: min(place, error.faults.count))
    return kind.way(file).map(error.trying) ?? error
  }

  /// The same with a name that was most likely meant behind the faults of a file that is not there.
  fileprivate func suggesting(_ name: String?, for file: String) -> CommandError {
    guard let name else { return self }
    var error = self
    for place in error.faults.indices where error.faults[place].place?.file == file {
      error.faults[place].message += ". Did you mean '\(name)'?"
    }
    return error
  }
}

extension Fault {
  /// Whether it says itself what to do about a place that cannot be written to.
  fileprivate var namesAnotherPlace: Bool {
    ["--force", "another", "elsewhere", "a folder inside it", "a file of its own"].contains {
      message.contains($0)
    }
  }

  /// Whether it says itself which columns there are, and how to name one.
  fileprivate var namesColumns: Bool { message.hasPrefix("there is no column '") }
}

extension String {
  /// The text as one word of a shell's command line.
  var asWord: String {
    let plain = utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "-_./,=:@%+".utf8.contains(byte)
        || byte >= 0x80
    }
    return plain && !isEmpty ? self : "'" + replacing("'", with: "'\\''") + "'"
  }
}
