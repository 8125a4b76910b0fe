import SurveyDesign
import TelephoneAccess

extension TraceEvent {
  /// The same event where practices have other positions.
  func renumbered(_ position: (Int) -> Int) -> TraceEvent {
    let kind: Kind =
      switch kind {
      case .forwarded(let partner): .forwarded(to: position(partner))
      case .followsReferral(let partner): .followsReferral(to: position(partner))
      case .day, .timetable, .calls, .endsInMenu, .acceptsCallback, .ringsBack, .answered, .acuteLineAnswered,
        .queues, .rings, .busyTone, .balks,
        .hangsUp,
        .meetsOff, .redials, .displaced:
        kind
      }
    return TraceEvent(time: time, practice: position(practice), caller: caller, kind: kind)
  }
}

extension DatedEvent {
  /// The same event where practices have other positions.
  func renumbered(_ position: (Int) -> Int) -> DatedEvent {
    var dated = self
    dated.event = event.renumbered(position)
    return dated
  }
}

extension CallAttempt {
  /// The same attempt where practices have other positions.
  func renumbered(_ position: (Int) -> Int) -> CallAttempt {
    var attempt = self
    attempt.practice = position(practice)
    return attempt
  }
}

extension RandomScenario {
  /// The same scenario with its practices in another order.
  ///
  /// - Parameter order: For each new position, the old one.
  func reordered(_ order: [Int]) -> RandomScenario {
    var position = order
    for (new, old) in order.enumerated() { position[old] = new }
    var scenario = self
    scenario.region.practices = order.map { old in
      var practice = region.practices[old]
      practice.telephone.partner = practice.telephone.partner.map { position[$0] }
      return practice
    }
    scenario.plan.calls = plan.calls.map { call in
      var call = call
      call.practiceIndex = position[call.practiceIndex]
      return call
    }
    scenario.plan.practiceDays = plan.practiceDays.map {
      PracticeDay(practice: position[$0.practice], date: $0.date)
    }
    return scenario
  }
}

extension [DatedEvent] {
  /// The events of one practice.
  func of(_ practice: Int) -> [DatedEvent] { filter { $0.event.practice == practice } }
}
