import Foundation

@testable import Files
@testable import Scenarios
@testable import Studies
@testable import SurveyDesign
@testable import Surveys
@testable import Tables
@testable import TelefontidCommand
@testable import Terminal

/// Which reader is fuzzed, by the environment: libFuzzer has the arguments.
private let reader = ProcessInfo.processInfo.environment["FUZZ_READER"] ?? ""

/// A folder of results that is written again for each input.
private let folder: String = {
  let path = NSTemporaryDirectory() + "/telefontid-fuzz-\(ProcessInfo.processInfo.processIdentifier)"
  try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  return path
}()

/// Reads one input.
///
/// Errors are what a reader is to answer bad input with; a trap ends the process, and libFuzzer keeps the input.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  switch reader {
  case "scenario": readScenario(bytes)
  case "csv": readTables(bytes)
  case "arguments": readArguments(bytes)
  case "folder": readFolder(bytes)
  default: fatalError("FUZZ_READER is scenario, csv, arguments or folder")
  }
  return 0
}

private func readScenario(_ bytes: [UInt8]) {
  guard
    let document = try? ScenarioDocument(parsing: String(decoding: bytes, as: UTF8.self), file: "fuzz.json")
  else { return }
  _ = try? document.scenario()
}

/// The first byte says which table.
private func readTables(_ bytes: [UInt8]) {
  guard let kind = bytes.first else { return }
  let rest = Array(bytes.dropFirst())
  switch kind % 4 {
  case 0:
    var options = SurveyCallReader.Options()
    options.needsWaits = true
    var calls = SurveyCallReader(options)
    if (try? CSVReader.read(rest, file: "fuzz.csv", to: &calls)) != nil { _ = calls.surveyCalls() }
  case 1: _ = try? Frame(reading: rest, file: "fuzz.csv")
  case 2:
    // In two pieces, as a file comes.
    var calls = SurveyCallReader()
    var reader = CSVReader(file: "fuzz.csv")
    let middle = rest.count / 2
    reader.feed(rest.span.extracting(..<middle), to: &calls)
    reader.feed(rest.span.extracting(middle...), to: &calls)
    if (try? reader.finish(to: &calls)) != nil { _ = calls.surveyCalls() }
  default: _ = try? Table(rest, file: "fuzz.csv")
  }
}

/// A word a line.
private func readArguments(_ bytes: [UInt8]) {
  let words = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    .map { String(decoding: $0, as: UTF8.self) }
  var help = (usage: "", command: "")
  guard let request = try? Request(words, in: .telefontid, help: &help) else { return }
  switch request {
  case .text(let text): _ = text(80)
  case .run(let type, _, let arguments): _ = try? type.init(arguments)
  }
}

/// The first byte says which file of a folder.
private func readFolder(_ bytes: [UInt8]) {
  guard let kind = bytes.first else { return }
  let rest = Array(bytes.dropFirst())
  if kind % 2 == 0 {
    _ = FileManager.default.createFile(atPath: "\(folder)/\(Manifest.fileName)", contents: Data(rest))
    _ = try? Manifest.read(fromFolder: folder)
  } else if let table = try? Table(rest, file: "tallies.csv") {
    _ = try? RegionalResult(tallies: table)
  }
}
