internal import Drawing

/// Feedback to groups of practices.
extension ReportText {
  func feedback(by: String) -> String {
    let grouping = name(ofGrouping: by)
    return words("Feedback by \(grouping)", "Tilbagemelding pr. \(grouping)")
  }

  func feedbackIntroduction(by: String, least: Int) -> String {
    words(
      "For talks in quality clusters, not for grading. The order in the figure is no ranking: read the interval, not the "
        + "point. Groups with fewer than \(least) calls have no share.",
      "Til samtaler i kvalitetsklynger, ikke til karakterer. Rækkefølgen i figuren er ingen rangliste: Læs intervallet, "
        + "ikke punktet. Grupper med færre end \(least) opkald har ingen andel.")
  }

  func groupSentence(_ group: GroupFinding, overall: GroupFinding) -> String {
    let (counted, interval) = (counted(group), interval(group))
    return words(
      "\(counted) reached nobody (interval \(interval)). ",
      "\(counted) endte uden kontakt (konfidensinterval \(interval)). ") + comparison(group, overall)
  }

  private func comparison(_ group: GroupFinding, _ overall: GroupFinding) -> String {
    guard let interval = group.interval, let rate = overall.rate else { return "" }
    let share = percent(rate)
    if interval.contains(rate) {
      return words(
        "No difference from all calls together (\(share)) is shown.",
        "Ingen forskel fra alle opkald under ét (\(share)) er vist.")
    }
    return rate > interval.upper
      ? words(
        "All calls together, \(share), lie above it.", "Alle opkald under ét, \(share), ligger over det.")
      : words(
        "All calls together, \(share), lie below it.", "Alle opkald under ét, \(share), ligger under det.")
  }

  func tooFew(_ group: GroupFinding, least: Int) -> String {
    let calls = number(group.calls, .call)
    return words(
      "\(calls): too few to say anything. A share takes at least \(least) calls.",
      "\(calls): for få til at sige noget. Der skal mindst \(least) opkald til en andel.")
  }

  func oneMiss(_ group: GroupFinding) -> String {
    let points = language.number(100 / Double(max(group.calls, 1)), decimals: 1)
    return words(
      "One call more or less that reaches nobody moves the share by \(points) points.",
      "Ét opkald mere eller mindre uden kontakt flytter andelen \(points) procentpoint.")
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

  var toDiscuss: String { words("To talk about", "At tale om") }

  var questions: [String] {
    [
      words(
        "When do our patients have most trouble getting through, and is that when this survey rang?",
        "Hvornår har vores patienter sværest ved at komme igennem, og var det da, undersøgelsen ringede?"),
      words(
        "What does our answering machine say, and does it name somebody who can be reached?",
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
