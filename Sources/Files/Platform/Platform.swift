// Every call into the C library stands in this folder, the mathematics of Randomness and SurveyStatistics aside.

import Glibc

/// What the operating system answered instead of doing what it was asked.
package struct SystemError: Error, Equatable {
  let code: Int32

  /// The last error of this thread.
  static var last: SystemError { SystemError(code: errno) }

  /// The reason in words.
  package var reason: String { unsafe String(cString: strerror(code)) }

  static let exists = SystemError(code: EEXIST)
  static let missing = SystemError(code: ENOENT)
  static let notAFolder = SystemError(code: ENOTDIR)
  /// The program that reads the pipe has left.
  package static let brokenPipe = SystemError(code: EPIPE)
  /// What a kernel or a file system says of a call that it does not have.
  static let unsupported = [SystemError(code: ENOSYS), SystemError(code: EINVAL), SystemError(code: ENOTSUP)]
}

/// The calls into the operating system, with errors thrown.
package enum Platform {
  /// What stands at a path.
  enum Kind: Equatable {
    case nothing, file, folder, link, other
  }

  /// What a file is opened for.
  enum Purpose {
    case reading
    /// A file that must not exist yet.
    case creating
    /// A device or pipe that is there.
    case writing
    /// A folder, to lock it or to bring it to the disk.
    case folder
  }

  static let standardInput: Int32 = 0
  /// The descriptor of standard output.
  package static let standardOutput: Int32 = 1

  static var processID: Int32 { getpid() }

  static func open(_ path: String, for purpose: Purpose) throws(SystemError) -> Int32 {
    let flags =
      switch purpose {
      case .reading: O_RDONLY
      case .creating: O_WRONLY | O_CREAT | O_EXCL
      case .writing: O_WRONLY
      case .folder: O_RDONLY | O_DIRECTORY
      }
    while true {
      let descriptor = unsafe Glibc.open(path, flags | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return descriptor }
      if errno != EINTR { throw .last }
    }
  }

  static func close(_ descriptor: Int32) throws(SystemError) {
    let result = Glibc.close(descriptor)
    // After EINTR the descriptor is gone all the same.
    if result != 0, errno != EINTR { throw .last }
  }

  /// Writes all bytes, in as many calls as it takes.
  package static func write(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
    var start = 0
    while start < bytes.count {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[start...])
        return unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
      }
      if written > 0 {
        start += written
      } else if errno == EAGAIN {
        wait(for: descriptor, Int16(POLLOUT))
      } else if errno != EINTR {
        throw .last
      }
    }
  }

  /// Reads into the buffer what is there now, at most its length.
  ///
  /// - Returns: how many bytes were read, 0 at the end.
  static func read(_ descriptor: Int32, into buffer: inout [UInt8]) throws(SystemError) -> Int {
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      }
      if count >= 0 { return count }
      if errno == EAGAIN {
        wait(for: descriptor, Int16(POLLIN))
      } else if errno != EINTR {
        throw .last
      }
    }
  }

  /// The bytes of a plain file from an offset on; fewer at its end.
  static func read(_ descriptor: Int32, from offset: Int, count: Int) throws(SystemError) -> [UInt8] {
    var failure: SystemError?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, length in
      while length < count {
        let got = unsafe pread(
          descriptor, buffer.baseAddress.map { unsafe $0 + length }, count - length, off_t(offset + length))
        if got > 0 {
          length += got
        } else if got == 0 {
          return
        } else if errno != EINTR {
          failure = .last
          return
        }
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Waits until a descriptor that another program made non-blocking is ready.
  private static func wait(for descriptor: Int32, _ events: Int16) {
    var entry = pollfd(fd: descriptor, events: events, revents: 0)
    unsafe poll(&entry, 1, -1)
  }

  /// Brings a file or a folder's entries to the disk.
  static func synchronize(_ descriptor: Int32) throws(SystemError) {
    // Pipes and some file systems have nothing to bring.
    if fsync(descriptor) != 0, !SystemError.unsupported.contains(.last), errno != EROFS { throw .last }
  }

  static func makeFolder(_ path: String) throws(SystemError) {
    if unsafe mkdir(path, 0o777) != 0 { throw .last }
  }

  /// The names in a folder in order, hidden ones too.
  static func names(in folder: String) throws(SystemError) -> [String] {
    guard let stream = unsafe opendir(folder) else { throw .last }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    errno = 0
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 1) { unsafe String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
      errno = 0
    }
    if errno != 0 { throw .last }
    return names.sorted()
  }

  static func rename(_ old: String, to new: String) throws(SystemError) {
    let result = unsafe Glibc.rename(old, new)
    if result != 0 { throw .last }
  }

  static func remove(_ file: String) throws(SystemError) {
    if unsafe unlink(file) != 0 { throw .last }
  }

  /// Removes a folder that nothing is in.
  static func removeFolder(_ path: String) throws(SystemError) {
    if unsafe rmdir(path) != 0 { throw .last }
  }

  /// What stands at a path; a link is followed unless it is asked for.
  static func kind(of path: String, followingLinks: Bool = true) throws(SystemError) -> Kind {
    var status = stat()
    let result = unsafe followingLinks ? stat(path, &status) : lstat(path, &status)
    if result != 0 {
      if errno == ENOENT { return .nothing }
      throw .last
    }
    return kind(status)
  }

  /// Whether a folder stands at a path, or a link to one.
  static func isFolder(_ path: String) -> Bool { (try? kind(of: path)) == .folder }

  static func kind(of descriptor: Int32) throws(SystemError) -> Kind {
    var status = stat()
    if unsafe fstat(descriptor, &status) != 0 { throw .last }
    return kind(status)
  }

  private static func kind(_ status: stat) -> Kind {
    switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    case _: .other
    }
  }

  /// Which file of which disk stands at a path, links followed; `nil` for anything but a file.
  static func number(of path: String) -> FileNumber? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? number(status) : nil
  }

  /// Which file of which disk is open; `nil` for anything but a file.
  static func number(of descriptor: Int32) -> FileNumber? {
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0 ? number(status) : nil
  }

  private static func number(_ status: stat) -> FileNumber? {
    kind(status) == .file ? FileNumber(device: UInt64(status.st_dev), inode: UInt64(status.st_ino)) : nil
  }

  /// How long a file is, in bytes; `nil` for anything but a file.
  static func length(of path: String) -> Int? {
    var status = stat()
    guard unsafe stat(path, &status) == 0, kind(status) == .file else { return nil }
    return Int(status.st_size)
  }

  /// Why files cannot be made in a folder or replaced there; `nil` where they can.
  static func obstacle(toWritingIn path: String) -> SystemError? {
    unsafe access(path, W_OK | X_OK) == 0 ? nil : .last
  }

  /// Gives a file a second name.
  static func link(_ old: String, to new: String) throws(SystemError) {
    if unsafe Glibc.link(old, new) != 0 { throw .last }
  }

  /// Gives a file the permissions of another.
  static func copyPermissions(of path: String, to descriptor: Int32) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return }
    _ = fchmod(descriptor, status.st_mode & 0o777)
  }

  /// The absolute path without links, `.` and `..`.
  static func realPath(_ path: String) throws(SystemError) -> String {
    guard let resolved = unsafe realpath(path, nil) else { throw .last }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// Whether no process of that number runs on this machine.
  static func isDead(_ process: Int32) -> Bool {
    process > 0 && kill(process, 0) != 0 && errno == ESRCH
  }

  /// Takes the lock on a folder until the descriptor is closed; also true where folders cannot be locked.
  static func lock(_ descriptor: Int32) -> Bool {
    flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
  }
}
