extension Frame {
  /// The frame whose strata are the groups of a column; as it is without a column, or if it has none of that name.
  package func stratified(by column: String?) throws -> Frame {
    guard let column, let values = values(of: column) else { return self }
    let practices = zip(practices, values).map { practice, value in
      var practice = practice
      practice.stratum = value
      return practice
    }
    return try Frame(
      practices, extraColumns: extraColumns, absentColumns: absentColumns.filter { $0 != .stratum })
  }
}
