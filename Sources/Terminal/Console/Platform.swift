// Everything that differs between operating systems, and every call into the C library, stands here.

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The few questions this module asks the operating system.
package enum Platform {
  package static let standardOutput: Int32 = 1
  package static let standardError: Int32 = 2
  static let interrupt: Int32 = SIGINT
  static let terminate: Int32 = SIGTERM
  package static let hangUp: Int32 = SIGHUP

  package static func isTerminal(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1
  }

  /// The columns of the window a descriptor writes to, or `nil` when it is none.
  package static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  package static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// Writes all bytes, in as many calls as it takes.
  ///
  /// - Returns: 0, or the `errno` of the call that failed.
  package static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = unsafe rest.withUnsafeBytes { buffer in
        #if canImport(Darwin)
          unsafe Darwin.write(descriptor, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
          unsafe Musl.write(descriptor, buffer.baseAddress, buffer.count)
        #else
          unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
        #endif
      }
      if written > 0 {
        rest = rest.dropFirst(written)
      } else if errno == EAGAIN {
        var event = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        unsafe poll(&event, 1, -1)
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }

  /// Whether an `errno` says that nobody reads the pipe any more.
  static func isBrokenPipe(_ code: Int32) -> Bool { code == EPIPE }

  package static func message(for code: Int32) -> String {
    unsafe String(cString: strerror(code))
  }

  /// Makes the process ready: a reader that leaves is an error to handle, not a death; 0, 1 and 2 are taken.
  ///
  /// Were standard output closed, the first file opened would get its number, and a table would be printed into it.
  /// The places are filled with descriptors that cannot be used, so that using them is an error.
  static func prepareProcess() {
    signal(SIGPIPE, SIG_IGN)
    // A file limit is then an error from write, with a message, and not a silent death.
    signal(SIGXFSZ, SIG_IGN)
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) == -1 {
      _ = unsafe open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
    }
  }

  /// Calls the handler at the first of the signals; a second one of the same kind has its ordinary effect.
  static func onFirst(of signals: [Int32], call handler: @escaping @convention(c) (Int32) -> Void) {
    let once = Int32(bitPattern: UInt32(truncatingIfNeeded: SA_RESETHAND))
    for number in signals { handle(number, flags: once | Int32(SA_RESTART), with: handler) }
  }

  /// Calls the handler whenever the signal comes, unless the parent process had it ignored, as `nohup` does.
  static func onEvery(_ number: Int32, call handler: @escaping @convention(c) (Int32) -> Void) {
    var old = sigaction()
    unsafe sigaction(number, nil, &old)
    #if canImport(Glibc) || canImport(Musl)
      let present = unsafe unsafeBitCast(old.__sigaction_handler.sa_handler, to: Int.self)
    #else
      let present = unsafe unsafeBitCast(old.__sigaction_u.__sa_handler, to: Int.self)
    #endif
    let ignoring = unsafe unsafeBitCast(SIG_IGN, to: Int.self)
    guard present != ignoring else { return }
    handle(number, flags: Int32(SA_RESTART), with: handler)
  }

  private static func handle(
    _ number: Int32, flags: Int32, with handler: @escaping @convention(c) (Int32) -> Void
  ) {
    var action = sigaction()
    #if canImport(Glibc) || canImport(Musl)
      unsafe action.__sigaction_handler.sa_handler = handler
    #else
      unsafe action.__sigaction_u.__sa_handler = handler
    #endif
    action.sa_flags = flags
    unsafe sigaction(number, &action, nil)
    unblock(number)
  }

  /// Lets the signal in, whatever the parent process had blocked.
  private static func unblock(_ number: Int32) {
    var set = sigset_t()
    unsafe sigemptyset(&set)
    unsafe sigaddset(&set, number)
    unsafe pthread_sigmask(SIG_UNBLOCK, &set, nil)
  }

  /// Dies of the signal, so that the shell knows; does not come back.
  static func die(of number: Int32) {
    signal(number, SIG_DFL)
    raise(number)
    unblock(number)
  }

  package static func leave(with status: Int32) -> Never {
    exit(status)
  }
}
