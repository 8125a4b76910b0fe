internal import Drawing
internal import SurveyStatistics

/// What was found, and how sure it is.
extension ReportText {
  var hoursCaption: String { words("Calls not reached, by slot", "Opkald uden kontakt, efter tidsrum") }

  var definitionsHeading: String { words("What counts as reached", "Hvad der regnes for opnået kontakt") }

  var definitionsCaption: String {
    words("All calls by definition of reached", "Alle opkald efter definition af opnået kontakt")
  }

  var chanceOfVerdict: String { words("Chance of the verdict", "Sandsynlighed for afgørelsen") }

  var worthCaption: String {
    words("What such a survey is worth", "Hvad sådan en undersøgelse er værd")
  }

  func smallMark(_ least: Int) -> String {
    words(
      "* Fewer than \(least) calls: too few for a share.", "* Færre end \(least) opkald: for få til en andel."
    )
  }

  var weightedNote: String {
    words(
      "Shares are weighted by the design of the sample, so they are not the counts divided by each other.",
      "Andelene er vægtet efter stikprøvens design og er derfor ikke de to tal divideret med hinanden.")
  }

  var unnamedMark: String {
    words(
      "† Misses the target by itself, but cannot be named once all are judged at the same time (Holm’s correction).",
      "† Opfylder ikke målet, bedømt alene, men kan ikke udpeges, når alle bedømmes på én gang (Holms korrektion)."
    )
  }

  func notValid(_ count: Int) -> String {
    count == 1
      ? words(
        "One call was not valid (wrong number, not made, or a wait that was not noted). It is not among these.",
        "Ét opkald var ugyldigt (forkert nummer, ikke foretaget, eller en ventetid, der ikke er noteret). Det indgår ikke."
      )
      : words(
        "\(self.count(count)) calls were not valid (wrong number, not made, or a wait that was not noted). They are not "
          + "among these.",
        "\(self.count(count)) opkald var ugyldige (forkert nummer, ikke foretaget, eller en ventetid, der ikke er "
          + "noteret). De indgår ikke.")
  }

  func definitionsIntroduction(_ findings: SurveyFindings) -> String {
    let name = name(of: findings.definition)
    return words(
      "The same calls, counted by each rule. This report goes by: \(name).",
      "De samme opkald, talt op efter hver regel. Rapporten går ud fra: \(name)."
    ).withoutDoubleStops
  }

  func everyHour(_ findings: SurveyFindings) -> String {
    if findings.isMetInEverySlot {
      return findings.slots.count == 1
        ? words(
          "The target is shown to be met in the one slot.",
          "Det er vist, at målet er opfyldt i det ene tidsrum.")
        : words(
          "The target is shown to be met in every slot.",
          "Det er vist, at målet er opfyldt i alle tidsrum.")
    }
    let (meets, slots) = (findings.count(of: .meets), findings.slots.count)
    if slots == 1 {
      return words(
        "That the target is met in the one slot is not shown.",
        "Det er ikke vist, at målet er opfyldt i det ene tidsrum.")
    }
    return words(
      "That the target is met in every slot is not shown: \(meets) of \(slots) meet it by themselves.",
      "Det er ikke vist, at målet er opfyldt i alle tidsrum: \(meets) af \(slots) tidsrum opfylder det hver for sig."
    )
  }

  /// Which of so many slots are named as missing the target.
  func failing(_ groups: [GroupFinding], of all: Int) -> String {
    if groups.count == all {
      return all == 1
        ? words(
          "The target is shown to be missed in the one slot.",
          "Det er vist, at målet ikke er opfyldt i det ene tidsrum.")
        : words(
          "The target is shown to be missed in every slot, all judged at the same time (Holm’s correction).",
          "Det er vist, at målet ikke er opfyldt i noget tidsrum, når alle bedømmes på én gang (Holms korrektion)."
        )
    }
    guard !groups.isEmpty else {
      return words(
        "No slot can be named as missing the target once all are judged at the same time (Holm’s correction).",
        "Intet tidsrum kan udpeges som et, hvor målet ikke er opfyldt, når alle bedømmes på én gang (Holms korrektion)."
      )
    }
    let places = places(groups)
    return words(
      "Shown to miss the target, all judged at the same time (Holm’s correction): \(places).",
      "Det er vist, at målet ikke er opfyldt, når alle bedømmes på én gang (Holms korrektion): \(places).")
  }

  func patientsIntroduction(_ row: TrafficRow, surveys: String?) -> String {
    let (fresh, redials) = (number(row.freshCalls, decimals: 1), number(row.redials, decimals: 1))
    let wait = language.duration(row.meanWait)
    let displaced = number(row.displaced.scaled(by: 1000), decimals: 0)
    let surveys = surveys ?? number(1, .simulatedSurvey)
    let sentences = words(
      "In the model a practice gets \(fresh) first calls and \(redials) redials a day. Those answered wait \(wait) in the "
        + "mean. Per 1,000 practice-days, \(displaced) callers who failed turn to the out-of-hours service. Means over "
        + "\(surveys).",
      "I modellen får en praksis \(fresh) førstegangsopkald og \(redials) genopkald om dagen. De, der får svar, venter i "
        + "gennemsnit \(wait). Pr. 1.000 praksisdage henvender \(displaced), der ringede forgæves, sig til lægevagten. "
        + "Gennemsnit over \(surveys).")
    return ([sentences] + unknownError(of: row)).joined(separator: " ").withoutDoubleStops
  }

