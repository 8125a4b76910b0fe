/// The skeleton of a call plan: places instead of practices, numbers instead of slots, days and interviewers.
///
/// It depends on nothing but the shape of the survey, so it is worked out once. A replication only shuffles
/// who stands at which place of a stratum and which slot, day and interviewer plays which part. That makes the plan random,
/// and keeps it balanced.
struct CallPattern: Sendable {
  /// What the pattern was made for.
  let shape: Shape

  /// The calls, slot after slot, and in a slot place after place.
  let calls: [Call]

  /// All that a pattern depends on.
  struct Shape: Equatable, Sendable {
    /// How many practices are rung in each stratum; their places follow one another.
    var stratumSizes: [Int]
    /// How many slots there are.
    var slots: Int
    /// How many of them each practice is rung in.
    var slotsPerPractice: Int
    /// How many days there are.
    var days: Int
    /// How many interviewers there are.
    var interviewers: Int
    /// Whether a practice's calls go to different days.
    var spread: DaySpread
  }

  /// One call of the pattern; every part is a number from 0.
  struct Call: Hashable, Sendable {
    var place: Int
    var slot: Int
    var day: Int
    var interviewer: Int
  }

  init(_ shape: Shape) {
    self.shape = shape
    let practices = shape.stratumSizes.reduce(0, +)
    let rotation = SlotRotation(
      practices: practices, slots: shape.slots, perPractice: shape.slotsPerPractice)
    let sets = rotation.dealt(toStrataOf: shape.stratumSizes, slots: shape.slots)
    var calls: [Call] = []
    for slot in 0..<shape.slots {
      for place in sets.indices where sets[place].contains(slot) {
        calls.append(Call(place: place, slot: slot, day: 0, interviewer: 0))
      }
    }
    let strata = shape.stratumSizes.enumerated().flatMap { [Int](repeating: $0, count: $1) }
    Self.assignDays(to: &calls, shape: shape, strata: strata, sets: sets)
    Self.assignInterviewers(to: &calls, shape: shape, strata: strata)
    self.calls = calls
  }
}

/// Whether the calls to one practice are spread over days.
package enum DaySpread: String, CaseIterable, Equatable, Sendable {
  /// Each call on a day of its own, or as many days as there are when there are too few.
  case differentDays = "different-days"
  /// All calls to a practice on one day.
  case sameDay = "same-day"
}
