/// The width of text without a font engine.
///
/// The table holds the advance widths of Helvetica, which Arial and Liberation Sans share, in thousandths of the font size
/// (Adobe Font Metrics for Helvetica; the same numbers stand in Liberation Sans's `hmtx` table). A sixth is added, so that what
/// is measured also fits in the somewhat wider faces that the style sheet allows.
enum TextMeasure {
  /// The width of a line of text, in the units of the size; never less than what the common sans faces take.
  package static func width(of text: String, size: Double, isBold: Bool = false) -> Double {
    var thousandths = 0
    for scalar in text.unicodeScalars { thousandths += advance(of: scalar) }
    return Double(thousandths) / 1000 * size * reserve * (isBold ? boldReserve : 1)
  }

  /// For faces wider than Helvetica: Noto Sans is by about 7 %, DejaVu Sans, which many a Linux falls back on, by 16 %.
  private static let reserve = 1.18
  /// Helvetica Bold's small letters are wider than Helvetica's by 11.6 % in the mean, its digits by nothing.
  private static let boldReserve = 1.12

  private static func advance(of scalar: Unicode.Scalar) -> Int {
    let value = Int(scalar.value)
    if value >= 0x20, value - 0x20 < basicLatin.count { return basicLatin[value - 0x20] }
    switch scalar {
    case "\u{A0}", "\u{2009}", "\u{202F}", "·", "’", "‘": return 278
    case "…", "—", "→", "←", "Æ", "Œ": return 1000
    case "æ", "œ", "½": return 889
    case "ø", "ß": return 611
    case "Ø", "Ö", "Ó": return 778
    case "í", "ì", "î", "ï", "ı": return 278
    default: break
    }
    if scalar.properties.canonicalCombiningClass != .notReordered { return 0 }
    // Accented and Greek letters are as wide as wide letters; beyond them stand scripts whose signs fill a square.
    if value < 0x2000 { return scalar.properties.isUppercase ? 722 : 584 }
    return value < 0x2E80 ? 600 : 1100
  }

  /// U+0020 to U+007E.
  private static let basicLatin = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
    556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
    500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
    556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
    278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ]
}
