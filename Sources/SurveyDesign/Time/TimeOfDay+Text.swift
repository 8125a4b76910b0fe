extension TimeOfDay: CustomStringConvertible {
  /// Reads a clock time as people write it: `08:00`, `08:00:00`, `8`, `8.00`, `08.00`, `kl. 8`.
  ///
  /// Hours may go on after midnight up to `48:00`. White space around the text is ignored.
  /// - Throws: ``DesignFault`` saying what is allowed.
  public init(parsing text: some StringProtocol) throws {
    var scanner = TextScanner(text)
    guard let time = TimeOfDay(scanning: &scanner), scanner.isAtEnd else {
      throw DesignFault("\(quoted(text)) is not a time of day: write it as 08:00 or 08:00:00, at most 48:00")
    }
    self = time
  }

  /// Reads a clock time off the front of a longer text.
  init?(scanning scanner: inout TextScanner) {
    if scanner.scan(word: "kl") {
      _ = scanner.scan(anyOf: ".")
      scanner.skipSpaces()
    }
    guard let hour = scanner.scanNumber(maximumDigits: 2) else { return nil }
    var minute = 0
    var second = 0
    if scanner.scan(anyOf: ":.") != nil {
      guard let number = scanner.scanNumber(maximumDigits: 2) else { return nil }
      minute = number
      if scanner.scan(anyOf: ":.") != nil {
        guard let number = scanner.scanNumber(maximumDigits: 2) else { return nil }
        second = number
      }
    }
    self.init(hour: hour, minute: minute, second: second)
  }

  /// Hours, minutes and whole seconds, `HH:MM:SS`; milliseconds are cut off.
  public var description: String {
    "\(hoursAndMinutes):\(twoDigits(second))"
  }

  /// Hours and minutes, `HH:MM`; seconds are cut off.
  public var hoursAndMinutes: String {
    "\(twoDigits(hour)):\(twoDigits(minute))"
  }
}
