import Drawing
import Reports
import SurveyStatistics

extension CurveFigure.Axis {
  /// Shares from 0 to 100 %, as chances are.
  fileprivate static func chance(_ title: Words) -> CurveFigure.Axis {
    CurveFigure.Axis(title, .percent, range: 0...1)
  }

  /// The true share not reached.
  fileprivate static let trueShare = CurveFigure.Axis(
    Words("true share not reached", "sand andel uden kontakt"), .percent)
}

extension CurveFigure.Series {
  /// A curve through the values of a function.
  fileprivate init(_ name: Words, at values: [Double], _ function: (Double) -> Double?) {
    self.init(name, values.compactMap { value in function(value).map { CurveFigure.Place(value, $0) } })
  }

  /// The chance of a verdict at true shares.
  fileprivate init(_ verdict: Verdict, _ name: Words, at rates: [Double], by plan: PlanVerdictCommand.Plan) {
    self.init(name, at: rates) { plan.chance(of: verdict, atRate: $0) }
    self.verdict = verdict
  }
}

extension PlanContrast {
  /// The shares and the risks as lines across a picture of acceptance.
  fileprivate var references: [CurveFigure.Reference] {
    [
      .init(.x, good, Words("good", "god")), .init(.x, bad, Words("bad", "dårlig")),
      .init(
        .y, 1 - producerRisk, Words("1 − risk of wrong rejection", "1 − risiko for uberettiget afvisning")),
      .init(.y, consumerRisk, Words("risk of wrong acceptance", "risiko for uberettiget godkendelse")),
    ]
  }

  /// A picture of the chance of being accepted.
  fileprivate func figure(_ name: String, caption: Words, series: [CurveFigure.Series]) -> CurveFigure {
    CurveFigure(
      name: name, title: Words("Operating characteristic", "Operationskarakteristik"), caption: caption,
      x: .trueShare, y: .chance(Words("chance of being accepted", "sandsynlighed for godkendelse")),
      series: series, references: references)
  }
}

extension PlanAcceptanceTables {
  /// The operating characteristic.
  var figure: CurveFigure {
    let rates = contrast.rates(of: plan, count: Self.rowsWritten)
    let name = "n = \(plan.calls), c = \(plan.acceptIfAtMost)"
    var series = [CurveFigure.Series(Words(name), at: rates) { plan.acceptance(atRate: $0) }]
    if let double {
      let name = Words(
        "double, \(double.firstCalls) + \(double.secondCalls)",
        "dobbelt, \(double.firstCalls) + \(double.secondCalls)")
      series.append(.init(name, at: rates) { double.acceptance(atRate: $0) })
    }
    return contrast.figure(
      "plan-acceptance",
      caption: Words(
        "Accepted when at most \(plan.acceptIfAtMost) of \(plan.calls) calls are not reached.",
        "Godkendes, når højst \(plan.acceptIfAtMost) af \(plan.calls) opkald er uden kontakt."),
      series: series)
  }
}

extension PlanSequentialTables {
  /// The operating characteristic beside that of the single plan.
  var figure: CurveFigure {
    let rates = contrast.rates(of: answer.single, count: Self.rowsWritten)
    return contrast.figure(
      "plan-sequential",
      caption: Words(
        "Ringing stops when the answer is known, after \(plan.mostCalls) calls at the latest.",
        "Der ringes, til svaret er kendt, højst \(plan.mostCalls) gange."),
      series: [
        .init(Words("sequential", "sekventiel"), at: rates) { result($0)?.acceptance },
        .init(Words("single, n = \(answer.single.calls)", "enkelt, n = \(answer.single.calls)"), at: rates) {
          answer.single.acceptance(atRate: $0)
        },
      ])
  }
}

