import SurveyDesign
import Testing

@Suite("Time of day")
struct TimeOfDayTests {
  @Test(
    "is read as people write it",
    arguments: [
      ("08:00", 28_800_000), ("08:00:00", 28_800_000), ("8", 28_800_000), ("8.00", 28_800_000),
      ("08.00", 28_800_000), ("kl. 8", 28_800_000), ("Kl 8.30", 30_600_000), (" 15:59:59 ", 57_599_000),
      ("00:00", 0), ("25:30", 91_800_000), ("48:00", 172_800_000),
    ])
  func reading(text: String, milliseconds: Int) throws {
    #expect(try TimeOfDay(parsing: text).milliseconds == milliseconds)
  }

  @Test(
    "is refused when it is no time",
    arguments: [
      "", " ", "8:", ":30", "08:60", "08:00:60", "48:01", "48:00:01", "49", "-8", "8:00x", "100:00", "08:000",
      "8:00:00:00", "99999999999999999999", "otte", "٨", "8:-1",
    ])
  func refusing(text: String) {
    #expect(throws: DesignFault.self) { try TimeOfDay(parsing: text) }
  }

  @Test("prints hours, minutes and seconds, cutting milliseconds off")
  func printing() throws {
    let time = TimeOfDay(milliseconds: 57_599_999)
    #expect(time.description == "15:59:59")
    #expect(time.hoursAndMinutes == "15:59")
    #expect(TimeOfDay(milliseconds: 172_800_000).description == "48:00:00")
    #expect(TimeOfDay.midnight.description == "00:00:00")
  }

  @Test("every minute of two days is read back from what is printed")
  func roundTrip() throws {
    for minute in 0...(48 * 60) {
      let time = TimeOfDay(milliseconds: minute * 60_000)
      #expect(try TimeOfDay(parsing: time.description) == time)
      #expect(try TimeOfDay(parsing: time.hoursAndMinutes) == time)
    }
  }

  @Test("cannot be made outside two days", arguments: [-1, 172_800_001, Int.min, Int.max])
  func range(milliseconds: Int) {
    #expect(TimeOfDay(exactly: milliseconds) == nil)
  }

  @Test("has parts that add up")
  func parts() throws {
    let time = try #require(TimeOfDay(hour: 13, minute: 5, second: 9))
    #expect(time.milliseconds == 47_109_000)
    #expect(time.hour == 13 && time.minute == 5 && time.second == 9)
    #expect(time.seconds == 47_109)
    #expect(TimeOfDay(hour: Int.max) == nil)
  }
}
