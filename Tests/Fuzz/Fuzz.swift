// One of four readers is compiled, as the condition says that the script sets: a program holds no module that its reader does not
// need, because libFuzzer looks at the counters of all of them after each input.

#if SCENARIO
  @testable import Scenarios

  private func read(_ bytes: [UInt8]) {
    guard
      let document = try? ScenarioDocument(parsing: String(decoding: bytes, as: UTF8.self), file: "fuzz.json")
    else { return }
    _ = try? document.scenario()
  }
#elseif CSV
  @testable import SurveyDesign
  @testable import Surveys
  @testable import Tables

  /// The first byte says which table.
  private func read(_ bytes: [UInt8]) {
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
#elseif ARGUMENTS
  @testable import TelefontidCommand
  @testable import Terminal

  /// A word a line.
  private func read(_ bytes: [UInt8]) {
    let words = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    var help = (usage: "", command: "")
    guard let request = try? Request(words, in: .telefontid, help: &help) else { return }
    switch request {
    case .text(let text): _ = text(80)
    case .run(let type, _, let arguments): _ = try? type.init(arguments)
    }
  }
#elseif FOLDER
  @testable import Files
  @testable import Studies
  @testable import Tables

  /// Sums of a run that may have been divided.
  private struct Sums: PartedSums {
    var done = ReplicationRanges()
    var moments = RunningMoments()
    var count = 0

    mutating func visit<Visitor: PartSumVisitor>(_ visitor: inout Visitor) throws(Visitor.Fault) {
      try visitor.visit(&moments, SumName("late"))
      try visitor.visit(&count, SumName("calls"))
    }
  }

  /// The first byte says which file of a folder.
  private func read(_ bytes: [UInt8]) {
    guard let kind = bytes.first else { return }
    let rest = Array(bytes.dropFirst())
    if kind == 2 {
      var sums = Sums()
      if let table = try? Table(rest, file: "sums.csv") { try? sums.add(table) }
    } else if kind % 2 == 0 {
      _ = try? Manifest(rest, file: Manifest.fileName)
    } else if let table = try? Table(rest, file: "tallies.csv") {
      _ = try? RegionalResult(tallies: table)
    }
  }
#endif

/// Reads one input.
///
/// Errors are what a reader is to answer bad input with; a trap ends the process, and libFuzzer keeps the input.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  read(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}