extension PlanPowerTables {
  /// The power by number of calls.
  var figure: CurveFigure {
    let points = zip(answer.curve, answer.powers).sorted { $0.0.first < $1.0.first }
    let series = question.tests.enumerated().map { place, test in
      CurveFigure.Series(
        test.name,
        place == 0
          ? approximatePlaces
          : points.compactMap { calls, powers in powers[place].map { .init(Double(calls.first), $0) } })
    }
    let smallest = answer.sizes.first.map { $0.calls.first }
    return CurveFigure(
      name: "plan-power", title: Words("Power of the comparison", "Sammenligningens styrke"),
      caption: Words(
        "The chance of seeing \(PlanText.percent(question.rate, in: .english)) against \(PlanText.percent(question.alternative, in: .english)) not reached, at a risk of \(PlanText.percent(question.error, in: .english)).",
        "Sandsynligheden for at se \(ReportLanguage.danish.roundPercent(question.rate)) mod \(ReportLanguage.danish.roundPercent(question.alternative)) uden kontakt ved en risiko på \(ReportLanguage.danish.roundPercent(question.error))."
      ),
      x: .init(
        question.isPaired
          ? Words("practices per survey", "praksisser pr. undersøgelse")
          : Words("calls per slot", "opkald pr. tidsrum"), .count),
      y: .chance(Words("chance of seeing the difference", "sandsynlighed for at se forskellen")),
      series: series,
      references: [.init(.y, question.power, Words("asked for", "ønsket"))]
        + (smallest.map {
          [.init(.x, Double($0), PlanText.words($0, question.isPaired ? .practice : .call))]
        } ?? []))
  }

  /// The approximate power at many numbers of calls between the first and the last of the table.
  private var approximatePlaces: [CurveFigure.Place] {
    let numbers = answer.curve.map(\.first)
    guard let least = numbers.min(), let most = numbers.max() else { return [] }
    let step = max(1, (most - least) / Self.placesDrawn)
    var calls = Array(stride(from: least, to: most, by: step)) + [most]
    calls = calls.filter { $0 >= 1 }
    return calls.compactMap { number in
      question.power(of: question.tests[0], question.pairOfCalls(number)).map { .init(Double(number), $0) }
    }
  }

  private static let placesDrawn = 50
}

extension PlanVerdictTables {
  /// The three chances for one number of calls; for several, that of staying undecided.
  var figure: CurveFigure {
    let rates = PlanRates(
      upTo: min(1, 3 * question.target), count: Self.placesDrawn, asked: [question.target]
    ).values
    let target = ReportLanguage.danish.roundPercent(question.target)
    let series: [CurveFigure.Series]
    let (title, caption): (Words, Words)
    if let plan = plans.first, plans.count == 1 {
      series = [
        .init(.meets, Words("meets", "opfyldt"), at: rates, by: plan),
        .init(.undecided, Words("undecided", "uafklaret"), at: rates, by: plan),
        .init(.fails, Words("fails", "ikke opfyldt"), at: rates, by: plan),
      ]
      title = Words("Chance of each verdict", "Sandsynlighed for hver afgørelse")
      caption = Words(
        "One slot with \(plan.calls) calls against a target of at most \(PlanText.percent(question.target, in: .english)) not reached.",
        "Ét tidsrum med \(plan.calls) opkald mod et mål på højst \(target) uden kontakt.")
    } else {
      series = plans.prefix(Self.mostCurves).map { plan in
        .init(Words("\(plan.calls) calls", "\(plan.calls) opkald"), at: rates) {
          plan.chance(of: .undecided, atRate: $0)
        }
      }
      title = Words("Chance of no verdict", "Sandsynlighed for ingen afgørelse")
      caption = Words(
        "The chance that one slot stays undecided against a target of at most \(PlanText.percent(question.target, in: .english)) not reached.",
        "Sandsynligheden for, at ét tidsrum forbliver uafklaret mod et mål på højst \(target) uden kontakt.")
    }
    return CurveFigure(
      name: "plan-verdict", title: title,
      caption: caption, x: .trueShare, y: .chance(Words("chance", "sandsynlighed")), series: series,
      references: [.init(.x, question.target, Words("target", "mål"))])
  }

  private static let placesDrawn = 100
  /// More curves cannot be told apart.
  private static let mostCurves = 6
}
