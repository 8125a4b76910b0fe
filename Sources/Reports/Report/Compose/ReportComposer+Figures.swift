internal import Drawing
internal import Studies
internal import SurveyDesign
internal import SurveyStatistics

extension ReportComposer {
  func rateByHour(_ survey: SurveyFindings) -> RateByHourFigure {
    RateByHourFigure(
      slots: survey.slots.map { slot in
        let isShown = slot.calls >= report.leastCalls
        return .init(
          label: slot.group, calls: slot.calls, unreached: slot.unreached, rate: isShown ? slot.rate : nil,
          interval: isShown ? slot.interval : nil, truth: report.truth(by: slot.by, group: slot.group)?.rate)
      }, target: survey.target, confidence: report.confidence,
      definition: survey.saysOnlyReached ? nil : text.name(of: survey.definition))
  }

  /// The chance of each verdict by the true share, for one number of calls.
  func operatingCharacteristic(_ rule: VerdictRule) -> CurveFigure {
    let greatest = min(1, 3 * rule.target)
    let steps = 30
    let shares = (0...steps).map { greatest * Double($0) / Double(steps) }
    let curves = [Verdict.meets, .undecided, .fails].map { verdict in
      CurveFigure.Series(
        Words { $0.word(for: verdict) },
        shares.map { .init($0, rule.probability(of: verdict, atRate: $0)) }, verdict: verdict)
    }
    return CurveFigure(
      name: "operating-characteristic", title: Words { $0.curveTitle(calls: rule.trials) },
      caption: Words { $0.curveIntroduction(calls: rule.trials, target: rule.target) },
      x: .init(Words { $0.trueShare }, .percent, range: 0...greatest),
      y: .init(Words { $0.chanceOfVerdict }, .percent, range: 0...1), series: curves,
      references: [.init(.x, rule.target, Words { $0.targetWord(rule.target) })])
  }

  func dispositionFigure(_ survey: SurveyFindings) -> DispositionFigure {
    DispositionFigure(
      slots: survey.dispositions.map { slot in
        var counts: [Disposition: Int] = [:]
        for count in slot.counts { counts[count.disposition] = count.calls }
        return .init(label: slot.slot, counts: counts)
      })
  }

  func twoWaves(_ change: ChangeFindings) -> TwoWavesFigure {
    TwoWavesFigure(
      groups: (change.slots + [change.all].compactMap { $0 }).map { change in
        .init(
          label: change.after.group, baseline: .init(change.before.rate, change.before.interval),
          followUp: .init(change.after.rate, change.after.interval),
          change: .init(change.change, change.interval))
      }, confidence: report.confidence)
  }

  /// Patients' calls in the slots of the survey; those of other times are left to the table.
  func patientFigure(_ traffic: [TrafficRow]) -> PatientCallsFigure? {
    let slots = traffic.compactMap { row -> PatientCallsFigure.Slot? in
      guard let slot = try? Slot(parsing: row.slot), slot.label == row.slot else { return nil }
      return .init(
        label: row.slot, answered: row.answered, abandoned: row.abandoned, blocked: row.blocked, off: row.off,
        meanWaitSeconds: row.meanWait,
        hours: Double(slot.milliseconds) / Double(TimeOfDay.millisecondsPerHour))
    }
    return slots.isEmpty ? nil : PatientCallsFigure(slots: slots)
  }

