internal import SurveyDesign
internal import SurveyStatistics

extension SurveyAnalysis {
  /// The rates of groups that go across slots, each slot counting by its length.
  ///
  /// A group needs a valid call in every slot: of all slots, and of a longer stretch of the day in the stretch's. One
  /// without has no rate; an hour in which it was not rung cannot be estimated.
  ///
  /// - Complexity: O(*c*) for *c* calls.
  func hourRates(
    _ grouping: SurveyGrouping, _ definition: ReachedDefinition, in replication: SurveyCalls.Replication
  ) -> [SurveyRate] {
    let isNeeded = slotsNeeded(grouping, in: replication)
    var placeOfSlot: [Int?] = []
    var lengths: [Double] = []
    for (slot, isNeeded) in zip(calls.slots, isNeeded) {
      placeOfSlot.append(isNeeded ? lengths.count : nil)
      if isNeeded { lengths.append(Double(slot.milliseconds)) }
    }
    let together = samples(grouping, definition, in: replication)
    // Groups times slots may be far more than there are calls: only a group with a call for each is taken apart.
    var firstPart: [Int?] = []
    var partCount = 0
    for sample in together {
      let isLargeEnough = sample.observations.count >= lengths.count
      firstPart.append(isLargeEnough ? partCount : nil)
      if isLargeEnough { partCount += lengths.count }
    }
    let parts = samples(partCount, definition, in: replication) { place in
      let group = grouping.group(of: place)
      guard group >= 0, let first = firstPart[group], let slot = placeOfSlot[calls.calls[place].slot] else {
        return Int(SurveyGrouping.none)
      }
      return first + slot
    }
    let design = design(definition, in: replication)
    return together.enumerated().map { group, sample in
      var rate = rate(sample, design, grouping, group)
      rate.estimate = RateEstimate(
        calls: rate.estimate.calls, unreached: rate.estimate.unreached, invalid: rate.estimate.invalid)
      rate.bounds = nil
      guard let first = firstPart[group] else { return rate }
      let slots = parts[first..<(first + lengths.count)]
      rate.estimate = estimator.estimate(
        slots: slots.map(\.observations), lengths: lengths, in: design, invalid: sample.invalid)
      rate.bounds = Self.bounds(slots.map(\.bounds), lengths)
      return rate
    }
  }

  /// Whether each slot belongs to a rate: those of the stretch for a stretch of the day, all of them otherwise.
  private func slotsNeeded(
    _ grouping: SurveyGrouping, in replication: SurveyCalls.Replication
  ) -> [Bool] {
    var isNeeded = [Bool](repeating: !grouping.isPooled, count: calls.slots.count)
    guard grouping.isPooled else { return isNeeded }
    for place in replication.calls where grouping.group(of: place) >= 0 {
      isNeeded[calls.calls[place].slot] = true
    }
    return isNeeded
  }

  /// The bounds of each slot, weighted by its length; `nil` if a slot has none.
  private static func bounds(_ slots: [ConfidenceInterval?], _ lengths: [Double]) -> ConfidenceInterval? {
    let known = slots.compactMap { $0 }
    guard !known.isEmpty, known.count == slots.count else { return nil }
    let whole = lengths.reduce(0, +)
    return ConfidenceInterval(
      lower: zip(known, lengths).reduce(0) { $0 + $1.0.lower * $1.1 } / whole,
      upper: zip(known, lengths).reduce(0) { $0 + $1.0.upper * $1.1 } / whole)
  }
}

extension RateEstimator {
  /// Estimates the share not reached over slots that count by their lengths.
  ///
  /// Post-stratification by slot (Holt and Smith 1979). With equal weights and one call per practice the slots are the
  /// strata, and the variance is Σ(L/ΣL)²·p(1 − p)/(n − 1); otherwise practices are clusters within the frame's strata, so
  /// that what a practice's calls in two slots have in common counts. A single slot is estimated as always. A slot
  /// with one practice leaves no standard error and no interval, and a slot without a call no rate.
  ///
  /// A slot whose calls all ended alike has no variance here, however few they are. The interval then has the distances to
  /// the bounds of such slots' own intervals, weighted, squared and added to its own: the method of variance estimates
  /// recovery of Zou and Donner (2008, Statistics in Medicine 27:1693). The standard error stays that of linearisation;
  /// design effect and effective calls are not known.
  ///
  /// - Complexity: O(*n*) for *n* calls.
  func estimate(
    slots: [[Observation]], lengths: [Double], in design: CallDesign, invalid: Int
  ) -> RateEstimate {
    var observations = slots.flatMap { $0 }
    guard slots.count > 1 else { return estimate(observations, in: design, invalid: invalid) }
    var estimate = RateEstimate(
      calls: observations.count, unreached: observations.count { $0.isUnreached }, invalid: invalid)
    guard slots.allSatisfy({ !$0.isEmpty }) else { return estimate }
    let places = slots.enumerated().flatMap { place, slot in [Int](repeating: place, count: slot.count) }
    if Self.isBinomial(observations) {
      for (index, place) in places.enumerated() { observations[index].stratum = place }
    }
    let populations = Dictionary(uniqueKeysWithValues: lengths.enumerated().map { ($0, $1) })
    let sample = try? Self.sample(observations)?.postStratified(by: places, populations: populations)
    guard
      let share = try? sample?.mean(of: observations.map { $0.isUnreached ? 1 : 0 })?.withinItsObservations
    else {
      return estimate
    }
    estimate.rate = share.value
    guard share.degreesOfFreedom > 0, slots.allSatisfy({ Set($0.map(\.practice)).count > 1 }) else {
      return estimate
    }
    estimate.standardError = share.standardError
    estimate.interval = share.shareInterval(method: method, confidence: confidence)
    let alike = zip(slots, lengths).filter { slot, _ in
      slot.allSatisfy { $0.isUnreached == slot.first?.isUnreached }
    }
    // When no slot varies, the interval goes by the effective number of practices and lacks nothing.
    guard !alike.isEmpty, alike.count < slots.count else {
      estimate.designEffect = share.designEffect
      estimate.effectiveCalls = share.effectiveSize
      return estimate
    }
    let whole = lengths.reduce(0, +)
    estimate.interval = estimate.interval.flatMap {
      widened($0, around: share.value, by: alike.map { (slot: $0, weight: $1 / whole) })
    }
    return estimate
  }

  /// An interval with the distances that slots whose calls all ended alike have to their own bounds squared and added.
  private func widened(
    _ interval: ConfidenceInterval, around rate: Double, by slots: [(slot: [Observation], weight: Double)]
  ) -> ConfidenceInterval? {
    var (below, above) = (rate - interval.lower, interval.upper - rate)
    (below, above) = (below * below, above * above)
    for (slot, weight) in slots {
      // Strata left aside: two practices of two strata would have no interval.
      let observations = slot.map {
        Observation(practice: $0.practice, stratum: 0, weight: $0.weight, isUnreached: $0.isUnreached)
      }
      let estimate = estimate(observations, invalid: 0)
      guard let share = estimate.rate, let own = estimate.interval else { return nil }
      below += weight * weight * (share - own.lower) * (share - own.lower)
      above += weight * weight * (own.upper - share) * (own.upper - share)
    }
    return ConfidenceInterval(
      lower: max(0, rate - below.squareRoot()), upper: min(1, rate + above.squareRoot()))
  }
}
