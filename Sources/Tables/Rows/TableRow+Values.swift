extension TableRow {
  /// A field's text as it stands, decoded by ``decodedText(_:)``; only an apostrophe that guards a formula is gone.
  package func text(_ field: Int) -> String {
    FormulaGuard.removed(from: withBytes(field, decodedText))
  }

  /// A field's text without the spaces, tabs and no-break spaces around it.
  package func trimmed(_ field: Int) -> String {
    trimmedText(text(field))
  }

  /// A field's whole number, or nil if it is empty or none (``parsedInteger(_:)``).
  package func integer(_ field: Int) -> Int? {
    withBytes(field, parsedInteger)
  }

  /// A field's number, or nil if it is empty or none (``parsedNumber(_:)``).
  package func number(_ field: Int) -> Double? {
    withBytes(field, parsedNumber)
  }

  /// A field's yes or no, or nil if it is neither.
  ///
  /// Yes is spelled `1`, `true`, `yes`, `ja`, `sand`, and no `0`, `false`, `no`, `nej`, `falsk`, in upper or lower case.
  package func boolean(_ field: Int) -> Bool? {
    guard bytes(field).count <= 16 else { return nil }
    let word = trimmed(field).lowercased()
    if ["1", "true", "yes", "ja", "sand"].contains(word) { return true }
    if ["0", "false", "no", "nej", "falsk"].contains(word) { return false }
    return nil
  }

  /// A field's whole number; if it is none or empty, notes a fault and gives nil.
  package func integer(_ field: Int, faults: inout TableFaults) -> Int? {
    if let value = integer(field) { return value }
    faults.add(
      "\(described(field)) is no whole number; write it without separators of thousands, such as 1500",
      in: self, field: field)
    return nil
  }

  /// A field's number; if it is none or empty, notes a fault and gives nil.
  package func number(_ field: Int, faults: inout TableFaults) -> Double? {
    if let value = number(field) { return value }
    faults.add(
      "\(described(field)) is no number; write it without separators of thousands, such as 0.5 or 0,5",
      in: self, field: field)
    return nil
  }

  /// A field's number, that of a percentage (`10 %`, `9,5%`) divided by 100; if it is none or empty, notes a fault and gives nil.
  package func share(_ field: Int, faults: inout TableFaults) -> Double? {
    let text = trimmed(field)
    guard text.hasSuffix("%") else { return number(field, faults: &faults) }
    let percent = Array(trimmedText(String(text.dropLast())).utf8)
    if let value = parsedNumber(percent.span) { return value / 100 }
    faults.add("\(described(field)) is no percentage; write it as 9,5 % or 0.095", in: self, field: field)
    return nil
  }

  /// A field's yes or no; if it is neither or empty, notes a fault and gives nil.
  package func boolean(_ field: Int, faults: inout TableFaults) -> Bool? {
    if let value = boolean(field) { return value }
    faults.add(
      "\(described(field)) is neither yes nor no; allowed are 1, true, yes, ja and 0, false, no, nej",
      in: self, field: field)
    return nil
  }

  /// A field's text for a message: in quotation marks and shortened, or `an empty field`.
  package func described(_ field: Int) -> String {
    isEmpty(field) ? "an empty field" : "'\(excerpt(text(field)))'"
  }
}
