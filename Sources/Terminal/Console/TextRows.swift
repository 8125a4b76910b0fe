/// The rows of a table for people, in one piece for all bytes and one for all ends: a million of them are no million arrays.
package struct TextRows: RandomAccessCollection, Sendable {
  private var bytes: [UInt8] = []
  private var ends = [0]
  private let width: Int

  /// How many rows there are.
  package private(set) var endIndex = 0

  /// Rows of so many cells.
  init(width: Int) { self.width = width }

  package var startIndex: Int { 0 }

  /// The cells of a row.
  package subscript(row: Int) -> [String] { (0..<width).map { cell(row, $0) } }

  /// One cell of a row.
  func cell(_ row: Int, _ column: Int) -> String {
    let place = row * width + column
    return String(decoding: bytes[ends[place]..<ends[place + 1]], as: UTF8.self)
  }

  /// Adds a row of as many cells.
  mutating func append(_ cells: some Sequence<String>) {
    for cell in cells {
      bytes += cell.utf8
      ends.append(bytes.count)
    }
    endIndex += 1
  }
}
