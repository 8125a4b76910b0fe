import Foundation

/// The reference cases in Reference/statistics.csv, read once.
///
/// A test takes the cases of one method: `@Test(arguments: ReferenceCases.named("ci.proportion.wilson"))`.
enum ReferenceCases {
  static let all: [ReferenceCase] = load()

  /// The cases of one method, in the file's order.
  static func named(_ method: String) -> [ReferenceCase] {
    all.filter { $0.method == method }
  }

  /// Every method of the file once, in the file's order.
  static var methods: [String] {
    var seen: Set<String> = []
    return all.map(\.method).filter { seen.insert($0).inserted }
  }

  /// The rows of a file in Reference, without its header; empty when it cannot be read (the inventory test then fails).
  static func rows(ofFile name: String) -> [[String]] {
    guard
      let url = Bundle.module.url(forResource: name, withExtension: "csv", subdirectory: "Reference"),
      let text = try? String(contentsOf: url, encoding: .utf8)
    else { return [] }
    return text.split(whereSeparator: \.isNewline).dropFirst().map { fields(String($0)) }
  }

  private static func load() -> [ReferenceCase] {
    rows(ofFile: "statistics").compactMap { row in
      guard row.count == 5, let tolerance = Double(row[3]),
        let inputs = try? JSONValue(parsing: row[1]), let expected = try? JSONValue(parsing: row[2])
      else { return nil }
      return ReferenceCase(
        method: row[0], inputs: inputs, expected: expected, tolerance: tolerance, source: row[4],
        testDescription: "\(row[0]) \(row[1])")
    }
  }

  /// The fields of one CSV line (RFC 4180 quoting; no field of the reference files holds a line break).
  private static func fields(_ line: String) -> [String] {
    var fields: [String] = []
    var field = ""
    var isQuoted = false
    var previousWasQuote = false
    for character in line {
      if character == "\"" {
        // A doubled quote inside quotes stands for itself.
        if !isQuoted && previousWasQuote { field.append("\"") }
        isQuoted.toggle()
        previousWasQuote = !isQuoted
        continue
      }
      previousWasQuote = false
      if character == "," && !isQuoted {
        fields.append(field)
        field = ""
      } else {
        field.append(character)
      }
    }
    fields.append(field)
    return fields
  }
}
