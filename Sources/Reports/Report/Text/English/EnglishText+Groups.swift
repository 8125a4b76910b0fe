internal import Drawing
internal import SurveyStatistics
internal import Surveys

extension EnglishText {
  func feedback(by: String) -> String { "Feedback by \(name(ofGrouping: by))" }

  func feedbackIntroduction(by: String, least: Int) -> String {
    "For talks in quality clusters, not for grading. The order in the figure is no ranking: read the interval, not the "
      + "point. Groups with fewer than \(least) calls have no share."
  }

  func groupSentence(_ group: GroupFinding, overall: GroupFinding) -> String {
    "\(counted(group)) reached nobody (interval \(interval(group))). \(comparison(group, overall))"
  }

  private func comparison(_ group: GroupFinding, _ overall: GroupFinding) -> String {
    guard let interval = group.interval, let rate = overall.rate else { return "" }
    if interval.contains(rate) {
      return "No difference from all calls together (\(percent(rate))) is shown."
    }
    return rate > interval.upper
      ? "All calls together, \(percent(rate)), lie above it."
      : "All calls together, \(percent(rate)), lie below it."
  }

  func tooFew(_ group: GroupFinding, least: Int) -> String {
    "\(number(group.calls, "call", "calls")): too few to say anything. A share takes at least \(least) calls."
  }

  func oneMiss(_ group: GroupFinding) -> String {
    "One call more or less that reaches nobody moves the share by "
      + "\(language.number(100 / Double(max(group.calls, 1)), decimals: 1)) points."
  }

  func groupsDiffer(_ pValue: Double) -> String {
    pValue <= 0.05
      ? "The groups differ by more than chance alone explains: differences as large come about by chance in "
        + "\(inAHundred(pValue)) surveys."
      : "Differences between groups as large as these come about by chance alone in \(inAHundred(pValue)) surveys."
  }

  var toDiscuss: String { "To talk about" }

  var questions: [String] {
    [
      "When do our patients have most trouble getting through, and is that when this survey rang?",
      "What does our answering machine say, and does it name somebody who can be reached?",
      "Who answers from 8 to 9, at lunch and after 15, and what happens when that person is away?",
      "What would we count ourselves for a month to learn more than these calls can tell?",
    ]
  }

  func suppressed(_ count: Int, least: Int) -> String {
    count == 1
      ? "One group has fewer than \(least) calls; its share is left out."
      : "\(self.count(count)) groups have fewer than \(least) calls; their shares are left out."
  }

  func sweepHeadline(_ best: SweepFinding, name: String, group: String, baseline: Double) -> String {
    "Of what was tried, “\(name)” lowers the share not reached the most: by "
      + "\(points(best.difference.value)) points (±\u{A0}\(language.number((best.difference.error ?? .nan) * 100, decimals: 2))), "
      + "from \(percent(baseline)), \(group)."
  }

  func noChange(cells: Int) -> String {
    "Nothing that was tried is shown to lower the share not reached; \(number(cells, "possibility was", "possibilities were")) "
      + "compared."
  }

  func sweepIntroduction(replications: Int, baseline: String) -> String {
    "Each possibility was simulated \(number(replications, "time", "times")) and is compared to “\(baseline)”. "
      + "± is the error of the simulation; because the same random numbers were used, it is small for differences. "
      + "It says nothing about how right the assumptions are."
  }

  func sweepCaption(_ group: String) -> String { "Each possibility against the first: \(group)" }
  var cell: String { "Possibility" }
  var changeInPoints: String { "Change, points" }
  var displaced: String { "To the out-of-hours service, per 1,000 practice-days" }
  var paired: String { "±" }
  var sweepCaution: String {
    "These are differences inside a model with many assumptions: they tell which way a change pulls, and how hard "
      + "compared to another, not how many calls a region would see."
  }
  var toOutOfHours: String { "To the out-of-hours service" }
  var percentagePoints: String { "percentage points" }
  var perThousandDays: String { "calls per 1,000 practice-days" }

  func displacedSentence(_ finding: SweepFinding, name: String) -> String {
    let change = finding.displacedDifference.value ?? 0
    guard finding.displacedDifference.isShown else {
      return "No change in calls to the out-of-hours service is shown: “\(name)” differs by "
        + "\(language.signed(change)) (±\u{A0}\(language.number(finding.displacedDifference.error, decimals: 1))) per 1,000 practice-days."
    }
    return "“\(name)” \(change < 0 ? "spares" : "adds") the out-of-hours service "
      + "\(meanCount(abs(change))) calls per 1,000 practice-days."
  }

  func word(for basis: ParameterBasis) -> String {
    switch basis {
    case .observed: "published"
    case .derived: "derived"
    case .assumed: "assumption"
    case .unsaid: "not stated"
    }
  }

  func parametersIntroduction(_ counts: [(basis: ParameterBasis, count: Int)]) -> String {
    let words = counts.filter { $0.count > 0 }.map { entry in
      switch entry.basis {
      case .observed: "\(count(entry.count)) published"
      case .derived: "\(count(entry.count)) derived from something published"
      case .assumed: number(entry.count, "assumption", "assumptions")
      case .unsaid: "\(count(entry.count)) of unstated origin"
      }
    }
    return "Every number of the model, and what stands behind it: \(language.list(words))."
  }

  var parametersCaption: String { "Parameters of the scenario; sources in the words of the scenario file" }
  var noScenario: String { "The scenario was not available, so its parameters are not listed." }
  var yes: String { "yes" }
  var no: String { "no" }
  var none: String { "none" }
}
