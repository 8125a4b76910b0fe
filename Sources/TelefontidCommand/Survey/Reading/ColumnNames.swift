import SurveyDesign
import Surveys
import Terminal

/// `--columns`: what a file calls its columns.
struct ColumnNames: OptionGroup {
  @Option(
    "columns", "OURS=THEIRS,…", "What the file calls its columns, such as practice=Ydernummer,slot=Tidsrum.",
    readingEach: .list(of: .namedColumn))
  private var lists: [[NamedColumn]]

  var columns: [NamedColumn] { lists.flatMap { $0 } }

  /// The option as it would be typed again; nothing where it was not given.
  var words: [String] {
    let names = columns.map { "\($0.ours)=\($0.theirs.contains(",") ? "\"\($0.theirs)\"" : $0.theirs)" }
    return names.isEmpty ? [] : ["--columns", names.joined(separator: ",").asWord]
  }

  /// Refuses one column of ours with two names and two of ours with one.
  func validate(_ faults: inout [String]) {
    for (place, column) in columns.enumerated() {
      let earlier = columns[..<place]
      if earlier.contains(where: { $0.ours == column.ours }) {
        faults.append("'--columns' names '\(column.ours)' twice")
      } else if let other = earlier.first(where: { $0.theirs.lowercased() == column.theirs.lowercased() }) {
        faults.append(
          "'--columns' names '\(column.theirs)' as both '\(other.ours)' and '\(column.ours)'; it can be one of them"
        )
      }
      // Two of the calls' own columns: without a name of its own the other would be found under this one.
      if let own = SurveyColumn(rawValue: column.theirs.lowercased()), own.rawValue != column.ours,
        SurveyColumn(rawValue: column.ours) != nil, !columns.contains(where: { $0.ours == own.rawValue })
      {
        faults.append(
          "'--columns \(column.ours)=\(column.theirs)' takes the column of '\(own.rawValue)'; say which that is with \(own.rawValue)=NAME"
        )
      }
    }
  }

  /// What each column that we know is called in the calls file.
  var ofCalls: SurveyColumnNames {
    var names = SurveyColumnNames()
    for column in columns {
      if let known = SurveyColumn(rawValue: column.ours) { names.set(known, to: column.theirs) }
    }
    return names
  }

  /// What the columns of a frame are called.
  var ofFrame: [FrameColumn: String] {
    let named = columns.compactMap { column in
      FrameColumn(rawValue: column.ours).map { ($0, column.theirs) }
    }
    return Dictionary(named) { first, _ in first }
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
