import SurveyDesign
import Surveys
import Tables

/// Counts the cells of a call list that `draw` leaves empty and an interviewer has filled in.
struct FilledCells: TableConsumer {
  /// How many there are.
  private(set) var count = 0
  /// The columns that have one, in the order of the file.
  var columns: [String] { names.indices.filter { isFilled[$0] }.map { names[$0] } }

  private let list: CallList
  private let places: [String: Int]
  /// What the frame says of its practices, in the order of the list's columns.
  private let carried: [[String]]
  private var names: [String] = []
  private var isFilled: [Bool] = []
  private var origins: [Origin] = []
  private var practice: Int?

  /// Where the text of a column comes from.
  private enum Origin {
    /// `draw` fills it in every row.
    case drawn
    /// `draw` fills it where the frame does.
    case frame(Int)
    /// Only people fill it.
    case people
  }

  /// A counter for a file that a list would replace.
  init(replacedBy list: CallList) {
    self.list = list
    let frame = list.frame
    places = Dictionary(frame.practices.enumerated().map { ($1.id, $0) }) { first, _ in first }
    carried = frame.columnNames.filter { $0 != FrameColumn.practice.rawValue }
      .map { frame.values(of: $0) ?? [] }
  }

  mutating func begin(_ header: TableHeader, faults: inout TableFaults) {
    names = header.names
    isFilled = names.map { _ in false }
    practice = header.index(of: CallColumn.practice.rawValue)
    origins = names.indices.map { field in
      if let column = CallColumn.allCases.first(where: { header.index(of: $0.rawValue) == field }) {
        return Self.origin(of: column)
      }
      return list.columns.firstIndex { header.index(of: $0) == field }.map { .frame($0) } ?? .people
    }
  }

  mutating func take(_ row: TableRow, faults: inout TableFaults) {
    let place = practice.flatMap { places[row.trimmed($0)] }
    for (field, origin) in origins.enumerated() where !row.trimmed(field).isEmpty {
      switch origin {
      case .drawn: continue
      case .frame(let column):
        guard let place, carried[column][place].isEmpty else { continue }
      case .people: break
      }
      count += 1
      isFilled[field] = true
    }
  }

  private static func origin(of column: CallColumn) -> Origin {
    switch column {
    case .replication, .practice, .slot, .date, .round, .attempt, .due, .interviewer: .drawn
    case .dialled, .disposition, .waitSeconds: .people
    }
  }
}
