/// A single file of output that appears as a whole, or standard output for `-`.
///
/// The bytes go into a hidden neighbour that takes the old file's place, and its permissions, at
/// ``commit()``. A device or a pipe is written to directly, since it must not be replaced.
///
/// ```swift
/// var output = try ReplacedFile("report.html")
/// try output.file.append(html)
/// try output.commit()
/// ```
///
/// Several files of one command take their places together: see ``ReplacedFiles``.
package struct ReplacedFile: ~Copyable, Sendable {
  /// The file to write to.
  package var file: OutputFile

  private let target: OutputPath?
  private let partial: String
  private var isOpen: Bool
  private var record: OutputFile.Record?

  /// Prepares to write a file; missing parents are made.
  ///
  /// - Throws: ``FileFault`` of kind `cannotCreate` when it cannot be.
  package init(_ path: String) throws {
    let place = try Self.open(path)
    file = OutputFile(
      place.descriptor, name: place.target?.name ?? path, path: path == "-" ? "standard output" : path,
      ownsDescriptor: path != "-")
    target = place.target
    partial = place.partial
    isOpen = place.target != nil
    if let target { file.copyPermissions(of: target.path) }
  }

  /// Refuses a path that cannot be written to, before there is anything to write; nothing is made.
  ///
  /// - Throws: ``FileFault`` of kind `cannotCreate`, also for a file that the command has read.
  package static func check(_ path: String) throws {
    guard path != "-" else { return }
    func refuse(_ reason: String) -> FileFault { FileFault(.cannotCreate, path, reason) }
    guard !path.isEmpty else { throw refuse("an output needs a name") }
    guard !path.hasSuffix("/") else { throw refuse("names a folder; expected a file") }
    do {
      let folder: String
      switch try Platform.kind(of: path) {
      case .folder: throw refuse("is a folder; expected a file")
      case .other: return
      case .file, .link: folder = OutputPath.divide(try Platform.realPath(path)).folder
      case .nothing:
        if try Platform.kind(of: path, followingLinks: false) == .link {
          throw refuse("is a symbolic link to nothing")
        }
        folder = try nearestFolder(above: path)
      }
      if let obstacle = Platform.obstacle(toWritingIn: folder) { throw obstacle }
    } catch let error as SystemError {
      throw refuse(error.reason)
    }
    try refuseInput(at: path, given: path)
  }

  /// Refuses the place of a file that the command has read.
  private static func refuseInput(at place: String, given path: String) throws {
    guard let input = CommandFiles.nameOfInput(at: place) else { return }
    let name = input == path ? "" : " as \(input)"
    throw FileFault(.cannotCreate, path, "is what this command reads\(name); write to another file")
  }

  /// The folder that is there, in which the others would be made.
  private static func nearestFolder(above path: String) throws -> String {
    var folder = OutputPath.divide(path).folder
    while true {
      switch try Platform.kind(of: folder) {
      case .folder: return folder
      case .nothing: folder = OutputPath.divide(folder).folder
      case .file, .link, .other: throw SystemError.notAFolder
      }
    }
  }

  /// Where the bytes go, and the file that they will replace unless they go straight to their end.
  private struct Place {
    var descriptor: Int32
    var target: OutputPath?
    var partial = ""
  }

  private static func open(_ path: String) throws -> Place {
    guard path != "-" else { return Place(descriptor: Platform.standardOutput) }
    try check(path)
    do {
      if try Platform.kind(of: path) == .other {
        return Place(descriptor: try Platform.open(path, for: .writing))
      }
      let target = try OutputPath(path)
      try refuseInput(at: target.path, given: path)
      ReplacedFiles.recover(target)
      let partial = target.newNeighbour(.partial)
      return Place(descriptor: try Platform.open(partial, for: .creating), target: target, partial: partial)
    } catch let error as SystemError {
      throw FileFault(.cannotCreate, path, error.reason)
    }
  }

  deinit {
    if isOpen { Folder.remove(partial) }
  }

  /// Writes the rest and puts the file in its place.
  ///
  /// - Returns: its length and digest.
  @discardableResult
  package mutating func commit() throws -> OutputFile.Record {
    let record = try finish()
    guard let target, isOpen else { return record }
    do {
      try Platform.rename(partial, to: target.path)
      isOpen = false
      try Folder.synchronize(target.parent)
    } catch {
      throw FileFault(.brokenOff, target.given, error.reason)
    }
    return record
  }

  /// Writes the rest and leaves it to others to put the file in its place; `nil` where the bytes have gone to their end.
  mutating func handOver() throws -> CompleteFile? {
    _ = try finish()
    guard let target, isOpen else { return nil }
    isOpen = false
    return CompleteFile(partial: partial, target: target)
  }

  private mutating func finish() throws -> OutputFile.Record {
    if let record { return record }
    // What was read since the file was begun counts, too.
    if let target { try Self.refuseInput(at: target.path, given: target.given) }
    let finished = try file.finish()
    record = finished
    return finished
  }
}

/// A file that is written and only lacks its name.
struct CompleteFile {
  /// Where it is.
  var partial: String
  /// Where it belongs.
  var target: OutputPath
}
