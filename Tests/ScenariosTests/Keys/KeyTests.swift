import SurveyDesign
import Testing

@testable import Scenarios

/// A key that is read and dropped, or that sets another's property, is found here, whichever it is: the changes come from
/// the table, and the property of a key bears the key's name.
@Suite("Keys reach their properties")
struct KeyTests {
  @Test("every key, changed by itself, changes its own property and no other", arguments: Alteration.all)
  func arrives(_ alteration: Alteration) throws {
    let before = try Alteration.scenario(setting: alteration.before)
    let after = try Alteration.scenario(setting: alteration.before + [alteration.assignment])
    let (old, new) = (Properties(of: before), Properties(of: after))
    // What the command line sets is noted in the provenance, whatever it is.
    let changed = old.differences(from: new).filter {
      alteration.path.hasPrefix("provenance") || !$0.hasPrefix("provenance")
    }
    #expect(!changed.isEmpty, "nothing has changed")
    let property = alteration.property
    for path in changed {
      #expect(".\(path).".contains(".\(property)."), "\(path) has changed, and not \(property)")
    }
    guard let number = alteration.number, changed.count == 1, let value = new.values[changed[0]] else {
      return
    }
    // What a key gives in seconds a model may hold in whole milliseconds.
    let inMilliseconds = alteration.path.hasSuffix("_seconds") && Int(value) != nil && !value.contains(".")
    #expect(Double(value) == number * (inMilliseconds ? 1000 : 1), "\(property) is \(value)")
  }

  @Test("every key of the table is among those changed")
  func complete() {
    func plain(_ path: String) -> String { path.replacing(/\[[^\]]*\]/, with: "") }
    let changed = Alteration.all.map { plain($0.path) }
    for entry in ScenarioFields.catalog where !Alteration.shownElsewhere.contains(entry.path) {
      let path = plain(entry.path).replacing(".*", with: "")
      #expect(
        changed.contains { $0 == path || $0.hasPrefix("\(path).") || path.hasPrefix("\($0).") },
        "\(entry.path)")
    }
  }
}

/// The values that a scenario holds, by the path of their properties: `survey.fieldwork.attempts` is `1`.
struct Properties {
  private(set) var values: [String: String] = [:]

  init(of scenario: Scenario) {
    add(scenario, at: "")
  }

  /// The paths at which another scenario differs.
  func differences(from other: Properties) -> [String] {
    Set(values.keys).union(other.values.keys).filter { values[$0] != other.values[$0] }.sorted()
  }

  /// What is worked out of other properties, or of the document as a whole.
  private static let derived: Set = [
    "canonicalText", "parameters", "regionSeed", "survey.pooledStretches",
    "survey.ownDefinitions",
    "survey.definitionName", "survey.statedDays", "survey.statedRounds",
  ]

  private mutating func add(_ value: Any, at path: String) {
    guard !Self.derived.contains(path) else { return }
    let mirror = Mirror(reflecting: value)
    let children = mirror.children
    guard !children.isEmpty else {
      values[path] = "\(value)"
      return
    }
    for (number, child) in children.enumerated() {
      let label = child.label.flatMap { $0.hasPrefix("[") || $0.hasPrefix(".") ? nil : $0 } ?? "\(number)"
      // What an optional or a case of an enumeration holds stands where they do.
      let isCase = mirror.displayStyle == .optional || mirror.displayStyle == .enum
      let inner = isCase ? path : path.isEmpty ? label : "\(path).\(label)"
      add(child.value, at: inner)
    }
  }
}
