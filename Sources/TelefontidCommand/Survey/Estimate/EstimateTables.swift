import SurveyDesign
import SurveyStatistics
import Surveys
import Tables
import Terminal

/// What `estimate` prints for one definition of reached: a table per grouping, all calls below the last line.
struct EstimateTables {
  let survey: RealSurvey
  let rule: RealSurvey.Rule
  /// The rates of each grouping, all calls last.
  let rates: [PerGroup<SurveyRate>]
  let estimator: RateEstimator
  let analysis: SurveyAnalysis
  let design: CallDesign
  let replication: SurveyCalls.Replication
  let estimand: SurveyEstimand
  let total: SurveyTotal
  let showsBounds: Bool
  let ability: Console.Ability

  /// The tables in the order of the groupings; pooled stretches stand below the slots.
  var tables: [TextTable] {
    let total = rates.last.map(Array.init) ?? []
    let pooled = rates.filter { $0.first?.by == "pooled" }.flatMap { $0 }
    let shown = rates.dropLast().filter { $0.first?.by != "pooled" }
    guard !shown.isEmpty else { return [table(nil, footers: pooled + total)] }
    return shown.map { table($0, footers: ($0.first?.by == "slot" ? pooled : []) + total) }
  }

  private func table(_ groups: PerGroup<SurveyRate>?, footers: [SurveyRate]) -> TextTable {
    var facts = RateFacts()
    groups?.forEach { facts.note($0) }
    for footer in footers { facts.note(footer) }
    let extras = extras(facts)
    let scaleEnd = min(1, max(0.1, facts.highestUpper ?? 1))
    let sketch = IntervalSketch(scale: 0...scaleEnd, width: 24, for: ability)
    let name = RealSurveyText.header(groups?.first?.by ?? "calls")
    var table = TextTable(
      [
        .text(name), .number("Calls", "Opkald"), .number("Not reached", "Uden kontakt"),
        .number("Rate", "Andel"), .number(Phrase.interval(estimator.confidence)),
      ] + extras.map { .number($0.header) } + (sketch == nil ? [] : [.fixed("")]),
      title: "\(survey.title): "
        + said("not reached by ", "uden kontakt efter ") + Phrase.rule(rule.label, rule.definition) + heading,
      notes: notes(facts))
    func cells(_ rate: SurveyRate) -> [String] {
      let estimate = rate.estimate
      let plain = [
        RealSurveyText.label(rate), "\(estimate.calls)", "\(estimate.unreached)",
        RealSurveyText.percent(estimate.rate),
        RealSurveyText.interval(estimate.interval, rate: estimate.rate),
      ]
      let drawn = sketch.map { sketch in
        estimate.interval.map {
          sketch.interval(lower: $0.lower, estimate: estimate.rate ?? $0.lower, upper: $0.upper)
        } ?? ""
      }
      return plain + extras.map { $0.cell(rate) } + [drawn].compactMap { $0 }
    }
    groups?.forEach { table.append(cells($0)) }
    for footer in footers { table.appendFooter(cells(footer)) }
    return table
  }

  /// What the title says of the total, unless every call counts by its practice's weight alone.
  private var heading: String {
    switch total {
    case .calls: ""
    case .patients: said(", weighted by listed patients", ", vægtet med tilmeldte patienter")
    case .hours: said(", weighted by hours", ", vægtet med timer")
    }
  }

  /// A column that stands there only when it has something to say.
  private struct Extra {
    var header: String
    var cell: (SurveyRate) -> String
  }

  private func extras(_ rates: RateFacts) -> [Extra] {
    var extras: [Extra] = []
    if rates.hasPractices {
      extras.append(
        Extra(header: said("Practices", "Praksisser")) { rate in
          guard let counts = rate.unreachedPractices, let population = rate.population else { return "–" }
          let range = "\(counts.lowerBound)–\(counts.upperBound)"
          return said("\(range) of \(population)", "\(range) af \(population)")
        })
    }
    if rates.hasEffectiveCalls {
      extras.append(
        Extra(header: said("Design effect", "Designeffekt")) {
          guard !$0.estimate.isOfOnePractice, let effect = $0.estimate.designEffect else { return "–" }
          return spoken(effect, decimals: 2)
        })
      extras.append(
        Extra(header: said("Effective calls", "Effektive opkald")) { rate in
          guard let calls = rate.estimate.effectiveCalls, calls.isFinite, !rate.estimate.isOfOnePractice
          else {
            return "–"
          }
          return spoken(calls, decimals: 1)
        })
    }
    if rates.hasWeightsEffect {
      extras.append(
        Extra(header: said("Weights' effect", "Vægtenes virkning")) {
          $0.estimate.weightsEffect.map { spoken($0, decimals: 2) } ?? "–"
        })
    }
    if rates.hasInvalid {
      extras.append(Extra(header: said("Not valid", "Ugyldige")) { "\($0.estimate.invalid)" })
    }
    if showsBounds {
      extras.append(
        Extra(header: said("If all / none of these reached", "Hvis alle / ingen af dem fik kontakt")) {
          "\(RealSurveyText.percent($0.bounds?.lower)) / \(RealSurveyText.percent($0.bounds?.upper))"
        })
    }
    if rates.hasPooled {
      extras.append(Extra(header: said("Model", "Model")) { RealSurveyText.percent($0.pooledRate) })
      extras.append(
        Extra(header: said("Model's interval", "Modellens interval")) {
          RealSurveyText.interval($0.pooledInterval, rate: nil)
        })
    }
    return extras
  }

