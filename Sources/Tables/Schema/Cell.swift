/// What one field of a table holds.
package enum Cell: Equatable, Sendable {
  /// Text.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// A number with as many digits as it takes to read it back.
  case number(Double)
  /// A number with so many decimals.
  case rounded(Double, decimals: Int)
  /// True or false.
  case truth(Bool)
  /// Nothing.
  case empty
}

extension Cell {
  /// A number, or nothing.
  package static func number(_ value: Double?) -> Cell { value.map { .number($0) } ?? .empty }
  /// A number with so many decimals, or nothing.
  package static func rounded(_ value: Double?, decimals: Int) -> Cell {
    value.map { .rounded($0, decimals: decimals) } ?? .empty
  }
  /// A whole number, or nothing.
  package static func integer(_ value: Int?) -> Cell { value.map { .integer($0) } ?? .empty }
  /// Text, or nothing.
  package static func text(_ value: String?) -> Cell { value.map { .text($0) } ?? .empty }
  /// True, false, or nothing.
  package static func truth(_ value: Bool?) -> Cell { value.map { .truth($0) } ?? .empty }
}

extension CSVWriter {
  /// Writes a field.
  package mutating func field(_ cell: Cell, to bytes: inout [UInt8]) {
    switch cell {
    case .text(let text): field(text, to: &bytes)
    case .integer(let number): field(number, to: &bytes)
    case .number(let number): field(number, to: &bytes)
    case .rounded(let number, let decimals): field(number, decimals: decimals, to: &bytes)
    case .truth(let truth): field(truth, to: &bytes)
    case .empty: emptyField(to: &bytes)
    }
  }
}
