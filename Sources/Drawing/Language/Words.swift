/// A text in both languages.
package struct Words: Hashable, Sendable {
  /// The text in English.
  package var english: String
  /// The text in Danish.
  package var danish: String

  /// A text in both languages.
  package init(_ english: String, _ danish: String) {
    self.english = english
    self.danish = danish
  }

  /// A text that is the same in both, such as a name out of a file.
  package init(_ name: String) {
    self.init(name, name)
  }

  /// The text in a language.
  package func callAsFunction(_ language: ReportLanguage) -> String {
    language.words(english, danish)
  }
}
