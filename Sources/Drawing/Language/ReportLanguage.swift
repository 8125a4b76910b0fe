/// The language in which a report, a figure or a command speaks to its readers.
///
/// Files stay as they are: only text for people is written in a language.
///
/// ```swift
/// ReportLanguage.danish.percent(0.104)                        // "10,4 %", with a no-break space
/// ReportLanguage.english.words("not reached", "ikke nået")    // "not reached"
/// ```
package enum ReportLanguage: String, CaseIterable, Equatable, Sendable {
  /// Danish.
  case danish = "da"
  /// English.
  case english = "en"

  /// The ISO 639-1 code, as in HTML's `lang`: `da` or `en`.
  package var code: String { rawValue }

  /// The text in this language.
  package func words(_ english: String, _ danish: String) -> String {
    switch self {
    case .danish: danish
    case .english: english
    }
  }

  /// Items as in a sentence: `a`, `a and b`, `a, b and c`; no comma before the last, as both languages allow.
  package func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + words(" and ", " og ") + last
  }

  /// A text with its first letter in upper case, for the beginning of a line.
  package func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
