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
    let most = RealSurveyText.percent(error)
    let risk = said(
      "Risk of a wrong verdict: \(most) to either side",
      "Risiko for en forkert afgørelse: \(most) til hver side"
    )
    let notes =
      showsJudgedCalls
      ? [
        risk + said(", about, for one group by itself.", ", cirka, for én gruppe for sig."),
        said(
          "Where practices were called several times or weigh differently, the effective calls are judged, fewer of few practices; the limits are of calls that all weigh alike.",
          "Hvor praksisser er ringet op flere gange eller vejer forskelligt, bedømmes de effektive opkald, færre ved få praksisser; grænserne er for opkald, der alle vejer det samme."
        ),
      ]
        + (lacksCounts
          ? [
            said(
              "Over all strata the score test over strata decides, cautious by half a call: it matters where calls were, so there is no limit.",
              "Over alle strata afgør scoretesten over strata, forsigtig med et halvt opkald: Det betyder noget, hvor opkaldene var, så der er ingen grænse."
            )
          ] : [])
      : [risk + said(", exact test for one group by itself.", ", eksakt test for én gruppe for sig.")]
    let advice = "\(Program.name) plan verdict --target \(target.shortest) --calls N"
    let never =
      hasNever
      ? [
        said(
          "never: of so few calls not even all reached would meet the target; '\(advice)' says what N calls can show.",
          "aldrig: Med så få opkald ville målet ikke være opfyldt, selv om alle fik kontakt; '\(advice)' siger, hvad N opkald kan vise."
        )
      ] : []
    let aim = RealSurveyText.percent(target)
    let definition = Phrase.rule(rule.label, rule.definition)
    var table = TextTable(
      [
        .text(name), .number("Calls", "Opkald"), .number("Not reached", "Uden kontakt"),
        .number("Rate", "Andel"), .text("Verdict", "Afgørelse"), .number("Meets at", "Opfyldt ved"),
        .number("Fails at", "Ikke opfyldt ved"), .number("p"),
      ] + (showsJudgedCalls ? [.number("Judged calls", "Bedømte opkald")] : []),
      title: "\(survey.title): "
        + said(
          "at most \(aim) not reached by \(definition)?", "højst \(aim) uden kontakt efter \(definition)?"),
      notes: notes + never
        + RealSurveyText.notes(
          on: survey, analysis, rule.definition, in: replication, design: design)
        + RealSurveyText.notes(on: survey, rates: facts))
    func cells(_ verdict: SurveyVerdict) -> [String] {
      let estimate = verdict.rate.estimate
      let pValue = verdict.verdict == .meets ? verdict.pValueOfMeeting : verdict.pValueOfFailing
      let cells = [
        RealSurveyText.label(verdict.rate), "\(estimate.calls)", "\(estimate.unreached)",
        RealSurveyText.percent(estimate.rate), Phrase.name(of: verdict.verdict),
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
    return count.map { "\(sign) \($0)" } ?? Phrase.never
  }

  /// What may be claimed of all groups together.
  private func claims(_ grouping: SurveyVerdicts) -> String {
    let by = grouping.verdicts.first?.rate.by ?? "group"
    let meeting = grouping.verdicts.count { $0.verdict == .meets }
    let count = grouping.verdicts.count
    let name = said(by, RealSurveyText.header(by).lowercased())
    let claim = said("Met in every group by \(name)", "Opfyldt i hver gruppe efter \(name)")
    let risk = RealSurveyText.percent(error)
    let shown =
      grouping.isMetEverywhere
      ? said("shown, at a risk of \(risk).", "vist, med en risiko på \(risk).")
      : said(
        "not shown; \(meeting) of \(count) groups meet the target by themselves.",
        "ikke vist; \(meeting) af \(count) grupper opfylder målet hver for sig.")
    let failing = grouping.failing.map(\.rate.group)
    let names = failing.isEmpty ? said("none", "ingen") : failing.joined(separator: ", ")
    let text =
      "\(claim): \(shown)\n"
      + said(
        "Failing groups that may be named (Holm): \(names).\n",
        "Grupper, hvor målet ikke er opfyldt, og som kan udpeges (Holm): \(names).\n")
    return text.escapingAllButLineEnds
  }

  /// What the numbers of calls could have shown at best.
  private func chances(_ grouping: SurveyVerdicts, _ footers: [SurveyVerdict]) -> TextTable {
    let name = RealSurveyText.header(grouping.verdicts.first?.rate.by ?? "calls")
    let shares = SurveyTables.targetMultiples.map { RealSurveyText.percent($0.factor * target) }
    var table = TextTable(
      [.text(name), .number("Calls", "Opkald")]
        + shares.flatMap {
          [
            .number("Meets at \($0)", "Opfyldt ved \($0)"),
            .number("Fails at \($0)", "Ikke opfyldt ved \($0)"),
          ]
        },
      title: said(
        "What so many calls can show: the chance of each verdict if the true share is",
        "Hvad så mange opkald kan vise: sandsynligheden for hver afgørelse, hvis den sande andel er"),
      notes: [said("The rest is undecided.", "Resten er uafklaret.")])
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
