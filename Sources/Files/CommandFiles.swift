internal import Synchronization

/// The files of one command: those that it has opened to read, and what it may replace.
///
/// Whatever reads a file by ``InputFile`` is noted here, also what a scenario names and what that names in turn, so that no
/// command can forget one: ``ReplacedFile`` takes the place of none of them.
///
/// ```swift
/// try await CommandFiles.$current.withValue(CommandFiles(mayReplaceForeign: isForced)) {
///   try await command.run(in: context)
/// }
/// ```
package final class CommandFiles: Sendable {
  /// Those of the command that runs; `nil` outside a command.
  @TaskLocal package static var current: CommandFiles?

  /// Whether outputs may take the place of what this program did not write.
  package let mayReplaceForeign: Bool
  private let opened = Mutex<[(number: FileNumber, name: String)]>([])

  /// Begins with no file.
  package init(mayReplaceForeign: Bool = false) {
    self.mayReplaceForeign = mayReplaceForeign
  }

  /// The names of the files that were read, as they were given, in the order in which they were opened, each file once.
  package var names: [String] { opened.withLock { $0.map(\.name) } }

  /// Whether the command that runs may replace what this program did not write; no outside a command.
  package static var mayReplaceForeign: Bool { current?.mayReplaceForeign ?? false }

  /// Looks at what an output would replace: that makes an input of none of it.
  package static func looking<Result>(_ body: () throws -> Result) rethrows -> Result {
    try $current.withValue(nil, operation: body)
  }

  /// Notes a file that is open; pipes and devices are none.
  static func note(_ descriptor: Int32, name: String) {
    guard let current, let number = Platform.number(of: descriptor) else { return }
    current.opened.withLock { files in
      if !files.contains(where: { $0.number == number }) { files.append((number, name)) }
    }
  }

  /// The name under which the command has read the file at a path; `nil` where it has not.
  static func nameOfInput(at path: String) -> String? {
    guard let current, let number = Platform.number(of: path) else { return nil }
    return current.opened.withLock { files in files.first { $0.number == number }?.name }
  }

  /// Refuses a folder of results in the place of one that holds a file which the command has read.
  ///
  /// - Throws: ``FileFault`` of kind `cannotCreate`.
  package static func refuseInputs(inFolder path: String) throws {
    for name in Folder.names(in: path) {
      guard let input = nameOfInput(at: "\(path)/\(name)") else { continue }
      throw FileFault(.cannotCreate, path, "holds \(input), which this command reads; name another folder")
    }
  }
}

/// A file by the numbers that its disk and its place there have, whatever it is called.
struct FileNumber: Hashable, Sendable {
  var device: UInt64
  var inode: UInt64
}
