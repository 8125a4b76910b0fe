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
        .text(name), .number("Calls"), .number("Not reached"), .number("Rate"),
        .number("\(RealSurveyText.confidence(estimator.confidence)) interval"),
      ] + extras.map { .number($0.header) } + (sketch == nil ? [] : [.fixed("")]),
      title: "\(survey.file): not reached by \"\(rule.label)\"\(heading)", notes: notes(facts))
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
    case .patients: ", weighted by listed patients"
    case .hours: ", weighted by hours"
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
        Extra(header: "Practices") { rate in
          guard let counts = rate.unreachedPractices, let population = rate.population else { return "–" }
          return "\(counts.lowerBound)–\(counts.upperBound) of \(population)"
        })
    }
    if rates.hasEffectiveCalls {
      extras.append(
        Extra(header: "Design effect") {
          guard !$0.estimate.isOfOnePractice, let effect = $0.estimate.designEffect else { return "–" }
          return NumberText.format(effect, decimals: 2)
        })
      extras.append(
        Extra(header: "Effective calls") { rate in
          guard let calls = rate.estimate.effectiveCalls, calls.isFinite, !rate.estimate.isOfOnePractice
          else {
            return "–"
          }
          return NumberText.format(calls, decimals: 1)
        })
    }
    if rates.hasWeightsEffect {
      extras.append(
        Extra(header: "Weights' effect") {
          $0.estimate.weightsEffect.map { NumberText.format($0, decimals: 2) } ?? "–"
        })
    }
    if rates.hasInvalid {
      extras.append(Extra(header: "Not valid") { "\($0.estimate.invalid)" })
    }
    if showsBounds {
      extras.append(
        Extra(header: "If all / none of these reached") {
          "\(RealSurveyText.percent($0.bounds?.lower)) / \(RealSurveyText.percent($0.bounds?.upper))"
        })
    }
    if rates.hasPooled {
      extras.append(Extra(header: "Model") { RealSurveyText.percent($0.pooledRate) })
      extras.append(
        Extra(header: "Model's interval") { RealSurveyText.interval($0.pooledInterval, rate: nil) })
    }
    return extras
  }

  private func notes(_ rates: RateFacts) -> [String] {
    var notes = ["Interval: \(estimator.method.rawValue)."]
    switch estimand {
    case .service(_, let betweenShare):
      if betweenShare > 0 {
        notes[0] += " \(NumberText.shortest(betweenShare)) of a call's variance lies between practices."
      }
    case .snapshot:
      if rates.hasEffectiveCalls {
        notes[0] = "Interval: wilson, with the finite population correction of each stratum."
      }
      notes[0] += " Of the practices as they were when called: not the long-run share."
    }
    if rates.hasPooled {
      notes.append(
        "Model: beta-binomial, each group drawn towards the common rate; model-based, no direct estimate.")
      notes.append("The model's intervals allow for all common distributions that the groups make likely.")
    }
    if rates.isAtEdge,
      estimator.method.collapsesAtEdges
    {
      notes.append(
        "Where none or all of the calls were unreached, \(estimator.method.rawValue) has no width: Clopper and Pearson's bound stands there."
      )
    }
    if estimator.method == .wilson, rates.isOverStrata {
      notes.append("Over all strata, wilson is the score test over strata: none counts as known for sure.")
    }
    if total != .hours {
      notes += RealSurveyText.notes(
        on: survey, analysis, rule.definition, in: replication, design: design)
    }
    switch total {
    case .calls:
      let slots = survey.calls.slots
      if !slots.allSatisfy({ $0.milliseconds == slots.first?.milliseconds }) {
        notes.append("Slots count by their calls, not by their length; --total hours turns that round.")
      }
    case .patients: notes.append("A practice's calls count by its listed patients, times its weight.")
    case .hours:
      notes.append(
        "Over several slots, each counts by its length, whatever the number of its calls. Practices called several times or with weights are clusters; else slots are strata."
      )
      if rates.lacksRate {
        notes.append("No rate for a group without a valid call in some slot: that hour cannot be estimated.")
      }
      if rates.lacksInterval {
        notes.append("No interval where a slot has calls to a single practice only.")
      }
    }
    return notes + RealSurveyText.notes(on: survey, rates: rates)
  }
}
