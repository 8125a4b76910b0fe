internal import Drawing
internal import SurveyDesign
internal import SurveyStatistics
internal import Surveys

/// What was found, and how sure it is.
extension ReportText {
  var hoursCaption: String {
    words(
      "Calls that reached nobody, by time of day",
      "Opkald uden kontakt, efter tidsrum")
  }
  var dispositionsIntroduction: String {
    words(
      "How the calls ended, and so what there is to improve: a queue, a timetable or a message.",
      "Hvordan opkaldene endte, og dermed hvad der kan forbedres: en telefonkø, en telefontid eller en "
        + "besked.")
  }
  var definitionsHeading: String {
    words(
      "The same calls by other definitions",
      "De samme opkald efter andre definitioner")
  }
  var definitionsCaption: String {
    words(
      "All calls by definition of reached",
      "Alle opkald efter definition af opnået kontakt")
  }
  var chanceOfVerdict: String { words("Chance of the verdict", "Sandsynlighed for afgørelsen") }
  var worthCaption: String {
    words(
      "What such a survey is worth, by time of day",
      "Hvad sådan en undersøgelse er værd, efter tidsrum")
  }
  var changeIntroduction: String {
    words(
      "Negative is better: fewer calls reach nobody than before. Practices rung in both surveys are "
        + "matched.",
      "Negativt er bedre: færre opkald uden kontakt end før. Praksisser, der er ringet op i begge "
        + "målinger, er parret.")
  }
  var changeCaption: String { words("Share not reached before and now", "Andel uden kontakt før og nu") }
  var before: String { words("Before", "Før") }
  var after: String { words("Now", "Nu") }
  var difference: String { words("Change, points", "Ændring, procentpoint") }

  func smallMark(_ least: Int) -> String {
    words(
      "* Fewer than \(least) calls: too few to mean anything by themselves.",
      "* Færre end \(least) opkald: for få til at sige noget hver for sig.")
  }

  func notValid(_ count: Int) -> String {
    count == 1
      ? words(
        "One call was not valid (wrong number, not made, or a wait that nobody noted). It is not among these.",
        "Ét opkald var ugyldigt (forkert nummer, ikke foretaget, eller en ventetid, som ingen noterede). Det indgår ikke."
      )
      : words(
        "\(self.count(count)) calls were not valid (wrong number, not made, or a wait that nobody noted). They are not "
          + "among these.",
        "\(self.count(count)) opkald var ugyldige (forkert nummer, ikke foretaget, eller en ventetid, som ingen "
          + "noterede). De indgår ikke.")
  }

  func definitionsIntroduction(_ findings: SurveyFindings) -> String {
    let name = name(of: findings.definition)
    return words(
      "What counts as reached decides more than anything else. This report goes by: \(name).",
      "Hvad der regnes for opnået kontakt, betyder mere end noget andet. Rapporten går ud fra: \(name).")
  }

  func everyHour(_ findings: SurveyFindings) -> String {
    if findings.isMetInEverySlot {
      return words(
        "The target is shown to be met at every time of day.",
        "Det er vist, at målet er opfyldt i alle tidsrum.")
    }
    let (meets, slots) = (findings.count(of: .meets), findings.slots.count)
    return words(
      "That the target is met at every time of day is not shown: \(meets) of \(slots) meet it by themselves.",
      "Det er ikke vist, at målet er opfyldt i alle tidsrum: \(meets) af \(slots) tidsrum opfylder det hver for sig."
    )
  }

  func failing(_ groups: [GroupFinding]) -> String {
    guard !groups.isEmpty else {
      return words(
        "None can be named as missing the target once all are judged at the same time (Holm’s correction).",
        "Intet tidsrum kan udpeges som et, hvor målet ikke er opfyldt, når alle bedømmes på én gang (Holms korrektion)."
      )
    }
    let places = language.list(groups.map(place))
    return words(
      "Shown to miss the target, all judged at the same time (Holm’s correction): \(places).",
      "Det er vist, at målet ikke er opfyldt, når alle bedømmes på én gang (Holms korrektion): \(places).")
  }

  func patientsIntroduction(_ row: TrafficRow) -> String {
    let fresh = language.number(row.freshCalls, decimals: 0)
    let redials = language.number(row.redials, decimals: 0)
    let wait = language.duration(seconds: row.meanWait)
    let displaced = language.number(row.displaced * 1000)
    return words(
      "In the model a practice gets \(fresh) first calls and \(redials) redials a day. Those answered wait "
        + "\(wait) on average. Per 1,000 practice-days, \(displaced) callers who failed turn to the out-of-hours service.",
      "I modellen får en praksis \(fresh) førstegangsopkald og \(redials) genopkald om dagen. De, der får svar, "
        + "venter i gennemsnit \(wait). Pr. 1.000 praksisdage henvender \(displaced), der ringede forgæves, sig til "
        + "lægevagten."
    ).withoutDoubleStops
  }

