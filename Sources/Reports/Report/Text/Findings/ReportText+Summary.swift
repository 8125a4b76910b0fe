internal import Drawing
internal import SurveyDesign
internal import SurveyStatistics

/// What a reader takes away in half a minute.
extension ReportText {
  func headline(_ findings: SurveyFindings, isSimulated: Bool, least: Int) -> String {
    let all = findings.all
    guard all.calls > 0 else {
      return words(
        "No call of this survey can be judged yet.", "Ingen af undersøgelsens opkald kan bedømmes endnu.")
    }
    let counted = counted(all, least: least)
    let outcome = outcome(of: findings)
    return
      (isSimulated
      ? words(
        "In one simulated survey, \(counted) \(outcome).",
        "I én simuleret undersøgelse endte \(counted) \(outcome).")
      : words("\(counted) \(outcome).", "\(counted) endte \(outcome).")).withoutDoubleStops
  }

  /// What a call that did not reach the practice did not do, or how it ended.
  func outcome(of findings: SurveyFindings) -> String {
    if findings.saysOnlyReached { return words("did not reach the practice", "uden kontakt") }
    let definition = findings.definition
    switch Rule(definition) {
    case .agreement:
      return words(
        "did not reach the practice, by the agreement’s rule", "uden kontakt efter overenskomstens regel")
    case .person:
      return words("did not reach a person of the practice", "uden kontakt med en person i praksis")
    case .personWithin(let seconds):
      let limit = language.duration(seconds: seconds)
      return words(
        "did not reach a person of the practice within \(limit)",
        "uden kontakt med en person i praksis inden for \(limit)")
    case .own:
      return words(
        "did not reach the practice, by the definition “\(definition.name)”",
        "uden kontakt efter definitionen »\(definition.name)«")
    }
  }

  /// The share and its uncertainty in one sentence.
  func uncertainty(_ all: GroupFinding) -> String {
    guard all.interval != nil else {
      return noInterval
    }
    let interval = interval(all)
    if all.rate == 0 || all.rate == 1 {
      return words("The true share is probably \(interval).", "Den sande andel er sandsynligvis \(interval).")
    }
    return words(
      "The true share may well lie anywhere within \(interval).",
      "Den sande andel kan godt ligge hvor som helst i intervallet \(interval).")
  }

  /// That calls say nothing of how sure their share is, as those of one practice do.
  var noInterval: String {
    words(
      "How sure that is cannot be worked out from these calls.",
      "Hvor sikkert det er, kan ikke beregnes ud fra opkaldene.")
  }

  /// The interval behind a share; nothing where there is none.
  private func behind(_ group: GroupFinding) -> String {
    group.interval == nil ? "" : words(", interval \(interval(group))", ", interval \(interval(group))")
  }

  /// The same calls by another definition, in a sentence.
  func otherwise(_ other: SurveyFindings.OtherDefinition) -> String {
    let (name, all) = (name(of: other.definition), other.all)
    let counted = counted(all, least: 0) + behind(all)
    return words("By the rule “\(name)” it is \(counted).", "Efter reglen »\(name)« er det \(counted).")
  }

  // MARK: Cards

  var rateTile: String { words("Not reached, all calls", "Uden kontakt, alle opkald") }
  var targetsDiffer: String { words("Target, by slot", "Mål pr. tidsrum") }
  var truthTile: String { words("True share in the model", "Sand andel i modellen") }

  func rateNote(_ all: GroupFinding, confidence: Double) -> String {
    all.interval == nil
      ? words("No interval can be worked out", "Der kan ikke beregnes noget interval")
      : "\(intervalHead(confidence)): \(interval(all))"
  }

  func targetTile(_ target: Double) -> String {
    words("Target: at most \(short(target)) not reached", "Mål: højst \(short(target)) uden kontakt")
  }

  func targetNote(_ findings: SurveyFindings) -> String { bySlot(findings).capitalisedFirst }

  func truthNote(_ truth: TruthRow, surveys: String?) -> String {
    let error = language.number(truth.error * 100, decimals: 2)
    let runs = surveys.map { words(", from ", ", fra ") + $0 } ?? ""
    return words("±\u{A0}\(error) points", "±\u{A0}\(error) procentpoint") + runs
  }