  private func notes(_ rates: RateFacts) -> [String] {
    let method = estimator.method.rawValue
    var notes = ["Interval: \(method)."]
    switch estimand {
    case .service(_, let betweenShare):
      if betweenShare > 0 {
        let share = spoken(NumberText.shortest(betweenShare))
        notes[0] += said(
          " \(share) of a call's variance lies between practices.",
          " \(share) af et opkalds varians ligger mellem praksisser.")
      }
    case .snapshot:
      if rates.hasEffectiveCalls {
        notes[0] = said(
          "Interval: wilson, with the finite population correction of each stratum.",
          "Interval: wilson, med endelighedskorrektion i hvert stratum.")
      }
      notes[0] += said(
        " Of the practices as they were when called: not the long-run share.",
        " For praksisserne, som de var, da der blev ringet: ikke andelen i det lange løb.")
    }
    if rates.hasPooled {
      notes.append(
        said(
          "Model: beta-binomial, each group drawn towards the common rate; model-based, no direct estimate.",
          "Model: beta-binomial, hver gruppe trukket mod den fælles andel; modelbaseret, ikke et direkte estimat."
        ))
      notes.append(
        said(
          "The model's intervals allow for all common distributions that the groups make likely.",
          "Modellens intervaller tager højde for alle fælles fordelinger, som grupperne gør sandsynlige."))
    }
    if rates.isAtEdge,
      estimator.method.collapsesAtEdges
    {
      notes.append(
        said(
          "Where none or all of the calls were unreached, \(method) has no width: Clopper and Pearson's bound stands there.",
          "Hvor ingen eller alle opkald var uden kontakt, har \(method) ingen bredde: Dér står Clopper og Pearsons grænse."
        ))
    }
    if estimator.method == .wilson, rates.isOverStrata {
      notes.append(
        said(
          "Over all strata, wilson is the score test over strata: none counts as known for sure.",
          "Over alle strata er wilson scoretesten over strata: Intet regnes for kendt med sikkerhed."))
    }
    if total != .hours {
      notes += RealSurveyText.notes(
        on: survey, analysis, rule.definition, in: replication, design: design)
    }
    switch total {
    case .calls:
      let slots = survey.calls.slots
      if !slots.allSatisfy({ $0.milliseconds == slots.first?.milliseconds }) {
        notes.append(
          said(
            "Slots count by their calls, not by their length; --total hours turns that round.",
            "Tidsrum tæller efter deres opkald, ikke efter deres længde; --total hours vender det om."))
      }
    case .patients:
      notes.append(
        said(
          "A practice's calls count by its listed patients, times its weight.",
          "En praksis' opkald tæller efter dens tilmeldte patienter, gange dens vægt."))
    case .hours:
      notes.append(
        said(
          "Over several slots, each counts by its length, whatever the number of its calls. Practices called several times or with weights are clusters; else slots are strata.",
          "Over flere tidsrum tæller hvert efter sin længde, uanset antallet af opkald. Praksisser, der er ringet op flere gange eller har vægte, er klynger; ellers er tidsrum strata."
        ))
      if rates.lacksRate {
        notes.append(
          said(
            "No rate for a group without a valid call in some slot: that hour cannot be estimated.",
            "Ingen andel for en gruppe uden et gyldigt opkald i et tidsrum: Den time kan ikke estimeres."))
      }
      if rates.lacksInterval {
        notes.append(
          said(
            "No interval where a slot has calls to a single practice only.",
            "Intet interval, hvor et tidsrum kun har opkald til en enkelt praksis."))
      }
    }
    return notes + RealSurveyText.notes(on: survey, rates: rates)
  }
}
