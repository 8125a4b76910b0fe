import SurveyDesign
import TelephoneAccess
import Testing

/// When patients call, against the laws that the model states, with fixed seeds.
@Suite("Patients call as the model says")
struct ArrivalTests {
  @Test("counts per hour are Poisson with the rates of the hours")
  func counts() {
    // Half hours of their own, an hour without calls, and a stretch of two hours at one rate.
    let rates = [
      RatePeriod(from: .minute(480), to: .minute(510), callsPerHour: 60),
      RatePeriod(from: .minute(510), to: .minute(540), callsPerHour: 40),
      RatePeriod(from: .hour(9), to: .hour(11), callsPerHour: 20),
      RatePeriod(from: .hour(12), to: .hour(13), callsPerHour: 5),
    ]
    let expected: [Double] = [0, 50, 20, 20, 0, 5, 0]
    var lab = ArrivalLab(hours: 7..<14)
    lab.demand.rates = rates
    let days = lab.traffic(days: 100).map { $0.map(\.freshCalls) }
    var deviation = 0.0
    for day in days {
      for (count, mean) in zip(day, expected) {
        // An hour without a rate has no calls; the last entry is for times outside every slot.
        if mean == 0 { #expect(count == 0) } else { deviation += square(Double(count) - mean) / mean }
      }
      #expect(day[7] == 0)
    }
    // Index of dispersion: the sum of (N − λ)²/λ over 400 hours has mean 400 and is nearly chi-square.
    // scipy.stats.chi2.ppf([0.0005, 0.9995], 400) gives 313.43 and 499.67: a chance of 0.1 % to say no to the truth.
    #expect((313.43...499.67).contains(deviation), "\(deviation)")
    for hour in expected.indices where expected[hour] > 0 {
      let mean = Double(days.reduce(0) { $0 + $1[hour] }) / 100
      #expect(abs(mean - expected[hour]) <= 4 * (expected[hour] / 100).squareRoot())
    }
  }

  @Test("within a stretch of constant rate calls are uniform")
  func uniform() {
    var lab = ArrivalLab(hours: 8..<10)
    lab.demand.rates = [RatePeriod(from: .hour(8), to: .hour(9), callsPerHour: 50)]
    let times = lab.events(days: 40).compactMap(\.freshCall)
    let hour = Double(TimeOfDay.millisecondsPerHour)
    let sample = times.map { (Double($0) + 0.5) / hour - 8 }
    #expect(sample.count > 1800)
    #expect(kolmogorovDistance(sample) { $0 } < criticalDistance(sample.count))
  }

  @Test("gaps between calls are exponential")
  func gaps() {
    var lab = ArrivalLab(hours: 8..<18)
    lab.demand.rates = [RatePeriod(from: .hour(8), to: .hour(18), callsPerHour: 60)]
    let days = lab.events(days: 4)
    var gaps: [Double] = []
    for (one, next) in zip(days.compactMap(\.freshCall), days.compactMap(\.freshCall).dropFirst())
    where next > one {
      gaps.append(Double(next - one) / 60_000)
    }
    #expect(gaps.count > 2200)
    #expect(kolmogorovDistance(gaps) { 1 - exponential(-$0) } < criticalDistance(gaps.count))
  }

  @Test("the opening burst is Poisson with exponential delays")
  func burst() {
    var lab = ArrivalLab(hours: 8..<10)
    lab.demand.burst = OpeningBurst(at: .hour(8), calls: 20, meanDelay: 120)
    let days = 150
    let times = lab.events(days: days).compactMap(\.freshCall)
    // Mean 20 a day within four standard errors of √20/√150.
    let mean = Double(times.count) / Double(days)
    #expect(abs(mean - 20) <= 4 * (20.0 / Double(days)).squareRoot(), "\(mean)")
    let delays = times.map { (Double($0 - TimeOfDay.hour(8).milliseconds) + 0.5) / 120_000 }
    #expect(delays.allSatisfy { $0 > 0 })
    #expect(kolmogorovDistance(delays) { 1 - exponential(-$0) } < criticalDistance(delays.count))
    // Counts vary as Poisson does: the variance of a sample variance is (μ₄ − σ⁴)/n, with μ₄ = 3·20² + 20.
    let counts = lab.traffic(days: days).map {
      Double($0[0].freshCalls + $0[1].freshCalls + $0[2].freshCalls)
    }
    let variance = counts.reduce(0) { $0 + square($1 - 20) } / Double(days)
    #expect(abs(variance - 20) <= 4 * ((3 * 400 + 20 - 400) / Double(days)).squareRoot(), "\(variance)")
  }

  @Test("a weekday's index multiplies random calls and burst, and leaves fixed calls alone")
  func weekdays() {
    let index = [1.25, 1.03, 0.92, 0.5, 0]
    for weekday in 0..<7 {
      var lab = ArrivalLab(hours: 8..<10)
      lab.demand.rates = [RatePeriod(from: .hour(9), to: .hour(10), callsPerHour: 30)]
      lab.demand.burst = OpeningBurst(at: .hour(8), calls: 10, meanDelay: 5)
      lab.demand.fixedTimes = [.hour(11), .hour(11), .hour(12)]
      lab.weekdayIndex = index
      // 6 April 2015 was a Monday; days beyond the list have index 1.
      lab.date = CalendarDate(year: 2015, month: 4, day: 6 + weekday) ?? .first
      let factor = weekday < 5 ? index[weekday] : 1
      let days = lab.traffic(days: 60)
      for (slot, expected) in [(0, 10.0), (1, 30.0)] {
        let mean = Double(days.reduce(0) { $0 + $1[slot].freshCalls }) / 60
        #expect(abs(mean - expected * factor) <= 4 * (expected * factor / 60).squareRoot(), "day \(weekday)")
      }
      #expect(days.allSatisfy { $0[2].freshCalls == 3 })
    }
  }

  @Test(
    "busyness has mean 1 and the stated coefficient of variation, times the weekday's index",
    arguments: [0.2, 0.5, 1])
  func busyness(cv: Double) {
    var lab = ArrivalLab(hours: 8..<10)
    lab.busynessCV = cv
    lab.weekdayIndex = [1, 1, 2, 1, 1]
    lab.date = CalendarDate(year: 2015, month: 4, day: 8) ?? .first
    let index = lab.events(days: 1500).compactMap { event -> Double? in
      if case .day(let index) = event.kind { index / 2 } else { nil }
    }
    let count = Double(index.count)
    let mean = index.reduce(0, +) / count
    let variance = index.reduce(0) { $0 + square($1 - mean) } / (count - 1)
    // Gamma of shape 1/cv²: variance cv², excess kurtosis 6cv², so μ₄ − σ⁴ = cv⁴(2 + 6cv²).
    #expect(count == 1500)
    #expect(abs(mean - 1) <= 4 * cv / count.squareRoot(), "\(mean)")
    #expect(
      abs(variance - cv * cv) <= 4 * cv * cv * ((2 + 6 * cv * cv) / count).squareRoot(), "\(variance)")
  }

