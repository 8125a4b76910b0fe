import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Files

/// Writes folders as fast as it can, and is killed without warning.
///
/// Every file of the folder holds the number of its generation many times, so a mixture would show.
private enum Generations {
  static let fileNames = ["calls.csv", "estimates.csv", "truth.csv"]

  static func contents(of generation: String) -> [UInt8] {
    Array(String(repeating: generation + "\n", count: 500).utf8)
  }

  static func write(_ generation: Int, to path: String, by replacement: ResultFolder.Replacement) throws {
    var folder = try ResultFolder(replacing: path, by: replacement)
    for name in fileNames { try folder.write(contents(of: "\(generation)"), to: name) }
    try folder.commit(Manifest(commandLine: ["\(generation)"]))
  }

  /// Folder after folder until the process is killed, so many microseconds from now.
  static func writeUntilKilled(to path: String, by replacement: ResultFolder.Replacement, after delay: UInt32)
  {
    Thread.detachNewThread {
      usleep(delay)
      kill(getpid(), SIGKILL)
    }
    var generation = 0
    while true {
      generation += 1
      do {
        try write(generation, to: path, by: replacement)
      } catch {
        print(error)
        exit(2)
      }
    }
  }

  /// Whether all files of a folder are of one generation and as long as they should be.
  ///
  /// - Returns: `nil` when a file went away while it was read: the reader came too late to an old folder.
  static func isWhole(_ folder: String) -> Bool? {
    guard let manifest = try? Manifest.read(fromFolder: folder), let generation = manifest.commandLine.first
    else {
      return nil
    }
    for name in fileNames {
      guard let bytes = try? InputFile.contents(of: folder + "/" + name) else { return nil }
      if bytes != contents(of: generation) { return false }
    }
    return true
  }

  /// Reads the folder again and again through a handle, as a process does that has changed into it.
  ///
  /// - Returns: how often it was found whole and how often mixed or cut short.
  static func watch(_ path: String, until isOver: () -> Bool) async -> (whole: Int, broken: Int) {
    var seen = (whole: 0, broken: 0)
    while !isOver() {
      guard let handle = try? Platform.open(path, for: .folder) else { continue }
      if let isWhole = isWhole("/proc/self/fd/\(handle)") {
        if isWhole { seen.whole += 1 } else { seen.broken += 1 }
      }
      try? Platform.close(handle)
      try? await Task.sleep(for: .milliseconds(1))
    }
    return seen
  }
}

#if os(Linux)
  @Suite("Killed runs", .serialized)
  struct KilledRunTests {
    /// Microseconds until the kill, spread over the steps inside one generation and several of them.
    private static let delays: [UInt32] = [3_000, 7_000, 11_000, 17_000, 23_000, 31_000, 43_000, 61_000]

    @Test("Killed at any moment, a run leaves the old folder or the new one")
    func exchanged() async throws {
      let here = try TemporaryFolder()
      let path = here.path + "/results"
      try Generations.write(0, to: path, by: .exchange)
      let isOver = Flag()
      let watcher = Task.detached { await Generations.watch(path) { isOver.isUp } }
      for delay in Self.delays {
        await #expect(processExitsWith: .signal(SIGKILL)) {
          [path = path as String, delay = delay as UInt32] in
          Generations.writeUntilKilled(to: path, by: .exchange, after: delay)
        }
        // Nothing is recovered first.
        #expect(Generations.isWhole(path) == true)
      }
      isOver.raise()
      let seen = await watcher.value
      #expect(seen.broken == 0)
      #expect(seen.whole > 0)
      // The next run removes what the killed ones left.
      try Generations.write(0, to: path, by: .exchange)
      #expect(try here.names() == ["results"])
    }

    @Test("The same where folders can only be renamed, once the old one has been put back")
    func renamed() async throws {
      let here = try TemporaryFolder()
      let path = here.path + "/results"
      try Generations.write(0, to: path, by: .renames)
      for delay in Self.delays.prefix(4) {
        await #expect(processExitsWith: .signal(SIGKILL)) {
          [path = path as String, delay = delay as UInt32] in
          Generations.writeUntilKilled(to: path, by: .renames, after: delay)
        }
        ResultFolder.recover(path)
        #expect(Generations.isWhole(path) == true)
      }
      // The next run removes what the killed ones left.
      try Generations.write(0, to: path, by: .renames)
      #expect(try here.names() == ["results"])
    }
  }

  /// A flag that one task raises and another sees.
  private final class Flag: Sendable {
    private let state = Mutex(false)
    var isUp: Bool { state.withLock { $0 } }
    func raise() { state.withLock { $0 = true } }
  }
#endif
