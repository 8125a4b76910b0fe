internal import Drawing
internal import SurveyDesign

/// What an interviewer does, in the units that people use.
struct ProtocolFacts: Equatable, Sendable {
  var ringLimitSeconds: Double
  var holdLimitSeconds: Double
  var attempts: Int
  var attemptGapSeconds: Double
  var followsReferrals: Bool
}

/// What was asked, and how the survey was made.
extension ReportText {
  func question(target: Double?, slots: Int) -> String {
    let asked =
      slots == 1
      ? words(
        "How large a share of calls do not reach the practice?",
        "Hvor stor en andel af opkaldene ender uden kontakt?")
      : words(
        "How large a share of calls do not reach the practice, and in which slots?",
        "Hvor stor en andel af opkaldene ender uden kontakt, og i hvilke tidsrum?")
    guard let target else { return asked }
    return asked + words(" Is it at most \(short(target))?", " Er den højst \(short(target))?")
  }

  var purposeTerm: String { words("Purpose", "Formål") }

  func rehearsalQuestion(replications: Int, regions: Int) -> String {
    let times =
      number(replications, .time)
      + (regions > 1
        ? words(" in each of \(count(regions)) regions", " i hver af \(count(regions)) regioner") : "")
    return words(
      "Before any call is made: what would such a survey show, how far from the true share, and how sure could one be? "
        + "The survey was simulated \(times).",
      "Før der ringes til nogen: Hvad ville sådan en undersøgelse vise, hvor langt fra den sande andel, og hvor sikker "
        + "kunne man være? Undersøgelsen blev simuleret \(times).")
  }

  var practicesTerm: String { words("Practices", "Praksisser") }
  var callsTerm: String { words("Calls", "Opkald") }
  var daysTerm: String { words("Days", "Dage") }
  var samplingTerm: String { words("Sample", "Stikprøve") }
  var slotsTerm: String { words("Slots", "Tidsrum") }
  var interviewersTerm: String { words("Interviewers", "Interviewere") }
  var protocolTerm: String { words("A call", "Et opkald") }
  var reachedTerm: String { words("Reached", "Opnået kontakt") }
  var invalidTerm: String { words("Not valid", "Ugyldige opkald") }
  var invalidRule: String {
    words(
      "Wrong numbers and calls that were not made are counted, but do not enter the shares.",
      "Forkerte numre og opkald, der ikke blev foretaget, tælles med for sig, men indgår ikke i andelene.")
  }
  var intervalTerm: String { words("Interval", "Konfidensinterval") }
  var verdictTerm: String { words("Verdict", "Målopfyldelse") }
  var simulationTerm: String { words("Simulation", "Simulation") }
  var reachedColumnMeaning: String {
    words(
      "As the file says it: it has a yes or a no for each call, and not how the call ended.",
      "Som filen siger: Den har ja eller nej for hvert opkald, men ikke, hvordan opkaldet endte.")
  }

  /// How many practices there are, how many of them were rung, and how many gave a valid call.
  ///
  /// Of a simulated survey it says that its practices were rung in the simulation and nowhere else.
  func practices(_ facts: FieldworkFacts, isSimulated: Bool) -> String {
    let all = max(facts.practicesInFrame ?? 0, facts.practicesListed)
    let practices = number(all, .practice)
    if facts.practicesCalled == 0 {
      return words("\(practices), none of them rung yet", "\(practices), ingen ringet op endnu")
    }
    let place = isSimulated ? words(" in the simulation", " i simulationen") : ""
    let valid = count(facts.practicesValid)
    guard facts.practicesCalled == all else {
      let called = count(facts.practicesCalled)
      return words(
        "\(practices), of which \(called) rung\(place) and \(valid) with a valid call",
        "\(practices), heraf \(called) ringet op\(place) og \(valid) med et gyldigt opkald")
    }
    let rung =
      all == 1
      ? words("\(practices), rung\(place)", "\(practices), ringet op\(place)")
      : words("\(practices), all of them rung\(place)", "\(practices), alle ringet op\(place)")
    return facts.practicesValid == all
      ? rung : rung + words("; \(valid) with a valid call", "; \(valid) med et gyldigt opkald")
  }

  /// How many calls were planned, made and valid.
  func calls(_ facts: FieldworkFacts) -> String {
    var parts = [number(facts.calls, .call)]
    if facts.madeCalls < facts.calls {
      parts.append(words("\(count(facts.madeCalls)) made", "\(count(facts.madeCalls)) foretaget"))
    }
    if facts.validCalls < facts.madeCalls {
      parts.append(words("\(count(facts.validCalls)) valid", "\(count(facts.validCalls)) gyldige"))
    }
    if facts.rows != facts.calls { parts.append(number(facts.rows, .attempt)) }
    return parts.joined(separator: ", ")
  }

