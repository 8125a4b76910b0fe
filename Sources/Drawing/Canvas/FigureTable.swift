internal import Tables

/// The numbers behind a figure: as text for readers, in the table below it, and as they are, in a CSV file beside it.
package struct FigureTable: Equatable, Sendable {
  /// A column: what readers see above it, and its names in a file; a cell has one value per name.
  package struct Column: Equatable, Sendable {
    /// The head, in the reader's language.
    package var head: String
    /// The names in a file, in English and snake case; an interval has two.
    package var keys: [String]

    /// Names a column.
    package init(_ head: String, _ keys: String...) {
      self.head = head
      self.keys = keys
    }

    /// Words as a name in a file: small letters and digits, all else an underscore.
    package static func key(_ words: String) -> String {
      words.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "_")
    }
  }

  /// One cell: the text that readers see, and the values behind it.
  package struct Cell: Equatable, Sendable {
    /// A value as a file has it.
    package enum Value: Equatable, Sendable {
      case text(String)
      case number(Double)
      /// There is no such value.
      case none
    }

    /// The text.
    package var text: String
    /// The values, one per key of the column.
    package var values: [Value]

    /// A text with numbers behind it; what is not finite is no value.
    package init(_ text: String, _ numbers: Double?...) {
      self.text = text
      values = numbers.map { number in
        if let number, number.isFinite { .number(number) } else { .none }
      }
    }

    /// A name, as readers see it and as files have it.
    package init(name: String, of label: String) {
      text = name
      values = [.text(label)]
    }
  }

  /// The columns; the first is that of the rows' names.
  package var columns: [Column]
  /// The rows, each with one cell per column.
  package var cells: [[Cell]]

  /// Which rows readers are shown: the first, and from there every second, third and so on; files have all.
  package let stride: Int

  /// Puts a table together; every row must have a cell per column, and every cell a value per key.
  package init(_ columns: [Column], _ cells: [[Cell]], stride: Int = 1) {
    precondition(
      cells.allSatisfy { row in
        row.count == columns.count && zip(row, columns).allSatisfy { $0.values.count == $1.keys.count }
      }, "a row has one cell per column, and a cell a value per key")
    self.columns = columns
    self.cells = cells
    self.stride = max(1, stride)
  }

  /// The heads of the columns.
  package var header: [String] { columns.map(\.head) }

  /// The rows as text, as readers are shown them.
  package var rows: [[String]] {
    Swift.stride(from: 0, to: cells.count, by: stride).map { cells[$0].map(\.text) }
  }

  /// The numbers as a file: rates are fractions, decimals have a point, what there is not is empty.
  package var csv: [UInt8] {
    var writer = CSVWriter(format: .standard)
    var bytes: [UInt8] = []
    writer.header(columns.flatMap(\.keys), to: &bytes)
    for row in cells {
      for value in row.flatMap(\.values) {
        switch value {
        case .text(let text): writer.field(text, to: &bytes)
        case .number(let number): writer.field(number, to: &bytes)
        case .none: writer.emptyField(to: &bytes)
        }
      }
      writer.endRow(to: &bytes)
    }
    return bytes
  }
}

extension ReportLanguage {
  /// A count in a table.
  package func cell(count: Int?) -> FigureTable.Cell {
    .init(count.map(self.count) ?? Self.missing, count.map { Double($0) })
  }

  /// A share in a table.
  package func cell(percent share: Double?, decimals: Int = 1) -> FigureTable.Cell {
    .init(percent(share, decimals: decimals), share)
  }

  /// A difference of shares in a table.
  package func cell(points difference: Double?, decimals: Int = 1) -> FigureTable.Cell {
    .init(points(difference, decimals: decimals), difference)
  }

  /// A number in a table.
  package func cell(number: Double?, decimals: Int) -> FigureTable.Cell {
    .init(self.number(number, decimals: decimals), number)
  }
}
