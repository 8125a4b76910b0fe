/// A folder of results that appears as a whole or not at all.
///
/// Everything is written into a hidden neighbour, `.NAME.partial-PID-random`. ``commit(_:package:)`` brings it to the
/// disk and exchanges it for the old folder in one step of the file system. A run that is killed at any moment leaves
/// the old folder or the new one; what it left beside it, the next run to the same folder removes.
///
/// ```swift
/// var folder = try ResultFolder(replacing: "results/midtjylland-2015")
/// var calls = try folder.makeFile("calls.csv")
/// try calls.append("practice,slot\n")
/// try folder.finish(&calls)
/// try folder.commit(Manifest(commandLine: ["telefontid", "simulate"]))
/// ```
///
/// A folder that is not one of ours, or in which the user has put a file, is never replaced; one with a file that was changed
/// since only where the command may replace what is foreign (``CommandFiles``).
///
/// Where the file system cannot exchange folders, the old one is renamed `.NAME.replaced-PID-random` before the new
/// one takes its place. A run killed between those two steps leaves no folder of that name; the next run, or
/// ``recover(_:)``, puts the old one back.
package struct ResultFolder: ~Copyable, Sendable {
  /// How the new folder takes the place of the old one.
  enum Replacement: Sendable, CaseIterable {
    /// In one step, or in two where the file system cannot do that.
    case exchange
    /// In two steps.
    case renames
  }

  let target: OutputPath
  private let partial: String
  private let replacement: Replacement
  /// The lock on the partial folder, which tells other processes that its owner is alive.
  private let lock: Int32
  /// The files that are finished, in that order.
  package private(set) var records: [OutputFile.Record] = []
  private var isOpen = true

  /// Prepares to write a folder in the place of another, or where there is none; missing parents are made.
  ///
  /// - Throws: ``FileFault`` of kind `cannotCreate` when the place is taken by something else than our results, or
  ///   cannot be written to. It is better to hear that before the work than after it.
  package init(replacing path: String) throws {
    try self.init(replacing: path, by: .exchange)
  }

  init(replacing path: String, by replacement: Replacement) throws {
    let target = try OutputPath(path)
    try Self.recover(target)
    try Self.check(target)
    let partial = target.newNeighbour(.partial)
    do {
      try Platform.makeFolder(partial)
    } catch {
      throw FileFault(.cannotCreate, path, error.reason)
    }
    do {
      let lock = try Platform.open(partial, for: .folder)
      _ = Platform.lock(lock)
      self.lock = lock
    } catch {
      // Where no further file can be opened, a folder can still be removed.
      Folder.removeEmpty(partial)
      throw FileFault(.cannotCreate, path, error.reason)
    }
    self.target = target
    self.partial = partial
    self.replacement = replacement
  }

  deinit {
    if isOpen { Folder.remove(partial) }
    try? Platform.close(lock)
  }

  /// Whether a text can be the name of a file in a folder of results: no path, nothing hidden.
  package static func isFileName(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix(".") && !name.contains("/") && !name.contains("\0")
  }

  /// Whether a file is one of a folder of results: its manifest, or what that lists.
  package static func holds(_ path: String) -> Bool {
    guard let real = try? Platform.realPath(path) else { return false }
    let (folder, name) = OutputPath.divide(real)
    guard let manifest = try? CommandFiles.looking({ try Manifest.read(fromFolder: folder) }) else {
      return false
    }
    return name == Manifest.fileName || manifest.files.contains { $0.path == name }
  }

  /// Begins a file; several may be open at a time.
  ///
  /// - Parameter name: without a path, and not `manifest.json`.
  package func makeFile(_ name: String) throws -> OutputFile {
    precondition(Self.isFileName(name) && name != Manifest.fileName, "a name for a file of results")
    return try openFile(name)
  }

  /// Ends a file and notes it for the manifest; files are listed in the order in which they end.
  package mutating func finish(_ file: inout OutputFile) throws {
    records.append(try file.finish())
  }

  /// Writes a whole file at once.
  package mutating func write(_ bytes: [UInt8], to name: String) throws {
    var file = try makeFile(name)
    try file.append(bytes)
    try finish(&file)
  }

  /// Adds `datapackage.json` and `manifest.json` and puts the folder in its place.
  ///
  /// - Parameters:
  ///   - manifest: its files are filled in here.
  ///   - package: the tables among the files.
  package mutating func commit(_ manifest: Manifest, package: DataPackage? = nil) throws {
    precondition(isOpen, "a folder is committed once")
    if let package {
      var file = try makeFile(DataPackage.fileName)
      try file.append(package.json(files: records))
      try finish(&file)
    }
    var manifest = manifest
    manifest.files = records
    var file = try openFile(Manifest.fileName)
    try file.append(manifest.json)
    _ = try file.finish()
    let unknown = Folder.names(in: partial).filter { name in
      name != Manifest.fileName && !records.contains { $0.path == name }
    }
    precondition(unknown.isEmpty, "every file is finished before the folder is")
    do {
      try Folder.synchronize(partial)
      try putInPlace()
    } catch let error as SystemError {
      throw FileFault(.brokenOff, target.given, error.reason)
    }
  }

  private func openFile(_ name: String) throws -> OutputFile {
    do {
      let descriptor = try Platform.open("\(partial)/\(name)", for: .creating)
      return OutputFile(descriptor, name: name, path: "\(target.given)/\(name)")
    } catch {
      throw FileFault(.brokenOff, "\(target.given)/\(name)", error.reason)
    }
  }

  private mutating func putInPlace() throws {
    var old: String?
    if try Platform.kind(of: target.path) == .nothing {
      try Platform.rename(partial, to: target.path)
    } else {
      old = try exchange()
    }
    isOpen = false
    try Folder.synchronize(target.parent)
    if let old { Self.removeResults(in: old, leaving: target.path) }
  }

  /// Replaces the folder.
  ///
  /// - Returns: where the old one is now.
  private func exchange() throws -> String {
    if replacement == .exchange {
      do {
        try Platform.exchange(partial, target.path)
        return partial
      } catch let error where SystemError.unsupported.contains(error) {
        // This file system knows only renames.
      }
    }
    let backup = target.newNeighbour(.replaced)
    try Platform.rename(target.path, to: backup)
    do {
      try Platform.rename(partial, to: target.path)
    } catch {
      try Platform.rename(backup, to: target.path)
      throw error
    }
    return backup
  }

  /// Removes an old folder; a file that the user put there during the run moves into the new one.
  ///
  /// One whose names cannot be read stays beside it: the next run looks again.
  private static func removeResults(in old: String, leaving target: String) {
    guard let names = try? Platform.names(in: old) else { return }
    let foreign = foreignNames(among: names, of: try? Manifest.read(fromFolder: old))
    for name in foreign where (try? Platform.kind(of: "\(target)/\(name)")) == .nothing {
      try? Platform.rename("\(old)/\(name)", to: "\(target)/\(name)")
    }
    Folder.remove(old)
  }
}
