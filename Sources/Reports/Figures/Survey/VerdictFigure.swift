package import Drawing
internal import SurveyStatistics

/// How often repeated surveys would find the target met, not met, or leave it undecided, for each group.
package struct VerdictFigure: Figure, Equatable {
  /// The chances of one group; they add up to one.
  package struct Group: Hashable, Sendable {
    /// The group as files name it, such as a slot.
    package var label: String
    /// The share of surveys that say "meets".
    package var meets: Measured
    /// The share of surveys that say "undecided".
    package var undecided: Measured
    /// The share of surveys that say "fails".
    package var fails: Measured
    /// The true share not reached.
    package var truth: Measured?

    /// Describes a group.
    package init(
      label: String, meets: Measured, undecided: Measured, fails: Measured, truth: Measured? = nil
    ) {
      self.label = label
      self.meets = meets
      self.undecided = undecided
      self.fails = fails
      self.truth = truth
    }
  }

  /// The groups in their order.
  package var groups: [Group]
  /// The greatest share not reached that is acceptable.
  package var target: Double
  /// How many simulated surveys the shares are of; `nil` where they were computed.
  package var replications: Int?

  /// Puts the figure together.
  package init(groups: [Group], target: Double, replications: Int? = nil) {
    self.groups = groups
    self.target = target
    self.replications = replications
  }

  /// `verdicts`.
  package var name: String { "verdicts" }

  /// The subject, with the target.
  package func title(language: ReportLanguage) -> String {
    let target = language.roundPercent(target)
    return language.words(
      "How often a survey would settle whether at most \(target) are not reached",
      "Hvor ofte en undersøgelse ville afgøre, om højst \(target) ikke får kontakt")
  }

  /// What the parts are and how exact they are.
  package func caption(language: ReportLanguage) -> String {
    var sentences = [
      language.words(
        "Each row shows which verdict repeated surveys of this size would give: met, undecided or not met. At the right: the true share.",
        "Hver række viser, hvilken afgørelse gentagne undersøgelser af denne størrelse ville give: opfyldt, uafklaret eller ikke opfyldt. Til højre: den sande andel."
      )
    ]
    if let replications, replications > 0 {
      // The standard error of a share of n replications is greatest at one half: 0.5 / √(n + 4), by plus four.
      let error = language.number(50 / (Double(replications) + 4).squareRoot(), decimals: 1)
      sentences.append(
        language.words(
          "From \(language.count(replications)) simulated surveys; Monte Carlo standard error at most \(error) points.",
          "Fra \(language.count(replications)) simulerede undersøgelser; Monte Carlo-standardfejl højst \(error) procentpoint."
        ))
    }
    if let error = groups.compactMap(\.truth).greatestError {
      let points = language.number(error * 100, decimals: 2)
      sentences.append(
        language.words(
          "That of the true shares is at most \(points) points.",
          "For de sande andele er den højst \(points) procentpoint."))
    }
    return sentences.joined(separator: " ")
  }

  /// The rows, with the key above.
  package func drawing(language: ReportLanguage, width: FigureWidth) -> Canvas {
    var drawing = Canvas(width: width.units)
    guard !groups.isEmpty else {
      drawing.nothing(in: language)
      return drawing
    }
    let parts = [
      StackedRows.Part(name: language.words("met", "opfyldt"), colour: Verdict.meets.look.colour),
      StackedRows.Part(name: language.words("undecided", "uafklaret"), colour: .silver),
      StackedRows.Part(name: language.words("not met", "ikke opfyldt"), colour: Verdict.fails.look.colour),
    ]
    let y = Legend(parts.map { .init(mark: .block($0.colour, isFaint: false), text: $0.name) })
      .draw(into: &drawing, y: 0)
    let hasTruth = groups.contains { $0.truth != nil }
    let rows = StackedRows(
      parts: parts,
      rows: groups.map {
        .init(
          name: language.group($0.label), sizes: [$0.meets, $0.undecided, $0.fails].map { $0.value ?? 0 },
          remark: hasTruth ? language.percent($0.truth?.value) : "")
      }, remarkHead: hasTruth ? language.words("true share", "sand andel") : "")
    drawing.height =
      rows.draw(
        into: &drawing, y: y + 4, axisTitle: language.words("Share of surveys", "Andel af undersøgelser"),
        language: language) + 2
    return drawing
  }

  /// One row per group.
  package func dataTable(language: ReportLanguage) -> FigureTable {
    FigureTable(
      [
        .init(language.words("Group", "Gruppe"), "group"),
        .init(language.words("True share", "Sand andel"), "truth", "truth_se"),
        .init(language.words("Met", "Opfyldt"), "p_meets", "p_meets_se"),
        .init(language.words("Undecided", "Uafklaret"), "p_undecided", "p_undecided_se"),
        .init(language.words("Not met", "Ikke opfyldt"), "p_fails", "p_fails_se"),
      ],
      groups.map { group in
        [language.cell(group: group.label)]
          + [group.truth ?? Measured(value: nil), group.meets, group.undecided, group.fails].map {
            language.cell(percent: $0)
          }
      })
  }
}

extension Verdict {
  /// How a verdict looks as a line; what is decided has the same colour as an area.
  var look: (colour: Colour, dash: Dash) {
    switch self {
    case .meets: (.blue, .solid)
    case .undecided: (.grey, .dot)
    case .fails: (.vermillion, .dash)
    }
  }
}
