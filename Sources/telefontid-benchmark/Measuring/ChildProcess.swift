import Foundation
import Terminal

/// The benchmark run once more as a process of its own, so that what it measures is not disturbed by what came before.
enum ChildProcess {
  /// The most memory that so many replications take, in megabytes.
  static func peakMemory(of replications: Int, _ scenarioFile: String) throws -> Double {
    try number(from: ["--peak-memory", "\(replications)", "--scenario", scenarioFile])
  }

  /// The allocations per patient's call over so many days of the region.
  static func allocationsPerCall(over days: Int, _ scenarioFile: String) throws -> Double {
    try number(
      from: ["--allocations", "\(days)", "--scenario", scenarioFile], environment: AllocationCount.environment
    )
  }

  /// Runs the benchmark and reads the one number that it prints.
  private static func number(from arguments: [String], environment: [String: String] = [:]) throws -> Double {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Bundle.main.executablePath ?? CommandLine.arguments[0])
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0, let number = Double(text.trimmingCharacters(in: .newlines)) else {
      throw ChildProcessError(arguments: arguments)
    }
    return number
  }
}

/// A process that should have measured something and did not.
struct ChildProcessError: Error, CustomStringConvertible {
  var arguments: [String]
  var description: String { "\(arguments.joined(separator: " ")) did not print a number" }
}
