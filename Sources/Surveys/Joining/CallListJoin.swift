package import SurveyDesign
package import Tables

/// Puts the lists of several interviewers and rounds together, by the names of their columns.
///
/// A call that stands in several lists, as when everybody got the whole list, is one: the row with its outcome counts, and what
/// another has besides is added to it. Two outcomes of one attempt, or two texts in one of its cells, are a fault that names both places.
///
/// ```swift
/// var join = CallListJoin()
/// for file in files { try join.read(bytes(of: file), file: file) }
/// let joined = try join.joined()
/// ```
package struct CallListJoin: Sendable {
  /// What is known of the lists beforehand.
  package struct Options: Sendable {
    /// What the lists call their columns.
    package var columns = SurveyColumnNames()
    /// What the lists call those of their columns that a frame has too.
    package var frameColumns: [FrameColumn: String] = [:]
    /// What the words in their disposition columns mean.
    package var codes = SurveyCodes.builtIn
    /// The frame, whose practices are the only ones.
    package var frame: Frame?
    /// Slots that a row may name by their beginnings.
    package var slots: [Slot] = []

    /// The options for lists that need no words.
    package init() {}
  }

  /// What is odd about the lists and possible, with the file before it.
  package private(set) var remarks: [(file: String, remark: TableRemark)] = []
  /// What is wrong with the lists read so far, in all of them.
  package private(set) var faults: [TableFaults] = []

  private let options: Options
  private var practices: PracticeNames
  private var columns: [String] = []
  private var lists: [(file: String, calls: [ListedCall])] = []
  private var plan: [ListedCall] = []

  /// Nothing has been read yet.
  package init(_ options: Options = Options()) {
    self.options = options
    practices = PracticeNames(options.frame)
  }

  /// Reads the list that was drawn, which the others should fill in; what is missing from them shows then.
  package mutating func readPlan(_ bytes: [UInt8], file: String) {
    plan = calls(of: bytes, file: file)
  }

  /// Reads a list that has come back; what is wrong with it is kept until ``joined()``.
  package mutating func read(_ bytes: [UInt8], file: String) {
    lists.append((file, calls(of: bytes, file: file)))
  }

  private mutating func calls(of bytes: [UInt8], file: String) -> [ListedCall] {
    var reader = CallListReader(file, options, practices: practices, columns: columns)
    var reading = CSVReadingOptions()
    // The list of an interviewer without a call has only a header.
    reading.requiresRows = false
    do {
      remarks += try CSVReader.read(bytes, file: file, options: reading, to: &reader).map { (file, $0) }
    } catch let found as TableFaults {
      faults.append(found)
      return []
    } catch {
      preconditionFailure("a table is read or has faults")
    }
    practices = reader.practices
    for name in reader.columns where !columns.contains(name) { columns.append(name) }
    return reader.calls
  }

  /// The calls of all lists.
  ///
  /// - Throws: ``CallListFaults`` with everything that is wrong with the lists, and every conflict between them.
  /// - Complexity: O(*r* log *r*) for *r* rows.
  package func joined() throws -> JoinedCalls {
    var conflicts: [TableFault] = []
    var merged: [ListedCall] = []
    var places: [ListedCall.Key: [Int]] = [:]
    let plan = plan.map(named)
    let planned = Dictionary(grouping: plan, by: \.key)
    // In the order of their names, so that the order of the arguments makes no difference.
    for list in lists.sorted(by: { NaturalOrder.precedes($0.file, $1.file) }) {
      for call in list.calls.map(named) {
        let same = places[call.key, default: []].first { merged[$0].isSameAttempt(as: call) }
        guard let same else {
          places[call.key, default: []].append(merged.count)
          merged.append(call)
          continue
        }
        let original = planned[call.key]?.first { $0.isSameAttempt(as: call) }
        conflicts += merged[same].merge(call, planned: original)
      }
    }
    guard faults.isEmpty, conflicts.isEmpty else {
      throw CallListFaults(tables: faults, conflicts: conflicts)
    }
    var missing: [ListedCall] = []
    for call in plan {
      if let place = places[call.key]?.first(where: { merged[$0].isSameAttempt(as: call) }) {
        merged[place].complete(from: call)
      } else {
        missing.append(call)
      }
    }
    let keys = Set(plan.map(\.key))
    return JoinedCalls(
      calls: (merged + missing).sorted { $0.precedes($1) }, missing: missing,
      plan: plan,
      unplanned: plan.isEmpty ? [] : merged.filter { !keys.contains($0.key) },
      columns: orderedColumns, files: lists.map(\.file))
  }

  /// A call under its practice's final number, which a later list may have spelled in full.
  private func named(_ call: ListedCall) -> ListedCall {
    var call = call
    call.practice = practices.names[call.key.practice]
    call.cells[KnownColumn.practice.rawValue] = call.practice
    // A list for people has no such column; beside one that has it, no cell stays empty.
    let replication = KnownColumn.replication.rawValue
    if columns.contains(replication) {
      call.cells[replication] = call.cells[replication] ?? "\(call.key.replication)"
    }
    return call
  }

  /// The columns of a calls file first, then the others in the order in which they came.
  private var orderedColumns: [String] {
    let first = CallColumn.allCases.map(\.rawValue).filter(columns.contains)
    return first + columns.filter { !first.contains($0) }
  }
}

/// Everything that is wrong with some lists.
package struct CallListFaults: Error, Sendable {
  /// What is wrong with each list by itself.
  package let tables: [TableFaults]
  /// Where two lists say different things of one call.
  package let conflicts: [TableFault]
}
