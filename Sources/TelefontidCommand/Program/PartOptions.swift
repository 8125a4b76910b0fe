import Files
import Scenarios
import Studies
import SurveyDesign
import Tables
import Terminal

/// Which replications a command makes of a run that several machines share, or that broke off, and which it takes from folders.
struct PartOptions: OptionGroup {
  @Option(.part("Makes the K-th of N parts of the replications, as one of several machines."))
  var part: Part?
  @Option(
    .take("A folder of this command, a part or one that broke off: its replications are not made again."))
  var taken: [String]
  @Flag(
    "resume", "Takes the replications of the folder to be written, if there is one.", changesResults: false)
  var resumes: Bool

  /// Those of some replications that are to be made here, if no folder has them.
  func numbers(of all: Range<UInt64>) throws -> Range<UInt64> {
    let own = part.map { all.part(($0.number, $0.of)) } ?? all
    guard !own.isEmpty else {
      throw CommandError.usage("'--part': there are \(all.count) replications, fewer than parts")
    }
    return own
  }

  /// Hands over the sums of every folder that is to be taken.
  ///
  /// - Parameters:
  ///   - run: The run of which they must be.
  ///   - path: The folder to be written.
  ///   - check: Refuses a folder of the run that does not belong to it after all.
  ///   - add: Adds what stands in a `sums.csv`.
  func take(
    of run: Manifest, writing path: String?, checking check: (PartFolder) throws -> Void = { _ in },
    _ add: (Table) throws -> Void
  ) throws {
    for path in (resumes ? [path].compactMap(\.self) : []) + taken {
      guard let folder = try PartFolder(path, of: run, isNeeded: taken.contains(path)) else { continue }
      try check(folder)
      let name = SumRow.fileName
      do {
        try add(Table(try folder.contents(of: name), file: "\(path)/\(name)"))
      } catch let fault as SumsFault {
        throw CommandError.data([Fault(fault.message, file: "\(path)/\(name)")])
      }
    }
  }
}

extension SumRow {
  /// The file with the exact sums; it has one form, whatever people read.
  static let fileName = "\(table.schema.name).csv"
}

extension [Scenario] {
  /// The digest of the practices that they read from files, each file once; `nil` where they read none.
  var digestOfFrames: String? {
    var files: [String] = []
    var bytes: [UInt8] = []
    for scenario in self {
      guard let frame = scenario.frame, let file = scenario.frameFile, !files.contains(file) else { continue }
      files.append(file)
      bytes += frame.bytes()
    }
    return files.isEmpty ? nil : SHA256.hexDigest(of: bytes)
  }
}
