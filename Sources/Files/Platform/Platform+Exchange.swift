import Glibc

extension Platform {
  /// Puts each of two folders in the other's place in one step, so that there is no moment with neither.
  ///
  /// Linux has `renameat2` with `RENAME_EXCHANGE` (kernel 3.15, glibc 2.28). Swift's overlay does not import it, so it is
  /// looked up in the process; without it, or on a file system that cannot do it, the call throws one of
  /// ``SystemError/unsupported``.
  static func exchange(_ first: String, _ second: String) throws(SystemError) {
    guard let renameat2 = unsafe exchangeFunction else { throw SystemError(code: ENOSYS) }
    if unsafe renameat2(AT_FDCWD, first, AT_FDCWD, second, renameExchange) != 0 { throw .last }
  }

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
}
