package import SurveyDesign
package import SurveyStatistics

/// How far the fieldwork is: what of the drawn list has been done, what is left and what is overdue.
///
/// A call is done once an attempt at it was made, whatever came of it. It is overdue when its day has passed without one.
package struct FieldworkProgress: Sendable {
  /// The state of some calls.
  package struct Count: Hashable, Sendable {
    /// Calls of the list.
    package var planned = 0
    /// Those that were made.
    package var done = 0
    /// Those of them that were dialled after their slot had ended.
    package var late = 0
    /// Those not made whose day has passed.
    package var overdue = 0

    /// Those that are still to be made on their day.
    package var left: Int { planned - done - overdue }
  }

  /// A group of calls and its state.
  package struct Group: Hashable, Sendable {
    /// The interviewer, slot or day.
    package var label: String
    /// The state of its calls.
    package var count: Count

    /// Names a group.
    package init(label: String, count: Count) {
      self.label = label
      self.count = count
    }
  }

  /// All calls together.
  package let all: Count
  /// The calls of each interviewer, by name.
  package let interviewers: [Group]
  /// The calls of each slot, in the order of the day.
  package let slots: [Group]
  /// The calls of each day.
  package let days: [Group]
  /// How the calls ended that were made, in the order of the dispositions; those that did not occur are left out.
  package let dispositions: [(disposition: Disposition, calls: Int)]
  /// How the calls that were made ended, in the order in which they were made.
  package let outcomes: [(disposition: Disposition, waitSeconds: Double?)]

  /// The state of a survey.
  ///
  /// - Parameters:
  ///   - joined: The lists that have come back; the drawn list with them says what there is to do, without one their own rows do.
  ///   - today: The day before which calls should have been made.
  /// - Complexity: O(*c* log *c*) for *c* calls.
  package init(_ joined: JoinedCalls, today: CalendarDate) {
    let attempts = Dictionary(grouping: joined.calls, by: \.key)
    var seen = Set<ListedCall.Key>()
    let planned = (joined.plan.isEmpty ? joined.calls : joined.plan).filter { seen.insert($0.key).inserted }
    var states: [(call: ListedCall, last: ListedCall?, count: Count)] = []
    for call in planned {
      let made = attempts[call.key, default: []].filter(\.isMade)
      var count = Count(planned: 1)
      if made.isEmpty {
        count.overdue = call.date.map { $0 < today } ?? false ? 1 : 0
      } else {
        count.done = 1
        let isLate = made.allSatisfy { attempt in
          guard let dialled = attempt.dialled, let slot = call.slot else { return false }
          return dialled >= slot.to
        }
        count.late = isLate ? 1 : 0
      }
      states.append((call, made.last, count))
    }
    let slots = Set(states.compactMap(\.call.slot)).sorted()
    let days = Set(states.compactMap(\.call.date)).sorted()
    let names = NaturalOrder.sorted(states.compactMap { $0.last?.interviewer ?? $0.call.interviewer })
    func group(_ label: String, _ isMember: (ListedCall, ListedCall?) -> Bool) -> Group {
      Group(label: label, count: states.filter { isMember($0.call, $0.last) }.map(\.count).reduce(Count(), +))
    }
    all = states.map(\.count).reduce(Count(), +)
    interviewers = names.map { name in group(name) { ($1?.interviewer ?? $0.interviewer) == name } }
    self.slots = slots.map { slot in group(slot.label) { call, _ in call.slot == slot } }
    self.days = days.map { day in group(day.description) { call, _ in call.date == day } }
    let last = states.compactMap(\.last).sorted { $0.wasMade(before: $1) }
    outcomes = last.compactMap { call in call.disposition.map { ($0, call.waitSeconds) } }
    let ended = outcomes.map(\.disposition)
    dispositions = Disposition.allCases.map { disposition in (disposition, ended.count { $0 == disposition })
    }
    .filter { $0.1 > 0 }
  }

  /// What a sequential plan says after the calls made so far, in their order.
  package func state(of plan: SequentialPlan, definition: ReachedDefinition) -> SequentialState {
    var state = SequentialState(calls: 0, unreached: 0, decision: .goOn)
    for outcome in outcomes where outcome.disposition.isValidCall {
      guard
        let isReached = definition.isReached(
          disposition: outcome.disposition, waitSeconds: outcome.waitSeconds)
      else { continue }
      state.calls += 1
      if !isReached { state.unreached += 1 }
      state.decision = plan.decision(unreached: state.unreached, calls: state.calls)
      if state.decision != .goOn { break }
    }
    return state
  }

  /// Where a sequential plan stands.
  package struct SequentialState: Equatable, Sendable {
    /// Valid calls that were counted: all so far, or those up to the one that decided.
    package var calls: Int
    /// Those of them that did not reach the practice.
    package var unreached: Int
    /// What to do.
    package var decision: SequentialPlan.Decision
  }
}

extension FieldworkProgress.Count {
  fileprivate static func + (left: Self, right: Self) -> Self {
    Self(
      planned: left.planned + right.planned, done: left.done + right.done, late: left.late + right.late,
      overdue: left.overdue + right.overdue)
  }
}

extension ListedCall {
  /// Whether it was made before another, by day, then by time, then by place in the list.
  fileprivate func wasMade(before other: ListedCall) -> Bool {
    let (day, otherDay) = (date?.dayNumber ?? 0, other.date?.dayNumber ?? 0)
    if day != otherDay { return day < otherDay }
    let (time, otherTime) = (dialled ?? due, other.dialled ?? other.due)
    if let time, let otherTime, time != otherTime { return time < otherTime }
    return precedes(other)
  }
}
