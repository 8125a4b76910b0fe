internal import Drawing
internal import SurveyDesign
internal import SurveyStatistics

/// What a reader takes away in half a minute.
extension ReportText {
  func headline(_ findings: SurveyFindings, isSimulated: Bool, saysOnlyReached: Bool) -> String {
    let all = findings.all
    guard all.calls > 0 else {
      return words("No call of this survey can be judged.", "Ingen af undersøgelsens opkald kan bedømmes.")
    }
    let outcome =
      saysOnlyReached ? words("reached nobody", "uden kontakt") : outcome(of: findings.definition)
    let sentence =
      isSimulated
      ? words(
        "In one simulated survey, \(counted(all)) \(outcome).",
        "I én simuleret undersøgelse endte \(counted(all)) \(outcome).")
      : words("\(counted(all)) \(outcome).", "\(counted(all)) endte \(outcome).")
    return sentence.withoutDoubleStops
  }

  /// What a call that did not reach the practice did not do, or how it ended.
  private func outcome(of definition: ReachedDefinition) -> String {
    switch Rule(definition) {
    case .agreement:
      return words("reached nobody by the agreement’s rule", "uden kontakt efter overenskomstens regel")
    case .person: return words("reached no person of the practice", "uden kontakt med en person i praksis")
    case .personWithin(let seconds):
      let limit = language.duration(seconds: seconds)
      return words(
        "reached no person of the practice within \(limit)",
        "uden kontakt med en person i praksis inden for \(limit)")
    case .own:
      return words(
        "reached nobody by the definition “\(definition.name)”",
        "uden kontakt efter definitionen »\(definition.name)«")
    }
  }

  /// The share and its uncertainty in one sentence.
  func uncertainty(_ all: GroupFinding, confidence: Double) -> String {
    guard all.interval != nil else {
      return words(
        "How sure that is cannot be worked out from these calls.",
        "Hvor sikkert det er, kan ikke beregnes ud fra opkaldene.")
    }
    let interval = interval(all)
    if all.rate == 0 || all.rate == 1 {
      return words("The true share is probably \(interval).", "Den sande andel er sandsynligvis \(interval).")
    }
    return words(
      "The true share may well lie anywhere within \(interval).",
      "Den sande andel kan godt ligge hvor som helst i intervallet \(interval).")
  }

  var rateTile: String { words("Not reached, all calls", "Uden kontakt, alle opkald") }
  var targetsDiffer: String { words("Target, by time of day", "Mål pr. tidsrum") }
  var marginTile: String { words("Uncertainty at one time of day", "Usikkerhed i ét tidsrum") }
  var truthTile: String { words("True share in the model", "Sand andel i modellen") }
  var noTarget: String {
    words(
      "No target was given, so nothing is said about meeting one. `--target 0.10` judges the calls "
        + "against 10\u{A0}%.",
      "Der er ikke angivet noget mål, så rapporten siger intet om målopfyldelse. `--target 0.10` holder "
        + "opkaldene op mod 10\u{A0}%.")
  }
  var rehearsal: String {
    words(
      "This survey never took place. It was simulated, to see what such a survey would show; its "
        + "numbers say nothing about real practices.",
      "Undersøgelsen har aldrig fundet sted. Den er simuleret for at se, hvad sådan en undersøgelse "
        + "ville vise; tallene siger intet om virkelige praksisser.")
  }

  func rateNote(_ all: GroupFinding, confidence: Double) -> String {
    "\(intervalHead(confidence)): \(interval(all))"
  }

  func targetTile(_ target: Double) -> String {
    words("Target: at most \(short(target)) not reached", "Mål: højst \(short(target)) uden kontakt")
  }

  func targetNote(_ findings: SurveyFindings) -> String { byTimeOfDay(findings).capitalisedFirst }

