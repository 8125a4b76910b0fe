public import Tables

/// A column that every `calls.csv` of ours has, by its name in the file.
public enum CallColumn: String, CaseIterable, Hashable, Sendable {
  /// The replication, from 0.
  case replication
  /// The practice's number.
  case practice
  /// The slot's label.
  case slot
  /// The day, ISO 8601.
  case date
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

  /// The column's meaning and rules, for a schema.
  public var column: Column {
    switch self {
    case .replication:
      Column(rawValue, .integer, "The replication, from 0; 0 in a real survey.", .init(minimum: .integer(0)))
    case .practice:
      Column(rawValue, .string, "The practice number (ydernummer), as in the frame.", .required)
    case .slot:
      Column(rawValue, .string, "The stretch of the day that the call stands for, such as 15:00-16:00.")
    case .date:
      Column(rawValue, .date, "The day of the call.")
    case .attempt:
      Column(
        rawValue, .integer, "Which attempt at the planned call this is, from 1.", .init(minimum: .integer(1)))
    case .due:
      Column(rawValue, .time, "When the call should have been dialled.")
    case .dialled:
      Column(rawValue, .time, "When the call was dialled; empty when it was not.")
    case .disposition:
      Column(
        rawValue, .string, "How the call ended; empty while it has not been made.",
        .init(enumeration: Disposition.allCases.map(\.rawValue)))
    case .waitSeconds:
      Column(
        rawValue, .number, "Seconds from dialling to the answer, or to giving up.",
        .init(minimum: .integer(0)))
    case .interviewer:
      Column(rawValue, .string, "Who rang: a number from 1 or a name.")
    }
  }
}

extension CallRecord {
  /// What `calls.csv` holds: the standard columns, then further ones as text.
  ///
  /// - Parameter extraColumns: such as the telephone numbers on a call list for interviewers.
  public static func schema(extraColumns: [String] = []) -> TableSchema {
    let further = extraColumns.map { Column($0, .string, "A further column of the frame.") }
    return TableSchema(name: "calls", columns: CallColumn.allCases.map(\.column) + further)
  }
}
