internal import Randomness
internal import SurveyDesign  // the case holdLimit

/// Which day of which replication a telephone lives through.
struct DayAddress {
  var seed: UInt64
  var replication: UInt64
  /// Days since 1970-01-01: a part of every stream's address.
  var day: Int
  /// Monday is 0.
  var weekday: Int
}

/// How a practice's day begins and ends.
extension Exchange {
  /// Begins a day for every practice of a group: an empty telephone, closed, with the day's callers ahead of it.
  ///
  /// They live along until the plan asks for one of them: see ``count(_:)``.
  mutating func open(group: Int, on day: DayAddress) {
    for place in plan.places(ofGroup: group) { open(plan.members[place], on: day) }
  }

  private mutating func open(_ practice: PracticePlace, on day: DayAddress) {
    let planned = plan.practices[practice]
    pool.removeAll(from: &phones[practice].waiting)
    pool.removeAll(from: &phones[practice].priorityWaiting)
    pool.removeAll(from: &phones[practice].callsToCome)

    let key = planned.dayKey(day.day)
    func stream(_ purpose: Purpose) -> WyRand {
      WyRand(seed: day.seed, replication: day.replication, practice: key, purpose: purpose)
    }
    var index = day.weekday < plan.weekdayIndex.count ? plan.weekdayIndex[day.weekday] : 1
    if let shape = plan.busynessShape {
      var busyness = stream(.busyness)
      index *= busyness.standardGamma(shape: shape) / shape
    }
    trace(.day(index: index), of: practice, at: .midnight)

    var phone = Phone()
    phone.period = planned.firstPeriod
    phone.firstCount = plan.firstUncounted
    phone.lastAnswerer = planned.endOfAnswerers &- 1
    phone.agenda.timetable = plan.periods[Int(planned.firstPeriod)].end
    phone.touchesFrom = plan.periods[Int(planned.firstPeriod)].touchesFrom
    if index > 0, planned.firstSegment < planned.endOfSegments {
      phone.arrivals = ArrivalProcess(
        keys: stream(.arrivals), inverseIndex: min(1 / index, 1e300), segment: planned.firstSegment,
        end: planned.endOfSegments)
    }
    phones[practice] = phone
    for place in planned.answererPlaces { callEnds[place] = .none }
    for number in 0..<Self.mostForeseen { foreseenEnds[foreseenPlace(number, of: practice)] = .midnight }
    makeList(of: practice)
    drawFreshCalls(of: practice)
    if let burst = planned.burst { addBurst(burst, index: index, of: practice, stream(.openingBurst)) }
    addFixedCalls(of: practice, stream(.fixedArrivals))
    if plan.hasProfessionals { addProfessionals(of: practice, stream(.professionals)) }
  }

  /// Lets a practice whose day has begun, and where nothing has happened yet, count for the traffic.
  ///
  /// Partners that only live along do not: how many of them there are depends on who forwards to whom, and traffic is to be
  /// that of the practices asked for.
  ///
  /// - Returns: Whether it did not count before.
  mutating func count(_ practice: PracticePlace) -> Bool {
    guard phones[practice].firstCount == plan.firstUncounted else { return false }
    let planned = plan.practices[practice]
    phones[practice].firstCount = planned.firstCount
    for place in planned.firstDuty..<planned.endOfDuty {
      let duty = plan.duty[Int(place)]
      traffic[Int(planned.firstCount) &+ duty.slot].onDuty &+= duty.time
    }
    return true
  }

  /// Draws the opening burst: a Poisson number of calls with exponential delays, in order.
  ///
  /// The gaps between ordered exponential delays are exponential themselves, each with the mean delay divided by the number
  /// still to come. Source: Rényi (1953), "On the theory of order statistics", Acta Mathematica Hungarica 4.
  private mutating func addBurst(
    _ burst: OpeningBurst, index: Double, of practice: PracticePlace, _ stream: WyRand
  ) {
    var keys = stream
    let count = keys.poisson(mean: min(burst.calls * index, 1e9))
    var delay = 0.0
    for drawn in 0..<count {
      let key = keys.next()
      let gap = plan.callers.tables.standardExponential(from: key)
      delay += burst.meanDelay * 1000 * gap / Double(count - drawn)
      setAside(patientCall(of: practice, at: Instant(burst.at) + Int(min(delay, 86_400_000)), key: key))
    }
    insertCallsSetAside(of: practice)
  }

  /// Puts the callers at fixed times on the list.
  private mutating func addFixedCalls(of practice: PracticePlace, _ stream: WyRand) {
    let planned = plan.practices[practice]
    guard planned.firstFixedTime < planned.endOfFixedTimes else { return }
    var keys = stream
    for place in planned.firstFixedTime..<planned.endOfFixedTimes {
      setAside(patientCall(of: practice, at: plan.fixedTimes[Int(place)], key: keys.next()))
    }
    insertCallsSetAside(of: practice)
  }

  /// Draws the professionals' calls of the day and puts them on the list; those at fixed times are drawn after the random ones.
  private mutating func addProfessionals(of practice: PracticePlace, _ stream: WyRand) {
    let planned = plan.practices[practice]
    var keys = stream
    var (segment, expected) = (Int(planned.firstProfessionalSegment), 0.0)
    while segment < planned.endOfProfessionalSegments {
      let key = keys.next()
      expected += plan.callers.tables.standardExponential(from: key)
      while expected >= plan.segments[segment].through { segment &+= 1 }
      guard segment < planned.endOfProfessionalSegments else { break }
      setAside(PatientCall(key: key, time: plan.segments[segment].time(of: expected), kind: .professional))
    }
    for place in planned.firstProfessionalTime..<planned.endOfProfessionalTimes {
      setAside(PatientCall(key: keys.next(), time: plan.fixedTimes[Int(place)], kind: .professional))
    }
    insertCallsSetAside(of: practice)
  }

  /// A patient's first try; urgent where the practice has a line for it.
  @inline(__always)
  private func patientCall(of practice: PracticePlace, at time: Instant, key: UInt64) -> PatientCall {
    PatientCall(key: key, time: time, kind: plan.practices[practice].ways.kind(ofFreshCall: key))
  }

  /// Counts the callers who never got an answer, after the last event of a group's day.
  mutating func close(group: Int) {
    for place in plan.places(ofGroup: group) {
      let practice = plan.members[place]
      // No caller hangs up any more, so that a long queue needs no heap.
      phones[practice].waiting.root = -1
      phones[practice].priorityWaiting.root = -1
      while !phones[practice].waiting.isEmpty {
        call = pool.removeFirst(from: &phones[practice].waiting)
        countAsStillWaiting()
      }
      while !phones[practice].priorityWaiting.isEmpty {
        call = pool.removeFirst(from: &phones[practice].priorityWaiting)
        countAsStillWaiting()
      }
      // Behind a message without end a probe never gets to ring the substitute.
      while !phones[practice].callsToCome.isEmpty {
        call = pool.removeFirst(from: &phones[practice].callsToCome)
        countAsStillWaiting()
      }
    }
  }

  /// What a caller has waited who never gave up and was never answered.
  static var wholeDay: Int { 86_400_000 }

  private mutating func countAsStillWaiting() {
    let since = call.since
    if call.isTraffic {
      traffic[call.slot].stillWaiting += 1
    } else if call.isCallback {
      // An interviewer's note says already that the practice has not rung back.
      if call.isVirtual { settle(.callbackPromised, wait: Self.wholeDay, end: since + Self.wholeDay) }
    } else {
      settle(.holdLimit, wait: Self.wholeDay, end: since + Self.wholeDay)
    }
  }
}
