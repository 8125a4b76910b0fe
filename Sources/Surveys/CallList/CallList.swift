package import SurveyDesign
package import Tables

/// A call list for real interviewers: a drawn plan, with all that the frame says of each practice beside its calls.
///
/// It is a calls file whose dispositions are empty. Filled in by people, it is read as any other.
package struct CallList: Sendable {
  /// How a list is laid out.
  package enum Layout: Equatable, Sendable {
    /// As a calls file: its columns in their order, then the frame's.
    case data
    /// For people who ring: when, whom and which number first, then what they fill in, and what only the analysis needs last; with our
    /// names of columns.
    case english
    /// The same with Danish headers.
    case danish
  }

  /// The calls by day, then by the instant they are due, then by practice.
  package let plan: CallSchedule
  /// The practices, with the weights that the design gives them.
  package let frame: Frame
  /// How it was planned.
  package let planner: CallPlanner
  /// The interviewers' names, by their places in the team.
  package let interviewers: [String]
  /// The round that it is for, from 1.
  package let round: Int
  /// The names of the frame's columns as the list shows them, after those of every calls file.
  package let columns: [String]

  private let values: [[String]]
  private let weightColumn: Int?

  /// Draws a list.
  ///
  /// - Parameters:
  ///   - planner: What is drawn.
  ///   - carried: The columns that the interviewers see; nil for those of the planner's frame. It has the same practices.
  ///   - interviewers: The interviewers' names, as many as the planner has; nil for 1, 2, ….
  ///   - seed: Where all random numbers come from.
  ///   - later: A later round and what it rings; nil for the first round.
  /// - Throws: `DesignFaults` when a weight would become too large for a frame.
  package init(
    _ planner: CallPlanner, carrying carried: Frame? = nil, interviewers: [String]? = nil, seed: UInt64,
    later: (round: SurveyRound, number: Int, open: [OpenCall])? = nil
  ) throws {
    let frame = try planner.sampler.weighted(carried ?? planner.frame)
    precondition(frame.count == planner.frame.count, "the columns of the same practices")
    precondition(interviewers.map { $0.count == planner.interviewers } ?? true, "a name for each interviewer")
    self.planner = planner
    self.frame = frame
    self.interviewers = interviewers ?? (1...planner.interviewers).map { "\($0)" }
    round = later?.number ?? 1
    if let later {
      plan = CallSchedule(
        replication: 0, sample: planner.sampler.draw(seed: seed, replication: 0),
        calls: planner.plan(later.round, number: later.number, open: later.open, seed: seed, replication: 0))
    } else {
      plan = planner.plan(seed: seed, replication: 0)
    }
    let names = frame.columnNames.filter { $0 != FrameColumn.practice.rawValue }
    columns = Self.unambiguous(names)
    values = names.map { frame.values(of: $0) ?? [] }
    weightColumn = names.firstIndex(of: FrameColumn.weight.rawValue)
  }

  /// The names, with `frame_` before each that would be read as one of a calls file's own columns.
  private static func unambiguous(_ names: [String]) -> [String] {
    let own = Set(SurveyColumn.allCases.map(\.rawValue)).subtracting([SurveyColumn.practice.rawValue])
    var known = Set(CallColumn.allCases.map(\.rawValue) + names.map { $0.lowercased() })
    return names.map { name in
      let meanings = KnownColumn.columns(named: name).map(\.rawValue)
      guard meanings.contains(where: own.contains) || name.lowercased() == CallColumn.practice.rawValue else {
        return name
      }
      var longer = "frame_\(name)"
      while !known.insert(longer.lowercased()).inserted { longer = "frame_\(longer)" }
      return longer
    }
  }

  /// Appends the list, or one interviewer's part of it, as the bytes of a calls file.
  ///
  /// Interviewers count from 0; `nil` is all of them.
  package func append(
    of interviewer: Int? = nil, layout: Layout = .data, format: TableFormat, to bytes: inout [UInt8]
  ) {
    let columns = listColumns(layout)
    var writer = CSVWriter(format: format)
    writer.header(columns.map(\.name), to: &bytes)
    let mark = String(decoding: [format.decimalMark], as: UTF8.self)
    for call in plan.calls where interviewer.map({ $0 == call.interviewer }) ?? true {
      for column in columns { writer.field(text(column.content, of: call, mark: mark), to: &bytes) }
      writer.endRow(to: &bytes)
    }
  }
}

