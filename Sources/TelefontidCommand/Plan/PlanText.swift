import Drawing
import Reports
import Tables
import Terminal

/// How `plan` writes numbers in tables and sentences.
enum PlanText {
  /// A share as a percentage with as many decimals as it was asked with: "10 %", "7.5 %".
  static func percent(_ share: Double, in language: ReportLanguage = Speech.language) -> String {
    Speech.$language.withValue(language) { points(share) + " %" }
  }

  /// A share as a percentage in both languages, for pictures.
  static func words(_ share: Double) -> Words {
    Words(ReportLanguage.english.roundPercent(share), ReportLanguage.danish.roundPercent(share))
  }

  /// A number with its noun beside a line of a picture.
  static func words(_ number: Int, _ noun: Noun) -> Words {
    func words(in language: ReportLanguage) -> String {
      "\(language.count(number))\u{A0}\((number == 1 ? noun.one : noun.many)(language))"
    }
    return Words(words(in: .english), words(in: .danish))
  }

  /// A slot as readers write it, anything else as it stands.
  static func group(_ label: String) -> String { ReportLanguage.english.group(label) }

  /// The same in a table, where all together have a name, too.
  static func row(_ label: String) -> String { Speech.language.group(label) }

  /// True shares in a column of a table, with one decimal each, or as many as they need where a few are enough.
  static func rates(_ shares: [Double]) -> [String] {
    var (decimals, scale) = (1, 1000.0)
    while decimals < 8, !shares.allSatisfy({ abs($0 * scale - ($0 * scale).rounded()) < 1e-6 }) {
      decimals += 1
      scale *= 10
    }
    return shares.map { spoken($0 * 100, decimals: decimals < 8 ? decimals : 2) + " %" }
  }

  /// A share in percentage points, without the unit: "3", "2.5".
  static func points(_ share: Double) -> String { trimmed(share * 100, decimals: 8) }

  /// A number with at most so many decimals, and no zeros at their end.
  static func trimmed(_ number: Double, decimals: Int) -> String {
    var text = NumberText.format(number, decimals: decimals)[...]
    if text.contains(".") {
      while text.last == "0" { text.removeLast() }
      if text.last == "." { text.removeLast() }
    }
    return spoken(String(text))
  }

  /// A probability in a table, with one decimal; what is nearly but not quite 0 or 1 says so.
  static func chance(_ probability: Double) -> String {
    if probability > 0, probability < 0.0005 { return spoken("<0.1 %") }
    if probability < 1, probability > 0.9995 { return spoken(">99.9 %") }
    return RealSurveyText.percent(probability)
  }

  /// Numbers that need not be whole, with one decimal each unless all are whole.
  static func sizes(_ numbers: [Double]) -> [String] {
    let decimals = numbers.allSatisfy { $0 == $0.rounded() } ? 0 : 1
    return numbers.map { spoken($0, decimals: decimals) }
  }

  /// A share in thousandths, cut down.
  static func thousandths(of share: Double) -> Int { Int(share * 1000 + 1e-9) }

  /// A count with its noun in a table: "1 call", "2 calls", "2 opkald".
  static func count(
    _ number: Int, _ noun: Noun, in language: ReportLanguage = Speech.language
  ) -> String {
    "\(number) \((number == 1 ? noun.one : noun.many)(language))"
  }

  /// A count with its noun in an error, which is in English: "1 call", "2 calls".
  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
