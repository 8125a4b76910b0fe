import Testing

@testable import TelefontidCommand

@Suite("What a report says of calls that say little")
struct UnansweredQuestionTests {
  @Test("A slot of which no call is valid has a row of its own")
  func invalidSlot() throws {
    let sandbox = try CommandSandbox()
    let lines = (0..<6).flatMap { number in
      [("08:00-09:00", number == 0 ? "no-answer" : "answered-by-doctor"), ("09:00-10:00", "wrong-number")].map
      {
        "0,P\(number),\($0.0),2015-04-07,1,,,\($0.1),0,1"
      }
    }
    try sandbox.write(
      (["replication,practice,slot,date,attempt,due,dialled,disposition,wait_seconds,interviewer"] + lines)
        .joined(separator: "\n") + "\n", to: "calls.csv")
    let ending = try sandbox.shell(
      "telefontid report calls.csv -o - | grep -c '9–10[^<]*[*]</span></th><td class=.n. data-label=.Calls.>0</td>'"
    )
    #expect(ending.status == 0, "\(ending.error)")
  }
}
