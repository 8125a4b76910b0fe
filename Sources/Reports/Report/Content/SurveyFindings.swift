package import SurveyDesign
package import SurveyStatistics
package import Surveys

/// What one survey found, under one definition of reached, with everything that a report says beside it.
package struct SurveyFindings: Equatable, Sendable {
  /// What counts as reached.
  package var definition: ReachedDefinition
  /// Whether the file only says who was reached, so that no definition of ours was used.
  package var saysOnlyReached = false
  /// Every slot, in the order of the day.
  package var slots: [GroupFinding]
  /// Longer stretches of the day.
  package var pooled: [GroupFinding] = []
  /// All calls together.
  package var all: GroupFinding
  /// The same calls under other definitions: the definition and all calls together.
  package var otherDefinitions: [OtherDefinition] = []
  /// Groupings that were asked for besides the slots.
  package var groupings: [Grouping] = []
  /// How calls ended, slot by slot; empty where only estimates are left.
  package var dispositions: [SlotDispositions] = []
  /// How sure a single verdict is: the risk of a wrong one, to either side.
  package var error = 0.05
  /// The probability of differences between slots as large as these if all had the same share; `nil` where not tested.
  package var slotsDifferP: Double?
  /// The fieldwork behind the calls; `nil` where only estimates are left.
  package var fieldwork: FieldworkFacts?

  /// One definition beside the report's own.
  package struct OtherDefinition: Equatable, Sendable {
    /// What counts as reached.
    package var definition: ReachedDefinition
    /// All calls together.
    package var all: GroupFinding
    /// Every slot.
    package var slots: [GroupFinding]
  }

  /// The groups of one grouping.
  package struct Grouping: Equatable, Sendable {
    /// What they are made by.
    package var by: String
    /// The groups, in natural order, never by rate.
    package var groups: [GroupFinding]
  }

  /// How the calls of one slot ended, not valid ones included.
  package struct SlotDispositions: Equatable, Sendable {
    /// The slot.
    package var slot: String
    /// How many calls ended in each way, in the order of `Disposition`; ways that did not occur are left out.
    package var counts: [Count]

    /// One way to end.
    package struct Count: Hashable, Sendable {
      /// How the calls ended.
      package var disposition: Disposition
      /// How many.
      package var calls: Int
    }
  }

  /// Whether every slot must meet the target by itself and does.
  package var isMetInEverySlot: Bool { !slots.isEmpty && slots.allSatisfy { $0.verdict == .meets } }

  /// How many slots have a verdict, as it may be told.
  package func count(of verdict: Verdict) -> Int { slots.count { $0.toldVerdict == verdict } }

  /// The verdicts that slots have, each with how many, in the order in which they are told.
  var verdictCounts: [(verdict: Verdict, count: Int)] {
    [Verdict.meets, .undecided, .fails].map { ($0, count(of: $0)) }.filter { $0.1 > 0 }
  }

  /// The target of the survey: that of all calls, else the one that every slot shares; `nil` where targets differ.
  package var target: Double? {
    if let target = all.target { return target }
    let targets = Set(slots.compactMap(\.target))
    return targets.count == 1 ? targets.first : nil
  }

  /// Whether any group has a target.
  package var hasTarget: Bool { ([all] + slots + pooled).contains { $0.target != nil } }
}

/// What the calls themselves say about the fieldwork.
package struct FieldworkFacts: Equatable, Sendable {
  /// Rows of the survey: attempts.
  package var rows: Int
  /// Calls of the file, all attempts of each together; planned ones that were not made are among them.
  package var calls: Int
  /// Of these, the calls that were made.
  package var madeCalls: Int
  /// Of these, the calls with an outcome that counts: neither a wrong number nor not attempted.
  package var validCalls: Int
  /// Practices with a call in the file, whether it was made or not.
  package var practicesListed: Int
  /// Practices that were rung.
  package var practicesCalled: Int
  /// Practices with a valid call.
  package var practicesValid: Int
  /// Practices of the frame; `nil` without one.
  package var practicesInFrame: Int?
  /// The first and the last day on which practices were rung first; `nil` where the file has no dates.
  package var days: ClosedRange<CalendarDate>?
  /// How many different days have a first call.
  package var dayCount: Int
  /// The round of the latest call, from 1.
  package var rounds = 1
  /// Words in the file that left something open, and how they were read.
  package var vagueWords: [SurveyCalls.VagueWord]
  /// Which of the file's simulated surveys these calls are; `nil` where the file has one survey.
  package var replication: ShownReplication?

  /// One simulated survey of several.
  package struct ShownReplication: Equatable, Sendable {
    /// The replication's number.
    package var number: Int
    /// How many the file holds.
    package var count: Int
  }
}
