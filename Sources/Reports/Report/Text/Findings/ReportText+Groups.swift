internal import Drawing

/// Feedback to groups of practices.
extension ReportText {
  func feedback(by: String) -> String {
    let grouping = name(ofGrouping: by)
    return words("Feedback by \(grouping)", "Tilbagemelding pr. \(grouping)")
  }

  func feedbackIntroduction(by: String, least: Int) -> String {
    words(
      "For talks in quality clusters, not for grading. The groups stand in the order of their names. Groups with fewer than "
        + "\(least) calls have no share.",
      "Til samtaler i kvalitetsklynger, ikke til karakterer. Grupperne står i navneorden. Grupper med færre end \(least) "
        + "opkald har ingen andel.")
  }

  /// How many groups lie outside the funnel, and how many would by chance.
  func outside(_ outside: Int, of groups: Int, limits: Double, beyondFar: Int, far: Double) -> String {
    let (count, all) = (self.count(outside), self.count(groups))
    let (level, farLevel) = (language.roundPercent(limits), language.roundPercent(far))
    func expected(_ level: Double) -> String {
      let number = Double(groups) * (1 - level)
      return language.number(number, decimals: number < 0.1 ? 2 : 1)
    }
    return words(
      "\(count) of \(all) groups lie outside the \(level) limits; if all were alike, chance alone would put up to "
        + "\(expected(limits)) there. Outside the \(farLevel) limits: \(self.count(beyondFar)), by chance up to \(expected(far)).",
      "\(count) af \(all) grupper ligger uden for \(level)-grænserne; var alle ens, ville tilfældet alene bringe op til "
        + "\(expected(limits)) derud. Uden for \(farLevel)-grænserne: \(self.count(beyondFar)), ved tilfældet op til \(expected(far))."
    )
  }

  /// A group outside the funnel.
  func groupSentence(_ group: GroupFinding, isAbove: Bool, level: Double) -> String {
    let (name, counted, level) = (
      name(of: group), counted(group, least: 0), language.roundPercent(level)
    )
    return isAbove
      ? words(
        "\(name): \(counted) not reached, above the \(level) limit. Interval \(interval(group)).",
        "\(name): \(counted) uden kontakt, over \(level)-grænsen. Interval \(interval(group)).")
      : words(
        "\(name): \(counted) not reached, below the \(level) limit. Interval \(interval(group)).",
        "\(name): \(counted) uden kontakt, under \(level)-grænsen. Interval \(interval(group)).")
  }

  func groupsCaption(by: String) -> String {
    let grouping = name(ofGrouping: by)
    return words("Calls not reached, by \(grouping)", "Opkald uden kontakt, efter \(grouping)")
  }

  func tooFew(_ group: GroupFinding, least: Int) -> String {
    let calls = number(group.calls, .call)
    return words(
      "\(calls): too few for a share, which takes at least \(least).",
      "\(calls): for få til en andel; den kræver mindst \(least).")
  }

  /// How much one call moves the share of the smallest group that has one.
  func oneMiss(calls: Int) -> String {
    let points = language.number(100 / Double(max(calls, 1)), decimals: 1)
    return words(
      "In the smallest group with a share, one call more or less not reached moves it by \(points) points.",
      "I den mindste gruppe med en andel flytter ét opkald mere eller mindre uden kontakt den \(points) procentpoint."
    )
  }

  func groupsDiffer(_ pValue: Double) -> String {
    let chance = inAHundred(pValue)
    return pValue <= 0.05
      ? words(
        "The groups differ by more than chance alone explains: differences as large come about by chance in \(chance) "
          + "surveys.",
        "Grupperne er mere forskellige, end tilfældigheder alene forklarer: Så store forskelle opstår tilfældigt i "
          + "\(chance) undersøgelser.")
      : words(
        "Differences between groups as large as these come about by chance alone in \(chance) surveys.",
        "Så store forskelle mellem grupper opstår ved tilfældigheder alene i \(chance) undersøgelser.")
  }

  var toDiscuss: String { words("To discuss", "Til drøftelse") }

  var questions: [String] {
    [
      words(
        "When do our patients have most trouble getting through, and is that when this survey rang?",
        "Hvornår har vores patienter sværest ved at komme igennem, og var det da, undersøgelsen ringede?"),
      words(
        "What does our answering machine say, and does it name a person who can be reached?",
        "Hvad siger vores telefonsvarer, og nævner den nogen, man kan få fat i?"),
      words(
        "Who answers from 8 to 9, at lunch and after 15, and what happens when that person is away?",
        "Hvem tager telefonen fra 8 til 9, i frokosten og efter 15, og hvad sker der, når den person er væk?"),
      words(
        "What would we count ourselves for a month to learn more than these calls can tell?",
        "Hvad ville vi selv tælle i en måned for at vide mere, end disse opkald kan fortælle?"),
    ]
  }

  func suppressed(_ count: Int, least: Int) -> String {
    let groups = self.count(count)
    return count == 1
      ? words(
        "One group has fewer than \(least) calls; its share is left out.",
        "Én gruppe har færre end \(least) opkald; dens andel er udeladt.")
      : words(
        "\(groups) groups have fewer than \(least) calls; their shares are left out.",
        "\(groups) grupper har færre end \(least) opkald; deres andele er udeladt.")
  }
}
