internal import Drawing

/// What if.
extension ReportText {
  var cell: String { words("Possibility", "Mulighed") }
  var changeInPoints: String { words("Change, points", "Ændring, procentpoint") }
  var displaced: String {
    words(
      "To the out-of-hours service, per 1,000 practice-days",
      "Til lægevagten, pr. 1.000 praksisdage")
  }
  var sweepCaution: String {
    words(
      "These are differences inside a model with many assumptions: they tell which way a change pulls, "
        + "and how hard compared to another, not how many calls a region would see.",
      "Det er forskelle i en model med mange antagelser: De viser, hvilken vej en ændring trækker, og "
        + "hvor meget i forhold til en anden, ikke hvor mange opkald en region ville se.")
  }
  var toOutOfHours: String { words("To the out-of-hours service", "Til lægevagten") }
  var percentagePoints: String { words("percentage points", "procentpoint") }
  var perThousandDays: String { words("calls per 1,000 practice-days", "opkald pr. 1.000 praksisdage") }

  /// What the best possibility changes; that it changes most is said only where no other may change as much.
  func sweepHeadline(
    _ best: SweepFinding, name: String, rivals: [String], group: String, baseline: Measured
  ) -> String {
    let change = fall(of: best)
    let from = percent(baseline)
    if !rivals.isEmpty {
      let others =
        rivals.count > 2
        ? words("\(count(rivals.count)) others lower", "\(count(rivals.count)) andre sænker")
        : language.list(rivals.map { words("“\($0)”", "»\($0)«") })
          + words(rivals.count == 1 ? " lowers" : " lower", " sænker")
      return words(
        "Of what was tried, “\(name)” lowers the share not reached by \(change) points from \(from), \(group); whether "
          + "\(others) it as much or more is not shown.",
        "Af det, der er prøvet, sænker »\(name)« andelen uden kontakt med \(change) procentpoint fra \(from), \(group); om "
          + "\(others) den lige så meget eller mere, er ikke vist.")
    }
    return words(
      "Of what was tried, “\(name)” lowers the share not reached the most: by \(change) points from \(from), \(group).",
      "Af det, der er prøvet, sænker »\(name)« andelen uden kontakt mest: med \(change) procentpoint fra \(from), \(group)."
    )
  }

  /// By how much a possibility lowers the share, in points.
  func fall(of best: SweepFinding) -> String {
    let fall = best.difference.value.map { abs($0) * 100 }
    return number(.init(value: fall, error: best.difference.error.map { $0 * 100 }), decimals: 2)
  }

  /// That nothing is shown to lower the share not reached.
  func noChange(cells: Int) -> String {
    let possibilities = number(cells, .possibility)
    return words(
      "Nothing that was tried is shown to lower the share not reached; \(possibilities) "
        + "\(cells == 1 ? "was" : "were") compared.",
      "Intet af det, der er prøvet, sænker påviseligt andelen uden kontakt; \(possibilities) er sammenlignet."
    )
  }

  func sweepIntroduction(replications: Int, baseline: String) -> String {
    let times = number(replications, .time)
    return words(
      "Each possibility was simulated \(times) and is compared to “\(baseline)”. Because the same random numbers were used, "
        + "the simulation’s error is small for differences. It says nothing about how right the assumptions are.",
      "Hver mulighed er simuleret \(times) og sammenlignet med »\(baseline)«. Fordi de samme tilfældige tal er brugt, er "
        + "simulationens usikkerhed lille for forskelle. Den siger intet om, hvor rigtige forudsætningerne er."
    )
  }

  func sweepCaption(_ group: String) -> String {
    words("Each possibility against the first: \(group)", "Hver mulighed i forhold til den første: \(group)")
  }

  /// What a change means for the out-of-hours service, or that none is shown.
  func displacedSentence(_ finding: SweepFinding, name: String) -> String {
    let change = finding.displacedDifference.value ?? 0
    let by = signed(finding.displacedDifference, decimals: 1)
    guard finding.displacedDifference.isShown else {
      return words(
        "No change in calls to the out-of-hours service is shown: “\(name)” differs by \(by) per 1,000 practice-days.",
        "Der er ikke vist nogen ændring i opkaldene til lægevagten: »\(name)« afviger med \(by) pr. 1.000 praksisdage."
      )
    }
    let calls = number(
      .init(value: abs(change), error: finding.displacedDifference.error), decimals: abs(change) < 10 ? 1 : 0)
    return change < 0
      ? words(
        "“\(name)” spares the out-of-hours service \(calls) calls per 1,000 practice-days.",
        "»\(name)« sparer lægevagten for \(calls) opkald pr. 1.000 praksisdage.")
      : words(
        "“\(name)” adds \(calls) calls to the out-of-hours service per 1,000 practice-days.",
        "»\(name)« giver lægevagten \(calls) opkald mere pr. 1.000 praksisdage.")
  }

  /// The head of possibilities that change the survey and nothing else.
  var designs: String { words("Another survey of the same region", "En anden undersøgelse af samme region") }
}
