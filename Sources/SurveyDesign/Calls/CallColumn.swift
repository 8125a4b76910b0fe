package import Tables

/// A column that a `calls.csv` of ours has, by its name in the file.
package enum CallColumn: String, CaseIterable, Equatable, Sendable {
  /// The replication, from 0.
  case replication
  /// The practice's number.
  case practice
  /// The slot's label.
  case slot
  /// The day, ISO 8601.
  case date
  /// Which round of the survey, from 1; only surveys of several rounds have the column.
  case round
  /// Which attempt at the planned call, from 1.
  case attempt
  /// When the call should have been dialled.
  case due
  /// When the call was dialled.
  case dialled
  /// How the call ended, one of sixteen words.
  case disposition
  /// Seconds from dialling to the answer, or to giving up.
  case waitSeconds = "wait_seconds"
  /// Who rang.
  case interviewer

  /// The columns of a file in their order.
  ///
  /// - Parameter rounds: Whether the survey has several.
  package static func columns(rounds: Bool) -> [CallColumn] { allCases.filter { rounds || $0 != .round } }

  /// What the column holds, and its value in a record.
  var column: RowColumn<CallRecord> {
    switch self {
    case .replication:
      RowColumn(
        rawValue, .integer, "The replication, from 0; 0 in a real survey.", .init(minimum: .integer(0))
      ) { .integer($0.replication) }
    case .practice: .text(rawValue, "The practice number (ydernummer), as in the frame.") { $0.practice }
    case .slot:
      .optionalText(rawValue, "The stretch of the day that the call stands for, such as 15:00-16:00.") {
        $0.slot?.label
      }
    case .date: RowColumn(rawValue, .date, "The day of the call.") { .text($0.date?.description) }
    case .round:
      RowColumn(
        rawValue, .integer, "Which round of the survey this is, from 1.", .init(minimum: .integer(1))
      ) { .integer($0.round) }
    case .attempt:
      RowColumn(
        rawValue, .integer, "Which attempt at the planned call this is, from 1.", .init(minimum: .integer(1))
      ) { .integer($0.attempt) }
    case .due:
      RowColumn(rawValue, .time, "When the call should have been dialled.") { .text($0.due?.description) }
    case .dialled:
      RowColumn(rawValue, .time, "When the call was dialled; empty when it was not.") {
        .text($0.dialled?.description)
      }
    case .disposition:
      RowColumn(
        rawValue, .string, "How the call ended; empty while it has not been made.",
        .init(enumeration: Disposition.allCases.map(\.rawValue))
      ) { .text($0.disposition?.rawValue) }
    case .waitSeconds:
      .number(rawValue, "Seconds from dialling to the answer, or to giving up.", .positive) {
        $0.waitSeconds
      }
    case .interviewer:
      .optionalText(rawValue, "Who rang: a number from 1 or a name.") { $0.interviewer }
    }
  }
}

extension CallRecord {
  /// What `calls.csv` holds: the standard columns, then further ones as text.
  ///
  /// - Parameters:
  ///   - extraColumns: such as the telephone numbers on a call list for interviewers.
  ///   - rounds: whether the survey has several, and the file a column for them.
  package static func schema(extraColumns: [String] = [], rounds: Bool = false) -> TableSchema {
    let further = extraColumns.map { Column($0, .string, "A further column of the frame.") }
    return TableSchema(
      name: "calls", columns: CallColumn.columns(rounds: rounds).map(\.column.column) + further)
  }
}
