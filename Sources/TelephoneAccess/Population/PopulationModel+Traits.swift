internal import Randomness
internal import SurveyDesign

extension PopulationModel {
  /// The lines of a practice with a system and a number of GPs.
  func lines(of system: TelephoneSystem, gps: Int) -> Int {
    let answerers = staffing.map { $0.answerers.value(gps: gps) }.max() ?? 0
    return switch system {
    case .queue: queueLines.lines(answerers: answerers)
    case .busyTone: busyToneLines.lines(answerers: answerers)
    }
  }

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
  package func timetable(for traits: PracticeTraits, gps: Int) -> Timetable {
    var borders = [opens, closes]
    for period in staffing { borders += [period.from, period.to] }
    for stretch in whenOff { borders += [stretch.from, stretch.to] }
    if let lunch = traits.lunch { borders += [lunch.from, lunch.to] }
    if let last = traits.lastAnswer { borders.append(last) }
    borders = Set(borders.filter { $0 >= opens && $0 <= closes }).sorted()

    var periods: [TimetablePeriod] = []
    for (from, to) in zip(borders, borders.dropFirst()) {
      let state = state(from: from, traits: traits, gps: gps)
      if let last = periods.last, last.state == state {
        periods[periods.count - 1].to = to
      } else {
        periods.append(.init(from: from, to: to, state: state))
      }
    }
    return Timetable(periods)
  }

  /// The state from a border on.
  private func state(from time: TimeOfDay, traits: PracticeTraits, gps: Int) -> TelephoneState {
    let atLunch = traits.lunch.map { $0.contains(time) } ?? false
    let over = traits.lastAnswer.map { time >= $0 } ?? false
    if !atLunch, !over, let period = staffing.first(where: { $0.from <= time && time < $0.to }) {
      return .staffed(answerers: period.answerers.value(gps: gps), by: period.answeredBy)
    }
    let stretch = whenOff.firstIndex { $0.from <= time && time < $0.to }
    return stretch.flatMap { $0 < traits.whenOff.count ? .off(traits.whenOff[$0]) : nil } ?? Timetable.closed
  }

  /// When the patients of a practice call.
  package func demand(listedPatients: Int) -> PatientDemand {
    let perDay = callsPer1000Listed * Double(listedPatients) / 1000
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

  /// Adds rates that may overlap.
  private static func sum(_ rates: [RatePeriod]) -> [RatePeriod] {
    let borders = Set(rates.flatMap { [$0.from, $0.to] }).sorted()
    return zip(borders, borders.dropFirst()).map { from, to in
      let rate = rates.filter { $0.from <= from && to <= $0.to }.reduce(0) { $0 + $1.callsPerHour }
      return RatePeriod(from: from, to: to, callsPerHour: rate)
    }
  }
}
