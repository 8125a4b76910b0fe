internal import SurveyDesign  // the case busy

/// What becomes of patients and professionals who got no answer.
extension Exchange {
  /// Every line is taken.
  mutating func meetBusyTone(of practice: PracticePlace, at time: Instant) {
    trace(.busyTone, of: practice, at: time, call.key)
    guard call.isTraffic else {
      return settle(.busy, wait: time - call.since, end: time)
    }
    traffic[call.slot].blocked += 1
    tryAgain(after: .busy, at: time)
  }

  /// The patient hears that there is a queue and goes.
  mutating func balk(of practice: PracticePlace, at time: Instant) {
    trace(.balks, of: practice, at: time, call.key)
    traffic[call.slot].balked += 1
    tryAgain(after: .abandonment, at: time)
  }

  /// The patient redials later in the day, or gives up.
  @inline(__always)
  mutating func tryAgain(after reason: Failure, at time: Instant) {
    if call.kind == .professional { return professionalTriesAgain(after: reason, at: time) }
    let (key, home) = (call.key, call.home)
    if call.redials < plan.callers.mostRedials, plan.callers.redials(key, after: reason) {
      let next = time + plan.callers.draw(reason.delay, .redialDelay, key: key)
      if next < plan.practices[home].closes {
        trace(.redials(at: next.milliseconds), of: home, at: time, key)
        redial(at: next)
        let kind = call.kind == .urgent ? .urgent : plan.practices[home].ways.kind(ofOrdinaryCall: call.key)
        return insert(PatientCall(call, kind: kind), of: home)
      }
    }
    giveUp(at: time)
  }

  /// The professional redials later in the day, or gives up; none turns to the out-of-hours service.
  @inline(never)
  private mutating func professionalTriesAgain(after reason: Failure, at time: Instant) {
    let (key, home) = (call.key, call.home)
    guard call.redials < plan.callers.mostRedialsOfProfessionals,
      plan.callers.professionalRedials(key, after: reason)
    else { return }
    let next = time + plan.callers.draw(reason.professionalDelay, .redialDelay, key: key)
    guard next < plan.practices[home].closes else { return }
    trace(.redials(at: next.milliseconds), of: home, at: time, key)
    redial(at: next)
    insert(PatientCall(call, kind: .professional), of: home)
  }

  /// Makes the call the same caller's next try.
  @inline(__always)
  mutating func redial(at time: Instant) {
    let earlier = call.key
    call.redial(at: time)
    if Watcher.isOn { tracer.recognise(call.key, as: earlier) }
  }

  /// The patient fails for the day; some turn to the out-of-hours service, but no professional does.
  mutating func giveUp(at time: Instant) {
    if call.kind != .professional, plan.callers.displaces(call.key, at: time) {
      traffic[call.slot].displaced += 1
      trace(.displaced, of: call.home, at: time, call.key)
    }
  }
}

/// What makes a patient think of trying again.
enum Failure {
  /// Every line was taken.
  case busy
  /// The patient gave up in a queue or at its message.
  case abandonment
  /// It rang in vain.
  case noAnswer

  /// How long the patient lets pass.
  var delay: DurationKind {
    switch self {
    case .busy: .redialAfterBusy
    case .abandonment: .redialAfterAbandonment
    case .noAnswer: .redialAfterNoAnswer
    }
  }

  /// How long a professional lets pass.
  var professionalDelay: DurationKind {
    switch self {
    case .busy: .professionalRedialAfterBusy
    case .abandonment: .professionalRedialAfterAbandonment
    case .noAnswer: .professionalRedialAfterNoAnswer
    }
  }
}
