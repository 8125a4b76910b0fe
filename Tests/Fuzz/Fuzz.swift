// What libFuzzer calls with every input: one of the four readers, named by the environment variable TARGET. An input must never trap,
// and never come to an internal fault; that it is refused is as good as that it is read.

import Files
import Foundation
import Reports
import Scenarios
import SurveyDesign
import Surveys
import Tables

@testable import TelefontidCommand
@testable import Terminal

private enum Target: String {
  case scenario, csv, arguments, folder

  static let wished = Target(rawValue: ProcessInfo.processInfo.environment["TARGET"] ?? "") ?? .scenario
  /// A folder in memory for the reader of folders.
  static let place = "/dev/shm/telefontid-fuzz-\(getpid())"
}

/// Reads one input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  switch Target.wished {
  case .scenario: readScenario(bytes)
  case .csv: readTables(bytes)
  case .arguments: readArguments(bytes)
  case .folder: readFolder(bytes)
  }
  return 0
}

/// A scenario, and what it is when it is written out and read again.
private func readScenario(_ bytes: [UInt8]) {
  // What the text names is not read: a frame or another scenario is an input of its own.
  let text = String(decoding: bytes, as: UTF8.self)
  guard !text.contains("extends"), !text.contains("frame"),
    let document = try? ScenarioDocument(parsing: text, file: "fuzz.json"),
    let scenario = try? document.scenario()
  else { return }
  let written = scenario.canonicalText
  let again = try? ScenarioDocument(parsing: written, file: "fuzz.json").scenario()
  precondition(again?.canonicalText == written, "what is written is read as the same")
}

/// Calls and a frame; the first byte says in what pieces they come.
private func readTables(_ bytes: [UInt8]) {
  guard let first = bytes.first else { return }
  let rest = Array(bytes.dropFirst())
  var calls = SurveyCallReader()
  var reader = CSVReader(file: "fuzz.csv")
  let length = max(1, Int(first))
  var start = 0
  while start < rest.count, !reader.isStopped {
    let end = min(start + length, rest.count)
    reader.feed(Array(rest[start..<end]).span, to: &calls)
    start = end
  }
  let isRead = (try? reader.finish(to: &calls)) != nil
  if isRead { _ = calls.surveyCalls() }
  // In one piece it must come to the same.
  var again = SurveyCallReader()
  precondition(
    ((try? CSVReader.read(rest, file: "fuzz.csv", to: &again)) != nil) == isRead, "pieces change nothing")
  _ = try? Frame(reading: rest, file: "fuzz.csv", requiring: .practiceOnly)
}

/// A command line, a word a line, up to the command that would run.
private func readArguments(_ bytes: [UInt8]) {
  let words = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    .map(String.init)
  var help = (usage: "", command: "")
  do {
    switch try Request(words, in: .telefontid, help: &help) {
    case .text(let text): _ = text(80)
    case .run(let type, _, let arguments):
      _ = arguments.reproducible
      _ = try type.init(arguments)
    }
  } catch {
    precondition(CommandError(error).status != .internalFault, "\(error)")
  }
}

/// A folder of results: the input is its files, each behind a line `== NAME`.
private func readFolder(_ bytes: [UInt8]) {
  try? FileManager.default.removeItem(atPath: Target.place)
  try? FileManager.default.createDirectory(atPath: Target.place, withIntermediateDirectories: true)
  let text = String(decoding: bytes, as: UTF8.self)
  for part in text.split(separator: "== ") {
    let name = part.prefix { $0 != "\n" }
    guard ResultFolder.isFileName(String(name)), name.utf8.count < 100 else { continue }
    try? Data(part.dropFirst(name.count + 1).utf8).write(to: URL(fileURLWithPath: "\(Target.place)/\(name)"))
  }
  _ = ResultReading(folder: Target.place)
  _ = try? Shard(Target.place).result()
}
