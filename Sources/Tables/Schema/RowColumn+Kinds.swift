extension RowColumn {
  /// Text in every row.
  package static func text(
    _ name: String, _ description: String, cell: @escaping @Sendable (Row) -> String
  ) -> RowColumn {
    RowColumn(name, .string, description, .required) { .text(cell($0)) }
  }

  /// Text, or nothing.
  package static func optionalText(
    _ name: String, _ description: String, cell: @escaping @Sendable (Row) -> String?
  ) -> RowColumn {
    RowColumn(name, .string, description) { .text(cell($0)) }
  }

  /// One of some words in every row.
  package static func choice(
    _ name: String, _ description: String, _ words: [String], cell: @escaping @Sendable (Row) -> String
  ) -> RowColumn {
    RowColumn(name, .string, description, .init(required: true, enumeration: words)) { .text(cell($0)) }
  }

  /// A whole number of 0 or more in every row.
  package static func count(
    _ name: String, _ description: String, cell: @escaping @Sendable (Row) -> Int
  ) -> RowColumn {
    RowColumn(name, .integer, description, .init(required: true, minimum: .integer(0))) { .integer(cell($0)) }
  }

  /// A whole number of 0 or more, or nothing.
  package static func optionalCount(
    _ name: String, _ description: String, cell: @escaping @Sendable (Row) -> Int?
  ) -> RowColumn {
    RowColumn(name, .integer, description, .init(minimum: .integer(0))) { .integer(cell($0)) }
  }

  /// A share from 0 to 1, or nothing.
  ///
  /// `decimals` says how many are written; without it there are as many as it takes to read the number back.
  package static func share(
    _ name: String, _ description: String, decimals: Int? = nil, cell: @escaping @Sendable (Row) -> Double?
  ) -> RowColumn {
    number(name, description, .share, decimals: decimals, cell: cell)
  }

  /// A number, or nothing.
  ///
  /// `decimals` says how many are written; without it there are as many as it takes to read the number back.
  package static func number(
    _ name: String, _ description: String, _ constraints: Column.Constraints = .init(), decimals: Int? = nil,
    cell: @escaping @Sendable (Row) -> Double?
  ) -> RowColumn {
    RowColumn(name, .number, description, constraints) { row in
      guard let decimals else { return .number(cell(row)) }
      return .rounded(cell(row), decimals: decimals)
    }
  }
}

extension Column.Constraints {
  /// A number from 0 to 1.
  package static let share = Column.Constraints(minimum: .integer(0), maximum: .integer(1))
  /// A number of 0 or more.
  package static let positive = Column.Constraints(minimum: .integer(0))
  /// A number of 0 or more in every row.
  package static let requiredPositive = Column.Constraints(required: true, minimum: .integer(0))
}
