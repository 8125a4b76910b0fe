extension CalendarDate: CustomStringConvertible {
  /// Reads ISO 8601, `2015-04-07`, or the Danish order, `7-4-2015`, `07.04.2015`, `7/4/2015`.
  ///
  /// The year has four digits, so that its place tells the order. White space around the text is ignored.
  /// - Throws: ``DesignFault`` saying what is allowed, also for a day that no calendar has.
  public init(parsing text: some StringProtocol) throws {
    var scanner = TextScanner(text)
    guard let date = try CalendarDate(scanning: &scanner, of: text), scanner.isAtEnd else {
      throw DesignFault("\(quoted(text)) is not a date: write it as 2015-04-07 or 7-4-2015")
    }
    self = date
  }

  /// Reads a date off the front of a longer text; `nil` if none stands there.
  ///
  /// - Throws: ``DesignFault`` for a day that no calendar has.
  init?(scanning scanner: inout TextScanner, of text: some StringProtocol) throws {
    guard let parts = Self.parts(scanning: &scanner) else { return nil }
    guard let date = CalendarDate(year: parts.year, month: parts.month, day: parts.day) else {
      let isMonthFirst = CalendarDate(year: parts.year, month: parts.day, day: parts.month) != nil
      throw DesignFault(
        "\(quoted(text)) is no day of the calendar"
          + (isMonthFirst ? ": the day stands before the month, or write it as 2015-04-07" : ""))
    }
    self = date
  }

  private static func parts(scanning scanner: inout TextScanner) -> (year: Int, month: Int, day: Int)? {
    let lengthBefore = scanner.remainder.utf8.count
    guard let first = scanner.scanNumber(maximumDigits: 4) else { return nil }
    let digitsOfFirst = lengthBefore - scanner.remainder.utf8.count
    guard let mark = scanner.scan(anyOf: "-./"), let second = scanner.scanNumber(maximumDigits: 2),
      scanner.scan(anyOf: "-./") == mark
    else { return nil }
    let lengthOfThird = scanner.remainder.utf8.count
    guard let third = scanner.scanNumber(maximumDigits: 4) else { return nil }
    let digitsOfThird = lengthOfThird - scanner.remainder.utf8.count
    switch (digitsOfFirst, digitsOfThird) {
    case (4, 1...2): return (first, second, third)
    case (1...2, 4): return (third, second, first)
    default: return nil
    }
  }

  /// ISO 8601, `2015-04-07`.
  public var description: String {
    let (year, month, day) = components
    let digits = "\(year)"
    return String(repeating: "0", count: 4 - digits.count) + digits + "-\(twoDigits(month))-\(twoDigits(day))"
  }
}
