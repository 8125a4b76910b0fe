/// Keeps a spreadsheet from taking a text for a formula.
///
/// A text that starts with `=`, `+`, `-`, `@`, a tab or a carriage return is run as a formula by Excel and LibreOffice when the
/// file is opened, whoever wrote it. An apostrophe in front makes it text, which everybody can see; readers of ours take it off again.
/// Numbers are left alone, and so are telephone numbers of a plus, digits and spaces, which compute nothing.
///
/// Source: OWASP, *CSV Injection*.
enum FormulaGuard {
  private static let apostrophe: UInt8 = 0x27
  private static let equals: UInt8 = 0x3D
  private static let at: UInt8 = 0x40

  /// Whether a text needs an apostrophe in front: a formula where spreadsheets are to be guarded, and everywhere one that would lose
  /// an apostrophe of its own.
  static func isNeeded(_ text: String, inSpreadsheet: Bool) -> Bool {
    let bytes = text.utf8
    let rest = bytes.drop { $0 == apostrophe }
    guard let first = rest.first, startsFormula(first) else { return false }
    guard rest.count == bytes.count else { return true }
    guard inSpreadsheet else { return false }
    switch first {
    case Byte.plus:
      return !rest.dropFirst().allSatisfy { $0 == Byte.space || (Byte.zero...Byte.nine).contains($0) }
    case Byte.minus:
      return parsedNumber(Array(bytes).span) == nil
    case _:
      return true
    }
  }

  /// The text without the apostrophe that was put before a formula.
  static func removed(from text: String) -> String {
    guard text.utf8.first == apostrophe, let first = text.utf8.first(where: { $0 != apostrophe }),
      startsFormula(first)
    else { return text }
    return String(text.dropFirst())
  }

  private static func startsFormula(_ byte: UInt8) -> Bool {
    [equals, Byte.plus, Byte.minus, at, Byte.tab, Byte.carriageReturn].contains(byte)
  }
}
