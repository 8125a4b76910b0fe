import Reports
import Studies
import SurveyDesign
import Tables

/// What is kept of a replication: its facts, and its rows in the tables that have some for every replication.
struct ReplicateRows: Sendable {
  var facts: ReplicateFacts
  var calls: [UInt8] = []
  var estimates: [UInt8] = []

  /// Reduces a replicate, on whatever core it was run.
  init(_ replicate: Replicate, of study: Study, keepsCalls: Bool, format: TableFormat) {
    facts = replicate.facts
    if keepsCalls {
      var writer = CallRecordWriter(format: format)
      StudyTables.append(replicate, of: study, using: &writer, to: &calls)
    }
    var writer = CSVWriter(format: format)
    StudyTables.append(replicate, of: study, using: &writer, to: &estimates)
  }
}
