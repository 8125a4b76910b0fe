/// The timetable moves on.
extension Exchange {
  /// Answerers who come begin at once, and those who leave finish their calls.
  mutating func turnTimetable(of practice: PracticePlace, at time: Instant) {
    phones[practice].period += 1
    let period = plan.periods[Int(phones[practice].period)]
    phones[practice].agenda.timetable = period.end
    phones[practice].touchesFrom = period.touchesFrom
    phones[practice].state = period.state
    if case .staffed(let answerers, let answerer) = period.state {
      phones[practice].answerer = answerer
      setAnswerers(of: practice, to: answerers)
    }
    trace(.timetable(period.state), of: practice, at: time)
    releaseAnswerers(of: practice, at: time)
  }

  /// Sets how many answer from now on.
  ///
  /// On duty are the answerers whose calls end last: an answerer leaves after the call in hand, and until then the practice
  /// takes no more calls than there are answerers on duty.
  private mutating func setAnswerers(of practice: PracticePlace, to answerers: Int) {
    guard answerers != Int(phones[practice].answerers) else { return }
    let last = Int(phones[practice].lastAnswerer)
    phones[practice].unusualUntil = callEnds[last].time
    phones[practice].answerers = Int32(answerers)
    phones[practice].freeFrom = answerers == 0 ? .never : callEnds[last &- answerers &+ 1].time
  }
}
