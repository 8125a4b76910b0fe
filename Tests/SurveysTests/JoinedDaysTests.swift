import SurveyDesign
import SurveyStatistics
import Testing

@testable import Surveys

/// Every expected value is a count by hand of the rows above it.
@Suite("Attempts on other days and in other rounds")
struct JoinedDaysTests {
  /// Each call as practice, slot, day, last disposition and round.
  private func joined(_ text: String) throws -> [String] {
    let calls = try surveyCalls(text)
    return calls.calls.map { call in
      let slot = String(calls.slots[call.slot].label.prefix(5))
      let day = call.date?.description ?? "-"
      return [calls.practices[call.practice], slot, day, call.disposition.rawValue, "\(call.round)"]
        .joined(separator: " ")
    }
  }

  @Test(
    "Attempt 2 on a later day belongs to attempt 1, in the same slot or another, whatever the order of rows")
  func laterDays() throws {
    let rows = [
      "7,8-9,2026-09-01,1,busy", "8,8-9,2026-09-01,1,no-answer", "9,8-9,2026-09-02,1,answered-by-staff",
      "7,8-9,2026-09-08,2,answered-by-staff", "8,13-14,2026-09-09,2,no-answer",
      "8,9-10,2026-09-16,3,referral-message",
    ]
    let header = "practice,slot,date,attempt,disposition\n"
    let expected = [
      "7 08:00 2026-09-01 answered-by-staff 1", "8 08:00 2026-09-01 referral-message 1",
      "9 08:00 2026-09-02 answered-by-staff 1",
    ]
    for order in [rows, rows.reversed(), [rows[4], rows[0], rows[5], rows[2], rows[1], rows[3]]] {
      #expect(try joined(header + order.joined(separator: "\n")).sorted() == expected)
    }
  }

  @Test("The rate is that of three calls, where it was that of five")
  func rate() throws {
    let calls = try surveyCalls(
      """
      practice,slot,date,attempt,disposition
      7,8-9,2026-09-01,1,busy
      8,8-9,2026-09-01,1,no-answer
      9,8-9,2026-09-02,1,answered-by-staff
      7,8-9,2026-09-08,2,answered-by-staff
      8,8-9,2026-09-09,2,no-answer
      """)
    let rate = SurveyAnalysis(calls, frame: nil, estimator: RateEstimator())
      .rates(calls.allTogether, .agreement, in: calls.replications[0])[0]
    #expect(rate.estimate.calls == 3)
    #expect(rate.estimate.unreached == 1)
  }

  @Test("A round numbers its attempts from 1 again if it likes, and a reserve begins in it")
  func rounds() throws {
    let text = """
      practice,slot,date,round,attempt,disposition
      1,8-9,2026-09-01,1,1,busy
      1,8-9,2026-09-01,1,2,busy
      2,8-9,2026-09-01,1,1,wrong-number
      1,9-10,2026-09-08,2,1,answered-by-doctor
      3,8-9,2026-09-08,2,1,no-answer
      """
    let expected = [
      "1 08:00 2026-09-01 answered-by-doctor 2", "2 08:00 2026-09-01 wrong-number 1",
      "3 08:00 2026-09-08 no-answer 2",
    ]
    #expect(try joined(text).sorted() == expected)
    #expect(try joined(text.replacing("round", with: "Runde")).sorted() == expected)
  }

  @Test("A redial that is planned and not made leaves what the attempt before it met")
  func unmade() throws {
    #expect(
      try joined(
        """
        practice,slot,date,attempt,disposition
        1,8-9,2026-09-01,1,busy
        1,8-9,2026-09-08,2,
        2,8-9,2026-09-01,1,
        2,8-9,2026-09-08,2,no-answer
        3,8-9,2026-09-01,2,not-attempted
        3,8-9,2026-09-01,1,busy
        """
      ).sorted() == [
        "1 08:00 2026-09-01 busy 1", "2 08:00 2026-09-01 no-answer 1", "3 08:00 2026-09-01 busy 1",
      ])
  }

  @Test(
    "Of a practice's several calls each goes on in its own slot; elsewhere it could be any of them, a fault")
  func several() throws {
    let begun = """
      practice,slot,date,attempt,disposition
      1,8-9,2026-09-01,1,busy
      1,13-14,2026-09-02,1,no-answer

      """
    #expect(
      try joined(begun + "1,13-14,2026-09-08,2,answered-by-staff\n").sorted() == [
        "1 08:00 2026-09-01 busy 1", "1 13:00 2026-09-02 answered-by-staff 1",
      ])
    #expect(
      surveyFaults(begun + "1,9-10,2026-09-08,2,answered-by-staff\n") == [
        "calls.csv, line 4, column 4 (attempt): attempt 2 at practice '1' could belong to several of its calls "
          + "(08:00-09:00, 13:00-14:00): where a practice has several calls, ring each again in its own slot"
      ])
  }

  @Test("First attempts in the same slot on other days stay calls of their own; the later one is tried again")
  func waves() throws {
    #expect(
      try joined(
        """
        practice,slot,date,attempt,disposition
        1,8-9,2026-09-01,1,busy
        1,8-9,2026-10-01,1,busy
        1,8-9,2026-10-02,2,answered-by-staff
        """
      ).sorted() == ["1 08:00 2026-09-01 busy 1", "1 08:00 2026-10-01 answered-by-staff 1"])
  }

  @Test(
    "An attempt whose first is not in the file is a call of its own, with a remark; a round is from 1 to 100")
  func orphans() throws {
    #expect(
      try joined("practice,slot,date,attempt,disposition\n1,8-9,2026-09-08,2,busy\n") == [
        "1 08:00 2026-09-08 busy 1"
      ])
    #expect(
      surveyFaults("practice,slot,round,disposition\n1,8-9,0,busy\n2,8-9,101,busy\n") == [
        "calls.csv, line 2, column 3 (round): 0 is no round; the first is 1, and a survey has at most 100",
        "calls.csv, line 3, column 3 (round): 101 is no round; the first is 1, and a survey has at most 100",
      ])
  }

  @Test(
    "Groups by a column of the calls are those of the attempt that counts, and every replication joins its own"
  )
  func groupsAndReplications() throws {
    let calls = try surveyCalls(
      """
      replication,practice,slot,date,attempt,interviewer,disposition
      0,1,8-9,2026-09-01,1,Anne,busy
      0,2,8-9,2026-09-01,1,Bo,busy
      0,1,8-9,2026-09-08,2,Bo,refused
      1,1,8-9,2026-09-01,1,Anne,busy
      1,1,8-9,2026-09-08,2,Anne,no-answer
      """
    ) { $0.groupColumns = ["interviewer"] }
    #expect(calls.replications.map(\.calls.count) == [2, 1])
    let names = calls.columns[0].values.map { calls.columns[0].labels[Int($0)] }
    #expect(
      zip(calls.calls, names).map { "\($0.disposition.rawValue) \($1)" }.sorted() == [
        "busy Bo", "no-answer Anne", "refused Bo",
      ])
  }
}
