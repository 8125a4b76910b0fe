extension CallPattern {
  /// How much evenness matters in each kind of group: a practice's own days first, strata last.
  private enum Weight {
    static let practice = 1_000_000_000
    // A slot that is two off may cost the survey two steps of one and must still gain.
    static let slot = 30_000
    static let survey = 10_000
    static let stratum = 100
  }

  /// Spreads the calls over the days: evenly over the survey, within each slot and, as far as can be, each stratum.
  static func assignDays(to calls: inout [Call], shape: Shape, strata: [Int], sets: [[Int]]) {
    if shape.slotsPerPractice > 1, shape.spread == .sameDay {
      let days = daysOfPractices(shape: shape, strata: strata, sets: sets)
      for call in calls.indices { calls[call].day = days[calls[call].place] }
      return
    }
    let isOneCall = shape.slotsPerPractice == 1
    var groups: [[LabelBalancer.Group]] = []
    var start: [Int] = []
    var rank = 0
    for (number, call) in calls.enumerated() {
      rank = number > 0 && calls[number - 1].slot == call.slot ? rank + 1 : 0
      // With one call per practice, counting on through all calls is even in every slot and over the survey. With
      // several, each slot starts a day later, so that a practice's calls begin apart.
      start.append((isOneCall ? number : rank + call.slot) % shape.days)
      let firstStratum = 1 + shape.slots
      let firstPractice = firstStratum + shape.stratumSizes.count
      let ownDays = LabelBalancer.Group(number: firstPractice + call.place, weight: Weight.practice)
      groups.append(
        (isOneCall ? [] : [ownDays]) + [
          .init(number: 0, weight: Weight.survey),
          .init(number: 1 + call.slot, weight: Weight.slot),
          .init(number: firstStratum + strata[call.place], weight: Weight.stratum),
        ])
    }
    var balancer = LabelBalancer(
      labels: start, labelCount: shape.days, groups: groups,
      groupCount: 1 + shape.slots + shape.stratumSizes.count + (isOneCall ? 0 : strata.count))
    balancer.improve(exchangingWithin: slotCells(calls, slots: shape.slots), moves: !isOneCall)
    for call in calls.indices { calls[call].day = balancer.labels[call] }
  }

  /// One day for each practice, even within each slot that it is rung in.
  private static func daysOfPractices(shape: Shape, strata: [Int], sets: [[Int]]) -> [Int] {
    let firstStratum = 1 + shape.slots
    let groups = sets.indices.map { place in
      [LabelBalancer.Group(number: 0, weight: Weight.survey)]
        + sets[place].map { .init(number: 1 + $0, weight: Weight.slot) }
        + [.init(number: firstStratum + strata[place], weight: Weight.stratum)]
    }
    var balancer = LabelBalancer(
      labels: sets.indices.map { $0 % shape.days }, labelCount: shape.days, groups: groups,
      groupCount: firstStratum + shape.stratumSizes.count)
    balancer.improve(exchangingWithin: [Array(sets.indices)], moves: true)
    return balancer.labels
  }

  /// The numbers of the calls of each slot.
  static func slotCells(_ calls: [Call], slots: Int) -> [[Int]] {
    var cells = [[Int]](repeating: [], count: slots)
    for (number, call) in calls.enumerated() { cells[call.slot].append(number) }
    return cells
  }
}