  @Test(
    "busyness that hardly varies is none",
    arguments: [0, .leastNonzeroMagnitude, 1e-300, 1e-154, 1e-150, 1e-9])
  func evenBusyness(cv: Double) {
    var lab = ArrivalLab(hours: 8..<10)
    lab.busynessCV = cv
    for event in lab.events(days: 20) {
      if case .day(let index) = event.kind { #expect(abs(index - 1) < 1e-6) }
    }
  }

  @Test("busyness moves the day's calls with it")
  func busynessMovesCalls() {
    var lab = ArrivalLab(hours: 8..<10)
    lab.demand.rates = [RatePeriod(from: .hour(8), to: .hour(10), callsPerHour: 100)]
    lab.busynessCV = 0.3
    for replication in 0..<30 as Range<UInt64> {
      let (fieldwork, events) = lab.trace(replication: replication)
      guard case .day(let index) = events.first?.kind else {
        Issue.record("a day begins with its index")
        continue
      }
      let calls = Double(fieldwork.traffic.total.freshCalls)
      // Poisson with mean 200 times the index; 4.5 standard deviations for 30 days.
      #expect(abs(calls - 200 * index) <= 4.5 * (200 * index).squareRoot())
    }
  }

  @Test("urgent calls are the stated share, where there is an acute line")
  func urgency() {
    for hasAcuteLine in [true, false] {
      var lab = ArrivalLab(hours: 8..<10)
      lab.demand.rates = [RatePeriod(from: .hour(8), to: .hour(10), callsPerHour: 200)]
      lab.hasAcuteLine = hasAcuteLine
      let events = lab.events(days: 10)
      let all = Double(events.count { $0.freshCall != nil })
      let urgent = Double(
        events.count { if case .calls(by: .urgent, _, _) = $0.kind { true } else { false } })
      let share = hasAcuteLine ? 0.08 : 0
      #expect(abs(urgent / all - share) <= 4 * (share * (1 - share) / all).squareRoot())
    }
  }

  private func square(_ x: Double) -> Double { x * x }

  /// The exponential function by its series, to sixteen digits for the arguments used here.
  private func exponential(_ x: Double) -> Double {
    let half = x / 64
    var (term, sum) = (1.0, 1.0)
    for place in 1...20 {
      term *= half / Double(place)
      sum += term
    }
    for _ in 0..<6 { sum *= sum }
    return sum
  }

  /// The largest distance between a sample's distribution and a law.
  private func kolmogorovDistance(_ sample: [Double], _ law: (Double) -> Double) -> Double {
    let count = Double(sample.count)
    return sample.sorted().enumerated().reduce(0) { distance, element in
      let expected = law(element.element)
      return max(
        distance, abs(expected - Double(element.offset) / count),
        abs(Double(element.offset + 1) / count - expected))
    }
  }

  /// The distance that the truth exceeds with a chance of 0.1 %, for large samples.
  ///
  /// Source: scipy.stats.kstwobign.isf(0.001) = 1.9495.
  private func criticalDistance(_ count: Int) -> Double { 1.9495 / Double(count).squareRoot() }
}

/// One practice without an answerer, so that only arrivals happen.
private struct ArrivalLab {
  var demand = PatientDemand()
  var weekdayIndex: [Double] = []
  var busynessCV = 0.0
  var hasAcuteLine = false
  var date = CalendarDate(year: 2015, month: 4, day: 8) ?? .first
  let slots: [Slot]

