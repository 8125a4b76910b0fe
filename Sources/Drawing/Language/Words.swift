/// A text in both languages.
public struct Words: Hashable, Sendable {
  /// The text in English.
  public var english: String
  /// The text in Danish.
  public var danish: String

  /// A text in both languages.
  public init(_ english: String, _ danish: String) {
    self.english = english
    self.danish = danish
  }

  /// A text that is the same in both, such as a name out of a file.
  public init(_ name: String) {
    self.init(name, name)
  }

  /// The text in a language.
  public func callAsFunction(_ language: ReportLanguage) -> String {
    language.words(english, danish)
  }
}
