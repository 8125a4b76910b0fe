#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

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
