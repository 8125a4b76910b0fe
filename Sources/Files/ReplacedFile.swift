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
public struct ReplacedFile: ~Copyable, Sendable {
  /// The file to write to.
  public var file: OutputFile

  private let target: OutputPath?
  private let partial: String
  private var isOpen: Bool
  private var record: OutputFile.Record?

  /// Prepares to write a file; missing parents are made.
  ///
  /// - Throws: ``FileFault`` of kind `cannotCreate` when it cannot be.
  public init(_ path: String) throws {
    let place = try Self.open(path)
    file = OutputFile(
      place.descriptor, name: place.target?.name ?? path, path: path == "-" ? "standard output" : path,
      ownsDescriptor: path != "-")
    target = place.target
    partial = place.partial
    isOpen = place.target != nil
    if let target { file.copyPermissions(of: target.path) }
  }

  /// Where the bytes go, and the file that they will replace unless they go straight to their end.
  private struct Place {
    var descriptor: Int32
    var target: OutputPath?
    var partial = ""
  }

  private static func open(_ path: String) throws -> Place {
    guard path != "-" else { return Place(descriptor: Platform.standardOutput) }
    func refuse(_ reason: String) -> FileFault { FileFault(.cannotCreate, path, reason) }
    guard !path.hasSuffix("/") else { throw refuse("names a folder; expected a file") }
    do {
      switch try path.isEmpty ? .nothing : Platform.kind(of: path) {
      case .folder: throw refuse("is a folder; expected a file")
      case .other: return Place(descriptor: try Platform.open(path, for: .writing))
      case .nothing, .file, .link: break
      }
      let target = try OutputPath(path)
      for abandoned in target.abandonedNeighbours(.partial) { Folder.remove(abandoned) }
      let partial = target.newNeighbour(.partial)
      return Place(descriptor: try Platform.open(partial, for: .creating), target: target, partial: partial)
    } catch let error as SystemError {
      throw refuse(error.reason)
    }
  }

  deinit {
    if isOpen { Folder.remove(partial) }
  }

  /// Writes the rest, so that nothing but the name is missing: of several files, prepare all before any is committed.
  public mutating func prepare() throws {
    if record == nil { record = try file.finish() }
  }

  /// Writes the rest and puts the file in its place.
  ///
  /// - Returns: its length and digest.
  @discardableResult
  public mutating func commit() throws -> OutputFile.Record {
    let record = if let record { record } else { try file.finish() }
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
}
