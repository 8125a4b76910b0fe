internal import SurveyDesign
package import Tables
package import TelephoneAccess

/// A published figure that a scenario is to reproduce.
package struct CalibrationTarget: Equatable, Sendable {
  /// Which figure it is.
  package enum Statistic: String, CaseIterable, Sendable {
    /// The true share not reached under the protocol, from probes.
    case notReached = "not-reached"
    /// One less that.
    case reached
    /// The share of the survey's valid calls that a person of the practice answers at the first attempt without a wait.
    case answeredAtOnce = "answered-at-once"
    /// The same after a wait in the queue.
    case answeredAfterQueue = "answered-after-queue"
    /// The share that a person of the practice answers at a later attempt.
    case answeredAfterRedial = "answered-after-redial"
    /// The mean wait of those answered at the first attempt after a wait, in seconds.
    case meanQueueWait = "mean-queue-wait-seconds"
    /// Of patients' calls past the menu of a staffed telephone: those neither answered nor rung back.
    case missed
    /// Of the same calls: those whose callers accepted to be rung back.
    case rungBack = "rung-back"
    /// Of patients' calls to a staffed telephone: those that its menu ended.
    case endedInMenu = "ended-in-menu"
    /// Of patients' calls answered or missed: those answered after so long, or missed after so long.
    case answeredInMinute1 = "answered-in-minute-1"
    case answeredInMinute2 = "answered-in-minute-2"
    case answeredInMinutes3To5 = "answered-in-minutes-3-to-5"
    case answeredAfter5Minutes = "answered-after-5-minutes"
    case missedInMinute1 = "missed-in-minute-1"
    case missedInMinute2 = "missed-in-minute-2"
    case missedInMinutes3To5 = "missed-in-minutes-3-to-5"
    case missedAfter5Minutes = "missed-after-5-minutes"
    /// The share of the variance of missed calls that lies between practices, in a month of the survey's days.
    case missedBetweenPractices = "missed-between-practices"

    /// What it can be.
    var range: ClosedRange<Double> {
      self == .meanQueueWait ? 0...Double.greatestFiniteMagnitude : 0...1
    }

    /// Whether it depends on a definition of reached.
    package var needsDefinition: Bool {
      switch self {
      case .notReached, .reached: true
      case .answeredAtOnce, .answeredAfterQueue, .answeredAfterRedial, .meanQueueWait, .missed, .rungBack,
        .endedInMenu, .answeredInMinute1, .answeredInMinute2, .answeredInMinutes3To5, .answeredAfter5Minutes,
        .missedInMinute1, .missedInMinute2, .missedInMinutes3To5, .missedAfter5Minutes,
        .missedBetweenPractices:
        false
      }
    }
  }

  /// The definition of reached; empty where the statistic needs none.
  package var definition: String
  /// What the group is made by, such as `slot`.
  package var by: String
  /// The group, such as `15:00-16:00`.
  package var group: String
  /// The figure.
  package var statistic: Statistic
  /// Whose calls are counted, for a figure of calls; a survey's figure is that of whoever it rings as.
  package var caller = SurveyCaller.patient
  /// Its published value: a share 0…1, or seconds.
  package var target: Double
  /// How far off it may be, above 0, in the same unit.
  package var tolerance: Double
  /// Who published it.
  package var source: String
}

