internal import Drawing
internal import SurveyDesign
internal import SurveyStatistics

extension ReportComposer {
  func rateByHour(_ survey: SurveyFindings) -> RateByHourFigure {
    RateByHourFigure(
      slots: survey.slots.map { slot in
        let isShown = isShown(slot)
        return .init(
          label: slot.group, calls: slot.calls, unreached: slot.unreached, rate: isShown ? slot.rate : nil,
          interval: isShown ? slot.interval : nil,
          truth: report.truth(by: slot.by, group: slot.group)?.measured)
      }, target: survey.target, confidence: report.confidence,
      definition: survey.saysOnlyReached ? nil : text.name(of: survey.definition))
  }

  /// The chance of each verdict by the true share, for one number of calls.
  func operatingCharacteristic(_ rule: VerdictRule) -> CurveFigure {
    let shares = Self.grid(rule)
    let greatest = shares.last ?? 1
    let curves = [Verdict.meets, .undecided, .fails].map { verdict in
      CurveFigure.Series(
        Words { $0.word(for: verdict) },
        shares.map { .init($0, rule.probability(of: verdict, atRate: $0)) }, verdict: verdict)
    }
    return CurveFigure(
      name: "operating-characteristic", title: Words { $0.curveTitle(calls: rule) },
      caption: Words { $0.curveIntroduction(rule) },
      x: .init(Words { $0.trueShare }, .percent, range: 0...greatest),
      y: .init(Words { $0.chanceOfVerdict }, .percent, range: 0...1), series: curves,
      references: [.init(.x, rule.target, Words { $0.targetWord(rule.target) })], mostRows: 31)
  }

  /// True shares from 0 to three times the target, so close that the curve of so many calls has no corners.
  private static func grid(_ rule: VerdictRule) -> [Double] {
    let greatest = min(1, 3 * rule.target)
    let spread = (rule.target * (1 - rule.target) / Double(max(rule.trials, 1))).squareRoot()
    let steps = min(400, max(60, Int((greatest / spread * 6).rounded(.up))))
    return (0...steps).map { greatest * Double($0) / Double(steps) }
  }

  /// How calls ended by slot; in one row where no slot has enough calls for shares.
  func dispositionFigure(_ survey: SurveyFindings) -> DispositionFigure {
    let slots = survey.dispositions.map { slot in
      DispositionFigure.Slot(
        label: slot.slot,
        counts: slot.counts.reduce(into: [:]) { counts, count in counts[count.disposition] = count.calls })
    }
    let all = DispositionFigure.Slot(
      label: "all",
      counts: slots.reduce(into: [:]) { counts, slot in counts.merge(slot.counts, uniquingKeysWith: +) })
    return DispositionFigure(
      slots: shown(survey.slots).isEmpty ? [all] : slots, leastCalls: report.leastCalls,
      isWeighted: ([survey.all] + survey.slots).contains(where: \.isWeighted))
  }

  /// How calls ended, as a table where they are too few for any share.
  func dispositionTable(_ survey: SurveyFindings) -> ReportDocument.Table {
    let figure = dispositionFigure(survey)
    let numbers = figure.dataTable(language: language)
    return ReportDocument.Table(
      caption: figure.title(language: language),
      columns: numbers.header.enumerated().map { .init(head: $1, isNumber: $0 > 0) },
      rows: numbers.rows.map { .init(cells: $0) })
  }

  /// Patients' calls in the slots of the survey; those of other times are left to the table.
  func patientFigure(_ traffic: [TrafficRow]) -> PatientCallsFigure? {
    let slots = traffic.compactMap { row -> PatientCallsFigure.Slot? in
      guard let slot = try? Slot(parsing: row.slot), slot.label == row.slot else { return nil }
      return .init(
        label: row.slot, answered: row.answered, abandoned: row.abandoned, blocked: row.blocked, off: row.off,
        meanWait: row.meanWait,
        hours: Double(slot.milliseconds) / Double(TimeOfDay.millisecondsPerHour))
    }
    return slots.isEmpty ? nil : PatientCallsFigure(slots: slots)
  }

  /// The estimates of all replications, the coverage of their intervals, and their verdicts.
  var worthFigures: [SourcedFigure] {
    let all = report.worth(by: "all").first
    let slots = report.worth(by: "slot") + [all].compactMap { $0 }
    let replications = all?.replications
    var figures: [SourcedFigure] = []
    func add(_ figure: any Figure, _ file: String, _ title: @escaping (ReportText) -> String?) {
      figures.append(
        simulatedFigure(
          figure, title: title, surveys: replications.map { text.number($0, .simulatedSurvey) }, file: file,
          definition: report.definition))
    }
    if let rates = report.reading?.rates, rates.count > 1 {
      let figure = EstimateDistributionFigure(
        label: "all", estimates: rates, truth: all?.truth, target: all?.target,
        calls: report.survey?.all.calls)
      add(figure, "estimates.csv") { text in all.map { text.estimatesTitle(truth: $0.truth) } }
    }
    if slots.contains(where: { $0.coverage.value != nil }) {
      let figure = CoverageFigure(
        groups: slots.map {
          .init(label: $0.group, coverage: $0.coverage.value, standardError: $0.coverage.error)
        }, confidence: report.confidence, replications: replications)
      add(figure, "summary.csv") { text in
        all.flatMap { $0.coverage.value == nil ? nil : text.coverageTitle($0, confidence: report.confidence) }
      }
    }
    let judged = slots.compactMap { row -> VerdictFigure.Group? in
      let chances = [row.meets, row.undecided, row.fails]
      guard chances.allSatisfy({ $0.value != nil }) else { return nil }
      return .init(
        label: row.group, meets: row.meets, undecided: row.undecided, fails: row.fails, truth: row.truth)
    }
    let targets = Set(slots.compactMap(\.target))
    if targets.count == 1, let target = targets.first, !judged.isEmpty {
      let figure = VerdictFigure(groups: judged, target: target, replications: replications)
      add(figure, "summary.csv") { text in
        all.flatMap { $0.undecided.value == nil ? nil : text.verdictsTitle($0) }
      }
    }
    return figures
  }
}
