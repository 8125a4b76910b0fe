package import Tables

/// Takes the rows of a frame file as a `CSVReader` finds them, and ends in a ``Frame``.
///
/// Columns are found by our names, by those that a register has (``KnownColumn``), or by what the user says.
///
/// ```swift
/// var rows = FrameReader()
/// try CSVReader.read(bytes, file: "practices.csv", to: &rows)
/// let frame = try rows.frame()
/// ```
package struct FrameReader: TableConsumer, Sendable {
  /// Which columns a file must have.
  package enum Requirement: Equatable, Sendable {
    /// All six standard columns, as a simulation needs them.
    case allColumns
    /// Only the practice numbers, as a call list needs them; what is absent is not invented (``Frame/absentColumns``).
    case practiceOnly
  }

  /// The header of the file, once it was read.
  package private(set) var header = TableHeader([])

  private let requirement: Requirement
  private let names: [FrameColumn: String]
  private var fields: [FrameColumn: Int] = [:]
  private var extras: [(field: Int, name: String, reading: ExtraReading)] = []
  private var practices: [FramePractice] = []
  /// The line of each practice, by its number.
  package private(set) var lines: [String: Int] = [:]
  private var weightMarks = NumberMarks()

  /// How the texts of a further column become values.
  private enum ExtraReading {
    case asItStands, municipalityName, municipalityCode
  }

  /// A reader for one file.
  ///
  /// - Parameters:
  ///   - requirement: The columns that must be there.
  ///   - names: What the file calls some of its columns; a name that it does not have is passed over.
  package init(requiring requirement: Requirement = .allColumns, named names: [FrameColumn: String] = [:]) {
    self.requirement = requirement
    self.names = names
  }

  /// Finds the columns; a missing one that is required is a fault, and so are two headers for one column.
  package mutating func begin(_ header: TableHeader, faults: inout TableFaults) {
    self.header = header
    for (column, name) in names { fields[column] = header.index(of: name) }
    let said = Set(fields.values)
    for column in FrameColumn.allCases where fields[column] == nil {
      let found = column.known.flatMap { header.index(of: $0, faults: &faults) }
      // What the user calls something else is not found under our name.
      if let found, !said.contains(found) { fields[column] = found }
    }
    for column in FrameColumn.allCases
    where fields[column] == nil && (column == .practice || requirement == .allColumns) {
      faults.add(
        header.missingColumnMessage(column.rawValue, or: column.known?.tellingHeaders ?? []),
        line: header.line)
    }
    let taken = Set(fields.values)
    for (field, name) in header.names.enumerated() where !name.isEmpty {
      // Beside the municipality's name its code stays.
      let isCode = field == fields[.municipality] && KnownColumn.isMunicipalityCode(name)
      guard isCode || !taken.contains(field) else { continue }
      extras.append((field, extraName(name, in: header), Self.reading(of: name)))
    }
  }

  /// A further column's name: its own, or one behind `file_` if the frame has a standard column of that name.
  private func extraName(_ name: String, in header: TableHeader) -> String {
    guard FrameColumn(rawValue: name.lowercased()) != nil else { return name }
    var longer = "file_\(name)"
    while header.names.contains(longer) { longer = "file_\(longer)" }
    return longer
  }

  private static func reading(of name: String) -> ExtraReading {
    guard KnownColumn.columns(named: name).contains(.municipality) else { return .asItStands }
    return KnownColumn.isMunicipalityCode(name) ? .municipalityCode : .municipalityName
  }

  /// Checks one practice and keeps it; every fault of the row is noted with its line.
  package mutating func take(_ row: TableRow, faults: inout TableFaults) {
    let faultsBefore = faults.count
    let id = identifier(row, faults: &faults)
    let gps = integer(.gps, allowed: FramePractice.allowedGPs, row, faults: &faults)
    let listedPatients = integer(
      .listedPatients, allowed: FramePractice.allowedListedPatients, row, faults: &faults)
    let weight = weight(row, faults: &faults)
    guard faults.count == faultsBefore, let id else { return }
    practices.append(
      FramePractice(
        id: id, municipality: municipalityName(text(.municipality, row)), gps: gps ?? 1,
        listedPatients: listedPatients ?? 0, stratum: text(.stratum, row), weight: weight ?? 1,
        extra: extras.map { Self.value(row.trimmed($0.field), $0.reading) }))
  }

  private static func value(_ text: String, _ reading: ExtraReading) -> String {
    switch reading {
    case .asItStands: text
    case .municipalityName: municipalityName(text)
    case .municipalityCode: Municipality(text)?.code ?? text
    }
  }

  /// Judges the weights as a whole.
  package mutating func end(faults: inout TableFaults) {
    faults.judge(weightMarks, field: fields[.weight])
  }

  /// The frame, once every row has been taken and the reader has found no fault.
  ///
  /// - Throws: ``DesignFaults`` when there was no practice, or when faults were passed over.
  package func frame() throws -> Frame {
    try Frame(
      practices, extraColumns: extras.map(\.name),
      absentColumns: FrameColumn.allCases.filter { fields[$0] == nil })
  }

  private mutating func identifier(_ row: TableRow, faults: inout TableFaults) -> String? {
    guard let field = fields[.practice] else { return nil }
    let id = row.trimmed(field)
    guard !row.isMissing(field), !id.isEmpty else {
      faults.add("the practice has no number", in: row, field: field)
      return nil
    }
    if let line = lines.updateValue(row.line, forKey: id) {
      lines[id] = line
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

  private mutating func weight(_ row: TableRow, faults: inout TableFaults) -> Double? {
    guard let field = fields[.weight], let number = row.number(field, faults: &faults) else { return nil }
    guard FramePractice.isWeight(number) else {
      faults.add(
        "\(row.described(field)) is no weight; allowed is a number above 0 and at most 1e9", in: row,
        field: field)
      return nil
    }
    row.withBytes(field) { weightMarks.take($0, line: row.line) }
    return number
  }

  private func text(_ column: FrameColumn, _ row: TableRow) -> String {
    guard let field = fields[column], !row.isMissing(field) else { return "" }
    return row.trimmed(field)
  }
}

extension FrameColumn {
  /// The column among all that we know.
  package var known: KnownColumn? { KnownColumn(rawValue: rawValue) }
}

extension Frame {
  /// Reads a whole frame file that is in memory.
  ///
  /// - Parameters:
  ///   - bytes: the file; see the Tables module for the dialects of CSV that are understood.
  ///   - file: the file's name, for messages.
  ///   - requirement: which columns must be there.
  /// - Throws: `TableFaults` with every fault of the file and its line.
  package init(
    reading bytes: [UInt8], file: String, requiring requirement: FrameReader.Requirement = .allColumns
  ) throws {
    var rows = FrameReader(requiring: requirement)
    try CSVReader.read(bytes, file: file, to: &rows)
    self = try rows.frame()
  }
}
