import Foundation
import Testing

@testable import TelefontidCommand

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
    // What these tests write fits into a pipe's buffer, so one may be read after the other.
    let outputText = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let errorText = String(decoding: error.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return Ending(
      status: process.terminationStatus, wasKilledBySignal: process.terminationReason == .uncaughtSignal,
      output: outputText, error: errorText)
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

  @Test("A closed standard output is an error, and no file is written into")
  func closed() throws {
    let ending = try BuiltProgram.shell("telefontid --version >&-")
    #expect(ending.status == 74)
    #expect(ending.error.hasPrefix("Error: standard output: "))
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
