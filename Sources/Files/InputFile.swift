/// A file or standard input that is read in pieces.
///
/// ```swift
/// var input = try InputFile("calls.csv")
/// while try input.read() { reader.feed(input.bytes.span, to: &consumer) }
/// ```
///
/// It stands for the open file, so it cannot be copied.
package struct InputFile: ~Copyable, Sendable {
  /// The name for messages: as the user gave it, or "standard input".
  package let name: String
  /// The piece that was read last.
  package private(set) var bytes: [UInt8] = []

  private let descriptor: Int32
  private let ownsDescriptor: Bool

  private static let pieceLength = 1 << 18

  /// Opens a file, or standard input for `-`, and notes it among the ``CommandFiles``.
  ///
  /// - Parameters:
  ///   - path: as the user gave it.
  ///   - isPlain: whether nothing but a plain file will do: a pipe that a stranger's manifest names would keep us waiting.
  /// - Throws: ``FileFault`` of kind `noInput` when it is missing, unreadable or a folder.
  package init(_ path: String, isPlain: Bool = false) throws {
    guard path != "-" else {
      name = "standard input"
      descriptor = Platform.standardInput
      ownsDescriptor = false
      CommandFiles.note(descriptor, name: path)
      return
    }
    do {
      // Asked by name: opening a folder for reading is no error, reading it would be one.
      switch try Platform.kind(of: path) {
      case .folder: throw FileFault(.noInput, path, "is a folder; expected a file")
      case .other where isPlain: throw FileFault(.noInput, path, "is a pipe or a device; expected a file")
      case .nothing, .file, .link, .other: break
      }
      descriptor = try Platform.open(path, for: .reading)
      CommandFiles.note(descriptor, name: path)
    } catch let error as SystemError {
      throw FileFault(.noInput, path, error.reason)
    }
    name = path
    ownsDescriptor = true
  }

  deinit {
    if ownsDescriptor { try? Platform.close(descriptor) }
  }

  /// Reads the next piece into ``bytes``.
  ///
  /// - Returns: whether there was one; `false` at the end.
  /// - Throws: ``FileFault`` of kind `brokenOff` when reading fails.
  package mutating func read() throws -> Bool {
    // Kept from piece to piece until a short one, which is most often the last.
    if bytes.count < Self.pieceLength { bytes = [UInt8](repeating: 0, count: Self.pieceLength) }
    do {
      let count = try Platform.read(descriptor, into: &bytes)
      bytes.removeLast(bytes.count - count)
      return count > 0
    } catch {
      bytes = []
      throw FileFault(.brokenOff, name, error.reason)
    }
  }

  /// Some bytes of a plain file from an offset on, whatever was read before; fewer at its end.
  ///
  /// Several tasks may read at the same time.
  /// - Throws: ``FileFault`` of kind `brokenOff` when reading fails.
  package func bytes(from offset: Int, count: Int) throws -> [UInt8] {
    do {
      return try Platform.read(descriptor, from: offset, count: count)
    } catch {
      throw FileFault(.brokenOff, name, error.reason)
    }
  }

  /// The digest of a plain file, in lower-case hexadecimal digits.
  package static func digest(of path: String) throws -> String {
    var input = try InputFile(path, isPlain: true)
    var hash = SHA256()
    while try input.read() { hash.update(input.bytes) }
    return hash.hexDigest()
  }

  /// The beginning of a plain file; shorter where the file is.
  package static func head(of path: String, length: Int) throws -> [UInt8] {
    var input = try InputFile(path, isPlain: true)
    var head: [UInt8] = []
    while head.count < length, try input.read() { head += input.bytes }
    return Array(head.prefix(length))
  }

  /// Whether a file, not a folder, stands at a path.
  package static func exists(_ path: String) -> Bool {
    (try? Platform.kind(of: path)) == .file
  }

  /// The names in a folder in order, hidden ones too; none when it cannot be read.
  package static func names(in folder: String) -> [String] { Folder.names(in: folder) }

  /// How long a plain file is, in bytes; `nil` for anything else.
  package static func length(of path: String) -> Int? {
    Platform.length(of: path)
  }

  /// Whether nothing stands at a path.
  package static func isMissing(_ path: String) -> Bool {
    (try? Platform.kind(of: path)) == .nothing
  }

  /// A whole file (or standard input for `-`) that is known to be small, such as a scenario.
  ///
  /// - Parameters:
  ///   - path: as the user gave it.
  ///   - limit: in bytes; a longer file is refused before memory is.
  ///   - isPlain: whether nothing but a plain file will do.
  package static func contents(of path: String, limit: Int = 1 << 26, isPlain: Bool = false) throws -> [UInt8]
  {
    var input = try InputFile(path, isPlain: isPlain)
    var contents: [UInt8] = []
    while try input.read() {
      contents += input.bytes
      if contents.count > limit {
        throw FileFault(.badData, input.name, "is longer than \(limit) bytes; expected a small file")
      }
    }
    return contents
  }
}
