import Files
import Studies
import Tables
import Terminal

/// A folder that an earlier `simulate` wrote: part of a run, to be gone on from or merged with others.
struct Shard: Sendable {
  let path: String
  let manifest: Manifest
  /// The digest of the manifest, and so of everything that it names.
  let sha256: String
  /// Its replications, without a gap.
  let replications: Manifest.Replications

  /// Reads what the folder says of itself.
  ///
  /// - Throws: `FileFault`, also for a folder that `simulate` did not write.
  init(_ path: String) throws {
    ResultFolder.recover(path)
    let manifest = try Manifest.read(fromFolder: path)
    guard manifest.commandLine.dropFirst().first == SimulateCommand.spec.name,
      let replications = manifest.replications, manifest.files.contains(where: { $0.path == Self.tallies })
    else {
      throw FileFault(
        .badData, "\(path)/\(Manifest.fileName)", "is not of a folder that \(Program.name) simulate wrote")
    }
    self.path = path
    self.manifest = manifest
    self.replications = replications
    sha256 = SHA256.hexDigest(of: try InputFile.contents(of: "\(path)/\(Manifest.fileName)"))
  }

  private static let tallies = "\(StudyTallies.table(regions: 1).schema.name).csv"
  /// In bytes; a design of many different intervals has long tallies.
  private static let longestTable = 1 << 30

  /// The numbers of its replications.
  var numbers: Range<Int> { replications.first..<replications.first + replications.done }

  /// The value that a run of it was given for an option; `nil` for the default.
  func option(_ name: String) -> String? {
    let words = manifest.commandLine
    guard let place = words.firstIndex(of: "--" + name), place + 1 < words.count else { return nil }
    return words[place + 1]
  }

  /// The digest of one of its files; `nil` if it has none of that name.
  func digest(of name: String) -> String? {
    manifest.files.first { $0.path == name }?.sha256
  }

  /// What its replications add up to.
  ///
  /// - Throws: `FileFault`, also when they are not as many as the manifest says.
  func result() throws -> RegionalResult {
    let file = "\(path)/\(Self.tallies)"
    let result: RegionalResult
    do {
      result = try RegionalResult(
        tallies: Table(contents(of: Self.tallies, limit: Self.longestTable), file: file))
    } catch let fault as SumsFault {
      throw FileFault(.badData, file, fault.message)
    }
    guard result.replications == replications.done else {
      throw FileFault(
        .badData, file,
        "adds up \(result.replications) replications, but \(Manifest.fileName) says \(replications.done)")
    }
    return result
  }

  /// A whole file, as its manifest knows it.
  func contents(of name: String, limit: Int = 1 << 26) throws -> [UInt8] {
    let bytes = try InputFile.contents(of: "\(path)/\(name)", limit: limit, isPlain: true)
    try check(SHA256.hexDigest(of: bytes), of: name)
    return bytes
  }

  /// Copies the rows of a table behind those of another.
  ///
  /// - Parameter header: What must stand before the rows, and is left out.
  func copyRows(of name: String, below header: [UInt8], to file: inout OutputFile) throws {
    var input = try InputFile("\(path)/\(name)", isPlain: true)
    var hash = SHA256()
    var expected = header[...]
    while try input.read() {
      hash.update(input.bytes)
      var rows = input.bytes[...]
      while let byte = expected.first, let found = rows.first {
        guard byte == found else { throw changed(name) }
        expected.removeFirst()
        rows.removeFirst()
      }
      try file.append(Array(rows))
    }
    guard expected.isEmpty else { throw changed(name) }
    try check(hash.hexDigest(), of: name)
  }

  private func check(_ sha256: String, of name: String) throws {
    guard sha256 == digest(of: name) else { throw changed(name) }
  }

  private func changed(_ name: String) -> FileFault {
    FileFault(.badData, "\(path)/\(name)", "is not the file that the run wrote: its digest is another one")
  }
}
