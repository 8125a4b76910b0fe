import Scenarios
import Studies
import SurveyDesign
import Surveys
import TelephoneAccess
import Terminal

/// What the options of `draw` say of a survey, as far as they can be checked without a frame.
struct DrawWishes: OptionGroup {
  @Option(
    "sample", "N", "How many practices are sampled.", reading: .integer(in: 1...10_000_000),
    absent: "every practice") private var count: Int?
  @Option(
    "stratify", "COLUMN",
    "Samples within the groups of a column, and gives each group every slot equally often.",
    reading: .text, absent: "the frame's strata share the slots") var strata: String?
  @Option(
    "division", "HOW", "How a stratified sample is divided among the groups.", reading: .choice,
    default: .proportional) private var division: DrawCommand.Division
  @Option(
    "systematic", "COLUMN", "Samples at even distances from the practices in the order of a column.",
    reading: .text) private var order: String?
  @Option(
    "proportional-to", "COLUMN", "Samples with probabilities in proportion to a column of numbers.",
    reading: .text) private var size: String?
  @Option(
    "reserves", "SHARE",
    "Practices in reserve for each one sampled, which later rounds ring in place of wrong numbers; the same in every round.",
    reading: .number(in: 0.001...10), absent: "none") private var reserveShare: Double?
  @Option(
    "slots", "FROM-TO,…", "The slots of the day.", reading: .list(of: .stretch),
    absent: "whole hours from 8 to 16") private var stretches: [Slot]?
  @Option(
    "slots-per-practice", "K", "In how many slots each practice is rung: a number, or all.",
    reading: .slotDesign, default: .onePerPractice, shown: "1") var slotDesign: SlotDesign
  @Option("first-date", "DATE", "The first day, such as 2026-09-01.", reading: .date) var firstDate:
    CalendarDate?
  @Option(
    "days", "N", "How many working days; weekends and Danish public holidays are none.",
    reading: .integer(in: 1...CallPlanner.mostDays), default: 10) var days: Int
  @Option("except", "DATE,…", "Further days without calls.", readingEach: .list(of: .date)) private
    var closedDays: [[CalendarDate]]
  @Option(
    "interviewers", "N", "How many people share the calls, or their names: Anne,Bo,Carl.",
    reading: .team, default: .size(4), shown: "4") var team: Team

  func validate(_ faults: inout [String]) {
    if [strata, order, size].count(where: { $0 != nil }) > 1 {
      faults.append("'--stratify', '--systematic' and '--proportional-to' exclude one another: name one")
    }
    if $division.isGiven, strata == nil || count == nil {
      faults.append(
        "'--division' divides a sample among groups: give '--sample N' and '--stratify COLUMN'")
    }
    if reserveShare != nil, count == nil || order != nil || size != nil {
      faults.append(
        "'--reserves' are left by a random sample: give '--sample N', with '--stratify COLUMN' or alone")
    }
    if count == nil, order != nil || size != nil {
      faults.append("'\(order != nil ? "--systematic" : "--proportional-to")' needs '--sample N'")
    }
    do {
      _ = try slotDesign.slotsPerPractice(of: try slots().slots.count)
    } catch {
      faults.append("\(error)")
    }
  }

  /// The options given that say what a scenario would.
  var given: [String] {
    [
      $count.nameIfGiven, $strata.nameIfGiven, $division.nameIfGiven, $order.nameIfGiven, $size.nameIfGiven,
      $reserveShare.nameIfGiven, $stretches.nameIfGiven, $slotDesign.nameIfGiven, $firstDate.nameIfGiven,
      $days.nameIfGiven,
      $closedDays.nameIfGiven, $team.nameIfGiven,
    ].compactMap(\.self)
  }

  private func slots() throws -> SlotGrid {
    try stretches.map { try SlotGrid($0) } ?? SlotGrid(dividing: Self.agreedHours)
  }

  var sampling: SamplingDesign {
    guard let count else { return .census }
    if let order { return .systematic(count: count, orderedBy: order) }
    if let size { return .proportionalToSize(count: count, column: size) }
    guard let strata else { return .simpleRandom(count: count) }
    return .stratified(
      StratifiedDesign(
        column: strata, count: count, division: division == .equal ? .equal : .proportional))
  }

  /// The hours of the collective agreement.
  private static var agreedHours: Slot { get throws { try Slot(parsing: "08:00-16:00") } }

