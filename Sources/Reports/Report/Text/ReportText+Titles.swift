internal import Drawing
internal import SurveyDesign

/// What figures show, said in their titles.
extension ReportText {
  /// The most that the shares by slot allow one to say.
  func hoursTitle(_ findings: SurveyFindings, least: Int) -> String {
    // Where no slot has enough calls for a share the figure shows what the simulation was really like.
    if findings.slots.allSatisfy({ $0.calls < least }) {
      return words(
        "The true share in the simulated region, by slot",
        "Den sande andel i den simulerede region, efter tidsrum")
    }
    let named = findings.slots.filter(\.isNamedFailing)
    if let target = findings.target.map(short) {
      if !named.isEmpty {
        guard named.count < findings.slots.count || named.count == 1 else {
          return words(
            "At most \(target) not reached: not met in any slot",
            "Målet om højst \(target) uden kontakt er ikke opfyldt i noget tidsrum")
        }
        let places = places(named)
        return words(
          "At most \(target) not reached: not met at \(places)",
          "Målet om højst \(target) uden kontakt er ikke opfyldt \(places)")
      }
      if findings.isMetInEverySlot {
        return words(
          "At most \(target) not reached: met in every slot",
          "Målet om højst \(target) uden kontakt er opfyldt i alle tidsrum")
      }
    }
    // Where a slot has too few calls for a share, nothing is said of how shares differ.
    if let pValue = findings.slotsDifferP, findings.slots.allSatisfy({ $0.calls >= least }) {
      return pValue <= 0.05
        ? words(
          "The share not reached varies over the day by more than chance",
          "Andelen uden kontakt svinger mere over dagen, end tilfældigheder forklarer")
        : words("The slots cannot be told apart", "Der er ingen påviselig forskel på tidsrummene")
    }
    let counted = counted(findings.all, least: least)
    return words("\(counted) not reached", "\(counted) endte uden kontakt")
  }

  /// How many calls a person of the practice answered, and how many met neither an answer nor a referral.
  func dispositionsTitle(_ findings: SurveyFindings, least: Int) -> String? {
    let counts = findings.dispositions.flatMap(\.counts).filter(\.disposition.isValidCall)
    func total(_ rule: ReachedDefinition?) -> Int {
      counts.filter { count in
        rule.map { $0.isReached(disposition: count.disposition, waitSeconds: 0) ?? false } ?? true
      }.reduce(0) { $0 + $1.calls }
    }
    let (all, person, reached) = (total(nil), total(.person), total(.agreement))
    guard all >= max(least, 1) else { return nil }
    let (answered, neither) = (
      percent(Double(person) / Double(all)), percent(Double(all - reached) / Double(all))
    )
    return words(
      "\(answered) of calls were answered in the practice; \(neither) met neither an answer nor a referral",
      "\(answered) af opkaldene blev besvaret i praksis; \(neither) mødte hverken svar eller henvisning")
  }

  func definitionsTitle(_ definitions: [SurveyFindings.OtherDefinition]) -> String {
    let parts = definitions.map { other in
      let (share, name) = (percent(other.all.rate), name(of: other.definition))
      return "\(share) (\(name))"
    }
    let list = language.list(parts)
    return words("Not reached: \(list)", "Uden kontakt: \(list)")
  }

  func changeTitle(_ change: ChangeFinding) -> String {
    let (before, after) = (percent(change.before.rate), percent(change.after.rate))
    return words(
      "\(conclusion(change)): \(before) before, \(after) now",
      "\(conclusion(change)): \(before) før, \(after) nu")
  }

  func groupsTitle(outside: Int, of groups: Int, by: String) -> String {
    let (names, all) = (names(ofGrouping: by), count(groups))
    return outside == 0
      ? words(
        "None of \(all) \(names) lies beyond what chance explains",
        "Ingen af \(all) \(names) ligger uden for, hvad tilfældigheder forklarer")
      : words(
        "\(count(outside)) of \(all) \(names) \(outside == 1 ? "lies" : "lie") outside the limits of the funnel",
        "\(count(outside)) af \(all) \(names) ligger uden for tragtens grænser")
  }

  func patientsTitle(_ worst: (slot: String, share: Measured, isAlone: Bool)?) -> String? {
    worst.map { worst in
      let (slot, share) = (language.group(worst.slot), percent(worst.share))
      let most = worst.isAlone ? words(", the most of any slot", ", flest af alle tidsrum") : ""
      return words(
        "In the model, \(share) of call attempts at \(slot) are not answered by a person\(most)",
        "I modellen besvares \(share) af opkaldsforsøgene kl. \(slot) ikke af en person\(most)"
      )
    }
  }

  func professionalsTitle(_ worst: (slot: String, share: Measured, isAlone: Bool)?) -> String? {
    worst.map { worst in
      let (slot, share) = (language.group(worst.slot), percent(worst.share))
      let most = worst.isAlone ? words(", the most of any slot", ", flest af alle tidsrum") : ""
      return words(
        "In the model, \(share) of professionals’ call attempts at \(slot) are not answered by a person\(most)",
        "I modellen besvares \(share) af fagfolks opkaldsforsøg kl. \(slot) ikke af en person\(most)"
      )
    }
  }

  func curveTitle(_ strength: SurveyStrength) -> String {
    let (calls, half) = (calls(made: strength.made, worth: strength.calls), percent(strength.target / 2))
    let chance = inAHundred(strength.meetsAtHalf)
    return words(
      "If \(half) were truly not reached, \(calls) would show the target met in \(chance) surveys",
      "Var den sande andel \(half), ville \(calls) vise målet opfyldt i \(chance) undersøgelser")
  }

  func estimatesTitle(truth: Measured) -> String {
    words(
      "How far single surveys lie from the true share, \(percent(truth))",
      "Hvor langt den enkelte undersøgelse ligger fra den sande andel, \(percent(truth))")
  }

  func coverageTitle(_ row: WorthRow, confidence: Double) -> String {
    let (share, level) = (percent(row.coverage), language.roundPercent(confidence))
    return words(
      "The \(level) interval of all calls held the true share in \(share) of surveys",
      "\(level)-intervallet for alle opkald rummede den sande andel i \(share) af undersøgelserne")
  }

  func verdictsTitle(_ row: WorthRow) -> String {
    words(
      "All calls together, such a survey leaves the target undecided in \(percent(row.undecided)) of cases",
      "For alle opkald under ét lader sådan en undersøgelse målet uafklaret i \(percent(row.undecided)) af tilfældene"
    )
  }

  func sweepTitle(_ best: SweepFinding?, name: String, isAlone: Bool) -> String {
    guard let best else {
      return words(
        "Nothing is shown to lower the share not reached", "Intet sænker påviseligt andelen uden kontakt")
    }
    let change = fall(of: best)
    return isAlone
      ? words(
        "“\(name)” lowers the share not reached most: by \(change) points",
        "»\(name)« sænker andelen uden kontakt mest: med \(change) procentpoint")
      : words(
        "“\(name)” lowers the share not reached by \(change) points",
        "»\(name)« sænker andelen uden kontakt med \(change) procentpoint")
  }
}
