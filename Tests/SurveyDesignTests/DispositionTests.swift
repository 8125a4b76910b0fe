import SurveyDesign
import Testing

@Suite("Disposition")
struct DispositionTests {
  // The words of the file format, in its order.
  static let words = [
    "answered-by-doctor", "answered-by-staff", "forwarded-answered", "acute-line-answered",
    "referral-message",
    "message-without-referral", "message-to-out-of-hours", "referral-unanswered", "busy", "no-answer",
    "hold-limit", "cut-off", "callback-promised", "refused", "wrong-number", "not-attempted",
  ]

  @Test("is one of the sixteen words of the file format, in its order")
  func closedList() {
    #expect(Disposition.allCases.map(\.rawValue) == Self.words)
    #expect(Disposition.allCases.map(\.ordinal) == Array(0..<16))
  }

  @Test("is read in any letter case", arguments: words)
  func reading(word: String) throws {
    #expect(try Disposition(parsing: " \(word.uppercased()) ").rawValue == word)
  }

  @Test("refuses other words and names the allowed ones", arguments: ["", "answered", "busy!", "optaget"])
  func refusing(text: String) throws {
    let fault = #expect(throws: DesignFault.self) { try Disposition(parsing: text) }
    #expect(fault?.message.contains("referral-unanswered") == true)
  }

  @Test("only a wrong number and a call never made are no valid calls")
  func validity() {
    #expect(Disposition.allCases.filter { !$0.isValidCall } == [.wrongNumber, .notAttempted])
  }

  @Test("has a name in each language that is its own")
  func names() {
    #expect(Set(Disposition.allCases.map(\.englishName)).count == 16)
    #expect(Set(Disposition.allCases.map(\.danishName)).count == 16)
  }
}
