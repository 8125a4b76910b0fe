import SurveyDesign
import Testing

@Suite("Calendar date")
struct CalendarDateTests {
  // python3 -c "import datetime as d; e=d.date(1970,1,1)
  // for s in ['0001-01-01','1600-02-29','1700-02-28','1899-12-31','1969-12-31','2000-02-29','2015-04-07','9999-12-31']:
  //   x=d.date.fromisoformat(s); print(s,(x-e).days,x.weekday())"
  @Test(
    "has the day number and the weekday that Python's datetime has",
    arguments: [
      ("0001-01-01", -719_162, 0), ("1600-02-29", -135_081, 1), ("1700-02-28", -98_557, 6),
      ("1899-12-31", -25_568, 6), ("1969-12-31", -1, 2), ("2000-02-29", 11_016, 1), ("2015-04-07", 16_532, 1),
      ("9999-12-31", 2_932_896, 4),
    ])
  func dayNumbers(text: String, dayNumber: Int, weekday: Int) throws {
    let date = try CalendarDate(parsing: text)
    #expect(date.dayNumber == dayNumber)
    #expect(date.weekday == weekday)
    #expect(date.description == text)
  }

  @Test("every day from 1890 to 2110 follows the one before, and is rebuilt from its parts")
  func successive() throws {
    var expected = try #require(CalendarDate(year: 1890, month: 1, day: 1))
    let end = try #require(CalendarDate(year: 2110, month: 12, day: 31))
    var previous = expected.adding(days: -1).components
    while expected <= end {
      let (year, month, day) = expected.components
      #expect(CalendarDate(year: year, month: month, day: day) == expected)
      #expect((previous.year, previous.month, previous.day) < (year, month, day))
      previous = (year, month, day)
      expected = expected.adding(days: 1)
    }
  }

  @Test(
    "is read in ISO and in Danish order",
    arguments: ["2015-04-07", "7-4-2015", "07.04.2015", "7/4/2015", " 07-04-2015\t", "2015.4.7"])
  func reading(text: String) throws {
    #expect(try CalendarDate(parsing: text) == CalendarDate(year: 2015, month: 4, day: 7))
  }

  @Test(
    "is refused when the calendar has no such day or the order cannot be told",
    arguments: [
      "", "2015-02-29", "1900-02-29", "31-4-2015", "2015-13-01", "0000-01-01", "7-4-15", "15-04-07",
      "2015-04",
      "2015-04-07T00:00", "2015-04.07", "2015--04-07", "99999-01-01", "2015-04-0007", "i dag",
    ])
  func refusing(text: String) {
    #expect(throws: DesignFault.self) { try CalendarDate(parsing: text) }
  }

  @Test("adding days stops at the ends of the calendar")
  func adding() throws {
    let date = try CalendarDate(parsing: "2015-02-27")
    #expect(date.adding(days: 2).description == "2015-03-01")
    #expect(date.adding(days: -58).description == "2014-12-31")
    #expect(date.adding(days: Int.max) == .last)
    #expect(date.adding(days: Int.min) == .first)
    #expect(CalendarDate(dayNumber: 2_932_897) == nil)
  }
}
