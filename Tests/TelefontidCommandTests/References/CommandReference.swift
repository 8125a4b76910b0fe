import Foundation
import Tables
import Terminal
import Testing

@testable import TelefontidCommand

/// A row of `Tests/SurveyStatisticsTests/Reference/statistics.csv` that a command can be asked for.
///
/// The module's own tests hold the formulas; these hold what a user gets for them: options, files, columns and rounding.
struct CommandReference: Sendable, CustomTestStringConvertible {
  let method: String
  private let inputs: String
  private let expected: String
  let tolerance: Double
  let source: String

  var testDescription: String { "\(method) \(inputs)" }

  /// The cases of some methods.
  static func named(_ methods: String..., where holds: (CommandReference) -> Bool = { _ in true })
    -> [CommandReference]
  {
    all.filter { methods.contains($0.method) && holds($0) }
  }

  private static let all: [CommandReference] = {
    let file = CommandSandbox.repository
      .appendingPathComponent("Tests/SurveyStatisticsTests/Reference/statistics.csv")
    var rows = Rows()
    if let data = try? Data(contentsOf: file) {
      _ = try? CSVReader.read([UInt8](data), file: file.path, to: &rows)
    }
    return rows.references
  }()

  private struct Rows: TableConsumer {
    var references: [CommandReference] = []
    mutating func begin(_ header: TableHeader, faults: inout TableFaults) {}
    mutating func take(_ row: TableRow, faults: inout TableFaults) {
      references.append(
        CommandReference(
          method: row.text(0), inputs: row.text(1), expected: row.text(2),
          tolerance: Double(row.text(3)) ?? 0, source: row.text(4)))
    }
  }

  private static func object(_ text: String) -> Any? {
    try? JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
  }

  private func input(_ key: String) -> Any? { (Self.object(inputs) as? [String: Any])?[key] }

  func has(_ key: String) -> Bool { input(key).map { !($0 is NSNull) } ?? false }
  func text(_ key: String) -> String? { input(key) as? String }
  func number(_ key: String) throws -> Double {
    try #require((input(key) as? NSNumber)?.doubleValue, "\(key)")
  }
  func integer(_ key: String) throws -> Int { try #require((input(key) as? NSNumber)?.intValue, "\(key)") }
  func numbers(_ key: String) throws -> [Double] {
    try #require(input(key) as? [NSNumber], "\(key)").map(\.doubleValue)
  }
  func integers(_ key: String) throws -> [Int] {
    try #require(input(key) as? [NSNumber], "\(key)").map(\.intValue)
  }
  func table(_ key: String) throws -> [[Int]] {
    try #require(input(key) as? [[NSNumber]], "\(key)").map { $0.map(\.intValue) }
  }

  /// The expected number, or the one under a key.
  func wanted(_ key: String? = nil) throws -> Double {
    let value = Self.object(expected)
    let number = key.map { (value as? [String: Any])?[$0] } ?? value
    return try #require((number as? NSNumber)?.doubleValue, "expected \(key ?? "")")
  }

  /// The expected number under a key, or else the expected number itself.
  func wantedOrOnly(_ key: String) throws -> Double {
    try Self.object(expected) is [String: Any] ? wanted(key) : wanted()
  }

  /// The expected list of numbers, or the one under a key.
  func wantedNumbers(_ key: String? = nil) throws -> [Double] {
    let value = Self.object(expected)
    let list = key.map { (value as? [String: Any])?[$0] } ?? value
    return try #require(list as? [NSNumber], "expected \(key ?? "")").map(\.doubleValue)
  }

  /// Records a failure, with the source, unless a field of a file is within the tolerance.
  func check(
    _ field: String?, _ wanted: Double, absolute: Bool = false,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let value = field.flatMap(Double.init).map { absolute ? abs($0) : $0 } ?? .nan
    #expect(
      abs(value - wanted) <= tolerance,
      "\(testDescription): got \(field ?? "nothing"), wanted \(wanted) ± \(tolerance). Source: \(source)",
      sourceLocation: sourceLocation)
  }
}

/// Calls files of a survey in which success is a call that is not reached.
enum ReferenceCalls {
  /// So many calls to practices of their own, the first of them unreached.
  static func independent(_ unreached: Int, of calls: Int, named name: String = "P", slot: String = "8-9")
    -> String
  {
    (0..<calls).map { "\(name)\($0),\(slot),\($0 < unreached ? 0 : 1)\n" }.joined()
  }

  static let header = "practice,slot,reached\n"
}

extension CommandSandbox {
  /// Runs a command on files of this folder, which it names by `FOLDER`, and reads the rows that it writes with an option.
  func rows(_ line: String, writing option: String = "-o") async throws -> [[String: String]] {
    let ending = await telefontid(
      line.replacingOccurrences(of: "FOLDER", with: folder.path) + " \(option) \(folder.path)/out.csv")
    try #require(ending.status == .done, "\(line): \(ending.error)")
    return Ending(status: .done, output: try text(of: "out.csv"), error: "").rows
  }
}
