import Drawing
import Experiments
import Reports
import Scenarios
import Studies
import SurveyDesign
import SurveyStatistics
import Tables
import TelephoneAccess
import Terminal

/// What `plan compare-designs` prints and writes.
struct PlanCompareDesignsTables {
  let study: Study
  let designs: [RegionalComparison]
  /// The calls that every design may make at most.
  let budget: Int
  /// Why some designs are not among them.
  let dropped: [Words]

  var answer: PlanAnswer {
    let rows = designs.flatMap { design in design.figures.map { Row(design: design, figure: $0) } }
    let picture = figure
    return PlanAnswer(
      tables: [cost, rounds, precision, power, verdicts].compactMap { $0 }, Self.table(regions: regions),
      rows: { rows },
      source: .simulated(
        study.scenario.title, replications: replications, seed: study.scenario.seed),
      figure: { picture })
  }

  private var slots: Int { study.scenario.survey.slots.slots.count }

  /// How many regions every design is tried in.
  private var regions: Int { designs.first?.regions.count ?? 1 }

  private func label(_ design: RegionalComparison) -> String {
    let count = design.first.perPractice
    return said("\(count) of \(slots)", "\(count) af \(slots)")
  }

  private var cost: TextTable {
    let most = PlanText.count(budget, .call)
    var table = TextTable(
      [
        .fixed("Slots", "Tidsrum"), .number("Practices", "Praksisser"), .number("Of all", "Af alle"),
        .number("Calls", "Opkald"), .number("Calls a slot", "Opkald pr. tidsrum"),
        .number("Rings each", "Ringer til hver"), .number(Phrase.monteCarlo), .number("Hours", "Timer"),
        .number(Phrase.monteCarlo), .number("Late", "For sent"), .number(Phrase.monteCarlo),
      ],
      title: "\(Phrase.title(study.scenario.title)): "
        + said("designs of equal cost, at most \(most)", "design med samme omkostning, højst \(most)"),
      notes: costNotes)
    for design in designs {
      let first = design.first
      table.append(
        [
          label(design), "\(first.practices)",
          RealSurveyText.percent(Double(first.practices) / Double(study.population.frame.count)),
          "\(first.practices * first.perPractice)",
          PlanText.trimmed(first.theory.callsPerSlot, decimals: 1),
        ] + Self.cells(design.mean(\.attemptsPerPractice), decimals: 2)
          + Self.cells(design.mean(\.interviewerHours), decimals: 1)
          + Self.percents(design.mean(\.lateShare)))
    }
    return table
  }

  private var costNotes: [String] {
    let team = PlanText.count(study.scenario.survey.interviewers, .interviewer)
    let seed = study.scenario.seed
    var notes = [
      said(
        "Slots: in how many of them each practice is rung. Equal cost: the same number of calls; interviewers' hours stand beside it.",
        "Tidsrum: i hvor mange af dem hver praksis ringes op. Samme omkostning: samme antal opkald; interviewernes timer står ved siden af."
      ),
      said(
        "Rings each: the burden, attempts at each practice in the survey. Late: dialled a minute or more late, or never, by \(team).",
        "Ringer til hver: belastningen, opkaldsforsøg til hver praksis i undersøgelsen. For sent: ringet op et minut eller mere for sent, eller aldrig, med \(team)."
      ),
      said(
        "\(replications) replications of each design, seed \(seed), \(regionNames). ",
        "\(replications) gentagelser af hvert design, startværdi \(seed), \(regionNames). ")
        + Phrase.monteCarloNote,
    ]
    notes += weighted + reserves
    notes += dropped.map { said("Left out: ", "Udeladt: ") + $0(Speech.language) + "." }
    if !hasTarget {
      notes.append(
        said(
          "No verdicts: the scenario has no target; name one with '--target'.",
          "Ingen afgørelser: Scenariet har intet mål; angiv et med '--target'."))
    }
    return notes
  }

