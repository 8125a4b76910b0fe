package import Tables

/// A day, a time of day or both, as they stand in one cell of a table.
///
/// ```swift
/// try Moment(parsing: "01-09-2026 8.00").time      // 08:00:00
/// try Moment(parsing: "2026-09-01T08:00:00").date  // 2026-09-01
/// ```
package struct Moment: Equatable, Sendable {
  /// The day; `nil` if the cell has only a time.
  package let date: CalendarDate?

  /// The time of day; `nil` if the cell has only a day.
  package let time: TimeOfDay?

  /// What a cell must have.
  package enum Part: Sendable {
    case date, time, either
  }

  /// Reads a date as `CalendarDate` does, a time as `TimeOfDay` does, or a date and then a time, with a space, a comma or a `T`
  /// between them.
  ///
  /// Fractions of a second are cut off.
  /// - Throws: ``DesignFault`` saying what is allowed, also where the part that must be there is not; a time with a time zone is
  ///   refused, since the slot is a matter of the clock on the wall.
  package init(parsing text: some StringProtocol, for part: Part = .either) throws {
    self = try Moment(reading: text, for: part)
    switch part {
    case .date where date == nil: _ = try CalendarDate(parsing: text)
    case .time where time == nil: _ = try TimeOfDay(parsing: text)
    case .date, .time, .either: break
    }
  }

  private init(reading text: some StringProtocol, for part: Part) throws {
    var scanner = TextScanner(text)
    if let time = Self.wholeTime(scanner, of: text) {
      (date, self.time) = (nil, time)
      return
    }
    guard let date = try CalendarDate(scanning: &scanner, of: text) else {
      switch part {
      case .date: _ = try CalendarDate(parsing: text)
      case .time: _ = try TimeOfDay(parsing: text)
      case .either: break
      }
      throw DesignFault(
        "\(quoted(text)) is neither a date nor a time: write a date as 2015-04-07 or 7-4-2015, a time as 08:00"
      )
    }
    self.date = date
    scanner.skipSpaces()
    if scanner.isAtEnd {
      time = nil
      return
    }
    if scanner.scan(anyOf: "tT,") != nil { scanner.skipSpaces() }
    guard let time = Self.clock(&scanner, of: text) else {
      throw DesignFault(
        "\(quoted(text)) is a date and something that is no time: write it as 2015-04-07 08:00")
    }
    self.time = time
    guard scanner.isAtEnd else {
      throw DesignFault(
        "\(quoted(text)) goes on after the time: write the time on the wall without a time zone, such as 2015-04-07 08:00"
      )
    }
  }

  private static func wholeTime(_ scanner: TextScanner, of text: some StringProtocol) -> TimeOfDay? {
    var scanner = scanner
    guard let time = clock(&scanner, of: text) else { return nil }
    return scanner.isAtEnd ? time : nil
  }

  /// A time with what spreadsheets and data frames add to it: thousandths, `AM` or `PM`.
  private static func clock(_ scanner: inout TextScanner, of text: some StringProtocol) -> TimeOfDay? {
    guard let time = TimeOfDay(scanning: &scanner) else { return nil }
    skipFraction(&scanner, of: text)
    var ahead = scanner
    ahead.skipSpaces()
    let isMorning = ahead.scan(word: "am")
    guard isMorning || ahead.scan(word: "pm") else { return time }
    scanner = ahead
    // 12 AM is midnight and 12 PM is noon.
    guard (1...hoursOfHalfDay).contains(time.hour) else { return nil }
    let hour = time.hour % hoursOfHalfDay + (isMorning ? 0 : hoursOfHalfDay)
    return TimeOfDay(hour: hour, minute: time.minute, second: time.second)
  }

  private static let hoursOfHalfDay = 12

  /// Skips the thousandths that data frames write after seconds; `0,333333` is no time, but a third of a spreadsheet's day.
  private static func skipFraction(_ scanner: inout TextScanner, of text: some StringProtocol) {
    let colon: UInt8 = 0x3A
    guard text.utf8.count(where: { $0 == colon }) == 2, scanner.scan(anyOf: ".,") != nil else { return }
    _ = scanner.scanNumber(maximumDigits: 9)
  }
}

/// What the dates of a whole column tell of the order in which their days and months stand.
///
/// Dates with slashes are written both ways in the world. They are read as in Denmark, day first; a column in which no date shows
/// which it is deserves a remark.
package struct SlashedDates: Equatable, Sendable {
  private var example: String?
  private var isDayFirst = false

  /// Nothing has been seen.
  package init() {}

  /// Takes a text that was read as a date.
  ///
  /// - Complexity: O(characters).
  package mutating func take(_ text: some StringProtocol) {
    guard !isDayFirst, text.utf8.contains(0x2F) else { return }
    var scanner = TextScanner(text)
    guard let day = scanner.scanNumber(maximumDigits: 2), scanner.scan(anyOf: "/") != nil,
      let month = scanner.scanNumber(maximumDigits: 2)
    else { return }
    if day > Self.mostMonths { isDayFirst = true }
    if day != month, example == nil { example = String(text) }
  }

  /// What should be said of the column: nothing if there are no such dates, or one of them shows the order.
  package var remark: RemarkText? {
    guard !isDayFirst, let example, let date = try? Moment(parsing: example).date else { return nil }
    return RemarkText(
      "every date with slashes could be read two ways; \(quoted(example)) was read day first, as \(date)",
      "alle datoer med skråstreg kan læses på to måder; \(quoted(example)) er læst med dagen først, som \(date)"
    )
  }

  private static let mostMonths = 12
}
