internal import Foundation

/// Files by the names that users give them.
enum TextFile {
  /// A scenario is written by hand; anything larger is something else.
  static let largest = 16 << 20

  /// The text of a UTF-8 file.
  ///
  /// - Throws: ``ScenarioFaults`` with one fault when the file is missing, a folder, unreadable, too large or not UTF-8.
  static func text(of path: String) throws -> String {
    let bytes = try bytes(of: path, atMost: largest)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ScenarioFaults([
        ScenarioFault(file: path, line: lineOfFirstInvalidByte(bytes), message: "not UTF-8 text")
      ])
    }
    return text
  }

  /// The bytes of a file.
  static func bytes(of path: String, atMost limit: Int) throws -> [UInt8] {
    func fault(_ kind: ScenarioFault.Kind, _ message: String) -> ScenarioFaults {
      ScenarioFaults([ScenarioFault(kind, file: path, message: message)])
    }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw fault(.unreadable, "does not exist")
    }
    guard !isFolder.boolValue else { throw fault(.unreadable, "is a folder") }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw fault(.unreadable, "cannot be read: no permission")
    }
    defer { try? handle.close() }
    var bytes: [UInt8] = []
    do {
      while bytes.count <= limit, let data = try handle.read(upToCount: min(limit + 1, 1 << 20)),
        !data.isEmpty
      {
        bytes += Array(data)
      }
    } catch {
      throw fault(.unreadable, "cannot be read: \(error.localizedDescription)")
    }
    guard bytes.count <= limit else { throw fault(.data, "is larger than \(limit >> 20) MB") }
    return bytes
  }

  private static func lineOfFirstInvalidByte(_ bytes: [UInt8]) -> Int {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var line = 1
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): line += scalar == "\n" ? 1 : 0
      case .emptyInput, .error: return line
      }
    }
  }

  /// A path relative to the folder of another file; absolute paths stay as they are.
  static func path(_ path: String, besides file: String) -> String {
    guard !path.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return path }
    return file[...slash] + path
  }

  /// The file's name without folder and extension.
  static func baseName(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.lastIndex(of: ".").map { name[..<$0] } ?? name)
  }

  /// A text that is the same for all names of one file.
  static func identity(of path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }
}