  /// What each round of a survey in several costs and buys; `nil` of a survey of one round.
  private var rounds: TextTable? {
    guard let count = designs.first?.first.trial.rounds.count, count > 1 else { return nil }
    var table = TextTable(
      [
        .fixed("Slots", "Tidsrum"), .number("Round", "Runde"), .number("Days", "Dage"),
        .number("Calls", "Opkald"), .number(Phrase.monteCarlo), .number("Hours", "Timer"),
        .number(Phrase.monteCarlo), .number("Reached in it", "Kontakt i den"), .number(Phrase.monteCarlo),
        .number("By then", "Indtil da"), .number(Phrase.monteCarlo),
      ],
      title: said("What the rounds buy", "Hvad runderne giver"),
      notes: [
        said(
          "Reached in it: of all valid calls of the survey, in points what the round adds. By then: in it or in a round before. Calls above are those of the first round.",
          "Kontakt i den: af alle undersøgelsens gyldige opkald, i procentpoint hvad runden lægger til. Indtil da: i den eller i en tidligere runde. Opkaldene ovenfor er den første rundes."
        )
      ])
    for design in designs {
      for round in 0..<count {
        table.append(
          [label(design), "\(round + 1)", "\(design.first.trial.rounds[round].days)"]
            + Self.cells(design.mean { $0.rounds[round].calls }, decimals: 1)
            + Self.cells(design.mean { $0.rounds[round].hours }, decimals: 1)
            + Self.percents(design.mean { $0.rounds[round].reached })
            + Self.percents(design.mean { $0.rounds[round].reachedByThen }))
      }
    }
    return table
  }

  private var precision: TextTable {
    let level = RealSurveyText.confidence(study.scenario.survey.confidence)
    let method = study.scenario.survey.interval.rawValue
    var table = TextTable(
      [
        .fixed("Slots", "Tidsrum"), .number("Width, a slot", "Bredde, et tidsrum"),
        .number(Phrase.monteCarlo), .number("Formula", "Formel"), .number("Width, all", "Bredde, alle"),
        .number(Phrase.monteCarlo), .number("Spread, all", "Spredning, alle"), .number(Phrase.monteCarlo),
        .number("Formula", "Formel"),
      ],
      title: said(
        "How wide the \(level) intervals are, in points",
        "Hvor brede \(level)-intervallerne er, i procentpoint"),
      notes: [
        said(
          "Width: mean width of the \(method) interval, of one slot (the mean over slots) and of all calls. Spread: standard deviation of the estimate from all calls.",
          "Bredde: gennemsnitlig bredde af \(method)-intervallet, for ét tidsrum (gennemsnit over tidsrum) og for alle opkald. Spredning: standardafvigelse af estimatet fra alle opkald."
        ),
        said(
          "Formula: exact for a simple random sample of practices whose own shares not reached are those that \(replications) probes to each practice, slot and design met.",
          "Formel: eksakt for en simpel tilfældig stikprøve af praksisser, hvis egne andele uden kontakt er dem, som \(replications) prøveopkald til hver praksis, hvert tidsrum og design mødte."
        ),
      ])
    for design in designs {
      table.append(
        [label(design)] + Self.points(design.figure(\.width)) + Self.points(design.mean(\.meanWidthOfAll))
          + Self.points(design.figure(\.spreadOfAll)))
    }
    return table
  }

  private var power: TextTable? {
    guard let design = designs.first, let pair = design.first.pair else { return nil }
    let first = design.first
    let rates = [pair.0, pair.1].map { slot in
      let rates = design.regions.map { $0.theory.profile.rate(in: slot) }
      return RealSurveyText.percent(rates.reduce(0, +) / Double(rates.count))
    }
    var columns: [TextTable.Column] = [
      .fixed("Slots", "Tidsrum"), .number("Practices in both", "Praksisser i begge"),
      .number("Spread of the difference", "Forskellens spredning"), .number(Phrase.monteCarlo),
      .number("Formula", "Formel"), .number("Power", "Styrke"), .number(Phrase.monteCarlo),
      .number("Formula", "Formel"),
    ]
    if regions > 1 {
      columns += [
        .number("± regions", "± regioner"), .number("Lowest", "Lavest"), .number("Highest", "Højest"),
      ]
    }
    let (one, other) = (first.slots[pair.0], first.slots[pair.1])
    var table = TextTable(
      columns,
      title: said(
        "Telling \(one) (\(rates[0]) not reached) from \(other) (\(rates[1]))",
        "At skelne \(one) (\(rates[0]) uden kontakt) fra \(other) (\(rates[1]))"),
      notes: [
        said(
          "Two-sided test at 5 % that uses the practices rung in both slots. Formula of the power: normal approximation, rough where few calls are unreached.",
          "Tosidet test på 5 %, som bruger de praksisser, der er ringet op i begge tidsrum. Styrkens formel: normaltilnærmelse, grov hvor få opkald er uden kontakt."
        )
      ]
        + (regions > 1
          ? [
            said(
              "± regions: standard deviation of the power between regions, Monte Carlo error taken off.",
              "± regioner: styrkens spredning mellem regioner, uden Monte Carlo-fejl.")
          ] : [])
    )
    for design in designs {
      table.append(
        [label(design), PlanText.trimmed(design.first.theory.sharedPractices, decimals: 1)]
          + Self.points(design.figure(\.spreadOfDifference)) + Self.percents(design.figure(\.power))
          + (regions > 1 ? Self.spread(design.figure(\.power)?.spread) : []))
    }
    return table
  }

