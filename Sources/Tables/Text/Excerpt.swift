/// A short, harmless piece of a user's text for use in a message, without quotation marks.
///
/// Control characters are escaped as `\n`, `\t` or `\u{…}`, so that a file cannot steer the terminal it is reported on,
/// and what is longer than `limit` Unicode scalars ends in `…`.
package func excerpt(_ text: some StringProtocol, limit: Int = 40) -> String {
  var result = ""
  for (count, scalar) in text.unicodeScalars.enumerated() {
    guard count < limit else { return result + "…" }
    result += escapedForMessage(scalar)
  }
  return result
}

/// A scalar as it may stand in a message: control, format, surrogate and unassigned ones are spelled out.
private func escapedForMessage(_ scalar: Unicode.Scalar) -> String {
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
    scalar.escaped(asASCII: true)
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
    .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber, .connectorPunctuation,
    .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
    .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol, .spaceSeparator:
    String(scalar)
  @unknown default:
    scalar.escaped(asASCII: true)
  }
}