  /// That the means of a row stand alone, where they do.
  private func unknownError(of row: TrafficRow) -> [String] {
    guard row.freshCalls.error == nil else { return [] }
    return [
      words(
        "How large the simulation’s error is in these means was not worked out.",
        "Simulationens usikkerhed på disse gennemsnit er ikke opgjort.")
    ]
  }

  var professionalsCalls: String { words("Professionals’ calls", "Fagfolks opkald") }

  func professionalsIntroduction(_ row: TrafficRow, surveys: String?) -> String {
    let (fresh, redials) = (number(row.freshCalls, decimals: 1), number(row.redials, decimals: 1))
    let wait = language.duration(row.meanWait)
    let withinTarget = percent(row.withinTarget)
    let surveys = surveys ?? number(1, .simulatedSurvey)
    let sentences = words(
      "Professionals, such as home nurses and hospital doctors, ring too: \(fresh) first calls and \(redials) redials a day in each practice. Those answered wait "
        + "\(wait) in the mean; of the calls that met a staffed telephone or a line of their own, \(withinTarget) are answered within target. Means over \(surveys).",
      "Også fagfolk ringer, fx hjemmesygeplejersker og sygehuslæger: \(fresh) førstegangsopkald og \(redials) genopkald om dagen i hver praksis. De, der får svar, venter i "
        + "gennemsnit \(wait); af de opkald, der mødte en bemandet telefon eller en linje for sig, besvares \(withinTarget) inden for målet. Gennemsnit over \(surveys)."
    )
    return ([sentences] + unknownError(of: row)).joined(separator: " ").withoutDoubleStops
  }

  func practiceDayIntroduction(_ practice: String) -> String {
    words(
      "What happened on the telephone of practice \(practice) in the first simulated survey.",
      "Hvad der skete på telefonen i praksis \(practice) i den første simulerede undersøgelse.")
  }

  func intervalMeaning(_ confidence: Double) -> String {
    let share = inAHundred(confidence)
    return words(
      "If such a survey were made again and again, about \(share) of its intervals would hold the true share. One survey "
        + "gives one of them, and it cannot be known whether it is one that does.",
      "Blev sådan en undersøgelse gentaget igen og igen, ville omkring \(share) intervaller rumme den sande andel. Én "
        + "undersøgelse giver ét af dem, og det kan ikke vides, om det er et af dem.")
  }

  func curveTitle(calls rule: VerdictRule) -> String {
    let calls = calls(made: rule.calls, worth: rule.trials)
    return words("What \(calls) can show", "Hvad \(calls) kan vise")
  }

  func targetWord(_ target: Double) -> String { words("target, \(short(target))", "mål, \(short(target))") }

  func curveIntroduction(_ rule: VerdictRule) -> String {
    let (calls, target) = (calls(made: rule.calls, worth: rule.trials), short(rule.target))
    return words(
      "\(calls) in one slot, held against a target of \(target): the chance of each verdict, by the true share.",
      "\(calls) i ét tidsrum, holdt op mod et mål på \(target): sandsynligheden for hver afgørelse, efter den sande andel."
    )
  }

  func worthIntroduction(_ replications: Int) -> String {
    let times = number(replications, .time)
    return words(
      "The true share is known in the model, so one can see what such a survey is worth: it was simulated \(times).",
      "Den sande andel er kendt i modellen, så man kan se, hvad sådan en undersøgelse er værd: Den er simuleret \(times)."
    )
  }

  func worthOfVerdicts(_ row: WorthRow) -> String {
    let (met, undecided, failed) = (percent(row.meets), percent(row.undecided), percent(row.fails))
    let truth = percent(row.truth)
    return words(
      "All calls together, the verdict was “met” in \(met), “undecided” in \(undecided) and “not met” in \(failed) of "
        + "the surveys; the true share is \(truth).",
      "For alle opkald under ét lød afgørelsen »opfyldt« i \(met), »uafklaret« i \(undecided) og »ikke opfyldt« i "
        + "\(failed) af undersøgelserne; den sande andel er \(truth).")
  }

  func bias(_ row: WorthRow) -> String {
    let mean = percent(row.meanEstimate)
    let bias = signed(row.bias.scaled(by: 100), decimals: 2)
    return words(
      "The mean estimate was \(mean), which is \(bias) points from the true share.",
      "I gennemsnit var estimatet \(mean), altså \(bias) procentpoint fra den sande andel.")
  }

  func late(_ row: WorthRow) -> String {
    let share = percent(row.late)
    return words(
      "\(share) of the calls were dialled a minute or more late.",
      "\(share) af opkaldene blev foretaget et minut eller mere for sent.")
  }

  func interviewerHours(_ hours: Measured) -> String {
    let hours = number(hours, decimals: 1)
    return words(
      "The calls took the interviewers \(hours) hours.", "Opkaldene tog interviewerne \(hours) timer.")
  }
}
