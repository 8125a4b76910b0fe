/// Which file a path leads to, however it is written: links followed, without `.` and `..`.
///
/// Two paths with the same identity are one file, also where it does not exist yet.
public struct FileIdentity: Hashable, Sendable {
  private let path: String

  /// Finds the file; `nil` for `-`, and for devices and pipes, which an output does not replace.
  public init?(_ path: String) {
    guard path != "-", !path.isEmpty, (try? Platform.kind(of: path)) != .other else { return nil }
    self.path = Self.resolved(path)
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
