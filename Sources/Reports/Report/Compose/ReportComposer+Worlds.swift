internal import Drawing
internal import SurveyDesign

/// What holds whatever is assumed, and what hangs on what.
extension ReportComposer {
  /// The conclusions under the report's own definition, or else under the first.
  private var conclusions: [SensitivityFinding] {
    let all = report.worlds?.conclusions ?? []
    let own = all.filter { $0.definition == report.definition }
    return own.isEmpty ? all.filter { $0.definition == all.first?.definition } : own
  }

  /// The true shares by slot, all calls last.
  private var rates: [SensitivityFinding] {
    let rates = conclusions.filter { $0.kind == "rate" }
    return rates.filter { $0.by == "slot" } + rates.filter { $0.by == "all" }
  }

  /// What remedies do to all calls, the one that helps most in the scenario as it is first.
  private var effects: [SensitivityFinding] {
    conclusions.filter { $0.kind == "effect" && $0.by == "all" }.sorted { one, other in
      let (left, right) = (one.nominal.value ?? 0, other.nominal.value ?? 0)
      return left == right ? one.conclusion < other.conclusion : left < right
    }
  }

  /// Conclusions that could hold or not, as sentences are made of them.
  private var claims: [SensitivityFinding] {
    (rates + effects + conclusions.filter { $0.kind == "best" && $0.by == "all" && $0.nominal.value == 1 })
      .filter { $0.holds.value != nil }
  }

  /// A conclusion that holds in fewer worlds hangs on what is assumed.
  private static let holdsAnyway = 0.95

  private func hangs(_ finding: SensitivityFinding) -> Bool { (finding.holds.value ?? 1) < Self.holdsAnyway }

  /// The first page of a report on worlds alone.
  var worldsSummary: [Block] {
    [.caution(text.sweepCaution), .lead(worldsLead)] + (rangesFigure.map { [.figure($0)] } ?? [])
      + worldsBullets
  }

  /// The section of any report with worlds; the figure of the shares stands on the first page already where worlds are all there is.
  var worldsSection: [Block] {
    guard let worlds = report.worlds, let first = conclusions.first else { return [] }
    var blocks: [Block] = [
      .paragraph(text.worldsIntroduction(worlds: first.worlds, parameters: knowsCarriers ? told.count : nil))
    ]
    if !report.isSensitivity {
      blocks += [.paragraph(worldsLead)] + (rangesFigure.map { [.figure($0)] } ?? []) + worldsBullets
    }
    blocks += [carriersFigure, effectsFigure].compactMap { $0.map { .figure($0) } }
    blocks.append(.table(worldsTable))
    blocks += worlds.faults.map { .note(text.sentence($0)) }
    return blocks
  }

  private var worldsLead: String {
    let firm = claims.count { !hangs($0) }
    return text.worldsLead(firm: firm, of: claims.count)
  }

  private var worldsBullets: [Block] {
    let open = claims.filter(hangs)
    return open.isEmpty
      ? []
      : [
        .bullets(
          open.map {
            text.hanging(
              claim($0).capitalisedFirst, holds: $0.holds, on: knowsCarriers ? carrierNames(of: $0) : nil)
          })
      ]
  }

  /// What a conclusion says in the scenario as it is.
  private func claim(_ finding: SensitivityFinding) -> String {
    let place =
      finding.by == "all"
      ? text.allCalls.lowercased() : text.words("", "kl.\u{A0}") + language.group(finding.group)
    return switch finding.kind {
    case "effect": text.effectClaim(remedyName(finding), lowers: (finding.nominal.value ?? 0) < 0)
    case "best": text.bestClaim(remedyName(finding), place: place)
    default:
      text.rateClaim(
        place, finding.nominal, isAbove: finding.target.map { (finding.nominal.value ?? 0) > $0 })
    }
  }

  private func remedyName(_ finding: SensitivityFinding) -> String {
    finding.title.isEmpty ? finding.remedy : text.title(finding.title)
  }

  // MARK: Parameters

  /// Whether the folder says what parameters carry: of a run that was stopped it does not.
  private var knowsCarriers: Bool { !(report.worlds?.carriers ?? []).isEmpty }

