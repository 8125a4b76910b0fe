import Foundation
import Scenarios
import Testing

/// What else an assumption could be: `sensitivity` asks, and what says nothing counts as certain.
@Suite("Shipped scenarios say what else their assumptions could be")
struct ShippedRangeTests {
  static let names = Set(Shipped.names).union(Shipped.whatIfs).sorted()

  /// Words in a source that say why a parameter has one value only.
  static let reasons = ["no range: ", "chosen so that ", "a what-if: ", "standard value of telefontid"]

  /// Values are the leaves of the completed scenario, standard values included.
  ///
  /// The name of a distribution is left out: it goes with the numbers beside it, or with the values of the whole.
  @Test("Every assumed or derived value has a range, or values, or says why not", arguments: names)
  func everyValue(_ name: String) throws {
    let scenario = try Shipped.scenario(name)
    let document = try JSONSerialization.jsonObject(with: Data(scenario.canonicalText.utf8))
    let parts = try #require(document as? [String: Any])
    var silent: Set<String> = []
    for section in ["practices", "telephone", "patients", "professionals", "survey"] {
      for leaf in Self.leaves(of: parts[section] ?? [String: Any](), at: DocumentPath([.key(section)])) {
        guard leaf.steps.last != .key("distribution") else { continue }
        let entry = try #require(scenario.provenance.entry(for: leaf), "\(leaf)")
        let isTold =
          entry.basis == .observed || Self.reasons.contains { entry.source.contains($0) }
          || scenario.provenance.entries.contains {
            $0.path.contains(leaf) && ($0.range != nil || $0.values != nil)
          }
        if !isTold { silent.insert("\(leaf): \(entry.source)") }
      }
    }
    #expect(silent == [])
  }

  /// The paths of what is neither an object nor a list of objects.
  private static func leaves(of value: Any, at path: DocumentPath) -> [DocumentPath] {
    switch value {
    case let object as [String: Any]: object.flatMap { leaves(of: $0.value, at: path.key($0.key)) }
    case let list as [[String: Any]]: list.indices.flatMap { leaves(of: list[$0], at: path.index($0)) }
    default: [path]
    }
  }
}
