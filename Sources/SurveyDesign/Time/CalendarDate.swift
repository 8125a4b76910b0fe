/// A day of the Gregorian calendar, without a time zone, from year 1 to year 9999.
///
/// It is stored as a day number, so that comparing and adding days cost nothing.
///
/// The conversions are those of Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2014). They are
/// proleptic: the Gregorian rule is applied to every year, also before 1700, when Denmark took it up.
public struct CalendarDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01, negative before it.
  public let dayNumber: Int

  /// The day `dayNumber` days after 1970-01-01, or `nil` outside the years 1 to 9999.
  public init?(dayNumber: Int) {
    guard (Self.first.dayNumber...Self.last.dayNumber).contains(dayNumber) else { return nil }
    self.dayNumber = dayNumber
  }

  /// The day with this name, or `nil` when the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    guard (1...Self.days(inMonth: month, of: year)).contains(day) else { return nil }
    self.init(unchecked: Self.dayNumber(year: year, month: month, day: day))
  }

  private init(unchecked dayNumber: Int) {
    self.dayNumber = dayNumber
  }

  /// 0001-01-01, the first day there is.
  public static let first = CalendarDate(unchecked: dayNumber(year: 1, month: 1, day: 1))

  /// 9999-12-31, the last day there is.
  public static let last = CalendarDate(unchecked: dayNumber(year: 9999, month: 12, day: 31))

  /// The day of the week, from Monday 0 to Sunday 6.
  public var weekday: Int {
    // 1970-01-01, day 0, was a Thursday; the second remainder makes the first one positive.
    ((dayNumber + 3) % 7 + 7) % 7
  }

  /// Whether the day is a Saturday or a Sunday.
  public var isWeekend: Bool { weekday >= 5 }

  /// The day `count` days later, or earlier when negative; stops at ``first`` and ``last``.
  public func adding(days count: Int) -> CalendarDate {
    let (sum, overflow) = dayNumber.addingReportingOverflow(count)
    guard !overflow, sum <= Self.last.dayNumber, sum >= Self.first.dayNumber else {
      return count > 0 ? Self.last : Self.first
    }
    return CalendarDate(unchecked: sum)
  }

  /// Whether the left day comes before the right one.
  @inlinable
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.dayNumber < right.dayNumber
  }
}

extension CalendarDate {
  /// Year, month and day at once, which costs no more than one of them.
  public var components: (year: Int, month: Int, day: Int) {
    // Counted from 0000-03-01, so that the leap day is the last day of its year.
    let shifted = dayNumber + Self.daysBeforeEpoch
    let era = (shifted >= 0 ? shifted : shifted - (Self.daysPerEra - 1)) / Self.daysPerEra
    let dayOfEra = shifted - era * Self.daysPerEra
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, day)
  }

  /// The year, 1 to 9999.
  public var year: Int { components.year }

  /// The month, 1 to 12.
  public var month: Int { components.month }

  /// The day of the month, 1 to 31.
  public var day: Int { components.day }

  /// How many days a month has, 28 to 31.
  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * daysPerEra + dayOfEra - daysBeforeEpoch
  }

  /// Days in the 400 years after which the calendar repeats itself.
  private static let daysPerEra = 146_097

  /// Days from 0000-03-01 to 1970-01-01.
  private static let daysBeforeEpoch = 719_468
}
