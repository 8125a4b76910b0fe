import Files
import Reports
import Scenarios
import Studies
import Tables
import Terminal

/// Measurements as people and programs read them.
struct MeasurementTables: Sendable {
  let measurements: [Measurement]
  let earlier: EarlierRun?

  /// The table for people.
  var text: TextTable {
    var table = TextTable(columns.map { $0.isNumber ? .number($0.name) : .text($0.name) })
    for measurement in measurements { table.append(cells(measurement)) }
    return table
  }

  /// The table for a document.
  var markdown: String {
    let lines =
      [columns.map(\.name), columns.map { $0.isNumber ? "---:" : "---" }] + measurements.map(cells)
    return lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }

  private var columns: [(name: String, isNumber: Bool)] {
    let names = ["What", "Unit", "Median", "Lowest", "Highest", "Runs", "Target"]
    return (earlier == nil ? names : names + ["Ratio to earlier"]).enumerated().map { ($1, $0 > 1) }
  }

  private func cells(_ measurement: Measurement) -> [String] {
    let quantity = measurement.quantity
    var cells = [quantity.name, quantity.unit]
    cells += [measurement.median, measurement.lowest, measurement.highest].map(Self.short)
    cells += ["\(measurement.values.count)", quantity.target.map { Self.text($0, measurement) } ?? ""]
    if let earlier { cells.append(earlier.ratio(of: measurement)) }
    return cells
  }

  /// The table for programs.
  var csv: [UInt8] {
    let header = ["name", "unit", "median", "lowest", "highest", "runs"]
    let rows = measurements.map { measurement in
      [measurement.quantity.name, measurement.quantity.unit]
        + [measurement.median, measurement.lowest, measurement.highest].map(NumberText.shortest)
        + ["\(measurement.values.count)"]
    }
    return Table(header: header, rows: rows).bytes()
  }

  private static func text(_ target: Target, _ measurement: Measurement) -> String {
    let verdict = target.isMet(by: measurement.median) ? "met" : "missed"
    switch target {
    case .atMost(let limit): return "<= \(short(limit)) \(verdict)"
    case .atLeast(let limit): return ">= \(short(limit)) \(verdict)"
    }
  }

  /// Three or four figures, which is as much as a benchmark can tell.
  private static func short(_ value: Double) -> String {
    switch abs(value) {
    case ..<10: NumberText.format(value, decimals: 3)
    case ..<100: NumberText.format(value, decimals: 2)
    case ..<1000: NumberText.format(value, decimals: 1)
    default: NumberText.format(value, decimals: 0)
    }
  }
}

/// The medians of an earlier run.
struct EarlierRun: Sendable {
  let medians: [String: Double]

  /// Reads what `-o` wrote; rows that hold no number are left out.
  ///
  /// - Throws: `FileFault` for a file that has not the columns, `TableFaults` for one that is no table.
  init(file: String) throws {
    let table = try Table(InputFile.contents(of: file), file: file)
    guard let names = table.values(of: "name"), let values = table.values(of: "median") else {
      throw FileFault(.badData, file, "has no columns 'name' and 'median'; expected what -o has written")
    }
    medians = Dictionary(
      zip(names, values).compactMap { name, value in Double(value).map { (name, $0) } },
      uniquingKeysWith: { $1 })
  }

  /// A median divided by the earlier one; a dash where that was zero or no number, such as an allocation per call.
  func ratio(of measurement: Measurement) -> String {
    guard let before = medians[measurement.quantity.name] else { return "new" }
    return before.isFinite && before != 0 ? NumberText.format(measurement.median / before, decimals: 3) : "–"
  }
}
