import Files
import Scenarios
import SurveyDesign
import Surveys
import Tables
import Terminal

/// Which round is drawn, and after what: the options of `draw` for surveys that ring again on other days.
struct DrawRound: OptionGroup {
  @Option(
    "round", "N", "Draws the list of a later round: the calls to make again.",
    reading: .integer(in: 1...SurveyRound.most), default: 1) var number: Int
  @Option(
    "after", "CALLS",
    "The filled lists of the rounds before, CSV; several are put together as join does.",
    readingEach: .inputFile)
  var lists: [String]
  @Option("rings", "WHOM", "Whom a later round rings.", reading: .choice, default: .notReached)
  private var whom: SurveyRound.Whom
  @Option("slot-rule", "RULE", "In which slots a later round rings them.", reading: .choice, default: .same)
  private var slotRule: SurveyRound.SlotRule
  @Option(
    "reached", "DEFINITION",
    "What counts as reached: agreement, person, person-within=SECONDS or NAME=DISPOSITION,….",
    reading: .reachedDefinition, default: .agreement, shown: "agreement") private var definition:
    ReachedDefinition
  @Option(
    "attempts-in-all", "N", "Rings a call again only if it had fewer attempts in all rounds before.",
    reading: .integer(in: 1...100), absent: "no limit") private var attemptsInAll: Int?
  @Option(.dispositions) private var dispositionsFile: String?

  /// The files that are read.
  var files: [FileUse?] { $lists.files + [$dispositionsFile.file] }

  /// The options given that say what a scenario would.
  var given: [String] {
    [$whom.nameIfGiven, $slotRule.nameIfGiven, $definition.nameIfGiven, $attemptsInAll.nameIfGiven]
      .compactMap(\.self)
  }

  /// Whether the list of a later round is drawn.
  var isLater: Bool { number > 1 }

  func validate(_ faults: inout [String]) {
    CallFiles(paths: lists).validate(&faults)
    if isLater, lists.isEmpty {
      faults.append(
        "'--round \(number)' rings again what the rounds before left open: give their filled lists with '--after CALLS'"
      )
    }
    if !isLater {
      for name in ($lists.isGiven ? ["--after"] : []) + given
        + [$dispositionsFile.nameIfGiven].compactMap(\.self)
      {
        faults.append("'\(name)' belongs to a later round: name it, such as '--round 2'")
      }
    }
  }

  /// The round that the options describe, on some days.
  func described(on days: [CalendarDate]) -> (round: SurveyRound, definition: ReachedDefinition) {
    var round = SurveyRound(days: days)
    round.whom = whom
    round.slotRule = slotRule
    round.attemptsInAll = attemptsInAll
    return (round, definition)
  }

  /// Reads the filled lists and finds the calls that a round rings again.
  ///
  /// - Parameters:
  ///   - round: The round, and what counts as reached.
  ///   - planner: The survey as its first round was drawn.
  ///   - seed: With which seed.
  ///   - columns: What the lists call their columns.
  /// - Throws: A data error with everything that is wrong with the lists, and where they are not those of this draw.
  func open(
    for round: (round: SurveyRound, definition: ReachedDefinition), of planner: CallPlanner, seed: UInt64,
    columns: ColumnNames
  ) throws -> [OpenCall] {
    let files = CallFiles(paths: lists)
    let codes = try RealSurveyOptions.codes(dispositionsFile)
    var known = CallListJoin.Options()
    known.columns = columns.ofCalls
    known.codes = codes
    known.frame = planner.frame
    known.slots = planner.slots.slots
    let (joined, _) = try files.joined(known)
    var bytes: [UInt8] = []
    joined.append(to: &bytes)
    var reading = SurveyCallReader.Options()
    reading.codes = codes
    reading.frame = planner.frame
    reading.needsWaits = round.definition.waitLimitSeconds != nil
    var reader = SurveyCallReader(reading)
    try CSVReader.read(bytes, file: files.name, to: &reader)
    let survey = reader.surveyCalls()
    let calls = OpenCalls(joined, survey, slots: planner.slots)
    var faults = drawFaults(calls, survey, planner, seed: seed)
    if calls.lastRound >= number {
      faults.append(
        "has calls of round \(calls.lastRound) already: draw round \(calls.lastRound + 1), or leave them out")
    }
    if let first = round.round.days.first, let last = calls.lastDay, first <= last {
      faults.append(
        "goes on until \(last), and round \(number) would begin on \(first): rounds follow one another")
    }
    if !calls.calls.contains(where: { $0.disposition != .notAttempted }) {
      faults.append("has no outcome: a later round rings again what a filled list left open")
    }
    guard faults.isEmpty else { throw CommandError.data(faults.map { Fault($0, file: files.name) }) }
    let released = planner.released(
      after: calls.calls.map { .init($0.open, $0.disposition) }, seed: seed, replication: 0)
    let open = calls.open(for: round.round, under: round.definition) + released
    let crowded = planner.withoutMinute(open, in: round.round)
    if let first = crowded.first {
      let slot = planner.slots.slots[first.homeSlot].label
      throw CommandError.data([
        Fault(
          "\(crowded.count) calls were rung at every minute of their slots, such as \(planner.frame.practices[first.practiceIndex].id) (\(slot)), and no "
            + "round rings at the same minute again: give '--slot-rule any', or longer slots in the first round",
          file: files.name)
      ])
    }
    guard !open.isEmpty else {
      throw CommandError.data([
        Fault("leaves nothing open: no call of it is to be made again", file: files.name)
      ])
    }
    return open
  }

  /// Where the lists are not those of this draw: other practices, other slots, or calls that are missing.
  private func drawFaults(
    _ calls: OpenCalls, _ survey: SurveyCalls, _ planner: CallPlanner, seed: UInt64
  ) -> [String] {
    struct Drawn: Hashable {
      var practice, slot: Int
    }
    let drawn = Set(
      planner.plan(seed: seed, replication: 0).calls.map {
        Drawn(practice: $0.practiceIndex, slot: $0.slotIndex)
      })
    let held = Set(planner.sampler.reserves(seed: seed, replication: 0).flatMap { $0 })
    let there = Set(calls.calls.map { Drawn(practice: $0.open.practiceIndex, slot: $0.open.homeSlot) })
    func named(_ calls: Set<Drawn>) -> String {
      let sorted = calls.sorted { ($0.practice, $0.slot) < ($1.practice, $1.slot) }
      return sorted.prefix(3).map {
        "\(planner.frame.practices[$0.practice].id) (\(planner.slots.slots[$0.slot].label))"
      }.joined(separator: ", ") + (sorted.count > 3 ? ", …" : "")
    }
    var faults: [String] = []
    let (foreign, missing) = (
      there.subtracting(drawn).filter { !held.contains($0.practice) }, drawn.subtracting(there)
    )
    let elsewhere = survey.calls.count - calls.calls.count
    if !foreign.isEmpty || elsewhere > 0 {
      faults.append(
        "is the list of another draw: \(foreign.count + elsewhere) of its calls were not drawn with seed \(seed)"
          + (foreign.isEmpty ? "" : ", such as \(named(foreign))")
          + "; give the frame, the options and the seed of the first round")
    }
    if !missing.isEmpty {
      faults.append(
        "lacks \(missing.count) of the \(drawn.count) calls that were drawn with seed \(seed), such as \(named(missing)): give the "
          + "lists of all interviewers and rounds")
    }
    return faults
  }
}
