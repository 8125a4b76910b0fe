extension String {
  /// The text for a terminal that shows ASCII only: signs as people type them, letters without their marks.
  ///
  /// What has no such form stays.
  package var inASCII: String {
    guard !utf8.allSatisfy({ $0 < 0x80 }) else { return self }
    var text = ""
    for character in self { text += Self.inASCII(character) ?? String(character) }
    return text
  }

  private static func inASCII(_ character: Character) -> String? {
    switch character {
    case "\u{A0}", "\u{202F}": " "
    case "–", "—", "−", "─", "‐": "-"
    case "±": "+/-"
    case "≤": "<="
    case "≥": ">="
    case "≠": "!="
    case "×": "x"
    case "·": "*"
    case "…": "..."
    case "‘", "’": "'"
    case "“", "”": "\""
    case "→": "->"
    case "æ", "ä": "ae"
    case "ø", "ö": "oe"
    case "å": "aa"
    case "Æ", "Ä": "Ae"
    case "Ø", "Ö": "Oe"
    case "Å": "Aa"
    case "é", "è": "e"
    case "É": "E"
    case "ü": "u"
    case "ρ": "rho"
    case "λ": "lambda"
    case "√": "root"
    case "²": "^2"
    case "½": "1/2"
    case _: nil
    }
  }
}
