import Foundation
import Synchronization
import Testing

@testable import TelefontidCommand
@testable import Terminal

/// Runs the program that was built beside the tests, as a shell would.
struct BuiltProgram {
  /// How a run ended and what it wrote.
  struct Ending: Equatable {
    var status: Int32
    var wasKilledBySignal: Bool
    var output: String
    var error: String
  }

  /// The folder in which the build puts its products.
  static var folder: URL {
    #if canImport(Darwin)
      Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL.deletingLastPathComponent()
        ?? URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    #else
      Bundle.main.bundleURL
    #endif
  }

  /// Runs a script in which `telefontid` is the built program.
  static func shell(_ script: String, environment: [String: String] = [:]) throws -> Ending {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", "telefontid() { \"$PROGRAM\" \"$@\"; }; " + script]
    var surroundings = ["PATH": "/usr/bin:/bin", "PROGRAM": folder.appendingPathComponent("telefontid").path]
    surroundings.merge(environment) { _, new in new }
    process.environment = surroundings
    let (output, error) = (Pipe(), Pipe())
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = error
    try process.run()
    // Both at once: a writer waits when either pipe is full.
    let complaint = Collected()
    let isRead = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      complaint.text.withLock { $0 = Self.text(of: error) }
      isRead.signal()
    }
    let outputText = text(of: output)
    isRead.wait()
    process.waitUntilExit()
    return Ending(
      status: process.terminationStatus, wasKilledBySignal: process.terminationReason == .uncaughtSignal,
      output: outputText, error: complaint.text.withLock { $0 })
  }

  private static func text(of pipe: Pipe) -> String {
    String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  }

  /// A text that one thread reads and another takes.
  private final class Collected: Sendable {
    let text = Mutex("")
  }
}

@Suite("The built program")
struct BuiltProgramTests {
  @Test(
    "Status and streams",
    arguments: [
      ("telefontid --version", 0, "telefontid 0.1.0\n", ""),
      (
        "telefontid --verzion", 64, "",
        """
        Error: Unknown option '--verzion'. Did you mean '--version'?
        Usage: telefontid COMMAND [options]
        See 'telefontid --help' for more information.

        """
      ),
      ("telefontid --version > /dev/full", 74, "", "Error: standard output: No space left on device\n"),
      ("telefontid --version 2>&-", 0, "telefontid 0.1.0\n", ""),
      ("set -o pipefail; telefontid --help | head -n 0", 0, "", ""),
      ("set -o pipefail; telefontid --help | true", 0, "", ""),
    ])
  func ending(script: String, status: Int32, output: String, error: String) throws {
    let ending = try BuiltProgram.shell(script)
    #expect(
      ending == .init(status: status, wasKilledBySignal: false, output: output, error: error))
  }

  @Test("The support for these tests reads more from both streams than a pipe holds", .timeLimit(.minutes(1)))
  func longStreams() throws {
    let ending = try BuiltProgram.shell("for stream in 2 1; do head -c 300000 /dev/zero >&$stream; done")
    #expect(ending.error.utf8.count == 300_000)
    #expect(ending.output.utf8.count == 300_000)
  }

  @Test("A closed standard output is an error, and no file is written into")
  func closed() throws {
    let ending = try BuiltProgram.shell("telefontid --version >&-")
    #expect(ending.status == 74)
    #expect(ending.error.hasPrefix("Error: standard output: "))
    let command = try BuiltProgram.shell("telefontid scenarios >&-")
    #expect(
      command.status == 74
        && command.error.hasSuffix(
          "Try: the same with '> FILE' in place of '>&-': standard output is closed\n")
    )
  }

  @Test("Help in a pipe is plain and 80 columns wide; COLUMNS changes that")
  func helpWidth() throws {
    let plain = try BuiltProgram.shell("telefontid help").output
    #expect(!plain.contains("\u{1B}"))
    let narrow = try BuiltProgram.shell("telefontid help", environment: ["COLUMNS": "50"]).output
    #expect((narrow.split(separator: "\n").map(\.count).max() ?? 0) <= 50)
    #expect(narrow != plain)
  }
}

@Suite("Interruption")
struct InterruptionTests {
  @Test("The first signal asks, and the process then dies of it")
  func first() async {
    await #expect(processExitsWith: .signal(SIGTERM)) {
      Interruption.listen()
      raise(SIGTERM)
      guard Interruption.isRequested else { exit(1) }
      Interruption.dieOfSignal()
    }
  }

  @Test("A terminal that is closed asks too, however often it says so")
  func hangUp() async {
    await #expect(processExitsWith: .signal(SIGHUP)) {
      signal(SIGHUP, SIG_DFL)
      Interruption.listen()
      raise(SIGHUP)
      raise(SIGHUP)
      guard Interruption.isRequested else { exit(1) }
      Interruption.dieOfSignal()
    }
  }

  @Test("Under nohup a terminal may be closed")
  func noHangUp() async {
    await #expect(processExitsWith: .success) {
      signal(SIGHUP, SIG_IGN)
      Interruption.listen()
      raise(SIGHUP)
      exit(Interruption.isRequested ? 1 : 0)
    }
  }

  @Test("The second signal kills, whichever of the two it is")
  func second() async {
    await #expect(processExitsWith: .signal(SIGINT)) {
      Interruption.listen()
      raise(SIGINT)
      raise(SIGINT)
      exit(1)
    }
    await #expect(processExitsWith: .signal(SIGINT)) {
      Interruption.listen()
      raise(SIGTERM)
      raise(SIGINT)
      exit(1)
    }
  }
}
