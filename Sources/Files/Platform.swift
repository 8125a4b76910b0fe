// Everything that differs between operating systems, and every call into the C library, stands here.

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What the operating system answered instead of doing what it was asked.
struct SystemError: Error, Equatable {
  let code: Int32

  /// The last error of this thread.
  static var last: SystemError { SystemError(code: errno) }

  var reason: String { unsafe String(cString: strerror(code)) }

  static let exists = SystemError(code: EEXIST)
  static let missing = SystemError(code: ENOENT)
  static let notAFolder = SystemError(code: ENOTDIR)
  static let brokenPipe = SystemError(code: EPIPE)
  /// What a kernel or a file system says of a call that it does not have.
  static let unsupported = [SystemError(code: ENOSYS), SystemError(code: EINVAL), SystemError(code: ENOTSUP)]
}

/// The calls that this module makes, with errors thrown.
enum Platform {
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
  static let standardOutput: Int32 = 1

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
      #if canImport(Darwin)
        let descriptor = unsafe Darwin.open(path, flags | O_CLOEXEC, 0o666)
      #elseif canImport(Musl)
        let descriptor = unsafe Musl.open(path, flags | O_CLOEXEC, 0o666)
      #else
        let descriptor = unsafe Glibc.open(path, flags | O_CLOEXEC, 0o666)
      #endif
      if descriptor >= 0 { return descriptor }
      if errno != EINTR { throw .last }
    }
  }

  static func close(_ descriptor: Int32) throws(SystemError) {
    #if canImport(Darwin)
      let result = Darwin.close(descriptor)
    #elseif canImport(Musl)
      let result = Musl.close(descriptor)
    #else
      let result = Glibc.close(descriptor)
    #endif
    // After EINTR the descriptor is gone all the same.
    if result != 0, errno != EINTR { throw .last }
  }

  static func write(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
    var start = 0
    while start < bytes.count {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[start...])
        #if canImport(Darwin)
          return unsafe Darwin.write(descriptor, rest.baseAddress, rest.count)
        #elseif canImport(Musl)
          return unsafe Musl.write(descriptor, rest.baseAddress, rest.count)
        #else
          return unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
        #endif
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
        #if canImport(Darwin)
          unsafe Darwin.read(descriptor, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
          unsafe Musl.read(descriptor, buffer.baseAddress, buffer.count)
        #else
          unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        #endif
      }
      if count >= 0 { return count }
      if errno == EAGAIN {
        wait(for: descriptor, Int16(POLLIN))
      } else if errno != EINTR {
        throw .last
      }
    }
  }

  /// Waits until a descriptor that somebody made non-blocking is ready.
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

  static func rename(_ old: String, to new: String) throws(SystemError) {
    #if canImport(Darwin)
      let result = unsafe Darwin.rename(old, new)
    #elseif canImport(Musl)
      let result = unsafe Musl.rename(old, new)
    #else
      let result = unsafe Glibc.rename(old, new)
    #endif
    if result != 0 { throw .last }
  }

  static func remove(_ file: String) throws(SystemError) {
    if unsafe unlink(file) != 0 { throw .last }
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

extension Platform {
  /// Puts each of two folders in the other's place in one step, so that there is no moment with neither.
  ///
  /// Linux has `renameat2` with `RENAME_EXCHANGE` (kernel 3.15, glibc 2.28, musl 1.2.5), macOS `renamex_np`. Swift's
  /// overlay does not import the former, so it is looked up in the process; without it, or on a file system that
  /// cannot do it, the call throws one of ``SystemError/unsupported``.
  static func exchange(_ first: String, _ second: String) throws(SystemError) {
    #if canImport(Darwin)
      if unsafe renamex_np(first, second, UInt32(RENAME_SWAP)) != 0 { throw .last }
    #else
      guard let renameat2 = unsafe exchangeFunction else { throw SystemError(code: ENOSYS) }
      if unsafe renameat2(AT_FDCWD, first, AT_FDCWD, second, renameExchange) != 0 { throw .last }
    #endif
  }

  #if !canImport(Darwin)
    private typealias RenameAt2 =
      @convention(c) (
        Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
      ) -> Int32

    /// `RENAME_EXCHANGE` of `linux/fs.h`.
    private static let renameExchange: UInt32 = 2

    private static let exchangeFunction: RenameAt2? = {
      guard let symbol = unsafe dlsym(dlopen(nil, RTLD_NOW), "renameat2") else { return nil }
      return unsafe unsafeBitCast(symbol, to: RenameAt2.self)
    }()
  #endif
}
