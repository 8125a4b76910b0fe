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

  @Test("has a name in each language that is its own, and an AAPOR code")
  func names() {
    #expect(Set(Disposition.allCases.map(\.englishName)).count == 16)
    #expect(Set(Disposition.allCases.map(\.danishName)).count == 16)
    // AAPOR Standard Definitions 2016, table 1: codes 1.x interview, 2.x eligible, 3.x unknown, 4.x not eligible.
    let known = ["1.1", "1.2", "2.11", "2.20", "2.21", "2.22", "3.11", "3.12", "3.13", "3.16", "4.10"]
    #expect(Disposition.allCases.allSatisfy { known.contains($0.aaporCode) })
    #expect(Disposition.busy.aaporCode == "3.12" && Disposition.noAnswer.aaporCode == "3.13")
  }
}