  func days(_ facts: FieldworkFacts) -> String {
    guard let days = facts.days else { return words("the file has no dates", "filen har ingen datoer") }
    let (dates, number) = (
      language.dates(days.lowerBound, days.upperBound), number(facts.dayCount, .day)
    )
    guard facts.rounds > 1 else {
      return words("\(dates): calls on \(number)", "\(dates), opkald på \(number)")
    }
    return words(
      "\(dates): first calls on \(number), then in up to \(facts.rounds) rounds",
      "\(dates), første opkald på \(number), derefter i op til \(facts.rounds) runder")
  }

  func sampling(_ design: SamplingDesign) -> String {
    func sample(_ count: Int) -> String { number(count, .practice) }
    switch design {
    case .census: return words("Every practice", "Alle praksisser (totaltælling)")
    case .simpleRandom(let count):
      return words(
        "A simple random sample of \(sample(count))", "Simpel tilfældig stikprøve på \(sample(count))")
    case .stratified(let stratified):
      let column = name(ofGrouping: stratified.column)
      return words(
        "A random sample of \(sample(stratified.count)), stratified by \(column)",
        "Tilfældig stikprøve på \(sample(stratified.count)), stratificeret efter \(column)")
    case .systematic(let count, _):
      return words("A systematic sample of \(sample(count))", "Systematisk stikprøve på \(sample(count))")
    case .proportionalToSize(let count, let column):
      return words(
        "A sample of \(sample(count)), with probabilities proportional to \(column)",
        "Stikprøve på \(sample(count)), udvalgssandsynlighed proportional med \(column)")
    }
  }

  func slots(_ labels: [String], perPractice: SlotDesign?) -> String {
    let names = words("", "Kl.\u{A0}") + language.list(labels.map(language.group))
    switch perPractice {
    case nil: return names
    case .onePerPractice:
      return names
        + words("; each practice is rung in one of them", "; hver praksis ringes op i ét af dem")
    case .rotation(let count):
      return names
        + words(
          "; each practice is rung in \(count) of them, in rotation",
          "; hver praksis ringes op i \(count) af dem på skift")
    case .allSlots:
      return names + words("; each practice is rung in all of them", "; hver praksis ringes op i dem alle")
    }
  }

  func interviewers(_ count: Int) -> String { self.count(count) }

  func protocolWords(_ facts: ProtocolFacts) -> String {
    let (ring, hold) = (
      language.duration(seconds: facts.ringLimitSeconds), language.duration(seconds: facts.holdLimitSeconds)
    )
    var sentences = [
      words(
        "Rings for at most \(ring) and waits in a queue for at most \(hold).",
        "Ringer i højst \(ring) og venter i telefonkø i højst \(hold).")
    ]
    if facts.attempts == 1 {
      sentences.append(words("One attempt.", "Ét forsøg."))
    } else {
      let (attempts, gap) = (count(facts.attempts), language.duration(seconds: facts.attemptGapSeconds))
      sentences.append(
        words("Up to \(attempts) attempts, \(gap) apart.", "Op til \(attempts) forsøg med \(gap) imellem."))
    }
    if facts.followsReferrals {
      sentences.append(
        words(
          "A substitute whom a message names is rung as well.",
          "En stedfortræder, som en besked nævner, ringes også op."))
    }
    return sentences.joined(separator: " ").withoutDoubleStops
  }

  func intervalRule(method: String, confidence: Double, isOverStrata: Bool) -> String {
    let level = language.roundPercent(confidence)
    let strata =
      isOverStrata
      ? words(
        "; for all calls, over the strata, by the score test",
        "; for alle opkald, på tværs af strata, efter scoretesten") : ""
    return words(
      "\(level) confidence, by the method “\(method)”; practices rung several times count as clusters",
      "Konfidensniveau \(level), metode »\(method)«; praksisser, der er ringet op flere gange, regnes som klynger"
    ) + strata
  }

  func verdictRule(error: Double) -> String {
    let risk = language.roundPercent(error)
    return words(
      "Met or not met only where an exact one-sided test shows it, with a risk of error of \(risk) to either side; "
        + "otherwise undecided",
      "Opfyldt eller ikke opfyldt kun, hvor en eksakt ensidet test viser det, med en fejlrisiko på \(risk) til hver "
        + "side; ellers uafklaret")
  }

  /// How a target is set, for the reader who makes the report.
  var targetHint: String {
    words(
      "No target was set. `--target 0.10` judges the calls against 10\u{A0}%.",
      "Der er ikke sat noget mål. `--target 0.10` holder opkaldene op mod 10\u{A0}%.")
  }

  func simulation(
    replications: Int, regions: Int, seed: UInt64?, shown: FieldworkFacts.ShownReplication?
  ) -> String {
    let places =
      regions > 1
      ? words(
        " in each of \(regions) regions with the same shares; shares of the model are means over these, calls those of the first",
        " i hver af \(regions) regioner med de samme andele; modellens andele er gennemsnit over dem, opkaldene den førstes"
      ) : ""
    let seed = seed.map { words(", seed \($0)", ", startværdi (seed) \($0)") } ?? ""
    let only =
      shown.map {
        words(
          "; the calls are those of replication \($0.number)", "; opkaldene er dem i gentagelse \($0.number)")
      } ?? ""
    return number(replications, .simulatedSurvey) + places + seed + only
  }
}
