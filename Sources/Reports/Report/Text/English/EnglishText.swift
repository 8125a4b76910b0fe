internal import Drawing
internal import SurveyDesign
internal import SurveyStatistics
internal import Surveys

/// A report in English.
struct EnglishText: ReportText {
  let language = ReportLanguage.english

  func place(_ group: GroupFinding) -> String {
    group.by == "all" ? "all calls" : name(of: group)
  }

  func counted(_ group: GroupFinding) -> String {
    "\(count(group.unreached)) of \(number(group.calls, "call", "calls")) (\(percent(group.rate)))"
  }

  /// A number with its noun.
  func number(_ number: Int, _ one: String, _ many: String) -> String {
    "\(count(number))\u{A0}\(number == 1 ? one : many)"
  }

  /// `5 of 100`, or `fewer than 1 of 100`.
  func inAHundred(_ probability: Double) -> String {
    if probability < 0.005 { return "fewer than 1 of 100" }
    if probability > 0.995 { return "more than 99 of 100" }
    return "\(language.number(probability * 100)) of 100"
  }
}

extension EnglishText {
  var generalTitle: String { "Telephone access survey" }
  var simulatedKind: String { "Simulated survey" }
  var madeKind: String { "Survey" }
  var whatIfKind: String { "What if" }
  var contents: String { "Contents" }
  var inShort: String { "In short" }
  var asked: String { "What was asked" }
  var done: String { "How it was done" }
  var found: String { "What was found" }
  var patientsCalls: String { "Patients’ calls in the model" }
  var practiceDay: String { "One practice’s day" }
  var sure: String { "How sure it is" }
  var change: String { "What changed since the baseline" }
  var limits: String { "What this cannot say" }
  var parameters: String { "Parameters and where they come from" }
  var checklist: String { "Checklist: STRESS-DES" }
  var aboutFiles: String { "Files and how to repeat this" }
  var showNumbers: String { "The numbers behind the figure" }
  var hours: String { "Time of day" }
  var calls: String { "Calls" }
  var notReached: String { "Not reached" }
  var share: String { "Share" }
  var verdict: String { "Verdict" }
  var meetsIfAtMost: String { "Meets if at most" }
  var failsIfAtLeast: String { "Fails if at least" }
  var never: String { "never" }
  var definition: String { "Definition of reached" }
  var parameter: String { "Parameter" }
  var value: String { "Value" }
  var basis: String { "Basis" }
  var source: String { "Source or reason" }
  var item: String { "Item" }
  var answer: String { "In this study" }
  var file: String { "File" }
  var size: String { "Size" }
  var state: String { "State" }
  var together: String { "together" }
  var allCalls: String { "All calls" }
  var trueShare: String { "True share" }
  var meanEstimate: String { "Mean estimate" }
  var coverage: String { "Intervals that hold the truth" }

  func intervalHead(_ confidence: Double) -> String { "\(language.roundPercent(confidence)) interval" }

  func word(for verdict: Verdict) -> String {
    switch verdict {
    case .meets: "met"
    case .fails: "not met"
    case .undecided: "undecided"
    }
  }

  func name(ofGrouping by: String) -> String {
    language.list(SurveyGrouping.columns(of: by).map(name(ofColumn:)))
  }

  private func name(ofColumn column: String) -> String {
    switch column {
    case "slot": "time of day"
    case "pooled": "longer stretch of the day"
    case "all": "all calls"
    case "municipality": "municipality"
    case "gps": "number of GPs"
    case "cluster": "quality cluster"
    case "stratum": "stratum"
    case "listed_patients": "number of listed patients"
    case "system": "telephone system"
    case "lines": "number of lines"
    case "acute_line": "acute line"
    case "lunch": "closing at lunch"
    case "last_answer": "last answer by a person"
    case "when_off": "what is heard when nobody answers"
    case "partner": "substitute"
    case let other: other
    }
  }

  func name(ofValue value: String, in column: String) -> String? {
    switch (column, value) {
    case ("gps", _): Int(value).map { number($0, "GP", "GPs") }
    case ("system", "queue"): "queue"
    case ("system", "busy-tone"): "busy tone"
    case ("lines", "unlimited"): "any number of lines"
    case ("lines", _): Int(value).map { number($0, "line", "lines") }
    case ("acute_line", "yes"): "with an acute line"
    case ("acute_line", "no"): "without an acute line"
    case ("lunch", "none"): "open at lunch"
    case ("last_answer", "none"): "until closing"
    case ("last_answer", _): (try? TimeOfDay(parsing: value)).map(language.time)
    case ("when_off", _): states(value, word: word(inParameter:))
    default: nil
    }
  }

  func names(ofGrouping by: String) -> String {
    switch by {
    case "municipality": "municipalities"
    case "gps": "practices by number of GPs"
    case "cluster": "quality clusters"
    case "stratum": "strata"
    case _: name(ofGrouping: by)
    }
  }

  func name(of disposition: Disposition) -> String { disposition.englishName }

  func name(of definition: ReachedDefinition) -> String {
    if definition == .agreement { return "the agreement’s rule" }
    if definition == .person { return "a person of the practice" }
    if let limit = definition.waitLimitSeconds, definition.name.hasPrefix("person-within") {
      return "a person within \(language.duration(seconds: limit))"
    }
    return "“\(definition.name)”"
  }

  func meaning(of definition: ReachedDefinition) -> String {
    if definition == .agreement {
      return
        "A person of the practice answered, the call was forwarded and answered, an acute line was answered, "
        + "or a message named a substitute: the rule of the collective agreement. "
        + "Somebody who answered and would not take part was reached, too."
    }
    if definition == .person {
      return "A doctor or somebody of the staff answered on the practice’s ordinary line."
    }
    let ways = language.list(definition.dispositions.map(\.englishName))
    guard let limit = definition.waitLimitSeconds else { return "The call was \(ways)." }
    return "The call was \(ways), within \(language.duration(seconds: limit))."
  }
}
