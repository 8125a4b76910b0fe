public import SurveyDesign
public import TelephoneAccess

/// A region, its patients and a survey of it: everything that a simulation needs, checked and complete.
///
/// Every number is within the limits that the key reference states, shares add up, times are in order, and what is named
/// exists. Read one with ``ScenarioDocument``.
public struct Scenario: Equatable, Sendable {
  /// The name, also of the folder of results: letters, digits, hyphens, points and underscores.
  public let name: String
  /// A title for tables and reports.
  public let title: String
  /// What the scenario is; may be empty.
  public let description: String
  /// Where all random numbers come from.
  public var seed: UInt64
  /// How many surveys are simulated, 1 or more.
  public let replications: Int

  /// What the practices look like, for what the frame leaves open, or for all when there is none.
  public let population: PopulationModel
  /// The file of the frame, relative to the working directory; `nil` when the practices are drawn.
  public let frameFile: String?
  /// The practices that were read from ``frameFile``.
  public let frame: Frame?
  /// How patients behave.
  public let patients: PatientModel
  /// Demand by weekday from Monday; 1 for an average day.
  public let weekdayIndex: [Double]
  /// Coefficient of variation of one practice's demand from day to day.
  public let busynessCV: Double

  /// The survey; whoever changes it plans another one than ``canonicalText`` says.
  public var survey: SurveyPlan
  /// Where the parameters come from.
  public let provenance: Provenance

  /// The whole scenario as JSON with every key, no comments, and keys in a fixed order, for people and for digests.
  ///
  /// Reading it from a file in the same folder gives an equal scenario.
  public let canonicalText: String

  /// The parameters whose provenance nobody says; maps, arrays and distributions count as one each.
  public let parametersWithoutProvenance: [DocumentPath]
}

/// Whom to ring, when, how, and what counts as reached.
public struct SurveyPlan: Hashable, Sendable {
  /// The slots of the day, in order.
  public let slots: SlotGrid
  /// Longer stretches whose slots are also reported together.
  public let pooledSlots: [SlotGroup]
  /// The days, in order, each a working day; at least one.
  public var days: [CalendarDate]
  /// Which practices are rung.
  public var sampling: SamplingDesign
  /// In how many slots each is rung.
  public var slotDesign: SlotDesign
  /// The column of the frame within whose groups slots are dealt out evenly; `nil` for none.
  public let slotsBalancedBy: String?
  /// The number of interviewers, 1 or more.
  public var interviewers: Int
  /// What an interviewer does.
  public let fieldwork: FieldworkProtocol
  /// The definitions of reached by which the survey is judged, the default one first, each once.
  ///
  /// Always among them are `ReachedDefinition.agreement` and `ReachedDefinition.person`.
  public let definitions: [ReachedDefinition]
  /// The share not reached that must not be exceeded; `nil` for no target.
  public var target: SurveyTarget?
  /// The method by which intervals are computed, such as `wilson`.
  public let interval: String
  /// The confidence of intervals, from 0.5 to below 1.
  public let confidence: Double

  /// The definition of reached that is used first.
  public var definition: ReachedDefinition { definitions[0] }
}

/// The share of calls not reached that must not be exceeded.
public enum SurveyTarget: Hashable, Sendable {
  /// The same everywhere.
  case everywhere(Double)
  /// By slot or pooled stretch, in the order of the day; others have no target.
  case bySlot([SlotTarget])

  /// A slot or pooled stretch and its target.
  public struct SlotTarget: Hashable, Sendable {
    /// The slot or pooled stretch.
    public let slot: Slot
    /// The share, above 0 and below 1.
    public let rate: Double
  }

  /// The target of a slot or pooled stretch, if it has one.
  public func rate(for slot: Slot) -> Double? {
    switch self {
    case .everywhere(let rate): rate
    case .bySlot(let targets): targets.first { $0.slot == slot }?.rate
    }
  }
}