  /// Makes a planner for a frame.
  ///
  /// - Throws: a usage error for a sample that the frame cannot give, a data error for sizes that are none.
  func planner(for frame: Frame, file: String) throws -> CallPlanner {
    // The column by the name that the frame has for it.
    let strata = strata.map { frame.column(named: $0) ?? $0 }
    if let strata, frame.values(of: strata) == nil {
      throw CommandError.usage("'--stratify \(strata)': \(Self.missing(strata, frame))")
    }
    do {
      guard let firstDate else { throw DesignFault("there is no day to ring on") }
      return try CallPlanner(
        frame: frame.stratified(by: strata), sampling: sampling.naming { frame.column(named: $0) ?? $0 },
        slots: slots(), slotDesign: slotDesign,
        days: DanishCalendar.workingDays(days, from: firstDate, excluding: closedDays.flatMap { $0 }),
        interviewers: team.count, reserves: reserveShare.map { .share($0) })
    } catch let faults as DesignFaults {
      let shown = faults.faults.prefix(Self.mostFaults).map { fault($0, frame, file) }
      let rest = faults.faults.count - shown.count
      throw CommandError(
        status(of: frame), shown + (rest > 0 ? [Fault("and \(rest) more", file: file)] : []))
    } catch let found as DesignFault {
      throw CommandError(status(of: frame), [fault(found, frame, file)])
    }
  }

  /// Practices without a size that are named before the rest is counted.
  private static let mostFaults = 20

  private static func missing(_ column: String, _ frame: Frame) -> String {
    "the frame has no such column; it has \(frame.columnNames.joined(separator: ", "))"
  }

  /// Sizes that are no numbers are a fault of the frame; everything else that cannot be was asked for.
  private func status(of frame: Frame) -> ExitStatus {
    guard case .proportionalToSize(let count, let column) = sampling, count <= frame.count,
      frame.values(of: column) != nil
    else { return .usage }
    return .data
  }

  private func fault(_ fault: DesignFault, _ frame: Frame, _ file: String) -> Fault {
    if status(of: frame) == .data { return Fault(fault.message, file: file) }
    guard let count = sampling.count, count > frame.count else { return Fault(fault.message) }
    return Fault(
      "a sample of \(count) practices cannot be had from the \(frame.count) of \(file): leave '--sample' out to ring all "
        + "of them, and ring each in more slots with '--slots-per-practice' to make more calls")
  }
}

extension SamplingDesign {
  /// The same design with other names of columns.
  func naming(_ rename: (String) -> String) -> SamplingDesign {
    switch self {
    case .census, .simpleRandom: return self
    case .stratified(var design):
      design.column = rename(design.column)
      return .stratified(design)
    case .systematic(let count, let column): return .systematic(count: count, orderedBy: column.map(rename))
    case .proportionalToSize(let count, let column):
      return .proportionalToSize(count: count, column: rename(column))
    }
  }

  /// How many practices it asks for; `nil` for all.
  var count: Int? {
    switch self {
    case .census: nil
    case .simpleRandom(let count), .systematic(let count, _), .proportionalToSize(let count, _): count
    case .stratified(let design): design.count
    }
  }

  /// The design in words, as a part of a sentence.
  var words: String {
    switch self {
    case .census: said("every practice", "alle praksisser")
    case .simpleRandom: said("a simple random sample", "en simpel tilfældig stikprøve")
    case .stratified(let design):
      said("random samples within \(design.column)", "tilfældige stikprøver inden for \(design.column)")
    case .systematic(_, let column):
      said(
        "a systematic sample in the order of \(column ?? "practice numbers")",
        "en systematisk stikprøve i orden efter \(column ?? "praksisnumre")")
    case .proportionalToSize(_, let column):
      said(
        "a sample with probabilities proportional to \(column)",
        "en stikprøve med sandsynligheder proportionale med \(column)")
    }
  }
}

extension DrawCommand {
  /// A list and how it came about.
  struct Drawn {
    var list: CallList
    /// Where everything came from, for the notes below the tables.
    var description: String
  }