  /// - Parameter hours: An hour a slot.
  init(hours: Range<Int>) { slots = hours.map { Slot(.hour($0), .hour($0 + 1)) } }

  private var region: Region {
    var patients = PatientModel.undisturbed
    patients.urgentShare = 0.08
    return Region(
      practices: [
        RegionPractice(
          streamKey: 11,
          telephone: Telephone(
            system: .queue, lines: 1, hasAcuteLine: hasAcuteLine, timetable: Timetable([])), demand: demand)
      ], patients: patients, weekdayIndex: weekdayIndex, busynessCV: busynessCV)
  }

  private var plan: ReplicationInput {
    ReplicationInput(calls: [], days: [date], practiceDays: [PracticeDay(practice: 0, date: date)])
  }

  func traffic(days: Int) -> [[TrafficCounts]] {
    var simulation = Simulation(region: region, slots: slots, fieldwork: FieldworkProtocol())
    return (0..<days).map { simulation.conduct(plan, seed: 3, replication: UInt64($0)).traffic }
  }

  func trace(replication: UInt64) -> (fieldwork: Fieldwork, events: [TraceEvent]) {
    let (fieldwork, events) = Simulation.trace(
      practices: nil, region: region, slots: slots, fieldwork: FieldworkProtocol(), plan: plan, seed: 3,
      replication: replication)
    return (fieldwork, events.map(\.event))
  }

  func events(days: Int) -> [TraceEvent] { (0..<days).flatMap { trace(replication: UInt64($0)).events } }
}

extension TraceEvent {
  /// When a patient calls for the first time, if one does.
  fileprivate var freshCall: Int? {
    if case .calls(_, redials: 0, _) = kind { time } else { nil }
  }
}