  private var verdicts: TextTable? {
    guard hasTarget else { return nil }
    var table = TextTable(
      [.fixed("Slots", "Tidsrum")]
        + [said("Meets", "Opfyldt"), said("Undecided", "Uafklaret"), said("Fails", "Ikke opfyldt")].flatMap {
          [.number($0), .number(Phrase.monteCarlo), .number("Formula", "Formel")]
        } + [.number("All meet", "Opfyldt i alle"), .number(Phrase.monteCarlo)],
      title: said(
        "Verdicts on a slot, the mean over slots", "Afgørelser for et tidsrum, gennemsnit over tidsrum")
        + target,
      notes: [
        said(
          "Exact verdicts with a risk of 5 % to either side. All meet: the target is shown to be met in every slot. -o writes each slot.",
          "Eksakte afgørelser med en risiko på 5 % til hver side. Opfyldt i alle: Målet er vist opfyldt i alle tidsrum. -o skriver hvert tidsrum."
        )
      ])
    for design in designs {
      table.append(
        [label(design)]
          + [Verdict.meets, .undecided, .fails].flatMap { verdict in
            Self.percents(design.figure { $0.meanProbability(of: verdict) })
          } + Self.percents(design.mean { $0.probabilityEverywhere(of: .meets) }))
    }
    return table
  }

  /// What to say of formulas where practices do not count the same.
  private var weighted: [String] {
    guard Set(study.population.frame.practices.map(\.weight)).count > 1 else { return [] }
    return [
      said(
        "The frame's practices have different weights: the simulation uses them, the formulas do not.",
        "Stikprøverammens praksisser har forskellige vægte: Simulationen bruger dem, formlerne ikke.")
    ]
  }

  /// What to say of designs that leave no practice in reserve.
  private var reserves: [String] {
    guard study.scenario.survey.reserves != nil else { return [] }
    return designs.filter { $0.first.practices == study.population.frame.count }.map {
      said(
        "\(label($0)) slots: every practice is rung, and none is left in reserve.",
        "\(label($0)) tidsrum: Alle praksisser ringes op, og ingen er i reserve.")
    }
  }

  /// Whether there is anything to give verdicts on.
  var hasTarget: Bool { designs.contains { $0.first.meanProbability(of: .meets) != nil } }

  /// The target where it is the same everywhere.
  private var target: String {
    if case .everywhere(let rate) = study.scenario.survey.target {
      let most = PlanText.percent(rate)
      return said(": at most \(most) not reached?", ": højst \(most) uden kontakt?")
    }
    return ""
  }

  private static func cells(_ mean: MonteCarloMean?, decimals: Int) -> [String] {
    [
      mean.map { spoken($0.value, decimals: decimals) } ?? "–",
      mean?.standardError.map { spoken($0, decimals: 2) } ?? "–",
    ]
  }

  private static func percents(_ mean: MonteCarloMean?) -> [String] {
    [
      RealSurveyText.percent(mean?.value),
      mean?.standardError.map { spoken($0 * 100, decimals: 1) } ?? "–",
    ]
  }

  /// A number with its error, and by formula.
  private static func percents(_ figure: RegionalFigure?) -> [String] {
    percents(figure?.figure.simulated) + [RealSurveyText.percent(figure?.figure.analytic)]
  }

  /// A number with its error, and by formula, in points.
  private static func points(_ figure: RegionalFigure?) -> [String] {
    points(figure?.figure.simulated) + [points(figure?.figure.analytic)]
  }

  private static func spread(_ spread: RegionalSpread?) -> [String] {
    [points(spread?.standardDeviation)]
      + [spread?.lowest, spread?.highest].map { RealSurveyText.percent($0) }
  }

  /// Replications of each design in each region.
  var replications: Int { designs.first?.first.trial.replications ?? 0 }

  private var regionNames: String {
    let seed = study.scenario.regionSeed
    return regions > 1
      ? said(
        "in each of \(regions) regions, practices.seed \(seed) and those behind",
        "i hver af \(regions) regioner, practices.seed \(seed) og de følgende") : "region \(seed)"
  }

  private static func points(_ mean: MonteCarloMean?) -> [String] {
    [points(mean?.value), points(mean?.standardError)]
  }

  private static func points(_ share: Double?) -> String {
    share.map { spoken($0 * 100, decimals: 2) } ?? "–"
  }
}