  /// The estimates of all replications, the coverage of their intervals, and their verdicts.
  var worthFigures: [any Figure] {
    let all = report.worth(by: "all").first
    let slots = report.worth(by: "slot") + [all].compactMap { $0 }
    let replications = all?.replications
    var figures: [any Figure] = []
    if let rates = report.reading?.rates, rates.count > 1 {
      figures.append(
        EstimateDistributionFigure(
          label: "all", estimates: rates, truth: all?.truth.value, target: all?.target,
          calls: report.survey?.all.calls))
    }
    if slots.contains(where: { $0.coverage.value != nil }) {
      figures.append(
        CoverageFigure(
          groups: slots.map {
            .init(label: $0.group, coverage: $0.coverage.value, standardError: $0.coverage.error)
          }, confidence: report.confidence, replications: replications))
    }
    let judged = slots.compactMap { row -> VerdictFigure.Group? in
      guard let meets = row.meets.value, let undecided = row.undecided.value, let fails = row.fails.value
      else {
        return nil
      }
      return .init(
        label: row.group, meets: meets, undecided: undecided, fails: fails, truth: row.truth.value)
    }
    let targets = Set(slots.compactMap(\.target))
    if targets.count == 1, let target = targets.first, !judged.isEmpty {
      figures.append(VerdictFigure(groups: judged, target: target, replications: replications))
    }
    return figures
  }

  func groupDots(_ grouping: SurveyFindings.Grouping) -> GroupDotsFigure? {
    // Nothing to draw where every group has too few calls.
    guard grouping.groups.count > 1, !shown(grouping.groups).isEmpty else { return nil }
    return GroupDotsFigure(
      grouping: Words { $0.names(ofGrouping: grouping.by) },
      groups: grouping.groups.map { group in
        let isSmall = group.calls < report.leastCalls
        return .init(
          label: Words { $0.name(of: group) },
          calls: group.calls, rate: isSmall ? nil : group.rate,
          interval: isSmall ? nil : group.interval, isSmall: isSmall)
      }, overall: report.survey?.all.rate, target: report.survey?.target, confidence: report.confidence,
      leastCalls: report.leastCalls)
  }

  /// The differences of every cell to the first: all calls, the slot that changes most, and the out-of-hours service.
  var sweepFigure: SweepFigure? {
    let rows = (report.reading?.sweep ?? []).filter { $0.definition == report.definition }
    let cells = Set(rows.map(\.cell)).subtracting([0]).sorted()
    guard !cells.isEmpty else { return nil }
    func magnitude(_ row: SweepFinding) -> Double { abs(row.difference.value ?? 0) }
    let slot = rows.filter { $0.by == "slot" && $0.cell != 0 }.max { magnitude($0) < magnitude($1) }
    var measures = [measure(rows.filter { $0.by == "all" }, of: cells, \.difference, \.rate, isShare: true)]
    if let slot {
      let own = rows.filter { $0.by == slot.by && $0.group == slot.group }
      measures.append(measure(own, of: cells, \.difference, \.rate, isShare: true))
    }
    measures.append(
      measure(rows.filter { $0.by == "all" }, of: cells, \.displacedDifference, \.displaced, isShare: false))
    return SweepFigure(scenarios: cells.map { Words(cellName($0)) }, measures: measures)
  }

  private func measure(
    _ rows: [SweepFinding], of cells: [Int], _ change: KeyPath<SweepFinding, WorthRow.Measured>,
    _ level: KeyPath<SweepFinding, WorthRow.Measured>, isShare: Bool
  ) -> SweepFigure.Measure {
    let baseline = rows.first { $0.cell == 0 }?[keyPath: level].value
    let group = rows.first
    return SweepFigure.Measure(
      title: Words { text in
        isShare
          ? "\(text.notReached), \(group?.by == "all" ? text.allCalls.lowercased() : text.language.group(group?.group ?? ""))"
          : text.toOutOfHours
      },
      unit: Words { isShare ? $0.percentagePoints : $0.perThousandDays },
      format: isShare ? .points : .number,
      baseline: Words { text in
        isShare ? text.percent(baseline) : text.language.number(baseline, decimals: 0)
      },
      changes: cells.map { cell in
        guard let row = rows.first(where: { $0.cell == cell }), let difference = row[keyPath: change].value
        else { return nil }
        return .init(
          difference: difference, pairedError: row[keyPath: change].error,
          unpairedError: isShare ? row.unpairedError : row.displacedUnpairedError)
      })
  }
}
