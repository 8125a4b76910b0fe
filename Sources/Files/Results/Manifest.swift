package import Tables

/// What a folder of results says of itself: who wrote it, from what, how far it came, and every file's digest.
///
/// Neither clock nor host stands in it, so the same run writes the same bytes.
package struct Manifest: Equatable, Sendable {
  /// The scenario that was run.
  package struct Scenario: Equatable, Sendable {
    /// Its name.
    package var name: String
    /// The digest of the complete, defaulted scenario.
    package var sha256: String

    /// Names a scenario.
    package init(name: String, sha256: String) {
      self.name = name
      self.sha256 = sha256
    }
  }

  /// Which replications were asked for, and how many of them are there.
  package struct Replications: Equatable, Sendable {
    /// The number of the first.
    package var first: Int
    /// How many were asked for.
    package var asked: Int
    /// How many are done: of a simulation those from `first` on, without a gap; of a sweep also those of some parts.
    package var done: Int

    /// Counts replications.
    package init(first: Int, asked: Int, done: Int) {
      self.first = first
      self.asked = asked
      self.done = done
    }
  }

  /// A folder that was merged into this one.
  package struct Shard: Equatable, Sendable {
    /// The number of its first replication.
    package var first: Int
    /// How many it held.
    package var done: Int
    /// The digest of its manifest.
    package var sha256: String

    /// Names a shard.
    package init(first: Int, done: Int, sha256: String) {
      self.first = first
      self.done = done
      self.sha256 = sha256
    }
  }

  /// The name that a manifest has in its folder.
  package static let fileName = "manifest.json"

  /// The program that wrote the folder.
  package var program = Program.name
  /// Its version.
  package var version = Program.version
  /// The words that repeat the run, without those that change no result, such as the number of jobs.
  package var commandLine: [String]
  /// The scenario, if there was one.
  package var scenario: Scenario?
  /// The seed, if anything was drawn.
  package var seed: UInt64?
  /// The seed of the region, or of the first of several.
  package var practicesSeed: UInt64?
  /// The digest of the practices that scenarios read from files, of a run that does not write them; `nil` where there are none.
  package var frameSHA256: String?
  /// How many regions there were: that of the seed and those of the seeds behind it.
  package var regions: Int
  /// The replications, if anything was repeated.
  package var replications: Replications?
  /// Whether everything that was asked for is there.
  package var isComplete: Bool
  /// The folders that were merged, in order of their first replication.
  package var shards: [Shard]
  /// Every other file of the folder, in the order in which they were finished.
  package var files: [OutputFile.Record]

  /// Describes a run; the files are added when the folder is finished.
  package init(
    commandLine: [String], scenario: Scenario? = nil, seed: UInt64? = nil, practicesSeed: UInt64? = nil,
    frameSHA256: String? = nil, regions: Int = 1, replications: Replications? = nil,
    isComplete: Bool = true, shards: [Shard] = [], files: [OutputFile.Record] = []
  ) {
    self.commandLine = commandLine
    self.scenario = scenario
    self.seed = seed
    self.practicesSeed = practicesSeed
    self.frameSHA256 = frameSHA256
    self.regions = regions
    self.replications = replications
    self.isComplete = isComplete
    self.shards = shards
    self.files = files
  }

  /// The manifest as a JSON document; what is absent has no member.
  package var json: JSONText {
    var members: [JSONText.Member] = [
      .init("program", .string(program)),
      .init("version", .string(version)),
      .init("command", .array(commandLine.map(JSONText.string))),
    ]
    if let scenario {
      members.append(
        .init("scenario", ["name": .string(scenario.name), "sha256": .string(scenario.sha256)]))
    }
    if let seed { members.append(.init("seed", .unsigned(seed))) }
    if let practicesSeed { members.append(.init("practices_seed", .unsigned(practicesSeed))) }
    if let frameSHA256 { members.append(.init("frame_sha256", .string(frameSHA256))) }
    if regions > 1 { members.append(.init("regions", .integer(regions))) }
    if let replications {
      members.append(
        .init(
          "replications",
          [
            "first": .integer(replications.first), "asked": .integer(replications.asked),
            "done": .integer(replications.done),
          ]))
    }
    members.append(.init("complete", .bool(isComplete)))
    if !shards.isEmpty { members.append(.init("shards", .array(shards.map(\.json)))) }
    members.append(.init("files", .array(files.map(\.json))))
    return .object(members)
  }
}

extension Manifest.Shard {
  fileprivate var json: JSONText {
    ["first": .integer(first), "done": .integer(done), "sha256": .string(sha256)]
  }
}

extension OutputFile.Record {
  fileprivate var json: JSONText {
    ["path": .string(path), "bytes": .integer(bytes), "sha256": .string(sha256)]
  }
}
