import Experiments
import Studies
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
    var table = TextTable(
      [
        .text("Group"), .text("Conclusion"), .number("As it is"), .number("5 %"), .number("50 %"),
        .number("95 %"), .number("± MC"), .number("Holds in"), .text("Hangs on (total index)"),
      ],
      title:
        "What holds whatever is assumed: \(result.worlds.count) worlds, \(result.study.paths.count) uncertain parameters, \(result.study.replications) surveys each",
      notes: [
        "In percent, effects and bias in points. 5, 50 and 95 %: percentiles over worlds. ± MC: Monte Carlo standard error within a world.",
        "Holds in: worlds on the same side of the target, of no change or of even chances as the scenario as it is, in percent with its standard error.",
        "Total index: the part of the variance between worlds that a parameter carries, with all that it does together with others, ± half its 95 % limits; shown where it exceeds that and the Monte Carlo error.",
      ])
    let counted = spreads.map(\.worlds).max() ?? 0
    if counted < result.worlds.count {
      table.notes.insert(
        "\(counted) of these worlds reproduce the targets and count; the others say nothing.", at: 0)
    }
    for spread in spreads {
      let conclusion = conclusion(spread)
      table.append([
        conclusion.group.label, Self.name(of: conclusion), Self.percent(spread.nominal?.value),
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
    guard !first.isEmpty else { return "none is told" }
    return first.map { factor in
      let (total, half) = (factor.index?.total ?? 0, factor.index?.totalHalfWidth ?? 0)
      let name = result.study.name(of: factor.parameters)
      return
        "\(name) \(NumberText.format(total, decimals: 2)) ± \(NumberText.format(half, decimals: 2))"
    }.joined(separator: "; ")
  }

  private func best(_ spreads: [ConclusionSpread]) -> TextTable {
    var table = TextTable(
      [.text("Group"), .text("Remedy"), .number("Best as it is"), .number("Best in")],
      title: "Which remedy lowers the share not reached most",
      notes: [
        "Best in: the share of worlds, in percent; the rest are worlds in which another or none helps more."
      ])
    for spread in spreads {
      let conclusion = conclusion(spread)
      table.append([
        conclusion.group.label, conclusion.remedy, spread.nominal?.value == 1 ? "yes" : "",
        Self.percent(spread.mean),
      ])
    }
    return table
  }

  private static func name(of conclusion: Conclusion) -> String {
    switch conclusion.kind {
    case .rate: "not reached, \(conclusion.definition)"
    case .bias: "bias of the survey"
    case .coverage: "coverage of its intervals"
    case .meets: "surveys that say: meets"
    case .fails: "surveys that say: fails"
    case .effect: "effect of \(conclusion.remedy)"
    case .best: "best: \(conclusion.remedy)"
    case .order: "the order of remedies"
    }
  }

  private static func percent(_ share: Double?) -> String {
    share.map { NumberText.format($0 * 100, decimals: 1) } ?? "–"
  }
}
