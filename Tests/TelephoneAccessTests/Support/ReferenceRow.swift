import Foundation
import Testing

/// A row of `Reference/queueing.csv`: exact values of a queue, and where they come from.
struct ReferenceRow: CustomTestStringConvertible {
  let model: String
  let inputs: [String: Double]
  let expected: [String: Double]
  let source: String
  /// The expected values as they stand, for rows that list times.
  let lists: [String: [Double]]

  var testDescription: String {
    "\(model) \(inputs.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })"
  }

  /// The rows of some models.
  static func rows(_ models: String...) -> [ReferenceRow] { all.filter { models.contains($0.model) } }

  static let all: [ReferenceRow] = {
    guard
      let url = Bundle.module.url(forResource: "queueing", withExtension: "csv", subdirectory: "Reference"),
      let text = try? String(contentsOf: url, encoding: .utf8)
    else { return [] }
    return text.split(separator: "\n").dropFirst().map { ReferenceRow(fields: fields(of: $0)) }
  }()

  private init(fields: [String]) {
    model = fields[0]
    source = fields[3]
    let inputs = Self.object(fields[1])
    let expected = Self.object(fields[2])
    self.inputs = inputs.compactMapValues { ($0 as? NSNumber)?.doubleValue }
    self.expected = expected.compactMapValues { ($0 as? NSNumber)?.doubleValue }
    lists = expected.compactMapValues { ($0 as? [NSNumber])?.map(\.doubleValue) }
  }

  private static func object(_ text: String) -> [String: Any] {
    (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: Any] ?? [:]
  }

  /// Splits a line of a file that has no line break inside quotes.
  private static func fields(of line: Substring) -> [String] {
    var fields = [""]
    var quoted = false
    var rest = line
    while let character = rest.popFirst() {
      switch character {
      case "\"" where quoted && rest.first == "\"":
        rest.removeFirst()
        fields[fields.count - 1].append("\"")
      case "\"": quoted.toggle()
      case "," where !quoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}
