import SurveyDesign
import Surveys
import Terminal

/// How a file of real calls is read and grouped: the options that `estimate`, `evaluate` and `compare` share.
struct RealSurveyOptions: Sendable {
  static let calls = Parameter<[String]>.positionals(
    "CALLS", "The calls file, CSV, or the lists of several interviewers, put together as join does.",
    reading: .inputFile)
  static let frame = Parameter<String?>.option(
    "frame", "FRAME", "The list of all practices, CSV: its columns group, its weights and strata count.",
    reading: .inputFile)
  static let by = Parameter<[[String]]>.options(
    "by", "COLUMN", "Groups by slot, or by a column of either file; A,B crosses two.",
    reading: .list(of: .text))
  static let reached = Parameter<[ReachedDefinition]>.options(
    "reached", "DEFINITION",
    "What counts as reached: agreement, person, person-within=SECONDS or NAME=DISPOSITION,…[,within=SECONDS].",
    reading: .reachedDefinition)
  static let pool = Parameter<[Slot]>.options(
    "pool", "FROM-TO", "Also takes the slots of a longer stretch together, such as 13:00-15:00.",
    reading: .stretch)
  static let slots = Parameter<[Slot]?>.option(
    "slots", "FROM-TO,…", "Other slots than the file's: those in which its own lie, or else their times.",
    reading: .list(of: .stretch), absent: "whole hours")
  static let columns = Parameter<[[NamedColumn]]>.options(
    "columns", "OURS=THEIRS,…", "What the file calls its columns, such as practice=Ydernummer,slot=Tidsrum.",
    reading: .list(of: .namedColumn))
  static let dispositions = Parameter<String?>.option(
    "dispositions", "FILE", "What the file's codes mean: a CSV with the columns code and disposition.",
    reading: .inputFile)
  static let replication = Parameter<Int?>.option(
    "replication", "N", "Of a file of simulated surveys, the one to look at.",
    reading: .integer(in: 0...1_000_000_000), absent: "all")

  static let invalid = Parameter<InvalidCalls?>.option(
    "invalid", "HOW",
    "Where there are strata, whether calls that are not valid are made good by the others of their stratum.",
    reading: .choice, absent: "made-good, unless the calls file has weights of its own")

  /// The options in the order in which help lists them.
  static let specs = [
    frame.spec, by.spec, reached.spec, pool.spec, slots.spec, columns.spec, dispositions.spec,
    replication.spec, invalid.spec,
  ]

  var frameFile: String?
  var by: [[String]]
  var definitions: [ReachedDefinition]
  var stretches: [Slot]
  var slots: [Slot]?
  var columns: [NamedColumn]
  var dispositionsFile: String?
  var replication: Int?
  var invalidCalls: InvalidCalls?

  init(_ arguments: inout Arguments) {
    frameFile = arguments.take(Self.frame)
    by = arguments.take(Self.by)
    definitions = arguments.take(Self.reached)
    stretches = arguments.take(Self.pool)
    slots = arguments.take(Self.slots)
    columns = Self.takeColumns(&arguments)
    dispositionsFile = arguments.take(Self.dispositions)
    replication = arguments.take(Self.replication)
    invalidCalls = arguments.take(Self.invalid)
    rejectRepetitions(&arguments)
    for (place, definition) in definitions.enumerated()
    where definitions[..<place].contains(where: { $0.name == definition.name }) {
      arguments.reject("'--reached \(definition.name)' is given twice")
    }
    for (slot, next) in zip((slots ?? []).sorted(), (slots ?? []).sorted().dropFirst())
    where slot.overlaps(next) {
      arguments.reject("'--slots': \(slot) and \(next) overlap")
    }
  }

