internal import Studies
package import Tables

/// The tables of a sensitivity study: every column once.
package enum SensitivityTables {
  /// `conclusions.csv`: a row per conclusion.
  package static let conclusions = RowTable<ConclusionRow>(
    "conclusions", primaryKey: ["conclusion"],
    [
      .count("conclusion", "The number of the conclusion, from 0.") { $0.number },
      .text("kind", "What it is about: rate, bias, coverage, meets, fails, effect, best or order.") {
        $0.conclusion.kind.rawValue
      },
      .optionalText("remedy", "The remedy that it is about.") { $0.conclusion.remedy },
      .optionalText("remedy_title", "The title of that scenario.") { $0.conclusion.remedyTitle },
      .text("definition", "The definition of reached.") { $0.conclusion.definition },
      .text("by", "What the group is made by.") { $0.conclusion.group.by },
      .text("group", "The group.") { $0.conclusion.group.label },
      .share("target", "The target of the group: the share not reached that must not be exceeded.") {
        $0.conclusion.target
      },
      .number("nominal", "What the scenario as it is says.", decimals: 6) { $0.spread.nominal?.value },
      .number("nominal_se", "Its Monte Carlo standard error.", .positive, decimals: 6) {
        $0.spread.nominal?.standardError
      },
      .count("worlds", "Worlds that say something of it.") { $0.spread.worlds },
      .number("mean", "The mean over worlds; of best and order the share of worlds.", decimals: 6) {
        $0.spread.mean
      },
      .number("p05", "The 5th percentile over worlds.", decimals: 6) { $0.spread.percentiles[0] },
      .number("p50", "The median over worlds.", decimals: 6) { $0.spread.percentiles[1] },
      .number("p95", "The 95th percentile over worlds.", decimals: 6) { $0.spread.percentiles[2] },
      .number(
        "between_worlds_sd", "The standard deviation between worlds, without what Monte Carlo error adds.",
        .positive, decimals: 6
      ) { $0.spread.standardDeviation },
      .number(
        "monte_carlo_se", "The root of the mean squared Monte Carlo standard error within worlds.", .positive,
        decimals: 6
      ) { $0.spread.monteCarloError },
      .share(
        "holds",
        "The share of worlds on the same side as the scenario as it is: of the target, of no change, of even chances.",
        decimals: 6
      ) { $0.spread.holds?.value },
      .number(
        "holds_se", "Its standard error, worlds of a row counting as a cluster.", .positive, decimals: 6
      ) {
        $0.spread.holds?.standardError
      },
    ])

  /// A row of `conclusions.csv`.
  package struct ConclusionRow: Sendable {
    var number: Int
    var conclusion: Conclusion
    var spread: ConclusionSpread
  }

  /// The rows of `conclusions.csv`.
  package static func conclusionRows(of result: SensitivityResult) -> [ConclusionRow] {
    result.spreads.map {
      ConclusionRow(
        number: $0.conclusion, conclusion: result.study.conclusions[$0.conclusion], spread: $0)
    }
  }

  /// `indices.csv`: a row per conclusion and factor.
  package static let indices = RowTable<IndexRow>(
    "indices", primaryKey: ["conclusion", "parameter"],
    [
      .count("conclusion", "The number of the conclusion in conclusions.csv.") { $0.index.conclusion },
      .text("parameter", "The parameter; \"others\" for all that screening left over, together.") {
        $0.parameter
      },
      .number(
        "mean_absolute_effect", "The mean absolute change when it alone takes another value.", .positive,
        decimals: 6
      ) { $0.index.effect },
      .number("first", "The part of the variance that it carries alone (Jansen).", decimals: 6) {
        $0.index.index?.first
      },
      .number("first_half_width", "Half the width of its 95 % limits.", .positive, decimals: 6) {
        $0.index.index?.firstHalfWidth
      },
      .number(
        "total", "The part that it carries with all that it does together with others (Jansen).", .positive,
        decimals: 6
      ) { $0.index.index?.total },
      .number("total_half_width", "Half the width of its 95 % limits.", .positive, decimals: 6) {
        $0.index.index?.totalHalfWidth
      },
      .share("noise", "The part of the variance that Monte Carlo error alone could make.", decimals: 6) {
        $0.index.noise
      },
      .text("told", "Whether the total index is told from both errors: yes or no.") {
        $0.index.isShown ? "yes" : "no"
      },
    ])

  /// A row of `indices.csv`.
  package struct IndexRow: Sendable {
    var parameter: String
    var index: FactorIndex
  }

  /// The rows of `indices.csv`.
  package static func indexRows(of result: SensitivityResult) -> [IndexRow] {
    result.indices.filter { $0.index != nil }.map {
      IndexRow(parameter: result.study.name(of: $0.parameters), index: $0)
    }
  }

  /// `worlds.csv`: a row per world, with what each uncertain parameter is in it.
  package static func worlds(_ study: SensitivityStudy) -> RowTable<WorldRow> {
    RowTable(
      "worlds", primaryKey: ["world"],
      [
        .count("world", "The number of the world, from 0.") { $0.number },
        .count("row", "The row of points that it belongs to.") { $0.world.row },
        .text("part", "What it has of the row's second point: first (nothing), second (all) or exchanged.") {
          $0.part
        },
        .optionalText("exchanged", "The parameter of the second point; \"others\" for all left over.") {
          $0.exchanged
        },
      ],
      study.paths.enumerated().map { place, path in
        .optionalText(path, "What the world sets \(path) to.") { $0.settings[place] }
      })
  }

  /// A row of `worlds.csv`.
  package struct WorldRow: Sendable {
    var number: Int
    var world: WorldPlan.World
    var part: String
    var exchanged: String?
    var settings: [String?]
  }

  /// The rows of `worlds.csv`, in the order of the plan.
  package static func worldRows(of result: SensitivityResult) -> [WorldRow] {
    result.worlds.enumerated().map { number, world in
      let (part, exchanged) = names(of: world, in: result.study)
      return WorldRow(
        number: number, world: world, part: part, exchanged: exchanged,
        settings: result.study.settings(of: world))
    }
  }

  /// What a world has of its row's second point, in words.
  static func names(of world: WorldPlan.World, in study: SensitivityStudy) -> (
    part: String, exchanged: String?
  ) {
    switch world.part {
    case .first: ("first", nil)
    case .second: ("second", nil)
    case .exchanged(let places): ("exchanged", study.name(of: places))
    }
  }

  /// `outcomes.csv`: a row per world and conclusion, with all digits, so that a run can go on from them.
  package static let outcomes = RowTable<OutcomeRow>(
    "outcomes", primaryKey: ["row", "part", "exchanged", "conclusion"],
    [
      .count("row", "The row of points that the world belongs to.") { $0.world.world.row },
      .text("part", "What it has of the row's second point: first, second or exchanged.") { $0.world.part },
      .optionalText("exchanged", "The parameter of the second point; \"others\" for all left over.") {
        $0.world.exchanged
      },
      .count("conclusion", "The number of the conclusion in conclusions.csv.") { $0.conclusion },
      .number("value", "What the world says.") { $0.value },
      .number("monte_carlo_se", "Its Monte Carlo standard error.", .positive) { $0.error },
    ])

  /// A row of `outcomes.csv`.
  package struct OutcomeRow: Sendable {
    var world: WorldRow
    var conclusion: Int
    var value: Double?
    var error: Double?
  }

  /// The rows of `outcomes.csv`, in the order of the plan.
  package static func outcomeRows(of result: SensitivityResult) -> [OutcomeRow] {
    zip(worldRows(of: result), result.worlds).flatMap { row, world in
      guard let outcome = result.outcomes[world] else { return [OutcomeRow]() }
      return outcome.values.indices.map {
        OutcomeRow(world: row, conclusion: $0, value: outcome.values[$0], error: outcome.errors[$0])
      }
    }
  }
}

extension SensitivityStudy {
  /// A factor by name: the parameter's path, or "others".
  package func name(of parameters: [Int]) -> String {
    parameters.count == 1 ? paths[parameters[0]] : "others"
  }
}
