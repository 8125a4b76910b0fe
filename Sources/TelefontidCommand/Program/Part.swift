import Files
import Terminal

/// One of several parts of a run.
struct Part: Hashable, Sendable {
  /// From 1.
  var number: Int
  /// How many parts there are.
  var of: Int
}

extension ValueReader where Value == Part {
  /// `2/8`: the second of eight parts.
  static let part = ValueReader(expecting: "a part such as 2/8, the second of eight") { text in
    let numbers = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let number = numbers[0], let of = numbers[1], (1...10_000).contains(of),
      (1...of).contains(number)
    else { return nil }
    return Part(number: number, of: of)
  }
}

extension Option where Value == Part? {
  /// `--part`: what one of several machines does.
  static func part(_ help: String) -> Option {
    Option("part", "K/N", help, reading: .part, changesResults: false)
  }
}

extension Option where Value == [String] {
  /// `--take`: what other machines did.
  static func take(_ help: String) -> Option {
    Option("take", "DIR", help, readingEach: .folder, changesResults: false)
  }
}

/// A folder that the same command wrote: a part of a run, or one that broke off.
struct PartFolder: Sendable {
  let path: String
  private let manifest: Manifest

  /// Reads what a folder says of itself; `nil` where there is none and need not be one.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - run: The run to which it must belong.
  ///   - isNeeded: Whether it must be there.
  init?(_ path: String, of run: Manifest, isNeeded: Bool) throws {
    ResultFolder.recover(path)
    do {
      manifest = try Manifest.read(fromFolder: path)
    } catch let fault as FileFault where fault.kind == .noInput && !isNeeded {
      return nil
    }
    self.path = path
    guard manifest.version == run.version, manifest.commandLine == run.commandLine,
      manifest.scenario == run.scenario, manifest.seed == run.seed,
      manifest.practicesSeed == run.practicesSeed
    else {
      throw CommandError.data([
        Fault("is not of this run: command line, scenarios, seed or version differ", file: path)
      ])
    }
    guard manifest.frameSHA256 == run.frameSHA256 else {
      throw CommandError.data([
        Fault("is of other practices: a file that practices.frame names has changed", file: path)
      ])
    }
  }

  /// The digest of one of its files; `nil` if it has none of that name.
  func digest(of name: String) -> String? { manifest.files.first { $0.path == name }?.sha256 }

  /// A file of it, as the run wrote it.
  func contents(of name: String) throws -> [UInt8] {
    let file = "\(path)/\(name)"
    let bytes = try InputFile.contents(of: file, limit: Self.longest, isPlain: true)
    guard digest(of: name) == SHA256.hexDigest(of: bytes) else {
      throw CommandError.data([
        Fault("is not the file that the run wrote: its digest is another one", file: file)
      ])
    }
    return bytes
  }

  /// In bytes.
  private static let longest = 1 << 30
}
