internal import Drawing
internal import SurveyDesign

extension EnglishText {
  func question(_ findings: SurveyFindings?, target: Double?) -> String {
    let asked = "How large a share of calls to general practices reaches nobody?"
    guard let target else { return asked }
    return "\(asked) Is it at most \(short(target))?"
  }

  var questionAboutHours: String { "And how does that depend on the time of day?" }

  func rehearsalQuestion(replications: Int) -> String {
    "Before any call is made: what would such a survey show, how far from the truth, and how sure could one be? "
      + "The survey was simulated \(number(replications, "time", "times"))."
  }

  var whatIfQuestion: String {
    "What would change if practices, telephones or the survey were different? Each possibility was simulated with "
      + "the same random numbers, so that differences are known better than the shares themselves."
  }

  var practicesTerm: String { "Practices" }

  func practices(_ facts: FieldworkFacts) -> String {
    guard let frame = facts.practicesInFrame else {
      return "\(number(facts.practicesCalled, "practice", "practices")) rung"
    }
    return facts.practicesCalled == frame
      ? "\(number(frame, "practice", "practices")), all of them rung"
      : "\(count(facts.practicesCalled)) of \(number(frame, "practice", "practices")) rung"
  }

  var callsTerm: String { "Calls" }

  func calls(_ facts: FieldworkFacts) -> String {
    let calls = number(facts.calls, "call", "calls")
    let made = facts.rows == facts.calls ? calls : "\(calls) in \(number(facts.rows, "attempt", "attempts"))"
    guard facts.unmadeRows > 0 else { return made }
    return "\(made); \(count(facts.unmadeRows)) planned and not made"
  }

  var daysTerm: String { "Days" }

  func days(_ facts: FieldworkFacts) -> String {
    guard let days = facts.days else { return "The file has no dates." }
    return
      "\(language.dates(days.lowerBound, days.upperBound)): calls on \(number(facts.dayCount, "day", "days"))"
  }

  var samplingTerm: String { "Sample" }

  func sampling(_ design: SamplingDesign) -> String {
    switch design {
    case .census: "Every practice"
    case .simpleRandom(let count): "A simple random sample of \(number(count, "practice", "practices"))"
    case .stratified(let stratified):
      "A random sample of \(number(stratified.count, "practice", "practices")), stratified by "
        + name(ofGrouping: stratified.column)
    case .systematic(let count, _): "A systematic sample of \(number(count, "practice", "practices"))"
    case .proportionalToSize(let count, let column):
      "A sample of \(number(count, "practice", "practices")), with probabilities proportional to \(column)"
    }
  }

  var slotsTerm: String { "Times of day" }

  func slots(_ labels: [String], perPractice: SlotDesign?) -> String {
    let names = language.list(labels.map(language.group))
    switch perPractice {
    case nil: return names
    case .onePerPractice: return "\(names); each practice is rung in one of them"
    case .rotation(let count): return "\(names); each practice is rung in \(count) of them, in rotation"
    case .allSlots: return "\(names); each practice is rung in all of them"
    }
  }

  var interviewersTerm: String { "Interviewers" }
  func interviewers(_ count: Int) -> String { self.count(count) }
  var protocolTerm: String { "A call" }

  func protocolWords(_ facts: ProtocolFacts) -> String {
    var text =
      "Rings for at most \(language.duration(seconds: facts.ringLimitSeconds)) and waits in a queue for at "
    text += "most \(language.duration(seconds: facts.holdLimitSeconds)). "
    text +=
      facts.attempts == 1
      ? "One attempt."
      : "Up to \(count(facts.attempts)) attempts, \(language.duration(seconds: facts.attemptGapSeconds)) apart."
    text += facts.followsReferrals ? " A substitute whom a message names is rung as well." : ""
    return text.withoutDoubleStops
  }

  var reachedTerm: String { "Reached" }
  var invalidTerm: String { "Not valid" }
  var invalidRule: String {
    "Wrong numbers and calls that were not made are counted, but do not enter the shares."
  }
  var intervalTerm: String { "Interval" }

  func intervalRule(method: String, confidence: Double) -> String {
    "\(language.roundPercent(confidence)) confidence, by the method “\(method)”; practices rung several times count as "
      + "clusters"
  }

  var verdictTerm: String { "Verdict" }

  func verdictRule(error: Double) -> String {
    "Met or not met only where an exact one-sided test shows it, with a risk of error of "
      + "\(language.roundPercent(error)) to either side; otherwise undecided"
  }

  var simulationTerm: String { "Simulation" }

  func simulation(replications: Int, seed: UInt64?, shown: FieldworkFacts.ShownReplication?) -> String {
    let runs = number(replications, "simulated survey", "simulated surveys")
    return runs + (seed.map { ", seed \($0)" } ?? "")
      + (shown.map { "; the calls are those of replication \($0.number)" } ?? "")
  }

  var reachedColumnMeaning: String {
    "As the file says it: it has a yes or a no for each call, and not how the call ended."
  }
}
