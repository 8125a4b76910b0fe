public import Tables

/// Takes the rows of a frame file as a `CSVReader` finds them, and ends in a ``Frame``.
///
/// ```swift
/// var rows = FrameReader()
/// try CSVReader.read(bytes, file: "practices.csv", to: &rows)
/// let frame = try rows.frame()
/// ```
public struct FrameReader: TableConsumer, Sendable {
  /// Which columns a file must have.
  public enum Requirement: Hashable, Sendable {
    /// All six standard columns, as a simulation needs them.
    case allColumns
    /// Only the practice numbers, as a call list needs them; what is absent is not invented (``Frame/absentColumns``).
    case practiceOnly
  }

  private let requirement: Requirement
  private var fields: [FrameColumn: Int] = [:]
  private var extraFields: [Int] = []
  private var extraColumns: [String] = []
  private var practices: [FramePractice] = []
  private var linesByPractice: [String: Int] = [:]

  /// A reader for one file.
  public init(requiring requirement: Requirement = .allColumns) {
    self.requirement = requirement
  }

  /// Finds the columns; a missing one that is required is a fault.
  public mutating func begin(_ header: TableHeader, faults: inout TableFaults) {
    for column in FrameColumn.allCases {
      let isRequired = column == .practice || requirement == .allColumns
      fields[column] =
        isRequired
        ? header.requiredIndex(of: column.rawValue, faults: &faults) : header.index(of: column.rawValue)
    }
    for (field, name) in header.names.enumerated()
    where !FrameColumn.allCases.contains(where: { fields[$0] == field }) {
      extraFields.append(field)
      extraColumns.append(name)
    }
  }

  /// Checks one practice and keeps it; every fault of the row is noted with its line.
  public mutating func take(_ row: TableRow, faults: inout TableFaults) {
    let faultsBefore = faults.count
    let id = identifier(row, faults: &faults)
    let gps = integer(.gps, allowed: FramePractice.allowedGPs, row, faults: &faults)
    let listedPatients = integer(
      .listedPatients, allowed: FramePractice.allowedListedPatients, row, faults: &faults)
    let weight = weight(row, faults: &faults)
    guard faults.count == faultsBefore, let id else { return }
    practices.append(
      FramePractice(
        id: id, municipality: text(.municipality, row), gps: gps ?? 1, listedPatients: listedPatients ?? 0,
        stratum: text(.stratum, row), weight: weight ?? 1, extra: extraFields.map(row.trimmed)))
  }

  /// The frame, once every row has been taken and the reader has found no fault.
  ///
  /// - Throws: ``DesignFaults`` when there was no practice, or when faults were passed over.
  public func frame() throws -> Frame {
    try Frame(
      practices, extraColumns: extraColumns,
      absentColumns: FrameColumn.allCases.filter { fields[$0] == nil })
  }

  private mutating func identifier(_ row: TableRow, faults: inout TableFaults) -> String? {
    guard let field = fields[.practice] else { return nil }
    let id = row.trimmed(field)
    guard !id.isEmpty else {
      faults.add("the practice has no number", in: row, field: field)
      return nil
    }
    if let line = linesByPractice.updateValue(row.line, forKey: id) {
      linesByPractice[id] = line
      faults.add(
        "practice '\(excerpt(id))' already stands on line \(line); every practice needs a number of its own",
        in: row, field: field)
      return nil
    }
    return id
  }

  private func integer(
    _ column: FrameColumn, allowed: ClosedRange<Int>, _ row: TableRow, faults: inout TableFaults
  ) -> Int? {
    guard let field = fields[column], let number = row.integer(field, faults: &faults) else { return nil }
    guard allowed.contains(number) else {
      faults.add(
        "\(number) is out of range; allowed is \(allowed.lowerBound) to \(allowed.upperBound)", in: row,
        field: field)
      return nil
    }
    return number
  }

  private func weight(_ row: TableRow, faults: inout TableFaults) -> Double? {
    guard let field = fields[.weight], let number = row.number(field, faults: &faults) else { return nil }
    guard FramePractice.isWeight(number) else {
      faults.add(
        "\(row.described(field)) is no weight; allowed is a number above 0 and at most 1e9", in: row,
        field: field)
      return nil
    }
    return number
  }

  private func text(_ column: FrameColumn, _ row: TableRow) -> String {
    fields[column].map(row.trimmed) ?? ""
  }
}

extension Frame {
  /// Reads a whole frame file that is in memory.
  ///
  /// - Parameters:
  ///   - bytes: the file; see the Tables module for the dialects of CSV that are understood.
  ///   - file: the file's name, for messages.
  ///   - requirement: which columns must be there.
  /// - Throws: `TableFaults` with every fault of the file and its line.
  public init(
    reading bytes: [UInt8], file: String, requiring requirement: FrameReader.Requirement = .allColumns
  ) throws {
    var rows = FrameReader(requiring: requirement)
    try CSVReader.read(bytes, file: file, to: &rows)
    self = try rows.frame()
  }
}
