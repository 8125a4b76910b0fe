internal import Randomness

/// The lists of later rounds.
extension CallPlanner {
  /// Plans the calls of a later round: the next attempt at each open call.
  ///
  /// The slot is the rule's: where it leaves a choice, the slot with the fewest calls up to now. Days are even over the round and
  /// within each slot, give or take one, and so are interviewers over the round and within each slot of a day. A practice
  /// with several calls gets a day for each as long as there are enough, and days are then even over the round first. The minute is drawn anew from those of the slot at which the
  /// call was never due or dialled; only a slot without another is rung at one of them again.
  ///
  /// - Parameters:
  ///   - round: Its days and slot rule.
  ///   - number: Which round it is, from 2.
  ///   - open: The calls to go on with, in any order; of one practice each in another slot.
  ///   - seed: Where all random numbers come from.
  ///   - replication: Which replication.
  /// - Returns: The calls, in order.
  /// - Complexity: O(*c* · (*s* + log *c*)) for *c* calls and *s* slots, and *c* · *d* for *d* days where practices have several calls.
  package func plan(
    _ round: SurveyRound, number: Int, open: [OpenCall], seed: UInt64, replication: UInt64
  ) -> [PlannedCall] {
    func labels(_ count: Int, _ part: Int) -> [Int] {
      var stream = RandomStream(
        seed: seed, replication: replication, practice: UInt64(number), purpose: .roundLabels)
      for _ in 0..<part { _ = stream.next() }
      return stream.permutation(of: count)
    }
    var calls = inRandomOrder(open, number, seed, replication).map { call in
      (open: call, slot: call.homeSlot, day: 0, interviewer: 0)
    }
    let slots = labels(slots.slots.count, 0)
    var callsInSlot = [Int](repeating: 0, count: slots.count)
    for place in calls.indices {
      let allowed = round.slots(for: calls[place].open, of: slots.count)
      let slot = slots.filter(allowed.contains).min { callsInSlot[$0] < callsInSlot[$1] }
      calls[place].slot = slot ?? calls[place].open.homeSlot
      callsInSlot[calls[place].slot] += 1
    }
    // The random order stays within each slot.
    let bySlot = calls.indices.sorted { (calls[$0].slot, $0) < (calls[$1].slot, $1) }
    var days = DayDealer(slots: slots.count, days: round.days.count, calls: calls.map(\.open.practiceIndex))
    for place in bySlot {
      calls[place].day = days.deal(to: calls[place].open.practiceIndex, slot: calls[place].slot)
    }
    let byHour = bySlot.sorted {
      (calls[$0].slot, calls[$0].day, $0) < (calls[$1].slot, calls[$1].day, $1)
    }
    for (turn, place) in byHour.enumerated() { calls[place].interviewer = turn % interviewers }

    let dayLabels = labels(round.days.count, 1)
    let interviewerLabels = labels(interviewers, 2)
    return calls.map { call in
      var planned = PlannedCall(
        practiceIndex: call.open.practiceIndex, slotIndex: call.slot, date: round.days[dayLabels[call.day]],
        due: due(call.open, slot: call.slot, number, seed, replication),
        interviewer: interviewerLabels[call.interviewer])
      planned.attempt = call.open.attempts + 1
      planned.homeSlot = call.open.homeSlot
      return planned
    }.sorted()
  }

  /// Open calls in the order of a number that each draws from its practice's own stream.
  private func inRandomOrder(
    _ open: [OpenCall], _ round: Int, _ seed: UInt64, _ replication: UInt64
  ) -> [OpenCall] {
    open.map { call in
      var stream = RandomStream(
        seed: seed, replication: replication, practice: keys[call.practiceIndex], purpose: .roundOrder)
      for _ in 2..<round { _ = stream.next() }
      return (number: stream.next(), call: call)
    }.sorted {
      ($0.number, $0.call.practiceIndex, $0.call.homeSlot) < (
        $1.number, $1.call.practiceIndex, $1.call.homeSlot
      )
    }.map(\.call)
  }

  /// A whole second of a slot, in a minute at which the call was never due or dialled; all equally likely.
  ///
  /// Each slot and round has a draw of its own, so that what a practice's other calls do changes none.
  private func due(
    _ call: OpenCall, slot: Int, _ round: Int, _ seed: UInt64, _ replication: UInt64
  ) -> TimeOfDay {
    var stream = RandomStream(
      seed: seed, replication: replication, practice: keys[call.practiceIndex], purpose: .roundInstant)
    for _ in 0..<((round - 2) * slots.slots.count + slot) { _ = stream.next() }
    let seconds = secondsOfSlot[slot]
    let free = seconds.filter { !call.minutes.contains($0 / Self.secondsPerMinute) }
    let choice = free.isEmpty ? Array(seconds) : free
    guard !choice.isEmpty else { return slots.slots[slot].from }
    let second = choice[stream.integer(below: choice.count)]
    return TimeOfDay(milliseconds: second * TimeOfDay.millisecondsPerSecond)
  }

  private static let secondsPerMinute = TimeOfDay.millisecondsPerMinute / TimeOfDay.millisecondsPerSecond
}

extension SurveyRound {
  /// The slots among which the rule leaves the choice for a call: the one rule for interviewers, probes and lists.
  ///
  /// - Parameters:
  ///   - call: The call that the rounds before left open.
  ///   - count: How many slots there are.
  /// - Returns: At least one place in the list of slots.
  package func slots(for call: OpenCall, of count: Int) -> [Int] {
    switch slotRule {
    case .same: return [call.homeSlot]
    case .any: return Array(0..<count)
    case .other:
      let others = (0..<count).filter { !call.slotsTried.contains($0) }
      return others.isEmpty ? Array(0..<count) : others
    }
  }
}

/// Deals days out evenly: over the round, within each slot, and apart for the calls of one practice.
private struct DayDealer {
  private let days: Int
  /// Calls dealt so far: with one call a practice, counting on is even in every slot and over the round.
  private var dealt = 0
  private let hasSeveral: Bool
  private var inSlot: [[Int]]
  private var all: [Int]
  private var ofPractice: [Int: [Int]] = [:]

  init(slots: Int, days: Int, calls: [Int]) {
    self.days = days
    hasSeveral = Set(calls).count < calls.count
    inSlot = .init(repeating: .init(repeating: 0, count: days), count: hasSeveral ? slots : 0)
    all = .init(repeating: 0, count: days)
  }

  mutating func deal(to practice: Int, slot: Int) -> Int {
    guard hasSeveral else {
      defer { dealt += 1 }
      return dealt % days
    }
    let own = ofPractice[practice] ?? []
    func load(_ day: Int) -> (Int, Int, Int) { (own.count { $0 == day }, all[day], inSlot[slot][day]) }
    let day = (0..<days).min { load($0) < load($1) } ?? 0
    ofPractice[practice, default: []].append(day)
    inSlot[slot][day] += 1
    all[day] += 1
    return day
  }
}
