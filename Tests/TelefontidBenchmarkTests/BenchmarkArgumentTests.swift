import Foundation
import Testing

@testable import telefontid_benchmark

@Suite("Arguments of the benchmark")
struct BenchmarkArgumentTests {
  /// How the built program ends and what it says.
  private static func run(_ arguments: String...) throws -> (status: Int32, output: String, error: String) {
    let process = Process()
    process.executableURL = folder.appendingPathComponent("telefontid-benchmark")
    process.arguments = arguments
    process.environment = [:]
    let (output, error) = (Pipe(), Pipe())
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = error
    try process.run()
    // Neither is ever longer than a pipe holds.
    let texts = [output, error].map {
      String(decoding: $0.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }
    process.waitUntilExit()
    return (process.terminationStatus, texts[0], texts[1])
  }

  /// The folder in which the build puts its products.
  private static var folder: URL {
    #if canImport(Darwin)
      Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL.deletingLastPathComponent()
        ?? URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    #else
      Bundle.main.bundleURL
    #endif
  }

  @Test("Every fault at once, with usage, and status 64")
  func everyFault() throws {
    let ending = try Self.run("--only", "que", "--days", "19", "--seed", "-1", "--verbose")
    #expect(ending.status == 64)
    #expect(ending.output == "")
    let lines = ending.error.split(separator: "\n").map(String.init)
    #expect(
      lines.prefix(4) == [
        "Error: The value 'que' is invalid for '--only NAME': expected the name of a benchmark, see --list. Did you mean 'queue'?",
        "Error: The value '19' is invalid for '--days N': expected a whole number from 20 to 1000000000",
        "Error: The value '-1' is invalid for '--seed S': expected a whole number from 0 to 18446744073709551615",
        "Error: Unknown option '--verbose'",
      ])
    #expect(lines.count == 6 && lines[4] == "Usage: telefontid-benchmark [options]")
    #expect(lines.last == "See 'telefontid-benchmark --help' for more information.")
  }

  @Test("What excludes each other is refused")
  func exclusions() throws {
    let ending = try Self.run("--list", "--peer", "queue")
    #expect(ending.status == 64)
    #expect(
      ending.error.contains("'--list', '--check', '--peak-memory', '--allocations' and '--peer' exclude"))
  }

  @Test("The list names every benchmark once")
  func list() throws {
    let ending = try Self.run("--list")
    #expect(ending.status == 0 && ending.error == "")
    let names = ending.output.split(separator: "\n").dropFirst(2).compactMap {
      $0.split(separator: " ").first
    }
    #expect(names.map(String.init) == Benchmark.all.map(\.name))
    #expect(Set(names).count == names.count && names.count >= 9)
  }

  @Test("A file to compare with that is not there is status 66, before anything is measured")
  func missingFile() throws {
    let ending = try Self.run("--only", "queue", "--compare", "/nowhere/old.csv")
    #expect(ending.status == 66)
    #expect(ending.error == "Error: /nowhere/old.csv: No such file or directory\n")
  }
}
