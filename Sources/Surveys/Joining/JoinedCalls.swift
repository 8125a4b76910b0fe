internal import SurveyDesign
package import Tables

/// The calls of several lists together, and what is still missing.
package struct JoinedCalls: Sendable {
  /// All calls, those that no list has among them, by day, time and practice.
  package let calls: [ListedCall]
  /// Calls of the drawn list that no other has.
  package let missing: [ListedCall]
  /// The calls of the drawn list; empty if none was read.
  package let plan: [ListedCall]
  /// Calls that the drawn list does not have.
  package let unplanned: [ListedCall]
  /// The columns, by our names where we know them.
  package let columns: [String]
  /// The lists.
  package let files: [String]

  /// Appends the calls as one calls file.
  package func append(format: TableFormat = .standard, to bytes: inout [UInt8]) {
    var writer = CSVWriter(format: format)
    writer.header(columns, to: &bytes)
    let numbers = Set([KnownColumn.waitSeconds, .weight].map(\.rawValue))
    for call in calls {
      for column in columns {
        let text = call.cells[column]
        if let text, numbers.contains(column), let number = parsedNumber(Array(text.utf8).span) {
          writer.field(number, to: &bytes)
        } else {
          writer.field(text, to: &bytes)
        }
      }
      writer.endRow(to: &bytes)
    }
  }

  /// What one interviewer has done.
  package struct Share: Sendable {
    /// The interviewer, or the empty text where the list does not say.
    package var interviewer: String
    /// Calls that are the interviewer's.
    package var calls = 0
    /// Those of them with an outcome.
    package var done = 0
    /// Those of them that no list has.
    package var missing = 0
  }

  /// What each interviewer has done, in natural order of their names.
  package var shares: [Share] {
    var shares: [String: Share] = [:]
    func add(_ call: ListedCall, isMissing: Bool) {
      let name = call.interviewer ?? ""
      shares[name, default: Share(interviewer: name)].calls += 1
      if call.disposition != nil { shares[name]?.done += 1 }
      if isMissing { shares[name]?.missing += 1 }
    }
    let gone = Set(missing.map(\.place))
    for call in calls { add(call, isMissing: gone.contains(call.place)) }
    return NaturalOrder.sorted(shares.keys).compactMap { shares[$0] }
  }
}
