package import Drawing
internal import Surveys

/// Every word of a report, in both languages.
///
/// The composer decides which sentence stands where, and whether it stands there at all; a function here says it, and says it
/// once: whatever it branches on is the same for both languages, and ``words(_:_:)`` holds the two wordings side by side. A wording
/// that is missing does not compile. Numbers, counts with their nouns and ranges are made first, in the reader's language.
///
/// ```swift
/// func late(_ row: WorthRow) -> String {
///   words("\(percent(row.late.value)) of the calls were dialled late.", "\(percent(row.late.value)) af opkaldene …")
/// }
/// ```
struct ReportText: Sendable {
  /// The reader's language.
  let language: ReportLanguage

  init(_ language: ReportLanguage) {
    self.language = language
  }

  /// One of two wordings.
  func words(_ english: String, _ danish: String) -> String { language.words(english, danish) }

  // MARK: Numbers

  func percent(_ share: Double?) -> String { language.percent(share) }

  /// A share that was simulated, with its Monte Carlo error where that is known: `97.2 % ± 0.8`.
  func percent(_ measured: Measured, decimals: Int = 1) -> String {
    language.percent(measured, decimals: decimals)
  }

  /// A difference that was simulated, with its sign and its Monte Carlo error.
  func signed(_ measured: Measured, decimals: Int) -> String { language.signed(measured, decimals: decimals) }

  /// A number that was simulated, with its Monte Carlo error where that is known.
  func number(_ measured: Measured, decimals: Int) -> String { language.number(measured, decimals: decimals) }

  /// A difference without its sign, in percentage points.
  func points(_ difference: Double?) -> String {
    language.number(difference.map { abs($0) * 100 }, decimals: 1)
  }

  func count(_ number: Int) -> String { language.count(number) }

  /// A number with its noun.
  func number(_ number: Int, _ noun: Noun) -> String {
    "\(count(number))\u{A0}\((number == 1 ? noun.one : noun.many)(language))"
  }

  /// A number of simulated surveys, in each of several regions where there are several.
  func simulatedSurveys(_ replications: Int, regions: Int) -> String {
    let surveys = number(replications, .simulatedSurvey)
    return regions > 1
      ? words(
        "\(surveys) in each of \(count(regions)) regions", "\(surveys) i hver af \(count(regions)) regioner")
      : surveys
  }

  /// A number of calls, with what they are worth where that is less.
  func calls(made: Int, worth: Int) -> String {
    let calls = number(made, .call)
    guard worth < made else { return calls }
    return words(
      "\(calls), worth \(count(worth)) independent ones,",
      "\(calls), der svarer til \(count(worth)) uafhængige,")
  }

  /// A number of calls that need not be whole, such as a mean: without decimals from ten on.
  func meanCount(_ number: Double) -> String { language.number(number, decimals: abs(number) < 10 ? 1 : 0) }

  /// A share without decimals where it is a whole number of percent, such as a target.
  func short(_ share: Double) -> String { language.roundPercent(share) }

  /// `5 of 100`, or `fewer than 1 of 100`.
  func inAHundred(_ probability: Double) -> String {
    if probability < 0.005 { return words("fewer than 1 of 100", "færre end 1 ud af 100") }
    if probability > 0.995 { return words("more than 99 of 100", "mere end 99 ud af 100") }
    let number = language.number(probability * 100)
    return words("\(number) of 100", "\(number) ud af 100")
  }

  // MARK: Groups

  func interval(_ group: GroupFinding) -> String { language.interval(group.interval, rate: group.rate) }

  /// `38 of 420 calls (9.0 %)`; without the share where there are fewer calls than a share takes.
  func counted(_ group: GroupFinding, least: Int) -> String {
    let (unreached, calls) = (count(group.unreached), number(group.calls, .call))
    let counts = words("\(unreached) of \(calls)", "\(unreached) af \(calls)")
    guard group.calls >= least else { return counts }
    let share = percent(group.rate)
    return group.isWeighted
      ? "\(counts) \(words("(weighted: \(share))", "(vægtet: \(share))"))" : "\(counts) (\(share))"
  }

  /// A group in running text, hours as `kl. 8–9` or `8–9`.
  func place(_ group: GroupFinding) -> String {
    if group.by == "all" { return words("all calls", "alle opkald") }
    let isTime = group.by == "slot" || group.by == "pooled"
    return (isTime ? words("", "kl.\u{A0}") : "") + name(of: group)
  }

  /// Several groups in running text; of hours only the first says that it is one.
  func places(_ groups: [GroupFinding]) -> String {
    let isTime = groups.allSatisfy { $0.by == "slot" || $0.by == "pooled" }
    return (isTime ? words("", "kl.\u{A0}") : "") + language.list(groups.map(isTime ? name(of:) : place))
  }

  /// What a group is called: values of telefontid's own columns in words, other people's as their file has them.
  func name(of group: GroupFinding) -> String {
    let columns = SurveyGrouping.columns(of: group.by)
    let values =
      columns.count > 1
      ? group.group.split(separator: SurveyGrouping.crossing, omittingEmptySubsequences: false).map(
        String.init)
      : [group.group]
    // A name of the user's own may look like a crossing.
    guard columns.count == values.count else { return language.group(group.group) }
    return zip(values, columns).map { name(ofValue: $0, in: $1) ?? language.group($0) }.joined(
      separator: ", ")
  }
}

extension Words {
  /// What a text says in either language.
  init(_ say: (ReportText) -> String) {
    self.init(say(ReportText(.english)), say(ReportText(.danish)))
  }
}

extension String {
  /// The text with its first letter in upper case.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// The text in which an abbreviation's full stop also ends the sentence: `15 min.. Ét` becomes `15 min. Ét`.
  var withoutDoubleStops: String { replacing("..", with: ".") }
}

extension ReadingFault {
  /// What is missing, in a sentence.
  package func sentence(in language: ReportLanguage) -> String { ReportText(language).sentence(self) }
}
