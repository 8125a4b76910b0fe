/// A key of a scenario, as `--set` takes it: for completion.
package struct ScenarioKey: Equatable, Sendable {
  /// The path, such as `survey.attempts`.
  package let path: String
  /// What it is, in a sentence.
  package let summary: String
  /// The values allowed, where they can be listed.
  package let words: [String]

  /// Every key that has one place in a scenario and a value of its own, in the order of the key reference.
  package static let all = ScenarioFields.catalog
    .filter { !$0.field.isSection && !$0.path.contains("*") && !$0.path.contains("[") }
    .map { ScenarioKey(path: $0.path, summary: $0.field.summary, words: $0.shape.choiceWords) }
}

extension Shape {
  /// The values of a choice, also of one that may be something else.
  fileprivate var choiceWords: [String] {
    switch self {
    case .choice(let words): words
    case .flag: ["true", "false"]
    case .either(let shapes): shapes.flatMap(\.choiceWords)
    case .nullable(let shape): shape.choiceWords
    case .text, .whole, .seed, .number, .time, .date, .window, .object, .kinds, .map, .list, .anything: []
    }
  }
}
