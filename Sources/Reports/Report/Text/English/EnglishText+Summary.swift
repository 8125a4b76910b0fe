internal import Drawing
internal import Scenarios
internal import Studies
internal import SurveyDesign

extension EnglishText {
  func headline(_ findings: SurveyFindings, isSimulated: Bool, saysOnlyReached: Bool) -> String {
    let all = findings.all
    guard all.calls > 0 else { return "No call of this survey can be judged." }
    let survey = isSimulated ? "In one simulated survey, " : ""
    let outcome = saysOnlyReached ? "reached nobody" : outcome(of: findings.definition)
    return "\(survey)\(counted(all)) \(outcome).".capitalisedFirst.withoutDoubleStops
  }

  /// What a call that did not reach the practice did not do.
  private func outcome(of definition: ReachedDefinition) -> String {
    if definition == .agreement { return "reached nobody by the agreement’s rule" }
    if definition == .person { return "reached no person of the practice" }
    if let limit = definition.waitLimitSeconds, definition.name.hasPrefix("person-within") {
      return "reached no person of the practice within \(language.duration(seconds: limit))"
    }
    return "reached nobody by the definition “\(definition.name)”"
  }

  func uncertainty(_ all: GroupFinding, confidence: Double) -> String {
    guard all.interval != nil else {
      return "How sure that is cannot be worked out from these calls."
    }
    if all.rate == 0 || all.rate == 1 { return "The true share is probably \(interval(all))." }
    return "The true share may well lie anywhere within \(interval(all))."
  }

  var rateTile: String { "Not reached, all calls" }

  func rateNote(_ all: GroupFinding, confidence: Double) -> String {
    "\(intervalHead(confidence)): \(interval(all))"
  }

  func targetTile(_ target: Double) -> String { "Target: at most \(short(target)) not reached" }
  var targetsDiffer: String { "Target, by time of day" }

  func targetNote(_ findings: SurveyFindings) -> String { byTimeOfDay(findings).capitalisedFirst }

  /// `undecided at all 8 times of day`, or `met at 3 and undecided at 5 of 8 times of day`.
  private func byTimeOfDay(_ findings: SurveyFindings) -> String {
    let counts = findings.verdictCounts
    let total = number(findings.slots.count, "time of day", "times of day")
    if let only = counts.first, counts.count == 1 {
      switch findings.slots.count {
      case 1: return "\(word(for: only.verdict)) at the one time of day"
      case 2: return "\(word(for: only.verdict)) at both times of day"
      case _: return "\(word(for: only.verdict)) at all \(total)"
      }
    }
    return language.list(counts.map { "\(word(for: $0.verdict)) at \(count($0.count))" }) + " of \(total)"
  }

  var marginTile: String { "Uncertainty at one time of day" }
  func margin(_ points: Double) -> String { "±\u{A0}\(language.number(points * 100))" }

  func marginNote(calls: ClosedRange<Int>) -> String {
    calls.lowerBound == calls.upperBound
      ? "percentage points with \(number(calls.lowerBound, "call", "calls"))"
      : "percentage points with \(count(calls.lowerBound)) to \(number(calls.upperBound, "call", "calls"))"
  }

  var truthTile: String { "True share in the model" }

  func truthNote(_ truth: TruthRow, replications: Int?) -> String {
    let runs = replications.map { ", from \(number($0, "simulated survey", "simulated surveys"))" } ?? ""
    return "±\u{A0}\(language.number(truth.error * 100, decimals: 2)) points of simulation error\(runs)"
  }

  func hoursRange(lowest: GroupFinding, highest: GroupFinding, pValue: Double?) -> String {
    let range =
      "By time of day the share runs from \(percent(lowest.rate)) (\(place(lowest))) "
      + "to \(percent(highest.rate)) (\(place(highest)))."
    guard let pValue else { return range }
    return pValue <= 0.05
      ? "\(range) That is more than chance alone explains: differences as large come about by chance in "
        + "\(inAHundred(pValue)) surveys."
      : "\(range) Differences as large come about by chance alone in \(inAHundred(pValue)) surveys: "
        + "the times of day cannot be ranked."
  }

  func verdicts(_ findings: SurveyFindings) -> String {
    guard let target = findings.target else { return "The targets are \(byTimeOfDay(findings))." }
    let all = findings.all.verdict.map { "\(word(for: $0)) for all calls together; it is " } ?? ""
    return "The target of at most \(short(target)) not reached is \(all)\(byTimeOfDay(findings))."
  }

  var noTarget: String {
    "No target was given, so nothing is said about meeting one. `--target 0.10` judges the calls against 10\u{A0}%."
  }

  func strength(_ strength: SurveyStrength, inHour: Bool) -> String {
    let word =
      switch strength.word {
      case .weak: "weak"
      case .middling: "of middling strength"
      case .strong: "strong"
      }
    let scope =
      inHour ? "At a single time of day the survey is \(word)" : "All calls together the survey is \(word)"
    let calls = number(strength.calls, "call", "calls")
    return
      "\(scope): if \(percent(strength.target / 2)) were truly not reached, \(calls) would show the target met in "
      + "\(inAHundred(strength.meetsAtHalf)) surveys; if \(percent(strength.target * 1.5)), they would show it "
      + "missed in \(inAHundred(strength.failsAtOneAndAHalf))."
  }

  var rehearsal: String {
    "This survey never took place. It was simulated, to see what such a survey would show; its numbers say nothing "
      + "about real practices."
  }

  func onlyReplication(_ shown: FieldworkFacts.ShownReplication) -> String {
    "The file holds \(number(shown.count, "simulated survey", "simulated surveys")); this report shows the calls of "
      + "replication \(shown.number) alone. `--replication` chooses another."
  }

  func coverageSentence(_ row: WorthRow, confidence: Double) -> String {
    "In \(percent(row.coverage.value)) of \(number(row.replications, "simulated survey", "simulated surveys")) the "
      + "\(language.roundPercent(confidence)) interval for all calls held the true share."
  }

  func faultsSentence(_ count: Int) -> String {
    count == 1
      ? "Something is missing from this report; see the last section."
      : "\(count) things are missing from this report; see the last section."
  }
}
