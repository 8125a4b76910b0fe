package import SurveyDesign
package import SurveyStatistics

/// How long one group of a survey's calls waited for a person.
package struct SurveyWaits: Equatable, Sendable {
  /// What the group is made by.
  package var by: String
  /// The group.
  package var group: String
  /// Calls whose caller waited until a person answered, or rang back as promised.
  package var answered = 0
  /// Calls whose caller waited and was not answered, so that the wait is censored: the hold limit, ringing in vain, a call cut off, or a
  /// promise to ring back that was not kept.
  package var censored = 0
  /// Calls that met a message or a busy tone, for which no waiting would have helped.
  package var notWaiting = 0
  /// Calls that waited, with no wait written down; they are in none of the counts before.
  package var unknown = 0
  /// How limits are made; `nil` where there are none, because all calls are of one practice.
  package var variance: KaplanMeier.Variance? = .greenwood
  /// The wait within which half of the callers would be answered if none gave up, in seconds.
  package var median = KaplanMeier.Estimate()
  /// The same for nine tenths.
  package var ninetieth = KaplanMeier.Estimate()
  /// The shares answered within ``limits``, if none gave up.
  package var within: [KaplanMeier.Estimate] = []

  /// Within how many seconds shares are stated.
  package static let limits = [60, 120, 180, 300, 600]

  /// The quantiles without their limits.
  package var quantiles: SurveyTables.WaitQuantiles {
    .init(median: median.value, ninetieth: ninetieth.value)
  }

  /// Calls in the curve.
  package var calls: Int { answered + censored }

  /// Names a group without a call.
  package init(by: String, group: String) {
    self.by = by
    self.group = group
    within = Self.limits.map { _ in KaplanMeier.Estimate() }
  }
}

/// What a call's end says about its wait for a person.
package enum WaitEnd {
  /// A person answered.
  case answered
  /// The caller waited and was not answered, so that the wait is at least so long.
  case censored
  /// The caller met a message or a busy tone: no waiting would have helped.
  case notWaiting

  /// What a call's end says; `nil` for calls that are not valid.
  ///
  /// Whoever is promised to be rung back keeps the place in line and waits until the practice rings: that is an answer, and the wait is the
  /// time until then. A promise that was not kept within a day is censored then.
  package init?(_ disposition: Disposition, waitSeconds: Double?) {
    switch disposition {
    case .answeredByDoctor, .answeredByStaff, .forwardedAnswered, .acuteLineAnswered, .refused:
      self = .answered
    case .callbackPromised: self = waitSeconds.map { $0 < Self.wholeDay } ?? true ? .answered : .censored
    case .holdLimit, .noAnswer, .cutOff: self = .censored
    case .referralMessage, .messageWithoutReferral, .messageToOutOfHours, .referralUnanswered, .busy:
      self = .notWaiting
    case .wrongNumber, .notAttempted: return nil
    }
  }

  /// What is noted of a promise that was not kept, in seconds.
  private static let wholeDay = 86_400.0
}

extension SurveyAnalysis {
  /// How long the calls of every group waited.
  ///
  /// Practices count by their weights. Where a practice was called several times in a group, or weights differ, practices are clusters
  /// and the variance is the infinitesimal jackknife; strata do not make it smaller.
  ///
  /// - Complexity: O(*c* log *c*) for *c* calls.
  package func waits(_ grouping: SurveyGrouping, in replication: SurveyCalls.Replication) -> [SurveyWaits] {
    var waits = grouping.labels.map { SurveyWaits(by: grouping.by, group: $0) }
    var observations = [[KaplanMeier.Observation]](repeating: [], count: waits.count)
    for place in replication.calls {
      let group = grouping.group(of: place)
      let call = calls.calls[place]
      guard group >= 0, let end = WaitEnd(call.disposition, waitSeconds: call.waitSeconds) else { continue }
      let isAnswered: Bool
      switch end {
      case .notWaiting:
        waits[group].notWaiting += 1
        continue
      case .answered: isAnswered = true
      case .censored: isAnswered = false
      }
      guard let wait = call.waitSeconds else {
        waits[group].unknown += 1
        continue
      }
      if isAnswered { waits[group].answered += 1 } else { waits[group].censored += 1 }
      observations[group].append(
        .init(wait: wait, isAnswered: isAnswered, weight: weights[call.practice], cluster: call.practice))
    }
    for group in waits.indices {
      waits[group].estimate(observations[group], confidence: estimator.confidence)
    }
    return waits
  }
}

extension SurveyWaits {
  /// Estimates everything from the group's calls.
  fileprivate mutating func estimate(_ observations: [KaplanMeier.Observation], confidence: Double) {
    let observations = observations.filter { $0.weight > 0 }
    guard let first = observations.first else { return }
    let practices = Set(observations.map(\.cluster)).count
    let standAlone =
      practices == observations.count && observations.allSatisfy { $0.weight == first.weight }
    variance = standAlone ? .greenwood : practices > 1 ? .clusters : nil
    // Equal weights are as good as none.
    let counted =
      standAlone
      ? observations.map { KaplanMeier.Observation(wait: $0.wait, isAnswered: $0.isAnswered) } : observations
    guard
      let curve = KaplanMeier(counted, variance: standAlone ? .greenwood : .clusters, confidence: confidence)
    else { return }
    median = limited(curve.quantile(0.5))
    ninetieth = limited(curve.quantile(0.9))
    within = Self.limits.map { seconds in
      let waiting = limited(curve.waiting(after: Double(seconds)))
      return .init(
        value: waiting.value.map { 1 - $0 }, lower: waiting.upper.map { 1 - $0 },
        upper: waiting.lower.map { 1 - $0 })
    }
  }

  /// One practice's calls tell nothing of how practices differ.
  private func limited(_ estimate: KaplanMeier.Estimate) -> KaplanMeier.Estimate {
    variance == nil ? .init(value: estimate.value) : estimate
  }
}
