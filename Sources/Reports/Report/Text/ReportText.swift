public import Drawing
internal import Files
internal import SurveyDesign
internal import SurveyStatistics
internal import Surveys

/// Every word of a report, in one language.
///
/// What a language lacks does not compile. Numbers and dates come from ``ReportLanguage``; which sentence stands where,
/// and whether it stands there at all, is decided by the composer.
protocol ReportText: LabelText, SummaryText, MethodText, FindingText, LimitText, FaultText, FeedbackText,
  SweepText, ParameterText, ChecklistText
{}

extension ReportLanguage {
  /// The words of a report in this language.
  var text: any ReportText {
    switch self {
    case .danish: DanishText()
    case .english: EnglishText()
    }
  }
}

/// What every part of a text knows: its language, and so how numbers are written.
protocol LanguageText: Sendable {
  var language: ReportLanguage { get }
  /// A group in running text, hours as `kl. 8–9` or `8–9`.
  func place(_ group: GroupFinding) -> String
  /// `38 of 420 calls (9.0 %)`.
  func counted(_ group: GroupFinding) -> String
  /// What telefontid's own column calls a value, in words; `nil` for values that speak for themselves.
  func name(ofValue value: String, in column: String) -> String?
}

extension LanguageText {
  func percent(_ share: Double?) -> String { language.percent(share) }
  func points(_ difference: Double?) -> String {
    language.number(difference.map { abs($0) * 100 }, decimals: 1)
  }
  func count(_ number: Int) -> String { language.count(number) }
  /// A number of calls that need not be whole, such as a mean: without decimals from ten on.
  func meanCount(_ number: Double) -> String { language.number(number, decimals: abs(number) < 10 ? 1 : 0) }
  func interval(_ group: GroupFinding) -> String { language.interval(group.interval, rate: group.rate) }

  /// What a group is called: values of telefontid's own columns in words, other people's as their file has them.
  func name(of group: GroupFinding) -> String {
    let columns = SurveyGrouping.columns(of: group.by)
    let values =
      columns.count > 1
      ? group.group.split(separator: SurveyGrouping.crossing, omittingEmptySubsequences: false).map(
        String.init)
      : [group.group]
    // A name of somebody's own may look like a crossing.
    guard columns.count == values.count else { return language.group(group.group) }
    return zip(values, columns).map { name(ofValue: $0, in: $1) ?? language.group($0) }.joined(
      separator: ", ")
  }

  /// What a telephone does at one time of day after the other, as `when_off` has it; `nil` where a word is unknown.
  func states(_ value: String, word: (String) -> String?) -> String? {
    let states = value.split(separator: "|").map { word(String($0)) }
    guard !states.isEmpty, !states.contains(nil) else { return nil }
    return states.compactMap(\.self).joined(separator: language.words(", then ", ", derefter "))
  }
}

/// Headings, labels and the heads of columns.
protocol LabelText: LanguageText {
  var generalTitle: String { get }
  var simulatedKind: String { get }
  var madeKind: String { get }
  var whatIfKind: String { get }
  var contents: String { get }
  var inShort: String { get }
  var asked: String { get }
  var done: String { get }
  var found: String { get }
  var patientsCalls: String { get }
  var practiceDay: String { get }
  var sure: String { get }
  var change: String { get }
  var limits: String { get }
  var parameters: String { get }
  var checklist: String { get }
  var aboutFiles: String { get }
  /// What is behind a figure.
  var showNumbers: String { get }
  /// The heads of columns.
  var hours: String { get }
  var calls: String { get }
  var notReached: String { get }
  var share: String { get }
  var verdict: String { get }
  var meetsIfAtMost: String { get }
  var failsIfAtLeast: String { get }
  /// What stands for a limit that so few calls cannot reach.
  var never: String { get }
  var definition: String { get }
  var parameter: String { get }
  var value: String { get }
  var basis: String { get }
  var source: String { get }
  var item: String { get }
  var answer: String { get }
  var file: String { get }
  var size: String { get }
  var state: String { get }
  var together: String { get }
  var allCalls: String { get }
  var trueShare: String { get }
  var meanEstimate: String { get }
  var coverage: String { get }
  func intervalHead(_ confidence: Double) -> String
  func word(for verdict: Verdict) -> String
  /// What groups are made by: `kommune`, `municipality`.
  func name(ofGrouping by: String) -> String
  /// The same in the plural, in small letters.
  func names(ofGrouping by: String) -> String
  /// The disposition as people say it.
  func name(of disposition: Disposition) -> String
  func name(of definition: ReachedDefinition) -> String
  /// The definition as a sentence.
  func meaning(of definition: ReachedDefinition) -> String
}

