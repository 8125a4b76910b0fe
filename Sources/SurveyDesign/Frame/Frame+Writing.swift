package import Tables

extension Frame {
  /// What `practices.csv` holds, with the further columns of this frame.
  package var schema: TableSchema {
    Self.schema(extraColumns: extraColumns)
  }

  /// What `practices.csv` holds: the standard columns, then further ones as text.
  package static func schema(extraColumns: [String] = []) -> TableSchema {
    let further = extraColumns.map { Column($0, .string, "A further column of the frame.") }
    return TableSchema(
      name: "practices", columns: FrameColumn.allCases.map(\.column.column) + further,
      primaryKey: [FrameColumn.practice.rawValue])
  }

  /// The whole frame as the bytes of `practices.csv`, in frame order.
  package func bytes(format: TableFormat = .standard) -> [UInt8] {
    var writer = CSVWriter(format: format)
    var bytes: [UInt8] = []
    writer.header(schema.columnNames, to: &bytes)
    let cells = FrameColumn.allCases.map(\.column.cell)
    for practice in practices {
      for cell in cells { writer.field(cell(practice), to: &bytes) }
      for value in practice.extra { writer.field(value, to: &bytes) }
      writer.endRow(to: &bytes)
    }
    return bytes
  }
}

extension FrameColumn {
  /// What the column holds, and its value for a practice.
  var column: RowColumn<FramePractice> {
    switch self {
    case .practice:
      RowColumn(
        rawValue, .string, "The practice number (ydernummer).", .init(required: true, unique: true)
      ) { .text($0.id) }
    case .municipality:
      .optionalText(rawValue, "The municipality where the practice lies.") { $0.municipality }
    case .gps:
      RowColumn(
        rawValue, .integer, "How many general practitioners work in the practice.",
        .init(
          required: true, minimum: .integer(FramePractice.allowedGPs.lowerBound),
          maximum: .integer(FramePractice.allowedGPs.upperBound))
      ) { .integer($0.gps) }
    case .listedPatients:
      RowColumn(
        rawValue, .integer, "How many patients are on the practice's list.",
        .init(
          required: true, minimum: .integer(FramePractice.allowedListedPatients.lowerBound),
          maximum: .integer(FramePractice.allowedListedPatients.upperBound))
      ) { .integer($0.listedPatients) }
    case .stratum:
      .optionalText(rawValue, "The stratum for sampling and balancing; empty when there is only one.") {
        $0.stratum
      }
    case .weight:
      RowColumn(
        rawValue, .number, "How many practices of the population this one stands for; above 0.",
        .init(required: true, minimum: .integer(0), maximum: .number(FramePractice.largestWeight))
      ) { .number($0.weight) }
    }
  }
}