  func practiceDayIntroduction(_ practice: String) -> String {
    words(
      "What happened on the telephone of practice \(practice) in the first simulated survey.",
      "Hvad der skete på telefonen i praksis \(practice) i den første simulerede undersøgelse.")
  }

  func intervalMeaning(_ confidence: Double) -> String {
    let share = inAHundred(confidence)
    return words(
      "If such a survey were made again and again, about \(share) of its intervals would hold the "
        + "true share. One survey gives one of them, and nobody knows whether it is one that does.",
      "Blev sådan en undersøgelse gentaget igen og igen, ville omkring \(share) konfidensintervaller "
        + "rumme den sande andel. Én undersøgelse giver ét af dem, og ingen ved, om det er et, der gør.")
  }

  func curveTitle(calls: Int) -> String {
    words("What \(number(calls, .call)) can show", "Hvad \(number(calls, .call)) kan vise")
  }

  func targetWord(_ target: Double) -> String { words("target, \(short(target))", "mål, \(short(target))") }

  func curveIntroduction(calls: Int, target: Double) -> String {
    let (calls, target) = (number(calls, .call), short(target))
    return words(
      "What \(calls) at one time of day can show about a target of \(target): the chance of each verdict, by the true share.",
      "Hvad \(calls) i ét tidsrum kan vise om et mål på \(target): sandsynligheden for hver afgørelse, efter den sande andel."
    )
  }

  func worthIntroduction(_ replications: Int) -> String {
    let times = number(replications, .time)
    return words(
      "Because the truth in the model is known, one can see what such a survey is worth: it was simulated "
        + "\(times). ± is the error of the simulation itself.",
      "Fordi sandheden er kendt i modellen, kan man se, hvad sådan en undersøgelse er værd: Den blev simuleret "
        + "\(times). ± er fejlen i selve simulationen.")
  }

  func worthOfVerdicts(_ row: WorthRow) -> String {
    let (met, undecided, failed) = (
      percent(row.meets.value), percent(row.undecided.value), percent(row.fails.value)
    )
    let truth = percent(row.truth.value)
    return words(
      "All calls together, the verdict was “met” in \(met), “undecided” in \(undecided) and “not met” in \(failed) of "
        + "the surveys, where the truth is \(truth).",
      "For alle opkald under ét lød afgørelsen »opfyldt« i \(met), »uafklaret« i \(undecided) og »ikke opfyldt« i "
        + "\(failed) af undersøgelserne, hvor sandheden er \(truth).")
  }

  func bias(_ row: WorthRow) -> String {
    let (mean, bias) = (percent(row.meanEstimate.value), language.points(row.bias.value, decimals: 2))
    let error = language.number((row.bias.error ?? .nan) * 100, decimals: 2)
    return words(
      "On average the estimate was \(mean); it lies \(bias) points (±\u{A0}\(error)) from the truth.",
      "I gennemsnit var estimatet \(mean); det ligger \(bias) procentpoint (±\u{A0}\(error)) fra sandheden.")
  }

  func late(_ row: WorthRow) -> String {
    let share = percent(row.late.value)
    return words(
      "\(share) of the calls were dialled a minute or more late.",
      "\(share) af opkaldene blev foretaget et minut eller mere for sent.")
  }

  func interviewerHours(_ hours: Double) -> String {
    let hours = language.number(hours, decimals: 1)
    return words(
      "The calls took the interviewers \(hours) hours.", "Opkaldene kostede interviewerne \(hours) timer.")
  }

  func changeSentence(_ change: ChangeFinding, confidence: Double) -> String {
    let (before, after) = (percent(change.before.rate), percent(change.after.rate))
    let from = words("from \(before) to \(after)", "fra \(before) til \(after)")
    let bounds =
      change.interval.map {
        let (level, lower, upper) = (
          language.roundPercent(confidence), language.points($0.lower), language.points($0.upper)
        )
        return words(
          ", \(level) interval \(lower) to \(upper)", ", \(level)-konfidensinterval \(lower) til \(upper)")
      } ?? ""
    let by = language.points(change.change) + words(" points", " procentpoint") + bounds
    let conclusion =
      switch change.conclusion {
      case .better: words("It has improved", "Det er blevet bedre")
      case .worse: words("It has become worse", "Det er blevet værre")
      case .undecided: words("Neither better nor worse is shown", "Hverken bedre eller værre er vist")
      }
    return "\(conclusion): \(from) (\(by))."
  }

  func practicesChanged(common: Int, gone: Int, new: Int) -> String {
    let (both, first, second) = (count(common), count(gone), count(new))
    return words(
      "\(both)\u{A0}\(common == 1 ? "practice is" : "practices are") in both surveys, \(first) only in the first, "
        + "\(second) only in the second.",
      "\(number(common, .practice)) er med i begge målinger, \(first) kun i den første og \(second) kun i den anden."
    )
  }
}
