package import SurveyDesign
internal import SurveyStatistics
package import Surveys

extension SurveyFindings {
  /// How calls are to be looked at.
  package struct Question: Sendable {
    /// What counts as reached.
    package var definition: ReachedDefinition
    /// Other definitions to show beside it.
    package var others: [ReachedDefinition]
    /// The columns to group by, besides slots; several in one entry are crossed.
    package var groupings: [SurveyGrouping]
    /// Longer stretches of the day.
    package var pooled: [SurveyGrouping]
    /// The target of a group; `nil` for none.
    package var target: @Sendable (_ by: String, _ group: String) -> Double?
    /// The risk of a wrong verdict, to either side.
    package var error: Double

    /// Puts a question together.
    package init(
      definition: ReachedDefinition, others: [ReachedDefinition] = [], groupings: [SurveyGrouping] = [],
      pooled: [SurveyGrouping] = [], error: Double = 0.05,
      target: @escaping @Sendable (_ by: String, _ group: String) -> Double?
    ) {
      self.definition = definition
      self.others = others
      self.groupings = groupings
      self.pooled = pooled
      self.error = error
      self.target = target
    }
  }

  /// What the calls of one survey say.
  ///
  /// - Parameters:
  ///   - analysis: The calls with their frame and the way to estimate.
  ///   - question: What is asked of them.
  ///   - replication: Which calls of the file.
  ///   - bySlot: The grouping by slot.
  /// - Complexity: O(*g* · *c* log *c*) for *c* calls in *g* groupings.
  package init(
    _ analysis: SurveyAnalysis, _ question: Question, bySlot: SurveyGrouping,
    in replication: SurveyCalls.Replication
  ) {
    func findings(_ grouping: SurveyGrouping, _ definition: ReachedDefinition) -> [GroupFinding] {
      Self.findings(grouping, definition, analysis, question, replication)
    }
    let calls = analysis.calls
    let together = calls.allTogether
    self.init(
      definition: question.definition, saysOnlyReached: calls.saysOnlyReached,
      slots: findings(bySlot, question.definition),
      pooled: question.pooled.flatMap { findings($0, question.definition) },
      all: findings(together, question.definition).first
        ?? GroupFinding(by: "all", group: "all", calls: 0, unreached: 0))
    error = question.error
    groupings = question.groupings.map {
      Grouping(by: $0.by, groups: findings($0, question.definition))
    }
    if !calls.saysOnlyReached {
      otherDefinitions = question.others.compactMap { definition in
        findings(together, definition).first.map {
          OtherDefinition(definition: definition, all: $0, slots: findings(bySlot, definition))
        }
      }
      dispositions = Self.dispositions(calls, bySlot, replication)
    }
    slotsDifferP = Self.homogeneity(slots)
    fieldwork = Self.facts(calls, analysis.frame, replication)
  }

  /// The groups of a grouping, judged where they have a target; groups without a call are left out.
  private static func findings(
    _ grouping: SurveyGrouping, _ definition: ReachedDefinition, _ analysis: SurveyAnalysis,
    _ question: Question, _ replication: SurveyCalls.Replication
  ) -> [GroupFinding] {
    var groups = analysis.rates(grouping, definition, in: replication).map(GroupFinding.init)
    let targets = groups.map { question.target($0.by, $0.group) }
    // Groups with the same target are judged together, so that Holm's correction counts all of them.
    for target in Set(targets.compactMap { $0 }).sorted() {
      let verdicts = analysis.verdicts(
        grouping, definition, in: replication, target: target, error: question.error)
      for (place, verdict) in verdicts.verdicts.enumerated() where targets[place] == target {
        groups[place].judge(verdict, error: question.error)
      }
    }
    return groups.filter { $0.calls + $0.invalid > 0 }
  }

  private static func dispositions(
    _ calls: SurveyCalls, _ bySlot: SurveyGrouping, _ replication: SurveyCalls.Replication
  ) -> [SlotDispositions] {
    let ways = Disposition.allCases
    var counts = [[Int]](repeating: [Int](repeating: 0, count: ways.count), count: calls.slots.count)
    for call in calls.calls[replication.calls] { counts[call.slot][call.disposition.ordinal] += 1 }
    return zip(bySlot.labels, counts).map { label, row in
      SlotDispositions(
        slot: label,
        counts: zip(ways, row).filter { $0.1 > 0 }.map { .init(disposition: $0.0, calls: $0.1) })
    }
  }

  /// Pearson's test, where calls are independent and at least one unreached call is expected in every slot.
  static func homogeneity(_ slots: [GroupFinding]) -> Double? {
    guard slots.count > 1, slots.allSatisfy({ $0.effectiveCalls == nil && $0.calls > 0 }) else { return nil }
    let (unreached, calls) = slots.reduce((0, 0)) { ($0.0 + $1.unreached, $0.1 + $1.calls) }
    let share = Double(unreached) / Double(calls)
    guard slots.allSatisfy({ min(share, 1 - share) * Double($0.calls) >= 1 }) else { return nil }
    let tallies = slots.compactMap { Tally(successes: $0.unreached, trials: $0.calls) }
    return HomogeneityTest.chiSquare(tallies)?.pValue
  }

  static func facts(
    _ calls: SurveyCalls, _ frame: Frame?, _ replication: SurveyCalls.Replication
  ) -> FieldworkFacts {
    let made = Array(calls.calls[replication.calls])
    let dialled = made.filter { $0.disposition != .notAttempted }
    let valid = dialled.filter(\.disposition.isValidCall)
    // The days of calls that were made; of a list that is not filled in, those planned.
    let days = Set((dialled.isEmpty ? made : dialled).compactMap(\.date))
    func practices(_ calls: [SurveyCall]) -> Int { Set(calls.map(\.practice)).count }
    var range: ClosedRange<CalendarDate>?
    if let first = days.min(), let last = days.max() { range = first...last }
    return FieldworkFacts(
      rows: replication.rows, calls: made.count, madeCalls: dialled.count, validCalls: valid.count,
      practicesListed: practices(made), practicesCalled: practices(dialled),
      practicesValid: practices(valid), practicesInFrame: frame?.count, days: range, dayCount: days.count,
      rounds: dialled.map(\.round).max() ?? 1,
      vagueWords: calls.vagueWords,
      replication: calls.replications.count > 1
        ? .init(number: replication.number, count: calls.replications.count) : nil)
  }
}

extension SurveyFindings {
  /// What the first replication's rows of a folder say, where its calls cannot be read; verdicts are not among it.
  ///
  /// - Returns: `nil` when there is no row for all calls together.
  package init?(_ reading: ResultReading, definition: ReachedDefinition) {
    func rows(_ by: String, _ definition: ReachedDefinition) -> [GroupFinding] {
      reading.estimates.filter { $0.by == by && $0.definition == definition.name }
        .map(GroupFinding.init)
    }
    guard let all = rows("all", definition).first else { return nil }
    self.init(
      definition: definition, slots: rows("slot", definition), pooled: rows("pooled", definition), all: all)
    let others = reading.estimates.filter { $0.by == "all" && $0.definition != definition.name }
    otherDefinitions = others.compactMap { row in
      (try? ReachedDefinition(parsing: row.definition)).map {
        OtherDefinition(definition: $0, all: GroupFinding(row), slots: rows("slot", $0))
      }
    }
  }
}
