internal import Files
internal import Foundation

/// Files by the names that users give them.
enum TextFile {
  /// A scenario is written by hand; anything larger is something else.
  static let largest = 16 << 20

  /// The text of a UTF-8 file.
  ///
  /// - Parameter isNamed: Whether another file names it: then a pipe is refused, which would keep us waiting.
  /// - Throws: ``ScenarioFaults`` with one fault when the file is missing, a folder, unreadable, too large or not UTF-8.
  static func text(of path: String, isNamed: Bool = false) throws -> String {
    let bytes = try bytes(of: path, atMost: largest, isNamed: isNamed)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ScenarioFaults([
        ScenarioFault(file: path, line: lineOfFirstInvalidByte(bytes), message: "not UTF-8 text")
      ])
    }
    return text
  }

  /// The bytes of a file.
  static func bytes(of path: String, atMost limit: Int, isNamed: Bool) throws -> [UInt8] {
    func fault(_ kind: ScenarioFault.Kind, _ message: String) -> ScenarioFaults {
      ScenarioFaults([ScenarioFault(kind, file: path, message: message)])
    }
    guard !InputFile.isMissing(path) else { throw fault(.unreadable, "does not exist") }
    var bytes: [UInt8] = []
    do {
      // A file whose name is `-` is one: what a scenario names is never standard input.
      var input = try InputFile(path == "-" ? "./-" : path, isPlain: isNamed)
      while bytes.count <= limit, try input.read() { bytes += input.bytes }
    } catch let error as FileFault {
      throw fault(.unreadable, error.reason)
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
