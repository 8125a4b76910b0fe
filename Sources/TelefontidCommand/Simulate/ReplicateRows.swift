package import Studies
import SurveyDesign
import Surveys
package import Tables

/// What is kept of a replication: its facts, and its rows in the tables that have some for every replication.
package struct ReplicateRows: Sendable {
  package var facts: ReplicateFacts
  var calls: [UInt8] = []
  package var estimates: [UInt8] = []

  /// Reduces a replicate, on whatever core it was run.
  ///
  /// - Parameters:
  ///   - replicate: One survey and what was true of its region.
  ///   - study: The study that it belongs to.
  ///   - region: The number of its region.
  ///   - table: The table of estimates, described once for all replications.
  ///   - keepsCalls: Whether `calls.csv` is written.
  ///   - format: How the tables are written.
  package init(
    _ replicate: Replicate, of study: Study, region: Int = 0,
    estimates table: RowTable<StudyTables.RegionalEstimateRow>, keepsCalls: Bool, format: TableFormat
  ) {
    facts = replicate.facts
    if keepsCalls {
      var writer = CallRecordWriter(format: format, rounds: study.outline.hasRounds)
      StudyTables.append(replicate, of: study, using: &writer, to: &calls)
    }
    var writer = CSVWriter(format: format)
    for row in StudyTables.estimateRows(of: replicate, of: study, region: region) {
      table.append(row, using: &writer, to: &estimates)
    }
  }
}
