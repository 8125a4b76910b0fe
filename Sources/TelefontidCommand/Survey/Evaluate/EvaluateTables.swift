import Files
import SurveyStatistics
import Surveys
import Terminal

/// What `evaluate` prints for one definition of reached.
struct EvaluateTables {
  let survey: RealSurvey
  let rule: RealSurvey.Rule
  let analysis: SurveyAnalysis
  let design: CallDesign
  let replication: SurveyCalls.Replication
  /// The verdicts of each grouping, all calls last.
  let verdicts: [SurveyVerdicts]
  let target: Double
  let error: Double
  let ability: Console.Ability

  /// The tables and sentences in order.
  var texts: [String] {
    let total = (verdicts.last?.verdicts).map(Array.init) ?? []
    let pooled = verdicts.filter { $0.verdicts.first?.rate.by == "pooled" }.flatMap(\.verdicts)
    let shown = verdicts.dropLast().filter { $0.verdicts.first?.rate.by != "pooled" }
    var texts: [String] = []
    for grouping in shown {
      let footers = (grouping.verdicts.first?.rate.by == "slot" ? pooled : []) + total
      texts.append(judgement(grouping, footers).text(for: ability))
      texts.append(claims(grouping))
      texts.append(chances(grouping, footers).text(for: ability))
    }
    return texts
  }

  private func judgement(_ grouping: SurveyVerdicts, _ footers: [SurveyVerdict]) -> TextTable {
    let name = RealSurveyText.header(grouping.verdicts.first?.rate.by ?? "calls")
    var (showsJudgedCalls, lacksCounts, hasNever, facts) = (false, false, false, RateFacts())
    for verdict in grouping.verdicts + footers {
      showsJudgedCalls = showsJudgedCalls || verdict.usesEffectiveCalls
      lacksCounts = lacksCounts || !verdict.hasCriticalCounts
      hasNever = hasNever || verdict.hasCriticalCounts && verdict.meetsIfAtMost == nil
      facts.note(verdict.rate)
    }
    let risk = "Risk of a wrong verdict: \(RealSurveyText.percent(error)) to either side"
    let notes =
      showsJudgedCalls
      ? [
        "\(risk), about, for one group by itself.",
        "Where practices were called several times or weigh differently, the effective calls are judged, fewer of few practices; the limits are of calls that all weigh alike.",
      ]
        + (lacksCounts
          ? [
            "Over all strata the score test over strata decides, cautious by half a call: it matters where calls were, so there is no limit."
          ] : []) : ["\(risk), exact test for one group by itself."]
    let never =
      hasNever
      ? [
        "never: of so few calls not even all reached would meet the target; '\(Program.name) plan verdict --target \(target.shortest) --calls N' says what N calls can show."
      ] : []
    var table = TextTable(
      [
        .text(name), .number("Calls"), .number("Not reached"), .number("Rate"), .text("Verdict"),
        .number("Meets at"), .number("Fails at"), .number("p"),
      ] + (showsJudgedCalls ? [.number("Judged calls")] : []),
      title:
        "\(survey.file): at most \(RealSurveyText.percent(target)) not reached by \"\(rule.label)\"?",
      notes: notes + never
        + RealSurveyText.notes(
          on: survey, analysis, rule.definition, in: replication, design: design)
        + RealSurveyText.notes(on: survey, rates: facts))
    func cells(_ verdict: SurveyVerdict) -> [String] {
      let estimate = verdict.rate.estimate
      let pValue = verdict.verdict == .meets ? verdict.pValueOfMeeting : verdict.pValueOfFailing
      let cells = [
        RealSurveyText.label(verdict.rate), "\(estimate.calls)", "\(estimate.unreached)",
        RealSurveyText.percent(estimate.rate), verdict.verdict.rawValue,
        limit("≤", verdict.meetsIfAtMost, verdict), limit("≥", verdict.failsIfAtLeast, verdict),
        RealSurveyText.pValue(pValue),
      ]
      let judged = verdict.rule.map { "\($0.trials)" } ?? "–"
      return showsJudgedCalls ? cells + [judged] : cells
    }
    for verdict in grouping.verdicts { table.append(cells(verdict)) }
    for verdict in footers { table.appendFooter(cells(verdict)) }
    return table
  }

  /// A critical count; a dash where none decides.
  private func limit(_ sign: String, _ count: Int?, _ verdict: SurveyVerdict) -> String {
    guard verdict.hasCriticalCounts else { return "–" }
    return count.map { "\(sign) \($0)" } ?? "never"
  }

  /// What may be claimed of all groups together.
  private func claims(_ grouping: SurveyVerdicts) -> String {
    let by = grouping.verdicts.first?.rate.by ?? "group"
    let meeting = grouping.verdicts.count { $0.verdict == .meets }
    let count = grouping.verdicts.count
    let claim = "Met in every group by \(by)"
    var text =
      grouping.isMetEverywhere
      ? "\(claim): shown, at a risk of \(RealSurveyText.percent(error)).\n"
      : "\(claim): not shown; \(meeting) of \(count) groups meet the target by themselves.\n"
    let failing = grouping.failing.map(\.rate.group)
    text +=
      failing.isEmpty
      ? "Failing groups that may be named (Holm): none.\n"
      : "Failing groups that may be named (Holm): \(failing.joined(separator: ", ")).\n"
    return text.escapingAllButLineEnds
  }

  /// What the numbers of calls could have shown at best.
  private func chances(_ grouping: SurveyVerdicts, _ footers: [SurveyVerdict]) -> TextTable {
    let name = RealSurveyText.header(grouping.verdicts.first?.rate.by ?? "calls")
    let shares = SurveyTables.targetMultiples.map { RealSurveyText.percent($0.factor * target) }
    var table = TextTable(
      [.text(name), .number("Calls")]
        + shares.flatMap { [.number("Meets at \($0)"), .number("Fails at \($0)")] },
      title: "What so many calls can show: the chance of each verdict if the true share is",
      notes: ["The rest is undecided."])
    func cells(_ verdict: SurveyVerdict) -> [String] {
      let chances = SurveyTables.targetMultiples.indices.flatMap { place -> [String] in
        let known = verdict.chances.indices.contains(place) ? verdict.chances[place] : nil
        return [RealSurveyText.percent(known?.meets), RealSurveyText.percent(known?.fails)]
      }
      return [RealSurveyText.label(verdict.rate), "\(verdict.rule?.trials ?? 0)"] + chances
    }
    for verdict in grouping.verdicts { table.append(cells(verdict)) }
    for verdict in footers { table.appendFooter(cells(verdict)) }
    return table
  }
}
