import Files
import Studies
import Terminal

/// `merge`: parts of one run, made anywhere, into the folder that one run would have written.
struct MergeCommand: Command {
  @Argument(
    "DIR", "Folders that simulate wrote, with different replications of the same scenario.",
    readingEach: .folder) var folders: [String]
  @Option(
    "replications", "N",
    "The replications that must be there, no fewer and no more: a number, or a range FIRST-LAST.",
    reading: .replications, absent: "those of the folders", changesResults: false) var expected: Replications?
  @Option(
    "output", short: "o", "DIR",
    "The folder to write; results of an earlier run there are replaced as a whole.", reading: .folder,
    changesResults: false) var output: String

  static let spec = CommandSpec(
    name: "merge",
    summary: "Join parts of a run, made on any machines, into the folder one run would have written.",
    discussion: """
      The folders may come in any order. Every CSV file is the same, byte for byte, as if one run had done all \
      replications, and the manifest names the folders by their digests.

      Folders that overlap, leave a gap, or differ in version, scenario, seed, practices or style are refused, with \
      everything that is wrong. A folder that was interrupted may only be the last: finish it first with \
      'simulate --resume'. That the first or the last part is missing, only --replications can tell.
      """,
    examples: [
      .init(
        command: "telefontid merge shards/0 shards/1 -o results/joined",
        purpose: "Join the halves of a run:"),
      .init(
        command: "telefontid merge shards/* --replications 0-999 -o results/joined",
        purpose: "Join the parts of a run, if none is missing:"),
    ])

  func validate(_ faults: inout [String]) {
    if folders.count > Self.most {
      faults.append("at most \(Self.most) folders are merged at a time; merge merged ones")
    }
  }

  /// So many sums can be added without leaving 64 bits.
  private static let most = 1_000

  func run(in context: Context) async throws {
    let shards = try Self.read(folders)
    try CommandFiles.refuseInputs(inFolder: output)
    guard let first = shards.first, let last = shards.last else { return }
    try check(shards, first)
    let style = first.option("csv").flatMap(CSVStyle.init) ?? .standard
    var results: [RegionalResult] = []
    for shard in shards { results.append(try shard.result()) }
    try Self.check(results, of: shards)

    var total = results[0]
    total.removeAll()
    var writer = try StudyWriter(total, format: style.format, folder: output)
    for (shard, result) in zip(shards, results) { try writer.add(shard, result) }
    let isComplete = last.manifest.isComplete
    let end = isComplete ? last.numbers.upperBound : last.replications.first + last.replications.asked
    let manifest = Manifest(
      commandLine: Self.commandLine(of: first, upTo: end), scenario: first.manifest.scenario,
      seed: first.manifest.seed, practicesSeed: first.manifest.practicesSeed,
      regions: first.manifest.regions,
      replications: .init(
        first: first.replications.first, asked: end - first.replications.first,
        done: last.numbers.upperBound - first.replications.first),
      isComplete: isComplete,
      shards: shards.map {
        .init(first: $0.replications.first, done: $0.replications.done, sha256: $0.sha256)
      })
    try writer.commit(
      manifest, practices: first.contents(of: "practices.csv"),
      package: .shard(String(decoding: first.contents(of: DataPackage.fileName), as: UTF8.self)))
    let range = "\(first.numbers.lowerBound)-\(last.numbers.upperBound - 1)"
    try context.print(
      said(
        "Replications \(range) from \(shards.count) folders written to \(output).\n",
        "Gentagelse \(range) fra \(shards.count) mapper skrevet til \(output).\n"))
    if !isComplete {
      context.remark(
        said(
          "\(last.path) was interrupted, so the merged run is not complete either.",
          "\(last.path) blev afbrudt, så den samlede kørsel er heller ikke fuldendt."))
    }
  }

  /// The folders in the order of their replications.
  private static func read(_ folders: [String]) throws -> [Shard] {
    var shards: [Shard] = []
    var faults: [Fault] = []
    var isMissing = false
    for folder in folders {
      do {
        shards.append(try Shard(folder))
      } catch let fault as FileFault {
        isMissing = isMissing || fault.kind == .noInput
        faults.append(Fault(fault.reason, file: fault.path))
      }
    }
    guard faults.isEmpty else { throw CommandError(isMissing ? .noInput : .data, faults) }
    return shards.sorted {
      ($0.numbers.lowerBound, $0.numbers.upperBound) < ($1.numbers.lowerBound, $1.numbers.upperBound)
    }
  }