/// What a reader takes away in half a minute.
protocol SummaryText: LanguageText {
  func headline(_ findings: SurveyFindings, isSimulated: Bool, saysOnlyReached: Bool) -> String
  /// The share and its uncertainty in one sentence.
  func uncertainty(_ all: GroupFinding, confidence: Double) -> String
  var rateTile: String { get }
  func rateNote(_ all: GroupFinding, confidence: Double) -> String
  func targetTile(_ target: Double) -> String
  var targetsDiffer: String { get }
  func targetNote(_ findings: SurveyFindings) -> String
  var marginTile: String { get }
  func margin(_ points: Double) -> String
  func marginNote(calls: ClosedRange<Int>) -> String
  var truthTile: String { get }
  func truthNote(_ truth: TruthRow, replications: Int?) -> String
  func hoursRange(lowest: GroupFinding, highest: GroupFinding, pValue: Double?) -> String
  func verdicts(_ findings: SurveyFindings) -> String
  var noTarget: String { get }
  func strength(_ strength: SurveyStrength, inHour: Bool) -> String
  var rehearsal: String { get }
  /// That the calls are those of one simulated survey out of several in the file.
  func onlyReplication(_ shown: FieldworkFacts.ShownReplication) -> String
  func coverageSentence(_ row: WorthRow, confidence: Double) -> String
  func faultsSentence(_ count: Int) -> String
}

/// What was asked, and how the survey was made.
protocol MethodText: LanguageText {
  func question(_ findings: SurveyFindings?, target: Double?) -> String
  var questionAboutHours: String { get }
  func rehearsalQuestion(replications: Int) -> String
  var whatIfQuestion: String { get }
  var practicesTerm: String { get }
  func practices(_ facts: FieldworkFacts) -> String
  var callsTerm: String { get }
  func calls(_ facts: FieldworkFacts) -> String
  var daysTerm: String { get }
  func days(_ facts: FieldworkFacts) -> String
  var samplingTerm: String { get }
  func sampling(_ design: SamplingDesign) -> String
  var slotsTerm: String { get }
  func slots(_ labels: [String], perPractice: SlotDesign?) -> String
  var interviewersTerm: String { get }
  func interviewers(_ count: Int) -> String
  var protocolTerm: String { get }
  func protocolWords(_ facts: ProtocolFacts) -> String
  var reachedTerm: String { get }
  var invalidTerm: String { get }
  var invalidRule: String { get }
  var intervalTerm: String { get }
  func intervalRule(method: String, confidence: Double) -> String
  var verdictTerm: String { get }
  func verdictRule(error: Double) -> String
  var simulationTerm: String { get }
  func simulation(replications: Int, seed: UInt64?, shown: FieldworkFacts.ShownReplication?) -> String
  var reachedColumnMeaning: String { get }
}

/// What an interviewer does, in the units that people use.
struct ProtocolFacts: Hashable, Sendable {
  var ringLimitSeconds: Double
  var holdLimitSeconds: Double
  var attempts: Int
  var attemptGapSeconds: Double
  var followsReferrals: Bool
}

/// What was found, and how sure it is.
protocol FindingText: LanguageText {
  var hoursIntroduction: String { get }
  var hoursCaption: String { get }
  func smallMark(_ least: Int) -> String
  func notValid(_ count: Int) -> String
  var dispositionsIntroduction: String { get }
  var definitionsHeading: String { get }
  func definitionsIntroduction(_ findings: SurveyFindings) -> String
  var definitionsCaption: String { get }
  func everyHour(_ findings: SurveyFindings) -> String
  func failing(_ groups: [GroupFinding]) -> String
  func patientsIntroduction(_ row: TrafficRow) -> String
  func practiceDayIntroduction(_ practice: String) -> String
  func intervalMeaning(_ confidence: Double) -> String
  func curveTitle(calls: Int) -> String
  func curveIntroduction(calls: Int, target: Double) -> String
  var chanceOfVerdict: String { get }
  func targetWord(_ target: Double) -> String
  func worthIntroduction(_ replications: Int) -> String
  var worthCaption: String { get }
  func worthOfVerdicts(_ row: WorthRow) -> String
  func bias(_ row: WorthRow) -> String
  func late(_ row: WorthRow) -> String
  func interviewerHours(_ hours: Double) -> String
  func changeSentence(_ change: ChangeFinding, confidence: Double) -> String
  var changeIntroduction: String { get }
  func practicesChanged(common: Int, gone: Int, new: Int) -> String
  var changeCaption: String { get }
  var before: String { get }
  var after: String { get }
  var difference: String { get }
}

