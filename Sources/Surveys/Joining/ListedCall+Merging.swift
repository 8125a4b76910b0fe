internal import SurveyDesign
internal import Tables

extension ListedCall {
  /// Whether another row of the same call is the same attempt at it.
  ///
  /// Numbers of attempts decide; without them rows are different attempts if both were dialled, at different times.
  func isSameAttempt(as other: ListedCall) -> Bool {
    if let attempt, let another = other.attempt { return attempt == another }
    guard let dialled, let another = other.dialled else { return true }
    return dialled == another
  }

  /// Adds what another row of the same attempt says.
  ///
  /// - Parameter planned: The row of the drawn list, from which one of the two may differ.
  /// - Returns: Each cell in which the two say different things.
  mutating func merge(_ other: ListedCall, planned: ListedCall?) -> [TableFault] {
    var conflicts: [TableFault] = []
    let others = other.place
    for (column, text) in other.cells.sorted(by: { $0.key < $1.key }) {
      guard let own = cells[column], own != text else {
        cells[column] = text
        continue
      }
      let drawn = planned?.cells[column]
      let followsMaker = column == KnownColumn.interviewer.rawValue && isMade != other.isMade
      if text == drawn || (followsMaker && isMade) { continue }
      if own == drawn || followsMaker {
        cells[column] = text
        continue
      }
      conflicts.append(
        TableFault(
          file: others.file, line: others.line, column: nil, columnName: column,
          message:
            "practice \(practice)\(slot.map { ", slot \($0)" } ?? "")\(date.map { ", \($0)" } ?? ""): '\(excerpt(text))' here and '\(excerpt(own))' in \(place.file), line \(place.line)"
        ))
    }
    attempt = attempt ?? other.attempt
    due = due ?? other.due
    dialled = dialled ?? other.dialled
    waitSeconds = waitSeconds ?? other.waitSeconds
    if !isMade, other.isMade { place = other.place }
    disposition = disposition ?? other.disposition
    interviewer = cells[KnownColumn.interviewer.rawValue] ?? interviewer
    return conflicts
  }

  /// Adds what the drawn list says and the returned one does not.
  mutating func complete(from drawn: ListedCall) {
    for (column, text) in drawn.cells where cells[column] == nil { cells[column] = text }
    due = due ?? drawn.due
    attempt = attempt ?? drawn.attempt
    interviewer = interviewer ?? drawn.interviewer
  }
}
