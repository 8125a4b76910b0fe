/// The public holidays and working days of Denmark, computed for any year.
///
/// ```swift
/// let april = DanishCalendar.workingDays(from: first, to: last)  // 1 to 30 April 2015: 19 days
/// ```
package enum DanishCalendar {
  /// The last year in which store bededag was a public holiday, by Act 214 of 6 March 2023.
  package static let lastYearWithGreatPrayerDay = 2023

  /// Easter Sunday of a Gregorian year, or `nil` outside the years 1 to 9999.
  ///
  /// Source: the Anonymous Gregorian algorithm, as given by Jean Meeus, Astronomical Algorithms (1991), chapter 8.
  package static func easterSunday(in year: Int) -> CalendarDate? {
    guard (1...9999).contains(year) else { return nil }
    let goldenNumber = year % 19
    let (century, yearOfCentury) = year.quotientAndRemainder(dividingBy: 100)
    let (leapCenturies, centuryRest) = century.quotientAndRemainder(dividingBy: 4)
    let moonCorrection = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * goldenNumber + century - leapCenturies - moonCorrection + 15) % 30
    let (leapYears, yearRest) = yearOfCentury.quotientAndRemainder(dividingBy: 4)
    let toSunday = (32 + 2 * centuryRest + 2 * leapYears - epact - yearRest) % 7
    let exception = (goldenNumber + 11 * epact + 22 * toSunday) / 451
    let (month, dayBefore) = (epact + toSunday - 7 * exception + 114).quotientAndRemainder(dividingBy: 31)
    return CalendarDate(year: year, month: month, day: dayBefore + 1)
  }

  /// The day of a holiday in a year, or `nil` when that year does not have it.
  package static func date(of holiday: DanishHoliday, in year: Int) -> CalendarDate? {
    if holiday == .greatPrayerDay, year > lastYearWithGreatPrayerDay { return nil }
    switch holiday.place {
    case .fixed(let month, let day): return CalendarDate(year: year, month: month, day: day)
    case .daysAfterEaster(let days): return easterSunday(in: year)?.adding(days: days)
    }
  }

  /// The holidays of a year in the order of their days; empty outside the years 1 to 9999.
  package static func holidays(in year: Int) -> [(date: CalendarDate, holiday: DanishHoliday)] {
    DanishHoliday.allCases.compactMap { holiday in
      date(of: holiday, in: year).map { ($0, holiday) }
    }
  }

  /// The holiday that falls on a day, if one does.
  package static func holiday(on date: CalendarDate) -> DanishHoliday? {
    let year = date.year
    return DanishHoliday.allCases.first { self.date(of: $0, in: year) == date }
  }

  /// Whether a day is from Monday to Friday and not a public holiday.
  package static func isWorkingDay(_ date: CalendarDate) -> Bool {
    !date.isWeekend && holiday(on: date) == nil
  }

  /// The working days from one day to another, both included, in order; empty when there are none.
  ///
  /// Days in `excluded` are left out too: further days on which no calls are made, such as 5 June.
  /// - Complexity: O(days).
  package static func workingDays(
    from first: CalendarDate, to last: CalendarDate, excluding excluded: [CalendarDate] = []
  ) -> [CalendarDate] {
    guard first <= last else { return [] }
    let closed = Set(excluded)
    var days: [CalendarDate] = []
    for dayNumber in first.dayNumber...last.dayNumber {
      guard let day = CalendarDate(dayNumber: dayNumber), isWorkingDay(day), !closed.contains(day) else {
        continue
      }
      days.append(day)
    }
    return days
  }

  /// The first `count` working days from a day on, that day included if it is one.
  ///
  /// Days in `excluded` are left out too. Fewer only where the calendar ends, in the year 9999.
  /// - Complexity: O(days).
  package static func workingDays(
    _ count: Int, from first: CalendarDate, excluding excluded: [CalendarDate] = []
  ) -> [CalendarDate] {
    let closed = Set(excluded)
    var days: [CalendarDate] = []
    var day = first
    while days.count < count {
      if isWorkingDay(day), !closed.contains(day) { days.append(day) }
      guard day < CalendarDate.last else { break }
      day = day.adding(days: 1)
    }
    return days
  }
}
