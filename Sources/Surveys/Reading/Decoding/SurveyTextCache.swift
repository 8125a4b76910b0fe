internal import Tables

/// Remembers what the texts of a column stand for, by their bytes, so that each is understood once.
struct SurveyTextCache<Value: Sendable>: Sendable {
  private var places = TextPlaces()
  private var values: [Value] = []
  /// The place of the text that was asked for last: in a column that files are ordered by, it or the one behind it mostly comes next.
  private var last: Int?

  /// What the text of a field stands for, or `nil` if it has not been remembered.
  mutating func value(of field: Int, in row: TableRow) -> Value? {
    guard let place = places.place(of: field, in: row, after: last) else { return nil }
    last = place
    return values[place]
  }

  /// Remembers the text of a field that is not known yet.
  mutating func remember(_ value: Value, for field: Int, in row: TableRow) {
    if places.add(field, in: row) != nil { values.append(value) }
  }
}
