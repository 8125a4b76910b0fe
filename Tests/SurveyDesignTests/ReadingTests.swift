import Randomness
import SurveyDesign
import Tables
import Testing

@Suite("Reading what people type")
struct ReadingTests {
  /// Texts put together at random from pieces that come close to what is allowed.
  static func texts(_ count: Int, of pieces: [String], longest: Int) -> [String] {
    var stream = SplitMix64(state: 1)
    return (0..<count).map { _ in
      (0..<stream.integer(below: longest + 1)).map { _ in pieces[stream.integer(below: pieces.count)] }
        .joined()
    }
  }

  static let pieces = [
    "0", "1", "2", "9", "15", "16", "48", "2015", "04", "31", ":", ".", "-", "–", "/", " ", "kl", "KL.",
    "til", "\u{A0}", "\0",
    "é", "👩‍⚕️", "e", "+", "99999999999999999999", "\r\n",
  ]

  @Test("no text traps, and what is accepted is printed so that it is read back the same")
  func roundTrip() {
    var accepted = 0
    for text in Self.texts(15_000, of: Self.pieces, longest: 7) {
      if let time = try? TimeOfDay(parsing: text) {
        accepted += 1
        #expect((try? TimeOfDay(parsing: time.description)) == time, "\(text)")
      }
      if let date = try? CalendarDate(parsing: text) {
        accepted += 1
        #expect((try? CalendarDate(parsing: date.description)) == date, "\(text)")
      }
      if let slot = try? Slot(parsing: text) {
        accepted += 1
        #expect((try? Slot(parsing: slot.label)) == slot, "\(text)")
      }
    }
    #expect(accepted > 500)
  }

  @Test("no definition of reached traps, and what is accepted is read back the same")
  func definitions() {
    let pieces =
      Disposition.allCases.map(\.rawValue) + [
        "within=", "1", "2.5", "=", ",", "a", "person", "agreement", "-", " ",
      ]
    var accepted = 0
    for text in Self.texts(10_000, of: pieces, longest: 5).map({ "a=" + $0 }) {
      guard let definition = try? ReachedDefinition(parsing: text) else { continue }
      accepted += 1
      #expect((try? ReachedDefinition(parsing: definition.description)) == definition, "\(text)")
    }
    #expect(accepted > 100)
  }

  @Test("no frame file traps, and what is accepted is written so that it is read back the same")
  func frames() {
    let pieces = [
      "1", "2", "10", "-3", "0,5", "1e308", "x", "\"", ",", ",", ",", ",", ",", "\n", "\n", "\u{1F}", "nan",
      " ", "ø",
    ]
    var accepted = 0
    for text in Self.texts(4_000, of: pieces, longest: 16) {
      let file = "practice,municipality,gps,listed_patients,stratum,weight,more\n1,A,1,1,,1,\n" + text
      guard let frame = try? Frame(reading: Array(file.utf8), file: "f.csv") else { continue }
      accepted += 1
      #expect((try? Frame(reading: frame.bytes(), file: "g.csv")) == frame, "\(text)")
    }
    #expect(accepted > 100)
  }
}
