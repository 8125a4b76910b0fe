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
      [.text("Reached", "Opnået kontakt"), .number("Calls", "Opkald"), .number("Share", "Andel")],
      title: "\(survey.title): "
        + said("when calls reached their practice by ", "hvornår opkald fik kontakt, efter ")
        + Phrase.rule(rule.label, rule.definition),
      notes: [
        said(
          "Of valid calls. The last attempt that was made says how a call ended, whatever its day or round.",
          "Af gyldige opkald. Det sidste forsøg, der blev gjort, afgør, hvordan et opkald endte, uanset dag og runde."
        )
      ])
    func add(_ name: String, _ count: Int) {
      table.append([name, "\(count)", RealSurveyText.percent(Double(count) / Double(judged.count))])
    }
    add(Phrase.atFirstAttempt, reached.count { !$0.isRedialled })
    add(Phrase.afterRedialling, reached.count(where: \.isRedialled))
    let rounds = Set(reached.map(\.round)).sorted()
    if rounds.count > 1 {
      for round in rounds { add(Phrase.inRound("\(round)"), reached.count { $0.round == round }) }
    }
    add(Phrase.never, judged.count - reached.count)
    return table
  }
}
