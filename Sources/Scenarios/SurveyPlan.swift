package import SurveyDesign
package import SurveyStatistics
package import TelephoneAccess

/// Whom to ring, when, how, and what counts as reached.
package struct SurveyPlan: Equatable, Sendable {
  /// The slots of the day, in order.
  package internal(set) var slots = SurveyPlan.hourly
  /// Longer stretches whose slots are also reported together.
  package internal(set) var pooledSlots: [SlotGroup] = []
  /// The rounds, in order, at least one; a scenario without rounds has the one that its days and attempts describe.
  package internal(set) var rounds: [SurveyRound] = []
  /// The days of the first round, in order, each a working day; at least one.
  package var days: [CalendarDate] {
    get { rounds.first?.days ?? [] }
    set {
      if rounds.isEmpty { rounds = [SurveyRound(days: newValue)] } else { rounds[0].days = newValue }
    }
  }
  /// Which practices are rung.
  package var sampling = SamplingDesign.census
  /// Practices that later rounds ring in place of those that turn out to be none; `nil` for none.
  package var reserves: Reserves?
  /// In how many slots each is rung.
  package var slotDesign = SlotDesign.onePerPractice
  /// The column of the frame within whose groups slots are dealt out evenly; `nil` for none.
  package internal(set) var slotsBalancedBy: String?
  /// The number of interviewers, 1 or more.
  package var interviewers = 4
  /// What an interviewer does.
  package internal(set) var fieldwork = FieldworkProtocol()
  /// The definitions of reached by which the survey is judged, the default one first, each once.
  ///
  /// Always among them are `ReachedDefinition.agreement` and `ReachedDefinition.person`.
  package internal(set) var definitions = [ReachedDefinition.agreement, .person]
  /// The share not reached that must not be exceeded; `nil` for no target.
  package var target: SurveyTarget?
  /// The method by which intervals are computed.
  package internal(set) var interval = IntervalMethod.wilson
  /// The confidence of intervals, from 0.5 to below 1.
  package internal(set) var confidence = ConfidenceLevel.usual

  /// The definition of reached that is used first.
  package var definition: ReachedDefinition { definitions[0] }

  /// The days and rounds as they are written; ``rounds`` together.
  var statedDays: [CalendarDate]?
  var statedRounds: [StatedRound]?
  /// The most attempts at one call in all rounds together; ``rounds`` have it too.
  var attemptsInAll: Int?
  /// Longer stretches of the day as they are written; ``pooledSlots`` once the slots are known.
  var pooledStretches: [Slot] = []
  /// The definitions of the user's own, and the name of the one that is used first; ``definitions`` together.
  var ownDefinitions: [ReachedDefinition] = []
  var definitionName = ReachedDefinition.agreement.name

  /// A plan of standards, without days.
  init() {}

  /// Hourly slots from 8 to 16.
  private static let hourly: SlotGrid = {
    let day = (TimeOfDay(hour: 8), TimeOfDay(hour: 16))
    guard let from = day.0, let to = day.1, let hours = Slot(from: from, to: to),
      let grid = try? SlotGrid(dividing: hours)
    else { preconditionFailure("8 to 16 is no stretch of the day") }
    return grid
  }()

  /// Works out what `days`, `attempts`, `attempt_gap_seconds` and `rounds` say together; `false` for a round without days.
  private mutating func completeRounds() -> Bool {
    let stated = statedRounds ?? [StatedRound()]
    rounds = stated.enumerated().compactMap { place, stated in
      guard let days = stated.days ?? (place == 0 ? statedDays : nil) else { return nil }
      var round = SurveyRound(days: days)
      round.whom = stated.whom ?? (place == 0 ? .all : .notReached)
      round.slotRule = stated.slotRule
      round.attempts = stated.attempts ?? fieldwork.attempts
      round.attemptGap = stated.attemptGap ?? fieldwork.attemptGap
      round.attemptsInAll = attemptsInAll
      return round
    }
    guard rounds.count == stated.count, let first = rounds.first else { return false }
    fieldwork.attempts = first.attempts
    fieldwork.attemptGap = first.attemptGap
    return true
  }

  /// Works out what two keys say together; `false` where one of them is faulty.
  mutating func complete() -> Bool {
    let named = [.agreement, .person] + ownDefinitions
    guard
      let first = named.first(where: { $0.name == definitionName })
        ?? (try? ReachedDefinition(parsing: definitionName))
    else { return false }
    guard completeRounds() else { return false }
    definitions = [first] + named.filter { $0.name != first.name }
    if case .within(let target) = target {
      guard let judged = try? target.definition(first) else { return false }
      definitions = [judged] + definitions.filter { $0.name != judged.name }
    }
    pooledSlots = pooledStretches.compactMap { try? slots.group($0) }
    return pooledSlots.count == pooledStretches.count
  }
}
