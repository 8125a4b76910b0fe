import Experiments
import Files
import Scenarios
import Tables

/// Writes the folder of a sensitivity study.
struct SensitivityWriter: ~Copyable {
  private let study: SensitivityStudy
  private let format: TableFormat
  private var folder: ResultFolder

  /// Begins a folder; nothing stands under its name before it is committed.
  init(_ study: SensitivityStudy, format: TableFormat, folder path: String) throws {
    self.study = study
    self.format = format
    folder = try ResultFolder(replacing: path)
  }

  /// Writes all tables and puts the folder in its place.
  consuming func commit(_ result: SensitivityResult, _ manifest: Manifest) throws {
    let worlds = SensitivityTables.worlds(study)
    try folder.write(
      SensitivityTables.conclusions.bytes(
        of: SensitivityTables.conclusionRows(of: result), format: format), to: "conclusions.csv")
    try folder.write(
      SensitivityTables.indices.bytes(of: SensitivityTables.indexRows(of: result), format: format),
      to: "indices.csv")
    try folder.write(
      worlds.bytes(of: SensitivityTables.worldRows(of: result), format: format), to: "worlds.csv")
    // What a run goes on from has one form, whatever people read.
    try folder.write(
      SensitivityTables.outcomes.bytes(of: SensitivityTables.outcomeRows(of: result)), to: "outcomes.csv")
    let scenario = study.scenario
    try folder.commit(
      manifest,
      package: DataPackage(
        name: "\(scenario.name)-sensitivity", title: "\(scenario.title): what hangs on what",
        resources: [
          .init(
            path: "conclusions.csv", title: "What each conclusion comes to",
            schema: SensitivityTables.conclusions.schema),
          .init(
            path: "indices.csv", title: "What each parameter carries",
            schema: SensitivityTables.indices.schema),
          .init(path: "worlds.csv", title: "The worlds", schema: worlds.schema),
        ], format: format))
  }
}
