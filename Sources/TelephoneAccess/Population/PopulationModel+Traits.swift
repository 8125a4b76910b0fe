internal import Randomness
internal import SurveyDesign

extension PopulationModel {
  /// The lines of a practice with some traits.
  func lines(of traits: PracticeTraits, gps: Int, listedPatients: Int) -> Int {
    let answerers =
      staffing.indices.map { self.answerers(in: $0, of: traits, gps: gps, listedPatients: listedPatients) }
      .max() ?? 0
    return switch traits.system {
    case .queue: queueLines.lines(answerers: answerers)
    case .busyTone: busyToneLines.lines(answerers: answerers)
    }
  }

  /// Whether some practices offer to ring back.
  var offersCallbacks: Bool { callbackShare.steps.contains { $0.value > 0 } }

  /// What such a practice offers.
  func callbackOffer(gps: Int) -> CallbackOffer {
    CallbackOffer(fromWaiting: callbackFromWaiting, acceptedShare: callbackAcceptedShare.value(gps: gps))
  }

  /// Whether answerers depend on the list in some stretch.
  var staffsByList: Bool { staffing.contains { $0.answerersPer1000Listed != nil } }

  /// The answerers of a practice in a stretch of ``staffing``: those that its size has, or those that its list asks for.
  ///
  /// By the list they are `scale · answerers per 1,000 · (list / 1,000)^list exponent · (calls factor)^calls exponent`. A fraction
  /// of an answerer is a whole one in that share of practices.
  func answerers(in stretch: Int, of traits: PracticeTraits, gps: Int, listedPatients: Int) -> Int {
    let period = staffing[stretch]
    let bySize = period.answerers.value(gps: gps)
    guard let rate = period.answerersPer1000Listed, listedPatients > 0 else { return bySize }
    var exact = staffingScale * rate
    exact *= PortableMath.pow(Double(listedPatients) / 1000, staffingListExponent)
    if staffingCallsExponent > 0 { exact *= PortableMath.pow(traits.callsFactor, staffingCallsExponent) }
    return max(bySize, Int(min(exact, Self.mostAnswerers) + traits.staffingPlace))
  }

  /// More than any practice has.
  private static let mostAnswerers = 1000.0

  /// The practices that are none any more, dealt by quota over sizes: as many in every region as the share says.
  func invalidPractices(_ practices: [(streamKey: UInt64, gps: Int)], seed: UInt64) -> Set<Int> {
    guard invalidShare > 0, !practices.isEmpty else { return [] }
    let keys = practices.map { practice in
      var stream = RandomStream(
        seed: seed, replication: 0, practice: practice.streamKey, purpose: .invalidity)
      return (stream.next(), practice.streamKey)
    }
    let order = EvenOrder(Array(practices.indices), classes: practices.map { [$0.gps] }) {
      keys[$0] < keys[$1]
    }
    .practices()
    let count = Quota.counts([invalidShare], of: order.count)
    let turns = zip(order, Quota.inTurn(count, of: order.count))
    return Set(turns.compactMap { practice, category in category == nil ? nil : practice })
  }

  /// Draws a practice's number of listed patients.
  func drawList(gps: Int, using stream: inout RandomStream) -> Int {
    let sd = listSize.mean * listSize.cv
    for _ in 0..<Self.mostListDraws {
      let perGP = listSize.mean + sd * stream.standardNormal()
      if perGP >= listSize.smallest, perGP <= listSize.largest { return Int(perGP * Double(gps) + 0.5) }
    }
    return Int(min(max(listSize.mean, listSize.smallest), listSize.largest) * Double(gps) + 0.5)
  }

  /// Draws of a list size before the mean is taken: only limits far from the mean ever get there.
  private static let mostListDraws = 1000

