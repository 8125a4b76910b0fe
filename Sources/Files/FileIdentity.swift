/// Which file a path leads to, however it is written: links followed, without `.` and `..`.
///
/// Two paths with the same identity are one file: one of the disk, whatever its names, or one that does not exist yet.
package struct FileIdentity: Hashable, Sendable {
  private enum Place: Hashable {
    case existing(FileNumber)
    case path(String)
  }

  private let place: Place

  /// Finds the file; `nil` for `-`, and for devices and pipes, which an output does not replace.
  package init?(_ path: String) {
    guard path != "-", !path.isEmpty, (try? Platform.kind(of: path)) != .other else { return nil }
    // The path may lead through folders that are not there yet.
    let resolved = Self.resolved(path)
    place = Platform.number(of: resolved).map(Place.existing) ?? .path(resolved)
  }

  private init?(_ number: FileNumber?) {
    guard let number else { return nil }
    place = .existing(number)
  }

  /// The file that standard input is read from; `nil` for a pipe or a terminal.
  package static var standardInput: FileIdentity? {
    FileIdentity(Platform.number(of: Platform.standardInput))
  }

  /// The path of what exists from the root, then the names of what does not.
  private static func resolved(_ path: String) -> String {
    if let real = try? Platform.realPath(path) { return real }
    let (folder, last) = OutputPath.divide(path)
    guard folder != path else { return path }
    let parent = resolved(folder)
    switch last {
    case "", ".": return parent
    case "..": return OutputPath.divide(parent).folder
    case let name: return parent == "/" ? "/" + name : parent + "/" + name
    }
  }
}
