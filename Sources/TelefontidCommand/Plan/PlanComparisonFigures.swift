import Drawing
import Experiments
import Reports
import Studies
import SurveyStatistics

extension PlanMarginTables {
  /// The bounds of the interval by number of calls.
  var figure: any Figure {
    let most = plans.map(\.calls).reduce(20, max) * 3 / 2
    let step = max(1, most / Self.placesDrawn)
    let sizes = Array(stride(from: max(5, step), through: most, by: step))
    func series(_ name: Words, _ bound: (ConfidenceInterval) -> Double) -> CurveFigure.Series {
      .init(
        name,
        sizes.compactMap { calls in question.interval(calls: calls).map { .init(Double(calls), bound($0)) } })
    }
    let rate = PlanText.words(question.rate)
    let level = PlanText.words(question.confidence)
    return CurveFigure(
      name: "plan-margin",
      title: Words(
        "How the interval narrows with the number of calls",
        "Hvordan intervallet snævres ind med antallet af opkald"),
      caption: Words(
        "If \(rate.english) are found not reached: the bounds of the \(level.english) interval by the calls made in a slot. Upright lines: the calls for the margins asked for.",
        "Hvis \(rate.danish) findes uden kontakt: grænserne for \(level.danish)-intervallet efter antal opkald i et tidsrum. Lodrette streger: opkald til de ønskede marginer."
      ),
      x: .init(Words("calls per slot", "opkald pr. tidsrum"), .count),
      y: .init(Words("share not reached", "andel uden kontakt"), .percent),
      series: [
        series(Words("upper bound", "øvre grænse"), \.upper),
        series(Words("lower bound", "nedre grænse"), \.lower),
      ],
      references: [.init(.y, question.rate, Words("expected", "forventet"))]
        + plans.map { .init(.x, Double($0.calls), PlanText.words($0.calls, .call)) })
  }

  private static let placesDrawn = 80
}

extension PlanAllocationTables {
  /// The interval that each group can be expected to get, by division.
  var figure: any Figure {
    let level = PlanText.words(question.confidence)
    return ComparisonFigure(
      name: "plan-allocation",
      title: Words(
        "What each division of \(ReportLanguage.english.count(question.calls)) calls can show",
        "Hvad hver fordeling af \(ReportLanguage.danish.count(question.calls)) opkald kan vise"),
      caption: Words(
        "Dots: the share not reached that is expected; lines: the \(level.english) interval that the group gets if it finds that; at the right its calls.",
        "Prikker: den forventede andel uden kontakt; streger: \(level.danish)-intervallet, hvis gruppen finder den; til højre dens opkald."
      ),
      rowTitle: Words("Group", "Gruppe"), rows: groups.map { Self.words(of: $0.name) },
      panels: plans.map { plan in
        .init(
          title: plan.method.words, axis: Words("share not reached", "andel uden kontakt"),
          key: plan.method.rawValue.replacing("-", with: "_"), format: .percent, reference: question.target,
          marks: groups.indices.map { place in
            .init(
              groups[place].rate,
              bounds: interval(place, plan.calls[place]).map { $0.lower...max($0.lower, $0.upper) },
              note: Words("\(plan.calls[place])"))
          })
      })
  }
}

