extension CallPattern {
  /// How much evenness matters in each kind of group: the calls that fall due in the same hour first.
  private enum Weight {
    static let hourOfDay = 10_000
    static let day = 100
    static let stratum = 100
  }

  /// Beyond so many counters the simple rotation is left as it is.
  private static let mostCounters = 10_000_000

  /// Interpenetrates the interviewers: each gets a like share of every slot, day and stratum.
  ///
  /// Taking turns through the calls, ordered by slot and day, gives each interviewer the same number of calls, give or take
  /// one, over the survey, in every slot, and in every slot of every day. Exchanges within a slot keep the first two and
  /// even out days and strata. No interviewer's manner can then pass for a difference between hours.
  /// Source: P. C. Mahalanobis, "Recent Experiments in Statistical Sampling in the Indian Statistical Institute"
  /// (1946), on interpenetrating samples.
  static func assignInterviewers(to calls: inout [Call], shape: Shape, strata: [Int]) {
    let order = calls.indices.sorted { first, second in
      let (left, right) = (calls[first], calls[second])
      return (left.slot, left.day, left.place) < (right.slot, right.day, right.place)
    }
    var start = [Int](repeating: 0, count: calls.count)
    var hours = [Int](repeating: 0, count: calls.count)
    var hourCount = 0
    for (turn, number) in order.enumerated() {
      start[number] = turn % shape.interviewers
      let isNewHour =
        turn == 0 || calls[order[turn - 1]].slot != calls[number].slot
        || calls[order[turn - 1]].day != calls[number].day
      if isNewHour { hourCount += 1 }
      hours[number] = hourCount - 1
    }
    let groupCount = hourCount + shape.days + shape.stratumSizes.count
    if groupCount <= mostCounters / shape.interviewers {
      let groups = calls.enumerated().map { number, call in
        [
          LabelBalancer.Group(number: hours[number], weight: Weight.hourOfDay),
          .init(number: hourCount + call.day, weight: Weight.day),
          .init(number: hourCount + shape.days + strata[call.place], weight: Weight.stratum),
        ]
      }
      var balancer = LabelBalancer(
        labels: start, labelCount: shape.interviewers, groups: groups, groupCount: groupCount)
      balancer.improve(exchangingWithin: slotCells(calls, slots: shape.slots), moves: false)
      start = balancer.labels
    }
    for call in calls.indices { calls[call].interviewer = start[call] }
  }
}
