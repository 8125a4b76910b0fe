import Foundation

extension Manifest {
  /// The manifest of a folder of results.
  ///
  /// - Throws: ``FileFault`` of kind `noInput` when there is none, `badData` when it is not one of ours.
  package static func read(fromFolder folder: String) throws -> Manifest {
    let path = folder + "/" + fileName
    return try Manifest(InputFile.contents(of: path, isPlain: true), file: path)
  }

  /// The manifest that stands in a file.
  ///
  /// - Throws: ``FileFault`` of kind `badData` when it is not one of ours.
  init(_ bytes: [UInt8], file: String) throws(FileFault) {
    do {
      self = try JSONDecoder().decode(Document.self, from: Data(bytes)).manifest()
    } catch {
      throw FileFault(.badData, file, "is not a manifest of \(Program.name)")
    }
  }

  /// The file as it stands, before anything is believed.
  private struct Document: Decodable {
    var program: String
    var version: String
    var command: [String]
    var scenario: Scenario?
    var seed: UInt64?
    var practices_seed: UInt64?
    var frame_sha256: String?
    var regions: Int?
    var replications: Replications?
    var complete: Bool
    var shards: [Shard]?
    var files: [File]

    struct Scenario: Decodable {
      var name: String
      var sha256: String
    }

    struct Replications: Decodable {
      var first: Int
      var asked: Int
      var done: Int
    }

    struct Shard: Decodable {
      var first: Int
      var done: Int
      var sha256: String
    }

    struct File: Decodable {
      var path: String
      var bytes: Int
      var sha256: String
    }

    struct Impossible: Error {}

    func manifest() throws -> Manifest {
      guard program == Program.name, files.allSatisfy({ $0.bytes >= 0 && ResultFolder.isFileName($0.path) })
      else { throw Impossible() }
      guard regions ?? 1 >= 1 else { throw Impossible() }
      if let replications {
        let counts = [replications.first, replications.asked, replications.done]
        guard counts.allSatisfy({ $0 >= 0 }), replications.done <= replications.asked,
          !replications.first.addingReportingOverflow(replications.asked).overflow
        else { throw Impossible() }
      }
      for shard in shards ?? [] {
        guard shard.first >= 0, shard.done >= 0, !shard.first.addingReportingOverflow(shard.done).overflow
        else { throw Impossible() }
      }
      var manifest = Manifest(
        commandLine: command,
        scenario: scenario.map { .init(name: $0.name, sha256: $0.sha256) },
        seed: seed, practicesSeed: practices_seed, frameSHA256: frame_sha256, regions: regions ?? 1,
        replications: replications.map { .init(first: $0.first, asked: $0.asked, done: $0.done) },
        isComplete: complete,
        shards: (shards ?? []).map { .init(first: $0.first, done: $0.done, sha256: $0.sha256) },
        files: files.map { .init(path: $0.path, bytes: $0.bytes, sha256: $0.sha256) })
      manifest.version = version
      return manifest
    }
  }
}