  /// Refuses groups that would be written twice.
  private func rejectRepetitions(_ arguments: inout Arguments) {
    let groupings = by.isEmpty ? [] : groupings
    for (place, columns) in groupings.enumerated() {
      if groupings[..<place].contains(columns) {
        arguments.reject("'--by \(by[place].joined(separator: ","))' is given twice; leave one out")
      }
      if Set(columns).count < columns.count {
        arguments.reject("'--by \(by[place].joined(separator: ","))' crosses a column with itself")
      }
    }
    for (place, stretch) in stretches.enumerated() where stretches[..<place].contains(stretch) {
      arguments.reject("'--pool \(stretch)' is given twice; leave one out")
    }
  }

  /// Takes `--columns`, and refuses one column of ours with two names and two of ours with one.
  static func takeColumns(_ arguments: inout Arguments) -> [NamedColumn] {
    let columns = arguments.take(Self.columns).flatMap { $0 }
    for (place, column) in columns.enumerated() {
      let earlier = columns[..<place]
      if earlier.contains(where: { $0.ours == column.ours }) {
        arguments.reject("'--columns' names '\(column.ours)' twice")
      } else if let other = earlier.first(where: { $0.theirs.lowercased() == column.theirs.lowercased() }) {
        arguments.reject(
          "'--columns' names '\(column.theirs)' as both '\(other.ours)' and '\(column.ours)'; it can be one of them"
        )
      }
      // Two of the calls' own columns: without a name of its own the other would be found under this one.
      if let own = SurveyColumn(rawValue: column.theirs.lowercased()), own.rawValue != column.ours,
        SurveyColumn(rawValue: column.ours) != nil, !columns.contains(where: { $0.ours == own.rawValue })
      {
        arguments.reject(
          "'--columns \(column.ours)=\(column.theirs)' takes the column of '\(own.rawValue)'; say which that is with \(own.rawValue)=NAME"
        )
      }
    }
    return columns
  }

  /// The files that are read besides the calls.
  var files: [FileUse] {
    [
      frameFile.map { FileUse(Self.frame.spec, $0) },
      dispositionsFile.map { FileUse(Self.dispositions.spec, $0) },
    ]
    .compactMap { $0 }
  }

  /// What each column that we know is called in the calls file.
  var callColumnNames: SurveyColumnNames { Self.callColumnNames(columns) }

  /// The same for the pairs of `--columns`.
  static func callColumnNames(_ columns: [NamedColumn]) -> SurveyColumnNames {
    var names = SurveyColumnNames()
    for column in columns {
      if let known = SurveyColumn(rawValue: column.ours) { names.set(known, to: column.theirs) }
    }
    return names
  }

  /// What the columns of a frame are called, for the pairs of `--columns`.
  static func frameColumnNames(_ columns: [NamedColumn]) -> [FrameColumn: String] {
    let named = columns.compactMap { column in FrameColumn(rawValue: column.ours).map { ($0, column.theirs) }
    }
    return Dictionary(named) { first, _ in first }
  }

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

/// One `OURS=THEIRS` of `--columns`.
struct NamedColumn: Equatable, Sendable {
  var ours: String
  var theirs: String

  /// Whether calls have it only as a copy of a frame's column.
  var isOfFrameOnly: Bool { FrameColumn(rawValue: ours) != nil && SurveyColumn(rawValue: ours) == nil }

  /// The names that stand on the left side: the columns of calls and those of a frame.
  static let known =
    SurveyColumn.allCases.map(\.rawValue)
    + FrameColumn.allCases.map(\.rawValue).filter { SurveyColumn(rawValue: $0) == nil }
}

extension ValueReader where Value == NamedColumn {
  /// One of our column names and the file's.
  static let namedColumn = ValueReader(
    expecting: "NAME=HEADER, where NAME is one of \(NamedColumn.known.joined(separator: ", "))"
  ) { text in
    guard let assignment = ValueReader<Assignment>.assignment.read(text), !assignment.value.isEmpty,
      NamedColumn.known.contains(assignment.path)
    else { return nil }
    return NamedColumn(ours: assignment.path, theirs: assignment.value)
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
    expecting: "agreement, person, person-within=SECONDS or NAME=DISPOSITION,…[,within=SECONDS]"
  ) { try? ReachedDefinition(parsing: $0) }
}