extension CallList {
  /// Where the text of a column comes from.
  enum Content: Equatable {
    /// The call itself; empty where the interviewer fills it in.
    case call(CallColumn)
    /// The frame, by the place among ``CallList/columns``.
    case frame(Int)
    /// What the interviewer wants to say.
    case remark
  }

  private typealias ListColumn = (name: String, content: Content)

  /// The columns of a layout in their order.
  private func listColumns(_ layout: Layout) -> [ListColumn] {
    let frame = columns.indices.map { Content.frame($0) }
    switch layout {
    case .data:
      return CallColumn.columns(rounds: round > 1).map { ($0.rawValue, .call($0)) }
        + zip(columns, frame).map { ($0, $1) }
    case .english, .danish:
      let first: [Content] = [.call(.date), .call(.due), .call(.slot), .call(.practice)]
      let whom = [place(of: .practiceName), place(of: .telephone)].compactMap(\.self).map(Content.frame)
      let filled: [Content] =
        [
          .call(.dialled), .call(.disposition), .call(.waitSeconds),
          place(of: .remark).map { .frame($0) } ?? .remark,
        ] + (round > 1 ? [.call(.round)] : []) + [.call(.attempt), .call(.interviewer)]
      let shown = first + whom + filled
      return (shown + frame.filter { !shown.contains($0) }).map { (name(of: $0, in: layout), $0) }
    }
  }

  /// Whether the frame has a column under one of the headers that people give it.
  package func hasColumn(_ column: KnownColumn) -> Bool { place(of: column) != nil }

  /// Where a column of the frame stands among ``columns``, by the headers that people give it.
  private func place(of column: KnownColumn) -> Int? {
    var faults = TableFaults(file: "")
    return TableHeader(columns).index(of: column, faults: &faults)
  }

  private func name(of content: Content, in layout: Layout) -> String {
    let known: KnownColumn?
    switch content {
    case .call(let column): known = KnownColumn(rawValue: column.rawValue)
    case .remark: known = .remark
    case .frame(let place):
      // Only the standard columns of a frame are ours to name.
      guard FrameColumn(rawValue: columns[place]) != nil else { return columns[place] }
      known = KnownColumn(rawValue: columns[place])
    }
    guard let known else { return "" }
    return layout == .danish ? known.danishHeader : known.rawValue
  }

  private func text(_ content: Content, of call: PlannedCall, mark: String) -> String? {
    switch content {
    case .call(let column): return text(column, of: call)
    case .remark: return nil
    case .frame(let column):
      let value = values[column][call.practiceIndex]
      // A spreadsheet that expects a decimal comma would take 2.5 for a day in May.
      return column == weightColumn ? value.split(separator: ".").joined(separator: mark) : value
    }
  }

  private func text(_ column: CallColumn, of call: PlannedCall) -> String? {
    switch column {
    case .replication: "0"
    case .practice: frame.practices[call.practiceIndex].id
    case .slot: planner.slots.slots[call.slotIndex].label
    case .date: call.date.description
    case .round: "\(round)"
    case .attempt: "\(call.attempt)"
    case .due: call.due.description
    case .interviewer: interviewers[call.interviewer]
    case .dialled, .disposition, .waitSeconds: nil
    }
  }

  /// What the frame says of a call's practice under a header that people give it, such as its telephone number; empty for nothing.
  package func text(_ column: KnownColumn, of call: PlannedCall) -> String {
    place(of: column).map { values[$0][call.practiceIndex] } ?? ""
  }
}
