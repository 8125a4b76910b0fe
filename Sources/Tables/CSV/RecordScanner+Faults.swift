/// The faults of form.
extension RecordScanner {
  /// The field or the record is too long.
  mutating func stopAtLimit(faults: inout TableFaults) -> Step {
    if options.recordLimit < fieldLower + options.fieldLimit {
      faults.add(
        "the record is longer than \(options.recordLimit) bytes, the most a record may have", line: row.line)
    } else if state == .quoted {
      note(
        "the quoted field is longer than \(options.fieldLimit) bytes, the most a field may have; is its closing quote missing?",
        faults: &faults)
    } else {
      note(
        "the field is longer than \(options.fieldLimit) bytes, the most a field may have; is this a table?",
        faults: &faults)
    }
    return .stopped
  }

  /// The file is no text.
  mutating func stopAtNul(faults: inout TableFaults) -> Step {
    note(
      "a NUL byte; allowed is plain text: if this is a workbook or UTF-16, save it as CSV in UTF-8",
      faults: &faults)
    return .stopped
  }

  /// A quote after other bytes of a field without quotes.
  mutating func noteBareQuote(faults: inout TableFaults) {
    note(
      "a quote inside a field without quotes; write the field in quotes and its quotes twice",
      faults: &faults)
    state = .loose
  }

  /// Something else than a delimiter or a line break after a quoted field.
  mutating func noteTextAfterQuote(faults: inout TableFaults) {
    note(
      "text after a closing quote; only a delimiter or a line break may follow it",
      faults: &faults)
    state = .loose
  }

  /// The file ends inside quotes.
  mutating func noteUnclosedQuote(faults: inout TableFaults) {
    note("the opening quote has no closing quote before the file ends", faults: &faults)
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
