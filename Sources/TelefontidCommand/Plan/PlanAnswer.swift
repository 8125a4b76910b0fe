import Drawing
import Tables
import Terminal

/// What a `plan` command has to say: tables for people and one table for programs.
struct PlanAnswer: Sendable {
  /// One field of the table for programs.
  enum Value: Equatable, Sendable {
    case text(String)
    case integer(Int)
    case number(Double)
    case truth(Bool)
    /// There is no such value.
    case none

    static func number(_ value: Double?) -> Value { value.map { .number($0) } ?? .none }
    static func integer(_ value: Int?) -> Value { value.map { .integer($0) } ?? .none }
  }

  /// The tables in the order in which they are read.
  var tables: [TextTable]
  /// The columns of the CSV file.
  var schema: TableSchema
  /// Its rows, each with a value per column; made only for a file.
  var rows: @Sendable () -> [[Value]]
  /// A picture of it, where there is one; made only for a file.
  var figure: (@Sendable () -> any Figure)?
  /// What the picture is made from, for the line below it.
  var source: Words

  /// An answer whose rows are made only when a file is asked for.
  init(
    tables: [TextTable], schema: TableSchema, rows: @escaping @Sendable () -> [[Value]],
    source: Words = .computed, figure: (@Sendable () -> any Figure)? = nil
  ) {
    self.tables = tables
    self.schema = schema
    self.rows = rows
    self.source = source
    self.figure = figure
  }

  /// An answer whose rows are there already.
  init(tables: [TextTable], schema: TableSchema, rows: [[Value]]) {
    self.init(tables: tables, schema: schema, rows: { rows })
  }

  /// The picture with the line below it.
  func sourcedFigure(_ language: ReportLanguage) -> SourcedFigure? {
    figure.map { figure in
      let command = "telefontid \(schema.name.replacing("-", with: " ", maxReplacements: 1))"
      return SourcedFigure(
        figure(), title: nil,
        source: language.words("Source: ", "Kilde: ") + "\(command); \(source(language))")
    }
  }

  /// The rows as a file has them.
  func csv(_ format: TableFormat) -> [UInt8] {
    var writer = CSVWriter(format: format)
    var bytes: [UInt8] = []
    writer.header(schema.columnNames, to: &bytes)
    for row in rows() {
      precondition(row.count == schema.columns.count, "a row has one value per column")
      for value in row {
        switch value {
        case .text(let text): writer.field(text, to: &bytes)
        case .integer(let number): writer.field(number, to: &bytes)
        case .number(let number): writer.field(number, to: &bytes)
        case .truth(let truth): writer.field(truth, to: &bytes)
        case .none: writer.emptyField(to: &bytes)
        }
      }
      writer.endRow(to: &bytes)
    }
    return bytes
  }
}

extension Words {
  /// A picture of formulas.
  static let computed = Words("computed, no call is behind it", "beregnet, uden opkald bag")

  /// A picture of simulations.
  static func simulated(_ title: String, replications: Int, seed: UInt64) -> Words {
    Words(
      "simulated, no practice was rung; \(title); \(replications) surveys each, seed \(seed)",
      "simuleret, ingen praksis er ringet op; \(title); \(replications) undersøgelser af hver, startværdi \(seed)"
    )
  }
}
