package import Drawing
internal import Files
internal import Tables

/// The language in which a command speaks to people: in tables, sentences and remarks, never in the rows of a file.
///
/// It belongs to the run, as its files do, and no table has to hand it on. Whoever says something says it in both languages; a wording
/// that is missing does not compile.
///
/// ```swift
/// table.append([said("all", "alle"), spoken(rate, decimals: 1)])
/// try context.print(said("Written to \(path).\n", "Skrevet til \(path).\n"))
/// ```
package enum Speech {
  /// That of the command that runs; English where none does.
  @TaskLocal package static var language: ReportLanguage = .english

  /// The variable that chooses the language of every command.
  package static let variable = Program.name.uppercased() + "_LANGUAGE"

  /// The language that the environment asks for: that of ``variable``, else that of the locale's messages, else English.
  ///
  /// - Throws: A usage error where the variable names no language that there is.
  static func language(of environment: (String) -> String?) throws -> ReportLanguage {
    func value(_ name: String) -> String? { environment(name).flatMap { $0.isEmpty ? nil : $0 } }
    if let code = value(variable) {
      guard let language = ReportLanguage(rawValue: code) else {
        let known = ReportLanguage.allCases.map(\.rawValue).joined(separator: ", ")
        throw CommandError.usage("The variable \(variable) is '\(code)'; it can be one of \(known)")
      }
      return language
    }
    let locale = value("LC_ALL") ?? value("LC_MESSAGES") ?? value("LANG") ?? ""
    let code = locale.prefix { $0.isLetter }.lowercased()
    return ReportLanguage(rawValue: code) ?? .english
  }
}

/// One of two wordings, in the language in which the command speaks.
package func said(_ english: String, _ danish: String) -> String { Speech.language.words(english, danish) }

/// A number with a fixed count of decimals, and the decimal mark of the language in which the command speaks.
package func spoken(_ number: Double, decimals: Int) -> String {
  spoken(NumberText.format(number, decimals: decimals))
}

/// A number that is written with a point, with the decimal mark of the language in which the command speaks.
package func spoken(_ number: String) -> String {
  let mark = Speech.language.decimalMark
  return mark == "." ? number : number.replacing(".", with: String(mark))
}
