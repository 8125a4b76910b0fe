internal import Drawing
internal import SurveyStatistics
internal import Surveys

extension EnglishText {
  var hoursIntroduction: String {
    "Each point is a share, each line its interval: the truth may well lie anywhere on the line."
  }
  var hoursCaption: String { "Calls that reached nobody, by time of day" }

  func smallMark(_ least: Int) -> String {
    "* Fewer than \(least) calls: too few to mean anything by themselves."
  }

  func notValid(_ count: Int) -> String {
    count == 1
      ? "One call was not valid (wrong number, not made, or a wait that nobody noted). It is not among these."
      : "\(self.count(count)) calls were not valid (wrong number, not made, or a wait that nobody noted). They are not "
        + "among these."
  }

  var dispositionsIntroduction: String {
    "How the calls ended, and so what there is to improve: a queue, a timetable or a message."
  }
  var definitionsHeading: String { "The same calls by other definitions" }

  func definitionsIntroduction(_ findings: SurveyFindings) -> String {
    "What counts as reached decides more than anything else. This report goes by: \(name(of: findings.definition))."
  }

  var definitionsCaption: String { "All calls by definition of reached" }

  func everyHour(_ findings: SurveyFindings) -> String {
    findings.isMetInEverySlot
      ? "The target is shown to be met at every time of day."
      : "That the target is met at every time of day is not shown: \(findings.count(of: .meets)) of "
        + "\(findings.slots.count) meet it by themselves."
  }

  func failing(_ groups: [GroupFinding]) -> String {
    groups.isEmpty
      ? "None can be named as missing the target once all are judged at the same time (Holm’s correction)."
      : "Shown to miss the target, all judged at the same time (Holm’s correction): "
        + language.list(groups.map(place)) + "."
  }

  func patientsIntroduction(_ row: TrafficRow) -> String {
    let fresh = language.number(row.freshCalls, decimals: 0)
    let redials = language.number(row.redials, decimals: 0)
    let wait = language.duration(seconds: row.meanWait)
    return
      ("In the model a practice gets \(fresh) first calls and \(redials) redials a day. Those answered wait "
      + "\(wait) on average. Per 1,000 practice-days, \(language.number(row.displaced * 1000)) callers who failed "
      + "turn to the out-of-hours service.").withoutDoubleStops
  }

  func practiceDayIntroduction(_ practice: String) -> String {
    "What happened on the telephone of practice \(practice) in the first simulated survey."
  }

  func intervalMeaning(_ confidence: Double) -> String {
    "If such a survey were made again and again, about \(inAHundred(confidence)) of its intervals would hold the "
      + "true share. One survey gives one of them, and nobody knows whether it is one that does."
  }

  func curveTitle(calls: Int) -> String { "What \(number(calls, "call", "calls")) can show" }
  var chanceOfVerdict: String { "Chance of the verdict" }
  func targetWord(_ target: Double) -> String { "target, \(short(target))" }

  func curveIntroduction(calls: Int, target: Double) -> String {
    "What \(number(calls, "call", "calls")) at one time of day can show about a target of \(short(target)): the "
      + "chance of each verdict, by the true share."
  }

  func worthIntroduction(_ replications: Int) -> String {
    "Because the truth in the model is known, one can see what such a survey is worth: it was simulated "
      + "\(number(replications, "time", "times")). ± is the error of the simulation itself."
  }

  var worthCaption: String { "What such a survey is worth, by time of day" }

  func worthOfVerdicts(_ row: WorthRow) -> String {
    "All calls together, the verdict was “met” in \(percent(row.meets.value)), “undecided” in "
      + "\(percent(row.undecided.value)) and “not met” in \(percent(row.fails.value)) of the surveys, where the "
      + "truth is \(percent(row.truth.value))."
  }

  func bias(_ row: WorthRow) -> String {
    "On average the estimate was \(percent(row.meanEstimate.value)); it lies \(language.points(row.bias.value, decimals: 2)) "
      + "points (±\u{A0}\(language.number((row.bias.error ?? .nan) * 100, decimals: 2))) from the truth."
  }

  func late(_ row: WorthRow) -> String {
    "\(percent(row.late.value)) of the calls were dialled a minute or more late."
  }

  func interviewerHours(_ hours: Double) -> String {
    "The calls took the interviewers \(language.number(hours, decimals: 1)) hours."
  }

  var changeIntroduction: String {
    "Negative is better: fewer calls reach nobody than before. Practices rung in both surveys are matched."
  }

  func changeSentence(_ change: ChangeFinding, confidence: Double) -> String {
    let from = "from \(percent(change.before.rate)) to \(percent(change.after.rate))"
    let bounds = change.interval.map {
      ", \(language.roundPercent(confidence)) interval \(language.points($0.lower)) to \(language.points($0.upper))"
    }
    let by = "\(language.points(change.change)) points\(bounds ?? "")"
    switch change.conclusion {
    case .better: return "It has improved: \(from) (\(by))."
    case .worse: return "It has become worse: \(from) (\(by))."
    case .undecided: return "Neither better nor worse is shown: \(from) (\(by))."
    }
  }

  func practicesChanged(common: Int, gone: Int, new: Int) -> String {
    "\(number(common, "practice is", "practices are")) in both surveys, \(count(gone)) only in the first, "
      + "\(count(new)) only in the second."
  }

  var changeCaption: String { "Share not reached before and now" }
  var before: String { "Before" }
  var after: String { "Now" }
  var difference: String { "Change, points" }
}
