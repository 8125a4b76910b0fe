import Drawing
import Experiments
import Reports
import Studies
import SurveyDesign
import Tables
import Terminal

/// What `sensitivity` prints: what holds whatever is assumed, and what hangs on what.
struct SensitivityText {
  let result: SensitivityResult
  let groups: [String]

  /// The tables: conclusions, and remedies where there are any.
  var tables: [TextTable] {
    let kinds: Set<Conclusion.Kind> = [.best]
    let shown = result.spreads.filter { groups.contains(conclusion($0).group.label) }
    let remedies = shown.filter { kinds.contains(conclusion($0).kind) }
    return [conclusions(shown.filter { !kinds.contains(conclusion($0).kind) })]
      + (remedies.isEmpty ? [] : [best(remedies)])
  }

  private func conclusion(_ spread: ConclusionSpread) -> Conclusion {
    result.study.conclusions[spread.conclusion]
  }

  private func conclusions(_ spreads: [ConclusionSpread]) -> TextTable {
    let (worlds, parameters) = (result.worlds.count, result.study.paths.count)
    let surveys = result.study.replications
    var table = TextTable(
      [
        .text("Group", "Gruppe"), .text("Conclusion", "Konklusion"), .number("As it is", "Som det er"),
        .number("5 %"), .number("50 %"), .number("95 %"), .number(Phrase.monteCarlo),
        .number("Holds in", "Holder i"), .text("Hangs on (total index)", "Afhænger af (totalindeks)"),
      ],
      title: said(
        "What holds whatever is assumed: \(worlds) worlds, \(parameters) uncertain parameters, \(surveys) surveys each",
        "Hvad der holder, hvad man end antager: \(worlds) verdener, \(parameters) usikre forudsætninger, \(surveys) undersøgelser i hver"
      ),
      notes: [
        said(
          "In percent, effects and bias in points. 5, 50 and 95 %: percentiles over worlds. ± MC: Monte Carlo standard error within a world.",
          "I procent, virkninger og skævhed i procentpoint. 5, 50 og 95 %: percentiler over verdener. ± MC: Monte Carlo-standardfejl i en verden."
        ),
        said(
          "Holds in: worlds on the same side of the target, of no change or of even chances as the scenario as it is, in percent with its standard error.",
          "Holder i: verdener på samme side af målet, af ingen ændring eller af lige chancer som scenariet, som det er, i procent med standardfejl."
        ),
        said(
          "Total index: the part of the variance between worlds that a parameter carries, with all that it does together with others, ± half its 95 % limits; shown where it exceeds that and the Monte Carlo error.",
          "Totalindeks: den del af variansen mellem verdener, som en forudsætning bærer, med alt, hvad den gør sammen med andre, ± det halve af 95 %-grænserne; vist, hvor det overstiger dem og Monte Carlo-fejlen."
        ),
      ])
    let counted = spreads.map(\.worlds).max() ?? 0
    if counted < result.worlds.count {
      table.notes.insert(
        said(
          "\(counted) of these worlds reproduce the targets and count; the others say nothing.",
          "\(counted) af verdenerne genskaber målene og tæller; de andre siger intet."), at: 0)
    }
    for spread in spreads {
      let conclusion = conclusion(spread)
      table.append([
        Phrase.group(conclusion.group.label), Self.name(of: conclusion), Self.percent(spread.nominal?.value),
        Self.percent(spread.percentiles[0]), Self.percent(spread.percentiles[1]),
        Self.percent(spread.percentiles[2]), Self.percent(spread.monteCarloError),
        spread.holds.map { "\(Self.percent($0.value)) ± \(Self.percent($0.standardError))" } ?? "–",
        carriers(of: spread.conclusion),
      ])
    }
    return table
  }

  /// The three parameters that carry most of a conclusion.
  private func carriers(of conclusion: Int) -> String {
    let told = result.indices.filter { $0.conclusion == conclusion && $0.isShown }
    let first = told.sorted { ($0.index?.total ?? 0) > ($1.index?.total ?? 0) }.prefix(3)
    guard !first.isEmpty else { return said("none is told", "ingen kan udpeges") }
    return first.map { factor in
      let (total, half) = (factor.index?.total ?? 0, factor.index?.totalHalfWidth ?? 0)
      let name = result.study.name(of: factor.parameters)
      return "\(name) \(spoken(total, decimals: 2)) ± \(spoken(half, decimals: 2))"
    }.joined(separator: "; ")
  }

  private func best(_ spreads: [ConclusionSpread]) -> TextTable {
    var table = TextTable(
      [
        .text("Group", "Gruppe"), .text("Remedy", "Tiltag"), .number("Best as it is", "Bedst, som det er"),
        .number("Best in", "Bedst i"),
      ],
      title: said(
        "Which remedy lowers the share not reached most",
        "Hvilket tiltag der sænker andelen uden kontakt mest"),
      notes: [
        said(
          "Best in: the share of worlds, in percent; the rest are worlds in which another or none helps more.",
          "Bedst i: andelen af verdener, i procent; resten er verdener, hvor et andet tiltag eller intet hjælper mere."
        )
      ])
    for spread in spreads {
      let conclusion = conclusion(spread)
      table.append([
        Phrase.group(conclusion.group.label), conclusion.remedy, spread.nominal?.value == 1 ? Phrase.yes : "",
        Self.percent(spread.mean),
      ])
    }
    return table
  }

  private static func name(of conclusion: Conclusion) -> String {
    switch conclusion.kind {
    case .rate:
      said("not reached, \(conclusion.definition)", "uden kontakt, \(danish(conclusion.definition))")
    case .bias: said("bias of the survey", "undersøgelsens skævhed")
    case .coverage: said("coverage of its intervals", "intervallernes dækning")
    case .meets: said("surveys that say: meets", "undersøgelser, der siger: opfyldt")
    case .fails: said("surveys that say: fails", "undersøgelser, der siger: ikke opfyldt")
    case .effect: said("effect of \(conclusion.remedy)", "virkning af \(conclusion.remedy)")
    case .best: said("best: \(conclusion.remedy)", "bedst: \(conclusion.remedy)")
    case .order: said("the order of remedies", "tiltagenes rækkefølge")
    }
  }

  /// A definition of reached by its name.
  private static func danish(_ definition: String) -> String {
    (try? ReachedDefinition(parsing: definition)).map(ReportLanguage.danish.definition) ?? definition
  }

  private static func percent(_ share: Double?) -> String {
    share.map { spoken($0 * 100, decimals: 1) } ?? "–"
  }
}
