public import SurveyDesign
public import SurveyStatistics
public import Surveys

/// What one survey found, under one definition of reached, with everything that a report says beside it.
public struct SurveyFindings: Hashable, Sendable {
  /// What counts as reached.
  public var definition: ReachedDefinition
  /// Whether the file only says who was reached, so that no definition of ours was used.
  public var saysOnlyReached = false
  /// Every slot, in the order of the day.
  public var slots: [GroupFinding]
  /// Longer stretches of the day.
  public var pooled: [GroupFinding] = []
  /// All calls together.
  public var all: GroupFinding
  /// The same calls under other definitions: the definition and all calls together.
  public var otherDefinitions: [OtherDefinition] = []
  /// Groupings that were asked for besides the slots.
  public var groupings: [Grouping] = []
  /// How calls ended, slot by slot; empty where only estimates are left.
  public var dispositions: [SlotDispositions] = []
  /// How sure a single verdict is: the risk of a wrong one, to either side.
  public var error = 0.05
  /// The probability of differences between slots as large as these if all had the same share; `nil` where not tested.
  public var slotsDifferP: Double?
  /// The fieldwork behind the calls; `nil` where only estimates are left.
  public var fieldwork: FieldworkFacts?

  /// One definition beside the report's own.
  public struct OtherDefinition: Hashable, Sendable {
    /// What counts as reached.
    public var definition: ReachedDefinition
    /// All calls together.
    public var all: GroupFinding
    /// Every slot.
    public var slots: [GroupFinding]
  }

  /// The groups of one grouping.
  public struct Grouping: Hashable, Sendable {
    /// What they are made by.
    public var by: String
    /// The groups, in natural order, never by rate.
    public var groups: [GroupFinding]
  }

  /// How the calls of one slot ended, not valid ones included.
  public struct SlotDispositions: Hashable, Sendable {
    /// The slot.
    public var slot: String
    /// How many calls ended in each way, in the order of `Disposition`; ways that did not occur are left out.
    public var counts: [Count]

    /// One way to end.
    public struct Count: Hashable, Sendable {
      /// How the calls ended.
      public var disposition: Disposition
      /// How many.
      public var calls: Int
    }
  }

  /// Whether every slot must meet the target by itself and does.
  public var isMetInEverySlot: Bool { !slots.isEmpty && slots.allSatisfy { $0.verdict == .meets } }

  /// How many slots have a verdict, as it may be told.
  public func count(of verdict: Verdict) -> Int { slots.count { $0.toldVerdict == verdict } }

  /// The verdicts that slots have, each with how many, in the order in which they are told.
  var verdictCounts: [(verdict: Verdict, count: Int)] {
    [Verdict.meets, .undecided, .fails].map { ($0, count(of: $0)) }.filter { $0.1 > 0 }
  }

  /// The target of the survey: that of all calls, else the one that every slot shares; `nil` where targets differ.
  public var target: Double? {
    if let target = all.target { return target }
    let targets = Set(slots.compactMap(\.target))
    return targets.count == 1 ? targets.first : nil
  }

  /// Whether any group has a target.
  public var hasTarget: Bool { ([all] + slots + pooled).contains { $0.target != nil } }
}

/// What the calls themselves say about the fieldwork.
public struct FieldworkFacts: Hashable, Sendable {
  /// Rows of the survey: attempts.
  public var rows: Int
  /// Calls of the file, all attempts of each together; planned ones that were not made are among them.
  public var calls: Int
  /// Of these, the calls that were made.
  public var madeCalls: Int
  /// Of these, the calls with an outcome that counts: neither a wrong number nor not attempted.
  public var validCalls: Int
  /// Practices with a call in the file, whether it was made or not.
  public var practicesListed: Int
  /// Practices that were rung.
  public var practicesCalled: Int
  /// Practices with a valid call.
  public var practicesValid: Int
  /// Practices of the frame; `nil` without one.
  public var practicesInFrame: Int?
  /// The first and the last day; `nil` where the file has no dates.
  public var days: ClosedRange<CalendarDate>?
  /// How many different days have a call.
  public var dayCount: Int
  /// Words in the file that left something open, and how they were read.
  public var vagueWords: [SurveyCalls.VagueWord]
  /// Which of the file's simulated surveys these calls are; `nil` where the file has one survey.
  public var replication: ShownReplication?

  /// One simulated survey of several.
  public struct ShownReplication: Hashable, Sendable {
    /// The replication's number.
    public var number: Int
    /// How many the file holds.
    public var count: Int
  }
}
