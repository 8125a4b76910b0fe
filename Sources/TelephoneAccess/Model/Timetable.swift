package import SurveyDesign

/// Who answers the telephone.
package enum Answerer: String, CaseIterable, Equatable, Sendable, BitwiseCopyable {
  case doctor, staff
}

/// What a caller meets: answerers, or a telephone that is off.
package enum TelephoneState: Equatable, Sendable, BitwiseCopyable {
  /// So many answerers, 0 or more, serve the queue; with 0 it only grows.
  case staffed(answerers: Int, by: Answerer)
  /// The telephone takes no newcomers; the answerers serve those already waiting.
  case off(OffState)
}

/// A stretch of the day with one telephone state, `from` included and `to` not.
package struct TimetablePeriod: Equatable, Sendable {
  /// When the period begins.
  package var from: TimeOfDay
  /// When it ends, after `from`.
  package var to: TimeOfDay
  /// What a caller meets in it.
  package var state: TelephoneState

  /// Creates a period.
  package init(from: TimeOfDay, to: TimeOfDay, state: TelephoneState) {
    self.from = from
    self.to = to
    self.state = state
  }
}

/// A practice's telephone day: periods in order, without a gap between the first and the last.
///
/// ```swift
/// let timetable = Timetable([
///   TimetablePeriod(from: eight, to: noon, state: .staffed(answerers: 2, by: .staff)),
///   TimetablePeriod(from: noon, to: four, state: .off(.referralMessage)),
/// ])
/// timetable.state(at: ten)  // staffed by two
/// ```
///
/// Before the first period and after the last the practice is closed: a message sends callers to the out-of-hours service.
package struct Timetable: Equatable, Sendable {
  /// The periods in order.
  package private(set) var periods: [TimetablePeriod]

  /// Creates a timetable from periods that do not overlap; gaps become closed time.
  ///
  /// - Complexity: O(*p* log *p*) for *p* periods.
  package init(_ periods: [TimetablePeriod]) {
    let ordered = periods.filter { $0.from < $0.to }.sorted { $0.from < $1.from }
    self.periods = []
    for period in ordered {
      if let last = self.periods.last {
        precondition(last.to <= period.from, "timetable periods overlap")
        if last.to < period.from {
          self.periods.append(.init(from: last.to, to: period.from, state: Self.closed))
        }
      }
      self.periods.append(period)
    }
  }

  /// What callers meet outside every period.
  package static let closed = TelephoneState.off(.messageToOutOfHours)

  /// The state at a time of day.
  package func state(at time: TimeOfDay) -> TelephoneState {
    periods.last { $0.from <= time }.flatMap { time < $0.to ? $0.state : nil } ?? Self.closed
  }

  /// The largest number of answerers at any time.
  package var mostAnswerers: Int {
    periods.reduce(0) { most, period in
      if case .staffed(let answerers, _) = period.state { max(most, answerers) } else { most }
    }
  }

  /// Whether calls are forwarded in some period.
  package var forwards: Bool {
    periods.contains { $0.state == .off(.forwarding) }
  }
}
