import SurveyDesign
import Testing

@Suite("Danish calendar")
struct DanishCalendarTests {
  // Source: Python package holidays 0.108 (PyPI), which computes them independently of us:
  // python3 -c "import holidays
  // h = holidays.Denmark(years=range(2012, 2031), language='da')
  // for y in range(2012, 2031): print(y, *(d.strftime('%m-%d') for d in sorted(h) if d.year == y))"
  @Test(
    "has the public holidays that Python's holidays package lists",
    arguments: [
      (2012, "01-01 04-05 04-06 04-08 04-09 05-04 05-17 05-27 05-28 12-25 12-26"),
      (2013, "01-01 03-28 03-29 03-31 04-01 04-26 05-09 05-19 05-20 12-25 12-26"),
      (2014, "01-01 04-17 04-18 04-20 04-21 05-16 05-29 06-08 06-09 12-25 12-26"),
      (2015, "01-01 04-02 04-03 04-05 04-06 05-01 05-14 05-24 05-25 12-25 12-26"),
      (2016, "01-01 03-24 03-25 03-27 03-28 04-22 05-05 05-15 05-16 12-25 12-26"),
      (2017, "01-01 04-13 04-14 04-16 04-17 05-12 05-25 06-04 06-05 12-25 12-26"),
      (2018, "01-01 03-29 03-30 04-01 04-02 04-27 05-10 05-20 05-21 12-25 12-26"),
      (2019, "01-01 04-18 04-19 04-21 04-22 05-17 05-30 06-09 06-10 12-25 12-26"),
      (2020, "01-01 04-09 04-10 04-12 04-13 05-08 05-21 05-31 06-01 12-25 12-26"),
      (2021, "01-01 04-01 04-02 04-04 04-05 04-30 05-13 05-23 05-24 12-25 12-26"),
      (2022, "01-01 04-14 04-15 04-17 04-18 05-13 05-26 06-05 06-06 12-25 12-26"),
      (2023, "01-01 04-06 04-07 04-09 04-10 05-05 05-18 05-28 05-29 12-25 12-26"),
      (2024, "01-01 03-28 03-29 03-31 04-01 05-09 05-19 05-20 12-25 12-26"),
      (2025, "01-01 04-17 04-18 04-20 04-21 05-29 06-08 06-09 12-25 12-26"),
      (2026, "01-01 04-02 04-03 04-05 04-06 05-14 05-24 05-25 12-25 12-26"),
      (2027, "01-01 03-25 03-26 03-28 03-29 05-06 05-16 05-17 12-25 12-26"),
      (2028, "01-01 04-13 04-14 04-16 04-17 05-25 06-04 06-05 12-25 12-26"),
      (2029, "01-01 03-29 03-30 04-01 04-02 05-10 05-20 05-21 12-25 12-26"),
      (2030, "01-01 04-18 04-19 04-21 04-22 05-30 06-09 06-10 12-25 12-26"),
    ])
  func holidays(year: Int, days: String) throws {
    let expected = days.split(separator: " ").map { "\(year)-\($0)" }
    #expect(DanishCalendar.holidays(in: year).map(\.date.description) == expected)
    for (date, holiday) in DanishCalendar.holidays(in: year) {
      #expect(DanishCalendar.holiday(on: date) == holiday)
    }
  }

  // Source: dateutil 2.9 (PyPI): python3 -c "from dateutil.easter import easter; print(easter(Y))";
  // 1818 and 2285 are the earliest possible Easters, 1943 and 2038 the latest, 1954 and 1981 the exceptions of the rule.
  @Test(
    "has Easter at its extremes and in the exceptional years",
    arguments: [
      (1818, "1818-03-22"), (2285, "2285-03-22"), (1943, "1943-04-25"), (2038, "2038-04-25"),
      (1954, "1954-04-18"), (1981, "1981-04-19"), (2000, "2000-04-23"),
    ])
  func easter(year: Int, day: String) {
    #expect(DanishCalendar.easterSunday(in: year)?.description == day)
  }

  @Test("knows no year before 1 or after 9999", arguments: [Int.min, 0, 10_000, Int.max])
  func outside(year: Int) {
    #expect(DanishCalendar.easterSunday(in: year) == nil)
    #expect(DanishCalendar.holidays(in: year).isEmpty)
  }

  // Counted by hand on a calendar: 22 weekdays, less 2, 3 and 6 April.
  @Test("April 2015 has nineteen working days, none of them a holiday or a weekend")
  func april2015() throws {
    let days = try DanishCalendar.workingDays(
      from: CalendarDate(parsing: "2015-04-01"), to: CalendarDate(parsing: "2015-04-30"))
    #expect(days.count == 19)
    #expect(days.first?.description == "2015-04-01")
    #expect(days.dropFirst().first?.description == "2015-04-07")
    #expect(days.allSatisfy { !$0.isWeekend })
  }

  @Test("1 May, Constitution Day and Christmas Eve are working days unless left out by name")
  func noHolidays() throws {
    for text in ["2017-05-01", "2017-06-05", "2018-06-05", "2018-12-24", "2024-04-26"] {
      let day = try CalendarDate(parsing: text)
      // 5 June 2017 was Whit Monday, so it is a holiday for that reason only.
      #expect(DanishCalendar.isWorkingDay(day) == (text != "2017-06-05"), "\(text)")
    }
    let day = try CalendarDate(parsing: "2018-06-05")
    #expect(DanishCalendar.workingDays(from: day, to: day) == [day])
    #expect(DanishCalendar.workingDays(from: day, to: day, excluding: [day]).isEmpty)
    #expect(DanishCalendar.workingDays(from: day, to: day.adding(days: -1)).isEmpty)
  }
}
