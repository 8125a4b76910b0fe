internal import Drawing

/// What if.
extension ReportComposer {
  /// Rows of the report's own definition.
  private var rows: [SweepFinding] {
    (report.reading?.sweep ?? []).filter { $0.definition == report.definition }
  }

  /// Cells other than the first by effect, the greatest fall first: remedies, and then other designs of the survey.
  private var order: (remedies: [Int], designs: [Int]) {
    let changed = rows.filter { $0.by == "all" && $0.cell != 0 }.sorted { one, other in
      let (left, right) = (one.difference.value ?? 0, other.difference.value ?? 0)
      return left == right ? one.cell < other.cell : left < right
    }.map(\.cell)
    return (
      changed.filter { !report.designCells.contains($0) }, changed.filter(report.designCells.contains)
    )
  }

  /// What a cell is called.
  func cellName(_ cell: Int) -> String {
    guard let name = report.reading?.cells.first(where: { $0.cell == cell }) else {
      return "\(text.cell) \(cell)"
    }
    let titles = Set((report.reading?.cells ?? []).map(\.title))
    let values = name.values.map { "\(text.name(ofParameter: $0.path) ?? $0.path): \($0.text)" }
    let isNamed = titles.count > 1 || values.isEmpty
    let title = isNamed ? [name.title.isEmpty ? name.scenario : text.title(name.title)] : []
    return (title + values).joined(separator: ", ")
  }

  var sweepSummary: [Block] {
    let all = rows.filter { $0.by == "all" }
    let changed = all.filter { $0.cell != 0 }
    let baseline = all.first { $0.cell == 0 }?.rate ?? .init(value: nil, error: nil)
    let (remedies, designs) = order
    // Another design of the survey is no remedy, so where there are remedies it is not among what helps.
    let tried = changed.filter { remedies.isEmpty || remedies.contains($0.cell) }
    let conclusion = SweepConclusion(tried)
    var lead = text.noChange(cells: tried.count)
    if let best = conclusion.best {
      lead = text.sweepHeadline(
        best, name: cellName(best.cell), rivals: conclusion.rivals.map { cellName($0.cell) },
        group: text.allCalls.lowercased(), baseline: baseline)
    }
    var blocks: [Block] = [.caution(text.sweepCaution), .lead(lead)]
    blocks += figure(of: remedies.isEmpty ? designs : remedies, name: "sweep").map { [.figure($0)] } ?? []
    if let displaced = conclusion.displaced {
      blocks.append(.bullets([text.displacedSentence(displaced, name: cellName(displaced.cell))]))
    }
    return blocks
  }

  /// The figure of some cells, with the best of them as its title.
  private func figure(of cells: [Int], name: String) -> SourcedFigure? {
    let all = rows.filter { $0.by == "all" }
    guard !cells.isEmpty else { return nil }
    let conclusion = SweepConclusion(all.filter { cells.contains($0.cell) })
    let best = conclusion.best
    return simulatedFigure(
      picture(of: cells, name: name),
      title: {
        $0.sweepTitle(
          best, name: best.map { cellName($0.cell) } ?? "", isAlone: conclusion.rivals.isEmpty)
      },
      surveys: all.first.map { text.number($0.replications, .simulatedSurvey) }, file: "sweep.csv",
      definition: report.definition)
  }

  /// A table per group that stands in the sweep, all calls first.
  var sweepFindings: [Block] {
    guard let first = rows.first else { return [] }
    var blocks: [Block] = [
      .paragraph(text.sweepIntroduction(replications: first.replications, baseline: cellName(0)))
    ]
    let (remedies, designs) = order
    if !remedies.isEmpty, let figure = figure(of: designs, name: "sweep-designs") {
      blocks += [.heading(text.designs), .figure(figure)]
    }
    var groups: [(by: String, group: String)] = [("all", "all")]
    for row in rows where row.by == "slot" && !groups.contains(where: { $0 == (row.by, row.group) }) {
      groups.append((row.by, row.group))
    }
    let cells = [0] + remedies + designs
    for group in groups {
      let own = rows.filter { $0.by == group.by && $0.group == group.group }
      let sorted = cells.compactMap { cell in own.first { $0.cell == cell } }
      if !sorted.isEmpty { blocks.append(.table(table(sorted))) }
    }
    return blocks
  }

  private func table(_ rows: [SweepFinding]) -> ReportDocument.Table {
    let isAll = rows.first?.by == "all"
    var columns: [ReportDocument.Table.Column] = [
      .init(head: text.cell), .init(head: text.trueShare, isNumber: true),
      .init(head: text.changeInPoints, isNumber: true),
    ]
    if isAll { columns.append(.init(head: text.displaced, isNumber: true)) }
    let group =
      rows.first.map {
        isAll ? text.allCalls.lowercased() : text.words("", "kl.\u{A0}") + language.group($0.group)
      } ?? ""
    return ReportDocument.Table(
      caption: text.sweepCaption(group), columns: columns,
      rows: rows.map { row in
        var cells = [
          cellName(row.cell), text.percent(row.rate, decimals: 2),
          row.cell == 0 ? ReportLanguage.missing : text.signed(row.difference.scaled(by: 100), decimals: 2),
        ]
        if isAll { cells.append(text.number(row.displaced, decimals: 1)) }
        return .init(cells: cells)
      })
  }

  /// The differences of some cells to the first: all calls, the slot that changes most, and the out-of-hours service.
  private func picture(of cells: [Int], name: String) -> SweepFigure {
    func magnitude(_ row: SweepFinding) -> Double { abs(row.difference.value ?? 0) }
    let slot = rows.filter { $0.by == "slot" && cells.contains($0.cell) }.max {
      magnitude($0) < magnitude($1)
    }
    let all = rows.filter { $0.by == "all" }
    var measures = [measure(all, of: cells, \.difference, \.rate, isShare: true)]
    if let slot {
      let own = rows.filter { $0.by == slot.by && $0.group == slot.group }
      measures.append(measure(own, of: cells, \.difference, \.rate, isShare: true))
    }
    measures.append(measure(all, of: cells, \.displacedDifference, \.displaced, isShare: false))
    return SweepFigure(
      name: name,
      scenarios: cells.map { cell in
        Words { text in ReportComposer(report, language: text.language).cellName(cell) }
      }, measures: measures)
  }

  private func measure(
    _ rows: [SweepFinding], of cells: [Int], _ change: KeyPath<SweepFinding, Measured>,
    _ level: KeyPath<SweepFinding, Measured>, isShare: Bool
  ) -> SweepFigure.Measure {
    let baseline = rows.first { $0.cell == 0 }?[keyPath: level] ?? .init(value: nil, error: nil)
    let group = rows.first
    return SweepFigure.Measure(
      title: Words { text in
        isShare
          ? "\(text.notReached), \(group?.by == "all" ? text.allCalls.lowercased() : text.language.group(group?.group ?? ""))"
          : text.toOutOfHours
      },
      unit: Words { isShare ? $0.percentagePoints : $0.perThousandDays },
      format: isShare ? .points : .number,
      baseline: Words { isShare ? $0.percent(baseline) : $0.number(baseline, decimals: 0) },
      changes: cells.map { cell in
        guard let row = rows.first(where: { $0.cell == cell }), let difference = row[keyPath: change].value
        else { return nil }
        return .init(
          difference: difference, pairedError: row[keyPath: change].error,
          unpairedError: isShare ? row.unpairedError : row.displacedUnpairedError)
      })
  }
}