  /// `undecided at all 8 times of day`, or `met at 3 and undecided at 5 of 8 times of day`.
  private func byTimeOfDay(_ findings: SurveyFindings) -> String {
    let counts = findings.verdictCounts
    let total = number(findings.slots.count, .slot)
    if let only = counts.first, counts.count == 1 {
      let verdict = word(for: only.verdict)
      switch findings.slots.count {
      case 1: return words("\(verdict) at the one time of day", "\(verdict) i det ene tidsrum")
      case 2: return words("\(verdict) at both times of day", "\(verdict) i begge tidsrum")
      case _: return words("\(verdict) at all \(total)", "\(verdict) i alle \(total)")
      }
    }
    let list = language.list(
      counts.map { "\(word(for: $0.verdict)) \(words("at", "i")) \(count($0.count))" })
    return words("\(list) of \(total)", "\(list) af \(total)")
  }

  func margin(_ points: Double) -> String { "±\u{A0}\(language.number(points * 100))" }

  func marginNote(calls: ClosedRange<Int>) -> String {
    let (least, most) = (count(calls.lowerBound), number(calls.upperBound, .call))
    return calls.lowerBound == calls.upperBound
      ? words("percentage points with \(most)", "procentpoint med \(most)")
      : words("percentage points with \(least) to \(most)", "procentpoint med \(least) til \(most)")
  }

  func truthNote(_ truth: TruthRow, replications: Int?) -> String {
    let error = language.number(truth.error * 100, decimals: 2)
    let runs = replications.map { words(", from ", ", fra ") + number($0, .simulatedSurvey) } ?? ""
    return words("±\u{A0}\(error) points of simulation error", "±\u{A0}\(error) procentpoint simulationsfejl")
      + runs
  }

  func hoursRange(lowest: GroupFinding, highest: GroupFinding, pValue: Double?) -> String {
    let (from, to) = (
      "\(percent(lowest.rate)) (\(place(lowest)))", "\(percent(highest.rate)) (\(place(highest)))"
    )
    let range = words(
      "By time of day the share runs from \(from) to \(to).", "Andelen går fra \(from) til \(to).")
    guard let pValue else { return range }
    let chance = inAHundred(pValue)
    return range + " "
      + (pValue <= 0.05
        ? words(
          "That is more than chance alone explains: differences as large come about by chance in \(chance) surveys.",
          "Det er mere, end tilfældigheder alene forklarer: Så store forskelle opstår tilfældigt i \(chance) undersøgelser."
        )
        : words(
          "Differences as large come about by chance alone in \(chance) surveys: the times of day cannot be ranked.",
          "Så store forskelle opstår ved tilfældigheder alene i \(chance) undersøgelser: Tidsrummene kan ikke rangordnes."
        ))
  }

  func verdicts(_ findings: SurveyFindings) -> String {
    let slots = byTimeOfDay(findings)
    guard let target = findings.target else {
      return words("The targets are \(slots).", "Målene er \(slots).")
    }
    let all =
      findings.all.verdict.map {
        words(
          "\(word(for: $0)) for all calls together; it is ",
          "\(word(for: $0)) for alle opkald under ét; det er ")
      } ?? ""
    return words(
      "The target of at most \(short(target)) not reached is \(all)\(slots).",
      "Målet om højst \(short(target)) uden kontakt er \(all)\(slots).")
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
      ? words("At a single time of day the survey is \(word)", "I et enkelt tidsrum er undersøgelsen \(word)")
      : words("All calls together the survey is \(word)", "For alle opkald under ét er undersøgelsen \(word)")
    let calls = number(strength.calls, .call)
    let (half, more) = (percent(strength.target / 2), percent(strength.target * 1.5))
    let (meets, fails) = (inAHundred(strength.meetsAtHalf), inAHundred(strength.failsAtOneAndAHalf))
    return words(
      "\(scope): if \(half) were truly not reached, \(calls) would show the target met in \(meets) surveys; "
        + "if \(more), they would show it missed in \(fails).",
      "\(scope): Var andelen uden kontakt i virkeligheden \(half), ville \(calls) vise målet opfyldt i \(meets) "
        + "undersøgelser; var den \(more), ville de vise målet ikke opfyldt i \(fails).")
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
    let (share, surveys) = (percent(row.coverage.value), number(row.replications, .simulatedSurvey))
    let level = language.roundPercent(confidence)
    return words(
      "In \(share) of \(surveys) the \(level) interval for all calls held the true share.",
      "I \(share) af \(surveys) rummede \(level)-konfidensintervallet for alle opkald den sande andel.")
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
