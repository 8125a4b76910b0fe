import Files
import Scenarios
import Studies
import SurveyDesign
import Tables
import Terminal

/// Writes the folder of a sweep.
struct SweepWriter: Sendable {
  private let paths: [String]
  private let cells: [SweepCommand.Cell]
  private let format: TableFormat
  private let bytesOfCells: [UInt8]
  private let numbers: Range<UInt64>
  /// The run, of which no replication is done.
  let manifest: Manifest

  /// The file that says what each cell is.
  static let cells = "cells.csv"
  /// The file with the exact sums.
  static let sums = "\(SumRow.table.schema.name).csv"

  /// Describes the run.
  init(
    paths: [String], cells: [SweepCommand.Cell], format: TableFormat, numbers: Range<UInt64>,
    commandLine: [String]
  ) {
    self.paths = paths
    self.cells = cells
    self.format = format
    self.numbers = numbers
    let digests = cells.map { SHA256.hexDigest(of: Array($0.study.scenario.canonicalText.utf8)) }
    let rows = zip(cells, digests).enumerated().map { number, cell in
      SweepTables.CellRow(
        cell: number, values: cell.0.values, scenario: cell.0.study.scenario.name,
        title: cell.0.study.scenario.title, sha256: cell.1)
    }
    bytesOfCells = SweepTables.cells(varying: paths).bytes(of: rows, format: format)
    let scenario = cells[0].study.scenario
    manifest = Manifest(
      commandLine: commandLine, scenario: .init(name: scenario.name, sha256: digests[0]),
      seed: scenario.seed, practicesSeed: scenario.regionSeed, regions: cells[0].regional.regions.count,
      replications: .init(first: Int(clamping: numbers.lowerBound), asked: numbers.count, done: 0))
  }

  /// The digest of the file that says what each cell is, and so of every scenario.
  var digestOfCells: String { SHA256.hexDigest(of: bytesOfCells) }

  /// Writes all tables and puts the folder in its place.
  func commit(_ result: SweepResult, to folder: consuming ResultFolder) throws {
    let scenario = cells[0].study.scenario
    let sweep = SweepTables.sweep(varying: paths, regions: manifest.regions)
    let rows = SweepTables.rows(of: result, values: cells.map(\.values))
    try folder.write(sweep.bytes(of: rows, format: format), to: "sweep.csv")
    try folder.write(bytesOfCells, to: Self.cells)
    // What a run goes on from has one form, whatever people read.
    try folder.write(result.sums, to: Self.sums)
    var manifest = manifest
    manifest.replications?.done = result.replications
    manifest.isComplete = result.done.missing(in: numbers).isEmpty
    try folder.commit(
      manifest,
      package: DataPackage(
        name: "\(scenario.name)-sweep", title: "\(scenario.title): what if",
        resources: [
          .init(path: "sweep.csv", title: "What each cell comes to", schema: sweep.schema),
          .init(
            path: Self.cells, title: "The cells", schema: SweepTables.cells(varying: paths).schema),
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
      .text("Cell", "Celle"), .text("Group", "Gruppe"), .number("Not reached", "Uden kontakt"),
      .number(Phrase.monteCarlo), .number("Change", "Ændring"), .number("± paired", "± parret"),
      .number("± unpaired", "± uparret"),
    ]
    if regions > 1 {
      columns += [.number("Lowest region", "Laveste region"), .number("Highest region", "Højeste region")]
    }
    columns += [
      .number("To out-of-hours", "Til lægevagten"), .number("Change", "Ændring"),
      .number("± paired", "± parret"),
    ]
    let rule = Phrase.rule(definition.name, definition)
    var table = TextTable(
      columns,
      title: said(
        "What if: \(result.replications) replications of each cell",
        "Hvad nu hvis: \(result.replications) gentagelser af hver celle")
        + (regions > 1 ? said(" in each of \(regions) regions", " i hver af \(regions) regioner") : "")
        + said(" under common random numbers", " med fælles tilfældige tal"),
      notes: [
        said(
          "Not reached: truth by \(rule), in percent; changes to the first cell in points. To out-of-hours: callers displaced, per 1,000 practice-days.",
          "Uden kontakt: sand andel efter \(rule), i procent; ændringer fra den første celle i procentpoint. Til lægevagten: de, der ringede forgæves og henvendte sig dér, pr. 1.000 praksisdage."
        ),
        said(
          "±: Monte Carlo standard error. Unpaired: what the error of the change would be with independent random numbers.",
          "±: Monte Carlo-standardfejl. Uparret: hvad ændringens fejl ville være med uafhængige tilfældige tal."
        ),
      ]
        + (regions > 1
          ? [
            said(
              "Lowest and highest: the change in single regions with these shares, which no number of replications brings closer.",
              "Laveste og højeste: ændringen i enkelte regioner med disse andele, som intet antal gentagelser bringer tættere på hinanden."
            )
          ]
          : []))
    for (number, cell) in result.cells.enumerated() {
      for (place, group) in cell.study.groups.enumerated() where groups.contains(group.label) {
        guard let row = cell.row(definition: 0, group: place, baseline: result.cells[0]) else { continue }
        var cells = [
          labels[number], Phrase.group(group.label, by: group.by), Self.percent(row.rate.value),
          Self.percent(row.rate.standardError),
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

  private var definition: ReachedDefinition {
    result.cells.first.map(\.study.scenario.survey.definition) ?? .agreement
  }

  private static func percent(_ share: Double?) -> String {
    share.map { spoken($0 * 100, decimals: 2) } ?? "–"
  }

  private static func count(_ number: Double?) -> String {
    number.map { spoken($0, decimals: 1) } ?? "–"
  }
}
