import Files
import Tables
import Terminal

/// Where the table for programs goes that a command makes besides those for people.
struct TableOutput: OptionGroup {
  @Option(.csv(changesResults: false)) var style: TableFormat
  @Option(.outputFile("The CSV file to write besides the tables; - instead of them.")) private var file:
    String?
  @Flag(
    "json", "Prints the rows of that file as JSON instead of the tables, an object a line.",
    changesResults: false)
  private var isJSON

  func validate(_ faults: inout [String]) {
    if isJSON, let name = $file.nameIfGiven ?? $style.nameIfGiven {
      faults.append("'--json' prints JSON, and '\(name)' is for a CSV file: leave one out")
    }
  }

  /// Refuses `--csv` where no file is written in that style.
  func refuseIdleStyle(besides other: String? = nil, _ faults: inout [String]) {
    guard $style.isGiven, file == nil, other == nil, !isJSON else { return }
    faults.append("'--csv' says how the CSV file is written: name one with '-o FILE'")
  }

  /// The file, `-` for standard output; `nil` where none is written.
  var path: String? { isJSON ? "-" : file }

  /// The option by which a file or rows are asked for, as it was typed; `nil` where neither is.
  var nameIfGiven: String? { $file.nameIfGiven ?? $isJSON.nameIfGiven }

  /// How the rows are written.
  var format: TableFormat { isJSON ? .jsonLines : style }

  /// The file among the outputs of a command.
  var use: FileUse? { isJSON ? nil : $file.file }
}
