/// The faults of form.
extension RecordScanner {
  /// Whether the field and the record are short enough; if not, notes which is too long.
  mutating func isWithinBound(_ size: Int, faults: inout TableFaults) -> Bool {
    guard size > bound else { return true }
    if options.recordLimit < fieldLower + options.fieldLimit {
      faults.add(
        "the record is longer than \(options.recordLimit) bytes, the most a record may have", line: row.line)
    } else if state == .quoted {
      note(
        "the quoted field is longer than \(options.fieldLimit) bytes, the most a field may have; is its closing quote missing?",
        faults: &faults)
    } else {
      note(
        "the field is longer than \(options.fieldLimit) bytes, the most a field may have; is this a text file with delimiters and line breaks?",
        faults: &faults)
    }
    return false
  }

  /// The file is no text.
  mutating func noteNul(faults: inout TableFaults) {
    note(
      "a NUL byte; a table is plain text in UTF-8 or Windows-1252: if this is a workbook or UTF-16, save it as CSV in UTF-8",
      faults: &faults)
  }

  /// A quote after other bytes of a field without quotes.
  mutating func noteBareQuote(faults: inout TableFaults) {
    note(
      "a quote in a field without quotes around it; put the field in quotes and write each quote inside it twice",
      faults: &faults)
    state = .loose
  }

  /// Something else than a delimiter or a line break after a quoted field.
  mutating func noteTextAfterQuote(faults: inout TableFaults) {
    note(
      "text after a closing quote; after it only a delimiter or a line break may follow, and a quote inside a field is written twice",
      faults: &faults)
    state = .loose
  }

  /// The file ends inside quotes.
  mutating func noteUnclosedQuote(faults: inout TableFaults) {
    note("the opening quote of this field has no closing quote before the file ends", faults: &faults)
  }

  /// More fields than a table may have.
  mutating func noteTooManyColumns(faults: inout TableFaults) {
    note("more than \(options.columnLimit) columns, the most a table may have", faults: &faults)
  }

  /// Notes a fault of the field at hand, which makes its record unfit to hand out.
  private mutating func note(_ message: String, faults: inout TableFaults) {
    isFaulty = true
    faults.add(message, line: fieldLine, field: row.ranges.count)
  }
}
