import Files
import Scenarios
import Studies
import SurveyDesign
import Tables
import Terminal

/// Writes the folder of a sweep.
struct SweepWriter: ~Copyable {
  private let paths: [String]
  private let cells: [SweepCommand.Cell]
  private let format: TableFormat
  private var folder: ResultFolder

  /// Begins a folder; nothing stands under its name before it is committed.
  init(paths: [String], cells: [SweepCommand.Cell], format: TableFormat, folder path: String) throws {
    self.paths = paths
    self.cells = cells
    self.format = format
    folder = try ResultFolder(replacing: path)
  }

  /// Writes both tables and puts the folder in its place.
  consuming func commit(_ result: SweepResult, replications: Range<UInt64>, commandLine: [String]) throws {
    let scenario = cells[0].study.scenario
    let digests = cells.map { SHA256.hexDigest(of: Array($0.study.scenario.canonicalText.utf8)) }
    let regions = cells[0].regional.regions.count
    let sweep = SweepTables.sweep(varying: paths, regions: regions)
    let list = SweepTables.cells(varying: paths)

    let rows = SweepTables.rows(of: result, values: cells.map(\.values))
    try folder.write(sweep.bytes(of: rows, format: format), to: "sweep.csv")
    let cellRows = zip(cells, digests).enumerated().map { number, cell in
      SweepTables.CellRow(
        cell: number, values: cell.0.values, scenario: cell.0.study.scenario.name,
        title: cell.0.study.scenario.title, sha256: cell.1)
    }
    try folder.write(list.bytes(of: cellRows, format: format), to: "cells.csv")

    try folder.commit(
      Manifest(
        commandLine: commandLine, scenario: .init(name: scenario.name, sha256: digests[0]),
        seed: scenario.seed, practicesSeed: scenario.regionSeed, regions: regions,
        replications: .init(
          first: Int(clamping: replications.lowerBound), asked: replications.count, done: result.replications),
        isComplete: result.replications == replications.count),
      package: DataPackage(
        name: "\(scenario.name)-sweep", title: "\(scenario.title): what if",
        resources: [
          .init(path: "sweep.csv", title: "What each cell comes to", schema: sweep.schema),
          .init(path: "cells.csv", title: "The cells", schema: list.schema),
        ], format: format))
  }
}

/// What `sweep` prints: a row per cell and group, under the first definition.
struct SweepText {
  let result: SweepResult
  let labels: [String]
  let groups: [String]

  /// The table.
  var table: TextTable {
    let regions = result.cells.first?.regionCount ?? 1
    var columns: [TextTable.Column] = [
      .text("Cell"), .text("Group"), .number("Not reached"), .number("± MC"), .number("Change"),
      .number("± paired"), .number("± unpaired"),
    ]
    if regions > 1 { columns += [.number("Lowest region"), .number("Highest region")] }
    columns += [.number("To out-of-hours"), .number("Change"), .number("± paired")]
    var table = TextTable(
      columns,
      title: "What if: \(result.replications) replications of each cell"
        + (regions > 1 ? " in each of \(regions) regions" : "") + " under common random numbers",
      notes: [
        "Not reached: truth by \"\(definition)\", in percent; changes to the first cell in points. To out-of-hours: callers displaced, per 1,000 practice-days.",
        "±: Monte Carlo standard error. Unpaired: what the error of the change would be with independent random numbers.",
      ]
        + (regions > 1
          ? [
            "Lowest and highest: the change in single regions with these shares, which no number of replications brings closer."
          ]
          : []))
    for (number, cell) in result.cells.enumerated() {
      for (place, group) in cell.study.groups.enumerated() where groups.contains(group.label) {
        guard let row = cell.row(definition: 0, group: place, baseline: result.cells[0]) else { continue }
        var cells = [
          labels[number], group.label, Self.percent(row.rate.value), Self.percent(row.rate.standardError),
          Self.percent(row.difference?.value), Self.percent(row.difference?.standardError),
          Self.percent(row.unpairedError),
        ]
        if regions > 1 {
          cells += [Self.percent(row.differenceSpread?.lowest), Self.percent(row.differenceSpread?.highest)]
        }
        table.append(
          cells + [
            Self.count(row.displaced.value), Self.count(row.displacedDifference?.value),
            Self.count(row.displacedDifference?.standardError),
          ])
      }
    }
    return table
  }

  private var definition: String {
    result.cells.first.map { $0.study.scenario.survey.definition.name } ?? ""
  }

  private static func percent(_ share: Double?) -> String {
    share.map { NumberText.format($0 * 100, decimals: 2) } ?? "–"
  }

  private static func count(_ number: Double?) -> String {
    number.map { NumberText.format($0, decimals: 1) } ?? "–"
  }
}
