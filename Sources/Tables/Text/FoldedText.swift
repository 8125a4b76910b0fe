/// A text without what makes no difference between two people's spellings of it.
///
/// Letters are in lower case, `æ ø å` are `ae oe aa` (also where a letter and its ring are two scalars, as some systems write
/// them), and whatever is neither letter nor digit is one space, none at the ends. `Ventetid (sek.)` becomes
/// `ventetid sek`, and `ÅRHUS ` is `aarhus`.
///
/// - Complexity: O(*c*) for *c* characters.
package func foldedText(_ text: some StringProtocol) -> String {
  var folded = ""
  for character in text.lowercased() {
    switch character {
    case "æ", "ä": folded += "ae"
    case "ø", "ö": folded += "oe"
    case "å": folded += "aa"
    case _ where character.isLetter || character.isNumber: folded.append(character)
    case _:
      if let last = folded.last, last != " " { folded += " " }
    }
  }
  if folded.last == " " { folded.removeLast() }
  return folded
}

/// The same without spaces, for names of columns and places: `Yder nr.` and `ydernr` are one.
package func foldedName(_ text: some StringProtocol) -> String {
  String(foldedText(text).filter { $0 != " " })
}
