import SurveyDesign
import Surveys
import Terminal

/// How a file of real calls is read and grouped: the options that `estimate`, `evaluate` and `compare` share.
struct RealSurveyOptions: OptionGroup {
  @Option(.frame) var frameFile: String?
  @Option(
    "by", "COLUMN", "Groups by slot, or by a column of either file; A,B crosses two.",
    readingEach: .list(of: .text))
  var by: [[String]]
  @Option(
    "reached", "DEFINITION",
    "What counts as reached: agreement or person, with -within=SECONDS behind it or without, or NAME=DISPOSITION,…[,within=SECONDS].",
    readingEach: .reachedDefinition)
  var definitions: [ReachedDefinition]
  @Option(
    "pool", "FROM-TO", "Also takes the slots of a longer stretch together, such as 13:00-15:00.",
    readingEach: .stretch)
  var stretches: [Slot]
  @Option(
    "slots", "FROM-TO,…", "Other slots than the file's: those in which its own lie, or else their times.",
    reading: .list(of: .stretch), absent: "whole hours")
  var slots: [Slot]?
  @Options var columnNames: ColumnNames
  @Option(.dispositions) var dispositionsFile: String?
  @Option(
    "replication", "N", "Of a file of simulated surveys, the one to look at.",
    reading: .integer(in: 0...1_000_000_000), absent: "all")
  var replication: Int?
  @Option(
    "invalid", "HOW",
    "Where there are strata, whether calls that are not valid are made good by the others of their stratum.",
    reading: .choice, absent: "made-good, unless the calls file has weights of its own")
  var invalidCalls: InvalidCalls?
  @Option(
    "rake", "COLUMN,…", "Fits weights to the frame's numbers of practices, or patients, by these columns.",
    reading: .list(of: .text))
  var rake: [String]?

  func validate(_ faults: inout [String]) {
    rejectRepetitions(&faults)
    for (place, definition) in definitions.enumerated()
    where definitions[..<place].contains(where: { $0.name == definition.name }) {
      faults.append("'--reached \(definition.name)' is given twice")
    }
    for (slot, next) in zip((slots ?? []).sorted(), (slots ?? []).sorted().dropFirst())
    where slot.overlaps(next) {
      faults.append("'--slots': \(slot) and \(next) overlap")
    }
  }

  /// Refuses groups that would be written twice.
  private func rejectRepetitions(_ faults: inout [String]) {
    let groupings = by.isEmpty ? [] : groupings
    for (place, columns) in groupings.enumerated() {
      if groupings[..<place].contains(columns) {
        faults.append("'--by \(by[place].joined(separator: ","))' is given twice; leave one out")
      }
      if Set(columns).count < columns.count {
        faults.append("'--by \(by[place].joined(separator: ","))' crosses a column with itself")
      }
    }
    for (place, column) in (rake ?? []).enumerated() where rake?[..<place].contains(column) ?? false {
      faults.append("'--rake' names '\(column)' twice; leave one out")
    }
    for (place, stretch) in stretches.enumerated() where stretches[..<place].contains(stretch) {
      faults.append("'--pool \(stretch)' is given twice; leave one out")
    }
  }

  /// The files that are read besides the calls.
  var files: [FileUse?] { [$frameFile.file, $dispositionsFile.file] }

  /// What the file calls its columns.
  var columns: [NamedColumn] { columnNames.columns }

  /// The columns to group by, where the file's own name for the slot means the slot; by slot unless anything is said.
  var groupings: [[String]] {
    let theirs = columns.first { $0.ours == SurveyColumn.slot.rawValue }?.theirs.lowercased()
    let named = by.map { columns in
      columns.map { name in
        let isSlot = name.lowercased() == theirs || KnownColumn.columns(named: name).contains(.slot)
        return isSlot ? SurveyColumn.slot.rawValue : name
      }
    }
    return named.isEmpty ? [[SurveyColumn.slot.rawValue]] : named
  }
}

extension ValueReader where Value == Slot {
  /// A stretch of the day.
  static let stretch = ValueReader(expecting: "a stretch of the day, such as 13:00-15:00") {
    try? Slot(parsing: $0)
  }
}

extension ValueReader where Value == ReachedDefinition {
  /// A built-in definition or one of the user's own.
  static let reachedDefinition = ValueReader(
    expecting:
      "agreement, person, either with -within=SECONDS behind it, or NAME=DISPOSITION,…[,within=SECONDS]",
    naming: .words(ReachedDefinition.builtInWords), suggest: ReachedDefinition.nearest
  ) { try? ReachedDefinition(parsing: $0) }
}

extension ReachedDefinition {
  /// How a built-in definition begins on the command line.
  fileprivate static let builtInWords = [agreement.name, person.name, "\(person.name)-within="]

  /// The definition that a mistyped one most likely meant: a built-in one, or the same with the nearest dispositions.
  fileprivate static func nearest(to text: String) -> String? {
    guard let sign = text.firstIndex(of: "=") else {
      return Suggestion.nearest(to: text, among: builtInWords.dropLast() + ["\(person.name)-within=120"])
    }
    let (name, list) = (text[..<sign], text[text.index(after: sign)...])
    if Suggestion.nearest(to: String(name), among: ["\(person.name)-within"]) != nil, Double(list) != nil {
      return "\(person.name)-within=\(list)"
    }
    let items = list.split(separator: ",", omittingEmptySubsequences: false).map { item in
      item.hasPrefix("within=") || (try? Disposition(parsing: item)) != nil
        ? String(item) : Suggestion.nearest(to: String(item), among: Disposition.allCases.map(\.rawValue))
    }
    guard !items.contains(nil) else { return nil }
    let meant = "\(name)=\(items.compactMap(\.self).joined(separator: ","))"
    return (try? ReachedDefinition(parsing: meant)) == nil ? nil : meant
  }
}

extension Option where Value == String? {
  /// `--frame`: the list of all practices.
  static var frame: Option {
    Option(
      "frame", "FRAME", "The list of all practices, CSV: its columns group, its weights and strata count.",
      reading: .inputFile)
  }

  /// `--dispositions`: what the codes of a file mean.
  static var dispositions: Option {
    Option(
      "dispositions", "FILE", "What the file's codes mean: a CSV with the columns code and disposition.",
      reading: .inputFile)
  }
}

extension Argument where Value == [String] {
  /// The calls of one survey.
  static var calls: Argument {
    Argument(
      "CALLS", "The calls file, CSV, or the lists of several interviewers, put together as join does.",
      readingEach: .inputFile)
  }
}
