/// The numbers behind a figure, as text for readers: what stands in the table below it.
public struct FigureTable: Hashable, Sendable {
  /// The heads of the columns; the first is that of the rows' names.
  public var header: [String]
  /// The rows, each with one cell per column, the first of which names the row.
  public var rows: [[String]]

  /// Puts a table together; every row must have as many cells as the header.
  public init(header: [String], rows: [[String]]) {
    precondition(rows.allSatisfy { $0.count == header.count }, "a row has one cell per column")
    self.header = header
    self.rows = rows
  }
}