  /// Draws the list.
  func drawn() throws -> Drawn {
    guard let scenarioFile else {
      let file = frameFile ?? "-"
      let frame = try RealSurveyOptions.frameAlone(file, columns: columns)
      let planner = try wishes.planner(for: frame, file: file)
      let seed = seed ?? Self.defaultSeed
      let carried = wishes.strata == nil ? frame : planner.frame
      let later = try later(round.described(on: planner.days), of: planner, seed: seed)
      return Drawn(
        list: try list(
          planner, carrying: carried, by: wishes.team.names, seed: seed, later: later, file: file),
        description: said(
          "Drawn from \(file) with seed \(seed): \(wishes.sampling.words).",
          "Udtrukket fra \(file) med startværdi \(seed): \(wishes.sampling.words).") + words(of: later))
    }
    let scenario = try ScenarioLoader.scenario(scenarioFile, assignments: assignments, seed: seed)
    let survey = scenario.survey
    let (frame, file) = try practices(of: scenario, scenarioFile)
    do {
      let planner = try survey.planner(for: frame).on(try self.round(of: scenario).days)
      let later = try later(
        (self.round(of: scenario), survey.definition), of: planner, seed: scenario.seed)
      return Drawn(
        list: try list(planner, carrying: frame, seed: scenario.seed, later: later, file: file),
        description:
          said(
            "Drawn from \(file) with seed \(scenario.seed) as \(scenarioFile) says: \(survey.sampling.words).",
            "Udtrukket fra \(file) med startværdi \(scenario.seed), som \(scenarioFile) siger: \(survey.sampling.words)."
          )
          + words(of: later)
          + Self.remark(on: scenario, frame, isInvented: frameFile == nil && scenario.frame == nil))
    } catch let faults as DesignFaults {
      throw CommandError.data(faults.faults.map { Fault($0.message, file: file) })
    } catch let fault as DesignFault {
      throw CommandError.data([Fault(fault.message, file: file)])
    }
  }

  /// A later round and what it rings.
  typealias Later = (round: SurveyRound, number: Int, open: [OpenCall])

  /// The scenario's round that is drawn.
  private func round(of scenario: Scenario) throws -> SurveyRound {
    let rounds = scenario.survey.rounds
    guard rounds.count >= round.number else {
      throw CommandError.usage(
        "'--round \(round.number)': the scenario's survey has \(rounds.count) \(rounds.count == 1 ? "round" : "rounds"); survey.rounds says what a further one is"
      )
    }
    return rounds[round.number - 1]
  }

  /// What a later round rings; `nil` for the first.
  private func later(
    _ wished: (round: SurveyRound, definition: ReachedDefinition), of planner: CallPlanner, seed: UInt64
  ) throws -> Later? {
    guard round.isLater else { return nil }
    let open = try round.open(for: wished, of: planner, seed: seed, columns: columns)
    return (wished.round, round.number, open)
  }

  /// What a later round rings, in words.
  private func words(of later: Later?) -> String {
    guard let later else { return "" }
    let whom =
      switch later.round.whom {
      case .all: said("all", "alle")
      case .notReached: said("those not reached", "dem uden kontakt")
      case .notValid: said("the calls that were not valid", "de opkald, der var ugyldige")
      }
    let slots =
      switch later.round.slotRule {
      case .same: said("in the same slots", "i de samme tidsrum")
      case .other: said("in other slots than those tried", "i andre tidsrum end dem, der er prøvet")
      case .any: said("in any slots", "i et hvilket som helst tidsrum")
      }
    return said(
      " Round \(later.number) rings \(whom), \(slots), at other minutes than before.",
      " Runde \(later.number) ringer til \(whom), \(slots), i andre minutter end før.")
  }

  /// What else the reader of a list should know of a scenario's practices.
  private static func remark(on scenario: Scenario, _ frame: Frame, isInvented: Bool) -> String {
    if isInvented {
      return said(
        " Its practices are invented: a real list needs '--frame'.",
        " Praksisserne er opdigtede: En rigtig liste kræver '--frame'.")
    }
    guard let column = scenario.survey.slotsBalancedBy, frame.values(of: column) == nil else { return "" }
    return said(
      " There is no column '\(column)', within which the scenario shares slots out evenly.",
      " Der er ingen kolonne »\(column)«, som scenariet fordeler tidsrum ligeligt inden for.")
  }

  private func list(
    _ planner: CallPlanner, carrying frame: Frame, by names: [String]? = nil, seed: UInt64, later: Later?,
    file: String
  ) throws -> CallList {
    do {
      return try CallList(planner, carrying: frame, interviewers: names, seed: seed, later: later)
    } catch let faults as DesignFaults {
      throw CommandError.data(faults.faults.map { Fault($0.message, file: file) })
    }
  }

  /// The frame that is drawn from, and its file.
  private func practices(of scenario: Scenario, _ file: String) throws -> (Frame, String) {
    if let frameFile { return (try RealSurveyOptions.frameAlone(frameFile, columns: columns), frameFile) }
    if let frame = scenario.frame { return (frame, scenario.frameFile ?? file) }
    // What a simulation makes up of telephones is nothing that an interviewer should believe.
    let frame = try ScenarioLoader.study(scenario, file: file).population.frame
    let kept = frame.extraColumns.indices.filter { frame.extraColumns[$0] == TraitColumn.cluster.rawValue }
    let practices = frame.practices.map { practice in
      var practice = practice
      practice.extra = kept.map { practice.extra[$0] }
      return practice
    }
    return (try Frame(practices, extraColumns: kept.map { frame.extraColumns[$0] }), file)
  }
}
