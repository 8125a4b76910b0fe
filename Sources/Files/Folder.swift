import Foundation

/// What one does with whole folders.
enum Folder {
  /// The names in a folder in order, hidden ones too; none when it cannot be read.
  ///
  /// Where nothing may be lost it has to be known whether it could: `Platform.names(in:)` says so.
  static func names(in path: String) -> [String] {
    (try? Platform.names(in: path)) ?? []
  }

  /// Removes a file or a folder with everything in it; links are removed, not followed.
  static func remove(_ path: String) {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Removes a folder that nothing is in.
  static func removeEmpty(_ path: String) {
    try? Platform.removeFolder(path)
  }

  /// Whether the process stands in the folder or below it.
  static func isCurrent(_ path: String) -> Bool {
    guard let current = try? Platform.realPath(".") else { return false }
    return current == path || current.hasPrefix(path == "/" ? "/" : path + "/")
  }

  /// Brings a folder's entries to the disk.
  static func synchronize(_ path: String) throws(SystemError) {
    let descriptor = try Platform.open(path, for: .folder)
    defer { try? Platform.close(descriptor) }
    try Platform.synchronize(descriptor)
  }
}
