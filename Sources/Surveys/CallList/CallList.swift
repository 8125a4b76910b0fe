public import SurveyDesign
public import Tables

/// A call list for real interviewers: a drawn plan, with all that the frame says of each practice beside its calls.
///
/// It is a calls file whose dispositions are empty. Filled in by people, it is read as any other.
public struct CallList: Sendable {
  /// The calls by day, then by the instant they are due, then by practice.
  public let plan: CallPlan
  /// The practices, with the weights that the design gives them.
  public let frame: Frame
  /// How it was planned.
  public let planner: CallPlanner
  /// The names of the frame's columns as the list shows them, after those of every calls file.
  public let columns: [String]

  private let values: [[String]]

  /// Draws a list.
  ///
  /// - Parameters:
  ///   - planner: What is drawn.
  ///   - carried: The columns that the interviewers see; nil for those of the planner's frame. It has the same practices.
  ///   - seed: Where all random numbers come from.
  /// - Throws: `DesignFaults` when a weight would become too large for a frame.
  public init(_ planner: CallPlanner, carrying carried: Frame? = nil, seed: UInt64) throws {
    let frame = try planner.sampler.weighted(carried ?? planner.frame)
    precondition(frame.count == planner.frame.count, "the columns of the same practices")
    self.planner = planner
    self.frame = frame
    plan = planner.plan(seed: seed, replication: 0)
    let names = frame.columnNames.filter { $0 != FrameColumn.practice.rawValue }
    columns = Self.unambiguous(names)
    values = names.map { frame.values(of: $0) ?? [] }
    weightColumn = names.firstIndex(of: FrameColumn.weight.rawValue)
  }

  private let weightColumn: Int?

  /// The names, with `frame_` before each that a calls file has itself.
  private static func unambiguous(_ names: [String]) -> [String] {
    var known = Set(CallColumn.allCases.map(\.rawValue) + names.map { $0.lowercased() })
    let own = Set(CallColumn.allCases.map(\.rawValue))
    return names.map { name in
      guard own.contains(name.lowercased()) else { return name }
      var longer = "frame_\(name)"
      while !known.insert(longer.lowercased()).inserted { longer = "frame_\(longer)" }
      return longer
    }
  }

  /// Appends the list, or one interviewer's part of it, as the bytes of a calls file.
  ///
  /// Interviewers count from 0; `nil` is all of them.
  public func append(of interviewer: Int? = nil, format: TableFormat, to bytes: inout [UInt8]) {
    var writer = CallRecordWriter(format: format, extraColumns: columns)
    writer.header(to: &bytes)
    let mark = String(decoding: [format.decimalMark], as: UTF8.self)
    for call in plan.calls where interviewer.map({ $0 == call.interviewer }) ?? true {
      let extra = values.indices.map { column in
        let value = values[column][call.practiceIndex]
        // A spreadsheet that expects a decimal comma would take 2.5 for a day in May.
        return column == weightColumn ? value.split(separator: ".").joined(separator: mark) : value
      }
      writer.append(
        CallRecord(call, frame: planner.frame, slots: planner.slots), extra: extra, to: &bytes)
    }
  }
}
