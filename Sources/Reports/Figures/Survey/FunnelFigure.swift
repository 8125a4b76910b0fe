package import Drawing
package import SurveyStatistics

/// Groups such as municipalities by their calls and their shares, with the limits within which chance alone would leave them.
///
/// The figure ranks nothing: a group is where its number of calls puts it. Only groups outside the limits are named.
package struct FunnelFigure: Figure, Hashable {
  /// What is known of one group.
  package struct Group: Hashable, Sendable {
    /// The group's name.
    package var label: Words
    /// Valid calls.
    package var calls: Int
    /// Those of them that did not reach the practice.
    package var unreached: Int
    /// The share not reached.
    package var rate: Double
    /// Its interval, for the table.
    package var interval: ConfidenceInterval?
    /// How many independent calls would say as much; `nil` where the calls are independent.
    package var effectiveCalls: Double?

    /// Describes a group.
    package init(
      label: Words, calls: Int, unreached: Int, rate: Double, interval: ConfidenceInterval? = nil,
      effectiveCalls: Double? = nil
    ) {
      self.label = label
      self.calls = calls
      self.unreached = unreached
      self.rate = rate
      self.interval = interval
      self.effectiveCalls = effectiveCalls
    }

    /// The number of calls by which the group is judged.
    var weight: Double { effectiveCalls ?? Double(calls) }
  }

  /// A group outside the limits.
  package struct Outlier: Equatable, Sendable {
    /// The place of the group in ``FunnelFigure/groups``.
    package var group: Int
    /// Whether its share lies above.
    package var isAbove: Bool
    /// The widest limits that it lies outside of.
    package var level: Double
  }

  /// The level of the inner limits: one group in twenty lies outside them by chance, at most.
  package static let near = ConfidenceLevel.usual
  /// The level of the outer limits: one group in five hundred.
  package static let far = 0.998

  /// What the groups are, in small letters, such as `municipalities`.
  package var grouping: Words
  /// The groups, in any order; small ones are left to the reader's own judgement elsewhere.
  package var groups: [Group]
  /// The share of all calls, around which the funnel stands.
  package var centre: Double
  /// The greatest share that is acceptable, drawn as a line.
  package var target: Double?
  /// The confidence of the intervals.
  package var confidence: Double

  /// Puts the figure together.
  package init(
    grouping: Words, groups: [Group], centre: Double, target: Double? = nil,
    confidence: Double = ConfidenceLevel.usual
  ) {
    self.grouping = grouping
    self.groups = groups
    self.centre = centre
    self.target = target
    self.confidence = confidence
  }

  private func limits(_ level: Double) -> FunnelLimits? { FunnelLimits(centre: centre, level: level) }

  /// The groups outside the limits, in their order.
  package var outside: [Outlier] {
    let (near, far) = (limits(Self.near), limits(Self.far))
    return groups.indices.compactMap { index in
      let group = groups[index]
      let place = near?.place(of: group.rate, calls: group.weight) ?? .within
      guard place != .within else { return nil }
      let isFar = far?.place(of: group.rate, calls: group.weight) == place
      return Outlier(group: index, isAbove: place == .above, level: isFar ? Self.far : Self.near)
    }
  }

  /// `groups`.
  package var name: String { "groups" }

  /// The subject, with what the groups are.
  package func title(language: ReportLanguage) -> String {
    language.words("Not reached, by \(grouping(language))", "Uden kontakt, fordelt på \(grouping(language))")
  }

  /// What the dots and the limits are.
  package func caption(language: ReportLanguage) -> String {
    let (near, far) = (language.roundPercent(Self.near), language.roundPercent(Self.far))
    let centre = language.percent(centre)
    let worth =
      groups.contains { $0.effectiveCalls != nil }
      ? language.words(
        " Calls that depend on each other or weigh differently stand as the number of independent ones that they are worth.",
        " Opkald, der afhænger af hinanden eller vejer forskelligt, står som det antal uafhængige, de svarer til."
      ) : ""
    return alike(near, far, centre, language) + worth
  }

  private func alike(_ near: String, _ far: String, _ centre: String, _ language: ReportLanguage) -> String {
    language.words(
      "Each dot is a group: to the right those with many calls, above those with a large share not reached. The level line is all calls together, \(centre). If all groups were alike, at least \(near) of them would lie within the inner limits and \(far) within the outer ones (exact binomial limits).",
      "Hver prik er en gruppe: til højre dem med mange opkald, øverst dem med en stor andel uden kontakt. Den vandrette linje er alle opkald under ét, \(centre). Var alle grupper ens, ville mindst \(near) af dem ligge inden for de inderste grænser og \(far) inden for de yderste (eksakte binomiale grænser)."
    )
  }

  /// One row per group, in their order.
  package func dataTable(language: ReportLanguage) -> FigureTable {
    let (near, far) = (limits(Self.near), limits(Self.far))
    func limit(_ level: Double) -> String { language.roundPercent(level) }
    func cell(_ limits: FunnelLimits?, _ group: Group) -> FigureTable.Cell {
      let (lower, upper) = (limits?.lower(calls: group.weight), limits?.upper(calls: group.weight))
      return .init("\(language.percent(lower)) – \(language.percent(upper))", lower, upper)
    }
    return FigureTable(
      [
        .init(language.words("Group", "Gruppe"), "group"), .init(language.words("Calls", "Opkald"), "calls"),
        .init(language.words("Not reached", "Uden kontakt"), "unreached"),
        .init(language.words("Share", "Andel"), "rate"), language.intervalColumn(confidence),
        .init(
          language.words("\(limit(Self.near)) limits", "\(limit(Self.near))-grænser"), "lower_95", "upper_95"),
        .init(
          language.words("\(limit(Self.far)) limits", "\(limit(Self.far))-grænser"), "lower_998", "upper_998"),
      ],
      groups.map { group in
        [
          .init(name: group.label(language), of: group.label.english), language.cell(count: group.calls),
          language.cell(count: group.unreached), language.cell(percent: group.rate),
          language.cell(interval: group.interval, rate: group.rate), cell(near, group), cell(far, group),
        ]
      })
  }
}