  /// What ± is on a page of simulated numbers.
  var plusMinus: String {
    words(
      "± stands for the error of the simulation alone: one Monte Carlo standard error.",
      "± er alene simulationens egen usikkerhed: én Monte Carlo-standardfejl.")
  }

  // MARK: Sentences

  /// `undecided in all 8 slots`, or `met in 3 and undecided in 5 of 8 slots`.
  private func bySlot(_ findings: SurveyFindings) -> String {
    let counts = findings.verdictCounts
    let total = number(findings.slots.count, .slot)
    if let only = counts.first, counts.count == 1 {
      let verdict = word(for: only.verdict)
      switch findings.slots.count {
      case 1: return words("\(verdict) in the one slot", "\(verdict) i det ene tidsrum")
      case 2: return words("\(verdict) in both slots", "\(verdict) i begge tidsrum")
      case _: return words("\(verdict) in all \(total)", "\(verdict) i alle \(total)")
      }
    }
    let list = language.list(
      counts.map { "\(word(for: $0.verdict)) \(words("in", "i")) \(count($0.count))" })
    return words("\(list) of \(total)", "\(list) af \(total)")
  }

  /// The share of a slot that has no other beside it.
  func onlySlot(_ slot: GroupFinding) -> String {
    let (place, counted) = (place(slot), counted(slot, least: 0) + behind(slot))
    return words("At \(place) it is \(counted).", "\(language.capitalised(place)) er det \(counted).")
  }

  func hoursRange(lowest: GroupFinding, highest: GroupFinding, of slots: Int, among all: Int, pValue: Double?)
    -> String
  {
    let (from, to) = (percent(lowest.rate), percent(highest.rate))
    guard from != to else {
      return slots == all
        ? words("The share is \(from) in every slot.", "Andelen er \(from) i alle tidsrum.")
        : words(
          "The share is \(from) in each slot with enough calls for one.",
          "Andelen er \(from) i hvert tidsrum, der har opkald nok til en andel.")
    }
    let range = words(
      "By slot the share runs from \(from) (\(place(lowest))) to \(to) (\(place(highest))).",
      "I de enkelte tidsrum spænder andelen fra \(from) (\(place(lowest))) til \(to) (\(place(highest))).")
    guard let pValue else { return range }
    let chance = inAHundred(pValue)
    return range + " "
      + (pValue <= 0.05
        ? words(
          "That is more than chance alone explains: differences as large come about by chance in \(chance) surveys.",
          "Det er mere, end tilfældigheder alene forklarer: Så store forskelle opstår tilfældigt i \(chance) undersøgelser."
        )
        : words(
          "Differences as large come about by chance alone in \(chance) surveys: the slots cannot be ranked.",
          "Så store forskelle opstår ved tilfældigheder alene i \(chance) undersøgelser: Tidsrummene kan ikke rangordnes."
        ))
  }

  var targetTerm: String { words("Is the target met?", "Er målet opfyldt?") }

  func verdicts(_ findings: SurveyFindings) -> String {
    let slots = bySlot(findings)
    guard let target = findings.target else {
      return words("The targets are \(slots).", "Målene er \(slots).")
    }
    let all =
      findings.all.toldVerdict.map {
        words(
          "\(word(for: $0)) for all calls together; it is ",
          "\(word(for: $0)) for alle opkald under ét; det er ")
      } ?? ""
    return words(
      "The target of at most \(short(target)) not reached is \(all)\(slots).",
      "Målet om højst \(short(target)) uden kontakt er \(all)\(slots).")
  }

  /// What the exact test says of a target where there are too few calls for a share: how rare so many, or so few, would be at the
  /// target; `nil` where all calls together are undecided.
  func verdictOfFew(_ all: GroupFinding) -> String? {
    guard let verdict = all.toldVerdict, verdict != .undecided, let rule = all.rule else { return nil }
    let counts = words(
      "So few calls give no share, but an exact test can use them",
      "Så få opkald giver ingen andel, men en eksakt test kan bruge dem")
    // Calls that weigh differently are judged by more than their number.
    guard rule.worth == Double(rule.calls), !all.isWeighted else { return counts + "." }
    let isMissed = verdict == .fails
    let pValue =
      isMissed
      ? rule.pValueOfFailing(unreached: Double(all.unreached))
      : rule.pValueOfMeeting(unreached: Double(all.unreached))
    let (target, chance) = (short(rule.target), inAHundred(pValue))
    let (unreached, calls) = (count(all.unreached), number(all.calls, .call))
    let number =
      isMissed
      ? words("at least \(unreached)", "mindst \(unreached)")
      : words("at most \(unreached)", "højst \(unreached)")
    return words(
      "\(counts): if \(target) were truly not reached, \(number) of \(calls) would end so in \(chance) surveys.",
      "\(counts): Var den sande andel \(target), ville \(number) af \(calls) ende uden kontakt i \(chance) undersøgelser."
    )
  }