  /// The parameters that are told from error in any of the claims, the one that carries most first.
  private var told: [String] {
    let numbers = Set((rates + effects).map(\.conclusion))
    var most: [String: Double] = [:]
    for carrier in report.worlds?.carriers ?? [] where carrier.isTold && numbers.contains(carrier.conclusion)
    {
      most[carrier.parameter] = max(most[carrier.parameter] ?? 0, carrier.total)
    }
    return most.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }.map(\.key)
  }

  /// The carriers of a conclusion that are told from error, the first carries most.
  private func carriers(of finding: SensitivityFinding) -> [CarrierFinding] {
    (report.worlds?.carriers ?? []).filter { $0.conclusion == finding.conclusion && $0.isTold }
      .sorted { $0.total > $1.total }
  }

  private func carrierNames(of finding: SensitivityFinding) -> [String] {
    carriers(of: finding).prefix(3).map(text.carrier)
  }

  // MARK: Figures and the table

  private func worldsFigure(_ figure: any Figure, title: @escaping (ReportText) -> String?, file: String)
    -> SourcedFigure
  {
    let worlds = conclusions.first?.worlds ?? 0
    return sourced(
      figure, title: title, of: [text.number(worlds, .world), text.kind(isSimulated: true)], file: file)
  }

  private func strip(_ finding: SensitivityFinding, _ name: Words, limit: Double?) -> WorldsFigure.Strip? {
    guard let low = finding.low, let middle = finding.middle, let high = finding.high else { return nil }
    return .init(
      name: name, nominal: finding.nominal, low: low, middle: middle, high: high, limit: limit,
      holds: finding.holds.value == nil ? nil : finding.holds)
  }

  private var rangesFigure: SourcedFigure? {
    let strips = rates.compactMap { rate in
      strip(
        rate, Words { rate.by == "all" ? $0.allCalls : $0.language.group(rate.group) }, limit: rate.target)
    }
    guard !strips.isEmpty else { return nil }
    return worldsFigure(
      WorldsFigure(name: "worlds", strips: strips, format: .percent, unit: Words { $0.notReached }),
      title: { _ in nil }, file: "conclusions.csv")
  }

  private var effectsFigure: SourcedFigure? {
    let strips = effects.compactMap { effect in
      strip(
        effect, Words { text in ReportComposer(report, language: text.language).remedyName(effect) }, limit: 0
      )
    }
    guard !strips.isEmpty else { return nil }
    return worldsFigure(
      WorldsFigure(
        name: "worlds-remedies", strips: strips, format: .points, unit: Words { $0.changeInPoints }),
      title: { $0.effectsTitle }, file: "conclusions.csv")
  }

  private var carriersFigure: SourcedFigure? {
    let parameters = Array(told.prefix(Self.mostParameters))
    guard !parameters.isEmpty else { return nil }
    return worldsFigure(
      CarriersFigure(
        parameters: parameters.map { path in Words { $0.name(ofUncertain: path) } },
        conclusions: rates.map { rate in
          let own = carriers(of: rate)
          return .init(
            name: Words { rate.by == "all" ? $0.allCalls : $0.language.group(rate.group) },
            parts: parameters.map { path in
              own.first { $0.parameter == path }.map { .init(total: $0.total, halfWidth: $0.halfWidth) }
            })
        }), title: { _ in nil }, file: "indices.csv")
  }

  /// More rows than these carry too little to be looked at.
  private static let mostParameters = 12

  private var worldsTable: ReportDocument.Table {
    let isPlain = (rates + effects).allSatisfy { $0.holds.value == nil }
    var columns: [ReportDocument.Table.Column] = [
      .init(head: text.conclusionHead), .init(head: text.asItIs, isNumber: true),
      .init(head: text.nineInTen, isNumber: true),
    ]
    if !isPlain { columns.append(.init(head: text.holdsIn, isNumber: true)) }
    if knowsCarriers { columns.append(.init(head: text.hangsOn)) }
    return ReportDocument.Table(
      caption: text.worldsCaption, columns: columns,
      rows: (rates + effects).map { finding in
        let isEffect = finding.kind == "effect"
        var cells = [
          isEffect
            ? remedyName(finding) : finding.by == "all" ? text.allCalls : language.group(finding.group),
          isEffect
            ? text.signed(finding.nominal.scaled(by: 100), decimals: 2) : text.percent(finding.nominal),
          text.worldsRange(finding.low, finding.high, isEffect: isEffect),
        ]
        if !isPlain { cells.append(language.percent(finding.holds, decimals: 0)) }
        let names = carrierNames(of: finding)
        if knowsCarriers {
          cells.append(names.isEmpty ? ReportLanguage.missing : names.joined(separator: "; "))
        }
        return .init(cells: cells)
      })
  }
}
