import Drawing
import Reports
import Tables
import Terminal

/// What a `plan` command has to say: tables for people and one table for programs.
struct PlanAnswer: Sendable {
  /// The tables in the order in which they are read.
  var tables: [TextTable]
  /// What the CSV file holds, without its rows.
  var schema: TableSchema
  /// The CSV file; made only where one is asked for.
  var csv: @Sendable (TableFormat) -> [UInt8]
  /// A picture of it, where there is one; made only for a file.
  var figure: (@Sendable () -> any Figure)?
  /// What the picture is made from, for the line below it.
  var source: Words

  /// An answer whose rows are made only when a file is asked for.
  init<Row>(
    tables: [TextTable], _ table: RowTable<Row>, rows: @escaping @Sendable () -> [Row],
    source: Words = .computed, figure: (@Sendable () -> any Figure)? = nil
  ) {
    self.tables = tables
    schema = table.schema
    csv = { table.bytes(of: rows(), format: $0) }
    self.source = source
    self.figure = figure
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
}

extension Words {
  /// A picture of formulas.
  static let computed = Words("computed, no call is behind it", "beregnet, uden opkald bag")

  /// A picture of simulations; the title of a shipped scenario is said in the reader's language.
  static func simulated(_ title: String, replications: Int, seed: UInt64) -> Words {
    let danish = ShippedTexts.danish(title) ?? title
    return Words(
      "simulated, no practice was rung; \(title); \(replications) surveys each, seed \(seed)",
      "simuleret, ingen praksis er ringet op; \(danish); \(replications) undersøgelser af hver, startværdi \(seed)"
    )
  }
}
