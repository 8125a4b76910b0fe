// Every question to the operating system stands here.

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The few questions that the benchmark asks the operating system.
enum Platform {
  /// Processor time that this process has used on all cores, in nanoseconds.
  static var processorNanoseconds: Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  /// Pages that this process has touched for the first time.
  static var pageFaults: Int {
    var usage = rusage()
    unsafe getrusage(selfUsage, &usage)
    return usage.ru_minflt
  }

  #if canImport(Glibc)
    private static var selfUsage: __rusage_who_t { RUSAGE_SELF.rawValue }
  #else
    private static var selfUsage: Int32 { RUSAGE_SELF }
  #endif

  static func leave(with status: Int32) -> Never {
    exit(status)
  }
}