  var noTarget: String {
    words(
      "No target was set, so nothing is said about meeting one.",
      "Der er ikke sat noget mål, så der siges ikke noget om målopfyldelse.")
  }

  func strength(_ strength: SurveyStrength, inHour: Bool) -> String {
    let word =
      switch strength.word {
      case .weak: words("weak", "svag")
      case .middling: words("of middling strength", "middelstærk")
      case .strong: words("strong", "stærk")
      }
    let scope =
      inHour
      ? words("In a single slot the survey is \(word)", "I et enkelt tidsrum er undersøgelsen \(word)")
      : words("All calls together the survey is \(word)", "For alle opkald under ét er undersøgelsen \(word)")
    let calls = calls(made: strength.made, worth: strength.calls)
    let (half, more) = (percent(strength.target / 2), percent(strength.target * 1.5))
    let (meets, fails) = (inAHundred(strength.meetsAtHalf), inAHundred(strength.failsAtOneAndAHalf))
    return words(
      "\(scope): if \(half) were truly not reached, \(calls) would show the target met in \(meets) surveys; "
        + "if \(more), they would show it missed in \(fails).",
      "\(scope): Var den sande andel \(half), ville \(calls) vise målet opfyldt i \(meets) undersøgelser; var den "
        + "\(more), ville de vise målet ikke opfyldt i \(fails).")
  }

  var rehearsal: String {
    words(
      "Simulated: this survey never took place, and no practice was rung. It shows what such a survey would show; its "
        + "numbers say nothing about real practices.",
      "Simuleret: Undersøgelsen har aldrig fundet sted, og ingen praksis er ringet op. Den viser, hvad sådan en "
        + "undersøgelse ville vise; tallene siger intet om virkelige praksisser.")
  }

  /// What the report cannot say, in two sentences.
  func limitsInShort(isSimulated: Bool, practices: Int?) -> String {
    let common =
      practices == 1
      ? words(
        "Nothing about other practices, how long patients wait, or whether the caller was helped.",
        "Intet om andre praksisser, om patienternes ventetid, eller om den, der ringede, blev hjulpet.")
      : words(
        "Nothing about a single practice, how long patients wait, or whether the caller was helped.",
        "Intet om den enkelte praksis, om patienternes ventetid, eller om den, der ringede, blev hjulpet.")
    return common + " "
      + (isSimulated
        ? words("And nothing about the real region.", "Og intet om den virkelige region.")
        : words("Nor why it is so.", "Heller ikke, hvorfor det er sådan."))
  }

  /// That the calls are those of one simulated survey out of several in the file.
  func onlyReplication(_ shown: FieldworkFacts.ShownReplication) -> String {
    let surveys = number(shown.count, .simulatedSurvey)
    return words(
      "The file holds \(surveys); this report shows the calls of replication \(shown.number) alone. "
        + "`--replication` chooses another.",
      "Filen rummer \(surveys); rapporten viser kun opkaldene i gentagelse \(shown.number). `--replication` "
        + "vælger en anden.")
  }

  func coverageSentence(_ row: WorthRow, confidence: Double) -> String {
    let (share, surveys) = (percent(row.coverage), number(row.replications, .simulatedSurvey))
    let level = language.roundPercent(confidence)
    return words(
      "In \(share) of \(surveys) the \(level) interval for all calls held the true share.",
      "I \(share) af \(surveys) rummede \(level)-intervallet for alle opkald den sande andel.")
  }

  func faultsSentence(_ count: Int) -> String {
    count == 1
      ? words(
        "Something is missing from this report; see the last section.",
        "Der mangler noget i rapporten; se sidste afsnit.")
      : words(
        "\(count) things are missing from this report; see the last section.",
        "Der mangler \(count) ting i rapporten; se sidste afsnit.")
  }
}
