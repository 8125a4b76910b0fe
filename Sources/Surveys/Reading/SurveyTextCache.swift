internal import Tables

/// Remembers what the texts of a column stand for, by their bytes, so that each is understood once.
struct SurveyTextCache<Value: Sendable>: Sendable {
  private var places = TextPlaces()
  private var values: [Value] = []

  /// What the text of a field stands for, or `nil` if it has not been remembered.
  func value(of field: Int, in row: TableRow) -> Value? {
    places.place(of: field, in: row).map { values[$0] }
  }

  /// Remembers the text of a field that is not known yet.
  mutating func remember(_ value: Value, for field: Int, in row: TableRow) {
    if places.add(field, in: row) != nil { values.append(value) }
  }
}
