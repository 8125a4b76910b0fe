internal import Randomness

/// The lists of later rounds.
extension CallPlanner {
  /// Plans the calls of a later round: the next attempt at each open call.
  ///
  /// The slot is the rule's: where it leaves a choice, the slot with the fewest calls up to now among those that have a minute left. Days are
  /// even over the round and within each slot, give or take one, and so are interviewers over the round and within each slot of a day; days and
  /// interviewers are as even within strata as that allows, by the same search that balances the first round. A practice with several calls gets a
  /// day for each as long as there are enough. The minute is drawn anew from those of the slot at which the call was never due or dialled; a call
  /// of ``withoutMinute(_:in:)`` is rung at one of them again.
  ///
  /// - Parameters:
  ///   - round: Its days and slot rule.
  ///   - number: Which round it is, from 2.
  ///   - open: The calls to go on with, in any order; of one practice each in another slot.
  ///   - seed: Where all random numbers come from.
  ///   - replication: Which replication.
  /// - Returns: The calls, in order.
  /// - Complexity: O(*c* · (*s* + log *c*)) for *c* calls and *s* slots, and the bounded search of a first round.
  package func plan(
    _ round: SurveyRound, number: Int, open: [OpenCall], seed: UInt64, replication: UInt64
  ) -> [PlannedCall] {
    func labels(_ count: Int, _ part: Int) -> [Int] {
      var stream = RandomStream(
        seed: seed, replication: replication, practice: UInt64(number), purpose: .roundLabels)
      for _ in 0..<part { _ = stream.next() }
      return stream.permutation(of: count)
    }
    let open = inRandomOrder(open, number, seed, replication)
    let slots = labels(slots.slots.count, 0)
    var callsInSlot = [Int](repeating: 0, count: slots.count)
    let slotOfCall = open.map { call in
      let allowed = slotsLeft(to: call, by: round)
      let slot = slots.filter(allowed.contains).min { callsInSlot[$0] < callsInSlot[$1] } ?? call.homeSlot
      callsInSlot[slot] += 1
      return slot
    }
    // The random order stays within each slot.
    let bySlot = open.indices.sorted { (slotOfCall[$0], $0) < (slotOfCall[$1], $1) }
    let pattern = pattern(of: bySlot.map { (open[$0].practiceIndex, slotOfCall[$0]) }, days: round.days.count)
    let dayLabels = labels(round.days.count, 1)
    let interviewerLabels = labels(interviewers, 2)
    return zip(bySlot, pattern).map { place, part in
      let call = open[place]
      var planned = PlannedCall(
        practiceIndex: call.practiceIndex, slotIndex: part.slot, date: round.days[dayLabels[part.day]],
        due: due(call, slot: part.slot, number, seed, replication),
        interviewer: interviewerLabels[part.interviewer])
      planned.attempt = call.attempts + 1
      planned.homeSlot = call.homeSlot
      return planned
    }.sorted()
  }

  /// The open calls to which a round's rule leaves no slot with a minute at which they were never due or dialled.
  ///
  /// - Complexity: O(*c* · *s* · *m*) for *c* calls, *s* slots and the *m* minutes at which a call was rung.
  package func withoutMinute(_ open: [OpenCall], in round: SurveyRound) -> [OpenCall] {
    open.filter { call in !round.slots(for: call, of: slots.slots.count).contains { hasMinute(call, in: $0) }
    }
  }

  /// The slots of the rule, as far as they have a minute left; all of them if none has.
  private func slotsLeft(to call: OpenCall, by round: SurveyRound) -> [Int] {
    let allowed = round.slots(for: call, of: slots.slots.count)
    let left = allowed.filter { hasMinute(call, in: $0) }
    return left.isEmpty ? allowed : left
  }

  private func hasMinute(_ call: OpenCall, in slot: Int) -> Bool {
    let seconds = secondsOfSlot[slot]
    guard let last = seconds.last else { return false }
    return (seconds.lowerBound / Self.secondsPerMinute...last / Self.secondsPerMinute).contains {
      !call.minutes.contains($0)
    }
  }

  /// Days and interviewers for calls in slot after slot, dealt out as a first round's are.
  private func pattern(of calls: [(practice: Int, slot: Int)], days: Int) -> [CallPattern.Call] {
    var places: [Int: Int] = [:]
    var strata: [Int] = []
    var counts: [Int] = []
    var pattern = calls.map { call in
      let place = places[call.practice] ?? strata.count
      if place == strata.count {
        places[call.practice] = place
        strata.append(stratumOfPractice[call.practice])
        counts.append(0)
      }
      counts[place] += 1
      return CallPattern.Call(place: place, slot: call.slot, day: 0, interviewer: 0)
    }
    var sizes = [Int](repeating: 0, count: stratumCount)
    for stratum in strata { sizes[stratum] += 1 }
    let shape = CallPattern.Shape(
      stratumSizes: sizes, slots: slots.slots.count, slotsPerPractice: counts.max() ?? 1, days: days,
      interviewers: interviewers, spread: .differentDays)
    CallPattern.assignDays(to: &pattern, shape: shape, strata: strata, sets: [])
    CallPattern.assignInterviewers(to: &pattern, shape: shape, strata: strata)
    return pattern
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