  /// The telephone day of a practice with some traits.
  ///
  /// - Complexity: O(*s* log *s*) for *s* stretches of ``staffing`` and ``whenOff``.
  package func timetable(for traits: PracticeTraits, gps: Int, listedPatients: Int = 0) -> Timetable {
    var borders = [opens, closes]
    for period in staffing { borders += [period.from, period.to] }
    for stretch in whenOff { borders += [stretch.from, stretch.to] }
    if let lunch = traits.lunch { borders += [lunch.from, lunch.to] }
    if let last = traits.lastAnswer { borders.append(last) }
    borders = Set(borders.filter { $0 >= opens && $0 <= closes }).sorted()

    var periods: [TimetablePeriod] = []
    for (from, to) in zip(borders, borders.dropFirst()) {
      let state = state(from: from, traits: traits, gps: gps, listedPatients: listedPatients)
      if let last = periods.last, last.state == state {
        periods[periods.count - 1].to = to
      } else {
        periods.append(.init(from: from, to: to, state: state))
      }
    }
    return Timetable(periods)
  }

  /// The state from a border on.
  private func state(
    from time: TimeOfDay, traits: PracticeTraits, gps: Int, listedPatients: Int
  ) -> TelephoneState {
    let atLunch = traits.lunch.map { $0.contains(time) } ?? false
    let over = traits.lastAnswer.map { time >= $0 } ?? false
    if !atLunch, !over, let stretch = staffing.firstIndex(where: { $0.from <= time && time < $0.to }) {
      return .staffed(
        answerers: answerers(in: stretch, of: traits, gps: gps, listedPatients: listedPatients),
        by: staffing[stretch].answeredBy)
    }
    let stretch = whenOff.firstIndex { $0.from <= time && time < $0.to }
    return stretch.flatMap { $0 < traits.whenOff.count ? .off(traits.whenOff[$0]) : nil } ?? Timetable.closed
  }

  /// When the patients of a practice call.
  ///
  /// - Parameters:
  ///   - listedPatients: Its list.
  ///   - factor: Its patients' calls, relative to those of an average practice with such a list.
  package func demand(listedPatients: Int, factor: Double = 1) -> PatientDemand {
    var perDay = callsPer1000Listed * Double(listedPatients) / 1000
    if callsListExponent != 1, listedPatients > 0 {
      perDay *= PortableMath.pow(Double(listedPatients) / 1000, callsListExponent - 1)
    }
    perDay *= factor
    var demand = PatientDemand()
    demand.fixedTimes = fixedCalls.sorted()
    let first = callShares.min { $0.from < $1.from }
    var rates = callsPerHour
    for window in callShares {
      let scattered = window == first ? 1 - burstShare : 1
      let hours = Double(window.to.milliseconds - window.from.milliseconds) / 3_600_000
      rates.append(
        .init(from: window.from, to: window.to, callsPerHour: perDay * window.share * scattered / hours))
    }
    demand.rates = Self.sum(rates)
    if let first, burstShare > 0, perDay > 0 {
      demand.burst = OpeningBurst(
        at: first.from, calls: perDay * first.share * burstShare, meanDelay: burstMeanDelay)
    }
    return demand
  }

  /// When professionals ring a practice with such a list.
  package func professionalDemand(listedPatients: Int) -> PatientDemand {
    guard let professionals else { return PatientDemand() }
    let perDay = professionals.callsPer1000Listed * Double(listedPatients) / 1000
    var demand = PatientDemand()
    demand.rates = Self.sum(
      professionals.callsPerHour
        + professionals.callShares.map { window in
          let hours = Double(window.to.milliseconds - window.from.milliseconds) / 3_600_000
          return RatePeriod(from: window.from, to: window.to, callsPerHour: perDay * window.share / hours)
        })
    return demand
  }

  /// Adds rates that may overlap.
  private static func sum(_ rates: [RatePeriod]) -> [RatePeriod] {
    let borders = Set(rates.flatMap { [$0.from, $0.to] }).sorted()
    return zip(borders, borders.dropFirst()).map { from, to in
      let rate = rates.filter { $0.from <= from && to <= $0.to }.reduce(0) { $0 + $1.callsPerHour }
      return RatePeriod(from: from, to: to, callsPerHour: rate)
    }
  }
}
