public import Tables

extension Frame {
  /// What `practices.csv` holds, with the further columns of this frame.
  public var schema: TableSchema {
    Self.schema(extraColumns: extraColumns)
  }

  /// What `practices.csv` holds: the standard columns, then further ones as text.
  public static func schema(extraColumns: [String] = []) -> TableSchema {
    let further = extraColumns.map { Column($0, .string, "A further column of the frame.") }
    return TableSchema(
      name: "practices", columns: FrameColumn.allCases.map(\.column) + further,
      primaryKey: [FrameColumn.practice.rawValue])
  }

  /// The whole frame as the bytes of `practices.csv`, in frame order.
  public func bytes(format: TableFormat = .standard) -> [UInt8] {
    var writer = CSVWriter(format: format)
    var bytes: [UInt8] = []
    writer.header(schema.columnNames, to: &bytes)
    for practice in practices {
      writer.field(practice.id, to: &bytes)
      writer.field(practice.municipality, to: &bytes)
      writer.field(practice.gps, to: &bytes)
      writer.field(practice.listedPatients, to: &bytes)
      writer.field(practice.stratum, to: &bytes)
      writer.field(practice.weight, to: &bytes)
      for value in practice.extra { writer.field(value, to: &bytes) }
      writer.endRow(to: &bytes)
    }
    return bytes
  }
}

extension FrameColumn {
  /// The column's meaning and rules, for a schema.
  var column: Column {
    switch self {
    case .practice:
      Column(
        rawValue, .string, "The practice number (ydernummer).", .init(required: true, unique: true))
    case .municipality:
      Column(rawValue, .string, "The municipality where the practice lies.")
    case .gps:
      Column(
        rawValue, .integer, "How many general practitioners work in the practice.",
        .init(
          required: true, minimum: .integer(FramePractice.allowedGPs.lowerBound),
          maximum: .integer(FramePractice.allowedGPs.upperBound)))
    case .listedPatients:
      Column(
        rawValue, .integer, "How many patients are on the practice's list.",
        .init(
          required: true, minimum: .integer(FramePractice.allowedListedPatients.lowerBound),
          maximum: .integer(FramePractice.allowedListedPatients.upperBound)))
    case .stratum:
      Column(rawValue, .string, "The stratum for sampling and balancing; empty when there is only one.")
    case .weight:
      Column(
        rawValue, .number, "How many practices of the population this one stands for; above 0.",
        .init(required: true, minimum: .integer(0), maximum: .number(FramePractice.largestWeight)))
    }
  }
}
