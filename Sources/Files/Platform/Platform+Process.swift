import Glibc

/// The process, its terminal and its signals.
extension Platform {
  /// The descriptor of standard error.
  package static let standardError: Int32 = 2
  /// The signal of Ctrl-C.
  package static let interrupt: Int32 = SIGINT
  /// The signal that asks a process to end.
  package static let terminate: Int32 = SIGTERM
  /// The signal of a terminal that is closed.
  package static let hangUp: Int32 = SIGHUP

  /// The file of the program that runs, links followed; `nil` where the system does not say.
  static var executable: String? { try? realPath("/proc/self/exe") }

  /// Whether a descriptor writes to a terminal.
  package static func isTerminal(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1
  }

  /// The columns of the window a descriptor writes to, or `nil` when it is none.
  package static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// A variable of the environment; `nil` when it is not set.
  package static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// Makes the process ready: a reader that leaves is an error to handle, not a death; 0, 1 and 2 are taken.
  ///
  /// Were standard output closed, the first file opened would get its number, and a table would be printed into it.
  /// The places are filled with descriptors that cannot be used, so that using them is an error.
  package static func prepareProcess() {
    signal(SIGPIPE, SIG_IGN)
    // A file limit is then an error from write, with a message, and not a silent death.
    signal(SIGXFSZ, SIG_IGN)
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) == -1 {
      _ = unsafe Glibc.open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
    }
  }

  /// Whether so many more files can be opened now.
  ///
  /// The runtime opens some for itself when the first task waits, and breaks the program off where it cannot.
  package static func canOpen(files count: Int) -> Bool {
    let descriptors = (0..<count).map { _ in unsafe Glibc.open("/dev/null", O_RDONLY | O_CLOEXEC) }
    for descriptor in descriptors where descriptor >= 0 { _ = Glibc.close(descriptor) }
    return !descriptors.contains(-1)
  }

  /// Calls the handler at the first of the signals; a second one of the same kind has its ordinary effect.
  package static func onFirst(of signals: [Int32], call handler: @escaping @convention(c) (Int32) -> Void) {
    let once = Int32(bitPattern: UInt32(truncatingIfNeeded: SA_RESETHAND))
    for number in signals { handle(number, flags: once | Int32(SA_RESTART), with: handler) }
  }

  /// Calls the handler whenever the signal comes, unless the parent process had it ignored, as `nohup` does.
  package static func onEvery(_ number: Int32, call handler: @escaping @convention(c) (Int32) -> Void) {
    var old = sigaction()
    unsafe sigaction(number, nil, &old)
    let present = unsafe unsafeBitCast(old.__sigaction_handler.sa_handler, to: Int.self)
    let ignoring = unsafe unsafeBitCast(SIG_IGN, to: Int.self)
    guard present != ignoring else { return }
    handle(number, flags: Int32(SA_RESTART), with: handler)
  }

  private static func handle(
    _ number: Int32, flags: Int32, with handler: @escaping @convention(c) (Int32) -> Void
  ) {
    var action = sigaction()
    unsafe action.__sigaction_handler.sa_handler = handler
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
  package static func die(of number: Int32) {
    signal(number, SIG_DFL)
    raise(number)
    unblock(number)
  }

  /// Ends the process with a status.
  package static func leave(with status: Int32) -> Never {
    exit(status)
  }
}

extension Platform {
  /// Processor time that this process has used on all cores, in nanoseconds.
  package static var processorNanoseconds: Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  /// Pages that this process has touched for the first time.
  package static var pageFaults: Int {
    var usage = rusage()
    unsafe getrusage(RUSAGE_SELF.rawValue, &usage)
    return usage.ru_minflt
  }
}