  /// Refuses folders that are not parts of one run.
  private func check(_ shards: [Shard], _ first: Shard) throws {
    var faults: [Fault] = []
    if first.manifest.version != Program.version {
      faults.append(
        Fault(
          "was written by version \(first.manifest.version); this is \(Program.version)", file: first.path))
    }
    for shard in shards.dropFirst() {
      var differences = shard.differences(
        from: first.manifest, csv: first.option("csv"), keepCalls: first.option("keep-calls"),
        called: first.path)
      if shard.digest(of: "practices.csv") != first.digest(of: "practices.csv") {
        differences.append("has other practices than \(first.path)")
      }
      faults += differences.map { Fault($0, file: shard.path) }
    }
    faults += Self.gaps(shards)
    if let expected { faults += Self.faults(of: shards, expecting: expected.range) }
    guard faults.isEmpty else { throw CommandError.data(faults) }
  }

  /// What is in two folders or in none between them.
  private static func gaps(_ shards: [Shard]) -> [Fault] {
    zip(shards, shards.dropFirst()).compactMap { before, shard in
      let (end, start) = (before.numbers.upperBound, shard.numbers.lowerBound)
      if start < end {
        let last = min(end, shard.numbers.upperBound) - 1
        return Fault("\(text(start, last, "is", "are")) also in \(before.path)", file: shard.path)
      } else if start > end {
        let hint = before.manifest.isComplete ? "" : ", which was interrupted: finish it with --resume"
        return Fault(
          "\(text(end, start - 1, "is", "are")) missing, between this folder and \(before.path)\(hint)",
          file: shard.path)
      }
      return nil
    }
  }

  /// What is missing before and behind the folders, and what was not asked for.
  private static func faults(of shards: [Shard], expecting range: Range<UInt64>) -> [Fault] {
    guard let first = shards.first, let last = shards.last else { return [] }
    let (start, end) = (Int(clamping: range.lowerBound), Int(clamping: range.upperBound))
    let (found, foundEnd) = (first.numbers.lowerBound, last.numbers.upperBound)
    var faults: [Fault] = []
    if start < found {
      faults.append(
        Fault(
          "\(text(start, min(found, end) - 1, "is", "are")) missing, before this folder", file: first.path))
    } else if found < start {
      faults.append(
        Fault("\(text(found, min(start, foundEnd) - 1, "is", "are")) not asked for", file: first.path))
    }
    if foundEnd < end {
      let hint = last.manifest.isComplete ? "" : ", which was interrupted: finish it with --resume"
      faults.append(
        Fault(
          "\(text(max(foundEnd, start), end - 1, "is", "are")) missing, behind this folder\(hint)",
          file: last.path))
    } else if end < foundEnd {
      faults.append(
        Fault("\(text(max(end, found), foundEnd - 1, "is", "are")) not asked for", file: last.path))
    }
    return faults
  }

  private static func text(_ first: Int, _ last: Int, _ one: String, _ many: String) -> String {
    first < last ? "replications \(first)-\(last) \(many)" : "replication \(first) \(one)"
  }

  /// Refuses tallies of different tables.
  private static func check(_ results: [RegionalResult], of shards: [Shard]) throws {
    var faults: [Fault] = []
    for (shard, result) in zip(shards, results) {
      if result.regions.count != results[0].regions.count || result.outline != results[0].outline {
        faults.append(Fault("its tallies have other rows than those of \(shards[0].path)", file: shard.path))
      }
    }
    guard faults.isEmpty else { throw CommandError.data(faults) }
  }

  /// The words of the run that would have done it all.
  private static func commandLine(of shard: Shard, upTo end: Int) -> [String] {
    var words = shard.manifest.commandLine
    let run = SimulateCommand()
    for option in [run.$replications.spec.typedName, run.$precision.spec.typedName] {
      guard let place = words.firstIndex(of: option), place + 1 < words.count else { continue }
      words.removeSubrange(place...place + 1)
    }
    let first = shard.replications.first
    let range = first == 0 ? "\(end)" : "\(first)-\(end - 1)"
    // Options stand behind the scenario, unless its name looks like one.
    let place = words.contains("--") ? 2 : 3
    words.insert(
      contentsOf: [run.$replications.spec.typedName, range], at: min(place, words.count))
    return words
  }
}