extension PlanFieldworkTables {
  /// Late calls and hours by team.
  var figure: any Figure {
    let teams = lengths.flatMap(\.outcome.teams)
    let replications = teams.first?.replications ?? 0
    let share = PlanText.words(limit)
    return ComparisonFigure(
      name: "plan-fieldwork",
      title: Words("How many interviewers keep to the plan", "Hvor mange interviewere der kan følge planen"),
      caption: Words(
        "Late: dialled a minute or more after it was due, on a later day, or never; broken line: at most \(share.english). Hours at work: on the telephone and writing up. Lines: two Monte Carlo standard errors to either side, from \(replications) simulated surveys of each team.",
        "For sent: ringet op et minut eller mere efter planen, en senere dag eller slet ikke; stiplet streg: højst \(share.danish). Arbejdstimer: ved telefonen og med notater. Streger: to Monte Carlo-standardfejl til hver side, fra \(replications) simulerede undersøgelser af hvert hold."
      ),
      rowTitle: Words("Team", "Hold"),
      rows: teams.map { team in
        func name(_ language: ReportLanguage) -> String {
          let days = PlanText.count(team.days, .day, in: language)
          return "\(days), \(PlanText.count(team.interviewers, .interviewer, in: language))"
        }
        return Words(name(.english), name(.danish))
      },
      panels: [
        .init(
          title: Words("Late calls", "Opkald for sent"), axis: Words("share of calls", "andel af opkald"),
          key: "late", format: .percent, reference: limit,
          marks: teams.map { .init($0.late?.value, error: $0.late?.standardError) }),
        .init(
          title: Words("Hours at work", "Arbejdstimer"), axis: Words("hours", "timer"), key: "working_hours",
          format: .number,
          marks: teams.map { .init($0.workingHours?.value, error: $0.workingHours?.standardError) }),
      ])
  }
}

extension PlanCompareDesignsTables {
  /// Width, power and undecided verdicts by design.
  var figure: any Figure {
    func mark(_ mean: MonteCarloMean?) -> ComparisonFigure.Mark? {
      .init(mean?.value, error: mean?.standardError)
    }
    var panels: [ComparisonFigure.Panel] = [
      .init(
        title: Words("Width of the interval, a slot", "Intervallets bredde, et tidsrum"),
        axis: Words("percentage points", "procentpoint"), key: "interval_width_points", format: .number,
        marks: designs.map { design in
          let width = design.figure(\.width)?.figure.simulated
          return .init(width.map { $0.value * 100 }, error: width?.standardError.map { $0 * 100 })
        })
    ]
    if let first = designs.first?.first, let pair = first.pair {
      let (one, other) = (PlanText.group(first.slots[pair.0]), PlanText.group(first.slots[pair.1]))
      panels.append(
        .init(
          title: Words(
            "Chance of telling \(one) from \(other)", "Sandsynlighed for at skelne \(one) fra \(other)"),
          axis: Words("share of surveys", "andel af undersøgelser"), key: "power", format: .percent,
          marks: designs.map { mark($0.figure(\.power)?.figure.simulated) }))
    }
    if hasTarget {
      panels.append(
        .init(
          title: Words("Undecided, a slot", "Uafklaret, et tidsrum"),
          axis: Words("share of surveys", "andel af undersøgelser"), key: "p_undecided", format: .percent,
          marks: designs.map { design in
            mark(design.figure { $0.meanProbability(of: .undecided) }?.figure.simulated)
          }))
    }
    return ComparisonFigure(
      name: "plan-compare-designs",
      title: Words(
        "Designs of equal cost: at most \(budget) calls", "Design til samme pris: højst \(budget) opkald"),
      caption: Words(
        "Rows: in how many of the slots each practice is rung. Lines: two Monte Carlo standard errors to either side, from \(replications) simulated surveys of each design.",
        "Rækker: i hvor mange af tidsrummene hver praksis ringes op. Streger: to Monte Carlo-standardfejl til hver side, fra \(replications) simulerede undersøgelser af hvert design."
      ),
      rowTitle: Words("Design", "Design"),
      rows: designs.map(\.first).map { design in
        Words(
          "\(design.perPractice) of \(design.slots.count) slots, \(design.practices) practices",
          "\(design.perPractice) af \(design.slots.count) tidsrum, \(design.practices) praksisser")
      }, panels: panels)
  }
}

extension PlanAllocationCommand.Method {
  /// The division as people say it.
  var words: Words {
    switch self {
    case .equal: Words("equal", "lige mange")
    case .proportional: Words("proportional", "proportional")
    case .neyman: Words("Neyman", "Neyman")
    case .costOptimal: Words("cost-optimal", "omkostningsoptimal")
    case .minimax: Words("minimax", "minimax")
    }
  }
}
