package import Tables

/// A file that is being written: bytes are collected, hashed and counted on their way.
///
/// Add to ``pending`` as much as one likes, typically a row, then call ``drain()``:
///
/// ```swift
/// writer.field(0.0962, to: &file.pending)
/// writer.endRow(to: &file.pending)
/// try file.drain()
/// ```
///
/// It stands for the open file, so it cannot be copied. Dropped without ``finish()`` it is closed as it is.
package struct OutputFile: ~Copyable, Sendable {
  /// What is known of a file once it is written.
  package struct Record: Equatable, Sendable {
    /// The name inside its folder.
    package var path: String
    /// The length in bytes.
    package var bytes: Int
    /// The digest in lower-case hexadecimal digits.
    package var sha256: String

    /// Puts a record together.
    package init(path: String, bytes: Int, sha256: String) {
      self.path = path
      self.bytes = bytes
      self.sha256 = sha256
    }
  }

  /// The file's name inside its folder, or as the user gave it.
  package let name: String
  /// Bytes that have not been written yet.
  package var pending: [UInt8] = []

  private var descriptor: Int32
  private let ownsDescriptor: Bool
  /// The path for messages.
  private let path: String
  private var hash = SHA256()
  private var written = 0

  /// As many bytes are collected before the operating system is asked to take them.
  private static let bufferLength = 1 << 16

  init(_ descriptor: Int32, name: String, path: String, ownsDescriptor: Bool = true) {
    self.descriptor = descriptor
    self.name = name
    self.path = path
    self.ownsDescriptor = ownsDescriptor
    pending.reserveCapacity(Self.bufferLength + (1 << 12))
  }

  deinit {
    if ownsDescriptor, descriptor >= 0 { try? Platform.close(descriptor) }
  }

  /// Writes what is pending once it is worth a call.
  ///
  /// - Throws: ``FileFault`` when the disk is full or the reader of a pipe has left.
  package mutating func drain() throws {
    if pending.count >= Self.bufferLength { try flush() }
  }

  /// Adds bytes and drains.
  package mutating func append(_ bytes: [UInt8]) throws {
    pending += bytes
    try drain()
  }

  /// Adds text in UTF-8 and drains.
  package mutating func append(_ text: String) throws {
    pending += text.utf8
    try drain()
  }

  /// Adds a JSON document, indented, and drains.
  package mutating func append(_ json: JSONText) throws {
    json.append(to: &pending)
    try drain()
  }

  /// Writes everything that is pending, so that a reader of the file sees it.
  package mutating func flush() throws {
    do {
      try Platform.write(pending, to: descriptor)
    } catch {
      throw fault(error)
    }
    hash.update(pending)
    written += pending.count
    pending.removeAll(keepingCapacity: true)
  }

  /// Writes the rest, brings the file to the disk and closes it.
  ///
  /// - Returns: its length and digest.
  package mutating func finish() throws -> Record {
    try flush()
    do {
      try Platform.synchronize(descriptor)
      if ownsDescriptor {
        let open = descriptor
        descriptor = -1
        try Platform.close(open)
      }
    } catch {
      throw fault(error)
    }
    return Record(path: name, bytes: written, sha256: hash.hexDigest())
  }

  /// Gives the file the permissions of the one that it will replace.
  func copyPermissions(of other: String) {
    Platform.copyPermissions(of: other, to: descriptor)
  }

  private func fault(_ error: SystemError) -> FileFault {
    FileFault(error == .brokenPipe ? .readerGone : .brokenOff, path, error.reason)
  }
}
