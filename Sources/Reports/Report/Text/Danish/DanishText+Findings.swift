internal import Drawing
internal import SurveyStatistics
internal import Surveys

extension DanishText {
  var hoursIntroduction: String {
    "Hvert punkt er en andel, hver streg dens konfidensinterval: Sandheden kan godt ligge hvor som helst på stregen."
  }
  var hoursCaption: String { "Opkald uden kontakt, efter tidsrum" }

  func smallMark(_ least: Int) -> String {
    "* Færre end \(least) opkald: for få til at sige noget hver for sig."
  }

  func notValid(_ count: Int) -> String {
    count == 1
      ? "Ét opkald var ugyldigt (forkert nummer, ikke foretaget, eller en ventetid, som ingen noterede). Det indgår ikke."
      : "\(self.count(count)) opkald var ugyldige (forkert nummer, ikke foretaget, eller en ventetid, som ingen "
        + "noterede). De indgår ikke."
  }

  var dispositionsIntroduction: String {
    "Hvordan opkaldene endte, og dermed hvad der kan forbedres: en telefonkø, en telefontid eller en besked."
  }
  var definitionsHeading: String { "De samme opkald efter andre definitioner" }

  func definitionsIntroduction(_ findings: SurveyFindings) -> String {
    "Hvad der regnes for opnået kontakt, betyder mere end noget andet. Rapporten går ud fra: "
      + "\(name(of: findings.definition))."
  }

  var definitionsCaption: String { "Alle opkald efter definition af opnået kontakt" }

  func everyHour(_ findings: SurveyFindings) -> String {
    findings.isMetInEverySlot
      ? "Det er vist, at målet er opfyldt i alle tidsrum."
      : "Det er ikke vist, at målet er opfyldt i alle tidsrum: \(findings.count(of: .meets)) af "
        + "\(findings.slots.count) tidsrum opfylder det hver for sig."
  }

  func failing(_ groups: [GroupFinding]) -> String {
    groups.isEmpty
      ? "Intet tidsrum kan udpeges som et, hvor målet ikke er opfyldt, når alle bedømmes på én gang (Holms korrektion)."
      : "Det er vist, at målet ikke er opfyldt, når alle bedømmes på én gang (Holms korrektion): "
        + language.list(groups.map(place)) + "."
  }

  func patientsIntroduction(_ row: TrafficRow) -> String {
    let fresh = language.number(row.freshCalls, decimals: 0)
    let redials = language.number(row.redials, decimals: 0)
    let wait = language.duration(seconds: row.meanWait)
    return
      ("I modellen får en praksis \(fresh) førstegangsopkald og \(redials) genopkald om dagen. De, der får svar, "
      + "venter i gennemsnit \(wait). Pr. 1.000 praksisdage henvender \(language.number(row.displaced * 1000)), der ringede "
      + "forgæves, sig til lægevagten.").withoutDoubleStops
  }

  func practiceDayIntroduction(_ practice: String) -> String {
    "Hvad der skete på telefonen i praksis \(practice) i den første simulerede undersøgelse."
  }

  func intervalMeaning(_ confidence: Double) -> String {
    "Blev sådan en undersøgelse gentaget igen og igen, ville omkring \(inAHundred(confidence)) konfidensintervaller "
      + "rumme den sande andel. Én undersøgelse giver ét af dem, og ingen ved, om det er et, der gør."
  }

  func curveTitle(calls: Int) -> String { "Hvad \(count(calls))\u{A0}opkald kan vise" }
  var chanceOfVerdict: String { "Sandsynlighed for afgørelsen" }
  func targetWord(_ target: Double) -> String { "mål, \(short(target))" }

  func curveIntroduction(calls: Int, target: Double) -> String {
    "Hvad \(count(calls))\u{A0}opkald i ét tidsrum kan vise om et mål på \(short(target)): sandsynligheden for hver "
      + "afgørelse, efter den sande andel."
  }

  func worthIntroduction(_ replications: Int) -> String {
    "Fordi sandheden er kendt i modellen, kan man se, hvad sådan en undersøgelse er værd: Den blev simuleret "
      + "\(number(replications, "gang", "gange")). ± er fejlen i selve simulationen."
  }

  var worthCaption: String { "Hvad sådan en undersøgelse er værd, efter tidsrum" }

  func worthOfVerdicts(_ row: WorthRow) -> String {
    "For alle opkald under ét lød afgørelsen »opfyldt« i \(percent(row.meets.value)), »uafklaret« i "
      + "\(percent(row.undecided.value)) og »ikke opfyldt« i \(percent(row.fails.value)) af undersøgelserne, hvor "
      + "sandheden er \(percent(row.truth.value))."
  }

  func bias(_ row: WorthRow) -> String {
    "I gennemsnit var estimatet \(percent(row.meanEstimate.value)); det ligger "
      + "\(language.points(row.bias.value, decimals: 2)) procentpoint "
      + "(±\u{A0}\(language.number((row.bias.error ?? .nan) * 100, decimals: 2))) fra sandheden."
  }

  func late(_ row: WorthRow) -> String {
    "\(percent(row.late.value)) af opkaldene blev foretaget et minut eller mere for sent."
  }

  func interviewerHours(_ hours: Double) -> String {
    "Opkaldene kostede interviewerne \(language.number(hours, decimals: 1)) timer."
  }

  var changeIntroduction: String {
    "Negativt er bedre: færre opkald uden kontakt end før. Praksisser, der er ringet op i begge målinger, er parret."
  }

  func changeSentence(_ change: ChangeFinding, confidence: Double) -> String {
    let from = "fra \(percent(change.before.rate)) til \(percent(change.after.rate))"
    let bounds = change.interval.map {
      ", \(language.roundPercent(confidence))-konfidensinterval \(language.points($0.lower)) til \(language.points($0.upper))"
    }
    let by = "\(language.points(change.change)) procentpoint\(bounds ?? "")"
    switch change.conclusion {
    case .better: return "Det er blevet bedre: \(from) (\(by))."
    case .worse: return "Det er blevet værre: \(from) (\(by))."
    case .undecided: return "Hverken bedre eller værre er vist: \(from) (\(by))."
    }
  }

  func practicesChanged(common: Int, gone: Int, new: Int) -> String {
    "\(number(common, "praksis", "praksisser")) er med i begge målinger, \(count(gone)) kun i den første og "
      + "\(count(new)) kun i den anden."
  }

  var changeCaption: String { "Andel uden kontakt før og nu" }
  var before: String { "Før" }
  var after: String { "Nu" }
  var difference: String { "Ændring, procentpoint" }
}
