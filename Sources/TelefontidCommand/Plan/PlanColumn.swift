import Tables

/// The columns that the tables of `plan` are made of.
enum PlanColumn {
  /// A share or a probability, 0…1.
  static func share(_ name: String, _ description: String) -> Column {
    Column(name, .number, description, .init(minimum: .integer(0), maximum: .integer(1)))
  }

  /// A whole number of calls or practices.
  static func count(_ name: String, _ description: String) -> Column {
    Column(name, .integer, description, .init(minimum: .integer(0)))
  }

  /// A number that need not be whole, 0 or more.
  static func number(_ name: String, _ description: String) -> Column {
    Column(name, .number, description, .init(minimum: .integer(0)))
  }
}