/// What the report cannot say.
protocol LimitText: LanguageText {
  var oneCall: String { get }
  func smallGroups(_ least: Int) -> String
  var equalWeights: String { get }
  var reachedIsARule: String { get }
  var callerIsNoPatient: String { get }
  func silentPractices(_ count: Int, of all: Int) -> String
  func vagueWord(_ word: SurveyCalls.VagueWord) -> String
  func assumptions(assumed: Int, of all: Int) -> String
  var calibrated: String { get }
  var noCause: String { get }
  var modelIsNoRegion: String { get }
}

/// What is missing, and how the report was made.
protocol FaultText: LanguageText {
  var faultsHeading: String { get }
  func sentence(_ fault: ReadingFault) -> String
  func madeBy(_ program: String, version: String) -> String
  func repeatWith(_ command: String) -> String
  var fileCaption: String { get }
  var intact: String { get }
  var notUsed: String { get }
  func bytes(_ count: Int) -> String
  func folderSentence(_ name: String) -> String
}

/// Feedback to groups of practices.
protocol FeedbackText: LanguageText {
  func feedback(by: String) -> String
  func feedbackIntroduction(by: String, least: Int) -> String
  func groupSentence(_ group: GroupFinding, overall: GroupFinding) -> String
  func tooFew(_ group: GroupFinding, least: Int) -> String
  func oneMiss(_ group: GroupFinding) -> String
  func groupsDiffer(_ pValue: Double) -> String
  var toDiscuss: String { get }
  var questions: [String] { get }
  func suppressed(_ count: Int, least: Int) -> String
}

/// What if.
protocol SweepText: LanguageText {
  func sweepHeadline(_ best: SweepFinding, name: String, group: String, baseline: Double) -> String
  /// That nothing is shown to lower the share not reached.
  func noChange(cells: Int) -> String
  func sweepIntroduction(replications: Int, baseline: String) -> String
  func sweepCaption(_ group: String) -> String
  var cell: String { get }
  var changeInPoints: String { get }
  var displaced: String { get }
  var paired: String { get }
  var sweepCaution: String { get }
  var toOutOfHours: String { get }
  var percentagePoints: String { get }
  var perThousandDays: String { get }
  /// What a change means for the out-of-hours service, or that none is shown.
  func displacedSentence(_ finding: SweepFinding, name: String) -> String
}

/// Names of parameters and where they come from.
protocol ParameterText: LanguageText {
  func name(ofParameter path: String) -> String?
  /// A key or a word inside a value; `nil` for one that is no word of a scenario's.
  func word(inParameter key: String) -> String?
  /// Where a value comes from that a scenario took over from nobody: its file.
  func setIn(_ file: String) -> String
  func word(for basis: ParameterBasis) -> String
  func parametersIntroduction(_ counts: [(basis: ParameterBasis, count: Int)]) -> String
  var parametersCaption: String { get }
  var noScenario: String { get }
  var yes: String { get }
  var no: String { get }
  var none: String { get }
}

/// The checklist of Monks and others.
protocol ChecklistText: LanguageText {
  var checklistIntroduction: String { get }
  var checklistCaption: String { get }
  func title(of item: ChecklistItem) -> String
  func answer(to item: ChecklistItem, _ facts: ChecklistFacts) -> String
}

extension LanguageText {
  /// A share without decimals where it is a whole number of percent, such as a target.
  func short(_ share: Double) -> String { language.roundPercent(share) }
}

extension String {
  /// The text with its first letter in upper case.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// The text in which an abbreviation's full stop also ends the sentence: `15 min.. Ét` becomes `15 min. Ét`.
  var withoutDoubleStops: String { replacing("..", with: ".") }
}

extension ReadingFault {
  /// What is missing, in a sentence.
  public func sentence(in language: ReportLanguage) -> String { language.text.sentence(self) }
}
