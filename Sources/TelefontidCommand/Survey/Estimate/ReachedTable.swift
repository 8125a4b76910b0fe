import SurveyDesign
import Surveys
import Terminal

/// When calls reached their practice, where some were tried again on other days: at once, after redialling, in which round.
struct ReachedTable {
  let survey: RealSurvey
  let rule: RealSurvey.Rule
  let replication: SurveyCalls.Replication

  /// The table; `nil` for a survey of one round, or without a valid call.
  var table: TextTable? {
    guard survey.calls.hasRounds else { return nil }
    let calls = replication.calls.map { survey.calls.calls[$0] }
    let judged = calls.compactMap { call in
      rule.definition.isReached(disposition: call.disposition, waitSeconds: call.waitSeconds).map {
        (call, $0)
      }
    }
    guard !judged.isEmpty else { return nil }
    let reached = judged.filter(\.1).map(\.0)
    var table = TextTable(
      [.text("Reached"), .number("Calls"), .number("Share")],
      title: "\(survey.file): when calls reached their practice by \"\(rule.label)\"",
      notes: [
        "Of valid calls. The last attempt that was made says how a call ended, whatever its day or round."
      ])
    func add(_ name: String, _ count: Int) {
      table.append([name, "\(count)", RealSurveyText.percent(Double(count) / Double(judged.count))])
    }
    add("at the first attempt", reached.count { !$0.isRedialled })
    add("after redialling", reached.count(where: \.isRedialled))
    let rounds = Set(reached.map(\.round)).sorted()
    if rounds.count > 1 {
      for round in rounds { add("in round \(round)", reached.count { $0.round == round }) }
    }
    add("never", judged.count - reached.count)
    return table
  }
}