/// Takes the rows of a targets file as a `CSVReader` finds them.
///
/// The columns are `definition`, `by`, `group`, `statistic`, `target`, `tolerance`, `source` and, if need be, `caller`, in any order, or
/// their Danish headers;
/// words and shares may be Danish too: `Tidsrum`, `15-16`, `uden kontakt`, `10 %`.
package struct CalibrationTargetReader: TableConsumer, Sendable {
  /// The targets taken so far, in the order of the file.
  package private(set) var targets: [CalibrationTarget] = []
  private var fields: [Column: Int] = [:]

  /// A column of the file.
  private enum Column: String, CaseIterable {
    case definition, by, group, statistic, target, tolerance, source, caller

    /// What people call it besides.
    var headers: [String] {
      switch self {
      case .definition: ["regel", "definition af opnået kontakt"]
      case .by: ["opdelt efter", "efter"]
      case .group: ["gruppe"]
      case .statistic: ["nøgletal", "størrelse"]
      case .target: ["mål", "målværdi", "offentliggjort", "published"]
      case .tolerance: ["tilladt afvigelse", "afvigelse"]
      case .source: ["kilde"]
      case .caller: ["hvem der ringer"]
      }
    }

    /// Whether a file needs it.
    var isRequired: Bool { self != .caller }
  }

  /// A reader for one file.
  package init() {}

  /// Finds the columns; all but the caller are required.
  package mutating func begin(_ header: TableHeader, faults: inout TableFaults) {
    for column in Column.allCases {
      fields[column] = header.index(of: column.rawValue, or: [column.headers], faults: &faults)
      if fields[column] == nil, column.isRequired {
        fields[column] = header.requiredIndex(of: column.rawValue, faults: &faults)
      }
    }
  }

  /// Checks one target and keeps it.
  package mutating func take(_ row: TableRow, faults: inout TableFaults) {
    guard let statisticField = fields[.statistic], let targetField = fields[.target],
      let toleranceField = fields[.tolerance]
    else { return }
    let statistic = CalibrationTarget.Statistic(written: row.trimmed(statisticField))
    if statistic == nil {
      let words = CalibrationTarget.Statistic.allCases.map(\.rawValue).joined(separator: ", ")
      faults.add(
        "\(row.described(statisticField)) is no statistic; allowed are \(words)", in: row,
        field: statisticField)
    }
    let isShare = statistic?.range.upperBound == 1
    func number(_ field: Int) -> Double? {
      isShare ? row.share(field, faults: &faults) : row.number(field, faults: &faults)
    }
    let target = number(targetField)
    let tolerance = number(toleranceField)
    let faultsBefore = faults.count
    if let tolerance, !(tolerance > 0) {
      faults.add("a tolerance must be above 0", in: row, field: toleranceField)
    }
    if let statistic, let target, !statistic.range.contains(target) {
      let what = statistic.range.upperBound == 1 ? "a share from 0 to 1" : "a number of seconds, 0 or more"
      faults.add("\(row.described(targetField)) is not \(what)", in: row, field: targetField)
    }
    let caller = caller(of: statistic, in: row, faults: &faults)
    guard faults.count == faultsBefore else { return }
    guard let statistic, let target, let tolerance else { return }
    func text(_ column: Column) -> String { fields[column].map(row.trimmed) ?? "" }
    let by = Self.grouping(text(.by))
    targets.append(
      CalibrationTarget(
        definition: Self.definition(text(.definition)), by: by, group: Self.group(text(.group), by: by),
        statistic: statistic, caller: caller, target: target, tolerance: tolerance, source: text(.source)))
  }

  /// Whose calls a figure is of: patients', where the file does not say.
  private func caller(
    of statistic: CalibrationTarget.Statistic?, in row: TableRow, faults: inout TableFaults
  ) -> SurveyCaller {
    guard let field = fields[.caller], !row.trimmed(field).isEmpty else { return .patient }
    let caller: SurveyCaller
    switch foldedText(row.trimmed(field)) {
    case "patient", "patienter": caller = .patient
    case "professional", "fagperson", "fagfolk": caller = .professional
    case _:
      let words = SurveyCaller.allCases.map(\.rawValue).joined(separator: ", ")
      faults.add("\(row.described(field)) is no caller; allowed are \(words)", in: row, field: field)
      return .patient
    }
    if caller == .professional, let statistic, !statistic.isOfCallers {
      faults.add(
        "\"\(statistic.rawValue)\" is a figure of the survey's calls: survey.caller says whom it rings as",
        in: row, field: field)
    }
    return caller
  }

  /// What groups are made by, in our words.
  private static func grouping(_ text: String) -> String {
    if let known = KnownColumn.columns(named: text).first { return known.rawValue }
    return ["samlet": "pooled", "alle": "all"][foldedText(text)] ?? text
  }

  /// A group as tables name it: slots by their hours, municipalities by their names.
  private static func group(_ text: String, by: String) -> String {
    switch KnownColumn(rawValue: by) {
    case .municipality?: municipalityName(text)
    case .slot?, nil:
      (try? Slot(parsing: text))?.label ?? (foldedText(text) == "alle" ? "all" : text)
    case .practice?, .practiceName?, .telephone?, .gps?, .listedPatients?, .stratum?, .weight?, .replication?,
      .date?, .round?, .attempt?, .due?, .dialled?, .disposition?, .reached?, .waitSeconds?, .interviewer?,
      .remark?:
      text
    }
  }

  /// A definition by our name, if it is one of those that have a Danish one.
  private static func definition(_ text: String) -> String {
    switch foldedText(text) {
    case foldedText("overenskomst"), foldedText("overenskomstens regel"): ReachedDefinition.agreement.name
    case foldedText("en person i praksis"): ReachedDefinition.person.name
    case _: text
    }
  }
}

extension CalibrationTarget.Statistic {
  /// The statistic that a word of ours or a Danish one names.
  init?(written text: String) {
    let wanted = foldedText(text)
    let found = Self.allCases.first { ([$0.rawValue] + $0.danishNames).contains { foldedText($0) == wanted } }
    guard let found else { return nil }
    self = found
  }

  private var danishNames: [String] {
    switch self {
    case .notReached: ["uden kontakt", "ikke opnået kontakt"]
    case .reached: ["opnået kontakt"]
    case .answeredAtOnce: ["besvaret straks"]
    case .answeredAfterQueue: ["besvaret efter kø"]
    case .answeredAfterRedial: ["besvaret efter genopkald"]
    case .meanQueueWait: ["gennemsnitlig ventetid i kø sekunder"]
    case .missed: ["ubesvaret"]
    case .rungBack: ["ringet tilbage"]
    case .endedInMenu: ["sluttet i menuen"]
    case .answeredInMinute1: ["besvaret i minut 1"]
    case .answeredInMinute2: ["besvaret i minut 2"]
    case .answeredInMinutes3To5: ["besvaret i minut 3 til 5"]
    case .answeredAfter5Minutes: ["besvaret efter 5 minutter"]
    case .missedInMinute1: ["ubesvaret i minut 1"]
    case .missedInMinute2: ["ubesvaret i minut 2"]
    case .missedInMinutes3To5: ["ubesvaret i minut 3 til 5"]
    case .missedAfter5Minutes: ["ubesvaret efter 5 minutter"]
    case .missedBetweenPractices: ["ubesvaret mellem praksisser"]
    }
  }
}
